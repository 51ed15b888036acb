/** What a drawn file of a bank is made from, and how banks write amounts and days. */
import type { BankFormat } from '../../src/files/bank/statement.ts';

export interface DrawnTransaction {
  readonly bookedOn: string;
  readonly cents: number; // what came in is above zero
  readonly iban: string; // '' for a card payment or costs
  readonly name: string;
  readonly description: string;
  readonly reference: string;
}

export interface DrawnStatement {
  readonly account: string;
  readonly openingCents: number;
  readonly transactions: readonly DrawnTransaction[]; // oldest first
}

/** What a layout can say; the rest comes out empty. */
type Part = 'iban' | 'name' | 'description' | 'reference' | 'balances';

export interface DrawnLayout {
  readonly format: BankFormat;
  readonly says: readonly Part[];
  readonly write: (statement: DrawnStatement) => string;
  /** What the layout cannot hold in a text: its own marks. */
  readonly without?: RegExp;
}

export const closingCents = ({ openingCents, transactions }: DrawnStatement): number =>
  transactions.reduce((sum, { cents }) => sum + cents, openingCents);

/** Each transaction with the balances before and after it. */
export function withBalances({ openingCents, transactions }: DrawnStatement) {
  let after = openingCents;
  return transactions.map((transaction) => {
    const before = after;
    after += transaction.cents;
    return { ...transaction, before, after };
  });
}

const sign = (cents: number, plus = ''): string => (cents < 0 ? '-' : plus);

/** 1234,56, or 1.234,56 with marks for thousands. */
export function comma(cents: number, { thousands = false, plus = '' } = {}): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2);
  return `${sign(cents, plus)}${thousands ? whole.replace(/\B(?=(\d{3})+$)/g, '.') : whole},${digits.slice(-2)}`;
}

export const point = (cents: number): string => comma(cents).replace(',', '.');
export const compact = (day: string): string => day.replaceAll('-', '');
export const dutchDay = (day: string): string => day.split('-').reverse().join('-');
