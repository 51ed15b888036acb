import { describe, expect, test } from 'vitest';
import { PhotoProblem, type PreparedPhoto, preparePhoto } from '../../src/store/photo.ts';
import { shrunkSize } from '../../src/store/photoShrink.ts';

/** A drawn JPEG, left half red and right half blue. */
async function jpeg(width: number, height: number, right = '#00f'): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  pen.fillStyle = '#f00';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = right;
  pen.fillRect(width / 2, 0, width / 2, height);
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer());
}

/** A quarter each of red, green, blue and black, in reading order. */
async function quarters(width: number, height: number): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  for (const [n, colour] of ['#f00', '#0f0', '#00f', '#000'].entries()) {
    if (pen !== null) pen.fillStyle = colour;
    pen?.fillRect(((n % 2) * width) / 2, (Math.floor(n / 2) * height) / 2, width / 2, height / 2);
  }
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer());
}

const thumbnailOf = ({ thumbnail }: PreparedPhoto): ArrayBuffer => thumbnail ?? new ArrayBuffer(0);

const nameOf = (rgb: readonly number[]): string => {
  const bright = ['red', 'green', 'blue'].filter((_, n) => (rgb[n] ?? 0) > 128);
  return bright.join(' ') || 'black';
};

/** EXIF with an orientation and a GPS latitude reference, written in after the start of the image. */
function withExif(picture: Uint8Array, orientation: number): Blob {
  const tiff = new Uint8Array(26 + 12 + 18);
  const view = new DataView(tiff.buffer);
  view.setUint16(0, 0x4d4d); // big-endian
  view.setUint16(2, 42);
  view.setUint32(4, 8);
  view.setUint16(8, 2); // two entries
  entry(view, 10, 0x0112, 3, 1, orientation << 16);
  entry(view, 22, 0x8825, 4, 1, 38); // GPS directory at 38
  view.setUint32(34, 0);
  view.setUint16(38, 1);
  entry(view, 40, 0x0001, 2, 2, 0x4e000000); // GPSLatitudeRef 'N'
  view.setUint32(52, 0);
  const exif = new TextEncoder().encode('Exif\0\0');
  const size = 2 + exif.length + tiff.length;
  return new Blob([
    picture.slice(0, 2),
    new Uint8Array([0xff, 0xe1, size >> 8, size & 255]),
    exif,
    tiff,
    picture.slice(2),
  ]);
}

function entry(view: DataView, at: number, tag: number, type: number, count: number, value: number): void {
  view.setUint16(at, tag);
  view.setUint16(at + 2, type);
  view.setUint32(at + 4, count);
  view.setUint32(at + 8, value);
}

const has = (bytes: ArrayBuffer, text: string): boolean => new TextDecoder('latin1').decode(bytes).includes(text);

async function pixel(bytes: ArrayBuffer, x: number, y: number): Promise<readonly number[]> {
  const picture = await createImageBitmap(new Blob([bytes]), { imageOrientation: 'none' });
  const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  pen?.drawImage(picture, 0, 0);
  return [...(pen?.getImageData(x, y, 1, 1).data ?? [])];
}

