// Which numbers stand on sheets that are printed now. Two sheets with one number would meet as one in the count.

const sheetsMax = 30;
const sheetNumberMax = 9_999;

/** How many sheets were asked for; one while the field says nothing usable. */
export function sheetCountIn(typed: string): number {
  return Math.min(sheetsMax, wholeIn(typed) ?? 1);
}

export function sheetNumberIn(typed: string): number | undefined {
  const number = wholeIn(typed);
  return number !== undefined && number <= sheetNumberMax ? number : undefined;
}

/** After the highest that was counted. Sheets that are still on the street are not known here: a person can go on from
 *  a higher number. */
export const nextNumber = (taken: readonly number[]): number => 1 + Math.max(0, ...taken);

export function sheetNumbers(from: number, count: number): readonly number[] {
  return Array.from({ length: Math.min(count, sheetNumberMax - from + 1) }, (_, index) => from + index);
}

function wholeIn(typed: string): number | undefined {
  const number = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return number > 0 ? number : undefined;
}
