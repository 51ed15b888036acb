/** An estimate of the hours that volunteers did not spend, because what they wrote down once was used again (S15). Counts out
 *  of the rows, times minutes that are our assumption and nobody's measurement: the screen shows both, so that a
 *  committee can reckon with its own. */
import { yearOf } from '../dates.ts';
import type { BankMatch, Claim, Meeting, Proposal, SpendingPlan } from '../rows.ts';

/** What each would have taken by hand, in minutes, with paper and a spreadsheet. */
export const minutesByHand = {
  decision_list: 45, // typing out the list of a meeting
  bank_line: 2, // finding the claim of a line and writing it in the books
  claim: 5, // receipt, mail and spreadsheet of a claim that was judged
  repeat: 15, // typing over last year's plan
  plan: 180, // next year's spending plan
} as const;

export type SavedBy = keyof typeof minutesByHand;

export interface Saved {
  readonly by: SavedBy;
  readonly count: number;
  readonly minutes: number;
}

export interface SavedIn {
  readonly year: number;
  readonly meetings: readonly Pick<Meeting, 'state' | 'plannedOn'>[];
  readonly matches: readonly Pick<BankMatch, 'undone' | 'matchedOn'>[];
  readonly claims: readonly Pick<Claim, 'state' | 'proposalId'>[];
  readonly proposals: readonly Pick<Proposal, 'id' | 'year' | 'repeatOfId' | 'past'>[];
  readonly plans: readonly Pick<SpendingPlan, 'year'>[];
}

/** Only what there was, the most first. */
export function hoursSaved({ year, meetings, matches, claims, proposals, plans }: SavedIn): readonly Saved[] {
  const own = proposals.filter((one) => one.year === year && one.past !== true);
  const ids = new Set(own.map(({ id }) => id));
  const counts: Readonly<Record<SavedBy, number>> = {
    decision_list: meetings.filter(({ state, plannedOn }) => state === 'closed' && yearOf(plannedOn) === year).length,
    bank_line: matches.filter(({ undone, matchedOn }) => !undone && yearOf(matchedOn) === year).length,
    claim: claims.filter(({ state, proposalId }) => state === 'approved' && ids.has(proposalId)).length,
    repeat: own.filter(({ repeatOfId }) => repeatOfId !== null).length,
    plan: plans.some((one) => one.year === year + 1) ? 1 : 0, // made in this year, however often it was finished
  };
  return (Object.keys(counts) as SavedBy[])
    .map((by) => ({ by, count: counts[by], minutes: counts[by] * minutesByHand[by] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.minutes - a.minutes);
}

/** Whole hours, down: an estimate that promises too little does no harm. */
export const wholeHours = (saved: readonly Saved[]): number =>
  Math.floor(saved.reduce((sum, { minutes }) => sum + minutes, 0) / 60);
