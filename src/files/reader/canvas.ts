// Pictures in and out of the browser's canvas, in a worker.
import type { Rgba } from './picture.ts';

const readAreaMax = 8_000_000; // pixels: print of a receipt needs no more, and a phone has no room for it

/** Upright, as the camera meant it. Throws where the browser can't decode it. */
export async function pictureOf(file: Blob, areaMax = readAreaMax): Promise<Rgba> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const scale = Math.min(1, Math.sqrt(areaMax / (bitmap.width * bitmap.height)));
    return drawn(bitmap, Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  } finally {
    bitmap.close();
  }
}

export function resized(picture: Rgba, width: number, height: number): Rgba {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const pixels = new ImageData(picture.data as Uint8ClampedArray<ArrayBuffer>, picture.width, picture.height);
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return drawn(canvas, width, height);
}

function drawn(from: ImageBitmap | OffscreenCanvas, width: number, height: number): Rgba {
  const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
  const pen = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (pen === null) throw new Error('no 2d canvas');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(from, 0, 0, width, height);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
