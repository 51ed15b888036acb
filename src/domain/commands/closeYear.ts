/** Closing a year: promises and savings go along to the next one, what nobody promised flows back to the city (S1). */
import { defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import { addCents } from '../money.ts';
import type { Cents, LedgerAccount, LedgerLine } from '../rows.ts';
import { balance, bookAll, type Entry } from './ledger.ts';
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
    const leftCents = leftOf(tx, year);
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
    const lines = tx.list('ledgerLine', 'year', String(year));
    const promises = sums(lines, 'awarded', ({ proposalId }) => proposalId ?? undefined);
    const advances = sums(lines, 'advance', ({ proposalId }) => proposalId ?? undefined);
    const savings = [...sums(lines, 'savings', ({ goalId }) => goalId)].map(([goalId, cents]) => {
      const ends = (tx.get('savingsGoal', goalId)?.untilYear ?? year) <= year;
      if (!ends) return along('savings', cents, { goalId });
      return [{ ...base, goalId, year, from: 'savings', to: 'returned', amountCents: cents } as const];
    });
    bookAll(tx, ctx, [
      ...[...promises].flatMap(([proposalId, cents]) => along('awarded', cents, { proposalId })),
      ...[...advances].flatMap(([proposalId, cents]) => along('advance', cents, { proposalId })),
      ...savings.flat(),
      ...along('under_way', balance(tx, year, 'under_way'), {}),
      { ...base, year, from: 'organisation', to: 'free', amountCents: balance(tx, year, 'organisation') },
      // More promised than there was: the next year begins with less.
      ...(leftCents < 0
        ? along('free', leftCents, {})
        : [{ ...base, year, from: 'free', to: 'returned', amountCents: leftCents } as const]),
    ]);
    tx.put('budgetYear', { ...known, closedInto: year + 1, closedOn });
  },
});

/** What nobody promised, what was set apart for own costs and not spent included. */
export const leftOf = (tx: Tx, year: number): Cents => balance(tx, year, 'free') + balance(tx, year, 'organisation');

function sums(
  lines: readonly LedgerLine[],
  account: LedgerAccount,
  key: (line: LedgerLine) => string | undefined,
): ReadonlyMap<string, Cents> {
  const found = new Map<string, Cents>();
  for (const line of lines) {
    const name = line.account === account ? key(line) : undefined;
    if (name !== undefined) found.set(name, addCents([found.get(name) ?? 0, line.amountCents]));
  }
  return found;
}
