/** Payments as the treasurer made them at the bank. A mistake is reversed on record, never erased. */
import { type Context, defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import { type Cents, type Claim, type IsoDate, type Payment, type Proposal, paymentId } from '../rows.ts';
import { bookPaid, paidCents } from './ledger.ts';
import { same } from './rules.ts';
import { schemas } from './schemas.ts';

/** Two treasurers who record the same payment make one row; a different one under the same number is refused, and so is
 *  one that was taken back meanwhile. */
export const recordPayment = defineCommand({
  name: 'payment.record',
  v: 1,
  schema: schemas['payment.record'],
  touches: (args) => [rowKey('claim', args.claimId), rowKey('payment', paymentId(args.claimId, args.number))],
  run(tx, args, ctx) {
    const claim = tx.mustOrWait('claim', args.claimId);
    const proposal = tx.mustOrWait('proposal', claim.proposalId);
    const { amountCents, paidOn, reference } = args;
    const id = paymentId(args.claimId, args.number);
    const known = tx.get('payment', id);
    if (known !== undefined) {
      // Taken back meanwhile: whether the money left the bank after all is a person's question, not a repeat to swallow.
      if (known.reversed) throw new Rejection('already_reversed', { paymentId: id });
      if (same({ ...known, amountCents, paidOn, reference }, known)) return;
      // The bank's file was first: the same amount by hand is the same payment, whatever day was typed.
      if (known.bankCents !== undefined && known.amountCents === amountCents) return;
      throw new Rejection('already_paid', { paymentId: id });
    }
    pay(tx, ctx, {
      ...{ id, claimId: claim.id, proposalId: proposal.id, amountCents, paidOn, reference },
      ...{ recordedBy: ctx.actor.personId, reversed: false, reversedOn: null, reversedReason: null },
    });
  },
});

/** It was taken back, and was not after all. */
export function standAgain(tx: Tx, ctx: Context, { handBackCents: _, ...payment }: Payment): void {
  pay(tx, ctx, { ...payment, reversed: false, reversedOn: null, reversedReason: null });
}

function pay(tx: Tx, ctx: Context, payment: Payment): void {
  const claim = tx.mustOrWait('claim', payment.claimId);
  const proposal = tx.mustOrWait('proposal', payment.proposalId);
  if (claim.state !== 'approved') throw new Rejection('wrong_state');
  if (claim.awaits != null) throw new Rejection('approval_incomplete');
  mustHaveRoom(tx, claim, proposal, payment.amountCents);
  tx.put('payment', payment);
  const paid = { ...claim, paidCents: claim.paidCents + payment.amountCents };
  tx.put('claim', paid);
  bookPaid(tx, ctx, { kind: 'payment', bookedOn: payment.paidOn, proposal, before: claim, after: paid });
}

/** Never more than was approved, and never more than was awarded: a correction may have lowered the award since. */
function mustHaveRoom(tx: Tx, claim: Claim, proposal: Proposal, amountCents: Cents): void {
  const leftCents = claim.approvedCents - claim.paidCents;
  if (amountCents > leftCents) throw new Rejection('above_approved', { leftCents });
  const awardLeftCents = proposal.awardedCents - paidCents(tx, proposal.id);
  if (amountCents > awardLeftCents) throw new Rejection('above_award', { leftCents: awardLeftCents });
}

/** The money came back, or never left. */
export const reversePayment = defineCommand({
  name: 'payment.reverse',
  v: 1,
  schema: schemas['payment.reverse'],
  touches: (args) => [rowKey('payment', args.paymentId)],
  run(tx, args, ctx) {
    const known = tx.mustOrWait('payment', args.paymentId);
    const { reason, reversedOn } = args;
    if (known.reversed && same([known.reversedOn, known.reversedReason], [reversedOn, reason])) return;
    if (known.reversed) throw new Rejection('already_reversed');
    takeBackPayment(tx, ctx, known, { reason, reversedOn, handBackCents: known.amountCents });
  },
});

export interface TakenBack {
  readonly reason: string;
  readonly reversedOn: IsoDate;
  /** Of it, what the bank has yet to show: none of what a line of the bank took back. */
  readonly handBackCents: Cents;
}

export function takeBackPayment(
  tx: Tx,
  ctx: Context,
  known: Payment,
  { reason: reversedReason, reversedOn, handBackCents }: TakenBack,
): void {
  const claim = tx.mustOrWait('claim', known.claimId);
  // Of a settled advance a part may have come back: then the payment was made, and the rest comes back as a refund too.
  if (claim.paidCents < known.amountCents) throw new Rejection('wrong_state');
  const proposal = tx.mustOrWait('proposal', known.proposalId);
  tx.put('payment', { ...known, reversed: true, reversedOn, reversedReason, handBackCents });
  const back = { ...claim, paidCents: claim.paidCents - known.amountCents };
  tx.put('claim', back);
  bookPaid(tx, ctx, { kind: 'payment_reversal', bookedOn: reversedOn, proposal, before: claim, after: back });
}
