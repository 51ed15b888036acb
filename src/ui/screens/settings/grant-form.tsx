import { parseAmount } from '../../../domain/money.ts';
import { useCommand, useMe, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlSettings } from '../../nl/settings.ts';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { MoneyField, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame, type PartProps } from './form-frame.tsx';

export function GrantForm({ onDone }: PartProps) {
  const { year } = useMe();
  const today = useToday();
  const command = useCommand('grant.add');
  const form = useFormErrors();
  const draft = useDraft(`settings.grant:${year}`, { amount: '', note: '' });
  const { amount, note } = draft.value;
  const parsed = parseAmount(amount, { negative: true });
  const cents = parsed.ok && parsed.cents !== 0 ? parsed.cents : undefined;
  const done = async () => {
    await draft.clear();
    showToast({ text: nlSettings.year.grantAdded(cents ?? 0) });
    onDone();
  };
  const submit = async () => {
    const amountError = amountSentence(parsed.ok ? 'empty' : parsed.code);
    const errors = [
      ...(cents === undefined ? [{ fieldId: 'amount', sentence: amountError }] : []),
      ...(note.trim() === '' ? [{ fieldId: 'note', sentence: nlSettings.errors.note }] : []),
    ];
    if (!form.check(errors) || cents === undefined) return;
    const sent = await command.send({ year, amountCents: cents, note: note.trim(), bookedOn: today });
    if (sent.saved) await done();
  };
  return (
    <FormFrame
      title={nlSettings.year.grantTitle(year)}
      lead={nlSettings.year.grantHint}
      form={form}
      command={command}
      restored={draft.restored}
      button={nlSettings.year.grantSave(cents)}
      onSubmit={() => void submit()}
      onSaved={() => void done()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <MoneyField
        id="amount"
        label={nlSettings.year.grant}
        error={form.of('amount')}
        value={amount}
        onValue={(value) => draft.set({ amount: value })}
      />
      <TextField
        id="note"
        label={nlSettings.year.grantNote}
        hint={nlSettings.year.grantNoteHint}
        error={form.of('note')}
        value={note}
        onValue={(value) => draft.set({ note: value })}
        maxLength={200}
      />
    </FormFrame>
  );
}
