import { expect, test } from 'vitest';
import * as given from '../../tests/domain/committee.ts';
import { themeTotals } from './budget.ts';
import { byTheme } from './insight/projects.ts';
import { planByTheme } from './plan/plan.ts';
import { themeParts } from './themeShares.ts';
import { themeCells } from './themeTable.ts';

const shares = (...all: readonly (readonly [number, number])[]) => all.map(([theme, percent]) => ({ theme, percent }));

test.each([
  ['the largest share counts', shares([6, 30], [7, 70]), [0, 1], [30, 71]],
  ['of equal ones the first named', shares([7, 50], [2, 50]), [1, 0], [51, 50]],
  ['a share of nothing is no share', shares([1, 0], [5, 100]), [1], [101]],
  ['no shares, no parts', shares([3, 0]), [], []],
])('[D26] %s, and the cents together are the amount', (_, given, counts, cents) => {
  const parts = themeParts(given, 101);
  expect(parts.map(({ count }) => count)).toEqual(counts);
  expect(parts.map((part) => part.cents)).toEqual(cents);
});

test('[D26] the books, the account of the year, the table of the evaluation and the plan divide alike', () => {
  const world = given.decidedWorld();
  const project = { ...world.get('proposal', given.proposalId), themeShares: shares([7, 34], [2, 33], [6, 33]) };
  const cents = project.awardedCents + 1; // that does not divide
  const parts = [...themeParts(project.themeShares, cents)].sort((a, b) => a.theme - b.theme);
  const byNumber = <T extends { readonly theme: number | null }>(all: readonly T[]): readonly T[] =>
    [...all].sort((a, b) => (a.theme ?? 0) - (b.theme ?? 0));
  const awarded = { ...project, awardedCents: cents };
  expect(themeTotals([{ proposal: project, cents }])).toEqual(parts);
  expect(
    byTheme([awarded], []).map(({ key, ids, cents: of }) => ({ theme: key, count: ids.length, cents: of })),
  ).toEqual(parts);
  expect(byNumber(themeCells([{ ...awarded, district: '' }]))).toMatchObject(parts);
  const line = { themeShares: project.themeShares, lowCents: 0, expectedCents: cents, highCents: cents };
  expect(planByTheme([line]).map(({ theme, expectedCents }) => [theme, expectedCents])).toEqual(
    parts.map((part) => [part.theme, part.cents]),
  );
});
