/** What other years teach: how much one year may differ from another, and which proposals are one event that comes back. */
import { plain } from '../duplicates.ts';
import type { Cents, PlanRange, Proposal } from '../rows.ts';

export interface YearAmount {
  readonly year: number;
  readonly cents: Cents;
}

/** From the amounts of some years: the smallest, the mean in whole euros, the largest. One year alone says nothing about
 *  how much they differ: then it may be anything from nothing to what was asked. */
export function rangeOf(amounts: readonly Cents[], askedCents: Cents = 0): PlanRange {
  const [only] = amounts;
  if (only === undefined) return { lowCents: 0, expectedCents: 0, highCents: 0 };
  if (amounts.length === 1) return { lowCents: 0, expectedCents: only, highCents: Math.max(only, askedCents) };
  const [lowCents, highCents] = [Math.min(...amounts), Math.max(...amounts)];
  const mean = amounts.reduce((sum, cents) => sum + cents, 0) / amounts.length;
  const rounded = Math.round(mean / 100) * 100;
  return { lowCents, expectedCents: Math.min(highCents, Math.max(lowCents, rounded)), highCents };
}

const yearsMax = 3;

/** The years to learn from: up to three before this one, because this one is not over. Where there is none, this one. */
export function yearsToLearnFrom(planYear: number, years: readonly number[]): readonly number[] {
  const known = [...new Set(years)].filter((year) => year < planYear).sort((a, b) => b - a);
  const over = known.filter((year) => year < planYear - 1).slice(0, yearsMax);
  return over.length === 0 ? known.slice(0, 1) : over;
}

/** The middle one; of two, the lower. 0 when there is none. */
export function medianOf(amounts: readonly Cents[]): Cents {
  const sorted = [...amounts].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}

/** Proposals of one event together, oldest first: repeated from one another, or with the same applicant and the same title
 *  but for the year in it. */
export function eventsOf(proposals: readonly Proposal[]): readonly (readonly [Proposal, ...Proposal[]])[] {
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const groups = new Map<string, [Proposal, ...Proposal[]]>();
  for (const proposal of [...proposals].sort((a, b) => a.year - b.year || (a.id < b.id ? -1 : 1))) {
    const name = nameOf(firstOf(proposal, byId));
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [proposal]);
    else group.push(proposal);
  }
  return [...groups.values()];
}

/** What comes back each year, with its editions from the lists of the city. Those name no kind and no applicant, so they go
 *  by who repeats them, or by their title. */
export function recurringOf(proposals: readonly Proposal[]): readonly Proposal[] {
  const recurring = proposals.filter(({ kind }) => kind === 'recurring_event');
  const byRepeat = new Map(recurring.map(({ repeatOfId, applicant }) => [repeatOfId, applicant]));
  const byTitle = new Map(recurring.map(({ title, applicant }) => [titleOf(title), applicant]));
  const before = proposals
    .filter(({ past }) => past === true)
    .flatMap((one) => {
      const applicant = byRepeat.get(one.id) ?? byTitle.get(titleOf(one.title));
      return applicant === undefined ? [] : [{ ...one, applicant }];
    });
  return [...recurring, ...before];
}

/** Without the year in it. */
const titleOf = (title: string): string =>
  plain(title)
    .replaceAll(/\b\d+\b/g, '')
    .replaceAll(/ +/g, ' ')
    .trim();

const nameOf = ({ title, applicant }: Proposal): string => JSON.stringify([titleOf(title), plain(applicant)]);

function firstOf(proposal: Proposal, byId: ReadonlyMap<string, Proposal>): Proposal {
  const seen = new Set<string>();
  let at = proposal;
  while (at.repeatOfId !== null && !seen.has(at.id)) {
    seen.add(at.id);
    const before = byId.get(at.repeatOfId);
    if (before === undefined) break;
    at = before;
  }
  return at;
}
