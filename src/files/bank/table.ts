/** Spreadsheets of banks. Each bank is a layout: how it is recognised, which cell is what. What goes wrong in a row is the
 *  same for all of them: a row that cannot be read is named, and a last row that is short means that the file was cut off. */
import { type CsvMark, type CsvRecord, csvRecords } from '../csv.ts';
import { BankFileError } from './error.ts';
import { type BankRow, statementsOfRows } from './rows.ts';
import type { BankFile, BankFormat, BankWarning } from './statement.ts';
import type { BankText } from './text.ts';
import { type DecimalMark, dayFirst, decimalMarkOf, monthComesFirst, readCents } from './values.ts';

/** What a cell of a layout holds. `direction` says whether an amount without a sign came in or went out. */
export type Column =
  | 'account'
  | 'currency'
  | 'bookedOn'
  | 'valueOn'
  | 'amount'
  | 'direction'
  | 'before'
  | 'after'
  | 'counterAccount'
  | 'counterName'
  | 'description'
  | 'more' // a second column of text
  | 'evenMore'
  | 'mark' // betalingskenmerk
  | 'reference'
  | 'bankReference'
  | 'code'
  | 'returnReason';

/** Headings of a column, in the languages in which the bank writes them, as `heading` makes them. */
export type Headings = Partial<Record<Column, readonly string[]>>;

export type Records = (text: string, mark: CsvMark, max: number) => readonly CsvRecord[];
export type CellOf = (column: Column) => string;

export interface Layout {
  readonly format: BankFormat;
  readonly headings?: Headings;
  /** The columns without which a row of headings is not of this bank. */
  readonly needs: readonly Column[];
  /** Not of this bank although all that it needs is there. */
  readonly unless?: readonly string[];
  /** Files without headings: which cell is which column. */
  readonly places?: Partial<Record<Column, number>>;
  /** Whether this is a row of the bank in a file without headings. */
  readonly isRow?: (cells: readonly string[]) => boolean;
  /** Whether these are headings above such places, in words that are not in `headings`. */
  readonly isHead?: (headings: readonly string[]) => boolean;
  readonly decimal: DecimalMark; // where the amounts of a file do not show it
  readonly newestFirst?: boolean;
  /** The last column is text that is not quoted, so that it can be cut into more cells than there are headings. */
  readonly looseEnd?: boolean;
  readonly records?: Records; // where cells are not quoted as in CSV
  /** Everything that is not an amount or a balance; null when it cannot be read. */
  readonly row: (cell: CellOf, cells: readonly string[]) => Omit<BankRow, 'cents' | 'before' | 'after' | 'line'> | null;
  /** What the direction says: 1 in, -1 out, null when it says neither. Without it amounts carry a sign. */
  readonly sign?: (direction: string) => 1 | -1 | null;
}

/** A heading as it is compared: without capitals, accents and marks. */
export const heading = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

interface Found {
  readonly layout: Layout;
  readonly mark: CsvMark;
  readonly places: ReadonlyMap<Column, number>;
  readonly from: number; // the first record that is a row
  readonly cells: number; // how many a row has at least
  readonly named: number; // how many a whole row has, by the headings
  readonly headed: number; // the same with headings that are empty
}

/** Titles above the headings or the first row: Knab has one, people add more. */
const titleRowsMax = 12;
const marks: readonly CsvMark[] = [';', ',', '\t'];

/** Null when no layout fits. */
export function readTable(whole: BankText, layouts: readonly Layout[]): BankFile | null {
  const plain = { ...whole, text: withoutMark(whole.text) };
  const found = layoutOf(plain.text, layouts);
  if (found !== null) return read(plain, found);
  const unwrapped = withoutWrapping(plain.text);
  const inside = unwrapped === null ? null : layoutOf(unwrapped, layouts);
  return unwrapped === null || inside === null ? null : read({ ...plain, text: unwrapped }, inside);
}

/** Without the line `sep=;` that Excel reads and writes. It stays as an empty line, so that the others keep their number. */
const withoutMark = (text: string): string => text.replace(/^"?sep=.?"?[ ;,]*(?=[\r\n])/i, '');

