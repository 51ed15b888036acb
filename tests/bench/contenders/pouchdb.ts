/** PouchDB as its guide shows it: one document a record, replication with the CouchDB protocol. */
import PouchDB from 'pouchdb-browser';
import { type BenchRecord, freshName, type Replica } from './replica.ts';

/** 100 is the default; larger ones are much faster here (docs/benchmarks.md). */
const options = { batch_size: 1_000 };

export async function open(): Promise<Replica> {
  const db = new PouchDB<Omit<BenchRecord, 'id'>>(freshName('pouch'));
  const server = new PouchDB(`${location.origin}/pouchdb/notes`);
  const waiting = new Map<string, () => void>();
  const ends: (() => void)[] = [];
  return {
    pull: async () => {
      await db.replicate.from(server, options);
    },
    save: async ({ id, ...record }) => {
      await db.put({ _id: id, ...record });
    },
    push: async () => {
      await db.replicate.to(server, options);
    },
    count: async () => (await db.info()).doc_count,
    live: async () => {
      await db.sync(server, options);
      const changes = db.changes({ since: 'now', live: true }).on('change', ({ id }) => waiting.get(id)?.());
      const sync = db.sync(server, { ...options, live: true, retry: true });
      ends.push(
        () => changes.cancel(),
        () => sync.cancel(),
      );
      await new Promise<void>((resolve) => sync.on('paused', resolve)); // has caught up and listens
    },
    seen: (id) =>
      new Promise((resolve) => {
        waiting.set(id, resolve);
        db.get(id).then(
          () => resolve(),
          () => undefined, // not yet: the change will say so
        );
      }),
    end: async () => {
      for (const end of ends) end();
      await db.destroy();
    },
  };
}
