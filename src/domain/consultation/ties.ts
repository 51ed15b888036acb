/** Ties between plans. The order is the one that equalshares.net recommends (Implementation, Tie breaking): the lower cost
 *  first, then more votes, then a lot. A lot is drawn once for a whole group of plans that could tie, and holds for every
 *  step of a method: other luck at another step would be unfair. */
import type { BallotTieRule } from '../rows.ts';
import type { Candidate } from './election.ts';

export interface Contender extends Candidate {
  readonly votes: number;
}

/** `lot`: numbers in the order drawn; empty while nothing was drawn. */
export interface TieBreak {
  readonly rule: BallotTieRule;
  readonly lot: readonly number[];
}

/** The method cannot go on without a lot over these plans. */
export class LotNeeded extends Error {
  readonly among: readonly number[];
  constructor(among: readonly number[]) {
    super(`a lot is needed among ${among.join(', ')}`);
    this.among = among;
  }
}

/** Which of plans that are equal for the method comes first. `all` are the plans that a lot may have to order together. */
export function firstOf(tied: readonly Contender[], all: readonly Contender[], { rule, lot }: TieBreak): Contender {
  const [only, ...more] = rule === 'lot' ? tied : cheapestOf(tied);
  if (only === undefined) throw new Error('nothing is tied');
  if (more.length === 0) return only;
  const group = [only, ...more];
  const place = ({ number }: Contender): number => lot.indexOf(number);
  if (group.some((one) => place(one) < 0)) throw new LotNeeded(lotGroup(only, all, rule));
  return group.reduce((best, one) => (place(one) < place(best) ? one : best));
}

function cheapestOf(tied: readonly Contender[]): readonly Contender[] {
  const lowest = Math.min(...tied.map(({ costCents }) => costCents));
  const cheap = tied.filter(({ costCents }) => costCents === lowest);
  const most = Math.max(...cheap.map(({ votes }) => votes));
  return cheap.filter(({ votes }) => votes === most);
}

/** All plans that this lot puts in order: those that the rule cannot tell apart, or every plan with a vote. */
function lotGroup(one: Contender, all: readonly Contender[], rule: BallotTieRule): readonly number[] {
  const alike = (other: Contender): boolean => other.costCents === one.costCents && other.votes === one.votes;
  return all
    .filter((other) => (rule === 'lot' ? other.votes > 0 : alike(other)))
    .map(({ number }) => number)
    .sort((a, b) => a - b);
}
