// Kies zelf: what a line is when Buurtkas does not know, or is wrong.
import { dispatchOnce, newId, useApp, useCommand, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { day, euro } from '../../format.ts';
import { nlBank } from '../../nl/bank.ts';
import { CheckboxGroup, RadioGroup } from '../../parts/choice-fields.tsx';
import { type FormErrors, useFormErrors } from '../../parts/error-summary.tsx';
import { SelectField, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';
import { lessonOf, matchArgs } from './accept.ts';
import { type ChooseDraft, type ChooseKind, type Chosen, chosenParts, emptyChoice, kindsFor } from './choose-draft.ts';
import { useBankNames } from './describe.ts';
import { LineSide } from './open-line.tsx';
import type { OpenPartProps } from './open-part.tsx';

const words = nlBank.choose;

export interface ChooseProps extends OpenPartProps {
  readonly id: string;
  readonly onDone: () => void;
}

export function ChooseForm({ id, bank, matching, onDone }: ChooseProps) {
  const app = useApp();
  const today = useToday();
  const names = useBankNames(bank.transactions);
  const command = useCommand('bankMatch.make');
  const form = useFormErrors();
  const draftKey = `bankMatch.make:${id}`;
  const draft = useDraft(draftKey, emptyChoice(newId()));
  const open = matching.lines.find(({ line }) => line.id === id);
  if (open === undefined) return <p>{words.gone}</p>;
  const { line, proposals } = open;
  const proposal = proposals.find((_, n) => draft.value.kind === `p${n}`);
  const chosen: Chosen = proposal ?? chosenParts(draft.value, line, matching.rows);
  const done = async () => {
    const lesson = 'parts' in chosen ? lessonOf(line, chosen.parts, { rows: matching.rows, today }) : undefined;
    if (lesson !== undefined) await dispatchOnce(app, 'matchRule.learn', lesson);
    await draft.clear();
    showToast({ text: nlBank.open.done(line.cents) });
    onDone();
  };
  const submit = async () => {
    if (command.busy || !form.check('errors' in chosen ? chosen.errors : []) || 'errors' in chosen) return;
    if ((await command.send(matchArgs(line, chosen.parts, { bank, today }), { draftKey })).saved) await done();
  };
  return (
    <FormFrame
      {...{ title: words.title(line.cents), form, command, restored: draft.restored, button: words.save(line.cents) }}
      {...{ onSubmit: () => void submit(), onSaved: () => void done() }}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <LineSide line={line} />
      <RadioGroup
        {...{ id: 'kind', label: words.question, value: draft.value.kind, error: form.of('kind') }}
        options={[
          ...proposals.map((one, n) => ({
            value: `p${n}`,
            label: names.parts(one.parts),
            note: `${nlBank.certainty[one.certainty]}. ${nlBank.because(one.reasons)}`,
          })),
          ...kindsFor(line).map((kind) => ({
            value: kind as string,
            label: words.kinds[kind],
            note: kind === 'explained' ? words.kindNotes.explained : undefined,
          })),
        ]}
        onValue={(kind) => draft.set({ kind, which: '' })}
      />
      <ChooseFields {...{ id, bank, matching, onDone }} draft={draft.value} set={draft.set} form={form} />
    </FormFrame>
  );
}

interface FieldsProps extends ChooseProps {
  readonly draft: ChooseDraft;
  readonly set: (patch: Partial<ChooseDraft>) => void;
  readonly form: FormErrors;
}

function ChooseFields(props: FieldsProps) {
  const { draft, set, form, matching } = props;
  const { kind } = draft;
  if (kind === '' || /^p\d$/.test(kind)) return null;
  if (kind === 'claims') {
    return (
      <CheckboxGroup
        {...{ id: 'claims', label: words.claims, hint: words.claimsHint, values: draft.claimIds }}
        error={form.of('claims')}
        options={matching.rows.payables.map(({ claim, name, proposal, amountCents }) => ({
          value: claim.id,
          label: `${name}, ${proposal.title}`,
          note: words.open(amountCents),
        }))}
        onValues={(claimIds) => set({ claimIds })}
      />
    );
  }
  if (kind === 'cost') {
    return (
      <TextField
        {...{ id: 'what', label: words.what, hint: words.whatHint, value: draft.what, maxLength: 200 }}
        error={form.of('what')}
        onValue={(what) => set({ what })}
      />
    );
  }
  if (kind === 'explained') {
    const reasons = Object.entries(nlBank.explained).map(([value, label]) => ({ value, label }));
    return (
      <>
        <SelectField
          {...{ id: 'why', label: words.why, value: draft.why, none: words.none, error: form.of('why') }}
          options={reasons}
          onValue={(why) => set({ why })}
        />
        <TextField
          {...{ id: 'note', label: words.note, optional: true, value: draft.note, maxLength: 200 }}
          onValue={(note) => set({ note })}
        />
      </>
    );
  }
  return (
    <SelectField
      {...{ id: 'which', label: kind.startsWith('grant') ? words.year : words.which, value: draft.which }}
      {...{ none: words.none, error: form.of('which') }}
      options={optionsFor(kind as ChooseKind, props)}
      onValue={(which) => set({ which })}
    />
  );
}

function optionsFor(kind: ChooseKind, { matching: { rows }, bank, id }: FieldsProps) {
  const line = bank.transactions.find((one) => one.id === id);
  switch (kind) {
    case 'award':
      return rows.proposals
        .filter(({ awardedCents }) => awardedCents > 0)
        .map((one) => ({ value: one.id, label: `${one.title}, ${euro(one.awardedCents)}` }));
    case 'refund':
      return rows.payments
        .filter(({ payment }) => !payment.reversed && payment.amountCents >= (line?.cents ?? 0))
        .map(({ payment, name }) => ({
          value: payment.id,
          label: `${name}, ${euro(payment.amountCents)}, ${day(payment.paidOn)}`,
        }));
    case 'co_financing':
      return rows.coFinancings.map((one) => ({ value: one.id, label: `${one.source}, ${euro(one.promisedCents)}` }));
    case 'transfer':
      return rows.transfers
        .filter(({ direction }) => direction === ((line?.cents ?? 0) > 0 ? 'in' : 'out'))
        .map((one) => ({ value: one.id, label: `${one.otherName}, ${euro(one.amountCents)}, ${day(one.sentOn)}` }));
    case 'own_account':
      return rows.accounts
        .filter((one) => one.id !== line?.accountId)
        .map((one) => ({ value: one.id, label: one.name }));
    default:
      return rows.grants.map(({ year }) => ({ value: String(year), label: String(year) }));
  }
}
