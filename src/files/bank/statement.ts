/** What a bank's file says, whatever its layout: statements with their transactions, and what does not add up. */
import type { Cents, IsoDate } from '../../domain/rows.ts';

export type BankFormat =
  | 'mt940'
  | 'camt.053'
  | 'ing-csv'
  | 'rabobank-csv'
  | 'abnamro-tab'
  | 'abnamro-csv'
  | 'asn-csv'
  | 'triodos-csv'
  | 'knab-csv'
  | 'bunq-csv';

export interface BankFile {
  readonly format: BankFormat;
  readonly statements: readonly BankStatement[];
  readonly warnings: readonly BankWarning[];
}

/** One account over some days. A spreadsheet of a bank has one statement an account, with balances where it has them. */
export interface BankStatement {
  readonly account: string; // IBAN without spaces, or the number as the file has it
  readonly currency: string; // ISO 4217
  readonly opening: BankBalance | null;
  readonly closing: BankBalance | null;
  readonly transactions: readonly BankFileTransaction[];
}

export interface BankBalance {
  readonly cents: Cents;
  readonly on: IsoDate;
}

export interface BankFileTransaction {
  readonly bookedOn: IsoDate;
  readonly valueOn: IsoDate | null;
  readonly cents: Cents; // what came in is above zero
  readonly counterIban: string; // without spaces; '' where the file names none
  readonly counterName: string;
  readonly description: string; // what the payer wrote, without codes of the bank
  readonly reference: string; // end-to-end id, '' where there is none or NOTPROVIDED
  readonly bankReference: string; // the bank's own number of this transaction, '' where the file has none
  readonly code: string; // the bank's own kind of transaction
  readonly reversal: boolean; // takes an earlier transaction back
  readonly line: number; // where it stands in the file, from 1
}

/** Something to look at, with its place. The file is read all the same. */
export interface BankWarning {
  readonly code:
    | 'balance_differs'
    | 'statements_differ'
    | 'no_closing'
    | 'no_balance'
    | 'row_skipped'
    | 'other_currency';
  readonly account: string;
  readonly line: number | null;
  readonly cents: Cents | null; // by how much it differs
  readonly file?: string; // which, where several were read together
}
