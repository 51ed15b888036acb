import { parseAmount } from '../../../domain/money.ts';
import { useCommand, useMe, useRows, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { euroTyped } from '../../format.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlSettings } from '../../nl/settings.ts';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { MoneyField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame, type PartProps } from './form-frame.tsx';

export function YearForm({ onDone }: PartProps) {
  const { year, budgetYear } = useMe();
  const years = useRows('budgetYear');
  const today = useToday();
  const command = useCommand('budgetYear.open');
  const form = useFormErrors();
  const next = Math.max(year, ...years.map((one) => one.year)) + 1;
  const draft = useDraft('settings.year', { grant: '', limit: euroTyped(budgetYear?.smallLimitCents ?? 0) });
  const grant = parseAmount(draft.value.grant);
  const limit = parseAmount(draft.value.limit);
  const done = async () => {
    await draft.clear();
    showToast({ text: nlSettings.year.opened(next) });
    onDone();
  };
  const submit = async () => {
    const errors = [
      ...(grant.ok ? [] : [{ fieldId: 'grant', sentence: amountSentence(grant.code) }]),
      ...(limit.ok ? [] : [{ fieldId: 'limit', sentence: amountSentence(limit.code) }]),
    ];
    if (!form.check(errors) || !grant.ok || !limit.ok) return;
    const sent = await command.send({
      year: next,
      grantCents: grant.cents,
      smallLimitCents: limit.cents,
      bookedOn: today,
    });
    if (sent.saved) await done();
  };
  return (
    <FormFrame
      title={nlSettings.year.openTitle(next)}
      lead={nlSettings.year.openHint}
      form={form}
      command={command}
      restored={draft.restored}
      button={nlSettings.year.openSave(next)}
      onSubmit={() => void submit()}
      onSaved={() => void done()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <MoneyField
        id="grant"
        label={nlSettings.year.grant}
        error={form.of('grant')}
        value={draft.value.grant}
        onValue={(value) => draft.set({ grant: value })}
      />
      <MoneyField
        id="limit"
        label={nlSettings.year.openLimit}
        error={form.of('limit')}
        value={draft.value.limit}
        onValue={(value) => draft.set({ limit: value })}
      />
    </FormFrame>
  );
}
