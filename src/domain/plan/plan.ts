/** The plan on the screen: the draft with what people changed on top, and its sums. */
import { addCents } from '../money.ts';
import type { PlanEdit, PlanLine, PlanRange, ThemeShare } from '../rows.ts';
import { themeParts } from '../themeShares.ts';
import type { DraftLine } from './draft.ts';

export interface PlannedLine extends DraftLine {
  readonly leftOut: boolean;
  readonly edit: PlanEdit | null; // what people made of it; null: as the draft
}

/** Lines that people changed stay where the draft has them. What the draft no longer has, because its reason went away,
 *  stays as a line by hand: nobody's work disappears. */
export function planWith(draft: readonly DraftLine[], changes: readonly PlanLine[]): readonly PlannedLine[] {
  const edits = new Map(changes.flatMap(({ key, line }) => (line === null ? [] : [[key, line] as const])));
  const known = new Set(draft.map(({ key }) => key));
  const byHand = [...edits]
    .filter(([key]) => !known.has(key))
    .map(([key, edit]): PlannedLine => {
      const reason = { code: 'by_hand' } as const;
      return { ...edit, key, kind: 'added', proposalId: null, reason, edit };
    });
  const drafted = draft.map((line): PlannedLine => {
    const edit = edits.get(line.key) ?? null;
    return edit === null ? { ...line, leftOut: false, edit } : { ...line, ...edit, edit };
  });
  return [...drafted, ...byHand];
}

export function sumOf(lines: readonly PlanRange[]): PlanRange {
  return {
    lowCents: addCents(lines.map(({ lowCents }) => lowCents)),
    expectedCents: addCents(lines.map(({ expectedCents }) => expectedCents)),
    highCents: addCents(lines.map(({ highCents }) => highCents)),
  };
}

export interface ThemePlan extends PlanRange {
  readonly theme: number | null; // null: of no theme, or not known yet
}

type Themed = PlanRange & { readonly themeShares: readonly ThemeShare[] };

/** By theme number, what has none last; the three columns add up to the sums of the lines to the cent (D26). */
export function planByTheme(lines: readonly Themed[]): readonly ThemePlan[] {
  const parts = lines.flatMap(partsOf);
  const themes = [...new Set(parts.map(({ theme }) => theme))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return themes.map((theme) => ({ theme, ...sumOf(parts.filter((part) => part.theme === theme)) }));
}

function partsOf(line: Themed): readonly ThemePlan[] {
  const [low, high] = [line.lowCents, line.highCents].map((cents) => themeParts(line.themeShares, cents));
  const expected = themeParts(line.themeShares, line.expectedCents);
  if (expected.length === 0) return [{ ...line, theme: null }];
  return expected.map(({ theme, cents: expectedCents }, n) => ({
    ...{ theme, lowCents: low?.[n]?.cents ?? 0, expectedCents, highCents: high?.[n]?.cents ?? 0 },
  }));
}
