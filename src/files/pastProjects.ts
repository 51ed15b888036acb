/** A city's list of decided projects, from before the app: columns district, year, committee, title, theme and amount, with
 *  Dutch or English headings in any order. */
import { type AmountProblem, parseAmount } from '../domain/money.ts';
import type { Cents } from '../domain/rows.ts';
import { enschedeThemes } from '../domain/themes.ts';
import { type CsvRecord, readCsv } from './csv.ts';

export interface PastProject {
  readonly line: number;
  readonly district: string;
  readonly year: number;
  readonly committee: string;
  readonly title: string;
  readonly theme: number;
  readonly amountCents: Cents;
}
export interface BadLine {
  readonly line: number;
  readonly reason: string;
}
export interface PastProjects {
  readonly projects: readonly PastProject[];
  readonly bad: readonly BadLine[];
}

const columns = ['district', 'year', 'committee', 'title', 'theme', 'amount'] as const;
type Column = (typeof columns)[number];

/** The first words are sure; `wijk` is a district in one list and the committee in another. */
const headings: { readonly [C in Column]: readonly string[] } = {
  district: ['district', 'citydistrict', 'stadsdeel', 'wijk'],
  year: ['year', 'jaar', 'budgetjaar'],
  committee: [
    'committee',
    'commissie',
    'wijkcommissie',
    'wijkraad',
    'dorpsraad',
    'wijkorgaan',
    'body',
    'wijk',
    'buurt',
  ],
  title: ['title', 'titel', 'project', 'projectnaam', 'name', 'naam', 'omschrijving'],
  theme: ['theme', 'thema'],
  amount: ['amount', 'bedrag', 'toegekend', 'toegekendbedrag', 'euro'],
};

/** Throws a sentence when the file as a whole cannot be read. */
export function readPastProjects(text: string): PastProjects {
  const [head, ...records] = readCsv(text, (cells) => columnsIn(cells).size);
  if (head === undefined) throw new Error('The file is empty: its first line must name the columns.');
  const places = columnsIn(head.cells);
  const missing = columns.filter((column) => !places.has(column));
  if (missing.length > 0) {
    throw new Error(
      `Line ${head.line} names no column for ${missing.join(', ')}. It holds: ${head.cells.join(' | ').slice(0, 200)}.`,
    );
  }
  const bad: BadLine[] = [];
  const projects: PastProject[] = [];
  for (const record of records) {
    const read = projectOf(record, places, head.cells.length);
    if (typeof read === 'string') bad.push({ line: record.line, reason: read });
    else projects.push(read);
  }
  return { projects, bad };
}

/** Surest word first, so that `wijk` goes to whichever of district and committee has no heading of its own. */
function columnsIn(cells: readonly string[]): ReadonlyMap<Column, number> {
  const words = cells.map((cell) => plain(cell).replaceAll(' ', ''));
  const places = new Map<Column, number>();
  const depth = Math.max(...columns.map((column) => headings[column].length));
  for (let n = 0; n < depth; n += 1) {
    for (const column of columns) {
      const at = words.indexOf(headings[column][n] ?? '-');
      if (at !== -1 && !places.has(column) && ![...places.values()].includes(at)) places.set(column, at);
    }
  }
  return places;
}

/** The project on this line, or what is wrong with it. */
function projectOf(
  { line, cells, broken }: CsvRecord,
  places: ReadonlyMap<Column, number>,
  width: number,
): PastProject | string {
  if (broken) return 'a quotation mark is opened and not closed';
  if (cells.slice(width).some((cell) => cell.trim() !== '')) {
    return `${cells.length} values and only ${width} columns: an amount or title that holds the separator needs quotation marks`;
  }
  const cell = (column: Column): string => oneLine(cells[places.get(column) ?? -1] ?? '');
  const empty = columns.filter((column) => cell(column) === '');
  if (empty.length > 0) return `no ${empty.join(', no ')}`;
  const year = yearOf(cell('year'));
  if (year === undefined) return `'${cell('year')}' is no year from 2000 to 2199`;
  const theme = themeOf(cell('theme'));
  if (theme === undefined) return `'${cell('theme')}' is no theme: a number from 1 to 7, or its name`;
  const amount = parseAmount(cell('amount'));
  if (!amount.ok) return `amount '${cell('amount')}' ${amountProblems[amount.code]}`;
  const long = (['district', 'committee', 'title'] as const).find((column) => cell(column).length > lengthsMax[column]);
  if (long !== undefined) return `the ${long} is longer than ${lengthsMax[long]} characters`;
  const [district, committee, title] = [cell('district'), cell('committee'), cell('title')];
  return { line, district, year, committee, title, theme, amountCents: amount.cents };
}

const lengthsMax = { district: 60, committee: 100, title: 300 } as const; // of the command that keeps them

const amountProblems: { readonly [P in AmountProblem]: string } = {
  empty: 'is empty',
  letters: 'is no amount',
  negative: 'is below zero',
  too_many_decimals: 'has more than two decimals',
  ambiguous: 'can be read in two ways: write 1250 or 1.250,00',
  too_large: 'is too large',
};

/** A spreadsheet may write 2014 as 2014.0 or 2014,00. */
function yearOf(text: string): number | undefined {
  const year = Number(/^(\d{4})(?:[.,]0+)?$/.exec(text)?.[1] ?? Number.NaN);
  return year >= 2000 && year < 2200 ? year : undefined;
}

/** '7', 'thema 7', '7. sociale samenhang', the official name, the plain one, or the words of the evaluation. */
export function themeOf(text: string): number | undefined {
  const [, number, words = ''] =
    /^(?:(?:thema|theme):? )?(?:(\d{1,2})(?:[.,]0+)?(?![\d,.]*\d))?[\s.:)-]*(.*)$/.exec(plain(text)) ?? [];
  const named = words === '' ? undefined : themeNamed(words);
  if (words !== '' && named === undefined) return undefined;
  if (number === undefined) return named;
  if (named !== undefined && named !== Number(number)) return undefined; // the number says one theme, the name another
  return enschedeThemes.some((theme) => theme.number === Number(number)) ? Number(number) : undefined;
}

/** Whole name, or a part of one that only this theme has: 'leefbaarheid', 'sociale samenhang'. */
function themeNamed(words: string): number | undefined {
  const names = enschedeThemes.map(({ number, name, plain: easy }) => ({ number, names: [plain(name), plain(easy)] }));
  const whole = names.filter((theme) => theme.names.includes(words));
  const partly = words.length < 4 ? [] : names.filter((theme) => theme.names.some((name) => name.includes(words)));
  const found = whole.length > 0 ? whole : partly;
  return found.length === 1 ? found[0]?.number : undefined;
}

/** Lower case, without accents or doubled spaces. */
const plain = (text: string): string => oneLine(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
/** Line breaks inside a cell and other control characters are spaces: a title is one line. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\ufeff]+/gu, ' ').trim();
