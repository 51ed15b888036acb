/** The two bookings that somebody makes by hand: what was there before Buurtkas, and a correction of the books. */
import { defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import { addCents } from '../money.ts';
import type { Cents } from '../rows.ts';
import { balance, book, openYear } from './ledger.ts';
import { mustHave } from './rules.ts';
import { schemas } from './schemas.ts';

/** Money that was there when the committee began with Buurtkas: free, or saved for a goal. Guarded by what was booked so
 *  far, so that two people who bring in the same balance do not double it. */
export const bookOpening = defineCommand({
  name: 'opening.book',
  v: 1,
  schema: schemas['opening.book'],
  touches: (args) => [rowKey('budgetYear', String(args.year))],
  run(tx, { year, goalId, amountCents, seenCents, bookedOn }, ctx) {
    if (tx.get('budgetYear', String(year)) === undefined) throw new Rejection('unknown_year');
    if (goalId !== null && openYear(tx, year) > tx.mustOrWait('savingsGoal', goalId).untilYear)
      throw new Rejection('savings_too_long');
    const leftCents = openingCents(tx, year, goalId);
    if (leftCents !== seenCents) throw new Rejection('changed_meanwhile');
    book(tx, ctx, {
      ...{ year, kind: 'opening', bookedOn, from: 'opening', amountCents },
      ...(goalId === null ? { to: 'free' } : { to: 'savings', goalId }),
    });
  },
});

/** What was brought in so far for this goal, or for nothing in particular. */
function openingCents(tx: Tx, year: number, goalId: string | null): Cents {
  const lines = tx
    .list('ledgerLine', 'year', String(openYear(tx, year)))
    .filter((line) => line.account === 'opening' && (line.goalId ?? null) === goalId);
  return 0 - addCents(lines.map(({ amountCents }) => amountCents));
}

/** Moves money between accounts that no rows stand behind, with its reason in the books. What was awarded, paid, saved or
 *  sent is corrected where it came from. */
export const correctLedger = defineCommand({
  name: 'ledger.correct',
  v: 1,
  schema: schemas['ledger.correct'],
  touches: (args) => [rowKey('budgetYear', String(args.year))],
  run(tx, { year, from, to, amountCents, reason, bookedOn }, ctx) {
    if (tx.get('budgetYear', String(year)) === undefined) throw new Rejection('unknown_year');
    if (from === 'free' || from === 'organisation') mustHave(balance(tx, year, from), amountCents);
    book(tx, ctx, { year, kind: 'correction', bookedOn, from, to, amountCents, note: reason });
  },
});
