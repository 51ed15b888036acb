/** Files of votes as Pabulib publishes them (pabulib.org/format): one UTF-8 text with the sections META, PROJECTS and VOTES,
 *  each a table with semicolons whose cells are quoted as in CSV. A file that is read is written back byte for byte: every
 *  cell keeps the text that it had, unknown columns and keys included. */

/** One cell as it stands in the file, spaces and quotes included. */
type Raw = string;

export interface Line {
  readonly number: number; // in the file, from 1
  readonly cells: readonly Raw[];
  readonly end: string; // '\n', '\r\n', or nothing at the end of the file
}

export interface PbTable {
  readonly title: Line;
  readonly header: Line;
  readonly lines: readonly Line[]; // empty ones too
}

export interface PbFile {
  readonly mark: string; // the byte order mark, when there was one
  readonly meta: PbTable;
  readonly projects: PbTable;
  readonly votes: PbTable;
}

export type PbProblemCode =
  | 'empty'
  | 'not_text' // holds bytes that are no UTF-8
  | 'no_section' // `what` is missing
  | 'section_twice'
  | 'before_section' // text above META
  | 'open_quote'
  | 'column_missing' // `what` is not in the header
  | 'cell_missing' // fewer cells than the header has columns
  | 'cell_extra'
  | 'key_missing' // META lacks `what`
  | 'not_a_number' // `what` should be one
  | 'vote_type' // none that Pabulib knows
  | 'project_twice'
  | 'voter_twice'
  | 'unknown_project' // a vote names `what`
  | 'choice_twice' // so does this one, more than once
  | 'points_differ' // not as many points as projects in this vote
  | 'count_differs'; // num_projects or num_votes says another number than the section holds

/** What is wrong, and on which line: the sentence is the screen's. */
export interface PbProblem {
  readonly line: number;
  readonly code: PbProblemCode;
  readonly what: string;
}

export type PbRead =
  | { readonly ok: true; readonly file: PbFile }
  | { readonly ok: false; readonly problems: readonly PbProblem[] };

const sections = ['META', 'PROJECTS', 'VOTES'] as const;
type Section = (typeof sections)[number];

const neededColumns: Readonly<Record<Section, readonly string[]>> = {
  META: ['key', 'value'],
  PROJECTS: ['project_id', 'cost'],
  VOTES: ['voter_id', 'vote'],
};
/** The tables of a file. What they say is read by `votesIn` (pabulibVotes.ts). */
export function readPb(bytes: Uint8Array): PbRead {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse([{ line: 1, code: 'not_text', what: '' }]);
  }
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const split = linesOf(text.slice(mark.length));
  if ('problem' in split) return refuse([split.problem]);
  const tables = tablesOf(split.lines);
  if ('problem' in tables) return refuse([tables.problem]);
  const file: PbFile = { mark, meta: tables.META, projects: tables.PROJECTS, votes: tables.VOTES };
  const shape = sections.flatMap((section) => shapeProblems(section, tables[section]));
  return shape.length > 0 ? refuse(shape) : { ok: true, file };
}

const refuse = (problems: readonly PbProblem[]): PbRead => ({ ok: false, problems });

export function writePb({ mark, meta, projects, votes }: PbFile): Uint8Array {
  const text = [meta, projects, votes]
    .flatMap(({ title, header, lines }) => [title, header, ...lines])
    .map(({ cells, end }) => cells.join(';') + end)
    .join('');
  return new TextEncoder().encode(mark + text);
}

export interface NewTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A new file, with line ends and quotes as Pabulib publishes them. */
export function makePb(meta: NewTable, projects: NewTable, votes: NewTable): PbFile {
  let number = 0;
  const line = (values: readonly string[]): Line => {
    number += 1;
    return { number, cells: values.map(cellOf), end: '\n' };
  };
  const table = (title: Section, { columns, rows }: NewTable): PbTable => {
    return { title: line([title]), header: line(columns), lines: rows.map(line) };
  };
  return { mark: '', meta: table('META', meta), projects: table('PROJECTS', projects), votes: table('VOTES', votes) };
}

/** The value of a cell: without the spaces around it and without its quotes. */
export function cellValue(raw: Raw | undefined): string {
  const text = (raw ?? '').trim();
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}

