/** Transactions as the bank's file has them, and the id that each gets here. */
import { digestOf } from '../digest.ts';
import type { Cents, IsoDate } from '../rows.ts';

/** A transaction out of a file, before it has an id. `BankFileTransaction` of src/files has this shape. */
export interface BankLine {
  readonly bookedOn: IsoDate;
  readonly valueOn: IsoDate | null;
  readonly cents: Cents;
  readonly counterIban: string;
  readonly counterName: string;
  readonly description: string;
  readonly reference: string;
  readonly bankReference: string;
  readonly code: string;
  readonly reversal: boolean;
  readonly line: number;
}

export interface NumberedLine extends BankLine {
  readonly nth: number; // of equal ones on that day, from 1
}

/** What makes two lines of one day the same: not the place in the file and not the bank's codes, which differ between
 *  a file of a month and one of a year. Spaces are left out, because banks fold a text at other places each time. */
export function lineContent(line: BankLine): string {
  const { cents, counterIban, counterName, description, reference, reversal } = line;
  return [cents, counterIban, counterName, description, reference, reversal]
    .map((part) => String(part).replace(/\s+/g, '').toLowerCase())
    .join('\n');
}

export function bankTransactionId(accountId: string, line: NumberedLine): string {
  const content = digestOf([{ t: 'bankTransaction', id: lineContent(line), v: 1 }]);
  return `${accountId}:${line.bookedOn}:${content}:${line.nth}`;
}

/** Gives each line its number among equal ones of its day, in the order of the file. */
export function numbered(lines: readonly BankLine[]): readonly NumberedLine[] {
  const counts = new Map<string, number>();
  return lines.map((line) => {
    const key = `${line.bookedOn}\n${lineContent(line)}`;
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    return { ...line, nth };
  });
}
