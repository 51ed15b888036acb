/** Reads a bank's file beside the page. */
import { readingOf } from './reading.ts';

self.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  self.postMessage(readingOf(data));
});
