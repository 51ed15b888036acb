import { describe, expect, test } from 'vitest';
import type { Quad } from '../reader/geometry.ts';
import { isNoSheet, seenAt, seenCorner, stepFor } from './corners.ts';

const corners = [
  { x: 0.1, y: 0.2 },
  { x: 0.9, y: 0.2 },
  { x: 0.9, y: 0.7 },
  { x: 0.1, y: 0.7 },
] as const;
const turns = [0, 1, 2, 3] as const;

describe.each(turns)('a photo that is seen after %i quarter turns', (turned) => {
  test('has each corner where its name says', () => {
    for (const [index, corner] of corners.entries()) {
      const { x, y } = seenAt(corner, turned);
      const onTop = y < 0.5;
      const name = [onTop && x < 0.5, onTop && x > 0.5, !onTop && x > 0.5, !onTop && x < 0.5].indexOf(true);
      expect(seenCorner(index, turned)).toBe(name);
    }
  });

  test.each([
    ['left', { x: -0.01, y: 0 }],
    ['down', { x: 0, y: 0.01 }],
  ])('moves a corner %s on the screen', (_, way) => {
    const from = { x: 0.3, y: 0.4 };
    const step = stepFor(way, turned);
    const [before, after] = [seenAt(from, turned), seenAt({ x: from.x + step.x, y: from.y + step.y }, turned)];
    expect(after.x - before.x).toBeCloseTo(way.x, 9);
    expect(after.y - before.y).toBeCloseTo(way.y, 9);
  });
});

describe('corners', () => {
  const [a, b, c, d] = corners;
  test('of a sheet, also one that lies askew, are fine', () => {
    expect(isNoSheet(corners)).toBe(false);
    const askew: Quad = [
      { x: 0.5, y: 0.05 },
      { x: 0.95, y: 0.5 },
      { x: 0.5, y: 0.95 },
      { x: 0.05, y: 0.5 },
    ];
    expect(isNoSheet(askew)).toBe(false);
  });

  test.each([
    ['went past each other', [b, a, c, d]],
    ['lie as in a mirror', [b, a, d, c]],
    ['are one point', [a, a, a, a]],
    ['have one inside the others', [a, b, { x: 0.2, y: 0.25 }, d]],
    ['have nearly nothing between them', [a, { x: 0.15, y: 0.2 }, { x: 0.15, y: 0.25 }, { x: 0.1, y: 0.25 }]],
  ] as readonly (readonly [string, Quad])[])('that %s are none', (_, wrong) => {
    expect(isNoSheet(wrong)).toBe(true);
  });
});
