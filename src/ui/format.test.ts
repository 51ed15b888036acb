import { expect, test } from 'vitest';
import * as format from './format.ts';

const today = new Date('2026-11-24T15:00:00Z');

test('money has two decimals, a no-break space and a real minus', () => {
  expect(format.euro(125_000)).toBe('€\u00a01.250,00');
  expect(format.euro(0)).toBe('€\u00a00,00');
  expect(format.euro(-18_250)).toBe('\u2212€\u00a0182,50');
  expect(format.euro(5)).toBe('€\u00a00,05');
  expect(format.euroParts(1_291_460)).toEqual({ whole: '€\u00a012.914', fraction: ',60' });
  expect(format.euroTyped(125_000)).toBe('1.250,00');
});

test('time and date are Dutch on every device', () => {
  expect(format.time('2026-11-24T19:14:00Z')).toBe('20.14 uur');
  expect(format.time('2026-07-01T22:05:00Z')).toBe('00.05 uur');
  expect(format.day('2026-11-24', today)).toBe('24 november');
  expect(format.day('2027-01-16', today)).toBe('16 januari 2027');
  expect(format.dayWithYear('2026-11-24')).toBe('24 november 2026');
  expect(format.weekday('2026-11-24', today)).toBe('dinsdag 24 november');
});

test('what was near is said in words', () => {
  expect(format.moment('2026-11-24T10:05:00Z', today)).toBe('vandaag, 11.05 uur');
  expect(format.moment('2026-11-23T20:18:00Z', today)).toBe('gisteren, 21.18 uur');
  expect(format.moment('2026-11-22T18:31:00Z', today)).toBe('22 november, 19.31 uur');
  expect(format.dayInWords('2026-11-25', today)).toBe('morgen');
});

test('a late evening in Dutch time belongs to its own day', () => {
  // 23.30 uur on the 23rd in Enschede, though the clock of the server says 22.30.
  expect(format.dayInWords('2026-11-23T22:30:00Z', today)).toBe('gisteren');
  expect(format.dayInWords('2026-11-23T23:30:00Z', today)).toBe('vandaag');
});

test('shares, counts and sizes', () => {
  expect(format.percent(0.35)).toBe('35\u00a0%');
  expect(format.counted(1, 'wijziging', 'wijzigingen')).toBe('1 wijziging');
  expect(format.counted(1_204, 'wijziging', 'wijzigingen')).toBe('1.204 wijzigingen');
  expect(format.bytes(412_000)).toBe('412\u00a0kB');
  expect(format.bytes(4_500_000)).toBe('4,5\u00a0MB');
  expect(format.bytes(2_000_000_000)).toBe('2\u00a0GB');
});

test('the begin of a long text ends in dots, a short text stays whole', () => {
  expect(format.beginOf('  Een bank ', 60)).toBe('Een bank');
  expect(format.beginOf('Een bank in de schaduw', 12)).toBe('Een bank in…');
});
