/** Reads the file of a bank, whichever bank and layout: by what is in it, never by its name. Throws BankFileError when it is
 *  no statement, or not a whole one; what is doubtful in a whole one is a warning with its place. */
import { abnAmroCsv, abnAmroTab } from './abnamro.ts';
import { asn, asnNamed } from './asn.ts';
import { bunq } from './bunq.ts';
import { isXml, readCamt053 } from './camt053.ts';
import { BankFileError } from './error.ts';
import { ing, ingSavings } from './ing.ts';
import { knab } from './knab.ts';
import { isMt940, readMt940 } from './mt940.ts';
import { rabobank, rabobankOld } from './rabobank.ts';
import type { BankFile } from './statement.ts';
import { readTable } from './table.ts';
import { bankText } from './text.ts';
import { triodos } from './triodos.ts';

/** From strict to loose: bunq has headings that others have too. */
const layouts = [rabobank, ing, ingSavings, abnAmroTab, abnAmroCsv, knab, triodos, asnNamed, asn, rabobankOld, bunq];

export function readBankFile(bytes: Uint8Array): BankFile {
  const text = bankText(bytes);
  if (isXml(text.text)) return readCamt053(text);
  if (isMt940(text.text)) return readMt940(text);
  const table = readTable(text, layouts);
  if (table === null) throw new BankFileError('unknown_layout');
  return table;
}
