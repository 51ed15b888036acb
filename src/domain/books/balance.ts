/** The books on any day, from the lines of the ledger (D8: no sum is stored anywhere). */
import { addCents } from '../money.ts';
import type { Cents, IsoDate, LedgerLine } from '../rows.ts';
import { type ChartAccount, chart, chartAccount } from './chart.ts';

/** One account over a year up to a day. Debit and credit are both at least zero; closing is debit less credit. */
export interface AccountBalance extends ChartAccount {
  readonly debitCents: Cents;
  readonly creditCents: Cents;
  readonly closingCents: Cents;
}

export interface TrialBalance {
  readonly accounts: readonly AccountBalance[]; // in the order of the chart, those that moved
  readonly debitCents: Cents;
  readonly creditCents: Cents; // equal to debit, always: every entry adds up to zero
}

/** Lines of `year` booked until the end of `day`. */
export function trialBalance(lines: readonly LedgerLine[], year: number, day: IsoDate): TrialBalance {
  const own = lines.filter((line) => line.year === year && line.bookedOn <= day);
  const accounts = chart.flatMap((one): AccountBalance[] => {
    const amounts = own.filter(({ account }) => account === one.account).map(({ amountCents }) => amountCents);
    if (amounts.length === 0) return [];
    const debitCents = addCents(amounts.filter((cents) => cents > 0));
    const creditCents = 0 - addCents(amounts.filter((cents) => cents < 0));
    return [{ ...one, debitCents, creditCents, closingCents: debitCents - creditCents }];
  });
  return {
    accounts,
    debitCents: addCents(accounts.map((one) => one.debitCents)),
    creditCents: addCents(accounts.map((one) => one.creditCents)),
  };
}

/** What must stand at the bank at the end of `day`: all envelopes together, of all years. Open advances are not there. */
export function heldCents(lines: readonly LedgerLine[], day: IsoDate): Cents {
  const held = lines.filter(({ account, bookedOn }) => bookedOn <= day && chartAccount(account).kind === 'balance');
  return addCents(held.map(({ amountCents }) => amountCents));
}
