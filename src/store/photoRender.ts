/** Draws a picture anew: upright, small enough to travel, and without what the camera wrote into it (place, time, maker).
 *  Runs in a worker where there is one, else on the page. */

export type PhotoProblemCode =
  | 'empty'
  | 'unreadable' // the file cannot be read: it is only in the cloud, or the card is gone
  | 'too_large'
  | 'heic' // a picture of an iPhone that this browser cannot show
  | 'not_a_picture'
  | 'cannot_draw' // too little memory, mostly
  | 'cancelled';

export interface RenderedPhoto {
  readonly bytes: ArrayBuffer; // JPEG
  readonly thumbnail: ArrayBuffer; // JPEG
  readonly width: number;
  readonly height: number;
}
export type Rendered = RenderedPhoto | { readonly problem: PhotoProblemCode };

const pixelsMax = 4_000_000; // D14: a receipt stays readable, also to a machine
const shortSideMin = 900; // px
const rollAspect = 3; // longer than this is a till roll: shrinking would make it unreadable
const rollPixelsMax = 16_000_000; // what a canvas of an iPhone holds
const thumbnailSide = 240; // px, long side
const bytesMax = 12 * 1024 * 1024; // limits.blobBytesMax; the server takes no more
const qualities = [0.85, 0.7, 0.5] as const; // the next one only when the file is still too large

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size in which a picture travels. Never larger than it is. */
export function targetSize({ width, height }: Size): Size {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const isRoll = long > rollAspect * short;
  const fit = Math.sqrt((isRoll ? rollPixelsMax : pixelsMax) / (width * height));
  const scale = Math.min(1, isRoll ? fit : Math.max(fit, shortSideMin / short));
  return scaled({ width, height }, scale);
}

export function thumbnailSize(size: Size): Size {
  return scaled(size, Math.min(1, thumbnailSide / Math.max(size.width, size.height)));
}

const scaled = ({ width, height }: Size, scale: number): Size => ({
  width: Math.max(1, Math.round(width * scale)),
  height: Math.max(1, Math.round(height * scale)),
});

export async function renderPhoto(file: Blob): Promise<Rendered> {
  let image: ImageBitmap;
  try {
    image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return { problem: (await isHeic(file)) ? 'heic' : 'not_a_picture' };
  }
  try {
    const size = targetSize(image);
    const bytes = await jpegWithin(image, size);
    if (bytes === undefined) return { problem: 'too_large' };
    return { bytes, thumbnail: await jpeg(image, thumbnailSize(size), 0.7), ...size };
  } catch {
    return { problem: 'cannot_draw' };
  } finally {
    image.close();
  }
}

async function jpegWithin(image: ImageBitmap, size: Size): Promise<ArrayBuffer | undefined> {
  for (const quality of qualities) {
    const bytes = await jpeg(image, size, quality);
    if (bytes.byteLength <= bytesMax) return bytes;
  }
  return undefined;
}

async function jpeg(image: ImageBitmap, { width, height }: Size, quality: number): Promise<ArrayBuffer> {
  const type = 'image/jpeg';
  if (typeof OffscreenCanvas === 'function') {
    const canvas = new OffscreenCanvas(width, height);
    draw(canvas.getContext('2d'), image, { width, height });
    return (await canvas.convertToBlob({ type, quality })).arrayBuffer();
  }
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  draw(canvas.getContext('2d'), image, { width, height });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  canvas.width = 0; // Safari gives the memory back only now
  if (blob === null) throw new Error('the canvas gives no picture');
  return blob.arrayBuffer();
}

function draw(
  context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D | null,
  image: ImageBitmap,
  { width, height }: Size,
): void {
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#fff'; // what is transparent would become black
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
}

const heicBrands: ReadonlySet<string> = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

/** ISO base media file: 'ftyp' and then the brand. */
async function isHeic(file: Blob): Promise<boolean> {
  const head = new TextDecoder('latin1').decode(await file.slice(4, 12).arrayBuffer());
  return head.startsWith('ftyp') && heicBrands.has(head.slice(4));
}
