/** Photos as a camera makes them: drawn, with the place where they were taken in their EXIF. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** A sheet of paper with these lines, written to `file` as JPEG. Drawn by a page that nobody looks at. */
export async function drawPaper(page: Page, file: string, lines: readonly string[]): Promise<string> {
  const base64 = await page.evaluate(async (texts) => {
    const canvas = new OffscreenCanvas(1200, 1600);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    // Grain, so that the picture is as heavy as a real one: no phone photographs pure white.
    const paper = pen.getImageData(0, 0, canvas.width, canvas.height);
    let grain = 1;
    for (let at = 0; at < paper.data.length; at += 4) {
      grain = (grain * 16_807) % 2_147_483_647;
      paper.data.fill(225 + (grain % 28), at, at + 3);
      paper.data[at + 3] = 255;
    }
    pen.putImageData(paper, 0, 0);
    pen.fillStyle = '#222';
    pen.font = '64px monospace';
    for (const [at, text] of texts.entries()) pen.fillText(text, 90, 160 + at * 100);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    const reader = new FileReader();
    await new Promise((resolve) => {
      reader.onload = resolve;
      reader.readAsDataURL(blob);
    });
    return String(reader.result).split(',')[1] ?? '';
  }, lines);
  writeFileSync(file, withPlace(Buffer.from(base64, 'base64')));
  return file;
}

/** Puts an Exif segment with a GPS directory behind the start of the image: 52° 13' North, where the photo was taken. */
function withPlace(jpeg: Buffer): Buffer {
  const tiff = Buffer.alloc(92);
  tiff.write('MM', 0, 'latin1'); // big-endian
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4); // the first directory
  tiff.writeUInt16BE(1, 8);
  entry(tiff, 10, { tag: 0x8825, type: 4, count: 1, value: 26 }); // where the GPS directory is
  tiff.writeUInt16BE(2, 26);
  entry(tiff, 28, { tag: 1, type: 2, count: 2, value: 0x4e000000 }); // latitude is 'N'
  entry(tiff, 40, { tag: 2, type: 5, count: 3, value: 60 }); // degrees, minutes, seconds
  for (const [at, part] of [52, 13, 0].entries()) {
    tiff.writeUInt32BE(part, 60 + at * 8);
    tiff.writeUInt32BE(1, 64 + at * 8);
  }
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly value: number;
}

function entry(tiff: Buffer, at: number, { tag, type, count, value }: Entry): void {
  tiff.writeUInt16BE(tag, at);
  tiff.writeUInt16BE(type, at + 2);
  tiff.writeUInt32BE(count, at + 4);
  tiff.writeUInt32BE(value, at + 8);
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const holdsExif = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes('Exif');
