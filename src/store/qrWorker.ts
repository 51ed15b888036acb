/** Looks for a QR code in pictures of the camera, beside the page: a slow phone needs a tenth of a second for one. */
import decodeQr from 'qr/decode.js';
import type { Picture } from './camera.ts';

const timeLimitMs = 80; // for its second looks

self.addEventListener('message', ({ data }: MessageEvent<Picture>) => {
  let text: string | null = null;
  try {
    text = decodeQr(data, { timeLimit: timeLimitMs });
  } catch {
    // no code in this picture
  }
  self.postMessage(text);
});
