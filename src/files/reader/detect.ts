// Where text stands, from the map of chances that PP-OCR's detector draws (differentiable binarisation). Pure.
import { boxAround, hullOf, type TurnedBox } from './geometry.ts';
import { partFrom } from './paper.ts';
import type { Rgba } from './picture.ts';

export interface ChanceMap {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

const pixelChanceMin = 0.3;
const boxChanceMin = 0.5;
const growth = 1.6; // the detector draws text thinner than it is
const sideMin = 3; // pixels of the map

/** The detector wants sides that are multiples of 32, and the red, green and blue planes one after the other. */
export function detectorInput({ width, height, data }: Rgba): Float32Array {
  const mean = [0.485, 0.456, 0.406];
  const spread = [0.229, 0.224, 0.225];
  const size = width * height;
  const planes = new Float32Array(3 * size);
  for (let channel = 0; channel < 3; channel += 1) {
    const [from, by] = [mean[channel] ?? 0, spread[channel] ?? 1];
    for (let n = 0; n < size; n += 1) planes[channel * size + n] = ((data[4 * n + channel] ?? 0) / 255 - from) / by;
  }
  return planes;
}

/** Boxes in pixels of the map. */
export function textBoxes({ width, height, data }: ChanceMap): readonly TurnedBox[] {
  const seen = new Uint8Array(data.length);
  const isIn = (at: number): boolean => (data[at] ?? 0) > pixelChanceMin;
  const boxes: TurnedBox[] = [];
  for (let start = 0; start < data.length; start += 1) {
    if (seen[start] === 1 || !isIn(start)) continue;
    const part = partFrom(start, seen, { width, height, isIn });
    const box = boxAround(hullOf(part.edge));
    if (Math.min(box.width, box.height) + 1 < sideMin || chanceIn({ width, data }, part.edge) < boxChanceMin) continue;
    boxes.push(grown({ ...box, width: box.width + 1, height: box.height + 1 }));
  }
  return boxes;
}

function chanceIn(
  { width, data }: Omit<ChanceMap, 'height'>,
  edge: readonly { readonly x: number; readonly y: number }[],
): number {
  let [sum, count] = [0, 0];
  for (let n = 0; n < edge.length; n += 2) {
    const [left, right] = [edge[n], edge[n + 1]];
    if (left === undefined || right === undefined) continue;
    for (let x = left.x; x <= right.x; x += 1) sum += data[left.y * width + x] ?? 0;
    count += right.x - left.x + 1;
  }
  return count === 0 ? 0 : sum / count;
}

function grown(box: TurnedBox): TurnedBox {
  const more = (2 * growth * box.width * box.height) / (2 * (box.width + box.height));
  return { ...box, width: box.width + more, height: box.height + more };
}
