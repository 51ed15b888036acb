// Receipts of many kinds, read whole, by a reader of boxes and by one of words.
import { expect, test } from 'vitest';
import { kinds } from './kinds.fixture.ts';
import { pageOf } from './page.fixture.ts';
import { receiptOf } from './read.ts';

const today = '2026-11-27';

test.each(kinds.flatMap((kind) => [true, false].map((words) => ({ ...kind, words }))))(
  '$kind (in words: $words)',
  ({ text, words, cents, day, vatCents, currency = 'EUR', iban }) => {
    const reading = receiptOf(pageOf(text, { words }), today);
    expect([reading.total?.value, reading.date?.value, reading.currency]).toEqual([cents, day, currency]);
    expect(reading.iban?.value).toBe(iban);
    if (vatCents !== undefined) expect(reading.vat?.value).toBe(vatCents);
  },
);

const confused: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'l',
  '5': 'S',
  '8': 'B',
  '2': 'Z',
  ',': '.',
  o: '0',
  a: 'o',
};

/** Every so many letters one is taken for another, from a different one on. */
const misread = (text: string, every: number, from: number): string =>
  [...text].map((letter, n) => (n % every === from ? (confused[letter] ?? letter) : letter)).join('');

test('with letters taken for others here and there, most totals and days are still right', () => {
  const all = kinds.flatMap(({ text, cents, day }) =>
    Array.from({ length: 20 }, (_, from) => {
      const { total, date } = receiptOf(pageOf(misread(text, 20, from), { words: from % 2 === 0 }), today);
      return { total: total?.value === cents, day: date?.value === day };
    }),
  );
  const share = (which: 'total' | 'day'): number => all.filter((one) => one[which]).length / all.length;
  expect(share('total')).toBeGreaterThan(0.93);
  expect(share('day')).toBeGreaterThan(0.93);
});
