/** What is being typed, beside the outbox, so that saving a command and forgetting its draft are one transaction. */
import type { ClientStore } from '../sync/ports.ts';

export interface DraftStore {
  load(key: string): Promise<unknown | undefined>;
  save(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

export function createDraftStore(store: ClientStore): DraftStore {
  return {
    load: async (key) => (await store.read((tx) => tx.drafts.get(key)))?.value,
    save: (key, value) => store.write((tx) => tx.drafts.put({ key, value })),
    remove: (key) => store.write((tx) => tx.drafts.removeMany([key])),
  };
}
