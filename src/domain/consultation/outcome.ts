/** From ballots to a result, by the method that was announced, with every step as data so that a screen can tell it. */
import type { Consultation, ConsultationMethod, OptionVotes, ResultStep } from '../rows.ts';
import { type ApprovalStep, byApproval } from './approval.ts';
import { approvals, electionOf } from './election.ts';
import { byEqualShares, type EqualSharesResult, roundedCents } from './equalShares.ts';
import type { Papers } from './stacks.ts';
import { type Contender, LotNeeded } from './ties.ts';

export type Told =
  | { readonly method: 'for_against'; readonly verdicts: readonly Verdict[] }
  | { readonly method: 'approval'; readonly steps: readonly ApprovalStep[] }
  | { readonly method: 'equal_shares'; readonly shares: EqualSharesResult };

export interface Verdict {
  readonly number: number;
  readonly votes: OptionVotes;
  readonly end: 'accepted' | 'rejected' | 'tied' | 'accepted_by_lot' | 'rejected_by_lot';
}

export type Outcome =
  | { readonly kind: 'done'; readonly told: Told; readonly steps: readonly ResultStep[] }
  /** A lot has to be drawn over these plans first. */
  | { readonly kind: 'lot_needed'; readonly among: readonly number[] }
  /** Equal shares needs every paper by itself. */
  | { readonly kind: 'papers_needed' };

export interface Lot {
  readonly order: readonly number[];
  readonly drawn: boolean;
}
type Announced = Pick<Consultation, 'method' | 'budgetCents' | 'tieRule' | 'options'>;

/** How the papers of a consultation are counted with these numbers: by hand into tallies, or one by one. */
export const mayTally = (method: ConsultationMethod): boolean => method !== 'equal_shares';
export const mayTypeBallots = (method: ConsultationMethod): boolean => method !== 'for_against';

export function outcomeOf(announced: Announced, papers: Papers, lot: Lot): Outcome {
  try {
    return decided(announced, papers, lot);
  } catch (error) {
    if (error instanceof LotNeeded) return { kind: 'lot_needed', among: error.among };
    throw error;
  }
}

function decided(announced: Announced, papers: Papers, lot: Lot): Outcome {
  if (announced.method === 'for_against') return forAgainst(announced, papers.votes, lot);
  const ties = { rule: announced.tieRule, lot: lot.order };
  const votesOf = new Map(papers.votes.map((votes) => [votes.number, votes.forCount]));
  const contenders: readonly Contender[] = announced.options.map(({ number, costCents }) => ({
    number,
    costCents,
    votes: votesOf.get(number) ?? 0,
  }));
  if (announced.method === 'approval') {
    const steps = byApproval(contenders, announced.budgetCents, ties);
    const chosen = steps.filter((step) => step.chosen);
    return {
      kind: 'done',
      told: { method: 'approval', steps },
      steps: chosen.map(({ number, votes }) => ({ number, because: 'votes', votes, payCents: 0 })),
    };
  }
  if (!papers.everyPaperTyped) return { kind: 'papers_needed' };
  const election = electionOf({
    candidates: announced.options,
    ballots: papers.ballots.map(approvals),
    budgetCents: announced.budgetCents,
  });
  const shares = byEqualShares(election, { utility: 'cost', ties });
  return { kind: 'done', told: { method: 'equal_shares', shares }, steps: shareSteps(shares, votesOf) };
}

/** More for than against. A tie is no majority, unless the committee announced a lot. */
function forAgainst({ tieRule }: Announced, votes: readonly OptionVotes[], lot: Lot): Outcome {
  const tied = votes.filter(({ forCount, againstCount }) => forCount === againstCount && forCount > 0);
  if (tieRule === 'lot' && tied.length > 0 && !lot.drawn) throw new LotNeeded(tied.map(({ number }) => number));
  const verdicts = votes.map((one): Verdict => {
    const { number, forCount, againstCount } = one;
    if (forCount > againstCount) return { number, votes: one, end: 'accepted' };
    if (!tied.includes(one)) return { number, votes: one, end: 'rejected' };
    if (tieRule === 'cheapest') return { number, votes: one, end: 'tied' };
    return { number, votes: one, end: lot.order.includes(number) ? 'accepted_by_lot' : 'rejected_by_lot' };
  });
  const steps = verdicts.flatMap(({ number, votes: { forCount }, end }): ResultStep[] => {
    if (end !== 'accepted' && end !== 'accepted_by_lot') return [];
    return [{ number, because: end === 'accepted' ? 'majority' : 'majority_by_lot', votes: forCount, payCents: 0 }];
  });
  return { kind: 'done', told: { method: 'for_against', verdicts }, steps };
}

function shareSteps(shares: EqualSharesResult, votesOf: ReadonlyMap<number, number>): readonly ResultStep[] {
  const votes = (number: number): number => votesOf.get(number) ?? 0;
  return [
    ...shares.rounds.map(({ number, payMost }): ResultStep => {
      return { number, because: 'shares', votes: votes(number), payCents: roundedCents(payMost) };
    }),
    ...shares.leftOver.map((number): ResultStep => {
      return { number, because: 'left_over', votes: votes(number), payCents: 0 };
    }),
  ];
}
