import { expect, test } from 'vitest';
import { clockOf, instantOf, instantOnEvening, isNextDay } from './local-time.ts';

test.each([
  ['2026-03-10', '19:30', '2026-03-10T18:30:00.000Z'], // winter
  ['2026-07-10', '19:30', '2026-07-10T17:30:00.000Z'], // summer
  ['2026-03-29', '01:30', '2026-03-29T00:30:00.000Z'], // the night that summer begins
  ['2026-03-29', '03:30', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25', '12:00', '2026-10-25T11:00:00.000Z'], // the day that it ends
])('%s at %s is %s', (day, clock, instant) => expect(instantOf(day, clock)).toBe(instant));

const evening = { plannedOn: '2026-03-10', startTime: '19:30' };
test.each([
  ['19:10', '2026-03-10T18:10:00.000Z'], // early
  ['23:59', '2026-03-10T22:59:00.000Z'],
  ['00:20', '2026-03-10T23:20:00.000Z'], // after midnight, the next day
])('%s on an evening that begins at 19:30 is %s', (clock, instant) => {
  expect(instantOnEvening(evening, clock)).toBe(instant);
});

test('a morning meeting has its own morning', () => {
  expect(instantOnEvening({ plannedOn: '2026-03-10', startTime: '09:30' }, '09:10')).toBe('2026-03-10T08:10:00.000Z');
});

test('an instant as the clock on the wall', () => {
  expect(clockOf('2026-03-10T23:20:00.000Z')).toBe('00.20');
  expect(isNextDay('2026-03-10', '2026-03-10T23:20:00.000Z')).toBe(true);
  expect(isNextDay('2026-03-10', '2026-03-10T22:20:00.000Z')).toBe(false);
});
