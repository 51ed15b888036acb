/** Writes delimited text that a Dutch spreadsheet opens as it is: semicolons, decimal commas, a mark that it is UTF-8. */
import { amountText } from '../domain/money.ts';
import type { Sheet, SheetCell } from './sheets.ts';

export function csvOf({ columns, rows }: Sheet): string {
  const lines = [columns.map(({ title }) => title), ...rows].map((row) => row.map(textOf).join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function textOf(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'string') return quoted(harmless(cell));
  return 'cents' in cell ? amountText(cell.cents).replaceAll('.', '') : cell.date;
}

/** A text that begins as a formula would be run by the program that opens the file: an apostrophe before it keeps it a
 *  text. Also behind spaces and control characters, which some programs skip. */
const harmless = (text: string): string =>
  /^[\s\p{Cc}]*[=+\-@＝＋－＠|%]/u.test(text) || /^\p{Cc}/u.test(text) ? `'${text}` : text;

const quoted = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
