// Photos that are being read on this device, one after the other, while the person goes on. Outlives the form: what was read
// of a photo is still known when she comes back to it.
import { useEffect, useState } from 'preact/hooks';
import { createStore } from 'zustand/vanilla';
import type { EngineName } from '../files/reader/engine.ts';
import { keptEngine } from '../files/reader/kept.ts';
import type { ReadResult } from '../files/reader/protocol.ts';
import { Reader } from '../files/reader/reader.ts';
import { receiptOf } from '../files/receipt/read.ts';
import type { Page } from '../files/receipt/words.ts';
import { useStore } from './use-store.ts';

export type PhotoReading =
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'done'; readonly result: ReadResult }
  | { readonly kind: 'failed' | 'stopped' };

export interface ReadingState {
  readonly byPhoto: ReadonlyMap<string, PhotoReading>; // by hash
  /** What this device reads with; undefined: nothing was fetched. */
  readonly engine: EngineName | undefined;
}

const keptMax = 60; // photos: readings hold every word

export const readingStore = createStore<ReadingState>(() => ({ byPhoto: new Map(), engine: undefined }));

let reader: Reader | undefined;
const stops = new Map<string, AbortController>();

/** Asks the device again what it has: after a download, and when a form opens. */
export async function lookForEngine(): Promise<void> {
  const engine = await keptEngine().catch(() => undefined);
  if (engine !== readingStore.getState().engine) readingStore.setState({ engine });
}

export interface PhotoToRead {
  readonly sha256: string;
  readonly bytes: ArrayBuffer;
  readonly mime: string;
}

/** Once a photo, unless `again`. Never throws: a photo that can't be read is typed, as before. */
export async function readPhoto({ sha256, bytes, mime }: PhotoToRead, today: string, again = false): Promise<void> {
  const { engine, byPhoto } = readingStore.getState();
  if (engine === undefined || (byPhoto.has(sha256) && !again)) return;
  const stop = new AbortController();
  stops.set(sha256, stop);
  set(sha256, { kind: 'reading', share: 0 });
  reader ??= new Reader();
  try {
    const result = await reader.read({
      engine,
      today,
      file: new Blob([bytes], { type: mime }),
      progress: (share) => set(sha256, { kind: 'reading', share }),
      signal: stop.signal,
    });
    set(sha256, { kind: 'done', result });
  } catch {
    set(sha256, { kind: stop.signal.aborted ? 'stopped' : 'failed' });
  } finally {
    stops.delete(sha256);
  }
}

/** What the text layer of a PDF says of one of its pages: no engine needs to look at it. */
export function knowPage(sha256: string, page: Page, today: string): void {
  if (page.words.length === 0) return;
  set(sha256, { kind: 'done', result: { engine: 'pdf', ms: 0, reading: receiptOf(page, today), page } });
}

export function stopReading(sha256: string): void {
  stops.get(sha256)?.abort();
}

function set(sha256: string, reading: PhotoReading): void {
  readingStore.setState(({ byPhoto }) => {
    const next = [...byPhoto].filter(([key]) => key !== sha256).slice(1 - keptMax);
    return { byPhoto: new Map([...next, [sha256, reading]]) };
  });
}

/** Reads the photos of a form in the background, and gives what is known of them. */
export function useReadings(
  photos: readonly PhotoToRead[],
  today: string,
): { readonly engine: EngineName | undefined; readonly byPhoto: ReadonlyMap<string, PhotoReading> } {
  const engine = useStore(readingStore, (state) => state.engine);
  const byPhoto = useStore(readingStore, (state) => state.byPhoto);
  const [looked, setLooked] = useState(false);
  useEffect(() => void lookForEngine().then(() => setLooked(true)), []);
  const key = photos.map(({ sha256 }) => sha256).join(' ');
  useEffect(() => {
    if (!looked || engine === undefined) return;
    for (const photo of photos) void readPhoto(photo, today);
  }, [key, looked, engine]);
  return { engine, byPhoto };
}
