/** Tasks that come with a date or out of what others wrote down: they stand on the list of tasks, and on Vandaag only for
 *  whom they are. */
import { isCommitteeRole } from '../access.ts';
import { matchesById, standing } from '../bank/match.ts';
import { papersOf } from '../consultation/stacks.ts';
import { addDays, yearOf } from '../dates.ts';
import { reportDueOn, reportStage, yearReportDueOn, yearsToTell } from '../outcome.ts';
import type {
  BallotCount,
  BallotStack,
  BankImport,
  BankMatch,
  BankTransaction,
  BudgetYear,
  Consultation,
  CounterContribution,
  IsoDate,
  ListAdoption,
  Meeting,
  Outcome,
  Proposal,
  SpendingPlan,
  SupportIndication,
} from '../rows.ts';
import { waitsForDecision } from '../ruleCheck/road.ts';
import { keepUntil, maySettle } from '../support.ts';
import type { Finder, Found } from './openTasks.ts';

export interface FurtherRows {
  readonly budgetYears: readonly BudgetYear[];
  readonly contributions: readonly CounterContribution[];
  readonly outcomes: readonly Outcome[];
  readonly indications: readonly SupportIndication[];
  readonly adoptions: readonly ListAdoption[];
  readonly consultations: readonly Consultation[];
  readonly stacks: readonly BallotStack[];
  readonly ballotCounts: readonly BallotCount[];
  readonly spendingPlans: readonly SpendingPlan[];
  /** Left out where it is not asked (Vandaag, the count in the menu): a year of bank lines is much to read. */
  readonly bank?: BankRows;
}
export interface BankRows {
  readonly transactions: readonly BankTransaction[];
  readonly imports: readonly BankImport[];
  readonly matches: readonly BankMatch[];
}

export function furtherTasks(finder: Finder): readonly Found[] {
  return [
    ...written(finder),
    ...nextSteps(finder),
    ...consultations(finder),
    ...lists(finder),
    ...ofProposals(finder),
    ...bankLines(finder),
    ...ofYears(finder),
  ];
}

function written(finder: Finder): readonly Found[] {
  return finder.input.tasks.flatMap(({ id, written: task }) => {
    if (task === null) return [];
    const { text, dueOn, proposalId, district } = task;
    const doers = finder.mayDo('written').filter(({ role }) => district !== undefined || isCommitteeRole(role));
    const more = {
      text,
      proposalId,
      dueOn,
      dueBecause: 'agreed',
      doerIds: doers.map(({ personId }) => personId),
    } as const;
    return [{ ...finder.task('written', id, more), district: district ?? null }];
  });
}

const isAwarded = ({ state }: Proposal): boolean => state === 'awarded' || state === 'partly_awarded';
/** Nothing is done any more with one that was refused, withdrawn or closed. */
const isAlive = (proposal: Proposal): boolean => waitsForDecision(proposal) || isAwarded(proposal);

function nextSteps(finder: Finder): readonly Found[] {
  const alive = new Set(finder.input.proposals.filter(isAlive).map(({ id }) => id));
  return finder.input.owners
    .filter(({ id, nextStep }) => nextStep !== '' && alive.has(id))
    .map(({ id, nextStep: text, dueOn }) =>
      finder.task('next_step', id, { proposalId: id, text, dueOn, dueBecause: 'agreed' }),
    );
}

function consultations(finder: Finder): readonly Found[] {
  const { today, consultations: all, stacks, ballotCounts, members } = finder.input;
  const voters = members.filter(
    ({ active, role }) => active && finder.mayDo('stack_differs').some((one) => one.role === role),
  ).length;
  return all
    .filter(({ state, heldOn }) => state === 'announced' && heldOn <= today)
    .flatMap(({ id, heldOn, options }) => {
      const own = stacks.filter(({ consultationId }) => consultationId === id);
      const papers = papersOf(
        own,
        ballotCounts,
        options.map(({ number }) => number),
      );
      const day = { dueOn: heldOn, dueBecause: 'meeting' } as const;
      const open = papers.stacks.flatMap(({ stackId, state, countedBy, number: count }) => {
        const item = (kind: 'stack_second_count' | 'stack_differs', may: (personId: string) => boolean) =>
          finder.task(kind, stackId, {
            ...{ ...day, count },
            doerIds: finder
              .mayDo(kind)
              .map(({ personId }) => personId)
              .filter(may),
          });
        if (state === 'one_count') return [item('stack_second_count', (personId) => !countedBy.includes(personId))];
        if (state === 'differs') return [item('stack_differs', (personId) => maySettle(countedBy, personId, voters))];
        return [];
      });
      return open.length > 0 || heldOn === today ? open : [finder.task('consultation_to_close', id, day)];
    });
}

/** A list is adopted in the next meeting: without one there is nothing to do yet. As far back as the screen of a meeting
 *  offers lists. */
const listsMax = 3;

function lists(finder: Finder): readonly Found[] {
  const { meetings, adoptions } = finder.input;
  const adopted = new Set(adoptions.filter(({ withdrawn }) => !withdrawn).map(({ meetingId }) => meetingId));
  const coming = meetings.filter(({ state }) => state !== 'closed').sort(byDay)[0];
  if (coming === undefined) return [];
  return meetings
    .filter((one) => one.state === 'closed' && one.enteredAfterwards !== true && byDay(one, coming) < 0)
    .sort((a, b) => byDay(b, a))
    .slice(0, listsMax)
    .filter(({ id }) => !adopted.has(id))
    .map(({ id }) => finder.task('list_to_adopt', id, { dueOn: coming.plannedOn, dueBecause: 'meeting' }));
}

