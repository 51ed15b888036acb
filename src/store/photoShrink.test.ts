import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shrunkSize } from './photoShrink.ts';

test.each([
  ['a phone picture of 12 megapixels', { width: 4000, height: 3000 }, { width: 2309, height: 1732 }],
  ['one that is small already', { width: 1200, height: 900 }, { width: 1200, height: 900 }],
  ['a panorama just below a roll', { width: 9000, height: 3000 }, { width: 3464, height: 1155 }],
  ['a till roll keeps its pixels', { width: 1000, height: 6000 }, { width: 1000, height: 6000 }],
  ['a till roll of a large camera', { width: 3000, height: 12_000 }, { width: 2000, height: 8000 }],
])('%s', (_name, from, to) => {
  expect(shrunkSize(from.width, from.height)).toEqual(to);
});

test('a very long one fits what a command takes', () => {
  expect(shrunkSize(400, 39_000)).toEqual({ width: 308, height: 30_000 });
});

test('[D14] never larger than it was, at most 4 megapixels unless the short side or a roll needs more', () => {
  const side = fc.integer({ min: 1, max: 12_000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const size = shrunkSize(width, height);
      const short = Math.min(size.width, size.height);
      const roll = Math.max(width, height) > 3 * Math.min(width, height);
      expect(size.width <= width && size.height <= height).toBe(true);
      expect(short >= Math.min(900, Math.min(width, height)) || roll).toBe(true);
      // Rounding each side may add half a pixel of it.
      if (!roll && short > 900)
        expect(size.width * size.height).toBeLessThanOrEqual(4_000_000 + size.width + size.height);
    }),
  );
});
