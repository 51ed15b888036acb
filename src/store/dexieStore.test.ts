import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { StorageFull, StorageLost } from '../sync/ports.ts';
import { clientStoreContract } from '../sync/storeContract.ts';
import { createDatabase } from './database.ts';
import { createDexieStore, StorageStuck, StorageTaken } from './dexieStore.ts';
import { createDraftStore } from './drafts.ts';

let people = 0;
const newPerson = (): string => {
  people += 1;
  return `test-${people}`;
};

clientStoreContract('Dexie', async () => {
  const personId = newPerson();
  const store = createDexieStore(personId);
  const second = createDexieStore(personId);
  const close = async () => {
    store.close();
    second.close();
  };
  return { store, second, close };
});

afterEach(() => {
  vi.restoreAllMocks();
});

const meta = { committeeId: 'a', nextSeq: 1 } as never;

test('a full disk is StorageFull, also when it shows at a bulk write', async () => {
  const store = createDexieStore(newPerson());
  await store.write((tx) => tx.meta.put(meta));
  const full = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);
  await expect(store.write((tx) => tx.drafts.put({ key: 'k', value: 1 }))).rejects.toBeInstanceOf(StorageFull);
  await expect(store.write((tx) => tx.drafts.putMany([{ key: 'k', value: 1 }]))).rejects.toBeInstanceOf(StorageFull);
  vi.restoreAllMocks();
  expect(await store.read((tx) => tx.drafts.all())).toEqual([]);
  store.close();
});

/** From now on the next `count` transactions fail as Safari's do. Before the first use: Dexie binds the function then. */
function loseConnection(count: number): { readonly lost: () => number } {
  const real = IDBDatabase.prototype.transaction;
  let lost = 0;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    if (args[1] === 'readwrite' && lost < count) {
      lost += 1;
      throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
    }
    return real.apply(this, args);
  });
  return { lost: () => lost };
}

test('a lost connection is opened again and the transaction runs anew', async () => {
  const connection = loseConnection(2);
  const store = createDexieStore(newPerson(), { retryDelaysMs: [0, 0] });
  await store.write((tx) => tx.drafts.put({ key: 'k', value: 1 }));
  expect(connection.lost()).toBe(2);
  expect(await store.read((tx) => tx.drafts.get('k'))).toEqual({ key: 'k', value: 1 });
  store.close();
});

test('a connection that stays lost is StorageLost in the end', async () => {
  const connection = loseConnection(99);
  const store = createDexieStore(newPerson(), { retryDelaysMs: [0, 0] });
  await expect(store.write((tx) => tx.drafts.put({ key: 'k', value: 1 }))).rejects.toBeInstanceOf(StorageLost);
  expect(connection.lost()).toBe(3);
  expect(await store.read((tx) => tx.drafts.all())).toEqual([]);
  store.close();
});

test('a database that does not open says so by its own error', async () => {
  const store = createDexieStore(newPerson(), { openTimeoutMs: 1 });
  vi.spyOn(store.db, 'open').mockReturnValue(new Dexie.Promise<Dexie>(() => undefined));
  await expect(store.read((tx) => tx.meta.all())).rejects.toBeInstanceOf(StorageStuck);
});

test('a newer version of the app gets the database, and this window hears of it', async () => {
  const personId = newPerson();
  let told = 0;
  const store = createDexieStore(personId, {
    onVersionChange: () => {
      told += 1;
    },
  });
  await store.write((tx) => tx.drafts.put({ key: 'k', value: 'typed' }));
  const newer = createDatabase(personId);
  newer.version(newer.verno + 1).stores({ extra: 'id' });
  await newer.open();
  expect(told).toBe(1);
  expect(await newer.table('drafts').get('k')).toEqual({ key: 'k', value: 'typed' });
  await expect(store.read((tx) => tx.drafts.all())).rejects.toBeInstanceOf(StorageTaken);
  newer.close();
});

test('[B6] on a full device what is typed goes where room was held for it, and photos do not', async () => {
  const store = createDexieStore(newPerson());
  await store.write((tx) => tx.meta.put(meta));
  let full = true;
  let held = true;
  const drafts = createDraftStore(store, async () => {
    const released = held;
    if (held) full = false;
    held = false;
    return released;
  });
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (full) throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, args);
  });
  const photos = { photos: [{ bytes: new ArrayBuffer(3) }] };
  await expect(drafts.save('claim.photos', photos)).rejects.toBeInstanceOf(StorageFull);
  await drafts.save('claim.new', { shop: 'Hema' });
  expect(await drafts.load('claim.new')).toEqual({ shop: 'Hema' });
  full = true;
  await expect(drafts.save('claim.new', { shop: 'Action' })).rejects.toBeInstanceOf(StorageFull);
  vi.restoreAllMocks();
  store.close();
});

test.each([1, 250, 899])('[B6] room that ends at row %i of 900 leaves none of them', async (last) => {
  const store = createDexieStore(newPerson());
  let puts = 0;
  const put = IDBObjectStore.prototype.put;
  const rows = Array.from({ length: 900 }, (_, n) => ({ committeeId: `c${n}`, nextSeq: 1 }) as never);
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    puts += 1;
    if (puts > last) throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, args);
  });
  await expect(store.write((tx) => tx.meta.putMany(rows))).rejects.toBeInstanceOf(StorageFull);
  full.mockRestore();
  expect(await store.read((tx) => tx.meta.all())).toEqual([]);
  await store.write((tx) => tx.meta.putMany(rows)); // and it can be used again
  expect(await store.read((tx) => tx.meta.all())).toHaveLength(900);
  store.close();
});

test('a draft is kept, replaced and forgotten', async () => {
  const store = createDexieStore(newPerson());
  const drafts = createDraftStore(store);
  expect(await drafts.load('claim.new')).toBeUndefined();
  await drafts.save('claim.new', { shop: 'Hema' });
  await drafts.save('claim.new', { shop: 'Action' });
  expect(await drafts.load('claim.new')).toEqual({ shop: 'Action' });
  await drafts.remove('claim.new');
  expect(await drafts.load('claim.new')).toBeUndefined();
  store.close();
});
