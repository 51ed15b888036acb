// A bank's file read, or the reason why not. In a worker where there is one: a year in XML takes a phone a second.
import { BankFileError, type BankFileErrorCode } from '../../../files/bank/error.ts';
import { readBankFile } from '../../../files/bank/read.ts';
import type { BankFile } from '../../../files/bank/statement.ts';

export type Reading =
  | { readonly file: BankFile }
  | { readonly refused: BankFileErrorCode; readonly line: number | null }
  | { readonly refused: 'unforeseen' };

/** A file that nobody foresaw must not take the screen down: it says so, and nothing was saved. */
export function readingOf(bytes: Uint8Array): Reading {
  try {
    return { file: readBankFile(bytes) };
  } catch (error) {
    return error instanceof BankFileError ? { refused: error.code, line: error.line } : { refused: 'unforeseen' };
  }
}
