/** The method of equal shares (Peters, Pierczyński and Skowron, Proportional Participatory Budgeting with Additive
 *  Utilities, NeurIPS 2021; equalshares.net). The money is divided equally over the voters. Again and again the plan is
 *  taken that costs its voters least for what it gives them, and its cost is divided over them as equally as their money
 *  allows. Completed as equalshares.net recommends: every voter gets one euro more for as long as the outcome stays within
 *  the budget and some plan would still fit (Add1); what is left goes to the plans with the most votes (utilitarian).
 *
 *  No rounding decides: the money of all voters is kept as whole numbers over one common denominator. */
import type { Cents } from '../rows.ts';
import { byApproval } from './approval.ts';
import { type BallotGroup, type Candidate, type Election, votesByNumber } from './election.ts';
import { type Contender, firstOf, type TieBreak } from './ties.ts';

/** cost: a plan is worth its price to whoever chose it (the papers' cost utilities; what cities use) · count: every plan
 *  is worth the same. Points multiply either. */
export type Utility = 'cost' | 'count';

/** Exact: `num / den`. Money is in cents. */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

export interface Payment {
  readonly group: BallotGroup;
  readonly each: Ratio; // what each voter of the group pays
}

export interface ShareRound {
  readonly number: number;
  readonly rate: Ratio; // cents per unit of utility: the lowest of this round
  readonly payments: readonly Payment[];
  readonly payMost: Ratio; // the largest payment of one voter
}

export interface EqualSharesResult {
  readonly shareCents: Ratio; // what every voter began with, completion included
  readonly raisedEuros: number; // how many euros the completion added for each voter
  readonly rounds: readonly ShareRound[];
  readonly leftOver: readonly number[]; // taken with what was left, most votes first
  readonly chosen: readonly number[]; // all, in the order in which they were taken
  readonly leftCents: Cents;
}

export interface EqualSharesOptions {
  readonly utility: Utility;
  readonly ties: TieBreak;
}

const euroCents = 100;

export function byEqualShares(election: Election, { utility, ties }: EqualSharesOptions): EqualSharesResult {
  const votes = votesByNumber(election);
  const contenders = election.candidates.map((one) => ({ ...one, votes: votes.get(one.number) ?? 0 }));
  const count = new Count(election, contenders, utility, ties);
  let raisedEuros = 0;
  let rounds = count.run(raisedEuros);
  while (!isExhaustive(rounds, contenders, election.budgetCents)) {
    const next = count.run(raisedEuros + 1);
    if (costOf(next, contenders) > election.budgetCents) break;
    raisedEuros += 1;
    rounds = next;
  }
  const taken = rounds.map(({ number }) => number);
  const leftCents = election.budgetCents - costOf(rounds, contenders);
  const rest = byApproval(
    contenders.filter(({ number }) => !taken.includes(number)),
    leftCents,
    ties,
  ).filter(({ chosen }) => chosen);
  return {
    shareCents: count.share(raisedEuros),
    raisedEuros,
    rounds,
    leftOver: rest.map(({ number }) => number),
    chosen: [...taken, ...rest.map(({ number }) => number)],
    leftCents: rest.reduce((left, { costCents }) => left - costCents, leftCents),
  };
}

/** One run with a fixed share, without completion: the bare method of the papers. */
export function equalSharesRounds(election: Election, { utility, ties }: EqualSharesOptions): readonly ShareRound[] {
  const votes = votesByNumber(election);
  const contenders = election.candidates.map((one) => ({ ...one, votes: votes.get(one.number) ?? 0 }));
  return new Count(election, contenders, utility, ties).run(0);
}

/** No further plan with a vote fits. What costs nothing is nobody's to pay: it is added at the end. */
function isExhaustive(rounds: readonly ShareRound[], all: readonly Contender[], budgetCents: Cents): boolean {
  const left = budgetCents - costOf(rounds, all);
  return !all.some(
    ({ number, costCents, votes }) =>
      votes > 0 && costCents > 0 && costCents <= left && !rounds.some((round) => round.number === number),
  );
}

function costOf(rounds: readonly ShareRound[], all: readonly Candidate[]): Cents {
  return rounds.reduce((sum, round) => sum + (all.find(({ number }) => number === round.number)?.costCents ?? 0), 0);
}

interface Supporter {
  readonly at: number; // which group
  readonly count: bigint;
  readonly worth: bigint; // utility of each, divided by `unit`
}
interface Plan extends Contender {
  readonly cost: bigint;
  readonly unit: bigint; // common divisor of its voters' utilities: keeps the numbers small
  readonly supporters: readonly Supporter[];
}
interface Offer {
  readonly plan: Plan;
  readonly num: bigint; // of the rate: num / (den * unit * denominator of all money)
  readonly den: bigint;
  readonly rate: Ratio;
}

class Count {
  readonly #election: Election;
  readonly #contenders: readonly Contender[];
  readonly #plans: readonly Plan[];
  readonly #ties: TieBreak;

  constructor(election: Election, contenders: readonly Contender[], utility: Utility, ties: TieBreak) {
    this.#election = election;
    this.#contenders = contenders;
    this.#ties = ties;
    this.#plans = contenders
      .filter(({ votes, costCents }) => votes > 0 && costCents > 0)
      .map((one) => planOf(one, election.groups, utility));
  }

