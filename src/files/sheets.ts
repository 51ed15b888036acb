/** Tables for a spreadsheet: what a cell is, said once for every format that is written. */
import type { Cents, IsoDate } from '../domain/rows.ts';

export type SheetCell = string | number | null | { readonly cents: Cents } | { readonly date: IsoDate };

export interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[]; // width in characters
  readonly rows: readonly (readonly SheetCell[])[];
}
