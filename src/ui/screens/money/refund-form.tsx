// What was left of an advance came back on the account of the committee.
import { refundDue } from '../../../domain/advance.ts';
import { amountText, parseAmount } from '../../../domain/money.ts';
import { mayI, Refusal, type Seen, useCommand, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Check } from '../../icons.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { ErrorSummary, type FieldError, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { DateField, MoneyField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';

const words = nlApprovals.refund;

export function refundError(amount: string, dueCents: number): string | undefined {
  const parsed = parseAmount(amount);
  if (!parsed.ok) return parsed.code === 'empty' ? words.zero : amountSentence(parsed.code);
  if (parsed.cents === 0) return words.zero;
  return parsed.cents > dueCents ? words.above(dueCents) : undefined;
}

function receivedError(on: string, today: string): string | undefined {
  if (on === '') return words.dateMissing;
  return on > today ? words.dateFuture : undefined;
}

export function RefundForm({ claim }: { readonly claim: Seen<'claim'> }) {
  const today = useToday();
  const dueCents = refundDue(claim);
  const number = 1 + Math.max(0, ...(claim.refunds ?? []).map((one) => one.number));
  const draftKey = `advance.refund:${claim.id}:${number}`;
  const draft = useDraft(draftKey, { amount: amountText(dueCents), receivedOn: today });
  const form = useFormErrors();
  const command = useCommand('advance.refund');
  if (!mayI('advance.refund')) return null;
  const { amount, receivedOn } = draft.value;
  const parsed = parseAmount(amount);
  const cents = parsed.ok && parsed.cents > 0 ? parsed.cents : undefined;
  const errors = (): readonly FieldError[] => {
    const [money, on] = [refundError(amount, dueCents), receivedError(receivedOn, today)];
    return [
      ...(money === undefined ? [] : [{ fieldId: 'refund', sentence: money }]),
      ...(on === undefined ? [] : [{ fieldId: 'receivedOn', sentence: on }]),
    ];
  };
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved(cents ?? 0) });
  };
  const submit = async () => {
    if (command.busy || !form.check(errors())) return;
    const sent = await command.send({ claimId: claim.id, number, amountCents: cents ?? 0, receivedOn }, { draftKey });
    if (sent.saved) await done();
  };
  return (
    <Form class="bk-stack" onSend={submit}>
      <ErrorSummary form={form} />
      <h3>{words.title}</h3>
      <p>{words.lead(dueCents)}</p>
      <MoneyField
        id="refund"
        label={words.amount}
        error={form.of('refund') && refundError(amount, dueCents)}
        value={amount}
        onValue={(value) => draft.set({ amount: value })}
      />
      <DateField
        id="receivedOn"
        label={words.on}
        max={today}
        error={form.of('receivedOn') && receivedError(receivedOn, today)}
        value={receivedOn}
        onValue={(value) => draft.set({ receivedOn: value })}
      />
      <Refusal command={command} onSaved={() => void done()} />
      <Actions>
        <Button kind="primary" type="submit" wide icon={Check} busy={command.busy}>
          {words.do(cents)}
        </Button>
      </Actions>
    </Form>
  );
}
