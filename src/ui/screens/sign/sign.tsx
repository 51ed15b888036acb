// /tekenen/:claimId: the auditor or the district manager signs where only one officer is active, or does not and says why.
import { formatIban } from '../../../domain/iban.ts';
import { mayI, Refusal, type Seen, useCommand, useMe, useRow, useRowFound, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Check, CircleX, Clock, Lock } from '../../icons.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { nlClaim } from '../../nl/claim.ts';
import { Actions, BackLink, Button, LinkButton } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useParam } from '../../router.tsx';
import { receiptFacts } from '../claim/receipt-card.tsx';

const words = nlApprovals.countersign;

export function SignScreen() {
  const asked = useRowFound('countersign', useParam('claimId'));
  if (!asked.loaded) return null;
  return (
    <Stack gap={5}>
      <BackLink href="/">{words.back}</BackLink>
      {asked.value === undefined ? <Gone /> : <Asked asked={asked.value} />}
    </Stack>
  );
}

function Gone() {
  return (
    <Empty page title={words.gone}>
      {words.goneText}
    </Empty>
  );
}

interface AskedProps {
  readonly asked: Seen<'countersign'>;
}

function Asked({ asked }: AskedProps) {
  const claim = useRow('claim', asked.id);
  const account = useRow('claimAccount', asked.id);
  const { access } = useMe();
  const own = claim?.claimantId === access.personId;
  const { rows } = words;
  return (
    <>
      <PageHead title={words.title(asked.amountCents)} tabTitle={words.tab} kicker={asked.title}>
        {asked.pending && <LocalMark />}
      </PageHead>
      <Note icon={Lock}>{words.why[asked.why]}</Note>
      <SummaryList
        well
        rows={[
          { label: rows.project, value: asked.title },
          { label: rows.payee, value: asked.payeeName },
          ...(account === undefined ? [] : [{ label: nlClaim.rows.account, value: formatIban(account.iban) }]),
          ...(asked.what === undefined ? [] : [{ label: nlClaim.rows.line, value: asked.what }]),
          { label: rows.amount, value: <MoneyText cents={asked.amountCents} strong /> },
          { label: rows.asked, value: nlClaim.submittedAt(`${asked.askedOn}T12:00:00.000Z`).split(',')[0] ?? '' },
        ]}
      />
      <Receipts asked={asked} />
      {claim !== undefined && <LinkButton href={`/kas/declaratie/${asked.id}`}>{words.toClaim}</LinkButton>}
      <State asked={asked} />
      {asked.state === 'asked' && (mayI('claim.countersign') && !own ? <SignForm asked={asked} /> : <NotYours />)}
    </>
  );
}

const NotYours = () => <p class="bk-soft">{words.notYours}</p>;

function Receipts({ asked }: AskedProps) {
  if (asked.receipts.length === 0) return <p>{words.noReceipts}</p>;
  return (
    <Card labelledBy="bonnen">
      <h2 id="bonnen">{words.receipts}</h2>
      {asked.receipts.map((receipt, n) => (
        <section key={nlClaim.receipt(n + 1)} class="bk-stack bk-gap-2" aria-label={nlClaim.receipt(n + 1)}>
          <h3>{nlClaim.receipt(n + 1)}</h3>
          <SummaryList rows={receiptFacts(receipt, receipt.line)} />
        </section>
      ))}
    </Card>
  );
}

function State({ asked: { state, signedOn, reason } }: AskedProps) {
  const { states } = words;
  const on = signedOn ?? '';
  if (state === 'asked') return null;
  if (state === 'signed')
    return (
      <Note tone="ok" icon={Check}>
        {states.signed(on)}
      </Note>
    );
  if (state === 'refused')
    return (
      <Note tone="bad" icon={CircleX}>
        {states.refused(on, reason)}
      </Note>
    );
  return <Note icon={Clock}>{states.void}</Note>;
}

function SignForm({ asked }: AskedProps) {
  const today = useToday();
  const draftKey = `claim.countersign:${asked.id}`;
  const draft = useDraft<{ choice: 'sign' | 'refuse' | ''; reason: string }>(draftKey, { choice: '', reason: '' });
  const form = useFormErrors();
  const command = useCommand('claim.countersign');
  const { choice, reason } = draft.value;
  const signs = choice === 'sign';
  const done = async () => {
    await draft.clear();
    showToast({ text: signs ? words.form.saved : words.form.refused });
  };
  const submit = async () => {
    const silent = choice === 'refuse' && reason.trim() === '';
    const errors = silent ? [{ fieldId: 'why', sentence: nlApprovals.double.missing }] : [];
    if (choice === '' || command.busy || !form.check(errors)) return;
    const seen = { seenAmountCents: asked.amountCents, seenPayeeName: asked.payeeName };
    const args = { claimId: asked.id, signs, ...seen, signedOn: today };
    if ((await command.send({ ...args, reason: signs ? '' : reason.trim() }, { draftKey })).saved) await done();
  };
  return (
    <Card labelledBy="handtekening" kind="sun">
      <Form class="bk-stack" onSend={submit}>
        <ErrorSummary form={form} />
        <h2 id="handtekening">{words.form.title}</h2>
        <RadioGroup
          label={words.form.legend}
          options={[
            { value: 'sign', label: words.form.sign, icon: Check },
            { value: 'refuse', label: words.form.refuse, icon: CircleX },
          ]}
          value={choice === '' ? undefined : choice}
          onValue={(value) => draft.set({ choice: value })}
        />
        {choice === 'refuse' && (
          <TextArea
            id="why"
            label={words.form.reason}
            hint={words.form.reasonHint}
            rows={3}
            maxLength={1000}
            error={reason.trim() === '' ? form.of('why') : undefined}
            value={reason}
            onValue={(value) => draft.set({ reason: value })}
          />
        )}
        <Refusal command={command} onSaved={() => void done()} />
        <Actions>
          <Button
            kind={choice === 'refuse' ? 'bad' : 'primary'}
            type="submit"
            wide
            busy={command.busy}
            blocked={choice === '' ? words.form.choose : undefined}
          >
            {choice === 'refuse' ? words.form.doRefuse : words.form.do(asked.amountCents)}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}
