// What was paid on this claim, by whom, and the way to take a payment back on record.
import { useState } from 'preact/hooks';
import { leftToPay } from '../../../domain/dossier.ts';
import { mayI, type Seen, useCommand, useMe, useRows, useToday } from '../../data.ts';
import { day } from '../../format.ts';
import { Banknote, Undo2 } from '../../icons.ts';
import { nlBank } from '../../nl/bank.ts';
import { nlJudge } from '../../nl/money.ts';
import { roleNames } from '../../nl/roles.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { Badge, LocalMark } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { ReasonForm } from '../../reason-form.tsx';

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
  const { id: paymentId, amountCents } = payment;
  const today = useToday();
  const command = useCommand('payment.reverse');
  const draftKey = `payment.reverse:${paymentId}`;
  return (
    <ReasonForm
      {...{ draftKey, command, label: words.reverseWhy, hint: words.reverseHint, maxLength: 1_000 }}
      {...{
        missing: nlJudge.verdict.errors.reason,
        button: words.doReverse(amountCents),
        cancel: { label: words.cancel, onCancel: onDone },
      }}
      onSend={(reason) => command.send({ paymentId, reason, reversedOn: today }, { draftKey })}
      onSaved={() => {
        showToast({ text: words.reversedNow(amountCents) });
        onDone();
      }}
    />
  );
}