const byDay = (a: Meeting, b: Meeting): number =>
  `${a.plannedOn} ${a.startTime}` < `${b.plannedOn} ${b.startTime}` ? -1 : 1;

function ofProposals(finder: Finder): readonly Found[] {
  const { today, indications, contributions, outcomes, advice, adviceAnswers } = finder.input;
  const byId = new Map(finder.input.proposals.map((one) => [one.id, one]));
  const outcomeById = new Map(outcomes.map((one) => [one.id, one]));
  const waits = (proposalId: string): boolean => {
    const proposal = byId.get(proposalId);
    return proposal !== undefined && waitsForDecision(proposal);
  };
  const withMakers = (
    kind: 'counter_contribution' | 'outcome_due' | 'outcome_year_due',
    proposalId: string,
  ): readonly string[] => [...finder.mayDo(kind).map(({ personId }) => personId), ...finder.makersOf(proposalId)];
  return [
    ...indications
      .filter((one) => one.kind === 'objection' && one.answer === '' && one.withdrawnReason === null)
      .filter(({ proposalId }) => waits(proposalId))
      .map(({ id, proposalId }) => finder.task('objection_to_answer', id, finder.beforeMeeting(proposalId))),
    ...advice
      .filter((one) => !one.withdrawn && waits(one.proposalId))
      .flatMap(({ id, proposalId, neededBy, askedBy }) => {
        const views = adviceAnswers.filter(({ adviceId }) => adviceId === id).map(({ view }) => view);
        const late = views.length === 0 && neededBy !== null && neededBy < today;
        if (late)
          return [finder.task('advice_late', id, { proposalId, askedBy, dueOn: neededBy, dueBecause: 'asked' })];
        const heavy = views.includes('objection') || views.includes('with_conditions');
        return heavy ? [finder.task('advice_to_handle', id, { ...finder.beforeMeeting(proposalId), askedBy })] : [];
      }),
    ...contributions
      .filter(({ deliveredOn, proposalId }) => {
        const proposal = byId.get(proposalId);
        return deliveredOn === null && proposal !== undefined && isAwarded(proposal);
      })
      .map(({ id, proposalId, what: text, dueOn }) =>
        finder.task('counter_contribution', id, {
          ...{ proposalId, text, dueOn, dueBecause: 'agreed' as const },
          doerIds: withMakers('counter_contribution', proposalId),
        }),
      ),
    ...finder.input.proposals
      .filter((one) => reportStage(one, outcomeById.get(one.id), today) === 'due')
      .map((one) =>
        finder.task('outcome_due', one.id, {
          ...{ proposalId: one.id, dueOn: reportDueOn(one), dueBecause: 'report' as const },
          doerIds: withMakers('outcome_due', one.id),
        }),
      ),
    ...finder.input.proposals.flatMap((one) =>
      yearsToTell(one, outcomeById.get(one.id), today).map((year) =>
        finder.task('outcome_year_due', `${one.id}:${year}`, {
          ...{ proposalId: one.id, dueOn: yearReportDueOn(year), dueBecause: 'report_year' as const },
          doerIds: withMakers('outcome_year_due', one.id),
        }),
      ),
    ),
  ];
}

function bankLines(finder: Finder): readonly Found[] {
  const { bank } = finder.input;
  if (bank === undefined) return [];
  const matched = matchesById(bank.matches);
  const count = standing(bank.transactions, bank.imports).filter(({ id }) => !matched.has(id)).length;
  return count === 0 ? [] : [finder.task('bank_lines', 'open', { count })];
}

/** Known from the city's own lists only: its books were kept elsewhere, so there is nothing here to close. */
function isBeforeTheApp({ year, smallLimitCents }: BudgetYear, proposals: readonly Proposal[]): boolean {
  const own = proposals.filter((one) => one.year === year);
  return smallLimitCents === 0 && own.length > 0 && own.every(({ past }) => past === true);
}

/** From these many days before it is due. */
const planShownDays = 60;
const paperShownDays = 30;

function ofYears(finder: Finder): readonly Found[] {
  const { today, budgetYears, spendingPlans, sheets, proposals } = finder.input;
  const planned = new Set(spendingPlans.map(({ year }) => year));
  const thisYear = yearOf(today);
  const planDue: IsoDate = `${thisYear}-09-30`;
  const planIsDue =
    budgetYears.some(({ year }) => year === thisYear) &&
    !planned.has(thisYear + 1) &&
    today >= addDays(planDue, -planShownDays);
  const yearById = new Map(proposals.map(({ id, year }) => [id, year]));
  const kept = sheets.filter(({ destroyed }) => destroyed === undefined);
  const sheetYears = kept.flatMap(({ proposalId }) => yearById.get(proposalId) ?? []);
  const papers = [...new Set(sheetYears)].filter((year) => today >= addDays(keepUntil(year), -paperShownDays));
  return [
    ...budgetYears
      .filter((one) => one.closedInto === undefined && one.year < thisYear && !isBeforeTheApp(one, proposals))
      .map(({ year }) =>
        finder.task('year_to_close', String(year), { dueOn: `${year + 1}-03-31`, dueBecause: 'year' }),
      ),
    ...(planIsDue ? [finder.task('plan_due', String(thisYear + 1), { dueOn: planDue, dueBecause: 'plan' })] : []),
    ...papers
      .sort((a, b) => a - b)
      .map((year) =>
        finder.task('sheets_to_destroy', String(year), {
          ...{ dueOn: keepUntil(year), dueBecause: 'paper' as const },
          count: sheetYears.filter((one) => one === year).length,
        }),
      ),
  ];
}
