// The day on a receipt: in the order day, month, year unless that can't be, with the months of four languages. Pure.
import { addDays, isIsoDate } from '../../domain/dates.ts';
import { placeAt } from './amounts.ts';
import { type Found, sure } from './found.ts';
import type { Line } from './words.ts';

const months: readonly (readonly string[])[] = [
  ['jan', 'januari', 'january', 'janvier', 'januar', 'janner'],
  ['feb', 'februari', 'february', 'fevrier', 'februar', 'fev'],
  ['mrt', 'maart', 'mar', 'march', 'mars', 'marz', 'maerz', 'mrz'],
  ['apr', 'april', 'avril', 'avr'],
  ['mei', 'may', 'mai'],
  ['jun', 'juni', 'june', 'juin'],
  ['jul', 'juli', 'july', 'juil', 'juillet'],
  ['aug', 'augustus', 'august', 'aout'],
  ['sep', 'sept', 'september', 'septembre'],
  ['okt', 'oct', 'oktober', 'october', 'octobre'],
  ['nov', 'november', 'novembre'],
  ['dec', 'dez', 'december', 'dezember', 'decembre'],
];
const names = months
  .flat()
  .sort((a, b) => b.length - a.length)
  .join('|');
const year = String.raw`(?:'|’|\x60|,|´)?\s?((?:19|20)\d{2}|\d{2})(?!\d)`;

type Parts = readonly [year: string, month: string, day: string];

interface Shape {
  readonly pattern: RegExp;
  /** What it can be, the likeliest first: another one counts only where that is no day. */
  readonly read: (match: RegExpMatchArray, monthFirst: boolean) => readonly Parts[];
  readonly worth: number;
}

/** Day and month, in American order where the paper is American or it can be nothing else. */
const dayAndMonth = (year: string, [first, second]: readonly [string, string], american: boolean): readonly Parts[] =>
  american
    ? [
        [year, first, second],
        [year, second, first],
      ]
    : [
        [year, second, first],
        [year, first, second],
      ];

const shapes: readonly Shape[] = [
  {
    pattern: /(?<!\d)(20\d{2})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?!\d)/g,
    read: ([, y = '', m = '', d = '']) => [[y, m, d]],
    worth: 0.75,
  },
  {
    pattern: /(?<![\d,]|\d[-./])([0-3]?\d)\s?([-./])\s{0,2}([0-3]?\d)\s?\2\s{0,2}(20\d{2})(?=\D|\d\d[:.]|$)/g,
    read: ([, a = '', mark = '', b = '', y = ''], monthFirst) => dayAndMonth(y, [a, b], monthFirst && mark === '/'),
    worth: 0.8,
  },
  {
    pattern: /(?<![\d,]|\d[-./])([0-3]?\d)\s?([-./'])\s{0,2}([0-3]?\d)\s?[-./']\s{0,2}(\d{2})(?=\D|\d\d:|$)/g,
    read: ([, a = '', mark = '', b = '', y = ''], monthFirst) =>
      mark === '/' ? [...dayAndMonth(y, [a, b], monthFirst), [a, b, y]] : [[y, b, a]], // some tills begin with the year
    worth: 0.6,
  },
  {
    // A zero that was read as another round digit: no month has a day 95. Little trust, so a person looks.
    pattern: /(?<![\d,])[5689](\d)\s?([-./])\s?([01]\d)\s?\2\s?(20\d{2})(?=\D|$)/g,
    read: ([, d = '', , m = '', y = '']) => [[y, m, `0${d}`]],
    worth: 0.4,
  },
  {
    pattern: new RegExp(String.raw`(?<!\d)([0-3]?\d)[.\s-]{0,2}(${names})[a-z]{0,2}[.\s-]{0,2}${year}`, 'g'),
    read: ([, d = '', m = '', y = '']) => [[y, m, d]],
    worth: 0.8,
  },
  {
    pattern: new RegExp(String.raw`(?<![a-z])(${names})[.\s]{0,2}([0-3]?\d)(?:st|nd|rd|th)?[.,\s]{0,2}${year}`, 'g'),
    read: ([, m = '', d = '', y = '']) => [[y, m, d]],
    worth: 0.75,
  },
];

/** Not the day of buying: the paper is valid until, may be brought back until, or was printed for a law of then. */
const otherDay =
  /geldig|valid|gultig|tot en met|t\/m|uiterlijk|vervalt|ruilen|umtausch|verval|expir|gesetz|stand vom|geboren/;
/** On an invoice the day of the invoice counts, not when it was ordered or brought. */
const billDay = /factuurdatum|invoice date|rechnungsdatum|datum factuur|date de facture/;
const orderDay = /lever|bezorg|order|bestel|delivery|lieferdatum/;
const dayWord = /datum|date|dat[.:]|\btag\b|uhr|tijd|\d\d[:.]\d\d/;
const yearsMax = 12;

export function dateIn(
  lines: readonly Line[],
  { today, monthFirst }: { readonly today: string; readonly monthFirst: boolean },
): Found<string> | undefined {
  const found = lines.flatMap((line) => datesOf(line, today, monthFirst));
  const worth = new Map<string, number>();
  for (const { value, confidence } of found) {
    const before = worth.get(value) ?? 0;
    worth.set(value, 1 - (1 - before) * (1 - confidence));
  }
  const best = [...worth].sort((a, b) => b[1] - a[1])[0];
  const first = found.find(({ value }) => value === best?.[0]);
  if (first === undefined || best === undefined) return undefined;
  const rivals = [...worth].filter(([value, rival]) => value !== best[0] && rival > 0.6 * best[1]).length;
  return { ...first, confidence: sure(best[1] * (rivals === 0 ? 1 : 0.7)) };
}

function datesOf(line: Line, today: string, monthFirst: boolean): readonly Found<string>[] {
  const text = plain(line.text);
  const lift =
    (dayWord.test(text) ? 0.12 : 0) +
    (billDay.test(text) ? 0.2 : 0) -
    (otherDay.test(text) ? 0.4 : 0) -
    (orderDay.test(text) ? 0.3 : 0);
  return shapes.flatMap(({ pattern, read, worth }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const days = read(match, monthFirst).map((parts) => dayOf(parts, today));
      const value = days.find((day) => day !== undefined);
      if (value === undefined) return [];
      const place = placeAt(line, match.index, match.index + match[0].length);
      const likely = value === days[0] ? worth : worth * 0.75;
      return [{ value, confidence: sure((likely + lift) * (0.5 + 0.5 * line.confidence)), place, text: line.text }];
    }),
  );
}

/** One letter for one letter, so that places still fit. "70ct" is 7 October. */
function plain(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => letter.normalize('NFD')[0]?.toLowerCase() ?? letter)
    .join('')
    .replace(/(?<=\d[\s.-]?)0(?=[ck]t)/g, 'o')
    .replace(/(?<=[\d.\-/])o(?=[\d.\-/])|(?<![a-z])o(?=\d[-./])/g, '0')
    .replace(/(?<=[\d./-])[li|](?=[\d./-])/g, '1');
}

function dayOf([yearText, monthText, dayText]: Parts, today: string): string | undefined {
  const full = yearText.length === 2 ? `20${yearText}` : yearText;
  const named = months.findIndex((list) => list.includes(monthText));
  const month = named >= 0 ? named + 1 : Number(monthText);
  const day = Number(dayText);
  const date = `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (!isIsoDate(date) || date > addDays(today, 1)) return undefined;
  return Number(full) < Number(today.slice(0, 4)) - yearsMax ? undefined : date;
}
