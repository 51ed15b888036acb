/** The chart of accounts of a wijkbudget: every envelope of the ledger as an account that a bookkeeper knows. The money at
 *  the bank is divided over envelopes, so together those are what must stand there. */
import type { LedgerAccount } from '../rows.ts';

export interface ChartAccount {
  readonly account: LedgerAccount;
  readonly number: string; // four digits, in the Dutch order: 1 means, 4 costs, 8 income
  /** `balance`: money that is there, by what it is for. `due`: money that is out and must come back or be accounted for.
   *  `result`: what came in and went out this year. */
  readonly kind: 'balance' | 'due' | 'result';
}

export const chart: readonly ChartAccount[] = [
  { account: 'free', number: '1000', kind: 'balance' },
  { account: 'awarded', number: '1010', kind: 'balance' },
  { account: 'savings', number: '1020', kind: 'balance' },
  { account: 'organisation', number: '1030', kind: 'balance' },
  { account: 'under_way', number: '1040', kind: 'balance' },
  { account: 'carried', number: '1090', kind: 'balance' },
  { account: 'advance', number: '1300', kind: 'due' },
  { account: 'paid', number: '4000', kind: 'result' },
  { account: 'organisation_paid', number: '4100', kind: 'result' },
  { account: 'transferred', number: '4200', kind: 'result' },
  { account: 'returned', number: '4300', kind: 'result' },
  { account: 'grant', number: '8000', kind: 'result' },
  { account: 'opening', number: '8900', kind: 'result' },
];

const byName = new Map(chart.map((one) => [one.account, one]));

export function chartAccount(account: LedgerAccount): ChartAccount {
  const found = byName.get(account);
  if (found === undefined) throw new Error(`not in the chart of accounts: ${account}`);
  return found;
}
