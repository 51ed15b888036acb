/** The simulator's stores pass the contracts that Dexie and SQLite pass: what is proved over memory holds for the phone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SqliteDatabase } from '../../server/db/sqliteDatabase.ts';
import { Transient } from '../../server/engine/ports.ts';
import { storeContract } from '../../server/engine/storeContract.ts';
import { StorageFull } from '../../src/sync/ports.ts';
import { clientStoreContract } from '../../src/sync/storeContract.ts';
import { DexieDatabase } from './dexieDatabase.ts';
import { type Disk, memoryDisk } from './disk.ts';
import { memoryClientStore, type StoreFaults } from './memoryClientStore.ts';
import { MemoryDatabase } from './memoryDatabase.ts';
import { MemoryServerStore, type ServerFaults } from './memoryServerStore.ts';
import { atRest } from './realTime.ts';
import { ServerBeside } from './serverBeside.ts';

const calm: StoreFaults = {
  strike: () => null,
  later: (_, fire) => void Promise.resolve().then(fire),
  isDead: () => false,
  readsAtOnce: () => false,
};
const calmServer: ServerFaults = {
  at: () => 'go',
  later: (fire) => void setImmediate(fire),
};

clientStoreContract('memory', async () => {
  const db = new MemoryDatabase();
  const store = memoryClientStore(db, { tab: 1 }, calm);
  const second = memoryClientStore(db, { tab: 2 }, calm);
  return { store, second, close: async () => undefined };
});

storeContract('memory', async () => {
  const store = new MemoryServerStore(calmServer);
  return {
    store,
    addDevice: async (device) => void store.devices.set(device.id, device),
    close: async () => undefined,
  };
});

const noDifference = (message: string): never => {
  throw new Error(message);
};

clientStoreContract('memory and Dexie', async () => {
  const db = new DexieDatabase('p1', noDifference);
  const [store, second] = [db.open({ tab: 1 }, calm), db.open({ tab: 2 }, calm)];
  return { store, second, close: async () => db.close() };
});

storeContract('memory and SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'buurtkas-sim-'));
  const database = await SqliteDatabase.open(join(folder, 'contract'));
  const store = new ServerBeside({ database, oneWriter: true }, calmServer, (_, message) => noDifference(message));
  return {
    store,
    addDevice: async (device) => {
      store.devices.set(device.id, device);
      await store.write((tx) => tx.device(device.id)); // the first transaction that asks for one saves it
    },
    close: async () => {
      store.close();
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
});

const draft = (key: string) => ({ key, value: 'text' });

const phones: readonly (readonly [string, () => Disk])[] = [
  ['memory', () => memoryDisk('p1', noDifference)],
  ['Dexie', () => new DexieDatabase('p1', noDifference)],
];
test.each(phones)(
  '%s: a tab that is killed before the commit loses the whole transaction, and shuts nobody out',
  async (_, make) => {
    const disk = make();
    const { db } = disk;
    const dead = new Set<object>();
    const killAt = (operation: string): StoreFaults => ({
      ...calm,
      isDead: (owner) => dead.has(owner),
      strike: (owner) => (name) => {
        if (name !== operation) return 'go';
        dead.add(owner);
        db.kill(owner);
        return 'die';
      },
    });
    for (const operation of ['put', 'remove', 'commit']) {
      void disk.open({ operation }, killAt(operation)).write(async (tx) => {
        await tx.drafts.put(draft(operation));
        await tx.drafts.removeMany(['none']);
      });
    }
    const other = disk.open({ tab: 2 }, calm);
    await other.write((tx) => tx.drafts.put(draft('kept')));
    expect(await other.read((tx) => tx.drafts.all())).toEqual([draft('kept')]);
  },
);

test.each(phones)(
  '%s: a storage that is full fails the whole transaction, even when its body goes on',
  async (_, make) => {
    const disk = make();
    const { db } = disk;
    let puts = 0;
    const full: StoreFaults = { ...calm, strike: () => (name) => (name === 'put' && ++puts === 2 ? 'full' : 'go') };
    const writing = disk.open({}, full).write(async (tx) => {
      await tx.drafts.put(draft('first'));
      await tx.drafts.put(draft('second')).catch(() => undefined);
    });
    await expect(writing).rejects.toBeInstanceOf(StorageFull);
    expect(db.plain('drafts').size).toBe(0);
  },
);

test.each(phones)('%s: a power loss takes what nobody was told of, and nothing else', async (_, make) => {
  const disk = make();
  const { db } = disk;
  const waiting: (() => void)[] = [];
  const store = disk.open({}, { ...calm, later: (_, fire) => void waiting.push(fire) });
  const next = async (): Promise<void> => {
    waiting.shift()?.();
    await atRest();
  };
  let told = 0;
  for (const key of ['first', 'second']) void store.write((tx) => tx.drafts.put(draft(key))).then(() => ++told);
  await next(); // the first one runs and is committed
  waiting.reverse(); // its word comes before the second one begins
  await next();
  await next();
  expect([told, db.plain('drafts').size]).toEqual([1, 2]);
  expect(db.losePower()).toBe(1);
  expect(db.plain('drafts').all()).toEqual([draft('first')]);
  expect(await disk.open({}, calm).read((tx) => tx.drafts.all())).toEqual([draft('first')]);
});

test.each(phones)(
  '%s: a body that waits for something else than its transaction is noticed, and counts for nothing',
  async (_, make) => {
    const disk = make();
    const { db } = disk;
    let strays = 0;
    db.onStray = () => {
      strays += 1;
    };
    const writing = disk.open({}, calm).write(async (tx) => {
      await tx.drafts.put(draft('first'));
      await new Promise((resolve) => setImmediate(resolve));
    });
    await expect(writing).rejects.toThrow(/TransactionInactiveError|committed too early/);
    expect([strays, db.plain('drafts').size]).toEqual([1, 0]);
  },
);

test('a deadlock undoes the server transaction; a crash before the commit too, one after it nothing', async () => {
  const point = { now: '' };
  const reached = new Set<string>();
  const store = new MemoryServerStore(calmServer);
  const fail: ServerFaults = {
    ...calmServer,
    at: (at) => {
      reached.add(at);
      return at !== point.now ? 'go' : at === 'operation' ? 'transient' : 'crash';
    },
  };
  store.faults = fail;
  const save = (id: string) =>
    store.write((tx) => tx.saveCommittee({ id, epoch: 'e', seq: 0, head: '', backedUpSeq: 0, founderId: null }));
  point.now = 'operation';
  await expect(save('deadlock')).rejects.toBeInstanceOf(Transient);
  for (const at of ['before_commit', 'after_commit']) {
    point.now = at;
    reached.clear();
    void save(at); // never ends: it died
    await expect.poll(() => reached.has(at)).toBe(true);
  }
  expect([...store.committees.keys()]).toEqual(['after_commit']);
});