  share(raisedEuros: number): Ratio {
    const { budgetCents, voterCount } = this.#election;
    const voters = BigInt(Math.max(1, voterCount));
    return { num: BigInt(budgetCents) + BigInt(raisedEuros * euroCents) * voters, den: voters };
  }

  run(raisedEuros: number): readonly ShareRound[] {
    const { groups } = this.#election;
    const share = this.share(raisedEuros);
    let unit = share.den; // the money of group g is money[g] / unit
    let money = groups.map(() => share.num);
    let waiting = this.#plans;
    /** A plan never gets cheaper for its voters, so what it cost before tells which ones need no second look. */
    const before = new Map<Plan, Ratio>();
    const rounds: ShareRound[] = [];
    for (;;) {
      waiting = waiting.filter((plan) => canPay(plan, money, unit));
      const offer = this.#best(waiting, before, money, unit);
      if (offer === undefined) return rounds;
      const { plan, num, den } = offer;
      const pays = new Map(
        plan.supporters.map(({ at, worth }) => [at, least((money[at] ?? 0n) * den, num * worth)] as const),
      );
      unit *= den;
      const paid = { unit, groups };
      rounds.push(roundOf(offer, pays, paid));
      money = money.map((has, at) => has * den - (pays.get(at) ?? 0n));
      waiting = waiting.filter((one) => one !== plan);
    }
  }

  #best(waiting: readonly Plan[], before: Map<Plan, Ratio>, money: readonly bigint[], unit: bigint): Offer | undefined {
    let best: Offer[] = [];
    const order = [...waiting].sort((a, b) => compare(before.get(a) ?? zero, before.get(b) ?? zero));
    for (const plan of order) {
      const [first] = best;
      const known = before.get(plan);
      if (first !== undefined && known !== undefined && compare(known, first.rate) > 0) break;
      const offer = offerOf(plan, money, unit);
      before.set(plan, offer.rate);
      const versus = first === undefined ? -1 : compare(offer.rate, first.rate);
      if (versus < 0) best = [offer];
      else if (versus === 0) best.push(offer);
    }
    if (best.length < 2) return best[0];
    const winner = firstOf(
      best.map(({ plan }) => plan),
      this.#contenders,
      this.#ties,
    );
    return best.find(({ plan }) => plan === winner);
  }
}

const zero: Ratio = { num: 0n, den: 1n };

function planOf(contender: Contender, groups: readonly BallotGroup[], utility: Utility): Plan {
  const { number, costCents } = contender;
  const each = utility === 'cost' ? BigInt(costCents) : 1n;
  const found = groups.flatMap(({ ballot, voterCount }, at) => {
    const points = ballot.find((choice) => choice.number === number)?.points ?? 0;
    return points > 0 ? [{ at, count: BigInt(voterCount), points: BigInt(points) }] : [];
  });
  const divisor = found.reduce((so, { points }) => greatestDivisor(so, points), 0n) || 1n;
  const supporters = found.map(({ at, count, points }) => ({ at, count, worth: points / divisor }));
  return { ...contender, cost: BigInt(costCents), unit: each * divisor, supporters };
}

function canPay({ supporters, cost }: Plan, money: readonly bigint[], unit: bigint): boolean {
  return supporters.reduce((sum, { at, count }) => sum + count * (money[at] ?? 0n), 0n) >= cost * unit;
}

/** The lowest rate at which its voters together pay the cost, each at most the money that is left. */
function offerOf(plan: Plan, money: readonly bigint[], unit: bigint): Offer {
  const has = ({ at }: Supporter): bigint => money[at] ?? 0n;
  const poorestFirst = [...plan.supporters].sort((a, b) => sign(has(a) * b.worth - has(b) * a.worth));
  let num = plan.cost * unit;
  let den = poorestFirst.reduce((sum, { count, worth }) => sum + count * worth, 0n);
  for (const one of poorestFirst) {
    if (num * one.worth <= has(one) * den) break;
    num -= one.count * has(one); // gives all that is left
    den -= one.count * one.worth;
  }
  return { plan, num, den, rate: { num, den: den * plan.unit * unit } };
}

function roundOf(
  { plan, rate }: Offer,
  pays: ReadonlyMap<number, bigint>,
  { unit, groups }: { readonly unit: bigint; readonly groups: readonly BallotGroup[] },
): ShareRound {
  const payments = [...pays].flatMap(([at, pay]) => {
    const group = groups[at];
    return group === undefined ? [] : [{ group, each: { num: pay, den: unit } }];
  });
  const payMost = payments.reduce((most, { each }) => (compare(each, most) > 0 ? each : most), zero);
  return { number: plan.number, rate, payments, payMost };
}

const sign = (value: bigint): number => (value < 0n ? -1 : value > 0n ? 1 : 0);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
/** Denominators are above zero. */
const compare = (a: Ratio, b: Ratio): number => sign(a.num * b.den - b.num * a.den);

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b);
}

/** To the nearest cent, for telling; halves go up. */
export const roundedCents = ({ num, den }: Ratio): Cents => Number((2n * num + den) / (2n * den));
