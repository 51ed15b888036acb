/** What runs in Chromium. Every contender is loaded only when its turn comes, and measured by the same lines. */

import { createNet } from '../../src/store/net.ts';
import { createReader } from '../../src/store/queries.ts';
import { newId, open as openOurs } from './contenders/ours.ts';
import { type BenchRecord, type Replica, recordOf } from './contenders/replica.ts';
import type { Contender } from './contenders.ts';
import { handOver } from './handOver.ts';
import { committeeId, proposalIdOf, sent } from './workload.ts';

const loaders: Readonly<Record<Contender, () => Promise<{ open(): Promise<Replica> }>>> = {
  ours: async () => ({ open: openOurs }),
  floor: () => import('./contenders/dexie.ts'),
  rxdb: () => import('./contenders/rxdb.ts'),
  pouchdb: () => import('./contenders/pouchdb.ts'),
  yjs: () => import('./contenders/yjs.ts'),
};
const openDevice = async (name: Contender): Promise<Replica> => (await loaders[name]()).open();

/** Milliseconds of each thing that was done, and the longest time that the page could not answer a tap meanwhile. */
export interface Measured {
  readonly ms: readonly number[];
  readonly longestTaskMs: number;
}

const betweenMs = 20; // nobody taps faster; what the last tap left to do is done by then, for every contender

async function measured(times: number, body: () => Promise<unknown>): Promise<Measured> {
  const { value: ms, longestTaskMs } = await watched(async () => {
    const each: number[] = [];
    for (let n = 0; n < times; n += 1) {
      each.push(await timed(body));
      if (times > 1) await pause(betweenMs);
    }
    return each;
  });
  return { ms, longestTaskMs };
}

async function timed(body: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await body();
  return performance.now() - begin;
}

/** Tasks that kept the page from answering, while `body` ran. */
async function watched<T>(body: () => Promise<T>): Promise<{ readonly value: T; readonly longestTaskMs: number }> {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
  });
  observer.observe({ type: 'longtask' });
  const value = await body();
  await pause(60); // entries come a little later
  for (const entry of observer.takeRecords()) longest = Math.max(longest, entry.duration);
  observer.disconnect();
  return { value, longestTaskMs: longest };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let records = 1_000_000;
function newRecord(): BenchRecord {
  records += 1;
  return recordOf(records);
}
const saveNew = (device: Replica) => (): Promise<void> => device.save(newRecord());
async function saveMany(device: Replica, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await device.save(newRecord());
}

/** A device that has everything, the server's answer to an empty push included. */
async function syncedDevice(name: Contender): Promise<Replica> {
  const device = await openDevice(name);
  await device.pull();
  await device.push();
  return device;
}

/** Somebody else adds records: by the network alone for ours and the floor, which share a server. */
async function addElsewhere(name: Contender, count: number): Promise<void> {
  if (name !== 'ours' && name !== 'floor') {
    const device = await openDevice(name);
    await saveMany(device, count);
    await device.push();
    return device.end();
  }
  const deviceId = newId();
  for (let from = 1; from <= count; from += 50) {
    const commands = Array.from({ length: Math.min(50, count - from + 1) }, (_, n) => {
      const { id: noteId, proposalId, text } = newRecord();
      const command = sent(from + n, 'proposalNote.add', { noteId, proposalId, text });
      return { ...command, commandId: newId() };
    });
    await createNet().push({ protocol: 1, app: 'bench', deviceId, committeeId, sentAt: Date.now(), commands });
  }
}

/** What is on the server; ours asks its own outbox instead. */
async function serverCount(name: Contender): Promise<number | undefined> {
  if (name === 'ours' || name === 'floor') return undefined;
  return (await fetch(`/${name}/count`)).json() as Promise<number>;
}

let online: Replica | undefined;

const benches = {
  /** Everything from the server into IndexedDB. */
  async snapshot(name: Contender) {
    const device = await openDevice(name);
    const pulled = await measured(1, () => device.pull());
    const count = await device.count();
    await device.end();
    return { ...pulled, count };
  },

  /** Tap to saved with everything present; each save alone, as a person would. */
  async save(name: Contender, times: number): Promise<Measured> {
    const device = await openDevice(name);
    await device.pull();
    const saved = await measured(times, saveNew(device));
    await device.end();
    return saved;
  },

  /** A thousand records made offline go to the server. */
  async push(name: Contender): Promise<Measured> {
    const device = await syncedDevice(name);
    const before = await serverCount(name);
    await saveMany(device, 1_000);
    const pushed = await measured(1, () => device.push());
    const after = await serverCount(name);
    if (before !== undefined && after !== before + 1_000) throw new Error(`${name}: ${before} became ${after}`);
    await device.end();
    return pushed;
  },

  /** A hundred records of others arrive under a thousand of our own that the server does not take yet. */
  async rebase(name: Contender): Promise<Measured> {
    const device = await syncedDevice(name);
    await saveMany(device, 1_000);
    const before = await device.count();
    await addElsewhere(name, 100);
    const pulled = await measured(1, () => device.pull());
    const after = await device.count();
    // The floor counts rows, and its own thousand become rows only now.
    if (after < before + 100) throw new Error(`${name}: ${before} became ${after}`);
    await device.end();
    return pulled;
  },

  /** The same tap as `save`, while a snapshot is being swapped in. */
  async saveDuringSwap(): Promise<Measured> {
    const device = await openOurs();
    await device.pull();
    const meta = await device.store.read((tx) => tx.meta.get(committeeId));
    if (meta === undefined) throw new Error('no committee');
    await device.store.write((tx) => tx.meta.put({ ...meta, cursor: 0, head: null, epoch: null }));
    const swap = device.engine.sync(committeeId);
    let swapping = true;
    void swap.finally(() => {
      swapping = false;
    });
    const { value: ms, longestTaskMs } = await watched(async () => {
      const taps: number[] = [];
      while (swapping) {
        taps.push(await timed(saveNew(device)));
        await pause(100);
      }
      await swap;
      return taps;
    });
    await device.end();
    return { ms, longestTaskMs };
  },

  async goOnline(name: Contender): Promise<void> {
    online = await openDevice(name);
    await online.live();
  },
  async goOffline(): Promise<void> {
    await online?.end();
    online = undefined;
  },
  /** One edit after another; answers when each was begun. */
  async edits(from: number, count: number): Promise<readonly number[]> {
    const begun: number[] = [];
    for (let n = from; n < from + count; n += 1) {
      await pause(150 + 100 * Math.random());
      begun.push(Date.now()); // the one clock of all pages
      await online?.save(recordOf(n));
    }
    return begun;
  },
  /** When each was to be seen here. */
  async sightings(from: number, count: number): Promise<readonly number[]> {
    const seen: number[] = [];
    for (let n = from; n < from + count; n += 1) {
      await online?.seen(recordOf(n).id);
      seen.push(Date.now());
    }
    return seen;
  },

  handOver,

  /** What a phone does all day, on a server of whatever size. */
  async growth(times: number) {
    const device = await openOurs();
    const snapshot = await measured(1, () => device.pull());
    const reader = createReader(device.store.db, committeeId);
    const save = await measured(times, saveNew(device));
    await device.push();
    await addElsewhere('ours', 100);
    const delta = await measured(1, () => device.pull());
    const list = await measured(times, () => reader.all('proposal'));
    const notes = await measured(times, () => reader.by('proposalNote', 'proposalId', proposalIdOf(7)));
    await device.end();
    return { snapshot, save, delta, list, notes };
  },
};

export type Benches = typeof benches;
Object.assign(window, { benches });
