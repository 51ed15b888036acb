/** One code on the screen of the phone that gives. */
import { encode } from 'uqr';

export const codesPerSecond = { slow: 3, normal: 6, fast: 10 } as const;

const quietZone = 4; // modules of white around it, as the standard asks
const modulePx = 8;

/** Whole pixels for each module: a camera reads sharp edges best. */
export function drawCode(canvas: HTMLCanvasElement, text: string): void {
  const { data, size } = encode(text, { ecc: 'L', border: quietZone, boostEcc: false });
  const side = size * modulePx;
  if (canvas.width !== side) Object.assign(canvas, { width: side, height: side });
  const pen = canvas.getContext('2d', { alpha: false });
  if (pen === null) return;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, side, side);
  pen.fillStyle = '#000';
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(x * modulePx, y * modulePx, modulePx, modulePx);
    });
  });
}
