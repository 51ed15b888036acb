/** Calendar dates as text, 'YYYY-MM-DD'. Pure arithmetic: no clock and no time zone, so a date is the same on every phone. */
import type { IsoDate } from './rows.ts';

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

/** True for dates that exist: '2026-02-29' does not. Years 2000 to 2199, so that a typing mistake in the year is seen. */
export function isIsoDate(text: string): boolean {
  const match = shape.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  return year >= 2000 && year < 2200 && fromDayNumber(dayNumber(text)) === text;
}

/** `days` may be negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

/** For sorting: ISO dates lie in the order of their text. */
export const earliest = (a: IsoDate, b: IsoDate): IsoDate => (compareDates(a, b) <= 0 ? a : b);

export const compareDates = (a: IsoDate, b: IsoDate): number => (a < b ? -1 : a > b ? 1 : 0);

/** Days since 1970-01-01 in UTC; Date.UTC is arithmetic, not a clock. NaN for what is no date at all. */
function dayNumber(date: IsoDate): number {
  const [year, month, day] = date.split('-').map(Number);
  return Date.UTC(year ?? Number.NaN, (month ?? Number.NaN) - 1, day) / dayMs;
}

function fromDayNumber(days: number): IsoDate {
  const date = new Date(days * dayMs);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
