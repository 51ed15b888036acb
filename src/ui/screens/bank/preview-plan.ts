// A file of a bank, account by account, against what is here.
import { type ImportPlan, planImport } from '../../../domain/bank/importPlan.ts';
import { normalizeIban } from '../../../domain/iban.ts';
import type { BankAccount } from '../../../domain/rows.ts';
import type { BankFile } from '../../../files/bank/statement.ts';
import type { AccountChoice } from './preview-account.tsx';
import type { BankRows } from './use-bank.ts';

export interface FoundAccount {
  readonly accountId: string;
  readonly currency: string;
}

/** As the file writes it, without dots and blanks: an IBAN, or the number of before with the currency that some banks put
 *  behind it. */
const written = (account: string): string =>
  normalizeIban(account)
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^(P?\d+)EUR$/, '$1')
    .slice(0, 34);

/** An IBAN of the Netherlands ends in the number that the account had before, in ten figures. */
function sameAccount(one: string, other: string): boolean {
  if (one === other) return true;
  const [iban, number] = one.startsWith('NL') ? [one, other] : [other, one];
  return /^\d{7,10}$/.test(number) && /^NL\d{2}[A-Z]{4}\d{10}$/.test(iban) && iban.endsWith(number.padStart(10, '0'));
}

/** The id of this account here. One layout of a bank names the IBAN and another the number of before (ABN AMRO's TAB): that
 *  is one account, or its lines would count twice. */
function idOf(account: string, known: readonly BankAccount[]): string {
  const number = written(account);
  return known.find(({ id }) => sameAccount(written(id), number))?.id ?? number;
}

/** The accounts of a file, in its order. A number of a few digits is none: it could be any account of any bank. Of one in
 *  several currencies what is in euros counts. */
export function accountsIn(file: BankFile, known: readonly BankAccount[]): readonly FoundAccount[] {
  const found = new Map<string, FoundAccount>();
  for (const { account, currency } of file.statements) {
    const accountId = idOf(account, known);
    if (accountId.length >= 5 && (!found.has(accountId) || currency === 'EUR'))
      found.set(accountId, { accountId, currency });
  }
  return [...found.values()];
}

export interface PlanFor extends FoundAccount {
  readonly file: BankFile;
  readonly bank: BankRows;
  readonly wanted: ReadonlySet<string>;
}

export function planFor({ file, bank, accountId, currency, wanted }: PlanFor): ImportPlan | undefined {
  const isIt = (account: string): boolean => idOf(account, bank.accounts) === accountId;
  return planImport({
    ...{ accountId, wanted },
    statements: file.statements.filter((statement) => isIt(statement.account) && statement.currency === currency),
    warnings: file.warnings
      .filter(({ account }) => account === '' || isIt(account))
      .map(({ code, line, cents }) => ({ code, line, cents })),
    transactions: bank.transactions.filter((row) => row.accountId === accountId),
  });
}

/** The id is made once: a file that stopped halfway goes on under it. */
export const untouched = (importId: string): AccountChoice => ({
  ...{ importId, included: true, name: '', kind: 'payment', wanted: new Set<string>() },
});
