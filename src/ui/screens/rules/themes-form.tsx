// The themes of a year: the word of the city and a plainer one. They are the city's own and differ from year to year (S2).
import type { Theme, ThemeBarrier } from '../../../domain/rows.ts';
import { useCommand, useMe, useRows } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Plus, Trash } from '../../icons.ts';
import { nlRules } from '../../nl/rules.ts';
import { Button } from '../../parts/button.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';

const { themes: words } = nlRules;
const themesMax = 30; // what a command takes

export function ThemesForm({ onDone }: { readonly onDone: () => void }) {
  const { year, budgetYear } = useMe();
  const command = useCommand('budgetYear.change');
  const form = useFormErrors();
  const before: readonly Theme[] = budgetYear?.themes ?? [];
  // What the author saw stays with the draft: another device may change the themes while this form is open.
  const draft = useDraft(`year.themes:${year}`, { themes: before, seen: before });
  const { themes, seen } = draft.value;
  const years = useRows('budgetYear');
  const inUse = useInUse(year, budgetYear?.barriers);
  // Never a number that meant something else in another year: years are laid side by side by number.
  const next = 1 + Math.max(0, ...[...themes, ...years.flatMap((one) => one.themes)].map(({ number }) => number));
  const set = (number: number, change: Partial<Theme>) =>
    draft.set({ themes: themes.map((theme) => (theme.number === number ? { ...theme, ...change } : theme)) });
  const add = () => {
    draft.set({ themes: [...themes, { number: next, name: '', plain: '' }] });
    requestAnimationFrame(() => document.getElementById(`name-${next}`)?.focus());
  };
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
        <fieldset key={number} class="bk-stack bk-gap-2 bk-field">
          <legend>{words.one(number)}</legend>
          <TextField
            {...{ id: `name-${number}`, label: words.name(number), value: name, maxLength: 100 }}
            error={form.of(`name-${number}`)}
            onValue={(official) => set(number, { name: official })}
          />
          <TextField
            {...{ label: words.plain(number), optional: true, value: plain, maxLength: 100 }}
            onValue={(plainer) => set(number, { plain: plainer })}
          />
          {inUse(number) ? (
            <p class="bk-small bk-soft">{words.inUse}</p>
          ) : (
            themes.length > 1 && (
              <div>
                <Button
                  kind="quiet"
                  icon={Trash}
                  name={words.removeName(number, name)}
                  onClick={() => draft.set({ themes: themes.filter((theme) => theme.number !== number) })}
                >
                  {words.remove}
                </Button>
              </div>
            )
          )}
        </fieldset>
      ))}
      {themes.length < themesMax && (
        <div>
          <Button icon={Plus} onClick={add}>
            {words.add}
          </Button>
        </div>
      )}
    </FormFrame>
  );
}

/** It stays while a proposal of the year or a barrier names it. */
function useInUse(year: number, barriers: readonly ThemeBarrier[] = []): (theme: number) => boolean {
  const shares = useRows('proposal', 'year', year).flatMap(({ themeShares }) => themeShares);
  return (theme) =>
    shares.some((share) => share.theme === theme && share.percent > 0) || barriers.some((one) => one.theme === theme);
}
