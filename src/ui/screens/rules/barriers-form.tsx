// Barriers of a theme: why money of the wijkbudget is hard to use for it, and what stands in the way.
import type { BarrierKind, ThemeBarrier } from '../../../domain/rows.ts';
import { useCommand, useMe } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Plus, Trash } from '../../icons.ts';
import { nlBarriers } from '../../nl/barriers.ts';
import { nlRules } from '../../nl/rules.ts';
import { Button } from '../../parts/button.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { SelectField, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';

const kinds = Object.keys(nlBarriers.kinds) as readonly BarrierKind[];

export function BarriersForm({ onDone }: { readonly onDone: () => void }) {
  const { year, budgetYear } = useMe();
  const command = useCommand('budgetYear.change');
  const form = useFormErrors();
  const before: readonly ThemeBarrier[] = budgetYear?.barriers ?? [];
  // What the author saw stays with the draft, as with the themes.
  const draft = useDraft(`year.barriers:${year}`, { barriers: before, seen: before });
  const { barriers, seen } = draft.value;
  const themes = budgetYear?.themes ?? [];
  const set = (at: number, change: Partial<ThemeBarrier>) =>
    draft.set({ barriers: barriers.map((one, n) => (n === at ? { ...one, ...change } : one)) });
  const done = async () => {
    await draft.clear();
    showToast({ text: nlRules.saved });
    onDone();
  };
  const submit = async () => {
    const fields = { barriers: barriers.map(({ theme, kind, text }) => ({ theme, kind, text: text.trim() })) };
    if ((await command.send({ year, fields, seen: { barriers: seen } })).saved) await done();
  };
  return (
    <FormFrame
      {...{ title: nlBarriers.edit, lead: nlBarriers.lead, form, command }}
      {...{ restored: draft.restored, button: nlBarriers.save }}
      onSubmit={() => void submit()}
      onSaved={() => void done()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      {barriers.map(({ theme, kind, text }, at) => (
        // The place is the only name that a barrier has, and its fields hold no state of their own.
        <fieldset key={at} class="bk-stack bk-gap-2 bk-field">
          <legend class="bk-h3">{nlBarriers.one(at + 1)}</legend>
          <SelectField
            label={nlBarriers.theme}
            options={themes.map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` }))}
            value={String(theme)}
            onValue={(next) => set(at, { theme: Number(next) })}
          />
          <SelectField
            label={nlBarriers.kind}
            options={kinds.map((one) => ({ value: one, label: nlBarriers.kinds[one] }))}
            value={kind}
            onValue={(next) => set(at, { kind: next as BarrierKind })}
          />
          <TextField
            {...{
              label: nlBarriers.text,
              hint: nlBarriers.textHint,
              optional: true,
              value: text,
              maxLength: 300,
            }}
            onValue={(next) => set(at, { text: next })}
          />
          <div>
            <Button
              kind="quiet"
              icon={Trash}
              name={`${nlBarriers.remove}: ${nlBarriers.one(at + 1)}`}
              onClick={() => draft.set({ barriers: barriers.filter((_, n) => n !== at) })}
            >
              {nlBarriers.remove}
            </Button>
          </div>
        </fieldset>
      ))}
      <Button
        icon={Plus}
        onClick={() =>
          draft.set({ barriers: [...barriers, { theme: themes[0]?.number ?? 1, kind: 'other_pot', text: '' }] })
        }
      >
        {nlBarriers.add}
      </Button>
    </FormFrame>
  );
}
