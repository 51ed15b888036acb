/** Reads a bank's files beside the page. */
import type { NamedBytes } from '../../../files/bank/several.ts';
import { readingOf } from './reading.ts';

self.addEventListener('message', ({ data }: MessageEvent<readonly NamedBytes[]>) => {
  self.postMessage(readingOf(data));
});
