import { readSheet } from 'read-excel-file/universal';
import { expect, test } from 'vitest';
import { readCsv } from './csv.ts';
import { csvOf } from './csvOut.ts';
import type { Sheet } from './sheets.ts';
import { xlsxOf } from './xlsx.ts';

const attacks = ['=HYPERLINK("http://x")', '+1', '-1+1', '@SUM(A1)', '\t=1', ' =1', '＝1', '|cmd', '%0A', '\r=1'];
const sheet: Sheet = {
  name: 'Projecten: 2026/deel [1] met een heel lange naam',
  columns: [
    { title: 'Titel', width: 30 },
    { title: 'Toegekend', width: 12 },
    { title: 'Besloten', width: 12 },
    { title: 'Aantal', width: 8 },
  ],
  rows: [
    ['Buurtfeest; met "muziek"\nen eten', { cents: 125_050 }, { date: '2026-03-10' }, 3],
    ['Terug', { cents: -1 }, { date: '2024-02-29' }, 0.5],
    ['', null, null, null],
    ...attacks.map((text) => [text, null, null, null] as const),
  ],
};

test('another program reads back numbers as numbers, dates as dates and texts as texts', async () => {
  const rows = await readSheet(await xlsxOf([sheet]));
  expect(rows[0]).toEqual(['Titel', 'Toegekend', 'Besloten', 'Aantal']);
  expect(rows[1]).toEqual(['Buurtfeest; met "muziek"\nen eten', 1250.5, new Date('2026-03-10T00:00:00Z'), 3]);
  expect(rows[2]).toEqual(['Terug', -0.01, new Date('2024-02-29T00:00:00Z'), 0.5]);
  expect(rows.slice(4).map(([text]) => text)).toContain('=HYPERLINK("http://x")');
});

test('our own reader gives back every text, with an apostrophe before what looks like a formula', () => {
  const text = csvOf(sheet);
  expect(text.startsWith('\ufeffTitel;Toegekend;Besloten;Aantal\r\n')).toBe(true);
  const records = readCsv(text, (cells) => cells.filter((cell) => cell === 'Titel').length);
  expect(records[1]?.cells).toEqual(['Buurtfeest; met "muziek"\nen eten', '1250,50', '2026-03-10', '3']);
  expect(records[2]?.cells).toEqual(['Terug', '-0,01', '2024-02-29', '0,5']);
  expect(records.slice(3).map(({ cells }) => cells[0])).toEqual(attacks.map((attack) => `'${attack}`));
});
