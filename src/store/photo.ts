/** Makes a photo ready to be kept and sent: small, upright, without location data, and named by its hash (D14, B1). */
import type { Photo } from '../domain/rows.ts';
import type { NewPhoto } from '../sync/outbox.ts';
import { type Shrunk, shrink } from './photoShrink.ts';

export type PhotoCode = 'empty' | 'too_large' | 'heic' | 'unreadable' | 'no_room' | 'cancelled';

/** Why a picture can't be used; the screens have a sentence for every code. */
export class PhotoProblem extends Error {
  readonly code: PhotoCode;
  constructor(code: PhotoCode) {
    super(code);
    this.code = code;
  }
}

/** `warnings` never stop anybody: a dark photo of a receipt is better than none. */
export interface PreparedPhoto extends NewPhoto {
  readonly photo: Photo;
  readonly warnings: readonly ('dark' | 'small')[];
}

const fileBytesMax = 60 * 1024 * 1024; // a 48-megapixel photo is about 25 MB
const darkBelow = 60; // mean grey value, 0 to 255
const smallBelow = 600; // pixels on the short side: a receipt is hard to read below it

/** Throws `PhotoProblem`. Nothing of the file but its pixels is in the result. */
export async function preparePhoto(file: Blob, signal?: AbortSignal): Promise<PreparedPhoto> {
  if (file.size === 0) throw new PhotoProblem('empty');
  if (file.size > fileBytesMax) throw new PhotoProblem('too_large');
  const original = await file.arrayBuffer();
  stopWhenCancelled(signal);
  const shrunk = await shrinkBeside(new Blob([original]), signal).catch((error: unknown) => {
    stopWhenCancelled(signal);
    if (error instanceof PhotoProblem) throw error;
    throw new PhotoProblem(isHeic(original) ? 'heic' : 'unreadable');
  });
  const { bytes, thumbnail, width, height, look } = shrunk;
  const [sha256, originalSha256] = await Promise.all([hashOf(bytes), hashOf(original)]);
  stopWhenCancelled(signal);
  return {
    photo: { sha256, originalSha256, size: bytes.byteLength, mime: 'image/jpeg', width, height, look },
    bytes,
    thumbnail,
    warnings: warningsOf(shrunk),
  };
}

function warningsOf({ brightness, width, height }: Shrunk): PreparedPhoto['warnings'] {
  const dark = brightness < darkBelow ? (['dark'] as const) : [];
  const small = Math.min(width, height) < smallBelow ? (['small'] as const) : [];
  return [...dark, ...small];
}

function stopWhenCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new PhotoProblem('cancelled');
}

/** In a worker where it can draw; else here, which a slow phone feels. Cancelling ends the worker at once. */
function shrinkBeside(file: Blob, signal: AbortSignal | undefined): Promise<Shrunk> {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return shrink(file);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./photoWorker.ts', import.meta.url), { type: 'module' });
    const end = (): void => {
      worker.terminate();
      signal?.removeEventListener('abort', cancel);
    };
    const cancel = (): void => {
      end();
      reject(new PhotoProblem('cancelled'));
    };
    signal?.addEventListener('abort', cancel);
    worker.addEventListener('message', (event: MessageEvent<Shrunk | { readonly failed: string }>) => {
      end();
      if ('failed' in event.data) reject(new Error(event.data.failed));
      else resolve(event.data);
    });
    worker.addEventListener('error', () => {
      end();
      shrink(file).then(resolve, reject); // the worker itself could not start
    });
    worker.postMessage(file);
  });
}

export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** ISO base media file whose brand is one of the HEIF family, which no Chromium decodes. */
function isHeic(bytes: ArrayBuffer): boolean {
  const head = new TextDecoder('latin1').decode(bytes.slice(4, 12));
  return /^ftyp(heic|heix|hevc|heim|heis|mif1|msf1)/.test(head);
}
