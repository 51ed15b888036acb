/** The evaluation's table (S18): decided projects by theme, district and year, in counts and in euros. */
import { splitCents } from './money.ts';
import type { Cents, Committee, Proposal } from './rows.ts';

export interface DecidedProject extends Pick<Proposal, 'year' | 'themeShares' | 'awardedCents'> {
  readonly district: string;
}
export interface ThemeRow {
  readonly district: string;
  readonly year: number;
  readonly theme: number;
  readonly count: number;
  readonly cents: Cents;
}
/** By theme number. */
export type ByTheme = Readonly<Record<string, number>>;

export interface ThemeTable {
  readonly rows: readonly ThemeRow[]; // every district × year × theme, zeros included; only years with a project
  readonly totals: Readonly<Record<string, ByTheme>>; // projects, by year and under `all`
  readonly totalCents: Readonly<Record<string, ByTheme>>;
  readonly percent: ByTheme; // of the projects of all years together, whole percents
  readonly percentOfCents: ByTheme;
}

const awarded: readonly Proposal['state'][] = ['awarded', 'partly_awarded', 'finished'];
export const isDecided = (proposal: Proposal): boolean => awarded.includes(proposal.state);

/** The decided projects of one committee, under the district that it lies in. */
export const decidedProjects = (
  proposals: readonly Proposal[],
  committee: Pick<Committee, 'district'> | undefined,
): readonly DecidedProject[] =>
  proposals.filter(isDecided).map((proposal) => ({ ...proposal, district: committee?.district ?? '' }));

/** A project counts under the theme with its largest share (of equal ones the first named); its euros go by share (D26). */
export function themeTable(projects: readonly DecidedProject[], themes: readonly number[]): ThemeTable {
  const cells = new Map<string, { count: number; cents: Cents }>();
  const cell = (...name: readonly (string | number)[]) => {
    const key = JSON.stringify(name);
    const known = cells.get(key) ?? { count: 0, cents: 0 };
    cells.set(key, known);
    return known;
  };
  for (const { district, year, themeShares, awardedCents } of projects) {
    const shares = themeShares.filter(({ percent }) => percent > 0);
    const [first] = shares;
    if (first === undefined) continue;
    const largest = shares.reduce((best, share) => (share.percent > best.percent ? share : best), first);
    const parts = splitCents(
      awardedCents,
      shares.map(({ percent }) => percent),
    );
    for (const row of [cell(district, year, largest.theme), cell(year, largest.theme), cell('all', largest.theme)])
      row.count += 1;
    shares.forEach(({ theme }, n) => {
      for (const row of [cell(district, year, theme), cell(year, theme), cell('all', theme)])
        row.cents += parts[n] ?? 0;
    });
  }
  const numbers = sorted([...themes, ...projects.flatMap((one) => one.themeShares.map(({ theme }) => theme))]);
  const years = sorted(projects.map(({ year }) => year));
  const districts = [...new Set(projects.map(({ district }) => district))].sort();
  const total = (of: 'count' | 'cents'): Record<string, ByTheme> =>
    Object.fromEntries(
      [...years, ...(years.length === 0 ? [] : ['all'])].map((year) => [
        String(year),
        Object.fromEntries(numbers.map((theme) => [theme, cell(year, theme)[of]])),
      ]),
    );
  const [totals, totalCents] = [total('count'), total('cents')];
  return {
    rows: districts.flatMap((district) =>
      years.flatMap((year) => numbers.map((theme) => ({ district, year, theme, ...cell(district, year, theme) }))),
    ),
    ...{ totals, totalCents },
    ...{ percent: percents(totals['all']), percentOfCents: percents(totalCents['all']) },
  };
}

const sorted = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b);

/** Each rounded by itself, half up, as the evaluation does (2.5 % of 33 in 1,308 is its 3 %): they may add up to 99 or 101. */
function percents(counts: ByTheme = {}): ByTheme {
  const sum = Object.values(counts).reduce((total, count) => total + count, 0);
  const share = (count: number): number => (sum === 0 ? 0 : Math.floor((count * 200 + sum) / (2 * sum)));
  return Object.fromEntries(Object.entries(counts).map(([theme, count]) => [theme, share(count)]));
}
