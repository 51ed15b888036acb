// Points, hulls and quadrilaterals: where text and paper lie in a photo. Pure.

import type { Bend } from '../receipt/words.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Corners in reading order: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point];

/** A box that may be turned: `angle` in radians, between -45 and 45 degrees, so that `width` runs along reading. */
export interface TurnedBox {
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

/** Andrew's monotone chain, counter-clockwise on paper, without the points on a side. */
export function hullOf(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  return [...half(sorted), ...half(sorted.reverse())];
}

function half(points: readonly Point[]): readonly Point[] {
  const chain: Point[] = [];
  for (const point of points) {
    while (chain.length > 1 && cross(chain.at(-2) ?? point, chain.at(-1) ?? point, point) <= 0) chain.pop();
    chain.push(point);
  }
  chain.pop();
  return chain;
}

const cross = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** The smallest box around a hull: one of its sides lies along a side of the hull. */
export function boxAround(hull: readonly Point[]): TurnedBox {
  let best: TurnedBox | undefined;
  for (const [n, point] of hull.entries()) {
    const next = hull[(n + 1) % hull.length] ?? point;
    const box = boxAlong(hull, uprightAngle(Math.atan2(next.y - point.y, next.x - point.x)));
    if (best === undefined || box.width * box.height < best.width * best.height) best = box;
  }
  return best ?? { centre: { x: 0, y: 0 }, width: 0, height: 0, angle: 0 };
}

/** The same direction, or the one square to it, between -45 and 45 degrees. */
function uprightAngle(angle: number): number {
  const quarter = Math.PI / 2;
  return angle - Math.round(angle / quarter) * quarter;
}

function boxAlong(points: readonly Point[], angle: number): TurnedBox {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    const along = x * cos + y * sin;
    const across = y * cos - x * sin;
    left = Math.min(left, along);
    right = Math.max(right, along);
    top = Math.min(top, across);
    bottom = Math.max(bottom, across);
  }
  const [along, across] = [(left + right) / 2, (top + bottom) / 2];
  const centre = { x: along * cos - across * sin, y: along * sin + across * cos };
  return { centre, width: right - left, height: bottom - top, angle };
}

export function cornersOf({ centre, width, height, angle }: TurnedBox): Quad {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const at = (across: number, down: number): Point => ({
    x: centre.x + across * width * cos - down * height * sin,
    y: centre.y + across * width * sin + down * height * cos,
  });
  return [at(-0.5, -0.5), at(0.5, -0.5), at(0.5, 0.5), at(-0.5, 0.5)];
}

export function areaOf(corners: readonly Point[]): number {
  let twice = 0;
  for (const [n, { x, y }] of corners.entries()) {
    const next = corners[(n + 1) % corners.length];
    twice += x * (next?.y ?? 0) - (next?.x ?? 0) * y;
  }
  return Math.abs(twice) / 2;
}

/** The four corners of a hull that keep most of its area. */
export function quadIn(hull: readonly Point[]): Quad | undefined {
  const points = thinned(hull, 14);
  let best: readonly Point[] = [];
  for (const [a, first] of points.entries())
    for (const [b, second] of points.entries())
      for (const [c, third] of points.entries())
        for (const [d, fourth] of points.entries()) {
          if (!(a < b && b < c && c < d)) continue;
          const four = [first, second, third, fourth];
          if (areaOf(four) > areaOf(best)) best = four;
        }
  const [first, second, third, fourth] = best;
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) return undefined;
  return inReadingOrder([first, second, third, fourth]);
}

/** Drops the corner that costs the least area until few are left. */
function thinned(hull: readonly Point[], countMax: number): readonly Point[] {
  const points = [...hull];
  while (points.length > countMax) {
    let least = 0;
    let leastCost = Infinity;
    for (const [n, point] of points.entries()) {
      const cost = areaOf([points.at(n - 1) ?? point, point, points[(n + 1) % points.length] ?? point]);
      if (cost < leastCost) [least, leastCost] = [n, cost];
    }
    points.splice(least, 1);
  }
  return points;
}

