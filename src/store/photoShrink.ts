/** Decodes a picture and draws it again: smaller, upright and without anything but pixels (no place, no camera, no time).
 *  Runs in a worker where there is one, else on the page (D14, UX rule 15). */
import { lookOf } from './photoLook.ts';

export interface Shrunk {
  readonly bytes: ArrayBuffer; // JPEG
  readonly thumbnail: ArrayBuffer; // JPEG, 240 px on its long side
  readonly width: number;
  readonly height: number;
  readonly brightness: number; // mean of the thumbnail's grey values, 0 to 255
  readonly look: string; // Photo.look
}

const areaMax = 4_000_000; // pixels (D14)
const shortSideMin = 900; // below this small print can't be read
const rollRatio = 3; // longer than this is a till roll: it keeps its pixels
const rollAreaMax = 16_000_000; // the largest canvas that every phone of ours can draw
const sideMax = 30_000; // pixels: what a command takes (domain/commands/fields.ts)
const thumbnailSide = 240;
const quality = 0.82;

/** Size after shrinking. Never larger than the picture is. */
export function shrunkSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const short = Math.min(width, height);
  const isRoll = Math.max(width, height) / short > rollRatio;
  const toArea = Math.sqrt((isRoll ? rollAreaMax : areaMax) / (width * height));
  const toSide = sideMax / Math.max(width, height);
  const scale = Math.min(1, toSide, isRoll ? toArea : Math.max(toArea, shortSideMin / short));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Throws what `createImageBitmap` throws when the picture can't be decoded. */
export async function shrink(file: Blob): Promise<Shrunk> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const size = shrunkSize(picture.width, picture.height);
    const full = draw(picture, size.width, size.height);
    const small = drawSmall(picture);
    const { brightness, pixels } = small;
    // Squeezed in two steps: at once, most browsers skip most of the pixels.
    const look = lookOf(pixels(), small.width, small.height);
    return { ...size, bytes: await full.jpeg(), thumbnail: await small.jpeg(), brightness: brightness(), look };
  } finally {
    picture.close();
  }
}

/** A small picture of one that is ready. Throws as `shrink`. */
export async function thumbnailOf(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const picture = await createImageBitmap(new Blob([bytes]), { imageOrientation: 'from-image' });
  try {
    return await drawSmall(picture).jpeg();
  } finally {
    picture.close();
  }
}

function drawSmall(picture: ImageBitmap): Drawing {
  const { width, height } = picture;
  const ratio = Math.min(1, thumbnailSide / Math.max(width, height));
  return draw(picture, Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio)));
}

interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly pixels: () => Uint8ClampedArray;
  readonly jpeg: () => Promise<ArrayBuffer>;
  readonly brightness: () => number;
}

function draw(picture: ImageBitmap, width: number, height: number): Drawing {
  const canvas =
    typeof OffscreenCanvas === 'undefined' ? pageCanvas(width, height) : new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { alpha: false }) as
    | CanvasRenderingContext2D
    | OffscreenCanvasRenderingContext2D
    | null;
  if (pen === null) throw new Error('no 2d canvas');
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = '#fff'; // a PNG with holes gets paper behind it
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height);
  const pixels = (): Uint8ClampedArray => pen.getImageData(0, 0, width, height).data;
  return {
    ...{ width, height, pixels },
    jpeg: async () => (await toBlob(canvas)).arrayBuffer(),
    brightness: () => meanGrey(pixels()),
  };
}

function pageCanvas(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

function toBlob(canvas: HTMLCanvasElement | OffscreenCanvas): Promise<Blob> {
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/jpeg', quality);
  });
}

function meanGrey(pixels: Uint8ClampedArray): number {
  let sum = 0;
  for (let n = 0; n < pixels.length; n += 4) {
    sum += 0.299 * (pixels[n] ?? 0) + 0.587 * (pixels[n + 1] ?? 0) + 0.114 * (pixels[n + 2] ?? 0);
  }
  return pixels.length === 0 ? 0 : (sum * 4) / pixels.length;
}
