/** What came of projects: what is still missing, when it is due, and how far a proposal is on its way from award to closed
 *  book. Codes and numbers only. */
import { addDays } from './dates.ts';
import { addCents } from './money.ts';
import type { Cents, IsoDate, LedgerLine, Outcome, OutcomeYear, Proposal } from './rows.ts';

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

/** A plan runs for at most this many years. */
export const yearsMax = 5;
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

export const saysSomething = ({ visitors, story }: Pick<OutcomeYear, 'visitors' | 'story'>): boolean =>
  visitors !== null || story.trim() !== '';

type Runs = Pick<Proposal, 'year' | 'untilYear'>;

export const runsIn = ({ year: first, untilYear = first }: Runs, year: number): boolean =>
  first <= year && year <= untilYear;

/** Of a project of more years: what was told of its years one by one. The last is mostly in the report of the whole. */
export const yearsTold = (
  { years = [] }: Pick<Outcome, 'years'>,
  { year, untilYear = year }: Runs,
): readonly OutcomeYear[] =>
  untilYear === year ? [] : years.filter((one) => one.year <= untilYear && saysSomething(one));

/** What was told of one year: of the last one, and of a project of one year, in the report itself. */
export function toldOfYear(
  { year: first, untilYear = first }: Runs,
  outcome: Pick<Outcome, 'visitors' | 'story' | 'years'> | undefined,
  year: number,
): OutcomeYear | undefined {
  const own = outcome?.years?.find((one) => one.year === year);
  if (own !== undefined && saysSomething(own)) return own;
  if (outcome === undefined || year !== untilYear || !saysSomething(outcome)) return undefined;
  return { year, visitors: outcome.visitors, story: outcome.story };
}

/** Years of a project of more years that are over and not told, the earliest first. Once all of it is over and reported,
 *  nobody asks for them any more. */
export function yearsToTell(proposal: Proposal, outcome: Outcome | undefined, today: IsoDate): readonly number[] {
  const { year, untilYear = year } = proposal;
  const stage = reportStage(proposal, outcome, today);
  if (stage !== 'running' && !(stage === 'reported' && today <= overOn(proposal))) return [];
  return Array.from({ length: untilYear - year }, (_, n) => year + n).filter(
    (each) => today > `${each}-12-31` && toldOfYear(proposal, outcome, each) === undefined,
  );
}

/** Four weeks after the year. */
export const yearReportDueOn = (year: number): IsoDate => addDays(`${year}-12-31`, weeksToReport * 7);

/** A project of more years in one of them. */
export interface RunningProject {
  readonly proposal: Proposal;
  readonly told: OutcomeYear | undefined;
}

/** Projects of more years that got money and run in this year. */
export function runningIn(
  proposals: readonly Proposal[],
  outcomes: readonly Outcome[],
  year: number,
): readonly RunningProject[] {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return proposals
    .filter((proposal) => proposal.untilYear !== undefined && runsIn(proposal, year))
    .filter(({ state, awardedCents }) => awardedCents > 0 && state !== 'withdrawn')
    .map((proposal) => ({ proposal, told: toldOfYear(proposal, byId.get(proposal.id), year) }));
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
