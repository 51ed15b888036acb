import { expect, test } from 'vitest';
import type { BankImport, BankTransaction } from '../rows.ts';
import { bankBalance, firstBalances } from './bankBalance.ts';

const file = (accountId: string, on: string, cents: number, undone = false) =>
  ({ id: `${accountId} ${on}`, accountId, undone, closing: { on, cents } }) as BankImport;
const line = (accountId: string, bookedOn: string, cents: number) =>
  ({ accountId, bookedOn, cents }) as BankTransaction;

test('the last closing balance up to the day, and what came after it', () => {
  const files = [file('a', '2026-03-31', 10_000), file('a', '2026-06-30', 25_000), file('a', '2026-09-30', 99)];
  const lines = [line('a', '2026-06-30', 5_000), line('a', '2026-07-02', -1_000), line('a', '2026-08-01', -500)];
  expect(bankBalance(files, lines, '2026-07-15')).toEqual({ cents: 24_000, on: '2026-07-02' });
  expect(bankBalance(files, lines, '2026-04-15')).toEqual({ cents: 10_000, on: '2026-03-31' });
});

test('accounts together, as far as all of them are known', () => {
  const files = [file('a', '2026-06-30', 25_000), file('savings', '2026-05-31', 125_000)];
  expect(bankBalance(files, [], '2026-12-31')).toEqual({ cents: 150_000, on: '2026-05-31' });
});

test('a file that was taken back says nothing, and without a balance there is none', () => {
  expect(bankBalance([file('a', '2026-06-30', 25_000, true)], [], '2026-12-31')).toBeNull();
  expect(bankBalance([file('a', '2026-06-30', 25_000)], [], '2026-01-01')).toBeNull();
});

test('an account began with what its oldest file says, not with one that was taken back or says nothing', () => {
  const begins = (accountId: string, on: string | null, cents: number, undone = false) =>
    ({ accountId, undone, opening: on === null ? null : { on, cents } }) as BankImport;
  const files = [
    begins('a', '2026-04-01', 200),
    begins('a', '2026-01-01', 100),
    begins('a', '2025-01-01', 7, true),
    begins('b', null, 0),
    begins('c', '2026-02-01', -50),
  ];
  expect(firstBalances(files)).toEqual([
    { accountId: 'a', on: '2026-01-01', cents: 100 },
    { accountId: 'c', on: '2026-02-01', cents: -50 },
  ]);
});
