/** Files that were chosen together, and a zip of them: the same as one file of all those days, however they overlap. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { chance } from '../../../tests/bank/damage.ts';
import { layouts } from '../../../tests/bank/draw.ts';
import type { DrawnTransaction } from '../../../tests/bank/drawn.ts';
import { planImport } from '../../domain/bank/importPlan.ts';
import { bankTransactionId } from '../../domain/bank/lines.ts';
import { BankFileError } from './error.ts';
import { type NamedBytes, readBankFiles } from './several.ts';
import type { BankFile } from './statement.ts';

const account = 'NL73INGB0660200203';
const openingCents = 100_000;

function payment(day: number, cents: number, name: string): DrawnTransaction {
  const bookedOn = `2026-03-${String(day).padStart(2, '0')}`;
  return { bookedOn, cents, iban: 'NL47RABO0300700858', name, description: `aan ${name}`, reference: '' };
}

const march: readonly DrawnTransaction[] = [
  payment(2, -1_250, 'Bakker'),
  payment(2, -1_250, 'Bakker'), // two real ones of one day
  payment(3, 50_000, 'Gemeente'),
  payment(9, -700, 'Slager'),
  payment(20, -4_000, 'Drukker'),
];

/** The file of these, out of all that moved: what went before them is in its opening balance. */
function drawn(transactions: readonly DrawnTransaction[], layout = 'camt.053.001.02', all = march): Uint8Array {
  const [first] = transactions;
  const before = all.slice(0, first === undefined ? 0 : all.indexOf(first));
  const opening = before.reduce((sum, { cents }) => sum + cents, openingCents);
  return strToU8(layouts[layout]?.write({ account, openingCents: opening, transactions }) ?? '');
}

const named = (name: string, bytes: Uint8Array): NamedBytes => ({ name, bytes });
const zipped = (files: Record<string, Uint8Array>): NamedBytes => named('maart.zip', zipSync(files));

const whole = [named('maart.xml', drawn(march))];
const perDay = { 'b.xml': drawn(march.slice(2, 3)), 'c.xml': drawn(march.slice(3)), 'a.xml': drawn(march.slice(0, 2)) };

function linesOf(file: BankFile): readonly (readonly [string, number, string])[] {
  return file.statements.flatMap(({ transactions }) =>
    transactions.map(({ bookedOn, cents, counterName }) => [bookedOn, cents, counterName] as const),
  );
}

function planOf({ statements, warnings }: BankFile) {
  const plan = planImport({
    ...{ accountId: account, statements, transactions: [] },
    warnings: warnings.map(({ code, line, cents }) => ({ code, line, cents })),
  });
  if (plan === undefined) throw new Error('the file says nothing');
  return plan;
}
const idsOf = (file: BankFile) => planOf(file).fresh.map((line) => bankTransactionId(account, line));

function refusal(files: readonly NamedBytes[]) {
  try {
    readBankFiles(files);
  } catch (error) {
    if (error instanceof BankFileError) return [error.code, error.file];
    throw error;
  }
  throw new Error('was read');
}

