/** A calendar is read back by another reader than ours (ical.js), as a phone does it. */
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type CalendarEvent, icsOf } from './calendar.ts';

const madeAt = '2026-11-26T22:00:00.000Z';
const meeting: CalendarEvent = {
  ...{ uid: 'meeting:1@wijk.buurtkas', title: 'Vergadering', text: '', place: 'De Spil', day: '2026-11-30' },
  ...{ startTime: '19:30', minutes: 120, cancelled: false },
};
const task: CalendarEvent = {
  ...{ uid: 'outcome_due:2@wijk.buurtkas', title: 'Vertel wat het opleverde', text: '', place: '', day: '2026-12-31' },
  ...{ startTime: null, minutes: 0, cancelled: false },
};
const write = (...events: CalendarEvent[]): string => icsOf({ name: 'Spoelkwartier', madeAt, events });

function read(text: string): readonly ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

test('a meeting and a task come back as they were', () => {
  const [evening, day] = read(write(meeting, task));
  expect(evening).toMatchObject({ uid: meeting.uid, summary: 'Vergadering', location: 'De Spil' });
  expect(evening?.startDate.toString()).toBe('2026-11-30T19:30:00');
  expect(evening?.duration.toSeconds()).toBe(7_200);
  expect(day?.startDate).toMatchObject({ isDate: true, year: 2026, month: 12, day: 31 });
  expect(day?.endDate.toString()).toBe('2027-01-01');
  expect(day?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
});

test.each([
  ['2026-01-15', '18:30'], // winter: one hour ahead of UTC
  ['2026-07-15', '17:30'], // summer: two
  ['2026-03-28', '18:30'], // the evening before the clock goes forward
  ['2026-03-29', '17:30'],
  ['2026-10-24', '17:30'], // and before it goes back
  ['2026-10-25', '18:30'],
  ['2031-10-26', '18:30'],
])('half past seven on %s is %s in UTC', (day, utc) => {
  const [event] = read(write({ ...meeting, day }));
  expect(event?.startDate.toJSDate().toISOString()).toBe(`${day}T${utc}:00.000Z`);
});

test('every line ends with CRLF and is at most 75 bytes, also of letters of more bytes', () => {
  const title = `Één lange titel: ${'€ 👩‍🌾 ë'.repeat(40)}`;
  const text = write({ ...task, title });
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const bytes = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
  expect(Math.max(...bytes)).toBeLessThanOrEqual(75);
  expect(text).not.toContain('\ufffd');
  expect(read(text)[0]?.summary).toBe(title);
});

test('commas, semicolons, backslashes and new lines stay what they are; nothing begins a line of its own', () => {
  const title = 'Soep, brood; \\ en\r\nEND:VCALENDAR\nBEGIN:VEVENT';
  const events = read(write({ ...task, title, text: 'a\u0000b\u0007' }));
  expect(events).toHaveLength(1);
  expect(events[0]?.summary).toBe('Soep, brood; \\ en\nEND:VCALENDAR\nBEGIN:VEVENT');
  expect(events[0]?.description).toBe('ab');
});

test('a later export has the same UID and a higher SEQUENCE, so that it takes the place of the earlier one', () => {
  const sequenceOf = (at: string) => read(icsOf({ name: '', madeAt: at, events: [task] }))[0]?.sequence ?? 0;
  expect(sequenceOf('2026-11-27T22:00:00.000Z')).toBeGreaterThan(sequenceOf(madeAt));
  expect(sequenceOf('2050-01-01T00:00:00.000Z')).toBeLessThan(2 ** 31);
  expect(write(task)).toContain('DTSTAMP:20261126T220000Z');
});

test('what does not take place says so', () => {
  expect(write({ ...meeting, cancelled: true })).toContain('STATUS:CANCELLED');
});
