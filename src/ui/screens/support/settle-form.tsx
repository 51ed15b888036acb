// Two counts that differ, side by side, and the choice which of them holds. Neither is preselected.
import { isVotingRole } from '../../../domain/access.ts';
import { votingMemberIds } from '../../../domain/quorum.ts';
import type { SupportCount, SupportNumbers } from '../../../domain/rows.ts';
import { maySettle } from '../../../domain/support.ts';
import { mayI, Refusal, type Seen, useCommand, useMe, useRows } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Info } from '../../icons.ts';
import { roleNames } from '../../nl/roles.ts';
import { nlSupport } from '../../nl/support.ts';
import { Button } from '../../parts/button.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { Counter } from '../../parts/counter.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { Note } from '../../parts/status.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { NumberField, TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import {
  chosenNumbers,
  emptySettle,
  ownChoice,
  type SettleDraft,
  settleArgs,
  settleFields,
  settleProblems,
} from './settle-draft.ts';
import type { SupportData } from './use-support.ts';

const words = nlSupport.settle;

export interface SettleFormProps {
  readonly data: SupportData;
  readonly sheet: Seen<'supportSheet'>;
  readonly editable: boolean;
}

export function SettleForm({ data, sheet, editable }: SettleFormProps) {
  const { personId, access } = useMe();
  const members = useRows('member');
  const counts = data.counts.filter(({ sheetId }) => sheetId === sheet.id);
  const labels = useCountLabels(data, counts);
  const mayChoose = editable && isVotingRole(access.role) && mayI('support.settle');
  const countedBy = counts.map((count) => count.countedBy);
  const neutral = maySettle(countedBy, personId, votingMemberIds(members).length);
  return (
    <div class="bk-stack bk-gap-3">
      <h4>{words.title(sheet.number)}</h4>
      <SideBySide sheetNumber={sheet.number} counts={counts} labels={labels} />
      {mayChoose && !neutral && <Note icon={Info}>{words.notYou}</Note>}
      {mayChoose && neutral && <Choose sheet={sheet} counts={counts} labels={labels} />}
    </div>
  );
}

function useCountLabels({ roleOf }: SupportData, counts: readonly SupportCount[]): ReadonlyMap<string, string> {
  const { personId } = useMe();
  return new Map(
    counts.map(({ id, countedBy }, index) => {
      if (countedBy === personId) return [id, words.byYou] as const;
      const role = roleOf(countedBy);
      const label = role === undefined ? words.byUnknown(index + 1) : words.by(roleNames[role]);
      // Two ordinary members have the same role: then the order tells them apart.
      const twice =
        counts.filter((other) => other.countedBy !== personId && roleOf(other.countedBy) === role).length > 1;
      return [id, twice ? `${label} (${index + 1})` : label] as const;
    }),
  );
}

interface SideBySideProps {
  readonly sheetNumber: number;
  readonly counts: readonly Seen<'supportCount'>[];
  readonly labels: ReadonlyMap<string, string>;
}

const rows: readonly { readonly label: string; readonly of: (numbers: SupportNumbers) => number }[] = [
  { label: nlSupport.count.asked, of: ({ householdsAsked }) => householdsAsked },
  { label: nlSupport.count.for, of: ({ forCount }) => forCount },
  { label: nlSupport.count.against, of: ({ againstCount }) => againstCount },
  { label: nlSupport.count.noOpinion, of: ({ noOpinionCount }) => noOpinionCount },
  { label: nlSupport.count.notAtHome, of: ({ notAtHomeCount }) => notAtHomeCount },
];

/** What differs is bold: that is what to look for on the paper. */
function SideBySide({ sheetNumber, counts, labels }: SideBySideProps) {
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { id: 'what', label: words.what, rowHead: true, cell: ({ label }) => label },
    ...counts.map(
      (count): Column<(typeof rows)[number]> => ({
        id: count.id,
        label: labels.get(count.id) ?? '',
        end: true,
        cell: ({ of }) => {
          const differs = counts.some((other) => of(other) !== of(count));
          return differs ? <b>{of(count)}</b> : of(count);
        },
      }),
    ),
  ];
  return (
    <Table
      caption={words.caption(sheetNumber)}
      columns={columns}
      rows={rows}
      rowKey={({ label }) => label}
      cards={false}
      framed={false}
    />
  );
}

interface ChooseProps {
  readonly sheet: Seen<'supportSheet'>;
  readonly counts: readonly Seen<'supportCount'>[];
  readonly labels: ReadonlyMap<string, string>;
}

function Choose({ sheet, counts, labels }: ChooseProps) {
  const draftKey = `support.settle:${sheet.id}`;
  const draft = useDraft<SettleDraft>(draftKey, emptySettle);
  const form = useFormErrors();
  const command = useCommand('support.settle');
  const { value, set } = draft;
  const fields = settleFields(sheet.number);
  const chosen = chosenNumbers(value, counts);
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved(sheet.number) });
  };
  const submit = async () => {
    if (!form.check(settleProblems(value, counts, sheet.number))) return;
    const args = settleArgs(value, counts, sheet);
    if (args !== undefined && (await command.send(args, { draftKey })).saved) await done();
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={submit}>
      <ErrorSummary form={form} />
      <RadioGroup
        id={fields.choice}
        label={words.choose}
        hint={words.lead}
        error={form.of(fields.choice)}
        options={[
          ...counts.map(({ id, forCount, againstCount, countedOn }) => ({
            value: id,
            label: labels.get(id) ?? '',
            note: words.note(forCount, againstCount, countedOn),
          })),
          { value: ownChoice, label: words.own },
        ]}
        value={value.choice === '' ? undefined : value.choice}
        onValue={(choice) => set({ choice })}
      />
      {value.choice === ownChoice && <OwnNumbers draft={draft} fieldId={fields.asked} error={form.of(fields.asked)} />}
      <TextArea
        id={fields.reason}
        label={words.reason}
        hint={words.reasonHint}
        rows={2}
        maxLength={1_000}
        error={form.of(fields.reason)}
        value={value.reason}
        onValue={(reason) => set({ reason })}
      />
      <Refusal command={command} onSaved={() => void done()} />
      <Button type="submit" busy={command.busy}>
        {chosen === undefined ? words.saveOpen : words.save(chosen.forCount, chosen.againstCount)}
      </Button>
    </Form>
  );
}

interface OwnNumbersProps {
  readonly draft: { readonly value: SettleDraft; set(patch: Partial<SettleDraft>): void };
  readonly fieldId: string;
  readonly error: string | undefined;
}

const ownCounters = [
  { field: 'forCount', label: nlSupport.count.for },
  { field: 'againstCount', label: nlSupport.count.against },
  { field: 'noOpinionCount', label: nlSupport.count.noOpinion },
  { field: 'notAtHomeCount', label: nlSupport.count.notAtHome },
] as const;

function OwnNumbers({ draft: { value, set }, fieldId, error }: OwnNumbersProps) {
  return (
    <>
      <div>
        {ownCounters.map(({ field, label }) => (
          <Counter key={field} label={label} value={value[field]} onValue={(count) => set({ [field]: count })} />
        ))}
      </div>
      <NumberField
        id={fieldId}
        label={nlSupport.count.asked}
        error={error}
        value={value.asked}
        onValue={(asked) => set({ asked })}
      />
    </>
  );
}
