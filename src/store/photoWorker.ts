/** Shrinks one picture beside the page, so that a slow phone keeps answering taps. */
import { shrink } from './photoShrink.ts';

self.addEventListener('message', (event: MessageEvent<Blob>) => {
  shrink(event.data).then(
    (shrunk) => self.postMessage(shrunk, { transfer: [shrunk.bytes, shrunk.thumbnail] }),
    (error: unknown) => self.postMessage({ failed: String(error) }),
  );
});
