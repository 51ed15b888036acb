import { describe, expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import { nlMoney } from '../../ui/nl/money.ts';
import type { LedgerAccount, LedgerLine } from '../rows.ts';
import { heldCents, trialBalance } from './balance.ts';
import { chart, chartAccount } from './chart.ts';

const line = (
  n: number,
  account: LedgerAccount,
  amountCents: number,
  fields: Partial<LedgerLine> = {},
): LedgerLine => ({
  ...{ id: `${n}:${account}`, entryId: String(n), year: 2026, account, amountCents, kind: 'grant' },
  ...{ bookedOn: '2026-01-10', proposalId: null, claimId: null, note: '' },
  ...fields,
});
const move = (n: number, from: LedgerAccount, to: LedgerAccount, cents: number, fields: Partial<LedgerLine> = {}) => [
  line(n, from, -cents, fields),
  line(n, to, cents, fields),
];

describe('the chart of accounts', () => {
  test('has a number of its own for every account of the ledger', () => {
    const accounts = Object.keys(nlMoney.ledger.accounts) as LedgerAccount[];
    expect(accounts.map((account) => chartAccount(account).account)).toEqual(accounts);
    expect(new Set(chart.map(({ number }) => number)).size).toBe(chart.length);
    expect(chart).toHaveLength(accounts.length);
  });
});

describe('the trial balance', () => {
  const lines = [
    ...move(1, 'grant', 'free', 100_000),
    ...move(2, 'free', 'awarded', 45_000, { bookedOn: '2026-03-10' }),
    ...move(3, 'awarded', 'paid', 12_050, { bookedOn: '2026-04-02' }),
    ...move(4, 'paid', 'awarded', 50, { bookedOn: '2026-04-09' }),
    ...move(5, 'grant', 'free', 70_000, { year: 2027 }),
  ];
  const at = (day: string) =>
    trialBalance(lines, 2026, day).accounts.map(({ number, debitCents, creditCents, closingCents }) => [
      number,
      debitCents,
      creditCents,
      closingCents,
    ]);

  test('of a day counts what was booked until then, in that year only', () => {
    expect(at('2026-03-10')).toEqual([
      ['1000', 100_000, 45_000, 55_000],
      ['1010', 45_000, 0, 45_000],
      ['8000', 0, 100_000, -100_000],
    ]);
  });

  test('keeps both sides of what was taken back', () => {
    expect(at('2026-12-31').find(([number]) => number === '4000')).toEqual(['4000', 12_050, 50, 12_000]);
  });

  test('has as much debit as credit', () => {
    const whole = trialBalance(lines, 2026, '2026-12-31');
    expect(whole.debitCents).toBe(whole.creditCents);
    expect(whole.debitCents).toBe(157_100);
  });
});

describe('what must stand at the bank', () => {
  test('is what came in less what left, on any day', () => {
    const lines = given.paidWorld().all('ledgerLine');
    const paidOn = given.payment.paidOn;
    const grant = 0 - (lines.find(({ account }) => account === 'grant')?.amountCents ?? 0);
    expect(heldCents(lines, paidOn)).toBe(grant - given.payment.amountCents);
    expect(heldCents(lines, '2000-01-01')).toBe(0);
  });

  test('does not change when a year is closed, but for what flows back to the city', () => {
    const closed = { kind: 'year_close', bookedOn: '2027-01-15' } as const;
    const lines = [
      ...move(1, 'grant', 'free', 100_000),
      ...move(2, 'free', 'awarded', 60_000),
      ...move(3, 'awarded', 'carried', 60_000, closed),
      ...move(4, 'carried', 'awarded', 60_000, { ...closed, year: 2027 }),
      ...move(5, 'free', 'returned', 40_000, closed),
    ];
    expect(heldCents(lines, '2026-12-31')).toBe(100_000);
    expect(heldCents(lines, '2027-01-15')).toBe(60_000);
  });
});
