/** The engine's store on IndexedDB. Faults of the browser become two errors that people can understand: there is no room,
 *  or the storage cannot be reached; in both cases nothing was written. */
import { Dexie, type Table as DexieTable, type Transaction } from 'dexie';
import type { RowType } from '../domain/rows.ts';
import {
  type ClientStore,
  type ClientTx,
  type Key,
  StorageFull,
  StorageLost,
  type StoredRow,
  type Table,
} from '../sync/ports.ts';
import { createDatabase, rowTableName } from './database.ts';
import { beginFreshLog } from './freshLog.ts';
import { inTime, StorageStuck, StorageTaken } from './stuck.ts';

export { StorageStuck, StorageTaken } from './stuck.ts';

export interface DexieStore extends ClientStore {
  readonly db: Dexie;
  close(): void;
}

export interface StoreOptions {
  /** A newer version of the app wants to upgrade: drafts were saved, this window has let go. */
  readonly onVersionChange?: () => void;
  readonly openTimeoutMs?: number;
  readonly retryDelaysMs?: readonly number[];
}

/** Immediate retries were exhausted in one of three lost connections (Expensify App#87864), hence the pauses. */
const retryDelaysMs = [50, 250, 1_000];
const sliceRows = 200; // between two slices the screen may answer a tap (D9)

export function createDexieStore(personId: string, options: StoreOptions = {}): DexieStore {
  const db = createDatabase(personId);
  let taken = false;
  let closed = false;
  let begun = false;
  db.on('versionchange', () => {
    taken = true;
    db.close();
    options.onVersionChange?.();
  });

  const open = async (): Promise<void> => {
    if (taken) throw new StorageTaken('a newer version of the app is open');
    if (closed) throw new StorageLost('closed: signed out');
    if (db.isOpen()) return;
    await inTime(db.open(), options.openTimeoutMs);
    if (!begun) beginFreshLog(Dexie.dependencies.indexedDB);
    begun = true;
  };

  const run = async <T>(mode: 'rw' | 'r', body: (tx: ClientTx) => Promise<T>): Promise<T> => {
    for (const pause of [...(options.retryDelaysMs ?? retryDelaysMs), undefined]) {
      try {
        await open();
        return await db.transaction(mode, db.tables, async (transaction) => body(txOf(transaction)));
      } catch (error) {
        const known = storageError(error);
        if (known === undefined) throw error;
        if (known instanceof StorageFull || known instanceof StorageStuck || taken || closed || pause === undefined)
          throw known;
        db.close({ disableAutoOpen: false });
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    throw new StorageLost('unreachable'); // the last pause is undefined and throws above
  };

  const close = (): void => {
    closed = true;
    db.close();
  };
  return { db, close, write: (body) => run('rw', body), read: (body) => run('r', body) };
}

function txOf(transaction: Transaction): ClientTx {
  const table = <V>(name: string): Table<V> => tableOf<V>(transaction.table(name));
  return {
    outbox: table('outbox'),
    archive: table('archive'),
    inbox: table('inbox'),
    blobs: table('blobs'),
    meta: table('meta'),
    device: table('device'),
    shadow: table('shadow'),
    staging: table('staging'),
    relay: table('relay'),
    drafts: table('drafts'),
    rows: (type: RowType) => table<StoredRow>(rowTableName(type)),
  };
}

/** Dexie's own promises stay inside: what the engine awaits are the requests of this one transaction. */
function tableOf<V>(table: DexieTable<V, Key>): Table<V> {
  return {
    get: async (key) => table.get(mutable(key)),
    getMany: async (keys) => (keys.length === 0 ? [] : table.bulkGet(keys.map(mutable))),
    put: async (value) => {
      await table.put(value);
    },
    putMany: (values) => inSlices(values, (slice) => table.bulkPut(slice)),
    removeMany: (keys) => inSlices(keys, (slice) => table.bulkDelete(slice.map(mutable))),
    removeRange: async (first, last) => {
      await table.where(':id').between(mutable(first), mutable(last), true, true).delete();
    },
    between: async (first, last, most) =>
      table.where(':id').between(mutable(first), mutable(last), false, true).limit(most).toArray(),
    where: async (index, key) => table.where(index).equals(mutable(key)).toArray(),
    keysWhere: async (index, key) => table.where(index).equals(mutable(key)).primaryKeys(),
    all: async () => table.toArray(),
    count: async (index, key) => table.where(index).equals(mutable(key)).count(),
  };
}

/** A slice is handed over while the browser's own process still writes the one before. */
async function inSlices<T>(all: readonly T[], write: (slice: readonly T[]) => PromiseLike<unknown>): Promise<void> {
  let before: PromiseLike<unknown> | undefined;
  for (let at = 0; at < all.length; at += sliceRows) {
    const next = write(all.slice(at, at + sliceRows));
    next.then(undefined, () => undefined); // nobody waits for it when the one before fails
    await before;
    before = next;
  }
  await before;
}

/** Dexie's types ask for arrays that may be written to; it does not write to them. */
const mutable = (key: Key) => key as Exclude<Key, readonly unknown[]>;

const lostNames: ReadonlySet<string> = new Set([
  'AbortError',
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'OpenFailedError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
]);

interface DexieFailure {
  readonly name?: unknown;
  readonly inner?: unknown;
  readonly failures?: readonly unknown[];
}

/** What a failed transaction means, or undefined when the body itself threw. Dexie wraps the browser's error, sometimes
 *  twice: a full disk hides inside an AbortError or a BulkError. */
function storageError(error: unknown): StorageFull | StorageLost | undefined {
  if (error instanceof StorageFull || error instanceof StorageLost) return error;
  const names = namesIn(error, 0);
  if (names.includes('QuotaExceededError')) return new StorageFull('no room', { cause: error });
  if (names.some((name) => lostNames.has(name))) return new StorageLost(names.join(' < '), { cause: error });
  return undefined;
}

function namesIn(error: unknown, depth: number): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { name, inner, failures } = error as DexieFailure;
  const below = [inner, ...(Array.isArray(failures) ? failures : [])];
  return [...(typeof name === 'string' ? [name] : []), ...below.flatMap((next) => namesIn(next, depth + 1))];
}
