// A file of a bank, account by account, against what is here.
import { type ImportPlan, planImport } from '../../../domain/bank/importPlan.ts';
import { normalizeIban } from '../../../domain/iban.ts';
import type { BankFile, BankStatement } from '../../../files/bank/statement.ts';
import type { AccountChoice } from './preview-account.tsx';
import type { BankRows } from './use-bank.ts';

export interface FoundAccount {
  readonly accountId: string;
  readonly currency: string;
}

const numberOf = ({ account }: BankStatement): string =>
  normalizeIban(account)
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 34);

/** The accounts of a file, in its order. A number of a few digits is none: it could be any account of any bank. */
export function accountsIn(file: BankFile): readonly FoundAccount[] {
  const found = new Map<string, FoundAccount>();
  for (const statement of file.statements) {
    const accountId = numberOf(statement);
    if (accountId.length >= 5 && !found.has(accountId))
      found.set(accountId, { accountId, currency: statement.currency });
  }
  return [...found.values()];
}

export interface PlanFor {
  readonly file: BankFile;
  readonly bank: BankRows;
  readonly accountId: string;
  readonly wanted: ReadonlySet<string>;
}

export function planFor({ file, bank, accountId, wanted }: PlanFor): ImportPlan | undefined {
  return planImport({
    ...{ accountId, wanted },
    statements: file.statements.filter((statement) => numberOf(statement) === accountId),
    warnings: file.warnings
      .filter(({ account }) => account === '' || normalizeIban(account) === accountId)
      .map(({ code, line, cents }) => ({ code, line, cents })),
    transactions: bank.transactions.filter((row) => row.accountId === accountId),
  });
}

/** The id is made once: a file that stopped halfway goes on under it. */
export const untouched = (importId: string): AccountChoice => ({
  ...{ importId, included: true, name: '', kind: 'payment', wanted: new Set<string>() },
});
