// The page's side of mending photos: one worker a job, which ends with it, so that cancelling is at once.
import type { Point, Quad } from '../reader/geometry.ts';
import type { PhotoEdit, Progress } from './edit.ts';
import type { MendedPhoto, PhotoAnswer, PhotoJob } from './worker.ts';

export class MendingStopped extends Error {}

/** Where the paper lies, as shares of the photo's width and height; undefined where no sheet can be seen. */
export async function findEdges(file: Blob, signal?: AbortSignal): Promise<Quad | undefined> {
  const answer = await run({ kind: 'edges', file }, () => {}, signal);
  if (answer.kind !== 'edges' || answer.corners === undefined) return undefined;
  const share = ({ x, y }: Point): Point => ({ x: x / answer.width, y: y / answer.height });
  const [a, b, c, d] = answer.corners;
  return [share(a), share(b), share(c), share(d)];
}

/** `corners` of the edit in pixels of the photo. */
export async function mendPhoto(
  file: Blob,
  edit: PhotoEdit,
  progress: Progress,
  signal?: AbortSignal,
): Promise<MendedPhoto> {
  const answer = await run({ kind: 'mend', file, edit }, progress, signal);
  if (answer.kind !== 'mended') throw new Error('no photo came back');
  return answer.photo;
}

function run(job: PhotoJob, progress: Progress, signal: AbortSignal | undefined): Promise<PhotoAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'photo' });
    const end = (): void => {
      worker.terminate();
      signal?.removeEventListener('abort', stop);
    };
    const stop = (): void => {
      end();
      reject(new MendingStopped('stopped'));
    };
    if (signal?.aborted === true) return stop();
    signal?.addEventListener('abort', stop);
    worker.addEventListener('message', ({ data }: MessageEvent<PhotoAnswer>) => {
      if (data.kind === 'progress') return progress(data.share);
      end();
      if (data.kind === 'failed') reject(new Error(data.reason));
      else resolve(data);
    });
    worker.addEventListener('error', (event) => {
      end();
      reject(new Error(event.message));
    });
    worker.postMessage(job);
  });
}
