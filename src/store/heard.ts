/** Answers of the server that belong to no committee's log, kept so that they can be read without a connection. Old ones
 *  are shown with their time; nothing is decided by them. */
import type { Dexie } from 'dexie';

export interface Heard {
  readonly answer: unknown; // in the shape of the app that asked: whoever reads it checks
  readonly at: number; // ms, by this phone's clock
}

export interface HeardStore {
  load(key: string): Promise<Heard | undefined>;
  save(key: string, heard: Heard): Promise<void>;
}

export function createHeardStore(db: Dexie): HeardStore {
  const table = db.table<Heard & { readonly key: string }>('heard');
  return {
    load: async (key) => table.get(key),
    save: async (key, heard) => {
      await table.put({ key, ...heard });
    },
  };
}
