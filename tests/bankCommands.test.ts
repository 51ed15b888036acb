/** The two commands that read files of banks, as a person runs them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layouts } from './bank/draw.ts';
import type { DrawnStatement } from './bank/drawn.ts';

const folder = mkdtempSync(join(tmpdir(), 'buurtkas-bank-'));
const root = fileURLToPath(new URL('..', import.meta.url));

const statement: DrawnStatement = {
  account: 'NL44RABO0300200101',
  openingCents: 10_000,
  transactions: [
    {
      bookedOn: '2026-01-05',
      cents: 450_000,
      iban: 'NL70BNGH0285000711',
      name: 'Gemeente',
      description: 'deel 1',
      reference: '',
    },
    { bookedOn: '2026-01-14', cents: -8_735, iban: '', name: 'Bouwmarkt', description: 'verf', reference: '' },
  ],
};
const right = {
  accounts: ['NL44RABO0300200101'],
  statements: 1,
  transactions: 2,
  opening: 10_000,
  closing: 451_265,
  sum: 441_265,
  addsUp: true,
  first: '2026-01-05',
  last: '2026-01-14',
};

beforeAll(() => {
  writeFileSync(join(folder, 'whole.csv'), layouts['rabobank csv']?.write(statement) ?? '');
  writeFileSync(join(folder, 'page.csv'), '<html><body>Inloggen</body></html>');
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(script: string, ...args: readonly string[]) {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, last: JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as unknown };
}

test('read-bank ends with one line about the file, or with the reason and 2', () => {
  const { addsUp, first, last, ...summary } = right;
  expect(run('readBank', join(folder, 'whole.csv'), '--transactions')).toEqual({
    status: 0,
    last: { format: 'rabobank-csv', ...summary, warnings: [] },
  });
  expect(run('readBank', join(folder, 'page.csv'))).toMatchObject({
    status: 2,
    last: { error: expect.stringMatching(/webpagina/), code: 'web_page' },
  });
  expect(run('readBank', join(folder, 'none.csv'))).toMatchObject({ status: 2, last: { error: expect.any(String) } });
});

test('bank-score counts what is right and names what is not', () => {
  const truth = (sum: number) => JSON.stringify({ 'whole.csv': { ...right, sum }, 'page.csv': { error: true } });
  writeFileSync(join(folder, 'truth.json'), truth(right.sum));
  expect(run('bankScore', folder)).toEqual({ status: 0, last: { files: 2, right: 2, wrong: [] } });
  writeFileSync(join(folder, 'truth.json'), truth(1));
  expect(run('bankScore', folder)).toEqual({ status: 1, last: { files: 2, right: 1, wrong: ['whole.csv'] } });
});