describe('read together', () => {
  test('the days of a month in a zip are that month, whatever their names', () => {
    const file = readBankFiles([zipped(perDay)]);
    expect(linesOf(file)).toEqual(linesOf(readBankFiles(whole)));
    expect(planOf(file)).toMatchObject({ differenceCents: 0, opening: { cents: openingCents } });
    expect(idsOf(file)).toEqual(idsOf(readBankFiles(whole)));
    expect(file.warnings).toEqual([]);
  });

  test('chosen together without a zip, and a zip beside a file, are the same', () => {
    const { 'c.xml': last, ...first } = perDay;
    const apart = Object.entries(perDay).map(([name, bytes]) => named(name, bytes));
    expect(linesOf(readBankFiles(apart))).toEqual(linesOf(readBankFiles(whole)));
    expect(linesOf(readBankFiles([named('c.xml', last), zipped(first)]))).toEqual(linesOf(readBankFiles(whole)));
  });

  test('what stands in two files counts once; two real equal payments stay two', () => {
    const file = readBankFiles([
      named('begin', drawn(march.slice(0, 4))),
      named('eind', drawn(march.slice(2))),
      named('nog eens', drawn(march.slice(0, 4))),
    ]);
    expect(linesOf(file)).toEqual(linesOf(readBankFiles(whole)));
    expect(planOf(file).differenceCents).toBe(0);
    expect(file.warnings).toEqual([]);
  });

  test('a day that is not among them is said, with the file before which it lacks', () => {
    const { 'b.xml': _, ...rest } = perDay;
    expect(readBankFiles([zipped(rest)]).warnings).toEqual([
      { code: 'statements_differ', account, line: null, cents: 50_000, file: 'c.xml' },
    ]);
  });

  test('what one of them says of itself keeps its place, with the name of the file', () => {
    const odd = new TextDecoder().decode(perDay['c.xml']).replace('1428.00', '1429.00');
    const files = { ...perDay, 'c.xml': strToU8(odd) };
    const alone = readBankFiles([named('c.xml', files['c.xml'])]).warnings;
    expect(alone).toMatchObject([{ code: 'balance_differs' }]);
    expect(readBankFiles([zipped(files)]).warnings).toEqual(alone.map((one) => ({ ...one, file: 'c.xml' })));
  });

  test('what macOS puts beside them, and folders, are no files', () => {
    const files = {
      'maart/': new Uint8Array(),
      '__MACOSX/._a.xml': strToU8('x'),
      '.DS_Store': strToU8('y'),
      ...perDay,
    };
    expect(linesOf(readBankFiles([zipped(files)]))).toEqual(linesOf(readBankFiles(whole)));
  });
});

test.each(Object.keys(layouts))('%s: files that overlap give what they give one after the other', (layout) => {
  const random = chance(layout.length);
  for (let run = 0; run < 20; run += 1) {
    const all = Array.from({ length: 12 }, () =>
      payment(1 + random(9), -100 * (1 + random(2)), random(2) === 0 ? 'Bakker' : 'Slager'),
    ).sort((a, b) => (a.bookedOn < b.bookedOn ? -1 : 1));
    const files = [1, 2, 3].map((n) => {
      const from = random(10);
      return named(`${n}`, drawn(all.slice(from, from + 2 + random(6)), layout, all));
    });
    const known = new Set(files.flatMap((file) => idsOf(readBankFiles([file]))));
    expect(new Set(idsOf(readBankFiles(files)))).toEqual(known);
  }
});

describe('refused as a whole, with the name of the file', () => {
  test.each<readonly [string, Record<string, Uint8Array>, readonly (string | null)[]]>([
    ['a PDF among them', { ...perDay, 'afschrift.pdf': strToU8('%PDF-1.7') }, ['pdf', 'afschrift.pdf']],
    ['one that is cut off', { ...perDay, 'b.xml': drawn(march).slice(0, 900) }, ['cut_off', 'b.xml']],
    ['a zip in the zip', { ...perDay, 'd.zip': zipSync({ x: strToU8('x') }) }, ['archive', 'd.zip']],
    [
      'a spreadsheet',
      { '[Content_Types].xml': strToU8('<Types/>'), 'xl/a.xml': strToU8('') },
      ['archive', 'maart.zip'],
    ],
    ['two layouts', { ...perDay, 'd.csv': drawn(march, 'rabobank csv') }, ['mixed', 'd.csv']],
    ['more than 20 MB when unpacked', { 'a.xml': new Uint8Array(20_000_001) }, ['too_large', 'maart.zip']],
    ['nothing in it', {}, ['empty', null]],
  ])('%s', (_name, files, expected) => {
    expect(refusal([zipped(files)])).toEqual(expected);
  });

  test('a zip that is cut off', () => {
    const { bytes } = zipped(perDay);
    expect(refusal([named('half.zip', bytes.slice(0, bytes.length - 30))])).toEqual(['broken', 'half.zip']);
  });

  test('a zip that says it unpacks to less than it does gives no more than it says', () => {
    const bytes = zipSync({ 'a.xml': new Uint8Array(3_000_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 4 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 3_000_000) view.setUint32(at, 10, true);
    }
    expect(refusal([named('bom.zip', bytes)])[0]).toMatch(/broken|empty|not_text/);
  });
});
