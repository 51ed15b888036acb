/** What stands at the bank on a day, as its files say. */
import type { BankImport, BankTransaction, StatementBalance } from '../rows.ts';

/** All accounts together: of each the last closing balance up to `day`, and what was booked after that until then. `on` is
 *  the earliest day up to which every account is known. Null when no file says a balance. `transactions`: those that count. */
export function bankBalance(
  imports: readonly BankImport[],
  transactions: readonly BankTransaction[],
  day: string,
): StatementBalance | null {
  const known = [...new Set(imports.map(({ accountId }) => accountId))].flatMap((accountId) => {
    const own = imports.filter((one) => one.accountId === accountId && !one.undone);
    const closing = own.flatMap((one) => one.closing ?? []).filter(({ on }) => on <= day);
    const last = closing.reduce<StatementBalance | undefined>(
      (a, b) => (a === undefined || a.on < b.on ? b : a),
      undefined,
    );
    if (last === undefined) return [];
    const later = transactions.filter(
      (one) => one.accountId === accountId && one.bookedOn > last.on && one.bookedOn <= day,
    );
    const until = [last.on, ...later.map(({ bookedOn }) => bookedOn)].sort().at(-1) ?? last.on;
    return [{ cents: later.reduce((sum, { cents }) => sum + cents, last.cents), on: until }];
  });
  if (known.length === 0) return null;
  return { cents: known.reduce((sum, { cents }) => sum + cents, 0), on: known.map(({ on }) => on).sort()[0] ?? day };
}

export interface FirstBalance extends StatementBalance {
  readonly accountId: string;
}

/** With what each account began, as the oldest of its files says: what was there before the books. */
export function firstBalances(imports: readonly BankImport[]): readonly FirstBalance[] {
  const oldest = new Map<string, FirstBalance>();
  for (const { accountId, opening, undone } of imports) {
    const known = oldest.get(accountId);
    if (undone || opening === null || (known !== undefined && known.on <= opening.on)) continue;
    oldest.set(accountId, { accountId, ...opening });
  }
  return [...oldest.values()];
}
