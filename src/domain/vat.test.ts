import { expect, test } from 'vitest';
import { aboveHighRate, vatFits } from './vat.ts';

test.each([
  [8_640, 1_499, true],
  [8_640, 0, true],
  [0, 0, true],
  [8_640, 8_640, false], // all of it
  [8_640, -1, false], // the other way
  [-250, -43, true],
  [-250, 43, false],
  [0, 1, false],
])('of %i, %i can be VAT: %s', (amountCents, vatCents, fits) => {
  expect(vatFits(amountCents, vatCents)).toBe(fits);
});

test('21 %, also rounded a line at a time, is not above the high rate; 25 % is', () => {
  expect(aboveHighRate(12_100, 2_100)).toBe(false);
  expect(aboveHighRate(12_100, 2_104)).toBe(false);
  expect(aboveHighRate(12_500, 2_500)).toBe(true);
  expect(aboveHighRate(-12_500, -2_500)).toBe(true);
});
