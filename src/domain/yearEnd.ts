/** What closing a year does with its money: the command books it, and the screen tells it before. */
import { addCents } from './money.ts';
import type { Cents, LedgerAccount, LedgerLine } from './rows.ts';

export interface SavedFor {
  readonly goalId: string;
  readonly cents: Cents;
  readonly ends: boolean; // with this year: it flows back. Else it goes along
}

export interface YearEnd {
  /** Go along to the next year as they stand; by proposal. */
  readonly promises: ReadonlyMap<string, Cents>;
  readonly advances: ReadonlyMap<string, Cents>;
  readonly savings: readonly SavedFor[];
  readonly underWayCents: Cents; // to another committee: goes along
  readonly organisationCents: Cents; // set apart for own costs and not spent
  /** What nobody promised, with what is left of own costs. Below 0: the next year begins with that much less. */
  readonly leftCents: Cents;
  readonly returnedCents: Cents; // all that flows back to the city
  readonly alongCents: Cents; // all that goes along
}

/** `untilYear`: of a goal. One that is not known ends, because its money cannot be left behind. */
export function yearEnd(
  year: number,
  lines: readonly LedgerLine[],
  untilYear: (goalId: string) => number | undefined,
): YearEnd {
  const balance = (account: LedgerAccount): Cents =>
    addCents(lines.filter((line) => line.account === account).map(({ amountCents }) => amountCents));
  const promises = sums(lines, 'awarded', ({ proposalId }) => proposalId ?? undefined);
  const advances = sums(lines, 'advance', ({ proposalId }) => proposalId ?? undefined);
  const savings = [...sums(lines, 'savings', ({ goalId }) => goalId)].map(([goalId, cents]) => ({
    ...{ goalId, cents, ends: (untilYear(goalId) ?? year) <= year },
  }));
  const saved = (ends: boolean): Cents =>
    addCents(savings.filter((one) => one.ends === ends).map(({ cents }) => cents));
  const [underWayCents, organisationCents] = [balance('under_way'), balance('organisation')];
  const leftCents = balance('free') + organisationCents;
  return {
    ...{ promises, advances, savings, underWayCents, organisationCents, leftCents },
    returnedCents: Math.max(0, leftCents) + saved(true),
    alongCents: addCents([...promises.values(), ...advances.values(), saved(false), underWayCents]),
  };
}

/** What is nothing by now stays away. */
function sums(
  lines: readonly LedgerLine[],
  account: LedgerAccount,
  key: (line: LedgerLine) => string | undefined,
): ReadonlyMap<string, Cents> {
  const found = new Map<string, Cents>();
  for (const line of lines) {
    const name = line.account === account ? key(line) : undefined;
    if (name !== undefined) found.set(name, addCents([found.get(name) ?? 0, line.amountCents]));
  }
  return new Map([...found].filter(([, cents]) => cents !== 0));
}
