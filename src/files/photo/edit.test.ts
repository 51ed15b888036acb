import { expect, test } from 'vitest';
import type { Rgba } from '../reader/picture.ts';
import { mended } from './edit.ts';

/** Each pixel tells where it stood: red is its column, green its row. */
function map(width: number, height: number): Rgba {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data.set([x, y, 0, 255], 4 * (y * width + x));
  return { width, height, data };
}
const at = ({ width, data }: Rgba, x: number, y: number): readonly number[] => [
  ...data.slice(4 * (y * width + x), 4 * (y * width + x) + 2),
];
const quiet = (): void => {};
const plain = { corners: undefined, quarterTurns: 0, contrast: false } as const;

test('turned to the right the left side is on top', () => {
  const turned = mended(map(30, 20), { ...plain, quarterTurns: 1 }, quiet);
  expect([turned.width, turned.height]).toEqual([20, 30]);
  expect(at(turned, 19, 0)).toEqual([0, 0]);
  expect(at(turned, 0, 29)).toEqual([29, 19]);
});

test('four turns later it is what it was', () => {
  const once = mended(map(30, 20), { ...plain, quarterTurns: 3 }, quiet);
  expect(mended(once, { ...plain, quarterTurns: 1 }, quiet)).toEqual(map(30, 20));
});

test('cut at its corners, only what lies between them is left', () => {
  const corners = [
    { x: 10, y: 5 },
    { x: 50, y: 5 },
    { x: 50, y: 35 },
    { x: 10, y: 35 },
  ] as const;
  const cut = mended(map(60, 40), { ...plain, corners }, quiet);
  expect([cut.width, cut.height]).toEqual([40, 30]);
  expect(at(cut, 0, 0)).toEqual([10, 5]);
  expect(at(cut, 39, 29)).toEqual([49, 34]);
});

test('a sheet seen at an angle becomes a rectangle with its corners in the corners', () => {
  const corners = [
    { x: 20, y: 10 },
    { x: 80, y: 16 },
    { x: 90, y: 90 },
    { x: 10, y: 84 },
  ] as const;
  const cut = mended(map(100, 100), { ...plain, corners }, quiet);
  const near = (seen: readonly number[], x: number, y: number) =>
    expect(Math.hypot((seen[0] ?? 0) - x, (seen[1] ?? 0) - y)).toBeLessThan(2.5);
  near(at(cut, 0, 0), 20, 10);
  near(at(cut, cut.width - 1, 0), 80, 16);
  near(at(cut, cut.width - 1, cut.height - 1), 90, 90);
  near(at(cut, 0, cut.height - 1), 10, 84);
});

test('more contrast: faint letters in a shadow become dark, and the paper around them white', () => {
  const [width, height] = [200, 200];
  const data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const light = 230 - x / 2; // a shadow from the right
      const isInk = y % 20 < 3 && x % 10 < 6;
      const value = isInk ? light * 0.75 : light;
      data.set([value, value, value, 255], 4 * (y * width + x));
    }
  const dark = mended({ width, height, data }, { ...plain, contrast: true }, quiet);
  for (const x of [23, 183]) {
    expect(dark.data[4 * (101 * width + x)]).toBeLessThan(100); // ink
    expect(dark.data[4 * (110 * width + x)]).toBeGreaterThan(225); // paper
  }
});
