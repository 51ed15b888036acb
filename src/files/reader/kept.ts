// The files of a way of reading, kept on the device in a cache of their own: fetched once, when somebody asks for them, and
// there without a connection afterwards (the service worker answers from it).
import { addressOf, type Download, downloads, keptBytes, readingCache, readingFolder } from './downloads.ts';
import type { EngineName, Progress } from './engine.ts';

export type DownloadSet = keyof typeof downloads;

/** The best that is kept: the slower one reads more. Undefined where nothing was chosen. */
export async function keptEngine(): Promise<EngineName | undefined> {
  if (await isKept('ppocr')) return 'ppocr';
  return (await isKept('tesseract')) ? 'tesseract' : undefined;
}

/** False too where the browser has no caches (plain http, private windows). */
export async function isKept(set: DownloadSet): Promise<boolean> {
  if (typeof caches === 'undefined' || !(await caches.has(readingCache))) return false;
  const cache = await caches.open(readingCache);
  const found = await Promise.all(downloads[set].map((file) => cache.match(addressOf(set, file))));
  return found.every((response) => response !== undefined);
}

/** Throws when the connection breaks; what came already stays, so that the next try goes on from there. */
export async function keep(set: DownloadSet, progress: Progress, signal?: AbortSignal): Promise<void> {
  await forgetOlder();
  const cache = await caches.open(readingCache);
  const all = keptBytes(set);
  let done = 0;
  for (const file of downloads[set]) {
    const address = addressOf(set, file);
    if ((await cache.match(address)) === undefined) {
      const here = done;
      await cache.put(address, await fetched(address, file, signal, (bytes) => progress((here + bytes) / all)));
    }
    done += file.bytes;
    progress(done / all);
  }
}

async function fetched(
  address: string,
  file: Download,
  signal: AbortSignal | undefined,
  onBytes: (bytes: number) => void,
): Promise<Response> {
  const response = await fetch(address, { cache: 'no-store', ...(signal === undefined ? {} : { signal }) });
  if (!response.ok || response.body === null) throw new Error(`${address}: ${response.status}`);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    size += part.value.byteLength;
    onBytes(size);
  }
  // An address that is not there gives the app's own page.
  if (size !== file.bytes) throw new Error(`${address}: ${size} bytes for ${file.bytes}`);
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.set('content-length', String(size));
  return new Response(new Blob(chunks), { headers });
}

export async function forget(set: DownloadSet): Promise<void> {
  const cache = await caches.open(readingCache);
  await Promise.all(downloads[set].map((file) => cache.delete(addressOf(set, file))));
}

/** Files of an earlier version of Buurtkas, which nothing asks for any more. */
async function forgetOlder(): Promise<void> {
  const stem = readingCache.slice(0, readingCache.lastIndexOf('-') + 1);
  const older = (await caches.keys()).filter((name) => name.startsWith(stem) && name !== readingCache);
  await Promise.all(older.map((name) => caches.delete(name)));
  const cache = await caches.open(readingCache);
  const stray = (await cache.keys()).filter(({ url }) => !new URL(url).pathname.startsWith(readingFolder));
  await Promise.all(stray.map((request) => cache.delete(request)));
}