/** Saved again by a spreadsheet that took each line for one cell: every line stands in quotes, and its quotes are doubled. */
function withoutWrapping(text: string): string | null {
  const lines = text.split(/\r\n|\n|\r/);
  if (!lines.every((line) => line.trim() === '' || /^".*"[;,\s]*$/.test(line)) || !text.includes('""')) return null;
  return lines.map((line) => line.replace(/^"|"[;,\s]*$/g, '').replaceAll('""', '"')).join('\n');
}

function layoutOf(text: string, layouts: readonly Layout[]): Found | null {
  for (const layout of layouts) {
    for (const mark of marks) {
      const start = recordsIn(layout, text, mark, titleRowsMax);
      const found = foundIn(
        layout,
        mark,
        start.map(({ cells }) => cells),
      );
      if (found !== null) return found;
    }
  }
  return null;
}

const recordsIn = ({ records }: Layout, ...args: Parameters<Records>): readonly CsvRecord[] =>
  records === undefined ? csvRecords(...args) : records(...args);

function foundIn(layout: Layout, mark: CsvMark, rows: readonly (readonly string[])[]): Found | null {
  for (const [n, cells] of rows.entries()) {
    const places = placesIn(layout, cells) ?? (layout.isHead?.(cells.map(heading)) ? fixedPlaces(layout) : null);
    if (places !== null) {
      const named = 1 + cells.findLastIndex((cell) => cell.trim() !== '');
      return { layout, mark, places, from: n + 1, cells: cellsNeeded(layout, places), named, headed: cells.length };
    }
  }
  const places = fixedPlaces(layout);
  const from = rows.findIndex((cells) => layout.isRow?.(cells) === true);
  const above = rows.slice(0, Math.max(0, from)).every((cells) => cells.length === 1); // titles, no rows of something else
  const count = rows[from]?.length;
  if (places === null || count === undefined || !above) return null;
  return { layout, mark, places, from, cells: cellsNeeded(layout, places), named: count, headed: count };
}

const fixedPlaces = ({ places }: Layout): ReadonlyMap<Column, number> | null =>
  places === undefined ? null : new Map(Object.entries(places) as [Column, number][]);

const cellsNeeded = (layout: Layout, places: ReadonlyMap<Column, number>): number =>
  1 + Math.max(...layout.needs.map((column) => places.get(column) ?? 0));

function placesIn(layout: Layout, cells: readonly string[]): ReadonlyMap<Column, number> | null {
  const found = cells.map(heading);
  if (layout.headings === undefined || layout.unless?.some((name) => found.includes(name))) return null;
  const places = new Map<Column, number>();
  for (const [column, names] of Object.entries(layout.headings) as [Column, readonly string[]][]) {
    const place = names.map((name) => found.indexOf(name)).find((index) => index !== -1);
    if (place !== undefined) places.set(column, place);
  }
  return layout.needs.every((column) => places.has(column)) ? places : null;
}

function read({ text, cutOff, openEnd }: BankText, found: Found): BankFile {
  const { layout } = found;
  const all = recordsIn(layout, text, found.mark, Number.POSITIVE_INFINITY);
  const records = all.slice(found.from);
  const broken = all.find((record) => record.broken);
  if (broken !== undefined) throw new BankFileError(broken === all.at(-1) ? 'cut_off' : 'broken', broken.line);
  const inAmount = openEnd && endsInAmount(text, records, found);
  if (cutOff || inAmount || isCutOff(records, found)) throw new BankFileError('cut_off', all.at(-1)?.line ?? null);
  const inColumns = (columns: readonly Column[]): readonly string[] =>
    records.flatMap(({ cells }) => placesOf(found, columns).map((place) => cells[place] ?? ''));
  const written: Written = {
    decimal: decimalMarkOf(inColumns(amountColumns), layout.decimal),
    american: monthComesFirst(inColumns(dayColumns)),
  };
  const warnings: BankWarning[] = all.slice(0, Math.max(0, found.from - 1)).flatMap(rowAbove);
  const rows = records.flatMap(({ cells, line }) => {
    const row = cells.length < found.cells ? null : rowOf(found, cells, written);
    if (row === null) warnings.push({ code: 'row_skipped', account: accountIn(found, cells), line, cents: null });
    return row === null ? [] : [{ ...row, line }];
  });
  if (rows.length === 0 && records.length > 0) throw new BankFileError('no_rows', records[0]?.line ?? null);
  const checked = statementsOfRows(rows, layout.newestFirst ?? false);
  const places = [...warnings, ...checked.warnings].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { format: layout.format, statements: checked.statements, warnings: places };
}

