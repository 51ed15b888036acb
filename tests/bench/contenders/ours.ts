/** Buurtkas: the shipped engine over the shipped Dexie store and transport, as wiring.ts ties them together. */
import { Dexie, liveQuery } from 'dexie';
import { uuidV7 } from '../../../src/domain/ids.ts';
import { databaseName } from '../../../src/store/database.ts';
import { createDexieStore, type DexieStore } from '../../../src/store/dexieStore.ts';
import { listen, pause } from '../../../src/store/events.ts';
import { createLocks } from '../../../src/store/locks.ts';
import { createNet } from '../../../src/store/net.ts';
import { createReader } from '../../../src/store/queries.ts';
import { createEngine, type Engine } from '../../../src/sync/engine.ts';
import { type Net, type Ports, Unreachable } from '../../../src/sync/ports.ts';
import { limits } from '../../../src/sync/protocol.ts';
import { committeeId, founderId } from '../workload.ts';
import { freshName, type Replica } from './replica.ts';

export interface OurReplica extends Replica {
  readonly engine: Engine;
  readonly store: DexieStore;
}

export const newId = (): string => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

export async function open(): Promise<OurReplica> {
  const personId = freshName('bench');
  const store = createDexieStore(personId);
  const line = heldLine(createNet());
  const ports: Ports = {
    ...{ store, net: line.net, newId, locks: createLocks(), random: Math.random, appVersion: 'bench' },
    commandsAtOnce: limits.pushCommandsMax,
    clock: {
      now: Date.now,
      sleep: (ms, signal) => pause(ms, signal ?? new AbortController().signal),
    },
    sha256: () => Promise.reject(new Error('no photos here')),
    sign: () => Promise.reject(new Error('no bundles here')),
    alarm: (code, details) => {
      throw new Error(`alarm ${code} ${JSON.stringify(details)}`);
    },
  };
  const engine = createEngine(ports, { personId: founderId, deviceId: newId() });
  await engine.join(committeeId, null);
  const reader = createReader(store.db, committeeId);
  const working = new AbortController();
  return {
    engine,
    store,
    pull: () => line.held(() => engine.sync(committeeId)),
    save: async ({ id: noteId, proposalId, text }) => {
      const saved = await engine.dispatch(committeeId, 'proposalNote.add', { noteId, proposalId, text });
      if (!saved.saved) throw new Error(`not saved: ${saved.code}`);
    },
    push: async () => {
      await engine.sync(committeeId);
      const left = await store.read((tx) => tx.outbox.count('committeeId', committeeId));
      if (left > 0) throw new Error(`${left} are not settled`);
    },
    count: () => reader.rowCount(),
    live: async () => {
      void engine.run(working.signal);
      void listen(working.signal, { onPoke: ({ c, seq }) => void engine.poke(c, seq) });
      await engine.sync(committeeId);
    },
    seen: (id) => firstShown(() => reader.byId('proposalNote', id)),
    end: async () => {
      working.abort();
      store.close();
      await Dexie.delete(databaseName(personId));
    },
  };
}

/** A transport that can hold back what goes out: a server that takes nothing now, but tells what others did. */
function heldLine(real: Net) {
  let holding = false;
  const busy = { deviceSeq: 0, outcomes: [], stop: 'retry' } as const;
  const net: Net = { ...real, push: (request) => (holding ? Promise.resolve(busy) : real.push(request)) };
  const held = async (round: () => Promise<void>): Promise<void> => {
    holding = true;
    try {
      await round();
    } catch (error) {
      if (!(error instanceof Unreachable && error.message === 'retry')) throw error; // what the busy server said
    } finally {
      holding = false;
    }
  };
  return { net, held };
}

function firstShown(query: () => Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    const shown = liveQuery(query).subscribe({
      next: (row) => {
        if (row === undefined) return;
        shown.unsubscribe();
        resolve();
      },
      error: reject,
    });
  });
}
