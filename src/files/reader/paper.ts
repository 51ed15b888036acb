// Where the paper lies on a photo: a proposal for cropping, and what the reader looks at. Pure.
import { areaOf, hullOf, type Point, type Quad, quadIn } from './geometry.ts';
import { type Grey, shrinkGrey } from './picture.ts';

const side = 240; // pixels: enough for corners, little enough for a slow phone
const shareMin = 0.12; // of the photo: smaller is a label, not a receipt
const shareMax = 0.93; // larger: the photo is the paper already

/** Corners of the paper in pixels of the picture; undefined where no clear sheet lies on something darker. */
export function findPaper(picture: Grey): Quad | undefined {
  const small = shrinkGrey(picture, side);
  const threshold = otsu(small);
  // A shadow across the paper parts it in two; a lower threshold then takes the whole sheet, until it takes the table too.
  const sheets = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5]
    .map((share) => sheetAbove(small, threshold * share))
    .filter((sheet) => sheet !== undefined);
  const largest = sheets.sort((a, b) => areaOf(b) - areaOf(a))[0];
  if (largest === undefined) return undefined;
  const scale = picture.width / small.width;
  const up = ({ x, y }: Point): Point => ({ x: (x + 0.5) * scale, y: (y + 0.5) * scale });
  return [up(largest[0]), up(largest[1]), up(largest[2]), up(largest[3])];
}

function sheetAbove(small: Grey, threshold: number): Quad | undefined {
  const bright = largestPart(small, threshold);
  if (bright === undefined) return undefined;
  const hull = hullOf(bright.edge);
  const quad = quadIn(hull);
  if (quad === undefined) return undefined;
  const whole = small.width * small.height;
  const area = areaOf(quad);
  const isSheet = area > 0.85 * areaOf(hull) && bright.count > 0.6 * areaOf(hull);
  return isSheet && area > shareMin * whole && area < shareMax * whole ? quad : undefined;
}

/** The grey value that parts dark from light with the least spread in each (Otsu 1979). */
function otsu({ data }: Grey): number {
  const counts = new Float64Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  let all = 0;
  for (const [value, count] of counts.entries()) all += value * count;
  let [dark, darkSum, best, most] = [0, 0, 128, -1];
  for (const [value, count] of counts.entries()) {
    dark += count;
    darkSum += value * count;
    const light = data.length - dark;
    if (dark === 0 || light === 0) continue;
    const gap = dark * light * (darkSum / dark - (all - darkSum) / light) ** 2;
    if (gap > most) [best, most] = [value, gap];
  }
  return best;
}

interface Part {
  readonly count: number;
  readonly edge: readonly Point[]; // first and last pixel of every row
}

/** The largest bright part. Print on the paper makes holes in it, which its hull closes. */
function largestPart(picture: Grey, threshold: number): Part | undefined {
  const { width, height, data } = picture;
  const seen = new Uint8Array(width * height);
  let largest: Part | undefined;
  for (let start = 0; start < data.length; start += 1) {
    if (seen[start] === 1 || (data[start] ?? 0) <= threshold) continue;
    const part = partFrom(start, seen, { width, height, isIn: (at) => (data[at] ?? 0) > threshold });
    if (part.count > (largest?.count ?? 0)) largest = part;
  }
  return largest;
}

export interface Field {
  readonly width: number;
  readonly height: number;
  readonly isIn: (at: number) => boolean;
}

/** All that hangs together with one pixel, corners too. */
export function partFrom(start: number, seen: Uint8Array, { width, height, isIn }: Field): Part {
  const rows = new Map<number, { left: number; right: number }>();
  const waiting = [start];
  seen[start] = 1;
  let count = 0;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    count += 1;
    const row = rows.get(y);
    if (row === undefined) rows.set(y, { left: x, right: x });
    else [row.left, row.right] = [Math.min(row.left, x), Math.max(row.right, x)];
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v += 1)
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u += 1) {
        const next = v * width + u;
        if (seen[next] === 1 || !isIn(next)) continue;
        seen[next] = 1;
        waiting.push(next);
      }
  }
  const edge = [...rows].flatMap(([y, { left, right }]) => [
    { x: left, y },
    { x: right, y },
  ]);
  return { count, edge };
}
