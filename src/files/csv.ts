/** Reads delimited text as spreadsheets and people make it: comma, semicolon or tab, quotes, any line ending. */

export interface CsvRecord {
  readonly line: number; // where it begins in the file, from 1
  readonly cells: readonly string[];
  readonly broken: boolean; // a quote was opened and never closed
}

const marks = [',', ';', '\t'] as const;
export type CsvMark = (typeof marks)[number];
type CsvQuote = '"' | '';

/** UTF-8 or UTF-16 when the file says so, else windows-1252, which is what older spreadsheets write. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes); // a byte order mark is left out
  } catch {
    // Node 20 reads windows-1252 as latin-1, in which the euro sign is a control character.
    const latin = new TextDecoder('latin1').decode(bytes);
    return latin.replace(/[\u0080-\u009f]/g, (char) => from128[char.charCodeAt(0) - 128] ?? char);
  }
}

const from128 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Every record that holds something. `headingsIn` says how many headings a row of cells holds: the mark that
 *  gives the most of them is the one of the file. A first line `sep=;`, which Excel writes, decides it too. */
export function readCsv(text: string, headingsIn: (cells: readonly string[]) => number): readonly CsvRecord[] {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const told = /^sep=([,;\t])\r?\n/.exec(body)?.[1] as CsvMark | undefined;
  const score = (mark: CsvMark): number => headingsIn(csvRecords(body, mark, 1)[0]?.cells ?? []);
  const mark = told ?? marks.reduce((best, next) => (score(next) > score(best) ? next : best));
  const records = csvRecords(body, mark, Number.POSITIVE_INFINITY);
  return told === undefined ? records : records.slice(1);
}

/** Where the mark is known. A file that never quotes ('') may hold a quote anywhere. */
export function csvRecords(text: string, mark: CsvMark, max: number, quote: CsvQuote = '"'): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let [at, line] = [0, 1];
  while (at < text.length && records.length < max) {
    const record = recordAt(text, at, mark, quote);
    if (record.cells.some((cell) => cell.trim() !== '')) {
      records.push({ line, cells: record.cells, broken: record.broken });
    }
    line += record.lines;
    at = record.end;
  }
  return records;
}

interface Found {
  readonly cells: readonly string[];
  readonly broken: boolean;
  readonly lines: number;
  readonly end: number;
}

/** A quote only opens at the start of a cell; inside one, two quotes are a quote. */
function recordAt(text: string, start: number, mark: CsvMark, quote: CsvQuote): Found {
  const cells: string[] = [];
  let [at, lines] = [start, 0];
  for (;;) {
    let cell = '';
    const quoted = quote !== '' && text[at] === quote;
    if (quoted) {
      for (at += 1; ; at += 1) {
        const end = text.indexOf(quote, at);
        if (end === -1) return unclosed(text, start, mark);
        cell += text.slice(at, end);
        lines += breaksIn(text.slice(at, end));
        at = end + 1;
        if (text[at] !== quote) break;
        cell += quote;
      }
    }
    const rest = restOfCell(text, at, mark);
    if (quoted && text.slice(at, rest).trim() !== '') return unclosed(text, start, mark); // it closed in another line's cell
    cell += text.slice(at, rest);
    cells.push(cell);
    at = rest + 1;
    if (text[rest] === mark) continue;
    if (text[rest] === '\r' && text[at] === '\n') at += 1;
    return { cells, broken: false, lines: lines + 1, end: at };
  }
}

/** Only this one line is lost, not all that follow it. */
function unclosed(text: string, start: number, mark: CsvMark): Found {
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  const cells = text.slice(start, end).split(mark);
  return { cells, broken: true, lines: 1, end: end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1) };
}

function restOfCell(text: string, from: number, mark: CsvMark): number {
  let at = from;
  while (at < text.length && text[at] !== mark && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
