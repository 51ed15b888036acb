/** What runs in Chromium: the shipped engine over the shipped Dexie store and transport, and beside each measurement its
 *  floor: the same records through bare Dexie (and fetch) with the same durability, without an engine. */
import { Dexie } from 'dexie';
import { uuidV7 } from '../../src/domain/ids.ts';
import { databaseName } from '../../src/store/database.ts';
import { createDexieStore } from '../../src/store/dexieStore.ts';
import { createLocks } from '../../src/store/locks.ts';
import { createNet } from '../../src/store/net.ts';
import { createEngine, type Engine } from '../../src/sync/engine.ts';
import type { ClientStore, Net, Ports } from '../../src/sync/ports.ts';
import type { PullResponse } from '../../src/sync/protocol.ts';
import { handOver } from './handOver.ts';
import { committeeId, founderId, noteArgs, phoneDeviceId } from './workload.ts';

interface Phone {
  readonly engine: Engine;
  readonly store: ClientStore;
  readonly end: () => Promise<void>;
}

let phones = 0;

/** A phone with an empty database. Every call has a device of its own, so that the server knows nothing of it. */
async function newPhone(net: Net = createNet()): Promise<Phone> {
  phones += 1;
  const personId = `bench-${phones}`;
  const store = createDexieStore(personId);
  const newId = (): string => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  const deviceId = phones === 1 ? phoneDeviceId : newId();
  const ports: Ports = {
    ...{ store, net, newId, locks: createLocks(), random: Math.random, appVersion: 'bench' },
    clock: { now: Date.now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
    sha256: () => Promise.reject(new Error('no photos here')),
    sign: () => Promise.reject(new Error('no bundles here')),
    alarm: (code, details) => {
      throw new Error(`alarm ${code} ${JSON.stringify(details)}`);
    },
  };
  const engine = createEngine(ports, { personId: founderId, deviceId });
  await engine.join(committeeId, null);
  const end = async (): Promise<void> => {
    store.close();
    await Dexie.delete(databaseName(personId));
  };
  return { engine, store, end };
}

let notes = 100_000;
async function addNotes(engine: Engine, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    notes += 1;
    const saved = await engine.dispatch(committeeId, 'proposalNote.add', noteArgs(notes));
    if (!saved.saved) throw new Error(`not saved: ${saved.code}`);
  }
}

/** Tasks that kept the page from answering, while `body` ran. */
async function watched<T>(body: () => Promise<T>): Promise<{ readonly value: T; readonly longestTaskMs: number }> {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
  });
  observer.observe({ type: 'longtask' });
  const value = await body();
  await new Promise((resolve) => setTimeout(resolve, 60)); // entries come a little later
  for (const entry of observer.takeRecords()) longest = Math.max(longest, entry.duration);
  observer.disconnect();
  return { value, longestTaskMs: longest };
}

async function timed(body: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await body();
  return performance.now() - begin;
}

/** A bare database with two tables, strict as ours. */
async function bareDb(): Promise<Dexie> {
  phones += 1;
  const db = new Dexie(`bare-${phones}`, { chromeTransactionDurability: 'strict', cache: 'disabled' });
  db.version(1).stores({ rows: 'id, proposalId', outbox: 'id' });
  await db.open();
  return db;
}
async function removeDb(db: Dexie): Promise<void> {
  db.close();
  await Dexie.delete(db.name);
}

const bodyOf = (n: number) => ({ id: `row-${n}`, ...noteArgs(n) });

