/** What each theme gets of a project (D26): one rule for every table, chart and plan. */
import { splitCents } from './money.ts';
import type { Cents, ThemeShare } from './rows.ts';

export interface ThemePart {
  readonly theme: number;
  readonly count: 0 | 1; // 1 for the theme under which the project counts
  readonly cents: Cents;
}

/** A project counts under its largest share (of equal ones the first named); an amount goes by share with the largest
 *  remainder, to the cent. None where no share says anything. */
export function themeParts(themeShares: readonly ThemeShare[], cents: Cents): readonly ThemePart[] {
  const shares = themeShares.filter(({ percent }) => percent > 0);
  if (shares.length === 0) return [];
  const percents = shares.map(({ percent }) => percent);
  const largest = percents.indexOf(Math.max(...percents));
  const parts = splitCents(cents, percents);
  return shares.map(({ theme }, n) => ({ theme, count: n === largest ? 1 : 0, cents: parts[n] ?? 0 }));
}
