/** Two receipts that look alike can both be real: somebody looks at both and says why. */
import { defineCommand, Rejection, rowKey } from '../command.ts';
import { schemas } from './schemas.ts';

export const dismissDouble = defineCommand({
  name: 'double.dismiss',
  v: 1,
  schema: schemas['double.dismiss'],
  touches: (args) => [rowKey('claim', args.claimId)],
  run(tx, { claimId, receiptId, otherId, reason }, ctx) {
    const claim = tx.mustOrWait('claim', claimId);
    if (claim.claimantId === ctx.actor.personId) throw new Rejection('own_claim');
    if (tx.mustOrWait('receipt', receiptId).claimId !== claimId) throw new Rejection('id_taken');
    tx.mustOrWait('receipt', otherId);
    const before = claim.notDouble ?? [];
    // Whoever says it second adds nothing: the first reason stands.
    if (before.some((one) => one.receiptId === receiptId && one.otherId === otherId)) return;
    tx.put('claim', { ...claim, notDouble: [...before, { receiptId, otherId, reason, by: ctx.actor.personId }] });
  },
});