/** Above the headings stand titles; what has more cells than a title may be a row, and is not left out in silence. */
function rowAbove({ cells, line }: CsvRecord): readonly BankWarning[] {
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  return filled < 3 ? [] : [{ code: 'row_skipped', account: '', line, cents: null }];
}

/** The last row has fewer cells than every row above it. */
function isCutOff(records: readonly CsvRecord[], { named }: Found): boolean {
  const last = records.at(-1);
  if (last === undefined || isFooter(last.cells)) return false;
  const whole = records
    .slice(0, -1)
    .reduce((min, { cells }) => (isFooter(cells) ? min : Math.min(min, cells.length)), named);
  return last.cells.length < whole;
}

/** The file stops in an amount: `-1.234,5` or `-1`, last in its row and without quotes, where all above have two decimals. */
function endsInAmount(text: string, records: readonly CsvRecord[], found: Found): boolean {
  const last = records.at(-1)?.cells ?? [];
  const place = last.length - 1;
  const decimals = (cells: readonly string[]): number =>
    /[.,](\d*)$/.exec(cells[place]?.trim() ?? '')?.[1]?.length ?? 0;
  const above = records.slice(0, -1).filter(({ cells }) => !isFooter(cells));
  return (
    placesOf(found, amountColumns).includes(place) &&
    !isFooter(last) &&
    !text.trimEnd().endsWith('"') &&
    above.length > 0 &&
    above.every(({ cells }) => decimals(cells) === 2) &&
    decimals(last) !== 2
  );
}

/** A line that a person or a bank put below the rows: one cell with text, or the word for a sum. */
function isFooter(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return (
    cells.length > 1 && filled.length <= 2 && /^(?:totaal|total|saldo|eindsaldo|aantal)/i.test(filled[0]?.trim() ?? '')
  );
}

const amountColumns = ['amount', 'before', 'after'] as const;
const dayColumns = ['bookedOn', 'valueOn'] as const;

const placesOf = ({ places }: Found, columns: readonly Column[]): readonly number[] =>
  columns.flatMap((column) => places.get(column) ?? []);

/** How the file writes what can be read in two ways, from all its rows together. */
interface Written {
  readonly decimal: DecimalMark;
  readonly american: boolean; // the month before the day
}

/** Only where the row is long enough to have one: else its first cell is a title or a remark. */
const accountIn = ({ places, cells: count }: Found, cells: readonly string[]): string =>
  cells.length < count ? '' : (cells[places.get('account') ?? -1] ?? '').trim();

function rowOf(found: Found, cells: readonly string[], written: Written): Omit<BankRow, 'line'> | null {
  const { layout, places } = found;
  const { decimal, american } = written;
  const cell: CellOf = (column) => {
    const text = cells[places.get(column) ?? -1]?.trim() ?? '';
    return american && (dayColumns as readonly Column[]).includes(column) ? dayFirst(text) : text;
  };
  const rest = layout.row(cell, cells);
  const cents = readCents(cell('amount'), decimal);
  if (rest === null || cents === null || rest.account === '') return null;
  const sign = places.has('direction') ? (layout.sign?.(cell('direction')) ?? null) : 1;
  if (sign === null || (places.has('direction') && cents < 0)) return null;
  const balance = (column: 'before' | 'after'): number | null =>
    cell(column) === '' ? null : readCents(cell(column), decimal);
  const row = { ...rest, cents: cents === 0 ? 0 : cents * sign, before: balance('before'), after: balance('after') };
  return isShifted(found, cells, row) ? null : row;
}

/** More cells than headings: a mark stands in a cell that lost its quotes, and what follows is in the wrong column
 *  (`1234,56` between commas becomes 1234). A text at the end may do so, where the balances prove that the amount is right. */
function isShifted({ layout, mark, headed }: Found, cells: readonly string[], row: Omit<BankRow, 'line'>): boolean {
  const extra = cells.slice(headed);
  const empty = extra.every((cell) => cell.trim() === '');
  if (empty && (extra.length <= 1 || mark !== ',')) return false; // marks at the end of a row
  const proven = row.before !== null && row.after !== null && row.before + row.cents === row.after;
  return layout.looseEnd !== true || !proven;
}
