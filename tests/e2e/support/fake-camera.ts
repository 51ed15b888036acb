/** Turns the codes that one phone shows into what the camera of another one sees: a film of real pixels, tilted, further
 *  away, unevenly lit and noisy, which Chromium plays as its camera. */
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

const size = { width: 640, height: 480 };
const perSecond = 12;

/** Films `count` different codes from the screen of `page`. */
export async function filmCodes(page: Page, file: string, count: number): Promise<void> {
  await page.locator('canvas.bk-codes').waitFor();
  const pictures = await page.evaluate(
    async ({ width, height, count: wanted }) => {
      const screen = document.querySelector<HTMLCanvasElement>('canvas.bk-codes');
      const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      if (screen === null || pen === null) throw new Error('no codes on the screen');
      const found: string[] = [];
      let before = '';
      while (found.length < wanted) {
        const now = screen.toDataURL();
        if (now !== before) found.push(shoot(screen, pen, found.length));
        before = now;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return found;

      function shoot(codes: HTMLCanvasElement, to: OffscreenCanvasRenderingContext2D, n: number): string {
        const side = height * 0.86;
        to.setTransform(1, 0, 0, 1, 0, 0);
        to.fillStyle = '#666';
        to.fillRect(0, 0, width, height);
        to.setTransform(1, 0.06, -0.04, 0.97, width / 2 + Math.sin(n) * 8, height / 2);
        to.rotate(0.1 + Math.sin(n / 5) * 0.06); // a hand is never still
        to.imageSmoothingQuality = 'high';
        to.filter = 'blur(0.6px)';
        to.drawImage(codes, -side / 2, -side / 2, side, side);
        to.filter = 'none';
        const { data } = to.getImageData(0, 0, width, height);
        const luma = new Uint8Array(width * height);
        for (let at = 0; at < luma.length; at += 1) {
          const noise = (Math.random() + Math.random() - 1) * 24;
          const light = 1 - (0.25 * (at % width)) / width;
          luma[at] = Math.max(16, Math.min(235, (data[at * 4] ?? 0) * 0.8 * light + 24 + noise));
        }
        let text = '';
        for (let at = 0; at < luma.length; at += 8_192) text += String.fromCharCode(...luma.subarray(at, at + 8_192));
        return btoa(text);
      }
    },
    { ...size, count },
  );
  writeFileSync(file, y4m(pictures.map((picture) => Buffer.from(picture, 'base64'))));
}

/** Grey pictures as an uncompressed film. */
function y4m(pictures: readonly Buffer[]): Buffer {
  const { width, height } = size;
  const grey = Buffer.alloc((width * height) / 2, 128);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F${perSecond}:1 Ip A1:1 C420mpeg2\n`);
  return Buffer.concat([head, ...pictures.flatMap((picture) => [Buffer.from('FRAME\n'), picture, grey])]);
}
