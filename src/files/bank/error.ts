/** Why a file is refused as a whole. The sentence is the screen's: src/ui/nl/bank-files.ts. */
export const bankFileErrorCodes = [
  'empty', // no bytes, or only white space
  'too_large',
  'web_page', // mostly an expired login, saved under the name of a statement
  'pdf',
  'archive', // gzip and others, or a spreadsheet, which is a zip too
  'mixed', // several files at once, in more than one layout
  'not_text', // pictures, old spreadsheets, anything else with bytes that no text has
  'interim', // MT942 or camt.052: not booked yet, and the same transactions come again in the statement
  'other_message', // a payment file, a list of batches, some other XML
  'doctype', // XML that defines its own entities: no bank writes it, and expanding them is an old attack
  'cut_off', // the end is missing
  'broken', // the layout is known, but it does not hold here
  'no_rows', // a known layout in which not one row could be read
  'unknown_layout',
] as const;
export type BankFileErrorCode = (typeof bankFileErrorCodes)[number];

export class BankFileError extends Error {
  readonly code: BankFileErrorCode;
  readonly line: number | null; // where in the file, from 1; null when it is about the whole
  readonly file: string | null; // which of several

  constructor(code: BankFileErrorCode, line: number | null = null, file: string | null = null) {
    super(line === null ? code : `${code} at line ${line}`);
    this.name = 'BankFileError';
    this.code = code;
    this.line = line;
    this.file = file;
  }
}
