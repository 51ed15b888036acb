/** Judging a claim. Nobody judges their own, but where nobody else is there an outsider signs. */
import { type Context, defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import { addCents } from '../money.ts';
import type { Awaits, Cents, Claim, ClaimState, Proposal } from '../rows.ts';
import { hindrance, mustBeSeenPayee, otherApprovers } from './approvers.ts';
import { askCountersign, giveBackAccount, voidCountersign, withoutSecond } from './countersign.ts';
import { openYear } from './ledger.ts';
import { schemas } from './schemas.ts';

/** Approves all or a part. Together the approved claims of a proposal stay within its award. */
export const approveClaim = defineCommand({
  name: 'claim.approve',
  v: 2, // says to whom the money went when it was looked at
  older: { 1: (args) => args },
  schema: schemas['claim.approve'],
  touches: (args) => [rowKey('claim', args.claimId)],
  run(tx, args, ctx) {
    const claim = tx.mustOrWait('claim', args.claimId);
    const hindered = hindrance(tx, claim, ctx.actor.personId);
    if (hindered !== null && otherApprovers(tx, ctx, claim, ['chair', 'treasurer']).length > 0) {
      throw new Rejection(hindered);
    }
    const { approvedCents } = args;
    if (claim.state === 'approved' && claim.approvedCents === approvedCents) return;
    if (claim.state !== 'submitted') throw new Rejection('wrong_state');
    if (claim.claimedCents !== args.seenClaimedCents) throw new Rejection('changed_meanwhile');
    mustBeSeenPayee(claim, args.seenPayee);
    if (approvedCents > claim.claimedCents) throw new Rejection('above_claim');
    const proposal = tx.mustOrWait('proposal', claim.proposalId);
    mustFitAward(tx, proposal, claim, approvedCents);
    const judgeReason = approvedCents < claim.claimedCents ? (args.reason ?? null) : null;
    const approved: Claim = { ...claim, state: 'approved', approvedCents, judgedBy: ctx.actor.personId, judgeReason };
    const awaits = hindered === null ? stillNeeded(tx, ctx, approved, proposal) : 'countersign';
    if (awaits === null) return tx.put('claim', withoutSecond(approved));
    tx.put('claim', { ...withoutSecond(approved), awaits });
    if (awaits === 'countersign') askCountersign(tx, ctx, approved, hindered === null ? 'above_limit' : 'own_claim');
  },
});

/** `approvedCents` of this claim, with what was approved on the others. */
export function mustFitAward(tx: Tx, proposal: Proposal, claim: Claim, approvedCents: Cents): void {
  if (proposal.state === 'finished') throw new Rejection('wrong_state');
  if (proposal.awardedCents === 0) throw new Rejection('no_award');
  const approved = tx
    .list('claim', 'proposalId', proposal.id)
    .filter((other) => other.state === 'approved' && other.id !== claim.id);
  const leftCents = proposal.awardedCents - addCents(approved.map((other) => other.approvedCents));
  if (approvedCents > leftCents) throw new Rejection('above_award', { leftCents });
}

/** Above the limit of the year somebody else has to look too; where there is nobody else, an outsider. */
export function stillNeeded(tx: Tx, ctx: Context, claim: Claim, proposal: Proposal): Awaits | null {
  const limitCents = tx.get('budgetYear', String(openYear(tx, proposal.year)))?.secondAboveCents ?? 0;
  if (limitCents === 0 || claim.approvedCents <= limitCents) return null;
  const others = otherApprovers(tx, ctx, claim, ['chair', 'treasurer', 'secretary']);
  return others.length > 0 ? 'second' : 'countersign';
}

/** Gives the claim back to be mended; also an approved one, as long as nothing was paid on it. Of an advance that is paid:
 *  the account that was given of it. */
export const returnClaim = defineCommand({
  name: 'claim.return',
  v: 1,
  schema: schemas['claim.return'],
  touches: (args) => [rowKey('claim', args.claimId)],
  run(tx, args, ctx) {
    const claim = tx.get('claim', args.claimId);
    if (claim?.settlement === undefined) return turnDown(tx, ctx, args, 'returned');
    returnSettlement(tx, ctx, args);
  },
});

function returnSettlement(tx: Tx, ctx: Context, { claimId, reason }: TurnDown): void {
  const claim = judgedClaim(tx, ctx, claimId);
  const { settlement } = claim;
  if (settlement === undefined) throw new Rejection('wrong_state');
  if (settlement.state === 'returned' && settlement.reason === reason) return;
  // Accepted by one, and somebody else still has to look: that one may say no.
  if (settlement.state === 'settled' && claim.awaits == null) throw new Rejection('wrong_state');
  giveBackAccount(tx, ctx, claim, reason);
  if (claim.awaits === 'countersign') voidCountersign(tx, claimId);
}

export const rejectClaim = defineCommand({
  name: 'claim.reject',
  v: 1,
  schema: schemas['claim.reject'],
  touches: (args) => [rowKey('claim', args.claimId)],
  run: (tx, args, ctx) => turnDown(tx, ctx, args, 'rejected'),
});

interface TurnDown {
  readonly claimId: string;
  readonly reason: string;
}

function turnDown(tx: Tx, ctx: Context, { claimId, reason }: TurnDown, state: ClaimState): void {
  const claim = judgedClaim(tx, ctx, claimId);
  if (claim.state === state && claim.judgeReason === reason) return;
  // A returned claim that its maker never mends can still be rejected, so that the proposal can be finished.
  const open =
    claim.state === 'submitted' ||
    (claim.state === 'returned' && state === 'rejected') ||
    (claim.state === 'approved' && claim.paidCents === 0);
  if (!open) throw new Rejection('wrong_state');
  const judged = { state, approvedCents: 0, judgedBy: ctx.actor.personId, judgeReason: reason };
  tx.put('claim', { ...withoutSecond(claim), ...judged });
  if (claim.awaits === 'countersign') voidCountersign(tx, claimId);
}

function judgedClaim(tx: Tx, ctx: Context, claimId: string): Claim {
  const claim = tx.mustOrWait('claim', claimId);
  if (claim.claimantId === ctx.actor.personId) throw new Rejection('own_claim');
  return claim;
}
