/** What only a real browser can answer: that IndexedDB keeps the engine's transactions alive, strictly and apart. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { emptyDigest } from '../../src/domain/digest.ts';
import type { Proposal } from '../../src/domain/rows.ts';
import { createDexieStore, type DexieStore } from '../../src/store/dexieStore.ts';
import { publicKey, sign } from '../../src/store/keys.ts';
import { createLocks } from '../../src/store/locks.ts';
import { newId, sha256 } from '../../src/store/ports.ts';
import { createEngine, type Engine } from '../../src/sync/engine.ts';
import { join } from '../../src/sync/meta.ts';
import { type Net, type Ports, StorageFull, Unreachable } from '../../src/sync/ports.ts';
import { limits, type PatchOp } from '../../src/sync/protocol.ts';
import { applyPull, type WholeAnswer } from '../../src/sync/rebase.ts';
import { clientStoreContract } from '../../src/sync/storeContract.ts';

const opened: DexieStore[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const store of opened.splice(0)) store.close();
});

function open(personId: string): DexieStore {
  const store = createDexieStore(personId);
  opened.push(store);
  return store;
}

clientStoreContract('Dexie in Chromium', async () => {
  const personId = newId();
  return { store: open(personId), second: open(personId), close: async () => undefined };
});

const away = async (): Promise<never> => {
  throw new Unreachable('no network in this test');
};
const offline: Net = {
  push: away,
  pull: away,
  relay: away,
  blobOffset: away,
  blobSend: away,
  blobGet: away,
};

function engineOn(store: DexieStore, personId: string): Engine {
  const ports: Ports = {
    store,
    net: offline,
    clock: { now: () => Date.now(), sleep: async () => undefined },
    locks: createLocks(),
    newId,
    random: Math.random,
    sha256,
    sign,
    alarm: () => undefined,
    appVersion: 'test',
    commandsAtOnce: 200,
  };
  return createEngine(ports, { personId, deviceId: newId() });
}

async function phone() {
  const [personId, committeeId] = [newId(), newId()];
  const store = open(personId);
  await store.write((tx) => join(tx, committeeId, { personId, role: 'chair', proposalIds: [], v: 1 }));
  return { personId, committeeId, store, engine: engineOn(store, personId) };
}

const plan = (title: string) => ({
  meetingId: newId(),
  title,
  place: 'Wijkcentrum',
  plannedOn: '2026-03-03',
  startTime: '19:30',
});

describe('saving in a real browser', () => {
  test('[S1] every write transaction reports durability strict', async () => {
    const real = IDBDatabase.prototype.transaction;
    const durabilities: string[] = [];
    // Before the database opens: Dexie binds the function then.
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      const transaction = real.apply(this, args);
      if (transaction.mode === 'readwrite') durabilities.push(transaction.durability);
      return transaction;
    });
    const { committeeId, engine } = await phone();
    durabilities.length = 0;
    const saved = await engine.dispatch(committeeId, 'meeting.plan', plan('Maart'));
    expect(saved.saved).toBe(true);
    expect(durabilities).toEqual(['strict']);
  });

  test('[S5] two windows never take the same number', async () => {
    const { personId, committeeId, store, engine } = await phone();
    const second = engineOn(open(personId), personId);
    const saves = Array.from({ length: 30 }, (_, n) =>
      (n % 2 === 0 ? engine : second).dispatch(committeeId, 'meeting.plan', plan(`Vergadering ${n}`)),
    );
    await Promise.all(saves);
    const items = await store.read((tx) => tx.outbox.where('committeeId', committeeId));
    expect(items.map(({ deviceSeq }) => deviceSeq)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    expect(new Set(items.map(({ commandId }) => commandId)).size).toBe(30);
  });

  test('[S3] a full disk in the middle of a save leaves nothing behind and keeps what was there', async () => {
    const { committeeId, store, engine } = await phone();
    await engine.dispatch(committeeId, 'meeting.plan', plan('Bewaard'));
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'rows_meeting') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    const failing = engine.dispatch(committeeId, 'meeting.plan', plan('Past niet'));
    await expect(failing).rejects.toBeInstanceOf(StorageFull);
    vi.restoreAllMocks();
    expect(await store.read((tx) => tx.outbox.where('committeeId', committeeId))).toHaveLength(1);
    const rows = await store.read((tx) => tx.rows('meeting').all());
    expect(rows.map(({ body }) => (body as { title: string }).title)).toEqual(['Bewaard']);
    expect((await store.read((tx) => tx.meta.get(committeeId)))?.nextSeq).toBe(2);
    expect((await engine.dispatch(committeeId, 'meeting.plan', plan('Nu wel'))).saved).toBe(true);
  });
});

describe('applying in a real browser', () => {
  const environment = { now: 1, alarm: () => undefined };
  const base = { epoch: null, cursor: 0, head: null };

  function answerOf(personId: string, patch: readonly PatchOp[], cursor = 10): WholeAnswer {
    const access = { personId, role: 'chair', proposalIds: [], v: 1 } as const;
    const last = { head: 'h', ackDeviceSeq: 0, lastDeviceSeq: 0, outcomes: [], backedUpSeq: 0 };
    return { epoch: 'e', cursor, access, mode: 'snapshot', patch, last };
  }
  const put = (id: string, v: number): PatchOp => {
    const row = { id, year: 2026, title: `Aanvraag ${id}`, summary: 'x'.repeat(200) } as Proposal;
    return { op: 'put', t: 'proposal', id, v, sv: 1, scope: `prop:${id}`, row };
  };

  test('[R1] of two windows with the same answer one applies it, the other drops it', async () => {
    const { personId, committeeId, store } = await phone();
    const second = open(personId);
    const answer = answerOf(personId, [put('a', 1), put('b', 2)]);
    const results = await Promise.all(
      [store, second].map((one) => one.write((tx) => applyPull(tx, committeeId, base, answer, environment))),
    );
    expect([...results].sort()).toEqual(['applied', 'stale']);
    expect(await store.read((tx) => tx.rows('proposal').count('committeeId', committeeId))).toBe(2);
  });

  test('[R5] a snapshot of 10,000 rows is swapped whole while a save waits behind it', async () => {
    const { personId, committeeId, store, engine } = await phone();
    const patch = Array.from({ length: 10_000 }, (_, n) => put(`p${n}`, n + 1));
    await engine.dispatch(committeeId, 'meeting.plan', plan('Voor de wissel'));
    const answer = answerOf(personId, patch, 10_000);
    const swap = store.write((tx) => applyPull(tx, committeeId, base, answer, environment));
    const tap = engine.dispatch(committeeId, 'meeting.plan', plan('Tijdens de wissel'));
    expect(await swap).toBe('applied');
    expect((await tap).saved).toBe(true);
    await store.read(async (tx) => {
      expect(await tx.rows('proposal').count('committeeId', committeeId)).toBe(10_000);
      expect((await tx.rows('meeting').all()).map(({ pending }) => pending)).toEqual([1, 1]);
      expect((await tx.meta.get(committeeId))?.digest).not.toBe(emptyDigest);
    });
    // The next snapshot holds less: the rest is swept in the same transaction.
    const less = answerOf(personId, patch.slice(0, limits.pageRowsMax), 10_001);
    const from = { epoch: 'e', cursor: 10_000, head: 'h' };
    await store.write((tx) => applyPull(tx, committeeId, from, less, environment));
    expect(await store.read((tx) => tx.rows('proposal').count('committeeId', committeeId))).toBe(limits.pageRowsMax);
  });
});

test('[H1] the device signs so that its public key verifies, and the private key cannot leave', async () => {
  const signature = Uint8Array.from(atob(await sign('bundel')), (char) => char.charCodeAt(0));
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
  const jwk = JSON.parse(await publicKey()) as JsonWebKey;
  expect(jwk).not.toHaveProperty('d');
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify']);
  const hash = { name: 'ECDSA', hash: 'SHA-256' } as const;
  const text = (words: string) => new TextEncoder().encode(words);
  expect(await crypto.subtle.verify(hash, key, signature, text('bundel'))).toBe(true);
  expect(await crypto.subtle.verify(hash, key, signature, text('bundeI'))).toBe(false);
});

test('a lock that another window holds is busy at once, and free again after it', async () => {
  const locks = createLocks();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = locks.ifFree('sync:test', async () => {
    await held;
    return 'mine';
  });
  expect(await locks.ifFree('sync:test', async () => 'yours')).toBe('busy');
  release();
  expect(await first).toBe('mine');
  expect(await locks.ifFree('sync:test', async () => 'yours')).toBe('yours');
});
