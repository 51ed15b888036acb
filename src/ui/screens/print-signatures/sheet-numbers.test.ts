import { expect, test } from 'vitest';
import { nextNumber, sheetCountIn, sheetNumberIn, sheetNumbers } from './sheet-numbers.ts';

test('a new sheet never gets the number of one that was counted', () => {
  expect(nextNumber([])).toBe(1);
  expect(nextNumber([1, 4, 2])).toBe(5);
  expect(sheetNumbers(5, 3)).toEqual([5, 6, 7]);
});

test('a count that cannot be read is one sheet, and a typing mistake does not print a ream', () => {
  for (const typed of ['', '0', 'drie', '-2']) expect(sheetCountIn(typed)).toBe(1);
  expect(sheetCountIn(' 5 ')).toBe(5);
  expect(sheetCountIn('500')).toBe(30);
});

test('no number is printed that cannot be counted under', () => {
  expect(sheetNumberIn('0')).toBeUndefined();
  expect(sheetNumberIn('12')).toBe(12);
  expect(sheetNumbers(9_998, 5)).toEqual([9_998, 9_999]);
});
