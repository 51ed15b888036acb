import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import * as given from '../../../../tests/domain/committee.ts';
import { csvOf } from '../../../files/csvOut.ts';
import { auditFile } from '../../../files/xaf.ts';
import { xlsxOf } from '../../../files/xlsx.ts';
import type { App } from '../../app-context.tsx';
import { auditFileOf, type BooksOfYear, bookSheets, journalSheet } from './books-of-year.ts';
import { receiptsZip } from './receipts-zip.ts';

const world = given.yearEndWorld();
const receipts = world.all('receipt').map((receipt) => ({ ...receipt, vatCents: 2_091 }));
const books: BooksOfYear = {
  year: 2026,
  lines: world.all('ledgerLine').filter(({ year }) => year === 2026),
  proposals: new Map(world.all('proposal').map((proposal) => [proposal.id, proposal])),
  claims: world.all('claim'),
  payments: world.all('payment'),
};

describe('the books as tables', () => {
  test('the journal has every line once, debit as much as credit, oldest first', () => {
    const { rows } = journalSheet(books);
    expect(rows).toHaveLength(books.lines.length);
    const sum = (column: number) =>
      rows.reduce((total, row) => total + ((row[column] as { cents: number } | null)?.cents ?? 0), 0);
    expect(sum(5)).toBe(sum(6));
    const dates = rows.map((row) => (row[1] as { date: string }).date);
    expect(dates).toEqual(dates.toSorted());
  });

  test('another library reads the workbook back, with numbers and dates', async () => {
    const file = Buffer.from(await (await xlsxOf(bookSheets(books, receipts))).arrayBuffer());
    const sheets = await readWorkbook(file);
    const names = ['Journaal', 'Rekeningen', 'Declaraties', 'Bonnen', 'Betalingen'];
    expect(sheets.map(({ sheet }) => sheet)).toEqual(names);
    expect(sheets[3]?.data[1]?.slice(1, 4)).toEqual(['De Feestwinkel', 120.5, 20.91]);
    const [, first] = sheets[4]?.data ?? [];
    expect(first?.[0]).toEqual(new Date(`${given.payment.paidOn}T00:00:00Z`));
    expect(first?.[2]).toBe(given.payment.amountCents / 100);
  });

  test('a text that begins as a formula stays a text in the CSV', () => {
    const lines = books.lines.map((line) => ({ ...line, note: '=1+1' }));
    expect(csvOf(journalSheet({ ...books, lines }))).not.toMatch(/;"?=1/);
  });

  test('the audit file has all entries, and both sides are the journal’s', () => {
    const head = { createdOn: '2027-01-20', committee: { id: 'c', name: 'Spoelkwartier' }, version: '0.1.0' };
    const xml = auditFile(auditFileOf(books, head));
    expect(xml.match(/<trLine>/g)).toHaveLength(books.lines.length);
    expect(xml).toContain(`<linesCount>${books.lines.length}</linesCount>`);
  });
});

describe('the zip of receipts', () => {
  const [photo] = given.receipt.photos;
  const zipped = async (photos: (sha256: string) => Promise<ArrayBuffer>) => {
    const app = {
      committeeId: 'c',
      engine: { photo: (_: string, sha256: string) => photos(sha256) },
    } as unknown as App;
    const progress: number[] = [];
    const signal = new AbortController().signal;
    const { zip, missing } = await receiptsZip(app, {
      books,
      receipts,
      onProgress: (done) => progress.push(done),
      signal,
    });
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const text = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
    return { text, missing, progress, list: text['Lijst van bonnen.csv'] ?? '' };
  };

  test('has each photo in the folder of its claim, and a list that names it', async () => {
    expect(photo).toBeDefined();
    const { text, missing, list, progress } = await zipped(
      async () => new TextEncoder().encode('photo').buffer as ArrayBuffer,
    );
    const names = Object.keys(text).filter((name) => name.endsWith('.jpg'));
    expect(names).toHaveLength(given.receipt.photos.length);
    expect(names[0]).toMatch(/^2026-\d+ .+\/declaratie 01 .+\/bon 01 /);
    expect(text[names[0] ?? '']).toBe('photo');
    expect(missing).toBe(0);
    expect(list).toContain(names[0]);
    expect(list).toMatch(/;120,50;20,91;/);
    expect(progress.at(-1)).toBe(given.receipt.photos.length);
  });

  test('names a photo that cannot be had in the list, and counts it', async () => {
    const { text, missing, list } = await zipped(() => Promise.reject(new Error('not here')));
    expect(Object.keys(text)).toEqual(['Lijst van bonnen.csv']);
    expect(missing).toBe(given.receipt.photos.length);
    expect(list).toContain('ontbreekt');
  });
});
