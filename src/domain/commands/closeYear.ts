/** Closing a year: promises and savings go along to the next one, what nobody promised flows back to the city (S1). */
import { defineCommand, Rejection, rowKey } from '../command.ts';
import type { Cents, LedgerAccount } from '../rows.ts';
import { yearEnd } from '../yearEnd.ts';
import { bookAll, type Entry } from './ledger.ts';
import { schemas } from './schemas.ts';

/** Nothing has to be finished first: what still runs is carried over as it stands. From then on everything that belongs to
 *  the closed year, a payment of before that arrives late too, is booked in the next one: the closed figures stay. */
export const closeBudgetYear = defineCommand({
  name: 'budgetYear.close',
  v: 1,
  schema: schemas['budgetYear.close'],
  touches: (args) => [rowKey('budgetYear', String(args.year)), rowKey('budgetYear', String(args.year + 1))],
  run(tx, { year, closedOn, seenLeftCents }, ctx) {
    const known = tx.get('budgetYear', String(year));
    if (known === undefined) throw new Rejection('unknown_year');
    if (known.closedInto !== undefined) return; // whoever closes it second finds it closed
    const next = tx.get('budgetYear', String(year + 1));
    if (next === undefined) throw new Rejection('next_year_missing');
    // A next year that is closed already would hide what comes along.
    if (next.closedInto !== undefined) throw new Rejection('wrong_state');
    const lines = tx.list('ledgerLine', 'year', String(year));
    const end = yearEnd(year, lines, (goalId) => tx.get('savingsGoal', goalId)?.untilYear);
    const { leftCents } = end;
    if (leftCents !== seenLeftCents) throw new Rejection('changed_meanwhile', { leftCents });
    const base = { kind: 'year_close', bookedOn: closedOn } as const;
    const along = (
      account: LedgerAccount,
      amountCents: Cents,
      about: Pick<Entry, 'proposalId' | 'goalId'>,
    ): Entry[] => [
      { ...base, ...about, year, from: account, to: 'carried', amountCents },
      { ...base, ...about, year: year + 1, from: 'carried', to: account, amountCents },
    ];
    bookAll(tx, ctx, [
      ...[...end.promises].flatMap(([proposalId, cents]) => along('awarded', cents, { proposalId })),
      ...[...end.advances].flatMap(([proposalId, cents]) => along('advance', cents, { proposalId })),
      ...end.savings.flatMap(({ goalId, cents: amountCents, ends }) =>
        ends
          ? [{ ...base, goalId, year, from: 'savings', to: 'returned', amountCents } as const]
          : along('savings', amountCents, { goalId }),
      ),
      ...along('under_way', end.underWayCents, {}),
      { ...base, year, from: 'organisation', to: 'free', amountCents: end.organisationCents },
      // More promised than there was: the next year begins with less.
      ...(leftCents < 0
        ? along('free', leftCents, {})
        : [{ ...base, year, from: 'free', to: 'returned', amountCents: leftCents } as const]),
    ]);
    tx.put('budgetYear', { ...known, closedInto: year + 1, closedOn });
  },
});
