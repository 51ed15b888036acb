// What was paid on this claim, by whom, and the way to take a payment back on record.
import { useState } from 'preact/hooks';
import { leftToPay } from '../../../domain/dossier.ts';
import { mayI, Refusal, type Seen, useCommand, useMe, useRows, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { day } from '../../format.ts';
import { Banknote, Undo2 } from '../../icons.ts';
import { nlBank } from '../../nl/bank.ts';
import { nlJudge } from '../../nl/money.ts';
import { roleNames } from '../../nl/roles.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { Badge, LocalMark } from '../../parts/status.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';

const words = nlJudge.payments;

export interface PaymentsCardProps {
  readonly claim: Seen<'claim'>;
  readonly payments: readonly Seen<'payment'>[];
}

export function PaymentsCard({ claim, payments }: PaymentsCardProps) {
  if (payments.length === 0) return null;
  const sorted = [...payments].sort((a, b) => (a.paidOn < b.paidOn ? 1 : -1));
  return (
    <Card labelledBy="betalingen">
      <h2 id="betalingen">{words.title}</h2>
      {sorted.map((payment) => (
        <OnePayment key={payment.id} payment={payment} />
      ))}
      {claim.state === 'approved' && leftToPay(claim) === 0 && <p class="bk-soft">{words.all}</p>}
    </Card>
  );
}

function OnePayment({ payment }: { readonly payment: Seen<'payment'> }) {
  const { personId } = useMe();
  const [open, setOpen] = useState(false);
  const recorder = useRows('member').find(({ id }) => id === payment.recordedBy);
  const { amountCents, paidOn, reference, reversed, reversedOn, reversedReason, recordedBy } = payment;
  const role = recorder === undefined ? '' : roleNames[recorder.role];
  return (
    <div class="bk-stack bk-gap-1">
      <p class="bk-row bk-between">
        <MoneyText cents={amountCents} strong />
        <Badge tone={reversed ? 'quiet' : 'ok'} icon={reversed ? Undo2 : Banknote}>
          {reversed ? words.undone : words.stands}
        </Badge>
      </p>
      <p class="bk-small">{recordedBy === personId ? words.lineMine(paidOn) : words.line(paidOn, role)}</p>
      {reference !== '' && <p class="bk-small bk-soft">{reference}</p>}
      {payment.bankCents !== undefined && <p class="bk-small">{nlBank.paid(payment.bankCents)}</p>}
      {reversed && <p class="bk-small">{words.reversed(day(reversedOn ?? paidOn), reversedReason ?? '')}</p>}
      {payment.pending && <LocalMark />}
      {!reversed &&
        mayI('payment.reverse') &&
        (open ? (
          <ReverseForm payment={payment} onDone={() => setOpen(false)} />
        ) : (
          <span>
            <Button kind="quiet" icon={Undo2} onClick={() => setOpen(true)}>
              {words.reverse}
            </Button>
          </span>
        ))}
    </div>
  );
}

interface ReverseFormProps {
  readonly payment: Seen<'payment'>;
  readonly onDone: () => void;
}

function ReverseForm({ payment, onDone }: ReverseFormProps) {
  const today = useToday();
  const draftKey = `payment.reverse:${payment.id}`;
  const draft = useDraft(draftKey, { reason: '' });
  const form = useFormErrors();
  const command = useCommand('payment.reverse');
  const { reason } = draft.value;
  const done = async () => {
    await draft.clear();
    showToast({ text: words.reversedNow(payment.amountCents) });
    onDone();
  };
  const submit = async () => {
    const missing = reason.trim() === '' ? [{ fieldId: 'why', sentence: nlJudge.verdict.errors.reason }] : [];
    if (command.busy || !form.check(missing)) return;
    const args = { paymentId: payment.id, reason: reason.trim(), reversedOn: today };
    const sent = await command.send(args, { draftKey });
    if (sent.saved) await done();
  };
  return (
    <Form class="bk-stack" onSend={submit}>
      <ErrorSummary form={form} />
      <TextArea
        id="why"
        label={words.reverseWhy}
        hint={words.reverseHint}
        rows={2}
        maxLength={1000}
        error={reason.trim() === '' ? form.of('why') : undefined}
        value={reason}
        onValue={(value) => draft.set({ reason: value })}
      />
      <Refusal command={command} onSaved={() => void done()} />
      <Actions>
        <Button kind="bad" type="submit" busy={command.busy}>
          {words.doReverse(payment.amountCents)}
        </Button>
        <Button kind="quiet" onClick={() => void draft.clear().then(onDone)}>
          {words.cancel}
        </Button>
      </Actions>
    </Form>
  );
}
