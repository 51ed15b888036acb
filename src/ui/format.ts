// How money, time and numbers are written on a screen. Dutch, and the same on every device: a phone in another time zone
// or language still shows the committee's own time and `€ 1.250,00`.

/** No-break space: an amount or a percentage never breaks over two lines. */
const nbsp = '\u00a0';
/** The real minus sign; a hyphen is shorter and is read aloud as "streepje". */
const minus = '\u2212';
const timeZone = 'Europe/Amsterdam';
const locale = 'nl-NL';

const euroFormat = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const wholeFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const oneDecimalFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const timeFormat = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
const dayFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone });
const dayYearFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone });
const weekdayFormat = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone });
/** Swedish writes dates as ISO does, which makes this a calendar day in Dutch time: '2026-11-24'. */
const isoDayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone });

/** `€ 1.250,00`, `−€ 182,50`. Whole cents in; the division is exact enough for every amount below 90 billion euros. */
export function euro(cents: number): string {
  const { whole, fraction } = euroParts(cents);
  return `${whole}${fraction}`;
}

/** The same amount in two parts, for a figure with small cents: `€ 12.914` and `,60`. */
export function euroParts(cents: number): { readonly whole: string; readonly fraction: string } {
  const text = euroFormat.format(Math.abs(cents) / 100);
  const comma = text.lastIndexOf(',');
  return { whole: `${cents < 0 ? minus : ''}€${nbsp}${text.slice(0, comma)}`, fraction: text.slice(comma) };
}

/** The amount as a person would type it, without the euro sign: `1.250,00`. For filling a money field. */
export function euroTyped(cents: number): string {
  return `${cents < 0 ? minus : ''}${euroFormat.format(Math.abs(cents) / 100)}`;
}

/** `118`, `1.204`. */
export function whole(count: number): string {
  return `${count < 0 ? minus : ''}${wholeFormat.format(Math.abs(count))}`;
}

/** `3 wijzigingen`, `1 wijziging`. */
export function counted(count: number, one: string, many: string): string {
  return `${whole(count)} ${count === 1 ? one : many}`;
}

/** A share between 0 and 1 as `35 %`. */
export function percent(share: number): string {
  return `${wholeFormat.format(share * 100)}${nbsp}%`;
}

/** `412 kB`, `4,5 MB`, `2 GB`. */
export function bytes(count: number): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const;
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const text = value < 10 && unit > 1 ? oneDecimalFormat.format(value) : wholeFormat.format(value);
  return `${text}${nbsp}${units[unit] ?? 'GB'}`;
}

/** `20.14 uur`, from an ISO instant. */
export function time(isoInstant: string): string {
  return `${timeFormat.format(new Date(isoInstant)).replace(':', '.')} uur`;
}

/** `24 november`, with the year only when it is another one than `today`'s. Takes an ISO date or instant. */
export function day(iso: string, today: Date = new Date()): string {
  const date = dateOf(iso);
  const sameYear = isoDayFormat.format(date).slice(0, 4) === isoDayFormat.format(today).slice(0, 4);
  return (sameYear ? dayFormat : dayYearFormat).format(date);
}

/** `24 november 2026`: on paper the year always stands there. */
export function dayWithYear(iso: string): string {
  return dayYearFormat.format(dateOf(iso));
}

/** `dinsdag 24 november`. */
export function weekday(iso: string, today: Date = new Date()): string {
  return `${weekdayFormat.format(dateOf(iso))} ${day(iso, today)}`;
}

/** `vandaag, 11.05 uur`, `gisteren, 21.18 uur`, `22 november, 19.31 uur`. */
export function moment(isoInstant: string, today: Date = new Date()): string {
  return `${dayInWords(isoInstant, today)}, ${time(isoInstant)}`;
}

/** `vandaag`, `gisteren`, `morgen`, else the day. */
export function dayInWords(iso: string, today: Date = new Date()): string {
  const offset = daysBetween(isoDayFormat.format(today), isoDayFormat.format(dateOf(iso)));
  if (offset === 0) return 'vandaag';
  if (offset === -1) return 'gisteren';
  if (offset === 1) return 'morgen';
  return day(iso, today);
}

/** Noon, so that a bare date never slips to the day before in another time zone. */
function dateOf(iso: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T12:00:00Z` : iso);
}

function daysBetween(fromDay: string, toDay: string): number {
  return Math.round((Date.parse(toDay) - Date.parse(fromDay)) / 86_400_000);
}

/** `Jan`, `Jan en Fatma`, `1, 2 en 3`. */
export function and(items: readonly (string | number)[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} en ${items.at(-1)}`;
}

/** For a word of the committee at the beginning of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The begin of what somebody wrote, for a line in a list: dots say that there is more. */
export function beginOf(text: string, lengthMax: number): string {
  const written = text.trim();
  return written.length > lengthMax ? `${written.slice(0, lengthMax - 1).trimEnd()}…` : written;
}
