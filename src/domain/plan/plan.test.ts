import { describe, expect, test } from 'vitest';
import type { Idea, LedgerLine, OrganisationCost, Proposal } from '../rows.ts';
import { type DraftLine, draftPlan, type Known, planMeans } from './draft.ts';
import { eventsOf, rangeOf, yearsToLearnFrom } from './past.ts';
import { planByTheme, planWith, sumOf } from './plan.ts';

const nothing: Known = { proposals: [], ledgerLines: [], ideas: [], costs: [] };

function proposal(id: string, year: number, awardedCents: number, more: Partial<Proposal> = {}): Proposal {
  return {
    ...{ id, year, number: 1, title: id, summary: '', applicant: 'Buren', kind: 'unique_project' as const },
    ...{ themeShares: [{ theme: 6, percent: 100 }], quarters: [], streets: '', period: null, intake: 'own' as const },
    ...{ repeatOfId: null, budgetLines: [], requestedCents: awardedCents, state: 'finished' as const, awardedCents },
    ...{ awardDecisionId: null, returnReason: null, submittedOn: null, mergedIntoId: null, ...more },
  };
}
const idea = (id: string, more: Partial<Idea> = {}): Idea => ({
  ...{ id, text: 'Bankje', voice: null, photos: [], quarter: '', channel: '', heardOf: '', caughtOn: '2026-05-01' },
  ...{ by: 'x', at: '2026-05-01T10:00:00.000Z', proposalId: null, setAside: null, ...more },
});
const cost = (year: number, amountCents: number, reversed = false): OrganisationCost => ({
  ...{ id: `${year}:${amountCents}`, year, amountCents, what: 'Koffie', paidOn: `${year}-02-01`, recordedBy: 'x' },
  ...{ reversed, reversedOn: null, reversedReason: null },
});
const booked = (account: LedgerLine['account'], year: number, amountCents: number, proposalId: string | null = null) =>
  ({ account, year, amountCents, proposalId }) as const;
const lineOf = (known: Partial<Known>, key: string): DraftLine | undefined =>
  draftPlan(2027, { ...nothing, ...known }).find((line) => line.key === key);

describe('an event that comes back', () => {
  const event = (id: string, year: number, cents: number, more: Partial<Proposal> = {}) =>
    proposal(id, year, cents, { kind: 'recurring_event', title: `Straatfeest ${year}`, ...more });

  test('is expected at what it got last, between the least and the most that it ever got', () => {
    const proposals = [event('a', 2024, 40_000), event('b', 2025, 30_000), event('c', 2026, 35_000)];
    expect(draftPlan(2027, { ...nothing, proposals })).toEqual([
      expect.objectContaining({
        ...{ key: 'recurring:a', title: 'Straatfeest 2026', proposalId: 'c' },
        ...{ lowCents: 30_000, expectedCents: 35_000, highCents: 40_000 },
        reason: {
          code: 'held_in',
          amounts: [
            { year: 2024, cents: 40_000 },
            { year: 2025, cents: 30_000 },
            { year: 2026, cents: 35_000 },
          ],
        },
      }),
    ]);
  });

  test('learns from its editions in the lists of the city, which are then not in the sums of a theme', () => {
    const past = { past: true, applicant: '' } as const;
    const proposals = [
      proposal('old', 2024, 20_000, { ...past, title: 'Straatfeest 2024' }),
      proposal('renamed', 2025, 60_000, { ...past, title: 'Feest in de straat' }),
      proposal('other', 2025, 9_000, { ...past, title: 'Bankje' }),
      event('now', 2026, 35_000, { repeatOfId: 'renamed' }),
    ];
    expect(lineOf({ proposals: proposals.filter(({ id }) => id !== 'renamed') }, 'recurring:now')).toMatchObject({
      ...{ title: 'Straatfeest 2026', lowCents: 20_000, expectedCents: 35_000, highCents: 35_000 },
    });
    expect(lineOf({ proposals: proposals.filter(({ id }) => id !== 'old') }, 'recurring:now')).toMatchObject({
      ...{ lowCents: 35_000, expectedCents: 35_000, highCents: 60_000 },
    });
    expect(lineOf({ proposals }, 'new:6')).toMatchObject({ lowCents: 0, highCents: 9_000 }); // the bench alone
  });

  test('counts with what is asked while this year is not decided, and held once it may also not come', () => {
    const proposals = [
      event('a', 2025, 30_000),
      event('b', 2026, 0, { state: 'submitted', requestedCents: 50_000, title: 'Zomerfeest', repeatOfId: 'a' }),
    ];
    expect(lineOf({ proposals }, 'recurring:a')).toMatchObject({
      ...{ title: 'Zomerfeest', lowCents: 0, expectedCents: 50_000, highCents: 50_000 },
    });
  });

  test('is left out when it has not been held for two years, and when it was refused this year for the first time', () => {
    expect(draftPlan(2027, { ...nothing, proposals: [event('a', 2024, 40_000)] })).toEqual([]);
    const refused = event('b', 2026, 0, { state: 'refused' });
    expect(draftPlan(2027, { ...nothing, proposals: [refused] })).toEqual([]);
  });

  test('repeats in a circle, which a faulty phone could send, end', () => {
    const circle = [event('a', 2025, 1, { repeatOfId: 'b' }), event('b', 2026, 2, { repeatOfId: 'a' })];
    expect(eventsOf(circle).flat()).toHaveLength(2);
  });
});

