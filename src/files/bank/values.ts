/** Amounts, days and account numbers as banks write them. What cannot be read in one way only gives null, never a guess. */
import { isIsoDate } from '../../domain/dates.ts';
import { isIban } from '../../domain/iban.ts';
import type { Cents, IsoDate } from '../../domain/rows.ts';

export type DecimalMark = ',' | '.';

/** Ten figures before the mark: more than any account of a wijk will ever hold, and exact in a number. */
const wholeMax = 10;

/** What is not the number itself: sign, currency, and spaces where they stand for thousands. */
function bare(text: string): { readonly digits: string; readonly negative: boolean } | null {
  const flat = text
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/€|EUR/g, '')
    .trim();
  const match = /^([+-]?) ?([\d.,]+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d*)?) ?([+-]?)$/.exec(flat);
  if (match === null || (match[1] !== '' && match[3] !== '')) return null;
  return { digits: (match[2] ?? '').replace(/\s/g, ''), negative: match[1] === '-' || match[3] === '-' };
}

const shapes: Readonly<Record<DecimalMark, RegExp>> = {
  ',': /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{0,2}))?$/,
  '.': /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{0,2}))?$/,
};

/** `1.234,56`, `1234,5` and `+12,` with a comma; `1,234.56` with a point. */
export function readCents(text: string, mark: DecimalMark): Cents | null {
  const number = bare(text);
  const match = number === null ? null : shapes[mark].exec(number.digits);
  if (number === null || match === null) return null;
  const whole = (match[1] ?? '').replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  if (whole.length > wholeMax) return null;
  const cents = Number(whole) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return number.negative && cents !== 0 ? -cents : cents;
}

/** Which mark a column uses, from all its cells: one cell alone can be read in two ways (`1.000`). */
export function decimalMarkOf(cells: readonly string[], otherwise: DecimalMark): DecimalMark {
  let [commas, points] = [0, 0];
  for (const cell of cells) {
    const digits = bare(cell)?.digits ?? '';
    const last = /([.,])(\d*)$/.exec(digits);
    if (last === null) continue;
    const both = digits.includes(',') && digits.includes('.');
    if (!both && last[2]?.length === 3) continue; // a thousand or three decimals: says nothing
    if (last[1] === ',') commas += 1;
    else points += 1;
  }
  if (commas === points) return otherwise;
  return commas > points ? ',' : '.';
}

/** ISO amounts of XML: a point, up to five decimals, of which the last three must be zero. */
export function readIsoCents(text: string): Cents | null {
  const match = /^\+?(\d+)(?:\.(\d{0,2})0{0,3})?$/.exec(text.trim());
  return match === null ? null : readCents(`${match[1]}.${match[2] ?? ''}`, '.');
}

const withoutTime = (text: string): string => text.trim().replace(/[T ]\d{1,2}:.*$/, '');

/** 20260331, 2026-03-31, 31-03-2026, 31/3/2026, 31-03-26, 31032026, with or without a time behind it. A day that does not exist
 *  is none. */
export function readDay(text: string): IsoDate | null {
  const flat = withoutTime(text);
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(flat);
  if (iso !== null) {
    const day = `${iso[1]}-${iso[2]}-${iso[3]}`;
    if (isIsoDate(day)) return day;
  }
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(flat) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(flat);
  if (dutch === null) return null;
  const day = `${dutch[3]?.padStart(4, '20')}-${dutch[2]?.padStart(2, '0')}-${dutch[1]?.padStart(2, '0')}`;
  return isIsoDate(day) ? day : null;
}

/** Whether a column of days was written by a spreadsheet in American order, 3/31/2026: no bank does, but without this 3/2/2026
 *  would be a day in February. Only where one of them can be nothing else. */
export function monthComesFirst(cells: readonly string[]): boolean {
  const slashed = cells.flatMap((cell) => {
    const match = /^(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})$/.exec(withoutTime(cell));
    return match === null ? [] : [[Number(match[1]), Number(match[2])] as const];
  });
  return slashed.some(([, second]) => second > 12) && slashed.every(([first]) => first <= 12);
}

/** 3/31/2026 as 31/3/2026. */
export const dayFirst = (text: string): string => text.trim().replace(/^(\d{1,2})\/(\d{1,2})\//, '$2/$1/');

/** YYMMDD. Banks count interest in months of thirty days, so 30 February occurs: it is the last day of that month. */
export function readShortDay(text: string): IsoDate | null {
  const match = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [`20${match[1]}`, match[2] ?? '', Number(match[3])];
  for (const last of [day, day - 1, day - 2]) {
    const date = `${year}-${month}-${String(last).padStart(2, '0')}`;
    if (isIsoDate(date)) return date;
    if (month !== '02' || day > 30) return null;
  }
  return null;
}

/** MMDD in the year that brings it nearest to `near`: 31 December beside 1 January is of the year before. */
export function readMonthDay(text: string, near: IsoDate): IsoDate | null {
  const year = Number(near.slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap((each) => readShortDay(`${String(each).slice(2)}${text}`) ?? []);
  const distance = (day: IsoDate): number => Math.abs(Date.parse(day) - Date.parse(near));
  return days.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** An IBAN loses its spaces and the currency that some banks put behind it; other numbers stay as they are written. */
export function accountOf(text: string): string {
  const trimmed = text.trim().replace(/^[A-Za-z]{6}[A-Za-z0-9]{2,9}\//, ''); // 'TRIODOSBANK/0390123456', or a BIC
  const tight = trimmed.replace(/\s+/g, '').replace(/\/[A-Z]{3}$/, '');
  const found = [tight, tight.slice(0, -3)].find(isIban);
  if (found !== undefined) return found;
  return /^[A-Z]{2}\d{2}[A-Z]{4}/.test(tight) ? tight.replace(/(\d)[A-Z]{3}$/, '$1') : trimmed;
}

/** Of the other side: without spaces; banks fill up with zeros where there is none. */
export function counterAccountOf(text: string): string {
  const tight = text.replace(/\s+/g, '').toUpperCase();
  return /^0*$/.test(tight) ? '' : tight;
}

/** One line of text out of what a bank spreads over lines and columns. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Banks write this where the payer gave no reference. */
export const referenceOf = (text: string): string => {
  const flat = oneLine(text);
  return /^NOT ?PROVIDED$|^NONREF$/i.test(flat) ? '' : flat;
};
