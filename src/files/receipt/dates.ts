// The day on a receipt: in the order day, month, year unless that can't be, with the months of four languages. Pure.
import { addDays, isIsoDate } from '../../domain/dates.ts';
import { asDigits, placeAt } from './amounts.ts';
import { type Found, sure } from './found.ts';
import { oneOff } from './labels.ts';
import type { Line, Place } from './words.ts';

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
/** Two or four digits, and no time ("1 mei 18:30"). */
const year = String.raw`(?:'|’|\x60|,|´)?\s?((?:19|20)\d{2}|\d{2})(?!\d|[a-z]\d|\s?[:.]\d\d)`;

type Parts = readonly [year: string, month: string, day: string];

interface Shape {
  readonly pattern: RegExp;
  /** What it can be, the likeliest first: another one counts only where that is no day. */
  readonly read: (match: RegExpMatchArray, monthFirst: boolean) => readonly Parts[];
  readonly worth: number;
  /** Counts only beside a word for a day, or a time. */
  readonly needsWord?: boolean;
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
    pattern: /(?<!\d)(20\d{2})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?=\D|\d\d[:.]\d\d|$)/g,
    read: ([, y = '', m = '', d = '']) => [[y, m, d]],
    worth: 0.75,
  },
  {
    pattern: /(?<![\d,]|\d[-./])([0-3]?\d)\s?([-./])\s{0,2}([0-3]?\d)\s?\2\s{0,2}(20\d{2})(?=\D|\d\d[:.]|$)/g,
    read: ([, a = '', mark = '', b = '', y = ''], monthFirst) => dayAndMonth(y, [a, b], monthFirst && mark === '/'),
    worth: 0.8,
  },
  {
    // One mark was read as another, or is not there.
    pattern: /(?<![\d,]|\d[-./])([0-3]?\d)(\s?[-./,]\s?|\s)([0-3]?\d)(\s?[-./,]\s{0,2}|\s{0,2})(20\d{2})(?=\D|$)/g,
    read: ([, d = '', mark = '', m = '', other = '', y = '']) =>
      mark.trim() === other.trim() && mark.trim() !== '' ? [] : [[y, m, d]],
    worth: 0.5,
  },
  {
    pattern: /(?<![\d,]|\d[-./])([0-3]?\d)\s?([-./'])\s{0,2}([0-3]?\d)\s?[-./']\s{0,2}(\d{2})(?=[^\da-z]|t\d|\d\d:|$)/g,
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
    // Without marks it can be any number, unless a word or a time is beside it.
    pattern: /(?<!\d)(20\d{2})([01]\d)([0-3]\d)(?!\d)/g,
    read: ([, y = '', m = '', d = '']) => [[y, m, d]],
    worth: 0.4,
    needsWord: true,
  },
  {
    pattern: /(?<!\d)([0-3]\d)[-./]?([01]\d)[-./]?(20\d{2})(?!\d)/g,
    read: ([all = '', d = '', m = '', y = '']) => (/\D.*\D/.test(all) ? [] : [[y, m, d]]),
    worth: 0.4,
    needsWord: true,
  },
  {
    pattern: new RegExp(String.raw`(?<!\d)([0-3]?\d)[.\s-]{0,2}(${names})[a-z]{0,2}[.\s-]{0,2}${year}`, 'g'),
    read: ([, d = '', m = '', y = '']) => [[y, m, d]],
    worth: 0.8,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![a-z])(${names})[.\s]{0,2}([0-3]?\d)(?:st|nd|rd|th)?(?:[.,\s]{1,2}|(?=['’\x60´]))${year}`,
      'g',
    ),
    read: ([, m = '', d = '', y = '']) => [[y, m, d]],
    worth: 0.75,
  },
  {
    pattern: new RegExp(String.raw`(?<![a-z])(${names})\s+([0-3]?\d)\s+\d\d:\d\d(?::\d\d)?\s+(20\d{2})(?!\d)`, 'g'),
    read: ([, m = '', d = '', y = '']) => [[y, m, d]],
    worth: 0.7,
  },
  {
    // A month of which a letter was misread.
    pattern: /(?<!\d)([0-3]?\d)[.\s-]{1,3}([a-z01|]{3,10})[.\s-]{1,3}(20\d{2})(?!\d)/g,
    read: ([, d = '', m = '', y = '']) => (months.some((list) => list.includes(m)) ? [] : [[y, nearMonth(m), d]]),
    worth: 0.55,
  },
];

/** The number of the only month whose name is one letter off; empty where none or two are. */
function nearMonth(word: string): string {
  const isNear = (name: string): boolean => (name.length > 3 || name.length === word.length) && oneOff(name, word);
  const near = months.flatMap((list, n) => (list.some(isNear) ? [String(n + 1)] : []));
  return near.length === 1 ? (near[0] ?? '') : '';
}

/** Not the day of buying: the paper is valid until, may be brought back until, is due, or was printed for a law of then. */
const otherDay =
  /geldig|valid|gultig|tot en met|t\/m|uiterlijk|vervalt|ruilen|retour tot|umtausch|verval|expir|\bexp\b|gesetz|\bstand\b|geboren|\bdue\b|zahlbar|fallig|echeance|(betalen|voldoen) (voor|binnen)|voorstelling|aanvang|garantie/;
/** On an invoice the day of the invoice counts, not when it was ordered or brought. */
const billDay = /factuurdatum|invoice date|rechnungsdatum|datum factuur|date de facture/;
const orderDay = /lever|bezorg|order|bestel|delivery|lieferdatum|anreise|abreise|check.?in|check.?out|periode|zeitraum/;
const dayWord = /datum|date|dat[.:]|\btag\b|uhr|tijd|\d\d[:.]\d\d/;
const yearsMax = 12;

export function dateIn(lines: readonly Line[], { today, monthFirst }: Reading): Found<string> | undefined {
  const found = lines.flatMap((line, n) => datesOf(line, lines[n - 1], { today, monthFirst }));
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

interface Reading {
  readonly today: string;
  readonly monthFirst: boolean;
}

function datesOf(line: Line, above: Line | undefined, { today, monthFirst }: Reading): readonly Found<string>[] {
  const text = plain(line.text);
  const hasWord = dayWord.test(text);
  const found = shapes.flatMap(({ pattern, read, worth, needsWord = false }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const days = read(match, monthFirst).map((parts) => dayOf(parts, today));
      const value = days.find((day) => day !== undefined);
      if (value === undefined || (needsWord && !hasWord)) return [];
      const [from, to] = [match.index, match.index + match[0].length];
      const place = placeAt(line, from, to);
      return [{ value, place, from, to, likely: value === days[0] ? worth : worth * 0.75 }];
    }),
  );
  return found.map(({ value, place, from, likely }) => {
    const before = text.slice(Math.max(0, ...found.map(({ to }) => to).filter((to) => to <= from)), from);
    const about = /[a-z]{3}/.test(before) ? before : (headOf(place, above) ?? text);
    const lift =
      (hasWord || dayWord.test(about) ? 0.12 : 0) +
      (billDay.test(about) ? 0.2 : 0) -
      (otherDay.test(about) ? 0.4 : 0) -
      (orderDay.test(about) ? 0.3 : 0);
    return { value, confidence: sure((likely + lift) * (0.5 + 0.5 * line.confidence)), place, text: line.text };
  });
}

/** The words that stand over a day in a table: "Factuurdatum  Vervaldatum" with the days on the next line. */
function headOf(place: Place, above: Line | undefined): string | undefined {
  const words = (above?.words ?? []).filter(
    (word) => word.place.x < place.x + place.width && place.x < word.place.x + word.place.width,
  );
  const head = plain(words.map(({ text }) => text).join(' '));
  return /[a-z]{3}/.test(head) && !/\d/.test(head) ? head : undefined;
}

/** A day in numbers in which letters stand for digits: "lO-O9-2026". */
const misread =
  /(?<![\p{L}\d])[\dOoQDlI|SBZG]{1,4}\s?[-./]\s{0,2}[\dOoQDlI|SBZG]{1,2}\s?[-./]\s{0,2}[\dOoQDlI|SBZG]{2,4}(?![\p{L}\d])/gu;

/** One letter for one letter, so that places still fit. "70ct" is 7 October. */
function plain(text: string): string {
  const mended = text
    .normalize('NFC')
    .replace(misread, (day) => (day.replace(/\D/g, '').length < 4 ? day : asDigits(day)));
  return [...mended]
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
