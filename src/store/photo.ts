/** A picture from the camera or the gallery, made ready to be saved with its command (D14). */
import type { NewPhoto } from '../sync/engine.ts';
import { type PhotoProblemCode, type Rendered, renderPhoto } from './photoRender.ts';
import { sha256 } from './ports.ts';

export type { PhotoProblemCode } from './photoRender.ts';

export class PhotoProblem extends Error {
  readonly code: PhotoProblemCode;
  constructor(code: PhotoProblemCode) {
    super(code);
    this.code = code;
  }
}

const fileBytesMax = 64 * 1024 * 1024; // a decoded picture takes ten times as much memory

/** Throws `PhotoProblem`. The file itself is not kept; its hash recognises the same picture when it comes again. */
export async function preparePhoto(file: Blob, { signal }: { readonly signal?: AbortSignal } = {}): Promise<NewPhoto> {
  const stopIfCancelled = () => {
    if (signal?.aborted) throw new PhotoProblem('cancelled');
  };
  stopIfCancelled();
  if (file.size === 0) throw new PhotoProblem('empty');
  if (file.size > fileBytesMax) throw new PhotoProblem('too_large');
  const originalSha256 = await sha256(await readAll(file));
  stopIfCancelled();
  const rendered = await render(file, signal);
  stopIfCancelled();
  if ('problem' in rendered) throw new PhotoProblem(rendered.problem);
  const { bytes, thumbnail, width, height } = rendered;
  const hash = await sha256(bytes);
  const photo = { sha256: hash, originalSha256, size: bytes.byteLength, mime: 'image/jpeg', width, height } as const;
  return { photo, bytes, thumbnail };
}

async function readAll(file: Blob): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    throw new PhotoProblem('unreadable');
  }
}

async function render(file: Blob, signal: AbortSignal | undefined): Promise<Rendered> {
  if (typeof Worker !== 'function' || typeof OffscreenCanvas !== 'function') return renderPhoto(file);
  return (await renderInWorker(file, signal)) ?? renderPhoto(file);
}

/** Undefined when the worker does not run: an old browser without modules in workers, or a file that did not load. */
function renderInWorker(file: Blob, signal: AbortSignal | undefined): Promise<Rendered | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./photoWorker.ts', import.meta.url), { type: 'module' });
    const finish = (rendered: Rendered | undefined) => {
      worker.terminate();
      signal?.removeEventListener('abort', cancel);
      resolve(rendered);
    };
    const cancel = () => finish({ problem: 'cancelled' });
    signal?.addEventListener('abort', cancel);
    worker.onmessage = ({ data }: MessageEvent<Rendered>) => finish(data);
    worker.onerror = () => finish(undefined);
    worker.postMessage(file);
  });
}
