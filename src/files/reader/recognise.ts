// One strip of text for PP-OCR's recogniser, and the letters that its answer stands for. Pure.
import { intoQuad, type Quad } from './geometry.ts';
import type { Rgba } from './picture.ts';

export const stripHeight = 48; // what the recogniser was made for
const stripWidthMax = 1600;

export interface Strip {
  readonly width: number;
  readonly data: Float32Array; // three planes of `stripHeight` rows, -1 to 1
}

/** Cuts a box that may be turned out of the picture, as if it had been straight. */
export function stripOf(picture: Rgba, quad: Quad): Strip {
  const [a, b, , d] = quad;
  const [across, down] = [Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(d.x - a.x, d.y - a.y)];
  const width = Math.max(16, Math.min(stripWidthMax, Math.ceil((stripHeight * across) / Math.max(1, down))));
  const source = intoQuad(quad, { width, height: stripHeight });
  const size = width * stripHeight;
  const data = new Float32Array(3 * size);
  for (let y = 0; y < stripHeight; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = source(x + 0.5, y + 0.5);
      for (let channel = 0; channel < 3; channel += 1) {
        data[channel * size + y * width + x] = colourAt(picture, from.x - 0.5, from.y - 0.5, channel) / 127.5 - 1;
      }
    }
  }
  return { width, data };
}

function colourAt({ width, height, data }: Rgba, x: number, y: number, channel: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [x - left, y - top];
  const column = (at: number): number => Math.max(0, Math.min(width - 1, at));
  const row = (at: number): number => Math.max(0, Math.min(height - 1, at)) * width;
  const at = (c: number, r: number): number => data[4 * (r + c) + channel] ?? 0;
  const [l, r, t, b] = [column(left), column(left + 1), row(top), row(top + 1)];
  return (at(l, t) * (1 - u) + at(r, t) * u) * (1 - v) + (at(l, b) * (1 - u) + at(r, b) * u) * v;
}

export interface Spelled {
  readonly text: string;
  readonly confidence: number;
}

/** The most likely letter of every step, doubles and blanks left out (connectionist temporal classification). */
export function spell(chances: Float32Array, stepCount: number, letters: readonly string[]): Spelled {
  const classCount = chances.length / stepCount;
  let [text, sum, count, before] = ['', 0, 0, 0];
  for (let step = 0; step < stepCount; step += 1) {
    let [best, most] = [0, -1];
    for (let n = 0; n < classCount; n += 1) {
      const chance = chances[step * classCount + n] ?? 0;
      if (chance > most) [best, most] = [n, chance];
    }
    if (best !== 0 && best !== before) {
      text += letters[best - 1] ?? ' ';
      sum += most;
      count += 1;
    }
    before = best;
  }
  return { text: narrow(text), confidence: count === 0 ? 0 : sum / count };
}

/** The recogniser learned Chinese too, and gives the wide form of a comma, point or colon now and then. */
const narrow = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/。/g, '.')
    .replace(/、/g, ',');
