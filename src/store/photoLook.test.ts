import { describe, expect, test } from 'vitest';
import { differingBits, looksNear } from '../domain/doubles.ts';
import { lookOf } from './photoLook.ts';

/** A slip of lines of print: where they stand follows from the seed. */
function slip(seed: number, width: number, height: number, light = 1): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const line = Math.floor((y / height) * 24);
      const word = Math.floor((x / width) * 20);
      const inked = ((line * 73 + word * 151 + seed * 977) * 2_654_435_761) % 97 < 45;
      pixels.fill((inked ? 90 : 235) * light, 4 * (y * width + x), 4 * (y * width + x) + 3);
    }
  }
  return pixels;
}
const look = (seed: number, light = 1, side = 240): string =>
  lookOf(slip(seed, side * 0.6, side, light), side * 0.6, side);

describe('what a photo looks like', () => {
  test('is 64 hex digits, also of one pixel', () => {
    expect(look(1)).toMatch(/^[0-9a-f]{64}$/);
    expect(lookOf(new Uint8ClampedArray(4), 1, 1)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('stays nearly the same in less light and smaller', () => {
    expect(looksNear(look(1), look(1, 0.7))).toBe(true);
    expect(looksNear(look(1), look(1, 1, 200))).toBe(true);
  });

  test('is another for another slip', () => {
    for (const other of [2, 3, 4, 5]) expect(differingBits(look(1), look(other))).toBeGreaterThan(40);
  });

  test('of a photo of before is unknown, and near to nothing', () => {
    expect(looksNear(undefined, look(1))).toBe(false);
  });
});
