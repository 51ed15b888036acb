/** What bringing a file in would write, before anything is written: the preview shows this and nothing else. */
import type { BankTransaction, Cents, ImportWarning, IsoDate, StatementBalance } from '../rows.ts';
import { type BankLine, bankTransactionId, type NumberedLine, numbered } from './lines.ts';

export interface StatementLines {
  readonly opening: StatementBalance | null;
  readonly closing: StatementBalance | null;
  readonly transactions: readonly BankLine[];
}

/** A line that looks like one that came in another layout: same day, amount and other side, other words. */
export interface LikelyKnown {
  readonly line: NumberedLine;
  readonly id: string;
  readonly knownId: string;
}

export interface ImportPlan {
  readonly accountId: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly opening: StatementBalance | null;
  readonly closing: StatementBalance | null;
  readonly fresh: readonly NumberedLine[]; // new here
  readonly known: readonly string[]; // ids that are here already, those of `likely` included
  readonly likely: readonly LikelyKnown[]; // left out unless a person says otherwise
  readonly warnings: readonly ImportWarning[];
  /** Opening and all lines less closing; null where the file has no balances. */
  readonly differenceCents: Cents | null;
}

export interface PlanGiven {
  readonly accountId: string;
  readonly statements: readonly StatementLines[]; // of this account, in the order of the file
  readonly warnings: readonly ImportWarning[];
  readonly transactions: readonly BankTransaction[]; // of this account that count (standing)
  /** Ids out of `likely` that a person wants brought in all the same. */
  readonly wanted?: ReadonlySet<string>;
}

/** Undefined when the statements say nothing at all: no day, no line. */
export function planImport(given: PlanGiven): ImportPlan | undefined {
  const { accountId, statements, transactions, warnings, wanted = new Set() } = given;
  // A line of nothing is a message of the bank: nobody could ever say what it paid.
  const all = statements.flatMap((statement) => statement.transactions).filter(({ cents }) => cents !== 0);
  const lines = numbered(all.map(tidied));
  const opening = statements.find((statement) => statement.opening !== null)?.opening ?? null;
  const closing = statements.findLast((statement) => statement.closing !== null)?.closing ?? null;
  const days = [...lines.map(({ bookedOn }) => bookedOn), ...[opening, closing].flatMap((one) => one?.on ?? [])].sort();
  const [from, until] = [days[0], days.at(-1)];
  if (from === undefined || until === undefined) return undefined;
  const here = new Map(transactions.map((row) => [row.id, row]));
  const inFile = new Map(lines.map((line) => [bankTransactionId(accountId, line), line]));
  const likely = likelyKnown(inFile, transactions).filter(({ id }) => !wanted.has(id));
  const left = new Set(likely.map(({ id }) => id));
  // What is left out stands for the row that it looks like: the sum of the file then still holds.
  const known = [...[...inFile.keys()].filter((id) => here.has(id)), ...likely.map(({ knownId }) => knownId)];
  const fresh = [...inFile].filter(([id]) => !here.has(id) && !left.has(id)).map(([, line]) => line);
  const sum = lines.reduce((total, { cents }) => total + cents, 0);
  const differenceCents = opening === null || closing === null ? null : opening.cents + sum - closing.cents;
  return { accountId, from, until, opening, closing, fresh, known, likely, warnings, differenceCents };
}

/** Pairs each new line with one row of its day that this file does not have word for word; no row twice, so that a real
 *  second payment is never taken for a known one. */
function likelyKnown(
  inFile: ReadonlyMap<string, NumberedLine>,
  transactions: readonly BankTransaction[],
): readonly LikelyKnown[] {
  const others = new Map<string, BankTransaction[]>();
  const ids = new Set(transactions.map(({ id }) => id));
  const keyOf = ({ bookedOn, cents }: BankLine): string => `${bookedOn} ${cents}`;
  for (const row of transactions) {
    if (!inFile.has(row.id)) others.set(keyOf(row), [...(others.get(keyOf(row)) ?? []), row]);
  }
  return [...inFile].flatMap(([id, line]): LikelyKnown[] => {
    if (ids.has(id)) return [];
    const candidates = others.get(keyOf(line)) ?? [];
    const at = candidates.findIndex((row) => sameSide(row, line));
    const [row] = at < 0 ? [] : candidates.splice(at, 1);
    return row === undefined ? [] : [{ line, id, knownId: row.id }];
  });
}

/** Some layouts do not name the other side. */
const sameSide = (a: BankLine, b: BankLine): boolean =>
  a.counterIban === b.counterIban || a.counterIban === '' || b.counterIban === '';

/** As a command takes it: one line of text, not endless, and an account that is one. */
function tidied(line: BankLine): BankLine {
  const iban = line.counterIban.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  return {
    ...{ bookedOn: line.bookedOn, valueOn: line.valueOn, cents: line.cents, reversal: line.reversal, line: line.line },
    counterIban: iban.length > 34 ? '' : iban,
    counterName: oneLine(line.counterName, 200),
    description: oneLine(line.description, 1_000),
    reference: oneLine(line.reference, 50),
    bankReference: oneLine(line.bankReference, 100),
    code: oneLine(line.code, 50),
  };
}

const oneLine = (text: string, max: number): string =>
  text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, max);

export interface ImportPart {
  readonly lines: readonly NumberedLine[];
  readonly known: readonly string[];
}

const partLinesMax = 100;
const partIdsMax = 400;
const partCharsMax = 36_000; // with keys and names of rows below 50 kB, also where a name has letters of two bytes

/** In commands of a size that a slow line takes. An import of known lines only has one part too, which says so. */
export function partsOf({ fresh, known }: Pick<ImportPlan, 'fresh' | 'known'>): readonly ImportPart[] {
  const parts: ImportPart[] = [];
  let lines: NumberedLine[] = [];
  let chars = 0;
  for (const line of fresh) {
    const size = JSON.stringify(line).length + 80; // its id stands beside it
    if (lines.length === partLinesMax || chars + size > partCharsMax) {
      parts.push({ lines, known: [] });
      [lines, chars] = [[], 0];
    }
    lines.push(line);
    chars += size;
  }
  if (lines.length > 0) parts.push({ lines, known: [] });
  for (let at = 0; at < known.length; at += partIdsMax)
    parts.push({ lines: [], known: known.slice(at, at + partIdsMax) });
  return parts;
}
