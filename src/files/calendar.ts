/** Writes a calendar that phones and mail programs take (RFC 5545). Tasks are events of a whole day and not VTODO, which
 *  the calendars of phones leave out. */
import { addDays } from '../domain/dates.ts';
import type { IsoDate, IsoInstant } from '../domain/rows.ts';

export interface CalendarEvent {
  readonly uid: string; // the same in every export: a later one takes the place of the earlier
  readonly title: string;
  readonly text: string; // may be empty
  readonly place: string; // may be empty
  readonly day: IsoDate;
  /** 'HH:MM' in the Netherlands; null: the whole day. */
  readonly startTime: string | null;
  readonly minutes: number; // how long; not of a whole day
  readonly cancelled: boolean;
}

export interface Calendar {
  readonly name: string;
  readonly madeAt: IsoInstant;
  readonly events: readonly CalendarEvent[];
}

export function icsOf({ name, madeAt, events }: Calendar): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Buurtkas//Taken//NL', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    `X-WR-CALNAME:${escaped(name)}`,
    ...(events.some(({ startTime }) => startTime !== null) ? amsterdam : []),
    ...events.flatMap((event) => eventLines(event, madeAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, madeAt: IsoInstant): readonly string[] {
  const { uid, title, text, place, day, startTime, cancelled } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp(madeAt)}`,
    // A calendar takes an event again only when this is higher: the minute of the export always is.
    `SEQUENCE:${minutesSince2020(madeAt)}`,
    ...(startTime === null ? wholeDay(day) : hours(day, startTime, event.minutes)),
    `SUMMARY:${escaped(title)}`,
    ...(text === '' ? [] : [`DESCRIPTION:${escaped(text)}`]),
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** The end is the first day that it does not last; a task takes nobody's time. */
const wholeDay = (day: IsoDate): readonly string[] => [
  `DTSTART;VALUE=DATE:${digits(day)}`,
  `DTEND;VALUE=DATE:${digits(addDays(day, 1))}`,
  'TRANSP:TRANSPARENT',
];

const hours = (day: IsoDate, startTime: string, minutes: number): readonly string[] => [
  `DTSTART;TZID=Europe/Amsterdam:${digits(day)}T${startTime.replace(':', '')}00`,
  `DURATION:PT${minutes}M`,
];

const digits = (day: IsoDate): string => day.replaceAll('-', '');
const stamp = (at: IsoInstant): string => `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
const minutesSince2020 = (at: IsoInstant): number =>
  Math.max(0, Math.floor((Date.parse(at) - Date.parse('2020-01-01T00:00:00Z')) / 60_000));

/** The rule of the European Union since 1996: forward on the last Sunday of March, back on the last of October. */
const amsterdam = [
  ...['BEGIN:VTIMEZONE', 'TZID:Europe/Amsterdam'],
  ...['BEGIN:DAYLIGHT', 'DTSTART:19960331T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'],
  ...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST', 'END:DAYLIGHT'],
  ...['BEGIN:STANDARD', 'DTSTART:19961027T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'],
  ...['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET', 'END:STANDARD'],
  'END:VTIMEZONE',
] as const;

/** Control characters have no place in a calendar. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

const lineBytesMax = 75;
const encoder = new TextEncoder();

/** No line is longer than 75 bytes; what follows begins with a space, and no character is cut in two. */
function folded(line: string): string {
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > lineBytesMax) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}
