/** From the rows of a spreadsheet to statements: one an account, with the balances that the rows show, checked row by row. */
import type { Cents } from '../../domain/rows.ts';
import { checkStatements, type PlacedStatement, placeless } from './checks.ts';
import type { BankBalance, BankFileTransaction, BankStatement, BankWarning } from './statement.ts';

export interface BankRow extends BankFileTransaction {
  readonly account: string;
  readonly currency: string;
  readonly before: Cents | null; // the balance before this row
  readonly after: Cents | null;
}

/** Beyond this the rows were sorted by somebody, and naming each of them helps nobody. */
const differencesMax = 20;

export function statementsOfRows(
  rows: readonly BankRow[],
  usuallyNewestFirst: boolean,
): {
  readonly statements: readonly BankStatement[];
  readonly warnings: readonly BankWarning[];
} {
  const groups = new Map<string, BankRow[]>();
  for (const row of rows) {
    const key = `${row.account} ${row.currency}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const checked = [...groups.values()].map((group) => statementOf(group, usuallyNewestFirst));
  const placed = checked.map(({ statement }) => statement);
  const between = checked.flatMap(({ differences }) => differences);
  // A difference between two rows is also one of the whole: it is told once, at the row.
  const whole = checkStatements(placed).filter(
    ({ code, account }) => code !== 'balance_differs' || !between.some((each) => each.account === account),
  );
  return { statements: placed.map(placeless), warnings: [...between, ...whole] };
}

function statementOf(
  inFile: readonly BankRow[],
  usually: boolean,
): {
  readonly statement: PlacedStatement;
  readonly differences: readonly BankWarning[];
} {
  const rows = newestFirst(inFile, usually) ? [...inFile].reverse() : inFile;
  const [first, last] = [rows[0], rows.at(-1)];
  const differences = rows.slice(1).flatMap((row, n) => differenceAt(rows[n], row));
  const statement = {
    account: first?.account ?? '',
    currency: first?.currency ?? '',
    opening: balanceAt(first, first === undefined ? null : beforeOf(first)),
    closing: balanceAt(last, last === undefined ? null : afterOf(last)),
    transactions: rows.map(transactionOf),
    openingLine: first?.line ?? 1,
    closingLine: last?.line ?? 1,
  };
  return { statement, differences: [...rows.flatMap(wrongInside), ...differences].slice(0, differencesMax) };
}

const transactionOf = ({ account, currency, before, after, ...transaction }: BankRow): BankFileTransaction =>
  transaction;

const balanceAt = (row: BankRow | undefined, cents: Cents | null): BankBalance | null =>
  row === undefined || cents === null ? null : { cents, on: row.bookedOn };

const beforeOf = ({ before, after, cents }: BankRow): Cents | null => before ?? (after === null ? null : after - cents);
const afterOf = ({ before, after, cents }: BankRow): Cents | null => after ?? (before === null ? null : before + cents);

/** Balances tell the direction; days where they do not (+5 and -5 fit both ways); the bank's habit within one day. */
function newestFirst(rows: readonly BankRow[], usually: boolean): boolean {
  let [down, up] = [0, 0];
  rows.slice(1).forEach((row, n) => {
    const above = rows[n];
    if (above === undefined || beforeOf(row) === null || beforeOf(above) === null) return;
    if (afterOf(above) === beforeOf(row)) down += 1;
    if (afterOf(row) === beforeOf(above)) up += 1;
  });
  if (down !== up) return up > down;
  const [first, last] = [rows[0]?.bookedOn ?? '', rows.at(-1)?.bookedOn ?? ''];
  return first === last ? usually : first > last;
}

function differenceAt(above: BankRow | undefined, row: BankRow): readonly BankWarning[] {
  const [end, start] = [above === undefined ? null : afterOf(above), beforeOf(row)];
  if (end === null || start === null || end === start) return [];
  return [{ code: 'balance_differs', account: row.account, line: row.line, cents: start - end }];
}

/** ABN AMRO gives both balances of a row: then the row itself can be wrong. */
function wrongInside({ account, before, after, cents, line }: BankRow): readonly BankWarning[] {
  if (before === null || after === null || before + cents === after) return [];
  return [{ code: 'balance_differs', account, line, cents: after - before - cents }];
}
