// Pictures as arrays of numbers: made smaller, grey, even in light and straight before they are read. Pure.
import { flatSize, intoQuad, type Point, type Quad } from './geometry.ts';

export interface Rgba {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}
/** One byte a pixel: 0 is black. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

export function greyOf({ width, height, data }: Rgba): Grey {
  const grey = new Uint8ClampedArray(width * height);
  for (let n = 0, from = 0; n < grey.length; n += 1, from += 4) {
    grey[n] = 0.299 * (data[from] ?? 0) + 0.587 * (data[from + 1] ?? 0) + 0.114 * (data[from + 2] ?? 0);
  }
  return { width, height, data: grey };
}

/** Each pixel the mean of those that it stands for. Never larger than it was. */
export function shrinkGrey(picture: Grey, sideMax: number): Grey {
  const scale = Math.min(1, sideMax / Math.max(picture.width, picture.height));
  if (scale === 1) return picture;
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const data = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = span(y, height, picture.height);
    for (let x = 0; x < width; x += 1) {
      const [left, right] = span(x, width, picture.width);
      let sum = 0;
      for (let v = top; v < bottom; v += 1)
        for (let u = left; u < right; u += 1) sum += picture.data[v * picture.width + u] ?? 0;
      data[y * width + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return { width, height, data };
}

function span(at: number, of: number, full: number): readonly [number, number] {
  const from = Math.floor((at * full) / of);
  return [from, Math.max(from + 1, Math.floor(((at + 1) * full) / of))];
}

/** Takes shadows and the colour of light away: every pixel beside the brightest paper around it. Faint print gets darker. */
export function flatten(picture: Grey): Grey {
  const paper = paperLight(shrinkGrey(picture, 160));
  const { width, height, data } = picture;
  const flat = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const light = between(paper, (x * paper.width) / width - 0.5, (y * paper.height) / height - 0.5);
      flat[y * width + x] = (255 * (data[y * width + x] ?? 0)) / Math.max(light, 24);
    }
  }
  return stretch({ width, height, data: flat });
}

/** Brightest of the neighbours, smoothed: letters go, paper and its shadows stay. */
function paperLight(small: Grey): Grey {
  const brightest = overWindow(overWindow(small, 4, 'x', Math.max), 4, 'y', Math.max);
  const add = (a: number, b: number): number => a + b;
  return overWindow(overWindow(brightest, 6, 'x', add), 6, 'y', add);
}

function overWindow(picture: Grey, radius: number, way: 'x' | 'y', join: (a: number, b: number) => number): Grey {
  const { width, height, data } = picture;
  const out = new Uint8ClampedArray(width * height);
  const sums = join(1, 1) === 2;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let value = 0;
      for (let step = -radius; step <= radius; step += 1) {
        const u = way === 'x' ? clamp(x + step, width) : x;
        const v = way === 'y' ? clamp(y + step, height) : y;
        value = join(value, data[v * width + u] ?? 0);
      }
      out[y * width + x] = sums ? value / (2 * radius + 1) : value;
    }
  }
  return { width, height, data: out };
}

const clamp = (value: number, end: number): number => Math.max(0, Math.min(end - 1, value));

/** The darkest hundredth becomes black and the paper white. */
export function stretch(picture: Grey): Grey {
  const counts = new Uint32Array(256);
  for (const value of picture.data) counts[value] = (counts[value] ?? 0) + 1;
  const dark = Math.min(shareBelow(counts, picture.data.length * 0.01), 170);
  const light = Math.max(dark + 40, Math.min(235, shareBelow(counts, picture.data.length * 0.7)));
  const data = new Uint8ClampedArray(picture.data.length);
  for (const [n, value] of picture.data.entries()) data[n] = (255 * (value - dark)) / (light - dark);
  return { width: picture.width, height: picture.height, data };
}

function shareBelow(counts: Uint32Array, wanted: number): number {
  let sum = 0;
  for (const [value, count] of counts.entries()) {
    sum += count;
    if (sum >= wanted) return value;
  }
  return 255;
}

