/** The evaluation's table (S18): decided projects by theme, district and year, in counts and in euros. */
import type { Cents, Committee, Proposal } from './rows.ts';
import { themeParts } from './themeShares.ts';

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

/** Only themes that a project has; in no order. */
export function themeCells(projects: readonly DecidedProject[]): readonly ThemeRow[] {
  const cells = new Cells();
  for (const { district, year, themeShares, awardedCents } of projects) {
    for (const part of themeParts(themeShares, awardedCents)) cells.add({ district, year, ...part });
  }
  return cells.all();
}

export const themeTable = (projects: readonly DecidedProject[], themes: readonly number[]): ThemeTable =>
  tableOf(themeCells(projects), themes);

/** The table of cells of any number of bodies and years: cells of one district, year and theme are added up. */
export function tableOf(given: readonly ThemeRow[], themes: readonly number[]): ThemeTable {
  const cells = new Cells(given);
  const byYear = new Cells(given.map((one) => ({ ...one, district: '' })));
  const together = new Cells(given.map((one) => ({ ...one, district: '', year: 0 })));
  const numbers = sorted([...themes, ...given.map(({ theme }) => theme)]);
  const years = sorted(given.map(({ year }) => year));
  const districts = [...new Set(given.map(({ district }) => district))].sort();
  const line = (from: Cells, year: number, of: 'count' | 'cents'): ByTheme =>
    Object.fromEntries(numbers.map((theme) => [theme, from.at({ district: '', year, theme })[of]]));
  const total = (of: 'count' | 'cents'): Record<string, ByTheme> => ({
    ...Object.fromEntries(years.map((year) => [String(year), line(byYear, year, of)])),
    ...(years.length === 0 ? {} : { all: line(together, 0, of) }),
  });
  const [totals, totalCents] = [total('count'), total('cents')];
  return {
    rows: districts.flatMap((district) =>
      years.flatMap((year) => numbers.map((theme) => cells.at({ district, year, theme }))),
    ),
    ...{ totals, totalCents },
    ...{ percent: percents(totals['all']), percentOfCents: percents(totalCents['all']) },
  };
}

type CellName = Pick<ThemeRow, 'district' | 'year' | 'theme'>;

/** Counts and euros by district, year and theme. */
class Cells {
  private readonly found = new Map<string, ThemeRow>();

  constructor(given: readonly ThemeRow[] = []) {
    for (const one of given) this.add(one);
  }

  add({ count, cents, ...name }: ThemeRow): void {
    const known = this.at(name);
    this.found.set(keyOf(name), { ...known, count: known.count + count, cents: known.cents + cents });
  }

  /** Zero where nothing was added. */
  at({ district, year, theme }: CellName): ThemeRow {
    return this.found.get(keyOf({ district, year, theme })) ?? { district, year, theme, count: 0, cents: 0 };
  }

  all(): readonly ThemeRow[] {
    return [...this.found.values()];
  }
}

const keyOf = ({ district, year, theme }: CellName): string => JSON.stringify([district, year, theme]);

const sorted = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b);

/** Each rounded by itself, half up, as the evaluation does (2.5 % of 33 in 1,308 is its 3 %): they may add up to 99 or 101. */
function percents(counts: ByTheme = {}): ByTheme {
  const sum = Object.values(counts).reduce((total, count) => total + count, 0);
  const share = (count: number): number => (sum === 0 ? 0 : Math.floor((count * 200 + sum) / (2 * sum)));
  return Object.fromEntries(Object.entries(counts).map(([theme, count]) => [theme, share(count)]));
}
