// The corners of a photo as they are seen while it is turned, and whether a sheet can lie between them. Pure.
import { areaOf, type Point, type Quad } from '../reader/geometry.ts';
import type { PhotoEdit } from './edit.ts';

type Turns = PhotoEdit['quarterTurns'];

/** Where a point of the photo stands on the screen, both as shares of what is seen. */
export function seenAt({ x, y }: Point, turns: Turns): Point {
  if (turns === 1) return { x: 1 - y, y: x };
  if (turns === 2) return { x: 1 - x, y: 1 - y };
  return turns === 3 ? { x: y, y: 1 - x } : { x, y };
}

/** The step over the photo that moves a corner this way on the screen. */
export function stepFor({ x, y }: Point, turns: Turns): Point {
  if (turns === 1) return { x: y, y: -x };
  if (turns === 2) return { x: -x, y: -y };
  return turns === 3 ? { x: -y, y: x } : { x, y };
}

/** Which corner it is on the screen, of those in reading order: each turn takes it one further round. */
export const seenCorner = (index: number, turns: Turns): number => (index + turns) % 4;

const areaMin = 0.005; // of the photo: less is a slip of the finger

/** No sheet: the corners went past each other (the photo would come out folded or as in a mirror), or hardly anything lies
 *  between them. In shares of the photo. */
export function isNoSheet(corners: Quad): boolean {
  const at = (n: number): Point => corners[n % 4] ?? corners[0];
  const turnsRight = corners.every((_, n) => {
    const [a, b, c] = [at(n), at(n + 1), at(n + 2)];
    return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) > 0;
  });
  return !turnsRight || areaOf(corners) < areaMin;
}
