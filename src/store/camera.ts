/** Reads QR codes with the camera of this device. Nothing of a picture is kept. */

export type CameraCode = 'denied' | 'none' | 'busy' | 'insecure';

/** Why there is no picture; the screens have a sentence for every code. */
export class CameraProblem extends Error {
  readonly code: CameraCode;
  constructor(code: CameraCode) {
    super(code);
    this.code = code;
  }
}

export type Picture = Pick<ImageData, 'data' | 'width' | 'height'>;

const sideMax = 720; // pixels; more makes reading slower and not surer

/** Shows the camera in `video` and gives every code that it sees, until `signal` aborts. Throws `CameraProblem`. */
export async function watchCodes(
  video: HTMLVideoElement,
  signal: AbortSignal,
  onCode: (text: string) => Promise<void>,
): Promise<void> {
  const stream = await openCamera();
  const worker = startReader();
  const canvas = document.createElement('canvas');
  try {
    video.srcObject = stream;
    await video.play();
    while (!signal.aborted) {
      if (stream.getTracks().every(({ readyState }) => readyState === 'ended')) throw new CameraProblem('busy');
      const picture = pictureOf(video, canvas);
      const text = picture === undefined ? null : await codeIn(worker, picture);
      if (text !== null && !signal.aborted) await onCode(text);
      await nextPicture();
    }
  } finally {
    worker.terminate();
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}

async function openCamera(): Promise<MediaStream> {
  if (navigator.mediaDevices?.getUserMedia === undefined) throw new CameraProblem('insecure');
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment', ...size } });
  } catch (error) {
    const { name } = error as Error;
    if (name === 'NotAllowedError' || name === 'SecurityError') throw new CameraProblem('denied');
    throw new CameraProblem(name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'busy');
  }
}

/** The square in the middle, as the screen shows it. */
function pictureOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | undefined {
  const { videoWidth: width, videoHeight: height } = video;
  const from = Math.min(width, height);
  const pen = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (from === 0 || pen === null) return undefined;
  const side = Math.min(sideMax, from);
  if (canvas.width !== side) Object.assign(canvas, { width: side, height: side });
  pen.drawImage(video, (width - from) / 2, (height - from) / 2, from, from, 0, 0, side, side);
  return pen.getImageData(0, 0, side, side);
}

export const startReader = (): Worker => new Worker(new URL('./qrWorker.ts', import.meta.url), { type: 'module' });

/** One picture at a time. */
export function codeIn(worker: Worker, { data, width, height }: ImageData): Promise<string | null> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data: text }: MessageEvent<string | null>) => resolve(text);
    worker.onerror = () => reject(new Error('the QR reader did not start'));
    worker.postMessage({ data, width, height } satisfies Picture, [data.buffer]);
  });
}

/** Not while the page is hidden. */
const nextPicture = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
