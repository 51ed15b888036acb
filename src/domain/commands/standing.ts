/** Which decision of a proposal stands, and what that means for the proposal and the money. One function for recording,
 *  withdrawing and correcting, computed from the rows, so that it does not matter in which order they came (D2, D7). */

import type { Context, Tx } from '../command.ts';
import { compareDates } from '../dates.ts';
import type { Cents, Decision, DecisionCorrection, DecisionOutcome, IsoDate, LedgerLine, Proposal } from '../rows.ts';
import { book } from './ledger.ts';
import { same } from './rules.ts';

export interface Effective {
  readonly decision: Decision;
  readonly outcome: DecisionOutcome; // with the latest correction
  readonly awardedCents: Cents;
}

export const isAward = (outcome: DecisionOutcome): boolean => outcome === 'awarded' || outcome === 'partly_awarded';

/** What a decision says after its corrections: the one with the latest date holds, of one date the later id. */
export function effective(decision: Decision, corrections: readonly DecisionCorrection[]): Effective {
  const last = corrections.reduce<DecisionCorrection | undefined>(
    (best, next) => (best === undefined || isLater(next.correctedOn, next.id, best.correctedOn, best.id) ? next : best),
    undefined,
  );
  return {
    decision,
    outcome: last?.outcome ?? decision.outcome,
    awardedCents: last?.awardedCents ?? decision.awardedCents,
  };
}

/** An award stands over a refusal or a deferral; the award that holds money keeps it, else the earliest has it; of
 *  refusals and deferrals the latest stands. */
export function standingOf(all: readonly Effective[], holderId: string | null): Effective | undefined {
  const byDate = [...all].sort(
    (a, b) => compareDates(a.decision.decidedOn, b.decision.decidedOn) || (a.decision.id < b.decision.id ? -1 : 1),
  );
  const awards = byDate.filter((one) => isAward(one.outcome));
  return awards.find((one) => one.decision.id === holderId) ?? awards[0] ?? byDate.at(-1);
}

/** Brings proposal and ledger in line with the decisions as they are written now. */
export function applyStanding(
  tx: Tx,
  ctx: Context,
  proposal: Proposal,
  booking: { readonly kind: LedgerLine['kind']; readonly bookedOn: IsoDate },
): void {
  if (proposal.state === 'finished') return; // the book of this proposal is closed
  const all = tx
    .list('decision', 'proposalId', proposal.id)
    .filter((decision) => !decision.withdrawn)
    .map((decision) => effective(decision, tx.list('decisionCorrection', 'decisionId', decision.id)));
  const standing = standingOf(all, proposal.awardDecisionId);
  // A withdrawn proposal stays withdrawn: what the committee decided is on record, but no money is kept for it.
  // Only what was merged and then decided on is a proposal of its own again: the committee has spoken about it.
  const decided = standing !== undefined && standing.outcome !== 'deferred';
  const withdrawn = proposal.state === 'withdrawn' && !(proposal.mergedIntoId !== null && decided);
  const next: Proposal = {
    ...proposal,
    state: withdrawn ? 'withdrawn' : (standing?.outcome ?? stateWithoutDecision(proposal)),
    awardedCents: withdrawn ? 0 : (standing?.awardedCents ?? 0),
    awardDecisionId: standing?.decision.id ?? null,
    mergedIntoId: withdrawn ? proposal.mergedIntoId : null,
  };
  if (same(next, proposal)) return;
  tx.put('proposal', next);
  book(tx, ctx, {
    year: proposal.year,
    ...booking,
    from: 'free',
    to: 'awarded',
    amountCents: next.awardedCents - proposal.awardedCents,
    proposalId: proposal.id,
  });
  if (standing?.decision.flags.includes('second_award')) {
    // The award before it went away, so that this one has the money now.
    const flags = standing.decision.flags.filter((flag) => flag !== 'second_award');
    tx.put('decision', { ...standing.decision, flags });
  }
}

function stateWithoutDecision(proposal: Proposal): Proposal['state'] {
  if (proposal.returnReason !== null) return 'returned';
  return proposal.submittedOn === null ? 'draft' : 'submitted';
}

function isLater(dateA: IsoDate, idA: string, dateB: IsoDate, idB: string): boolean {
  return (compareDates(dateA, dateB) || (idA < idB ? -1 : 1)) > 0;
}