/** The grey value between four pixels. Outside the picture its edge goes on. */
export function between({ width, height, data }: Grey, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [x - left, y - top];
  const at = (column: number, row: number): number => data[clamp(row, height) * width + clamp(column, width)] ?? 0;
  const above = at(left, top) * (1 - u) + at(left + 1, top) * u;
  const below = at(left, top + 1) * (1 - u) + at(left + 1, top + 1) * u;
  return above * (1 - v) + below * v;
}

/** A part of the picture as seen from straight above, with where each of its pixels came from. */
export interface Straightened {
  readonly picture: Grey;
  readonly source: (x: number, y: number) => Point;
}

export function straighten(picture: Grey, quad: Quad, size = flatSize(quad)): Straightened {
  const source = intoQuad(quad, size);
  const { width, height } = size;
  const data = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = source(x, y);
      data[y * width + x] = between(picture, from.x, from.y);
    }
  }
  return { picture: { width, height, data }, source };
}

/** How far lines of text are turned, in radians, clockwise positive: the turn at which rows of ink are the sharpest. */
export function skewOf(picture: Grey): number {
  const small = shrinkGrey(picture, 700);
  const ink: Point[] = [];
  for (let y = 0; y < small.height; y += 1)
    for (let x = 0; x < small.width; x += 1) if ((small.data[y * small.width + x] ?? 255) < 128) ink.push({ x, y });
  if (ink.length < 50) return 0;
  const degree = Math.PI / 180;
  const rough = sharpest(ink, small, 0, 10 * degree, 0.5 * degree);
  return sharpest(ink, small, rough, 0.5 * degree, 0.1 * degree);
}

function sharpest(ink: readonly Point[], { width, height }: Grey, around: number, reach: number, step: number): number {
  let best = around;
  let most = -1;
  for (let angle = around - reach; angle <= around + reach + 1e-9; angle += step) {
    const slope = Math.tan(angle);
    const rows = new Uint32Array(height + 2 * width + 1);
    for (const { x, y } of ink) {
      const row = Math.round(y - x * slope) + width;
      rows[row] = (rows[row] ?? 0) + 1;
    }
    let sharpness = 0;
    for (let n = 1; n < rows.length; n += 1) sharpness += ((rows[n] ?? 0) - (rows[n - 1] ?? 0)) ** 2;
    if (sharpness > most) [best, most] = [angle, sharpness];
  }
  return best;
}

/** Black or white by the mean and spread around each pixel (Sauvola), for print that fades within one picture. */
export function blackAndWhite(picture: Grey, radius = 18, k = 0.22): Grey {
  const { width, height, data } = picture;
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  const squares = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let [row, rowSquare] = [0, 0];
    for (let x = 0; x < width; x += 1) {
      const value = data[y * width + x] ?? 0;
      row += value;
      rowSquare += value * value;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
      squares[(y + 1) * stride + x + 1] = (squares[y * stride + x + 1] ?? 0) + rowSquare;
    }
  }
  const out = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - radius), Math.min(height, y + radius + 1)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - radius), Math.min(width, x + radius + 1)];
      const count = (bottom - top) * (right - left);
      const corners = [bottom * stride + right, top * stride + left, top * stride + right, bottom * stride + left];
      const mean = within(sums, corners) / count;
      const spread = Math.sqrt(Math.max(0, within(squares, corners) / count - mean * mean));
      out[y * width + x] = (data[y * width + x] ?? 0) > mean * (1 + k * (spread / 128 - 1)) ? 255 : 0;
    }
  }
  return { width, height, data: out };
}

function within(table: Float64Array, corners: readonly number[]): number {
  const [a = 0, b = 0, c = 0, d = 0] = corners;
  return (table[a] ?? 0) + (table[b] ?? 0) - (table[c] ?? 0) - (table[d] ?? 0);
}

/** To the right. */
export function turned(picture: Rgba, quarterTurns: number): Rgba {
  let now = picture;
  for (let n = 0; n < quarterTurns; n += 1) now = turnedRight(now);
  return now;
}

function turnedRight({ width, height, data }: Rgba): Rgba {
  const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const to = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) to[x * height + (height - 1 - y)] = from[y * width + x] ?? 0;
  return { width: height, height: width, data: new Uint8ClampedArray(to.buffer) };
}
