/** Simple approval: plans in the order of their votes, each taken when the money that is left pays for it. A plan that is
 *  too dear is passed over, and the next one may still fit. */
import type { Cents } from '../rows.ts';
import { type Contender, firstOf, type TieBreak } from './ties.ts';

export interface ApprovalStep {
  readonly number: number;
  readonly votes: number;
  readonly costCents: Cents;
  readonly chosen: boolean;
  readonly leftCents: Cents; // before this plan
}

/** Only plans with a vote take part. Throws LotNeeded when the order of equal plans decides and no lot was drawn. */
export function byApproval(
  contenders: readonly Contender[],
  budgetCents: Cents,
  ties: TieBreak,
): readonly ApprovalStep[] {
  const supported = contenders.filter(({ votes }) => votes > 0);
  const steps: ApprovalStep[] = [];
  let leftCents = budgetCents;
  let waiting = supported;
  while (waiting.length > 0) {
    const next = nextOf(waiting, supported, leftCents, ties);
    const chosen = next.costCents <= leftCents;
    steps.push({ number: next.number, votes: next.votes, costCents: next.costCents, chosen, leftCents });
    if (chosen) leftCents -= next.costCents;
    waiting = waiting.filter((one) => one !== next);
  }
  return steps;
}

function nextOf(waiting: readonly Contender[], all: readonly Contender[], leftCents: Cents, ties: TieBreak): Contender {
  const most = Math.max(...waiting.map(({ votes }) => votes));
  const tied = waiting.filter(({ votes }) => votes === most);
  const byNumber = tied.reduce((best, one) => (one.number < best.number ? one : best));
  const together = tied.reduce((sum, { costCents }) => sum + costCents, 0);
  const noneFits = tied.every(({ costCents }) => costCents > leftCents);
  // When all of them are taken, or none is, their order decides nothing: no lot for that.
  return together <= leftCents || noneFits ? byNumber : firstOfFitting(tied, all, leftCents, ties);
}

/** Under `cheapest`, equal plans of one price need a lot only when some of them fit and some do not. */
function firstOfFitting(
  tied: readonly Contender[],
  all: readonly Contender[],
  leftCents: Cents,
  ties: TieBreak,
): Contender {
  if (ties.rule === 'cheapest') {
    const lowest = Math.min(...tied.map(({ costCents }) => costCents));
    const cheap = tied.filter(({ costCents }) => costCents === lowest);
    const [first] = cheap;
    if (first !== undefined && lowest * cheap.length <= leftCents) return first;
  }
  return firstOf(tied, all, ties);
}
