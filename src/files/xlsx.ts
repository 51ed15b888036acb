/** Writes a workbook in which amounts are numbers and dates are dates. Loaded when it is asked for. */
import writeWorkbook, { type Cell } from 'write-excel-file/universal';
import type { Sheet, SheetCell } from './sheets.ts';

const nameMax = 31; // longer names of sheets are refused by Excel
const forbidden = /[[\]:*?/\\]/g;

export async function xlsxOf(sheets: readonly Sheet[]): Promise<Blob> {
  return writeWorkbook(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name.replace(forbidden, ' ').slice(0, nameMax),
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [
        columns.map(({ title }): Cell => ({ value: title, type: String, fontWeight: 'bold' })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
  ).toBlob();
}

/** A text stays a text, also when it begins as a formula does. */
function cellOf(cell: SheetCell): Cell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { value: cell, type: String };
  if (typeof cell === 'number') return { value: cell, type: Number };
  if ('cents' in cell) return { value: cell.cents / 100, type: Number, format: '#,##0.00' };
  return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'dd-mm-yyyy' };
}
