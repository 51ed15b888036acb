// Writing down a payment that was made at the bank. Undo takes it back on record.
import { leftToPay } from '../../../domain/dossier.ts';
import { amountText, parseAmount } from '../../../domain/money.ts';
import { paymentId } from '../../../domain/rows.ts';
import { dispatchOnce, mayI, Refusal, type Seen, useApp, useCommand, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Check, UsersRound } from '../../icons.ts';
import { nlJudge } from '../../nl/money.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { Note } from '../../parts/status.tsx';
import { DateField, MoneyField, TextField } from '../../parts/text-fields.tsx';
import { dismissToast, showToast } from '../../parts/toast-store.ts';
import { CopyButton } from './claim-facts.tsx';
import type { JudgeProps } from './judge.tsx';
import { nextNumber, type PayDraft, paidError, paidOnError, payArgs, payErrors } from './pay-draft.ts';

const words = nlJudge.pay;

export interface PayFormProps extends JudgeProps {
  readonly payments: readonly Seen<'payment'>[];
}

export function PayForm(props: PayFormProps) {
  if (!mayI('payment.record')) return <Note icon={UsersRound}>{words.notYours}</Note>;
  // After a part was paid the form begins anew, with what is left.
  return <OpenPay key={leftToPay(props.claim)} {...props} />;
}

function OpenPay({ claim, proposal, payments }: PayFormProps) {
  const app = useApp();
  const today = useToday();
  const number = nextNumber(payments);
  const leftCents = leftToPay(claim);
  const draftKey = `payment.record:${claim.id}:${number}`;
  const reference = proposal === undefined ? '' : words.referenceText(proposal.year, proposal.number, proposal.title);
  const draft = useDraft<PayDraft>(draftKey, { amount: amountText(leftCents), paidOn: today, reference });
  const form = useFormErrors();
  const command = useCommand('payment.record');
  const { amount, paidOn } = draft.value;
  const parsed = parseAmount(amount);
  const cents = parsed.ok && parsed.cents > 0 ? parsed.cents : undefined;
  const done = async () => {
    const paidCents = cents ?? 0;
    await draft.clear();
    const undo = async () => {
      const args = { paymentId: paymentId(claim.id, number), reason: words.undoReason, reversedOn: today };
      await dispatchOnce(app, 'payment.reverse', args);
    };
    showToast({ text: words.saved(paidCents), undo });
  };
  const submit = async () => {
    dismissToast();
    if (command.busy || !form.check(payErrors(draft.value, leftCents, today))) return;
    const sent = await command.send(payArgs(claim.id, number, draft.value), { draftKey });
    if (sent.saved) await done();
  };
  return (
    <Card labelledBy="betalen">
      <Form class="bk-stack" onSend={submit}>
        <ErrorSummary form={form} />
        <h2 id="betalen">{words.title}</h2>
        <p class="bk-soft">{words.lead}</p>
        <div class="bk-stack bk-gap-1">
          <TextField
            id="reference"
            label={words.reference}
            hint={words.referenceHint}
            plain
            maxLength={140}
            value={draft.value.reference}
            onValue={(value) => draft.set({ reference: value })}
          />
          <span>
            <CopyButton text={draft.value.reference} what={words.reference} />
          </span>
        </div>
        <MoneyField
          id="amount"
          label={words.amount}
          hint={words.amountHint(leftCents)}
          error={form.of('amount') && paidError(amount, leftCents)}
          value={amount}
          onValue={(value) => draft.set({ amount: value })}
        />
        <DateField
          id="paidOn"
          label={words.on}
          max={today}
          error={form.of('paidOn') && paidOnError(paidOn, today)}
          value={paidOn}
          onValue={(value) => draft.set({ paidOn: value })}
        />
        <Refusal command={command} onSaved={() => void done()} />
        <Actions>
          <Button kind="primary" type="submit" wide icon={Check} busy={command.busy}>
            {words.save(cents)}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}
