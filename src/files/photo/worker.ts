// Finds the paper on a photo and mends photos, beside the page: a slow phone keeps answering taps.
import { pictureOf } from '../reader/canvas.ts';
import type { Quad } from '../reader/geometry.ts';
import { findPaper } from '../reader/paper.ts';
import { greyOf, type Rgba } from '../reader/picture.ts';
import { mended, type PhotoEdit } from './edit.ts';

export type PhotoJob =
  | { readonly kind: 'edges'; readonly file: Blob }
  | { readonly kind: 'mend'; readonly file: Blob; readonly edit: PhotoEdit };

export interface MendedPhoto {
  readonly bytes: ArrayBuffer; // JPEG
  readonly thumbnail: ArrayBuffer; // JPEG, 240 px on its long side
  readonly width: number;
  readonly height: number;
}

export type PhotoAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'edges'; readonly corners: Quad | undefined; readonly width: number; readonly height: number }
  | { readonly kind: 'mended'; readonly photo: MendedPhoto }
  | { readonly kind: 'failed'; readonly reason: string };

const edgesAreaMax = 500_000; // pixels: corners are found on a small picture
const wholeAreaMax = 16_000_000; // what the largest photo that is kept has
const thumbnailSide = 240;
const quality = 0.85;

self.addEventListener('message', ({ data }: MessageEvent<PhotoJob>) => {
  const say = (answer: PhotoAnswer): void => self.postMessage(answer);
  const work = data.kind === 'edges' ? edges(data.file) : mend(data.file, data.edit, say);
  work.then(say, (error: unknown) => say({ kind: 'failed', reason: String(error) }));
});

/** Corners as shares of the picture, so that they fit it at any size. */
async function edges(file: Blob): Promise<PhotoAnswer> {
  const small = await pictureOf(file, edgesAreaMax);
  const { width, height } = small;
  return { kind: 'edges', corners: findPaper(greyOf(small)), width, height };
}

async function mend(file: Blob, edit: PhotoEdit, say: (answer: PhotoAnswer) => void): Promise<PhotoAnswer> {
  const picture = mended(await pictureOf(file, wholeAreaMax), edit, (share) => say({ kind: 'progress', share }));
  const canvas = canvasOf(picture);
  const bytes = await jpeg(canvas);
  const thumbnail = await jpeg(smaller(canvas));
  return { kind: 'mended', photo: { bytes, thumbnail, width: picture.width, height: picture.height } };
}

function canvasOf({ width, height, data }: Rgba): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const pixels = new ImageData(data as Uint8ClampedArray<ArrayBuffer>, width, height);
  canvas.getContext('2d', { alpha: false })?.putImageData(pixels, 0, 0);
  return canvas;
}

function smaller(full: OffscreenCanvas): OffscreenCanvas {
  const ratio = Math.min(1, thumbnailSide / Math.max(full.width, full.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(full.width * ratio)),
    Math.max(1, Math.round(full.height * ratio)),
  );
  const pen = canvas.getContext('2d', { alpha: false });
  if (pen !== null) pen.imageSmoothingQuality = 'high';
  pen?.drawImage(full, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const jpeg = async (canvas: OffscreenCanvas): Promise<ArrayBuffer> =>
  (await canvas.convertToBlob({ type: 'image/jpeg', quality })).arrayBuffer();
