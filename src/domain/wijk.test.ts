import { expect, test } from 'vitest';
import { familiarityOf, hoursOfYear, thanksSpent } from './wijk.ts';

const by = { year: 2026, recordedBy: 'a', countedBy: 'a', what: '', place: '', workedOn: '', countedOn: '' };
const cost = {
  ...by,
  id: 'c',
  amountCents: 2_500,
  paidOn: '',
  reversed: false,
  reversedOn: null,
  reversedReason: null,
};

test('hours: of the budget itself without what was crossed out, and as told of projects', () => {
  const rows = [
    { ...by, id: 'a', hours: 12, withdrawn: false },
    { ...by, id: 'b', hours: 99, withdrawn: true },
  ];
  expect(hoursOfYear(rows, [{ volunteerHours: 36 }, { volunteerHours: null }])).toEqual({ own: 12, projects: 36 });
});

test('familiarity: all counts together, and nothing when nobody was asked', () => {
  const rows = [
    { ...by, id: 'a', askedCount: 40, knewCount: 11, withdrawn: false },
    { ...by, id: 'b', askedCount: 10, knewCount: 9, withdrawn: false },
    { ...by, id: 'c', askedCount: 50, knewCount: 50, withdrawn: true },
  ];
  expect(familiarityOf(rows)).toEqual({ asked: 50, knew: 20 });
  expect(familiarityOf([])).toBeUndefined();
});

test('thanks: only costs that were marked so and stand, less what came back of them', () => {
  const thanks = { ...cost, thanks: true as const };
  expect(thanksSpent([cost, thanks, { ...thanks, reversed: true }])).toBe(2_500);
  expect(thanksSpent([thanks, { ...thanks, refundedCents: 400 }])).toBe(4_600);
});
