// Themes with the share of each. Shows what is left of 100 %, never corrects it silently.
import { useMe, useRow } from '../../data.ts';
import { Scale } from '../../icons.ts';
import { nlProposalForm } from '../../nl/proposal-form.ts';
import { themeName } from '../../nl/themes.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { FieldGroup } from '../../parts/field.tsx';
import { NumberField } from '../../parts/text-fields.tsx';
import type { ProposalFieldProps } from './fields.tsx';
import { evenShares, formFields, isEven, percentIn, percentLeft, shareId, toggledTheme } from './proposal-draft.ts';

const words = nlProposalForm;

export function ThemeFields({ draft: { value, set }, form, ask }: ProposalFieldProps) {
  const themes = useThemes(value.year);
  const { shares } = value;
  // A plan that is repeated, or that waited on a phone, may name a theme that this year no longer has: it can be taken off.
  const gone = shares.filter(({ theme }) => !themes.some(({ number }) => number === theme));
  const listed = [...themes, ...gone.map(({ theme: number }) => ({ number, name: '', plain: '' }))];
  const setShare = (theme: number, percent: string) =>
    set((now) => ({
      ...now,
      shares: now.shares.map((share) => (share.theme === theme ? { theme, percent } : share)),
    }));
  return (
    <>
      <FieldGroup
        id={formFields.themes}
        label={words.themes}
        hint={words.themesHint}
        {...ask}
        error={form.of(formFields.themes)}
      >
        {() => (
          <div class="bk-choices">
            {listed.map(({ number, name, plain }) => (
              <Choice
                key={number}
                type="checkbox"
                name="thema"
                value={String(number)}
                label={themeName(themes, number)}
                note={plain === '' ? undefined : name}
                checked={shares.some(({ theme }) => theme === number)}
                onChecked={() => set((now) => ({ ...now, shares: toggledTheme(now.shares, number) }))}
              />
            ))}
          </div>
        )}
      </FieldGroup>
      {shares.length > 1 &&
        shares.map(({ theme, percent }) => (
          <NumberField
            key={theme}
            id={shareId(theme)}
            label={words.share(themeName(themes, theme))}
            error={form.of(shareId(theme))}
            value={percent}
            onValue={(typed) => setShare(theme, typed)}
            onLeave={() => {
              const number = percentIn(percent);
              if (number !== undefined) setShare(theme, String(number));
            }}
          />
        ))}
      {shares.length > 0 && (
        <div class="bk-row bk-between">
          <p class="bk-strong" role="status">
            {leftText(percentLeft(shares))}
          </p>
          {shares.length > 1 && !isEven(shares) && (
            <Button icon={Scale} onClick={() => set((now) => ({ ...now, shares: evenShares(now.shares) }))}>
              {words.splitEvenly}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** The themes of the year of the proposal: they differ from year to year and from city to city. */
export function useThemes(year: number) {
  const { budgetYear } = useMe();
  const other = useRow('budgetYear', budgetYear?.year === year ? undefined : String(year));
  return (budgetYear?.year === year ? budgetYear : other)?.themes ?? [];
}

function leftText(left: number): string {
  if (left === 0) return words.sharesDone;
  return left > 0 ? words.sharesLeft(left) : words.sharesOver(-left);
}
