import { expect, test } from 'vitest';
import { linesOf, type Word } from '../receipt/words.ts';
import { bendOf, type Quad } from './geometry.ts';

/** A box of text from x to x + width on a line that bends, straight at 200. */
function hung(x: number, width: number, line: number, bend: number): Quad {
  const y = (at: number): number => 40 * line + bend * (at - 200) ** 2;
  const [left, right] = [y(x), y(x + width)];
  return [
    { x, y: left },
    { x: x + width, y: right },
    { x: x + width, y: right + 20 },
    { x, y: left + 20 },
  ];
}

const quadsOf = (bend: number): readonly Quad[] =>
  [0, 1, 2, 3].flatMap((line) => [hung(10, 140, line, bend), hung(520, 70, line, bend)]);

test('lines on paper that curls are put together along their bend', () => {
  for (const bend of [0.0006, -0.0006]) {
    const quads = quadsOf(bend);
    const words = quads.map((quad, n): Word => {
      const [y, x] = [Math.min(quad[0].y, quad[1].y), quad[0].x];
      const bottom = Math.max(quad[2].y, quad[3].y);
      return { text: String(n), confidence: 1, place: { x, y, width: quad[1].x - x, height: bottom - y }, height: 20 };
    });
    expect(linesOf({ words, ...bendOf(quads) }).map(({ text }) => text)).toEqual(['0 1', '2 3', '4 5', '6 7']);
  }
});

test('straight lines, and a few boxes, have no bend', () => {
  expect(bendOf(quadsOf(0))).toBeUndefined();
  expect(bendOf(quadsOf(0.0006).slice(0, 4))).toBeUndefined();
});
