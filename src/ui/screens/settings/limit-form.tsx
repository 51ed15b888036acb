import { parseAmount } from '../../../domain/money.ts';
import { useCommand, useMe } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { euroTyped } from '../../format.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlSettings } from '../../nl/settings.ts';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { MoneyField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame, type PartProps } from './form-frame.tsx';

export function LimitForm({ onDone }: PartProps) {
  const { year, budgetYear } = useMe();
  const command = useCommand('budgetYear.change');
  const form = useFormErrors();
  const before = budgetYear?.smallLimitCents ?? 0;
  // What the author saw stays with the draft: another device may change the limit while this form is open.
  const draft = useDraft(`settings.limit:${year}`, { limit: euroTyped(before), seenCents: before });
  const parsed = parseAmount(draft.value.limit);
  const done = async () => {
    await draft.clear();
    showToast({ text: nlSettings.year.limitChanged });
    onDone();
  };
  const submit = async () => {
    const errors = parsed.ok ? [] : [{ fieldId: 'limit', sentence: amountSentence(parsed.code) }];
    if (!form.check(errors) || !parsed.ok) return;
    const sent = await command.send({
      year,
      fields: { smallLimitCents: parsed.cents },
      seen: { smallLimitCents: draft.value.seenCents },
    });
    if (sent.saved) await done();
  };
  return (
    <FormFrame
      title={nlSettings.year.limitTitle}
      lead={nlSettings.year.limitHint}
      form={form}
      command={command}
      restored={draft.restored}
      button={nlSettings.year.limitSave(parsed.ok ? parsed.cents : undefined)}
      onSubmit={() => void submit()}
      onSaved={() => void done()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <MoneyField
        id="limit"
        label={nlSettings.year.limit}
        error={form.of('limit')}
        value={draft.value.limit}
        onValue={(limit) => draft.set({ limit })}
      />
    </FormFrame>
  );
}