/** A cell that says this: quoted only where the format asks for it. */
const cellOf = (value: string): Raw => (/[;"\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Lines with their cells. A quoted cell may hold semicolons and line ends. */
function linesOf(text: string): { readonly lines: readonly Line[] } | { readonly problem: PbProblem } {
  const lines: Line[] = [];
  let number = 1;
  let at = 0;
  while (at < text.length) {
    const begin = number;
    const cells: Raw[] = [];
    let from = at;
    let quoted = false;
    let end = '';
    for (; at < text.length; at += 1) {
      const char = text.charAt(at);
      if (char === '"')
        quoted = quoted ? false : quoted || text.slice(from, at).trim() === '' || wasClosed(text, from, at);
      else if (char === '\n') {
        number += 1;
        if (!quoted) {
          end = text.charAt(at - 1) === '\r' && at > from ? '\r\n' : '\n';
          break;
        }
      } else if (char === ';' && !quoted) {
        cells.push(text.slice(from, at));
        from = at + 1;
      }
    }
    if (quoted) return { problem: { line: begin, code: 'open_quote', what: '' } };
    cells.push(text.slice(from, at - (end === '\r\n' ? 1 : 0)));
    if (at < text.length) at += 1;
    lines.push({ number: begin, cells, end });
  }
  return { lines };
}

/** A quote right after a closing one is a doubled quote inside a quoted cell. */
const wasClosed = (text: string, from: number, at: number): boolean =>
  text.charAt(at - 1) === '"' && text.slice(from, at).trimStart().startsWith('"');

const isEmpty = ({ cells }: Line): boolean => cells.length === 1 && (cells[0] ?? '').trim() === '';

function tablesOf(lines: readonly Line[]): Readonly<Record<Section, PbTable>> | { readonly problem: PbProblem } {
  const found = new Map<Section, { title: Line; header: Line | undefined; lines: Line[] }>();
  let current: { title: Line; header: Line | undefined; lines: Line[] } | undefined;
  const problem = (line: number, code: PbProblemCode, what = '') => ({ problem: { line, code, what } });
  for (const line of lines) {
    const title =
      line.cells.length === 1
        ? sections.find((name) => name === (line.cells[0] ?? '').trim().toUpperCase())
        : undefined;
    if (title !== undefined) {
      if (found.has(title)) return problem(line.number, 'section_twice', title);
      current = { title: line, header: undefined, lines: [] };
      found.set(title, current);
    } else if (current === undefined) return problem(line.number, 'before_section');
    else if (current.header === undefined) current.header = line;
    else current.lines.push(line);
  }
  if (lines.length === 0) return problem(1, 'empty');
  const tables: Partial<Record<Section, PbTable>> = {};
  for (const name of sections) {
    const table = found.get(name);
    if (table?.header === undefined) return problem(table?.title.number ?? lines.length, 'no_section', name);
    tables[name] = { ...table, header: table.header };
  }
  const [meta, projects, votes] = sections.map((name) => found.get(name)?.title.number ?? 0);
  // Read in this order below, and written in this order: another one would not come back unchanged.
  if ((meta ?? 0) > (projects ?? 0)) return problem(projects ?? 1, 'before_section');
  if ((projects ?? 0) > (votes ?? 0)) return problem(votes ?? 1, 'no_section', 'PROJECTS');
  return tables as Readonly<Record<Section, PbTable>>;
}

export const filled = ({ lines }: PbTable): readonly Line[] => lines.filter((line) => !isEmpty(line));
export const columnOf = ({ header }: PbTable, name: string): number =>
  header.cells.findIndex((cell) => cellValue(cell).toLowerCase() === name);

function shapeProblems(section: Section, table: PbTable): readonly PbProblem[] {
  const missing = neededColumns[section].filter((name) => columnOf(table, name) < 0);
  if (missing.length > 0) {
    return missing.map((what) => ({ line: table.header.number, code: 'column_missing', what }));
  }
  const columns = table.header.cells.length;
  return filled(table).flatMap(({ number: line, cells }): PbProblem[] => {
    if (cells.length < columns) return [{ line, code: 'cell_missing', what: String(columns) }];
    const extra = cells.slice(columns).some((cell) => cell.trim() !== '');
    return extra ? [{ line, code: 'cell_extra', what: String(columns) }] : [];
  });
}
