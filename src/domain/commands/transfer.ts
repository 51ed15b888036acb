/** Money from one committee to another on the same server (D15). The sender's money is under way until the server has told
 *  how it ended: received there, or refused and back. The last two commands are the server's own. */
import { defineCommand, Rejection, rowKey } from '../command.ts';
import type { Transfer } from '../rows.ts';
import { book, freeCents } from './ledger.ts';
import { mustHave, same } from './rules.ts';
import { schemas } from './schemas.ts';

export const sendTransfer = defineCommand({
  name: 'transfer.send',
  v: 1,
  schema: schemas['transfer.send'],
  touches: (args) => [rowKey('transfer', args.transferId), rowKey('budgetYear', String(args.year))],
  run(tx, { transferId: id, toCommitteeId: otherId, toName: otherName, ...fields }, ctx) {
    const sent: Transfer = { id, direction: 'out', otherId, otherName, ...fields, state: 'under_way' };
    const known = tx.get('transfer', id);
    if (known !== undefined) {
      if (same({ ...known, state: 'under_way' }, sent)) return; // whatever became of it since
      throw new Rejection('id_taken');
    }
    if (otherId === ctx.committeeId) throw new Rejection('own_committee');
    if (tx.get('budgetYear', String(fields.year)) === undefined) throw new Rejection('unknown_year');
    mustHave(freeCents(tx, fields.year), fields.amountCents);
    tx.put('transfer', sent);
    book(tx, ctx, {
      ...{ year: fields.year, kind: 'transfer', bookedOn: fields.sentOn, note: otherName },
      ...{ from: 'free', to: 'under_way', amountCents: fields.amountCents },
    });
  },
});

/** Refused when this committee never opened the year: then the sender has it back. */
export const receiveTransfer = defineCommand({
  name: 'transfer.receive',
  v: 1,
  schema: schemas['transfer.receive'],
  touches: (args) => [rowKey('transfer', args.transferId), rowKey('budgetYear', String(args.year))],
  run(tx, { transferId: id, fromCommitteeId: otherId, fromName: otherName, ...fields }, ctx) {
    const received: Transfer = { id, direction: 'in', otherId, otherName, ...fields, state: 'arrived' };
    const known = tx.get('transfer', id);
    if (known !== undefined) {
      if (same(known, received)) return;
      throw new Rejection('id_taken');
    }
    if (tx.get('budgetYear', String(fields.year)) === undefined) throw new Rejection('unknown_year');
    tx.put('transfer', received);
    book(tx, ctx, {
      ...{ year: fields.year, kind: 'transfer', bookedOn: fields.sentOn, note: otherName },
      ...{ from: 'transferred', to: 'free', amountCents: fields.amountCents },
    });
  },
});

export const settleTransfer = defineCommand({
  name: 'transfer.settle',
  v: 1,
  schema: schemas['transfer.settle'],
  touches: (args) => [rowKey('transfer', args.transferId)],
  run(tx, { transferId, result, settledOn }, ctx) {
    const transfer = tx.mustOrWait('transfer', transferId);
    if (transfer.state === result) return;
    if (transfer.state !== 'under_way') throw new Rejection('wrong_state');
    tx.put('transfer', { ...transfer, state: result });
    book(tx, ctx, {
      ...{ year: transfer.year, kind: 'transfer', bookedOn: settledOn, note: transfer.otherName },
      ...{ from: 'under_way', to: result === 'arrived' ? 'transferred' : 'free', amountCents: transfer.amountCents },
    });
  },
});
