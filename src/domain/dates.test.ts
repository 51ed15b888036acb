import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, compareDates, daysBetween, isIsoDate, yearOf } from './dates.ts';

test.each(['2026-01-01', '2024-02-29', '2026-12-31', '2000-02-29'])('%s is a date', (text) => {
  expect(isIsoDate(text)).toBe(true);
});

test.each([
  '2026-02-29',
  '2026-02-30',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-1-1',
  '1999-12-31',
  '2200-01-01',
  '20260101',
  '2026-01-01T00:00',
  ' 2026-01-01',
  '0026-01-01',
  '',
  'morgen',
  '2026-01-01\n',
])('%j is not', (text) => {
  expect(isIsoDate(text)).toBe(false);
});

test('counts over the ends of months and leap years', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2); // over the start of summer time
});

test('adding and counting days fit each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
      const date = addDays('2100-06-15', days);
      expect(daysBetween('2100-06-15', date)).toBe(days);
      expect(Math.sign(compareDates(date, '2100-06-15'))).toBe(Math.sign(days));
    }),
  );
});

test('yearOf', () => {
  expect(yearOf('2026-12-31')).toBe(2026);
});
