// What the auditors sign about the year, and what was booked after that.
import { useState } from 'preact/hooks';
import { type AuditStatement, auditStatementId, type Cents } from '../../../domain/rows.ts';
import { mayI, Refusal, type Seen, useCommand, useMe, useRow, useRows, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { CircleAlert, CircleCheckBig, CircleX, PenLine } from '../../icons.ts';
import { nlAudit } from '../../nl/audit.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { Lines } from '../../parts/lines.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { ReasonForm } from '../../reason-form.tsx';

const { sign: words } = nlAudit;
const verdicts = ['right', 'right_with_remarks', 'not_right'] as const;

export interface StatementCardProps {
  readonly paidCents: Cents; // in the year, now
  readonly leftCount: number; // of the sample
  readonly openCount: number; // questions
}

export function StatementCard(props: StatementCardProps) {
  const { year, access } = useMe();
  const statements = useRows('auditStatement', 'year', year);
  const own = statements.find(({ id }) => id === auditStatementId(year, access.personId));
  const maySign = mayI('statement.sign') && (own === undefined || own.withdrawn !== null);
  return (
    <Card labelledBy="verklaring">
      <h2 id="verklaring">{words.title}</h2>
      <p>{words.lead(year, props.paidCents)}</p>
      {statements.length === 0 && !maySign && <p class="bk-soft">{words.none}</p>}
      {statements.map((statement) => (
        <Signed key={statement.id} statement={statement} paidCents={props.paidCents} own={statement === own} />
      ))}
      {maySign && <SignForm {...props} />}
    </Card>
  );
}

interface SignedProps {
  readonly statement: Seen<'auditStatement'>;
  readonly paidCents: Cents;
  readonly own: boolean;
}

function Signed({ statement, paidCents, own }: SignedProps) {
  const signer = useRow('person', statement.signedBy);
  const [withdrawing, setWithdrawing] = useState(false);
  const { verdict, remarks, signedOn, withdrawn, checkedCount } = statement;
  if (withdrawn !== null) return <p class="bk-soft">{words.withdrawn(withdrawn)}</p>;
  return (
    <div class="bk-stack bk-gap-2">
      <Note tone={verdict === 'not_right' ? 'bad' : 'ok'} icon={verdict === 'not_right' ? CircleX : CircleCheckBig}>
        <p>
          <b>{words.verdicts[verdict]}</b>
        </p>
        {remarks !== '' && <Lines text={remarks} />}
        <p class="bk-small">{words.signed(signer?.name ?? '', signedOn)}</p>
        <p class="bk-small">{words.about(statement.paidCents, checkedCount)}</p>
      </Note>
      {statement.paidCents !== paidCents && (
        <Note tone="look" icon={CircleAlert}>
          {words.changed(paidCents)}
        </Note>
      )}
      {statement.pending && <LocalMark />}
      {own &&
        mayI('statement.withdraw') &&
        (withdrawing ? (
          <WithdrawForm onDone={() => setWithdrawing(false)} />
        ) : (
          <span>
            <Button kind="quiet" onClick={() => setWithdrawing(true)}>
              {words.withdraw}
            </Button>
          </span>
        ))}
    </div>
  );
}

function WithdrawForm({ onDone }: { readonly onDone: () => void }) {
  const { year } = useMe();
  const command = useCommand('statement.withdraw');
  const draftKey = `statement.withdraw:${year}`;
  return (
    <ReasonForm
      {...{ draftKey, label: words.withdrawWhy, missing: words.withdrawMissing, command }}
      {...{ button: words.withdraw, cancel: { label: nlAudit.findings.cancel, onCancel: onDone }, onSaved: onDone }}
      onSend={(reason) => command.send({ year, reason }, { draftKey })}
    />
  );
}

function SignForm({ paidCents, leftCount, openCount }: StatementCardProps) {
  const { year } = useMe();
  const today = useToday();
  const draft = useDraft<{ readonly verdict: AuditStatement['verdict'] | undefined; readonly remarks: string }>(
    `statement.sign:${year}`,
    { verdict: undefined, remarks: '' },
  );
  const form = useFormErrors();
  const command = useCommand('statement.sign');
  const { verdict, remarks } = draft.value;
  const submit = async () => {
    const wrong = [
      ...(verdict === undefined ? [{ fieldId: 'oordeel', sentence: words.verdictMissing }] : []),
      ...(verdict !== undefined && verdict !== 'right' && remarks.trim() === ''
        ? [{ fieldId: 'opmerkingen', sentence: words.remarksMissing }]
        : []),
    ];
    if (!form.check(wrong) || verdict === undefined) return;
    const args = { year, verdict, remarks: remarks.trim(), seenPaidCents: paidCents, signedOn: today };
    if ((await command.send(args)).saved) await draft.clear();
  };
  return (
    <Form class="bk-stack" onSend={() => void submit()}>
      <ErrorSummary form={form} />
      {leftCount > 0 && <Note icon={CircleAlert}>{words.sample(leftCount)}</Note>}
      {openCount > 0 && <Note icon={CircleAlert}>{words.open(openCount)}</Note>}
      <RadioGroup
        id="oordeel"
        label={words.verdict}
        error={form.of('oordeel')}
        options={verdicts.map((value) => ({ value, label: words.verdicts[value] }))}
        value={verdict}
        onValue={(value) => draft.set({ verdict: value })}
      />
      <TextArea
        {...{ id: 'opmerkingen', label: words.remarks, hint: words.remarksHint, rows: 4, maxLength: 5_000 }}
        error={form.of('opmerkingen')}
        value={remarks}
        onValue={(value) => draft.set({ remarks: value })}
      />
      <Refusal command={command} onSaved={() => void draft.clear()} />
      <Actions>
        <Button kind="primary" type="submit" wide icon={PenLine} busy={command.busy}>
          {words.button}
        </Button>
      </Actions>
    </Form>
  );
}