describe('a photo is made ready', () => {
  test('location and camera data are gone, and the picture stands upright', async () => {
    const file = withExif(await jpeg(1_200, 800), 6); // the phone was held on its side
    expect(has(await file.arrayBuffer(), 'Exif')).toBe(true);
    const ready = await preparePhoto(file);
    expect(has(ready.bytes, 'Exif')).toBe(false);
    expect([ready.photo.width, ready.photo.height]).toEqual([800, 1_200]);
    const [red = 0, , blue = 0] = await pixel(ready.bytes, 400, 100); // the left half is on top now
    expect(red).toBeGreaterThan(200);
    expect(blue).toBeLessThan(60);
  });

  // What stands top left and top right once the picture is upright, for each way in which a camera can say how it was held.
  test.each([
    [1, 'red', 'green'],
    [2, 'green', 'red'],
    [3, 'black', 'blue'],
    [4, 'blue', 'black'],
    [5, 'red', 'blue'],
    [6, 'blue', 'red'],
    [7, 'black', 'green'],
    [8, 'green', 'black'],
  ] as const)(
    'with orientation %i it stands upright, in large and in small, and tells no place',
    async (way, left, right) => {
      const ready = await preparePhoto(withExif(await quarters(1_200, 800), way));
      const { width, height } = ready.photo;
      expect([width, height]).toEqual(way < 5 ? [1_200, 800] : [800, 1_200]);
      for (const [bytes, share] of [
        [ready.bytes, 1],
        [thumbnailOf(ready), 240 / 1_200],
      ] as const) {
        expect(has(bytes, 'Exif')).toBe(false);
        const at = async (x: number) => nameOf(await pixel(bytes, x * width * share, 0.25 * height * share));
        expect([await at(0.25), await at(0.75)]).toEqual([left, right]);
      }
    },
  );

  test('what is see-through in a PNG becomes paper, not black', async () => {
    const canvas = new OffscreenCanvas(1_000, 800);
    const pen = canvas.getContext('2d');
    pen?.fillText('TOTAAL', 10, 10);
    const ready = await preparePhoto(await canvas.convertToBlob({ type: 'image/png' }));
    expect(ready.warnings).toEqual([]);
    for (const bytes of [ready.bytes, thumbnailOf(ready)])
      expect((await pixel(bytes, 100, 150)).slice(0, 3)).toEqual([255, 255, 255]);
  });

  test('a photo of 40 megapixels is made ready while the page keeps answering', async () => {
    const file = new Blob([(await jpeg(7_300, 5_500)) as BlobPart]);
    let longestMs = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - last);
      last = performance.now();
    }, 5);
    const started = performance.now();
    const ready = await preparePhoto(file);
    clearInterval(beat);
    // On the page itself decoding takes nearly all of the time in one piece.
    expect(longestMs).toBeLessThan(Math.max(100, (performance.now() - started) / 2));
    expect(ready.photo.width * ready.photo.height).toBeLessThan(4_004_000);
  });

  test('[B1] it is named by the hash of what is kept, and remembers the hash of what was chosen', async () => {
    const file = new Blob([(await jpeg(1_000, 1_000)) as BlobPart]);
    const ready = await preparePhoto(file);
    const hash = async (bytes: ArrayBuffer): Promise<string> =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
        .map((b) => b.toString(16).padStart(2, '0'))
        .join('');
    expect(ready.photo.sha256).toBe(await hash(ready.bytes));
    expect(ready.photo.originalSha256).toBe(await hash(await file.arrayBuffer()));
    expect(ready.photo.size).toBe(ready.bytes.byteLength);
  });

  test('a large photo is made smaller, a till roll keeps its pixels, a small one does not grow', () => {
    const large = shrunkSize(8_000, 6_000);
    expect(large.width * large.height).toBeLessThanOrEqual(4_004_000);
    expect(shrunkSize(900, 6_000)).toEqual({ width: 900, height: 6_000 });
    expect(Math.min(...Object.values(shrunkSize(7_000, 2_800)))).toBeGreaterThanOrEqual(900);
    expect(shrunkSize(300, 200)).toEqual({ width: 300, height: 200 });
  });

  test('a dark or small one is told, not refused', async () => {
    const canvas = new OffscreenCanvas(400, 300);
    canvas.getContext('2d')?.fillRect(0, 0, 400, 300);
    const ready = await preparePhoto(await canvas.convertToBlob({ type: 'image/png' }));
    expect(ready.warnings).toEqual(['dark', 'small']);
    expect(ready.photo.mime).toBe('image/jpeg');
  });

  test('what is no picture gets its own reason', async () => {
    const code = (file: Blob, signal?: AbortSignal) =>
      preparePhoto(file, signal).then(
        () => 'ready',
        (error: unknown) => (error instanceof PhotoProblem ? error.code : String(error)),
      );
    expect(await code(new Blob([]))).toBe('empty');
    expect(await code(new Blob(['no picture at all']))).toBe('unreadable');
    const whole = (await jpeg(1_000, 1_000)) as Uint8Array<ArrayBuffer>;
    for (const share of [0.02, 0.5, 0.9]) // the copy stopped halfway
      expect(await code(new Blob([whole.slice(0, whole.length * share)]))).toBe('unreadable');
    expect(await code(new Blob(['\0\0\0\x18ftypheic\0\0\0\0mif1heic']))).toBe('heic');
    const renamed = new File(['\0\0\0\x18ftypmif1\0\0\0\0mif1heic'], 'bon.jpg', { type: 'image/jpeg' });
    expect(await code(renamed)).toBe('heic');
    const stopped = new AbortController();
    stopped.abort();
    expect(await code(new Blob([(await jpeg(1_000, 1_000)) as BlobPart]), stopped.signal)).toBe('cancelled');
  });
});
