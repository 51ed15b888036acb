// Starts the reading of files and waits for it. The program that reads is loaded when asked, and offline from then on.
import type { NamedBytes } from '../../../files/bank/several.ts';
import type { Reading } from './reading.ts';

export async function readFiles(files: readonly File[]): Promise<Reading> {
  const named = await Promise.all(files.map(bytesOf));
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<Reading>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<Reading>) => resolve(data);
      worker.onerror = () => resolve({ refused: 'unforeseen' });
      worker.postMessage(named);
    });
  } finally {
    worker.terminate();
  }
}

async function bytesOf(file: File): Promise<NamedBytes> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