/** Clockwise on screen, from the corner nearest to the top left. */
export function inReadingOrder(corners: Quad): Quad {
  const centre = { x: mean(corners.map(({ x }) => x)), y: mean(corners.map(({ y }) => y)) };
  const round = [...corners].sort(
    (a, b) => Math.atan2(a.y - centre.y, a.x - centre.x) - Math.atan2(b.y - centre.y, b.x - centre.x),
  );
  const sums = round.map(({ x, y }) => x + y);
  const start = sums.indexOf(Math.min(...sums));
  const at = (n: number): Point => round[(start + n) % 4] ?? centre;
  return [at(0), at(1), at(2), at(3)];
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** How large the paper is when seen from straight above, in pixels of the photo. */
export function flatSize([a, b, c, d]: Quad): { readonly width: number; readonly height: number } {
  const across = Math.max(distance(a, b), distance(d, c));
  const down = Math.max(distance(a, d), distance(b, c));
  return { width: Math.max(1, Math.round(across)), height: Math.max(1, Math.round(down)) };
}

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Where a point of a rectangle from (0, 0) to `size` lies within the quadrilateral that it is drawn as (perspective). */
export function intoQuad(
  [a, b, c, d]: Quad,
  size: { readonly width: number; readonly height: number },
): (x: number, y: number) => Point {
  const [dx1, dy1, dx2, dy2] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
  const [sx, sy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const below = dx1 * dy2 - dx2 * dy1 || 1e-9;
  const g = (sx * dy2 - dx2 * sy) / below;
  const h = (dx1 * sy - sx * dy1) / below;
  const [ax, ay] = [b.x - a.x + g * b.x, b.y - a.y + g * b.y];
  const [bx, by] = [d.x - a.x + h * d.x, d.y - a.y + h * d.y];
  return (x, y) => {
    const [u, v] = [x / size.width, y / size.height];
    const w = g * u + h * v + 1;
    return { x: (ax * u + bx * v + a.x) / w, y: (ay * u + by * v + a.y) / w };
  };
}

/** Of the long boxes: short ones may be turned any way. */
export function slopeOf(quads: readonly Quad[]): number | undefined {
  const slopes = quads
    .filter(([a, b, , d]) => Math.hypot(b.x - a.x, b.y - a.y) > 3 * Math.hypot(d.x - a.x, d.y - a.y))
    .map(([a, b]) => (b.y - a.y) / (b.x - a.x))
    .sort((a, b) => a - b);
  return slopes.length < 4 ? undefined : slopes[Math.floor(slopes.length / 2)];
}

/** How lines of text bend on paper that curls: their slope at `at`, and how much it grows with each pixel to the right, halved.
 *  Undefined where they are straight, or bend less than a reader can tell. */
export function bendOf(quads: readonly Quad[]): { readonly slope: number; readonly bend: Bend } | undefined {
  const boxes = quads.flatMap(([a, b, c, d]) => {
    const [across, down] = [Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(d.x - a.x, d.y - a.y)];
    const at = (a.x + b.x + c.x + d.x) / 4;
    return across > 2.5 * down ? [{ at, slope: (b.y - a.y) / (b.x - a.x), weight: across ** 2, down }] : [];
  });
  if (boxes.length < boxesMin) return undefined;
  const all = boxes.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (value: (box: (typeof boxes)[number]) => number): number =>
    boxes.reduce((sum, box) => sum + box.weight * value(box), 0) / all;
  const [at, slope] = [mean((box) => box.at), mean((box) => box.slope)];
  const spread = mean((box) => (box.at - at) ** 2);
  const growth = mean((box) => (box.at - at) * (box.slope - slope)) / Math.max(1, spread);
  const straight = mean((box) => (box.slope - slope) ** 2);
  const bent = mean((box) => (box.slope - slope - growth * (box.at - at)) ** 2);
  const reach = Math.max(...boxes.map((box) => Math.abs(box.at - at)));
  const isSeen = (Math.abs(growth) / 2) * reach ** 2 > 0.4 * mean((box) => box.down) && bent < 0.4 * straight;
  return isSeen ? { slope, bend: { at, by: growth / 2 } } : undefined;
}

const boxesMin = 5;
