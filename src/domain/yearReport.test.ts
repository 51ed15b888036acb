import { expect, test } from 'vitest';
import * as given from '../../tests/domain/committee.ts';
import { yearReport } from './yearReport.ts';

test('every euro of a closed year and of the one after it is in the report, to the cent', () => {
  const world = given.yearEndWorld();
  const opening = { year: 2026, goalId: null, amountCents: 250_000, seenCents: 0, bookedOn: '2026-01-10' };
  world.ok('treasurer', 'opening.book', opening);
  world.ok('treasurer', 'transfer.send', given.transfer);
  world.ok('system', 'transfer.settle', {
    ...{ transferId: given.transfer.transferId, result: 'arrived', settledOn: '2026-04-02' },
  });
  world.ok('treasurer', 'budgetYear.close', { year: 2026, closedOn: '2027-01-31', seenLeftCents: 1_040_500 });
  const of = (year: number) => yearReport(world.all('ledgerLine').filter((line) => line.year === year));
  expect(of(2026)).toMatchObject({
    came: [
      ['grant', 1_000_000],
      ['opening', 250_000],
      ['carried_in', 0],
      ['received', 0],
    ],
    went: [
      ['paid', 12_050],
      ['organisation_paid', 4_500],
      ['sent', 60_000],
      ['carried_out', 132_950],
      ['returned', 1_040_500],
    ],
    ...{ cameCents: 1_250_000, balanced: true },
  });
  expect(of(2027)).toMatchObject({
    came: [
      ['grant', 1_100_000],
      ['opening', 0],
      ['carried_in', 132_950],
      ['received', 0],
    ],
    stands: [
      ['awarded', 32_950],
      ['advance', 0],
      ['savings', 100_000],
      ['organisation', 0],
      ['under_way', 0],
      ['free', 1_100_000],
    ],
    balanced: true,
  });
});
