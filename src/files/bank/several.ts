/** Several files of a bank as one: those that were chosen together, and those in a zip, as some banks give a month. */
import { unzipSync } from 'fflate';
import { type BankLine, lineContent } from '../../domain/bank/lines.ts';
import type { IsoDate } from '../../domain/rows.ts';
import { BankFileError } from './error.ts';
import { readBankFile } from './read.ts';
import type { BankFile, BankStatement, BankWarning } from './statement.ts';
import { bytesMax } from './text.ts';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface ReadPart {
  readonly name: string;
  readonly file: BankFile;
}

/** What stands in two of them counts once, as if they had come in one after the other. Throws BankFileError, which names
 *  the file where there are more than one: all of them come in, or none. */
export function readBankFiles(chosen: readonly NamedBytes[]): BankFile {
  const parts = chosen.flatMap((one) => (isZip(one.bytes) ? unzipped(one) : [one]));
  const [only] = parts;
  if (only === undefined) throw new BankFileError('empty');
  if (parts.length === 1) return readBankFile(only.bytes);
  const read = parts.map(readPart).sort(byFirstDay);
  const [first] = read;
  const other = read.find(({ file }) => file.format !== first?.file.format);
  if (first === undefined || other !== undefined) throw new BankFileError('mixed', null, other?.name ?? null);
  return {
    format: first.file.format,
    statements: withoutRepeats(read.map(({ file }) => file)),
    warnings: [
      ...read.flatMap(({ name, file }) => file.warnings.map((warning) => ({ ...warning, file: name }))),
      ...gapsBetween(read),
    ],
  };
}

function readPart({ name, bytes }: NamedBytes): ReadPart {
  try {
    return { name, file: readBankFile(bytes) };
  } catch (error) {
    throw error instanceof BankFileError ? new BankFileError(error.code, error.line, name) : error;
  }
}

const isZip = (bytes: Uint8Array): boolean => ['PK\u0003\u0004', 'PK\u0005\u0006'].includes(latin(bytes));
const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 4));

/** A spreadsheet is a zip too: it has a list of its contents by one of these names. */
const officeNames = new Set(['[Content_Types].xml', 'mimetype']);

function unzipped({ name: zipName, bytes }: NamedBytes): readonly NamedBytes[] {
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (officeNames.has(name)) throw new BankFileError('archive', null, zipName);
        if (isClutter(name)) return false;
        size += originalSize;
        if (size > bytesMax) throw new BankFileError('too_large', null, zipName);
        return true;
      },
    });
    return Object.entries(files).map(([name, content]) => ({ name, bytes: content }));
  } catch (error) {
    throw error instanceof BankFileError ? error : new BankFileError('broken', null, zipName);
  }
}

/** Folders, and what macOS puts beside each file. */
const isClutter = (name: string): boolean => name.endsWith('/') || /(^|\/)(__MACOSX\/|\.)/.test(name);

const daysOf = ({ transactions }: BankStatement): readonly IsoDate[] =>
  transactions.map(({ bookedOn }) => bookedOn).sort();

function firstDay({ file }: ReadPart): IsoDate {
  const days = file.statements.flatMap((one) => [...daysOf(one), ...(one.opening === null ? [] : [one.opening.on])]);
  return days.sort()[0] ?? '';
}

function byFirstDay(a: ReadPart, b: ReadPart): number {
  const [first, second] = [firstDay(a), firstDay(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a.name < b.name ? -1 : 1;
}

/** Of equal lines of one day as many stay as the file has that has most of them. */
function withoutRepeats(files: readonly BankFile[]): readonly BankStatement[] {
  const before = new Map<string, number>();
  return files.flatMap(({ statements }) => {
    const here = new Map<string, number>();
    const isNew = (account: string) => (line: BankLine) => {
      const key = `${account}\n${line.bookedOn}\n${lineContent(line)}`;
      const nth = (here.get(key) ?? 0) + 1;
      here.set(key, nth);
      return nth > (before.get(key) ?? 0);
    };
    const kept = statements.map((statement) => ({
      ...statement,
      transactions: statement.transactions.filter(isNew(statement.account)),
    }));
    for (const [key, count] of here) before.set(key, Math.max(count, before.get(key) ?? 0));
    return kept;
  });
}

/** Where a file does not begin with what the one before it ended with; those that overlap are the preview's to reckon. */
function gapsBetween(read: readonly ReadPart[]): readonly BankWarning[] {
  const warnings: BankWarning[] = [];
  const furthest = new Map<string, { readonly statement: BankStatement; readonly name: string }>();
  for (const { name, file } of read) {
    for (const statement of file.statements) {
      const { account, opening } = statement;
      const before = furthest.get(account);
      const closing = before?.statement.closing ?? null;
      if (before !== undefined && before.name !== name && opening !== null && closing !== null) {
        const cents = opening.cents - closing.cents;
        if (cents !== 0 && !overlap(before.statement, statement))
          warnings.push({ code: 'statements_differ', account, line: null, cents, file: name });
      }
      if (before === undefined || lastDay(before.statement) <= lastDay(statement))
        furthest.set(account, { statement, name });
    }
  }
  return warnings;
}

const lastDay = (statement: BankStatement): IsoDate => daysOf(statement).at(-1) ?? statement.closing?.on ?? '';

function overlap(before: BankStatement, next: BankStatement): boolean {
  const [last, first] = [daysOf(before).at(-1), daysOf(next).at(0)];
  return last !== undefined && first !== undefined && first <= last;
}
