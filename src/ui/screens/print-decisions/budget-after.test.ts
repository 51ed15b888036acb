import { expect, test } from 'vitest';
import type { LedgerAccount, LedgerLine } from '../../../domain/rows.ts';
import { budgetRows } from './budget-after.ts';

const line = (entryId: string, account: LedgerAccount, amountCents: number): LedgerLine => ({
  ...{ id: `${entryId}:${account}`, entryId, account, amountCents, year: 2026, proposalId: null, claimId: null },
  ...{ kind: 'grant', bookedOn: '2026-11-24', note: '' },
});
const grant = [line('g', 'grant', -100_000), line('g', 'free', 100_000)];
const award = [line('a', 'free', -30_000), line('a', 'awarded', 30_000)];
const saved = [line('s', 'free', -20_000), line('s', 'savings', 20_000)];

test('what is saved is not called awarded, and the lines add up to the budget', () => {
  const [total, ...parts] = budgetRows([...grant, ...award, ...saved], 2026).map(({ cents }) => cents);
  expect(total).toBe(100_000);
  expect(parts).toEqual([30_000, 20_000, 50_000]);
});

test('a year in which nothing is saved has no line for it', () => {
  expect(budgetRows([...grant, ...award], 2026).map(({ cents }) => cents)).toEqual([100_000, 30_000, 70_000]);
});
