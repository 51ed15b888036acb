/** What a transaction is. A person says so; what it means for the books is written by the same commands that write it by
 *  hand, so that both make one row. */
import { isIncoming, matchRuleId } from '../bank/match.ts';
import { type Context, defineCommand, Rejection, rowKey } from '../command.ts';
import { addCents } from '../money.ts';
import type { BankMatch, BankTransaction, BookedPart, MatchPart, MatchTarget } from '../rows.ts';
import { settle, unsettle } from './bankSettle.ts';
import { same } from './rules.ts';
import { schemas } from './schemas.ts';

/** The rows that a target is about; what is not here yet is waited for. */
function touchedBy(target: MatchTarget) {
  switch (target.kind) {
    case 'payment':
      return [rowKey('claim', target.claimId)];
    case 'refund':
      return [rowKey('payment', target.paymentId)];
    case 'co_financing':
      return [rowKey('coFinancing', target.coFinancingId)];
    case 'transfer':
      return [rowKey('transfer', target.transferId)];
    default:
      return [];
  }
}

/** The whole line at once: what is no payment of ours is said too, so that the list of open lines gets empty. */
export const makeMatch = defineCommand({
  name: 'bankMatch.make',
  v: 1,
  schema: schemas['bankMatch.make'],
  touches: ({ transactionId, parts }) => [
    rowKey('bankTransaction', transactionId),
    rowKey('bankMatch', transactionId),
    ...parts.flatMap(({ target }) => touchedBy(target)),
  ],
  run(tx, { transactionId, round, parts, matchedOn }, ctx) {
    const line = tx.mustOrWait('bankTransaction', transactionId);
    const known = tx.get('bankMatch', transactionId);
    if (known !== undefined && !known.undone) {
      if (same(known.parts.map(plain), parts)) return;
      throw new Rejection('already_matched');
    }
    // Somebody undid a match that this phone had not seen, or a match of long ago comes in late.
    if (round !== (known?.round ?? 0) + 1) throw new Rejection('changed_meanwhile');
    if (tx.mustOrWait('bankImport', line.importId).undone) throw new Rejection('wrong_state');
    if (!fits(line, parts)) throw new Rejection('parts_do_not_fit');
    const booked = parts.map(
      (part, n): BookedPart => ({ ...part, booked: settle(tx, partOf(ctx, n), { line, part }) }),
    );
    tx.put('bankMatch', {
      ...{ id: transactionId, importId: line.importId, round, parts: booked },
      ...{ matchedBy: ctx.actor.personId, matchedOn, undone: false, undoneReason: null },
    });
  },
});

/** Takes apart what was matched; what the match itself booked is booked back. */
export const undoMatch = defineCommand({
  name: 'bankMatch.undo',
  v: 1,
  schema: schemas['bankMatch.undo'],
  touches: (args) => [rowKey('bankTransaction', args.transactionId), rowKey('bankMatch', args.transactionId)],
  run(tx, { transactionId, round, reason, undoneOn }, ctx) {
    const known = tx.mustOrWait('bankMatch', transactionId);
    const undone: BankMatch = { ...known, undone: true, undoneReason: reason };
    if (round !== known.round) throw new Rejection('changed_meanwhile');
    if (same(undone, known)) return;
    if (known.undone) throw new Rejection('wrong_state');
    const line = tx.mustOrWait('bankTransaction', transactionId);
    known.parts.forEach((part, n) => {
      unsettle(tx, partOf(ctx, n), { line, part, reason, undoneOn });
    });
    tx.put('bankMatch', undone);
  },
});

export const learnRule = defineCommand({
  name: 'matchRule.learn',
  v: 1,
  schema: schemas['matchRule.learn'],
  touches: ({ direction, key }) => [rowKey('matchRule', matchRuleId(direction, key))],
  run(tx, args) {
    const id = matchRuleId(args.direction, args.key);
    const known = tx.get('matchRule', id);
    // The last one counts: what the other side was paid for last is the best guess for the next time.
    const rule = { id, ...args, forgotten: false };
    if (known === undefined || !same(known, rule)) tx.put('matchRule', rule);
  },
});

export const forgetRule = defineCommand({
  name: 'matchRule.forget',
  v: 1,
  schema: schemas['matchRule.forget'],
  touches: ({ direction, key }) => [rowKey('matchRule', matchRuleId(direction, key))],
  run(tx, { direction, key }) {
    const known = tx.mustOrWait('matchRule', matchRuleId(direction, key));
    if (!known.forgotten) tx.put('matchRule', { ...known, forgotten: true });
  },
});

const plain = ({ amountCents, target }: BookedPart): MatchPart => ({ amountCents, target });

/** Each part books under a name of its own, so that lines of the ledger never get one id twice (D8). */
const partOf = (ctx: Context, n: number): Context => (n === 0 ? ctx : { ...ctx, commandId: `${ctx.commandId}:p${n}` });

/** All of the line, and nothing that goes the other way; one thing is named once. */
function fits(line: BankTransaction, parts: readonly MatchPart[]): boolean {
  if (addCents(parts.map(({ amountCents }) => amountCents)) !== Math.abs(line.cents)) return false;
  const sides = parts.map(({ target }) => isIncoming(target.kind));
  if (sides.some((incoming) => incoming !== undefined && incoming !== line.cents > 0)) return false;
  const names = parts.map(({ target }) => JSON.stringify(target));
  return new Set(names).size === names.length && !names.some((name) => name.includes(line.id));
}
