/** What is being typed, beside the outbox, so that saving a command and forgetting its draft are one transaction. */
import { type ClientStore, StorageFull } from '../sync/ports.ts';

export interface DraftStore {
  load(key: string): Promise<unknown | undefined>;
  save(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** `releaseReserve` as in the engine's ports: on a full device what is typed still gets a place (docs/sync.md, B6). */
export function createDraftStore(store: ClientStore, releaseReserve = async (): Promise<boolean> => false): DraftStore {
  const save = (key: string, value: unknown) => store.write((tx) => tx.drafts.put({ key, value }));
  return {
    load: async (key) => (await store.read((tx) => tx.drafts.get(key)))?.value,
    save: (key, value) =>
      save(key, value).catch(async (error: unknown) => {
        if (!(error instanceof StorageFull) || holdsBytes(value) || !(await releaseReserve())) throw error;
        await save(key, value);
      }),
    remove: (key) => store.write((tx) => tx.drafts.removeMany([key])),
  };
}

function holdsBytes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return value instanceof ArrayBuffer || Object.values(value).some(holdsBytes);
}
