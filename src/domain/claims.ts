/** Where a claim stands for whoever looks at it, and how much room is left for it. */
import { advanceStage } from './advance.ts';
import { addCents } from './money.ts';
import type { BudgetLine, Cents, Claim, Proposal, Receipt } from './rows.ts';

export type ClaimStage =
  | 'waits_for_decision' // handed in before anybody decided about the proposal
  | 'no_money' // the proposal was refused or withdrawn
  | 'to_judge'
  | 'returned'
  | 'rejected'
  | 'to_second' // approved, and a second officer has to look
  | 'to_countersign' // approved, and the auditor or the district has to sign
  | 'to_pay'
  | 'partly_paid'
  | 'to_account' // an advance that is paid: its receipts come
  | 'to_settle'
  | 'account_returned'
  | 'refund_due'
  | 'paid';

/** `proposal` is undefined while it has not arrived on this phone: then nobody knows of an award either. */
export function claimStage(claim: Claim, proposal: Proposal | undefined): ClaimStage {
  if (claim.state === 'returned' || claim.state === 'rejected') return claim.state;
  if (claim.state === 'approved') {
    if (claim.awaits != null) return claim.awaits === 'second' ? 'to_second' : 'to_countersign';
    const advance = advanceStage(claim);
    if (claim.paidCents >= claim.approvedCents)
      return advance === undefined || advance === 'settled' ? 'paid' : advance;
    return claim.paidCents > 0 ? 'partly_paid' : 'to_pay';
  }
  if (proposal !== undefined && proposal.awardedCents > 0) return 'to_judge';
  return proposal?.state === 'refused' || proposal?.state === 'withdrawn' ? 'no_money' : 'waits_for_decision';
}

/** What can still be approved: the award less what was approved before. Below zero after a correction lowered the award. */
export function awardLeft(proposal: Proposal, claims: readonly Claim[]): Cents {
  const approved = claims.filter((claim) => claim.proposalId === proposal.id && claim.state === 'approved');
  return proposal.awardedCents - addCents(approved.map((claim) => claim.approvedCents));
}

/** What a claimant can still spend: what was claimed and not judged yet is spent too. Never below zero. */
export const leftToSpend = (proposal: Proposal, claims: readonly Claim[]): Cents =>
  Math.max(0, notHandedIn(proposal, claims));

/** How much more was handed in than awarded; zero while nobody awarded anything. */
export const handedInAbove = (proposal: Proposal, claims: readonly Claim[]): Cents =>
  proposal.awardedCents === 0 ? 0 : Math.max(0, 0 - notHandedIn(proposal, claims));

function notHandedIn(proposal: Proposal, claims: readonly Claim[]): Cents {
  const waiting = claims.filter((claim) => claim.proposalId === proposal.id && claim.state === 'submitted');
  return awardLeft(proposal, claims) - addCents(waiting.map((claim) => claim.claimedCents));
}

/** What is left of one line of the budget after every receipt that names it and was not rejected. Below zero when more
 *  was bought than planned. */
export function lineLeft(line: BudgetLine, receipts: readonly Receipt[], claims: readonly Claim[]): Cents {
  const rejected = new Set(claims.filter((claim) => claim.state === 'rejected').map((claim) => claim.id));
  const own = receipts.filter((receipt) => receipt.budgetLineId === line.id && !rejected.has(receipt.claimId));
  return line.amountCents - addCents(own.map((receipt) => receipt.amountCents));
}
