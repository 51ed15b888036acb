/** Judging a claim. Nobody judges their own. */
import { type Context, defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import { addCents } from '../money.ts';
import type { Claim, ClaimState } from '../rows.ts';
import { schemas } from './schemas.ts';

/** Approves all or a part. Together the approved claims of a proposal stay within its award. */
export const approveClaim = defineCommand({
  name: 'claim.approve',
  v: 1,
  schema: schemas['claim.approve'],
  touches: (args) => [rowKey('claim', args.claimId)],
  run(tx, args, ctx) {
    const claim = judgedClaim(tx, ctx, args.claimId);
    const { approvedCents } = args;
    if (claim.state === 'approved' && claim.approvedCents === approvedCents) return;
    if (claim.state !== 'submitted') throw new Rejection('wrong_state');
    if (claim.claimedCents !== args.seenClaimedCents) throw new Rejection('changed_meanwhile');
    if (approvedCents > claim.claimedCents) throw new Rejection('above_claim');
    const proposal = tx.mustOrWait('proposal', claim.proposalId);
    if (proposal.state === 'finished') throw new Rejection('wrong_state');
    if (proposal.awardedCents === 0) throw new Rejection('no_award');
    const approved = tx.list('claim', 'proposalId', proposal.id).filter((other) => other.state === 'approved');
    const leftCents = proposal.awardedCents - addCents(approved.map((other) => other.approvedCents));
    if (approvedCents > leftCents) throw new Rejection('above_award', { leftCents });
    tx.put('claim', { ...claim, state: 'approved', approvedCents, judgedBy: ctx.actor.personId, judgeReason: null });
  },
});

/** Gives the claim back to be mended; also an approved one, as long as nothing was paid on it. */
export const returnClaim = defineCommand({
  name: 'claim.return',
  v: 1,
  schema: schemas['claim.return'],
  touches: (args) => [rowKey('claim', args.claimId)],
  run: (tx, args, ctx) => turnDown(tx, ctx, args, 'returned'),
});

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
  tx.put('claim', { ...claim, state, approvedCents: 0, judgedBy: ctx.actor.personId, judgeReason: reason });
}

function judgedClaim(tx: Tx, ctx: Context, claimId: string): Claim {
  const claim = tx.mustOrWait('claim', claimId);
  if (claim.claimantId === ctx.actor.personId) throw new Rejection('own_claim');
  return claim;
}
