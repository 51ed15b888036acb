import { expect, test } from 'vitest';
import type { ReadResult } from '../../../files/reader/protocol.ts';
import { receiptOf } from '../../../files/receipt/read.ts';
import type { Page } from '../../../files/receipt/words.ts';
import type { PhotoReading } from '../../reading.ts';
import { proposalsOf } from './proposals.ts';

const today = '2026-11-26';
const empty = { amount: '', vat: '', boughtOn: '', shop: '' };

function pageOf(...lines: readonly string[]): Page {
  const words = lines.map((text, n) => ({
    text,
    confidence: 0.95,
    place: { x: 10, y: 10 + 30 * n, width: text.length * 10, height: 20 },
  }));
  return { width: 400, height: 300, words };
}

function done(page: Page): PhotoReading {
  const result: ReadResult = { engine: 'tesseract', ms: 1, reading: receiptOf(page, today), page };
  return { kind: 'done', result };
}

const receipt = pageOf('Bouwmarkt De Klos', 'Verf 12,50', 'Kwast 4,45', 'TOTAAL EUR 16,95', '12-11-2026 14:02');
const of = (typed: typeof empty, byPhoto: ReadonlyMap<string, PhotoReading>) =>
  proposalsOf(typed, [...byPhoto.keys()], byPhoto, { today, on: true });

test('what the photo says stands ready for empty fields, with the line that it came from', () => {
  const proposals = of(empty, new Map([['a', done(receipt)]]));
  expect(proposals.state).toBe('done');
  expect(proposals.of('amount')).toMatchObject({ value: '16,95', fills: true, other: undefined });
  expect(proposals.of('amount')?.read.text).toBe('Gelezen bij “TOTAAL EUR”. De regels tellen ertoe op.');
  expect(proposals.of('boughtOn')?.value).toBe('2026-11-12');
  expect(proposals.of('shop')?.value).toBe('Bouwmarkt De Klos');
  expect(proposals.marks.find(({ what }) => what === 'total')).toMatchObject({ sha256: 'a', place: { y: 100 } });
});

test('where something else was typed, the difference is said and nothing more', () => {
  const proposals = of(
    { ...empty, amount: '20,00', boughtOn: '2026-11-12', shop: 'De Klos' },
    new Map([['a', done(receipt)]]),
  );
  expect(proposals.of('amount')?.other).toContain('16,95');
  expect(proposals.of('boughtOn')?.other).toBeUndefined();
  expect(proposals.of('shop')?.other).toBeUndefined();
});

test('VAT fills an empty field when it can be a part of the total; what was typed stays and the difference is said', () => {
  const withVat = pageOf('Bouwmarkt De Klos', 'TOTAAL EUR 16,95', 'BTW 21% 14,01 2,94', '12-11-2026');
  const read = new Map([['a', done(withVat)]]);
  expect(of(empty, read).of('vat')).toMatchObject({ value: '2,94', fills: true, other: undefined });
  expect(of({ ...empty, amount: '2,00' }, read).of('vat')?.fills).toBe(false);
  expect(of({ ...empty, vat: '1,40' }, read).of('vat')?.other).toContain('2,94');
  expect(of({ ...empty, vat: '2.94' }, read).of('vat')?.other).toBeUndefined();
});

test('the same amount typed in another way is no difference', () => {
  expect(of({ ...empty, amount: '16.95' }, new Map([['a', done(receipt)]])).of('amount')?.other).toBeUndefined();
});

test('a long receipt on two photos is read as one, and a place lies on its own photo', () => {
  const top = pageOf('Bouwmarkt De Klos', 'Verf 12,50', 'Kwast 4,45');
  const bottom = pageOf('TOTAAL EUR 16,95', '12-11-2026');
  const byPhoto = new Map([
    ['a', done(top)],
    ['b', done(bottom)],
  ]);
  const proposals = of(empty, byPhoto);
  expect(proposals.of('amount')?.value).toBe('16,95');
  expect(proposals.reading?.checks.lines).toBe(true);
  expect(proposals.marks.find(({ what }) => what === 'total')).toMatchObject({ sha256: 'b', place: { y: 10 } });
  expect(proposals.marks.find(({ what }) => what === 'shop')).toMatchObject({ sha256: 'a' });
});

test.each([
  ['reading', new Map<string, PhotoReading>([['a', { kind: 'reading', share: 0.4 }]])],
  ['nothing', new Map<string, PhotoReading>([['a', done({ width: 9, height: 9, words: [] })]])],
  ['failed', new Map<string, PhotoReading>([['a', { kind: 'failed' }]])],
  ['stopped', new Map<string, PhotoReading>([['a', { kind: 'stopped' }]])],
  ['off', new Map<string, PhotoReading>()],
] as const)('%s is said as it is', (state, byPhoto) => {
  expect(of(empty, byPhoto).state).toBe(state);
});
