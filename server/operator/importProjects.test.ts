/** Issue 5: a city's past projects come in as real commands, and the evaluation's table comes out of them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ThemeTable } from '../../src/domain/themeTable.ts';
import {
  evaluationAmountCents,
  evaluationCells,
  evaluationCsv,
  evaluationPercents,
  evaluationTotals,
} from '../../tests/evaluation.ts';
import { makePlace, onPostgres, type TestPlace } from '../testDatabase.ts';
import { runProgram } from '../testProcess.ts';

let place: TestPlace;
let folder: TestPlace; // for files beside the data
beforeEach(async () => {
  [place, folder] = await Promise.all([makePlace(), makePlace()]);
});
afterEach(async () => {
  await Promise.all([place.remove(), folder.remove()]);
});
const admin = (...args: readonly string[]) => runProgram(place, ['admin', ...args]);
const lastLine = (out: string): unknown => JSON.parse(out.trim().split('\n').at(-1) ?? '');
const table = async (from: number, to: number): Promise<ThemeTable> => {
  const { out, code } = await admin('theme-table', '--from', String(from), '--to', String(to));
  expect([code, out.trim().split('\n').length]).toEqual([0, 1]);
  return JSON.parse(out) as ThemeTable;
};
function file(text: string | Uint8Array): string {
  const path = join(folder.dataDir, 'projects.csv');
  writeFileSync(path, text);
  return path;
}

test("a file with the projects of the evaluation gives back the evaluation's table exactly", async () => {
  const path = file(evaluationCsv());
  const first = await admin('import-projects', path);
  expect([first.err, first.code]).toEqual(['', 0]);
  expect(lastLine(first.out)).toMatchObject({ imported: 1_308, known: 0, bad: [] });

  const both = await table(2014, 2016);
  const cents = (cell: { readonly count: number }): object => ({ ...cell, cents: cell.count * evaluationAmountCents });
  expect(both.rows).toEqual(evaluationCells.map(cents));
  for (const year of [2014, 2016] as const)
    expect(Object.values(both.totals[year] ?? {})).toEqual(evaluationTotals[year]);
  expect(Object.values(both.totals['all'] ?? {})).toEqual(
    evaluationTotals[2014].map((n, at) => n + (evaluationTotals[2016][at] ?? 0)),
  );
  expect(Object.values(both.percent)).toEqual(evaluationPercents);
  expect(Object.values(both.percentOfCents)).toEqual(evaluationPercents); // all cost the same here

  const one = await table(2016, 2016);
  expect(one.rows).toEqual(evaluationCells.filter(({ year }) => year === 2016).map(cents));
  expect(Object.keys(one.totals)).toEqual(['2016', 'all']);

  const again = await admin('import-projects', path);
  expect([again.code, lastLine(again.out)]).toEqual([0, { imported: 0, known: 1_308, bad: [], committees: [] }]);
  const otherMark = await admin('import-projects', file(evaluationCsv('\t', '\n')));
  expect(lastLine(otherMark.out)).toMatchObject({ imported: 0, known: 1_308 });
  expect(await table(2014, 2016)).toEqual(both);

  const verified = await admin('verify');
  expect([verified.code, lastLine(verified.out)]).toEqual([
    0,
    { committees: 10, entries: 1_318, photos: 0, ok: true, problems: [], alarms: {} },
  ]);
}, 120_000);

const mixed = `district,year,committee,title,theme,amount
Oost,2014,Velve,Boom,2,"1.250,50"
Oost,2014,Velve,Boom,2,"1.250,50"
Oost,2014,Velve,Bank,9,100
Oost,14,Velve,Bank,2,100

Oost,2014,Velve,"Feest, met muziek",sociale samenhang,"1,250"
Oost,2014,,Bank,2,100
Oost,2014,Velve,Feest, met muziek,7,100
Oost,2014,Velve,Hek,3,12`;

test('bad lines are named with number and reason; the good ones are kept, or none of them, as asked', async () => {
  const path = file(mixed);
  const bad = [
    { line: 4, reason: "'9' is no theme: a number from 1 to 7, or its name" },
    { line: 5, reason: "'14' is no year from 2000 to 2199" },
    { line: 7, reason: "amount '1,250' can be read in two ways: write 1250 or 1.250,00" },
    { line: 8, reason: 'no committee' },
    {
      line: 9,
      reason: '7 values and only 6 columns: an amount or title that holds the separator needs quotation marks',
    },
  ];
  const none = await admin('import-projects', path, '--all-or-nothing');
  expect(none.code).toBe(1);
  expect(lastLine(none.out)).toEqual({ imported: 0, known: 0, bad, committees: [] });
  expect((await table(2000, 2030)).rows).toEqual([]);

  const good = await admin('import-projects', path);
  expect(good.code).toBe(1);
  expect(good.out).toContain("line 4: '9' is no theme");
  expect(lastLine(good.out)).toMatchObject({ imported: 3, known: 0, bad });
  const rows = (await table(2000, 2030)).rows.filter(({ count }) => count > 0);
  expect(rows).toEqual([
    { district: 'Oost', year: 2014, theme: 2, count: 2, cents: 250_100 }, // two equal lines are two projects
    { district: 'Oost', year: 2014, theme: 3, count: 1, cents: 1_200 },
  ]);
}, 60_000);

test('a chair of a new committee can be invited, and the committee is one as any other', async () => {
  const { out } = await admin('import-projects', file(mixed));
  const [, id = '', person = ''] = /--committee ([\w-]{36}) --person ([\w-]{36})/.exec(out) ?? [];
  expect((await admin('invite', '--committee', id, '--person', person)).code).toBe(0);
  expect((await admin('devices')).out).toContain('Velve');
}, 60_000);

test('what is no list of projects is refused with a sentence, and makes nothing', async () => {
  const [empty, gone, absent, noYear, noData, backwards] = await Promise.all([
    admin('import-projects', file('')),
    admin('import-projects', join(folder.dataDir, 'nope.csv')),
    admin('import-projects'),
    admin('theme-table', '--from', '2014'),
    admin('theme-table', '--from', '2014', '--to', '2016'),
    admin('theme-table', '--from', '2016', '--to', '2014'),
  ]);
  expect([empty.code, empty.err]).toEqual([1, 'The file is empty: its first line must name the columns.\n']);
  expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('nope.csv cannot be read')]);
  expect([absent.code, absent.err]).toEqual([1, 'Expected 1 argument(s); see --help.\n']);
  expect([noYear.code, noYear.err]).toEqual([1, '--to needs a year, such as 2014.\n']);
  expect([backwards.code, backwards.out, backwards.err]).toEqual([1, '', '--from 2016 comes after --to 2014.\n']);
  expect(noData.code).toBe(0);
  if (!onPostgres)
    expect(JSON.parse(noData.out)).toEqual({ rows: [], totals: {}, totalCents: {}, percent: {}, percentOfCents: {} });
}, 60_000);
