/** Whether the statements of a file add up and follow on each other, with the place where they do not. */
import { addCents } from '../../domain/money.ts';
import type { BankStatement, BankWarning } from './statement.ts';

/** A statement with the lines where its balances stand, for the warnings. */
export interface PlacedStatement extends BankStatement {
  readonly openingLine: number;
  readonly closingLine: number;
}

export function placeless({ openingLine, closingLine, ...statement }: PlacedStatement): BankStatement {
  return statement;
}

export function checkStatements(statements: readonly PlacedStatement[]): readonly BankWarning[] {
  return [...statements.flatMap(checkOne), ...chainsOf(statements).flatMap(checkChain)].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0),
  );
}

function checkOne(statement: PlacedStatement): readonly BankWarning[] {
  const { account, opening, closing, transactions } = statement;
  const warnings: BankWarning[] = [];
  if (statement.currency !== 'EUR') {
    warnings.push({ code: 'other_currency', account, line: statement.openingLine, cents: null });
  }
  if (opening === null) warnings.push({ code: 'no_balance', account, line: statement.openingLine, cents: null });
  else if (closing === null) warnings.push({ code: 'no_closing', account, line: statement.closingLine, cents: null });
  if (opening !== null && closing !== null) {
    const cents = closing.cents - opening.cents - addCents(transactions.map((each) => each.cents));
    if (cents !== 0) warnings.push({ code: 'balance_differs', account, line: statement.closingLine, cents });
  }
  return warnings;
}

/** Statements of one account one after another. Some banks put the newest first: then they are followed from below. */
function chainsOf(statements: readonly PlacedStatement[]): readonly (readonly PlacedStatement[])[] {
  const chains = new Map<string, PlacedStatement[]>();
  for (const statement of statements) {
    const key = `${statement.account} ${statement.currency}`;
    chains.set(key, [...(chains.get(key) ?? []), statement]);
  }
  return [...chains.values()].map((chain) => {
    const first = chain.at(0)?.opening?.on ?? '';
    const last = chain.at(-1)?.opening?.on ?? '';
    return last !== '' && first > last ? [...chain].reverse() : chain;
  });
}

function checkChain(chain: readonly PlacedStatement[]): readonly BankWarning[] {
  return chain.slice(1).flatMap((next, n) => {
    const before = chain[n];
    const end = before === undefined ? null : endOf(before);
    if (end === null || next.opening === null || end === next.opening.cents) return [];
    const cents = next.opening.cents - end;
    return [{ code: 'statements_differ' as const, account: next.account, line: next.openingLine, cents }];
  });
}

/** Where a statement lacks its end, what it should have been. */
function endOf({ opening, closing, transactions }: PlacedStatement): number | null {
  if (closing !== null) return closing.cents;
  return opening === null ? null : opening.cents + addCents(transactions.map((each) => each.cents));
}
