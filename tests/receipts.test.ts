/** The command lines of receipts count honestly, and what is said of a download is true. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Download, downloads, wireBytes } from '../src/files/reader/downloads.ts';
import { amount, engineOf, median, sameShop } from './receipts/said.ts';

const packages = fileURLToPath(new URL('../node_modules', import.meta.url));
const all: readonly Download[] = Object.values(downloads).flat();

test.each(all)('$from is in its package, as large as the app thinks', ({ from, bytes }) => {
  const file = join(packages, from);
  expect(existsSync(file)).toBe(true);
  expect(statSync(file).size).toBe(bytes);
});

test.each(['tesseract', 'ppocr'] as const)('%s takes about as much of a connection as is said', (engine) => {
  // What the server packs on its way, docs/receipts.md.
  const sent = downloads[engine].map(({ from, bytes }) =>
    /\.(js|mjs|wasm|txt)$/.test(from) ? gzipSync(readFileSync(join(packages, from)), { level: 6 }).length : bytes,
  );
  const total = sent.reduce((sum, bytes) => sum + bytes, 0);
  expect(Math.abs(total - wireBytes[engine]) / total).toBeLessThan(0.1);
});

test.each([
  ['Bouwmarkt De Klos B.V.', 'Bouwmarkt De Klos', true],
  ['B0UWMARKT', 'Bouwmarkt', true],
  ['Parkhaus Rodingsmarkt', 'Parkhaus Rödingsmarkt', true],
  ['IKEA', 'IKEA', true],
  ['Spoelweg 12', 'Bouwmarkt De Klos', false],
  [undefined, 'Bouwmarkt', false],
])('the shop %s for %s: %s', (read, truth, right) => {
  expect(sameShop(read, truth)).toBe(right);
});

test('amounts have a point and two decimals, the median is one that was measured, an unknown engine is none', () => {
  expect([amount(5), amount(123_450), amount(undefined)]).toEqual(['0.05', '1234.50', null]);
  expect(median([5, 1, 9])).toBe(5);
  expect([engineOf(['--engine', 'ppocr']), engineOf(['--engine', 'x']), engineOf(['a.jpg'])]).toEqual([
    'ppocr',
    undefined,
    undefined,
  ]);
});
