/** Payment files for the bank. That one was made is kept, so that nobody makes a second one of the same payments; paid they
 *  are when the payment is recorded. */
import { defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import type { PaymentFile, PlannedPayment } from '../rows.ts';
import { same } from './rules.ts';
import { schemas } from './schemas.ts';

export const makePaymentFile = defineCommand({
  name: 'paymentFile.make',
  v: 1,
  schema: schemas['paymentFile.make'],
  touches: (args) => [
    rowKey('paymentFile', args.fileId),
    ...args.transfers.map(({ claimId }) => rowKey('claim', claimId)),
  ],
  run(tx, { fileId: id, ...fields }, ctx) {
    const known = tx.get('paymentFile', id);
    if (known !== undefined) {
      if (same({ ...known, ...fields }, known)) return;
      throw new Rejection('id_taken');
    }
    for (const transfer of fields.transfers) mustBePayable(tx, transfer);
    const made: PaymentFile = { id, ...fields, madeBy: ctx.actor.personId, state: 'made', droppedReason: '' };
    tx.put('paymentFile', made);
  },
});

function mustBePayable(tx: Tx, { claimId, number, amountCents }: PlannedPayment): void {
  const claim = tx.mustOrWait('claim', claimId);
  if (claim.state !== 'approved') throw new Rejection('wrong_state', { claimId });
  if (claim.awaits != null) throw new Rejection('approval_incomplete', { claimId });
  const leftCents = claim.approvedCents - claim.paidCents;
  if (amountCents > leftCents) throw new Rejection('above_approved', { leftCents });
  const other = tx
    .list('paymentFile', 'state', 'made')
    .find(({ transfers }) => transfers.some((one) => one.claimId === claimId && one.number === number));
  if (other !== undefined) throw new Rejection('already_in_file', { fileId: other.id });
}

/** It did not go to the bank: its payments can go into another one. */
export const dropPaymentFile = defineCommand({
  name: 'paymentFile.drop',
  v: 1,
  schema: schemas['paymentFile.drop'],
  touches: (args) => [rowKey('paymentFile', args.fileId)],
  run(tx, { fileId, reason: droppedReason }) {
    const known = tx.mustOrWait('paymentFile', fileId);
    const dropped: PaymentFile = { ...known, state: 'dropped', droppedReason };
    if (same(dropped, known)) return;
    if (known.state === 'dropped') throw new Rejection('wrong_state');
    tx.put('paymentFile', dropped);
  },
});
