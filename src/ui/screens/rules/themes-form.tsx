// The themes of a year: the word of the city and a plainer one.
import type { Theme } from '../../../domain/rows.ts';
import { useCommand, useMe } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { nlRules } from '../../nl/rules.ts';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';

const { themes: words } = nlRules;

export function ThemesForm({ onDone }: { readonly onDone: () => void }) {
  const { year, budgetYear } = useMe();
  const command = useCommand('budgetYear.change');
  const form = useFormErrors();
  const before: readonly Theme[] = budgetYear?.themes ?? [];
  // What the author saw stays with the draft: another device may change the themes while this form is open.
  const draft = useDraft(`year.themes:${year}`, { themes: before, seen: before });
  const { themes, seen } = draft.value;
  const set = (number: number, change: Partial<Theme>) =>
    draft.set({ themes: themes.map((theme) => (theme.number === number ? { ...theme, ...change } : theme)) });
  const done = async () => {
    await draft.clear();
    showToast({ text: nlRules.saved });
    onDone();
  };
  const submit = async () => {
    const empty = themes.filter(({ name }) => name.trim() === '');
    const errors = empty.map(({ number }) => ({ fieldId: `name-${number}`, sentence: words.nameMissing(number) }));
    if (!form.check(errors)) return;
    const trimmed = themes.map(({ number, name, plain }) => ({ number, name: name.trim(), plain: plain.trim() }));
    const sent = await command.send({ year, fields: { themes: trimmed }, seen: { themes: seen } });
    if (sent.saved) await done();
  };
  return (
    <FormFrame
      {...{ title: words.edit, form, command, restored: draft.restored, button: words.save }}
      onSubmit={() => void submit()}
      onSaved={() => void done()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      {themes.map(({ number, name, plain }) => (
        <div key={number} class="bk-stack bk-gap-2">
          <TextField
            {...{ id: `name-${number}`, label: words.name(number), value: name, maxLength: 100 }}
            error={form.of(`name-${number}`)}
            onValue={(next) => set(number, { name: next })}
          />
          <TextField
            {...{ label: words.plain(number), optional: true, value: plain, maxLength: 100 }}
            onValue={(next) => set(number, { plain: next })}
          />
        </div>
      ))}
    </FormFrame>
  );
}
