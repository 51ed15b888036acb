/** Yjs with y-indexeddb: one document with a map of records; devices exchange what the other's state vector lacks, as
 *  the page "Document updates" shows. All records are in memory, so a screen needs no query. */
import { IndexeddbPersistence } from 'y-indexeddb';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { type BenchRecord, freshName, type Replica } from './replica.ts';

export async function open(): Promise<Replica> {
  const doc = new Doc();
  const notes = doc.getMap<Omit<BenchRecord, 'id'>>('notes');
  const stored = new IndexeddbPersistence(freshName('yjs'), doc);
  await stored.whenSynced;
  const pull = async (): Promise<void> => {
    applyUpdate(doc, await send('/yjs/diff', encodeStateVector(doc)));
    await committed(stored);
  };
  let events: EventSource | undefined;
  return {
    pull,
    save: async ({ id, ...record }) => {
      notes.set(id, record);
      await committed(stored);
    },
    push: async () => {
      const theirs = await send('/yjs/vector');
      await send('/yjs/update', encodeStateAsUpdate(doc, theirs));
    },
    count: async () => notes.size,
    live: async () => {
      events = new EventSource('/yjs/events');
      events.onmessage = ({ data }) => {
        const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
        applyUpdate(doc, bytes, 'server');
      };
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'server') void send('/yjs/update', update);
      });
      await pull();
    },
    seen: (id) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!notes.has(id)) return;
          notes.unobserve(look);
          resolve();
        };
        notes.observe(look);
        look();
      }),
    end: async () => {
      events?.close();
      await stored.clearData();
      doc.destroy();
    },
  };
}

async function send(path: string, body?: Uint8Array): Promise<Uint8Array> {
  const response = await fetch(path, { method: 'POST', body: body === undefined ? null : new Blob([body.slice()]) });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** y-indexeddb writes behind the program and does not say when it is done; a read that queues behind that write does. */
function committed({ db }: IndexeddbPersistence): Promise<void> {
  return new Promise((resolve, reject) => {
    if (db === null) return reject(new Error('not open'));
    const read = db.transaction('updates', 'readonly');
    read.objectStore('updates').count();
    read.oncomplete = () => resolve();
    read.onerror = () => reject(read.error);
  });
}
