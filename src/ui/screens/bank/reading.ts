// A bank's files read, or the reason why not. In a worker where there is one: a year in XML takes a phone a second.
import { BankFileError, type BankFileErrorCode } from '../../../files/bank/error.ts';
import { type NamedBytes, readBankFiles } from '../../../files/bank/several.ts';
import type { BankFile } from '../../../files/bank/statement.ts';

export type Reading =
  | { readonly file: BankFile }
  | { readonly refused: BankFileErrorCode; readonly line: number | null; readonly inFile: string | null }
  | { readonly refused: 'unforeseen' };

/** A file that nobody foresaw must not take the screen down: it says so, and nothing was saved. */
export function readingOf(files: readonly NamedBytes[]): Reading {
  try {
    return { file: readBankFiles(files) };
  } catch (error) {
    if (!(error instanceof BankFileError)) return { refused: 'unforeseen' };
    const { code, line, file } = error;
    return { refused: code, line, inFile: file };
  }
}
