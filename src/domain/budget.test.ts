import { describe, expect, test } from 'vitest';
import { paidWorld, proposalId } from '../../tests/domain/committee.ts';
import { bookedIn, themeTotals, unbalancedEntries, yearMoney, yearSummary } from './budget.ts';
import type { LedgerAccount, LedgerLine } from './rows.ts';

const line = (
  entryId: string,
  account: LedgerAccount,
  amountCents: number,
  ofProposal: string | null = null,
): LedgerLine => ({
  ...{ id: `${entryId}:${account}`, entryId, year: 2026, account, amountCents, kind: 'grant', bookedOn: '2026-01-05' },
  ...{ proposalId: ofProposal, claimId: null, note: '' },
});
const grant = [line('g', 'grant', -100_000), line('g', 'free', 100_000)];
const award = (entry: string, cents: number, of: string) => [
  line(entry, 'free', -cents, of),
  line(entry, 'awarded', cents, of),
];

describe('[D8] yearSummary', () => {
  test('an empty year', () => {
    expect(yearSummary([])).toEqual({
      ...{
        grantCents: 0,
        openingCents: 0,
        cameCents: 0,
        freeCents: 0,
        awardedCents: 0,
        paidCents: 0,
        advanceCents: 0,
        overCents: 0,
        byProposal: [],
        balanced: true,
      },
    });
  });

  test('sums lines by account and by proposal', () => {
    const payment = [line('p', 'awarded', -10_000, 'a'), line('p', 'paid', 10_000, 'a')];
    expect(yearSummary([...grant, ...award('1', 30_000, 'a'), ...award('2', 5_000, 'b'), ...payment])).toEqual({
      ...{
        grantCents: 100_000,
        openingCents: 0,
        cameCents: 100_000,
        freeCents: 65_000,
        awardedCents: 25_000,
        paidCents: 10_000,
        advanceCents: 0,
        overCents: 0,
        balanced: true,
      },
      byProposal: [
        { proposalId: 'a', awardedCents: 20_000, paidCents: 10_000, advanceCents: 0 },
        { proposalId: 'b', awardedCents: 5_000, paidCents: 0, advanceCents: 0 },
      ],
    });
  });

  test('counts what came from the year before and from others as money of this year', () => {
    const carried = [line('c', 'carried', -20_000), line('c', 'free', 20_000)];
    const received = [line('t', 'transferred', -5_000), line('t', 'free', 5_000)];
    expect(yearSummary([...grant, ...carried, ...received])).toMatchObject({ cameCents: 125_000, freeCents: 125_000 });
  });

  test('says how much more was promised than there is', () => {
    expect(yearSummary([...grant, ...award('1', 100_001, 'a')])).toMatchObject({ freeCents: -1, overCents: 1 });
  });

  test('notices an entry that does not add up, or mixes years', () => {
    expect(yearSummary([...grant, line('x', 'free', 1)]).balanced).toBe(false);
    const mixed = [line('y', 'free', -1), { ...line('y', 'paid', 1), year: 2027 }];
    expect(unbalancedEntries([...grant, ...mixed])).toEqual(['y']);
  });

  test('reads what the commands write', () => {
    expect(yearSummary(paidWorld().all('ledgerLine'))).toMatchObject({
      ...{ grantCents: 1_000_000, freeCents: 955_000, awardedCents: 32_950, paidCents: 12_050, balanced: true },
      byProposal: [{ proposalId, awardedCents: 32_950, paidCents: 12_050, advanceCents: 0 }],
    });
  });
});

test('[D8] what the server has not decided is shown beside the sums, not in them', () => {
  const lines = [
    ...grant.map((one) => ({ ...one, pending: false })),
    ...award('1', 30_000, 'a').map((one) => ({ ...one, pending: true })),
  ];
  const { confirmed, expected, hasPending } = yearMoney(lines);
  expect([confirmed.freeCents, expected.freeCents, hasPending]).toEqual([100_000, 70_000, true]);
  expect(yearMoney(lines.filter((one) => !one.pending)).hasPending).toBe(false);
});

describe('[D26] themeTotals', () => {
  const entry = (cents: number, ...shares: readonly (readonly [number, number])[]) => ({
    cents,
    proposal: { themeShares: shares.map(([theme, percent]) => ({ theme, percent })) },
  });

  test('counts go to the largest share, of equal ones to the first named; euros by share, exact together', () => {
    const totals = themeTotals([
      entry(100, [7, 50], [6, 50]),
      entry(101, [2, 34], [6, 33], [7, 33]),
      entry(50, [6, 100]),
    ]);
    expect(totals).toEqual([
      { theme: 2, count: 1, cents: 35 },
      { theme: 6, count: 1, cents: 50 + 33 + 50 },
      { theme: 7, count: 1, cents: 50 + 33 },
    ]);
    expect(totals.reduce((sum, total) => sum + total.cents, 0)).toBe(251);
  });

  test('a proposal without shares, or with shares of 0 %, says nothing about themes', () => {
    expect(themeTotals([entry(100), entry(100, [1, 0])])).toEqual([]);
  });
});

test('[S1] what belongs to a closed year is booked in the first one that is open', () => {
  const years = [{ year: 2025, closedInto: 2026 }, { year: 2026, closedInto: 2027 }, { year: 2027 }];
  expect([2025, 2026, 2027, 2024].map((year) => bookedIn(year, years))).toEqual([2027, 2027, 2027, 2024]);
});