describe('a promise', () => {
  const running = (until: string | null) =>
    proposal('a', 2026, 90_000, {
      state: 'awarded',
      period: until === null ? null : { from: '2026-03-01', until },
    });
  const ledgerLines = [booked('awarded', 2026, 90_000, 'a'), booked('awarded', 2026, -20_000, 'a')];

  test('that runs into the new year is certain for what is not paid', () => {
    expect(lineOf({ proposals: [running('2027-06-30')], ledgerLines }, 'promise:a')).toMatchObject({
      ...{ lowCents: 70_000, expectedCents: 70_000, highCents: 70_000 },
    });
  });
  test('without an end may still be paid this year', () => {
    expect(lineOf({ proposals: [running(null)], ledgerLines }, 'promise:a')).toMatchObject({
      ...{ lowCents: 0, expectedCents: 70_000, highCents: 70_000 },
    });
  });
  test('that ends this year, or is paid, is no line', () => {
    expect(lineOf({ proposals: [running('2026-12-31')], ledgerLines }, 'promise:a')).toBeUndefined();
    expect(lineOf({ proposals: [running('2027-06-30')] }, 'promise:a')).toBeUndefined();
  });
  test('[S21] for more years runs until the end of the last of them, whatever its first period, and is asked for once', () => {
    const forYears = { ...running('2026-11-30'), untilYear: 2028, kind: 'recurring_event' as const };
    const known = { proposals: [forYears], ledgerLines };
    expect(lineOf(known, 'promise:a')).toMatchObject({
      ...{ lowCents: 70_000, expectedCents: 70_000, highCents: 70_000 },
      reason: { code: 'still_open', until: '2028-12-31' },
    });
    expect(draftPlan(2027, { ...nothing, ...known })).toHaveLength(1);
    const before = { proposals: [{ ...forYears, untilYear: 2026 }], ledgerLines };
    expect(lineOf(before, 'promise:a')).toBeUndefined();
    expect(lineOf(before, 'recurring:a')).toBeDefined();
  });
  test('brings its own money along', () => {
    const known = { ...nothing, proposals: [running('2027-06-30')], ledgerLines };
    const grants = [booked('grant', 2026, -500_000)];
    const lines = draftPlan(2027, known);
    expect(planMeans(2027, { ...known, ledgerLines: [...ledgerLines, ...grants] }, lines)).toEqual({
      ...{ grantCents: 500_000, grantIsKnown: false, carriedCents: 70_000 },
    });
    const both = [...ledgerLines, ...grants, booked('grant', 2027, -600_000)];
    expect(planMeans(2027, { ...known, ledgerLines: both }, lines)).toMatchObject({
      ...{ grantCents: 600_000, grantIsKnown: true },
    });
  });
});

