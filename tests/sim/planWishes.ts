/** What people want with next year's spending plan. */
import { amount, type Maker, newUuid, pickRow, wish, word } from './desk.ts';

const year = 2027;

/** Mostly a line that somebody else may be at too; sometimes over what stood there before. */
export const planWish: Maker = (desk) => {
  const { random } = desk;
  const expectedCents = amount(desk);
  const line = {
    ...{ title: word(desk), themeShares: [], leftOut: random.chance(0.2) },
    ...{ lowCents: 0, expectedCents, highCents: expectedCents },
  };
  if (random.chance(0.25)) {
    const { leftOut: _, ...sent } = line;
    return wish('spendingPlan.finish', {
      ...{ planId: newUuid(random), year, finishedOn: '2026-09-24', grantCents: 500_000, carriedCents: 0 },
      lines: [{ kind: 'new', ...sent }],
    });
  }
  const known = pickRow(desk, 'planLine');
  const key = known !== undefined && random.chance(0.7) ? known.key : random.pick(['ideas', 'own_costs', 'new:6']);
  const seen = desk.rows('planLine').find((one) => one.key === key)?.line ?? null;
  return wish('planLine.change', { year, key, line: random.chance(0.85) ? line : null, seen });
};