const benches = {
  /** Tap to saved with ten thousand rows present; each save alone, as a person would. */
  async save(rounds: number) {
    const phone = await newPhone();
    await phone.engine.sync(committeeId);
    const ours: number[] = [];
    const { longestTaskMs } = await watched(async () => {
      for (let n = 0; n < rounds; n += 1) ours.push(await timed(() => addNotes(phone.engine, 1)));
    });
    const db = await bareDb();
    await db.table('rows').bulkPut(Array.from({ length: 10_000 }, (_, n) => bodyOf(n)));
    const floor: number[] = [];
    for (let n = 0; n < rounds; n += 1) {
      const row = bodyOf(20_000 + n);
      const save = () =>
        db.transaction('rw', db.table('rows'), db.table('outbox'), async () => {
          await db.table('rows').put(row);
          await db.table('outbox').add(row);
        });
      floor.push(await timed(save));
    }
    await phone.end();
    await removeDb(db);
    return { ours, floor, longestTaskMs };
  },

  /** The same tap while a snapshot of ten thousand rows is being swapped in. */
  async saveDuringSwap() {
    const phone = await newPhone();
    await phone.engine.sync(committeeId);
    const meta = await phone.store.read((tx) => tx.meta.get(committeeId));
    if (meta === undefined) throw new Error('no committee');
    await phone.store.write((tx) => tx.meta.put({ ...meta, cursor: 0, head: null, epoch: null }));
    const swap = phone.engine.sync(committeeId);
    const taps: number[] = [];
    let swapping = true;
    void swap.finally(() => {
      swapping = false;
    });
    const { longestTaskMs } = await watched(async () => {
      while (swapping) {
        taps.push(await timed(() => addNotes(phone.engine, 1)));
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await swap;
    });
    await phone.end();
    return { taps, longestTaskMs };
  },

  /** A thousand commands made offline: sent, checked, chained, acknowledged and archived. */
  async push() {
    const phone = await newPhone();
    await phone.engine.sync(committeeId);
    await addNotes(phone.engine, 1_000);
    const ours = await timed(() => phone.engine.sync(committeeId));
    const left = await phone.store.read((tx) => tx.outbox.count('committeeId', committeeId));
    const archived = await phone.store.read((tx) => tx.archive.count('committeeId', committeeId));
    if (left !== 0 || archived < 1_000) throw new Error(`not settled: ${left} left, ${archived} archived`);
    await phone.end();
    const db = await bareDb();
    const rows = Array.from({ length: 1_000 }, (_, n) => bodyOf(30_000 + n));
    await db.table('outbox').bulkPut(rows);
    const floor = await timed(async () => {
      const pending = await db.table('outbox').toArray();
      for (let from = 0; from < pending.length; from += 100) {
        const body = JSON.stringify(pending.slice(from, from + 100));
        await (await fetch('/floor', { method: 'POST', body })).json();
      }
      await db.transaction('rw', db.table('rows'), db.table('outbox'), async () => {
        await db.table('rows').bulkPut(pending);
        await db.table('outbox').clear();
      });
    });
    await removeDb(db);
    return { ours, floor };
  },

  /** Ten thousand rows from the server into IndexedDB, visible in one swap. */
  async snapshot() {
    const phone = await newPhone();
    const { value: ours, longestTaskMs } = await watched(() => timed(() => phone.engine.sync(committeeId)));
    await phone.end();
    const net = createNet();
    const db = await bareDb();
    let rows = 0;
    const floor = await timed(async () => {
      const patch: unknown[] = [];
      let page: string | undefined;
      do {
        const ask = {
          protocol: 1,
          deviceId: phoneDeviceId,
          committeeId,
          epoch: null,
          cursor: 0,
          head: null,
          accessV: 0,
          pendingFrom: 1,
        };
        const answer = (await net.pull(page === undefined ? ask : { ...ask, page })) as PullResponse;
        patch.push(...answer.patch.map((op) => (op.op === 'put' ? { ...op.row, id: `${op.t}/${op.id}` } : op)));
        page = answer.next;
      } while (page !== undefined);
      rows = patch.length;
      await db.table('rows').bulkPut(patch);
    });
    await removeDb(db);
    return { ours, floor, rows, longestTaskMs };
  },

  /** A patch of a hundred rows under a thousand pending commands. */
  async rebase() {
    const real = createNet();
    let held: PullResponse | undefined;
    // The answer is fetched before and given without waiting, so that applying it is what is timed.
    const net: Net = {
      ...real,
      push: () => Promise.resolve({ deviceSeq: 0, outcomes: [], stop: 'retry' }), // a busy server decides nothing
      pull: async (request) => held ?? (await real.pull(request)),
    };
    const phone = await newPhone(net);
    await phone.engine.sync(committeeId);
    await addNotes(phone.engine, 1_000);
    const meta = await phone.store.read((tx) => tx.meta.get(committeeId));
    if (meta === undefined || meta.access === null) throw new Error('no committee');
    const sent = {
      ...{ protocol: 1, deviceId: phoneDeviceId, committeeId, epoch: meta.epoch, cursor: meta.cursor - 100 },
    };
    const before = (await real.pull({ ...sent, head: null, accessV: meta.access.v, pendingFrom: 1 })) as PullResponse;
    const patch = before.patch.slice(-100).map((op) => ({ ...op, v: meta.cursor + 1 }));
    const last = { head: 'f'.repeat(64), ackDeviceSeq: 0, lastDeviceSeq: 0, outcomes: [], backedUpSeq: 0 };
    held = { epoch: before.epoch, cursor: meta.cursor + 1, access: meta.access, mode: 'delta', patch, last };
    const round = () => phone.engine.sync(committeeId).catch(() => {}); // ends with what the busy server said
    const { value: ours, longestTaskMs } = await watched(() => timed(round));
    const after = await phone.store.read((tx) => tx.meta.get(committeeId));
    if (after?.cursor !== meta.cursor + 1) throw new Error('the patch was not applied');
    await phone.end();
    const db = await bareDb();
    const rows = Array.from({ length: 1_100 }, (_, n) => bodyOf(40_000 + n));
    await db.table('rows').bulkPut(rows);
    const floor = await timed(() =>
      db.transaction('rw', db.table('rows'), async () => {
        const found = await db.table('rows').bulkGet(rows.map(({ id: key }) => key));
        await db.table('rows').bulkPut(found);
      }),
    );
    await removeDb(db);
    return { ours, floor, patchRows: patch.length, longestTaskMs };
  },

  handOver,
};

export type Benches = typeof benches;
Object.assign(window, { benches });
