// Starts the reading of a file and waits for it. The program that reads is loaded when asked, and offline from then on.
import type { Reading } from './reading.ts';

export async function readFile(file: File): Promise<Reading> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<Reading>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<Reading>) => resolve(data);
      worker.onerror = () => resolve({ refused: 'unforeseen' });
      worker.postMessage(bytes);
    });
  } finally {
    worker.terminate();
  }
}
