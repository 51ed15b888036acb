// A photo mended by hand: cut to the paper and seen from straight above, turned, and with faint print made dark. Pure.
import { flatSize, intoQuad, type Quad } from '../reader/geometry.ts';
import { flatten, greyOf, type Rgba, turned } from '../reader/picture.ts';

export interface PhotoEdit {
  /** Of the paper, in pixels of the upright photo; undefined keeps the whole photo. */
  readonly corners: Quad | undefined;
  /** To the right. */
  readonly quarterTurns: 0 | 1 | 2 | 3;
  /** For thermal paper that fades: even light, black on white. Colours go. */
  readonly contrast: boolean;
}

export type Progress = (share: number) => void;

export function mended(picture: Rgba, { corners, quarterTurns, contrast }: PhotoEdit, progress: Progress): Rgba {
  const cut = corners === undefined ? picture : flat(picture, corners, (share) => progress(share * 0.7));
  const dark = contrast ? darker(cut) : cut;
  progress(0.85);
  return turned(dark, quarterTurns);
}

function flat(picture: Rgba, corners: Quad, progress: Progress): Rgba {
  const { width, height } = flatSize(corners);
  const source = intoQuad(corners, { width, height });
  const data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y += 1) {
    if (y % 100 === 0) progress(y / height);
    for (let x = 0; x < width; x += 1) {
      const from = source(x + 0.5, y + 0.5);
      mix(picture, from.x - 0.5, from.y - 0.5, data, 4 * (y * width + x));
    }
  }
  return { width, height, data };
}

/** The colour between four pixels. */
function mix({ width, height, data }: Rgba, x: number, y: number, into: Uint8ClampedArray, at: number): void {
  const left = Math.max(0, Math.min(width - 1, Math.floor(x)));
  const top = Math.max(0, Math.min(height - 1, Math.floor(y)));
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const u = Math.max(0, Math.min(1, x - left));
  const v = Math.max(0, Math.min(1, y - top));
  const [a, b] = [4 * (top * width + left), 4 * (top * width + right)];
  const [c, d] = [4 * (bottom * width + left), 4 * (bottom * width + right)];
  for (let channel = 0; channel < 3; channel += 1) {
    const above = (data[a + channel] ?? 0) * (1 - u) + (data[b + channel] ?? 0) * u;
    const below = (data[c + channel] ?? 0) * (1 - u) + (data[d + channel] ?? 0) * u;
    into[at + channel] = above * (1 - v) + below * v;
  }
  into[at + 3] = 255;
}

function darker(picture: Rgba): Rgba {
  const { width, height, data: grey } = flatten(greyOf(picture));
  const data = new Uint8ClampedArray(4 * width * height);
  for (const [n, value] of grey.entries()) data.set([value, value, value, 255], 4 * n);
  return { width, height, data };
}
