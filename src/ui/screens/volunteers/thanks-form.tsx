import { parseAmount } from '../../../domain/money.ts';
import { useCommand, useMe } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { euroTyped } from '../../format.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlVolunteers } from '../../nl/volunteers.ts';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { MoneyField } from '../../parts/text-fields.tsx';
import { FormFrame, type PartProps } from '../settings/form-frame.tsx';
import { finish } from '../year/year-form-frame.tsx';

const { thanks: words } = nlVolunteers;

export function ThanksForm({ onDone }: PartProps) {
  const { year, budgetYear } = useMe();
  const command = useCommand('budgetYear.change');
  const form = useFormErrors();
  const before = budgetYear?.thanksCents ?? 0;
  const draft = useDraft(`year.thanks:${year}`, { amount: before === 0 ? '' : euroTyped(before), seenCents: before });
  const { amount, seenCents } = draft.value;
  const parsed = parseAmount(amount);
  const done = () => void finish(draft, onDone);
  const submit = async () => {
    const errors = parsed.ok ? [] : [{ fieldId: 'amount', sentence: amountSentence(parsed.code) }];
    if (!form.check(errors) || !parsed.ok) return;
    const args = { year, fields: { thanksCents: parsed.cents }, seen: { thanksCents: seenCents } };
    if ((await command.send(args)).saved) done();
  };
  return (
    <FormFrame
      {...{ title: words.change, form, command, restored: draft.restored, onSaved: done }}
      button={words.save(parsed.ok ? parsed.cents : undefined)}
      onSubmit={() => void submit()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <MoneyField
        {...{ id: 'amount', label: words.amount, hint: words.amountHint, value: amount, error: form.of('amount') }}
        onValue={(value) => draft.set({ amount: value })}
      />
    </FormFrame>
  );
}
