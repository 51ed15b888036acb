/** Where a phone keeps its things: memory alone, or a real store with memory beside it for the oracles (dexieDatabase.ts). */
import type { ClientStore } from '../../src/sync/ports.ts';
import { memoryClientStore, type StoreFaults } from './memoryClientStore.ts';
import { MemoryDatabase } from './memoryDatabase.ts';

export interface Disk {
  readonly db: MemoryDatabase;
  /** What one tab writes to and reads from. */
  open(owner: object, faults: StoreFaults): ClientStore;
  /** Reports what the real store holds otherwise. */
  check(): Promise<void>;
  close(): void;
}

export type MakeDisk = (personId: string, onDifference: (message: string) => void) => Disk;

export const memoryDisk: MakeDisk = () => {
  const db = new MemoryDatabase();
  const open = (owner: object, faults: StoreFaults): ClientStore => memoryClientStore(db, owner, faults);
  return { db, open, check: async () => undefined, close: () => undefined };
};