describe('ideas and other projects', () => {
  const proposals = [
    proposal('from idea', 2025, 40_000),
    proposal('other', 2025, 30_000, {
      themeShares: [
        { theme: 6, percent: 50 },
        { theme: 7, percent: 50 },
      ],
    }),
    proposal('older', 2024, 10_000),
  ];
  const ideas = [idea('1', { proposalId: 'from idea' }), idea('2', { setAside: 'Kan niet' }), idea('3'), idea('4')];

  test('half of the ideas came to an award of 400 euro: of the two that lie open one will', () => {
    expect(lineOf({ proposals, ideas }, 'ideas')).toMatchObject({
      ...{ lowCents: 0, expectedCents: 40_000, highCents: 80_000 },
      reason: { code: 'ideas_open', open: 2, settled: 2, awarded: 1, typicalCents: 40_000 },
    });
  });
  test('no euro counts twice: what came of ideas is not in the sums of a theme', () => {
    expect(lineOf({ proposals, ideas }, 'new:6')).toMatchObject({
      ...{ lowCents: 10_000, expectedCents: 12_500, highCents: 15_000 },
    });
    expect(lineOf({ proposals, ideas }, 'new:7')).toMatchObject({
      ...{ lowCents: 0, expectedCents: 7_500, highCents: 15_000 },
    });
    expect(lineOf({ proposals }, 'new:6')).toMatchObject({ lowCents: 10_000, highCents: 55_000 });
  });
  test('ideas of which nothing ever came are expected to cost nothing, and none open is no line', () => {
    expect(lineOf({ ideas: [idea('1')] }, 'ideas')).toMatchObject({ expectedCents: 0, highCents: 0 });
    expect(lineOf({ proposals }, 'ideas')).toBeUndefined();
  });
  test('this year counts only when it is all there is, and then from nothing to what was asked', () => {
    const now = proposal('now', 2026, 20_000, { requestedCents: 50_000 });
    expect(lineOf({ proposals: [now] }, 'new:6')).toMatchObject({
      lowCents: 0,
      expectedCents: 20_000,
      highCents: 50_000,
    });
    expect(lineOf({ proposals: [now, ...proposals] }, 'new:6')?.reason).toMatchObject({
      amounts: [{ year: 2025 }, { year: 2024 }],
    });
  });
});

test('own costs: the mean of the years before, without what was taken back or came back in part', () => {
  const costs = [
    cost(2024, 10_000),
    { ...cost(2025, 22_000), refundedCents: 2_000 },
    cost(2025, 99_000, true),
    cost(2026, 5_000),
  ];
  expect(lineOf({ costs }, 'own_costs')).toMatchObject({ lowCents: 10_000, expectedCents: 15_000, highCents: 20_000 });
});

test('low, expected and high stand in order for any amounts', () => {
  for (const amounts of [[], [5], [33, 34], [1, 2, 3], [149, 149], [0, 0, 7]]) {
    const { lowCents, expectedCents, highCents } = rangeOf(amounts, 20);
    expect(lowCents).toBeLessThanOrEqual(expectedCents);
    expect(expectedCents).toBeLessThanOrEqual(highCents);
  }
  expect(yearsToLearnFrom(2027, [2020, 2021, 2022, 2023, 2026, 2027])).toEqual([2023, 2022, 2021]);
});

describe('what people change', () => {
  const draft = draftPlan(2027, { ...nothing, proposals: [proposal('a', 2025, 10_000), proposal('b', 2024, 10_000)] });
  const edit = {
    ...{ title: 'Bankjes', leftOut: false, lowCents: 1, expectedCents: 2, highCents: 4 },
    themeShares: [
      { theme: 2, percent: 50 },
      { theme: 6, percent: 50 },
    ],
  };
  const changed = (key: string, line: typeof edit | null) => ({ id: `2027:${key}`, year: 2027, key, line });

  test('stands in the place of the line; taken back the draft stands again', () => {
    expect(planWith(draft, [changed('new:6', edit)])).toMatchObject([
      { kind: 'new', title: 'Bankjes', expectedCents: 2 },
    ]);
    expect(planWith(draft, [changed('new:6', null)])).toMatchObject([{ expectedCents: 10_000, edit: null }]);
  });
  test('stays when the draft no longer has its line', () => {
    expect(planWith([], [changed('new:6', edit)])).toMatchObject([{ kind: 'added', title: 'Bankjes' }]);
  });
  test('by theme the parts add up to the sums', () => {
    const lines = [...planWith(draft, [changed('x', { ...edit, lowCents: 1 })]), { ...edit, themeShares: [] }];
    const byTheme = planByTheme(lines);
    expect(byTheme.map(({ theme }) => theme)).toEqual([2, 6, null]);
    expect(sumOf(byTheme)).toEqual(sumOf(lines));
  });
});
