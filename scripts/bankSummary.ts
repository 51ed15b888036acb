/** What a file of a bank holds, in one line: for the two commands that read such files. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { addCents } from '../src/domain/money.ts';
import { BankFileError, type BankFileErrorCode } from '../src/files/bank/error.ts';
import { readBankFiles } from '../src/files/bank/several.ts';
import type { BankFile, BankStatement, BankWarning } from '../src/files/bank/statement.ts';
import { nlBankFiles } from '../src/ui/nl/bank-files.ts';

interface Summary {
  readonly format: string;
  readonly accounts: readonly string[];
  readonly statements: number;
  readonly transactions: number;
  readonly opening: number | null; // of the first statement, in cents
  readonly closing: number | null; // of the last one
  readonly sum: number;
  readonly warnings: readonly BankWarning[];
}

export type Read =
  | { readonly summary: Summary; readonly file: BankFile }
  | {
      readonly refusal: {
        readonly error: string;
        readonly code: BankFileErrorCode | 'no_file';
        readonly line: number | null;
      };
    };

export function summaryOf(path: string): Read {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    return { refusal: { error: `Er is geen bestand ${path}.`, code: 'no_file', line: null } };
  }
  try {
    const file = readBankFiles([{ name: basename(path), bytes: readFileSync(path) }]);
    return { summary: sumUp(file), file };
  } catch (error) {
    if (!(error instanceof BankFileError)) throw error;
    const { code, line, file } = error;
    return { refusal: { error: nlBankFiles.refused(code, line, file), code, line } };
  }
}

function sumUp({ format, statements, warnings }: BankFile): Summary {
  const transactions = statements.flatMap((statement) => statement.transactions);
  return {
    format,
    accounts: [...new Set(statements.map(({ account }) => account))],
    statements: statements.length,
    transactions: transactions.length,
    opening: statements[0]?.opening?.cents ?? null,
    closing: statements.at(-1)?.closing?.cents ?? null,
    sum: addCents(transactions.map(({ cents }) => cents)),
    warnings,
  };
}

export const addsUp = ({ opening, closing, transactions }: BankStatement): boolean =>
  opening !== null &&
  closing !== null &&
  opening.cents + addCents(transactions.map(({ cents }) => cents)) === closing.cents;
