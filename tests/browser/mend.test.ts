import { expect, test } from 'vitest';
import { findEdges, MendingStopped, mendPhoto } from '../../src/files/photo/mend.ts';
import { Reader } from '../../src/files/reader/reader.ts';
import { drawReceipt, hardware } from '../receipts/drawn.ts';

const plain = { corners: undefined, quarterTurns: 0, contrast: false } as const;
const nothing = (): void => {};

/** Grey noise of a size, as a JPEG. */
async function picture(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  for (let n = 0; pen !== null && n < 400; n += 1) {
    pen.fillStyle = `hsl(${(n * 47) % 360} 50% 50%)`;
    pen.fillRect((n * 97) % width, (n * 211) % height, 200, 200);
  }
  return canvas.convertToBlob({ type: 'image/jpeg' });
}

test('the edges of a receipt on a table are proposed where they are', async () => {
  const file = await drawReceipt({ lines: hardware, turnDegrees: 5, shadow: true });
  const { width, height } = await createImageBitmap(file);
  const edges = await findEdges(file);
  const [turn, w, h] = [(5 * Math.PI) / 180, width - 300, height - 300];
  const corner = (x: number, y: number) => ({
    x: 0.5 + (x * w * Math.cos(turn) - y * h * Math.sin(turn)) / 2 / width,
    y: 0.5 + (x * w * Math.sin(turn) + y * h * Math.cos(turn)) / 2 / height,
  });
  const expected = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
  for (const [n, { x, y }] of expected.entries()) {
    expect(Math.hypot((edges?.[n]?.x ?? 9) - x, (edges?.[n]?.y ?? 9) - y)).toBeLessThan(0.03);
  }
});

test('a photo of no paper has no proposal', async () => {
  const canvas = new OffscreenCanvas(800, 600);
  const pen = canvas.getContext('2d');
  if (pen !== null) pen.fillStyle = '#777';
  pen?.fillRect(0, 0, 800, 600);
  expect(await findEdges(await canvas.convertToBlob({ type: 'image/jpeg' }))).toBeUndefined();
});

test('cut, turned back and made dark, a faint receipt that lies on its side can be read', async () => {
  const upright = await drawReceipt({ lines: hardware, ink: 190, shadow: true });
  const lying = await mendPhoto(upright, { ...plain, quarterTurns: 3 }, nothing);
  const file = new Blob([lying.bytes], { type: 'image/jpeg' });
  const edges = await findEdges(file);
  const { width, height } = lying;
  const at = (n: 0 | 1 | 2 | 3) => ({ x: (edges?.[n].x ?? 0) * width, y: (edges?.[n].y ?? 0) * height });
  const shares: number[] = [];
  const made = await mendPhoto(
    file,
    { corners: [at(0), at(1), at(2), at(3)], quarterTurns: 1, contrast: true },
    (share) => shares.push(share),
  );
  expect(made.height > made.width * 0.8 && made.width < 700).toBe(true);
  expect(shares.length).toBeGreaterThan(2);
  const reader = new Reader();
  const read = await reader.read({ engine: 'tesseract', file: new Blob([made.bytes]), today: '2026-11-26' });
  reader.end();
  expect(read.reading.total?.value).toBe(86_40);
});

test('twelve megapixels go through, beside the page; stopping is at once and leaves nothing', async () => {
  const file = await picture(4_000, 3_000);
  const done = await mendPhoto(file, { ...plain, quarterTurns: 1 }, nothing);
  expect([done.width, done.height]).toEqual([3_000, 4_000]);
  expect(done.thumbnail.byteLength).toBeLessThan(done.bytes.byteLength);
  const stop = new AbortController();
  const stopped = mendPhoto(file, { ...plain, contrast: true }, () => stop.abort(), stop.signal);
  await expect(stopped).rejects.toBeInstanceOf(MendingStopped);
});

test('what is no picture is refused with a reason', async () => {
  await expect(mendPhoto(new Blob(['no picture']), plain, nothing)).rejects.toThrow();
});
