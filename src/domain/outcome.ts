/** What came of projects: what is still missing, when it is due, and how far a proposal is on its way from award to closed
 *  book. Codes and numbers only. */
import { addDays } from './dates.ts';
import { addCents } from './money.ts';
import type { Cents, IsoDate, LedgerLine, Outcome, Proposal } from './rows.ts';

export const noOutcome = (proposalId: string): Outcome => ({
  ...{ id: proposalId, visitors: null, story: '', nicer: null, nicerFor: '', withoutBudget: null },
  ...{ sideEffects: '', volunteers: null, volunteerHours: null, photos: [] },
});

export type MissingInOutcome = 'told' | 'nicer' | 'without_budget';

/** A report is there when somebody told what happened (a story or a number of visitors) and answered the questions of the
 *  city (S20). Side effects, photos and hours are welcome and never missing. */
export function missingInOutcome(outcome: Outcome | undefined): readonly MissingInOutcome[] {
  const { visitors, story, nicer, withoutBudget } = outcome ?? noOutcome('');
  return [
    ...(visitors === null && story.trim() === '' ? (['told'] as const) : []),
    ...(nicer === null ? (['nicer'] as const) : []),
    ...(withoutBudget === null ? (['without_budget'] as const) : []),
  ];
}

const weeksToReport = 4;

/** When it is over: its last day, or for one that runs for more years the end of the last of them. */
export function overOn({ period, year, untilYear }: Pick<Proposal, 'period' | 'year' | 'untilYear'>): IsoDate {
  return untilYear === undefined && period !== null ? period.until : `${untilYear ?? year}-12-31`;
}

/** Four weeks after it is over. */
export const reportDueOn = (proposal: Pick<Proposal, 'period' | 'year' | 'untilYear'>): IsoDate =>
  addDays(overOn(proposal), weeksToReport * 7);

/** none: nothing was awarded, or it was before this app · running · due: it is over and not yet told · reported · closed. */
export type ReportStage = 'none' | 'running' | 'due' | 'reported' | 'closed';

export function reportStage(proposal: Proposal, outcome: Outcome | undefined, today: IsoDate): ReportStage {
  const { state, past } = proposal;
  const awarded = state === 'awarded' || state === 'partly_awarded';
  if (past === true || (!awarded && state !== 'finished')) return 'none';
  if (missingInOutcome(outcome).length === 0) return awarded ? 'reported' : 'closed';
  return state === 'finished' || today > overOn(proposal) ? 'due' : 'running';
}

export interface YearOfProposal {
  readonly year: number;
  readonly paidCents: Cents;
  readonly leftCents: Cents; // promised and still in this year, open advances included; 0 once it went along to the next
}

/** What a proposal cost in each year, out of its own ledger lines. */
export function moneyByYear(lines: readonly LedgerLine[]): readonly YearOfProposal[] {
  const years = [...new Set(lines.map(({ year }) => year))].sort((a, b) => a - b);
  return years.map((year) => {
    const sum = (account: LedgerLine['account']): Cents =>
      addCents(lines.filter((line) => line.year === year && line.account === account).map((line) => line.amountCents));
    return { year, paidCents: sum('paid'), leftCents: sum('awarded') + sum('advance') };
  });
}
