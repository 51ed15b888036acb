/** What every client store must do, whatever it stands on: Dexie in the app, memory in the simulator. Called by a test
 *  file of its own for each of them. */
import { describe, expect, test } from 'vitest';
import type { Proposal } from '../domain/rows.ts';
import type { ClientStore, OutboxItem, StoredRow } from './ports.ts';

export interface ContractStore {
  readonly store: ClientStore;
  /** A second window on the same data. */
  readonly second: ClientStore;
  close(): Promise<void>;
}

export function clientStoreContract(name: string, make: () => Promise<ContractStore>): void {
  const over = async (body: (stores: ContractStore) => Promise<void>): Promise<void> => {
    const stores = await make();
    try {
      await body(stores);
    } finally {
      await stores.close();
    }
  };

  describe(`client store: ${name}`, () => {
    test('keeps and finds values by key and by index, in the order of their keys', () =>
      over(async ({ store }) => {
        await store.write(async (tx) => {
          await tx.outbox.putMany([item('a', 10), item('a', 2), item('b', 1)]);
          await tx.outbox.put(item('a', 1));
        });
        await store.read(async (tx) => {
          expect(await tx.outbox.get(['a', 2])).toEqual(item('a', 2));
          expect(await tx.outbox.get(['a', 3])).toBeUndefined();
          const many = await tx.outbox.getMany([
            ['a', 10],
            ['a', 99],
            ['b', 1],
          ]);
          expect(many.map((found) => found?.deviceSeq)).toEqual([10, undefined, 1]);
          const found = await tx.outbox.where('committeeId', 'a');
          expect(found.map(({ deviceSeq }) => deviceSeq)).toEqual([1, 2, 10]);
          expect(await tx.outbox.keysWhere('committeeId', 'a')).toEqual([
            ['a', 1],
            ['a', 2],
            ['a', 10],
          ]);
          expect(await tx.outbox.count('committeeId', 'a')).toBe(3);
          expect(await tx.outbox.where('commandId', 'b-1')).toEqual([item('b', 1)]);
          expect((await tx.outbox.all()).length).toBe(4);
        });
      }));

    test('puts over what was there, and its old index entries go', () =>
      over(async ({ store }) => {
        await store.write((tx) => tx.outbox.put(item('a', 1)));
        await store.write((tx) => tx.outbox.put({ ...item('a', 1), commandId: 'other' }));
        await store.read(async (tx) => {
          expect(await tx.outbox.count('commandId', 'a-1')).toBe(0);
          expect(await tx.outbox.count('commandId', 'other')).toBe(1);
        });
      }));

    test('finds rows by what their body says, a year as a number; a row without the field is in no list', () =>
      over(async ({ store }) => {
        await store.write((tx) => tx.rows('proposal').putMany([row('p1', 2025), row('p2', 2026), row('p3', 2026)]));
        await store.write((tx) =>
          tx.rows('meeting').put({ ...row('m1', 2026), type: 'meeting', body: { id: 'm1' } as never }),
        );
        await store.read(async (tx) => {
          const found = await tx.rows('proposal').where('[committeeId+body.year]', ['a', 2026]);
          expect(found.map(({ id }) => id)).toEqual(['p2', 'p3']);
          expect(await tx.rows('proposal').count('[committeeId+body.year]', ['a', '2026'])).toBe(0);
          expect(await tx.rows('proposal').count('committeeId', 'a')).toBe(3);
          expect(await tx.rows('meeting').keysWhere('committeeId', 'a')).toEqual([['a', 'm1']]);
        });
      }));

    test('sees its own writes inside the transaction, and removes', () =>
      over(async ({ store }) => {
        await store.write(async (tx) => {
          await tx.outbox.putMany([item('a', 1), item('a', 2)]);
          expect(await tx.outbox.count('committeeId', 'a')).toBe(2);
          await tx.outbox.removeMany([
            ['a', 1],
            ['a', 7],
          ]);
          expect((await tx.outbox.where('committeeId', 'a')).map((o) => o.deviceSeq)).toEqual([2]);
        });
        expect(await store.read((tx) => tx.outbox.count('committeeId', 'a'))).toBe(1);
      }));

    test('removes from one key to another, both included, and nothing of another committee', () =>
      over(async ({ store }) => {
        await store.write(async (tx) => {
          await tx.outbox.putMany([item('a', 1), item('a', 2), item('a', 10), item('a', 11), item('b', 5)]);
          await tx.outbox.removeRange(['a', 2], ['a', 10]);
          expect(await tx.outbox.count('commandId', 'a-10')).toBe(0);
        });
        const left = await store.read((tx) => tx.outbox.all());
        expect(left.map(({ commandId }) => commandId)).toEqual(['a-1', 'a-11', 'b-5']);
      }));

    test('reads a few at a time, in the order of the keys, and nothing of another committee', () =>
      over(async ({ store }) => {
        await store.write((tx) => tx.rows('proposal').putMany(['p3', 'p1', 'p2', 'p10'].map((id) => row(id, 2026))));
        await store.write((tx) => tx.rows('proposal').put({ ...row('p1', 2026), committeeId: 'b' }));
        const behind = (id: string, most: number) =>
          store.read(async (tx) =>
            (await tx.rows('proposal').between(['a', id], ['a', '\uffff'], most)).map((found) => found.id),
          );
        expect(await behind('', 3)).toEqual(['p1', 'p10', 'p2']);
        expect(await behind('p2', 3)).toEqual(['p3']);
        expect(await behind('p3', 3)).toEqual([]);
      }));

    test('[S1] writes nothing at all when the body throws, and passes its error on', () =>
      over(async ({ store }) => {
        await store.write((tx) => tx.outbox.put(item('a', 1)));
        const failing = store.write(async (tx) => {
          await tx.outbox.put(item('a', 2));
          await tx.rows('proposal').put(row('p1', 2026));
          await tx.outbox.removeMany([['a', 1]]);
          throw new Error('ours');
        });
        await expect(failing).rejects.toThrow('ours');
        await store.read(async (tx) => {
          expect((await tx.outbox.all()).map(({ deviceSeq }) => deviceSeq)).toEqual([1]);
          expect(await tx.rows('proposal').all()).toEqual([]);
        });
      }));

    test('[S5] two windows that both read and write exclude each other', () =>
      over(async ({ store, second }) => {
        const takeNext = (from: ClientStore) =>
          from.write(async (tx) => {
            const next = (await tx.outbox.count('committeeId', 'a')) + 1;
            await tx.outbox.put(item('a', next));
            return next;
          });
        const taken = await Promise.all(Array.from({ length: 20 }, (_, n) => takeNext(n % 2 === 0 ? store : second)));
        expect([...taken].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
      }));

    test('keeps more rows than go in one slice, in one transaction', () =>
      over(async ({ store }) => {
        const rows = Array.from({ length: 901 }, (_, n) => row(`p${n}`, 2026));
        await store.write((tx) => tx.rows('proposal').putMany(rows));
        expect(await store.read((tx) => tx.rows('proposal').count('committeeId', 'a'))).toBe(901);
        await store.write((tx) => tx.rows('proposal').removeMany(rows.slice(1).map(({ id }) => ['a', id])));
        expect((await store.read((tx) => tx.rows('proposal').all())).map(({ id }) => id)).toEqual(['p0']);
      }));

    test('gives bytes back as they were', () =>
      over(async ({ store }) => {
        const bytes = new Uint8Array([0, 255, 7]).buffer;
        const blob = { sha256: 'x', committeeId: 'a', mime: 'image/jpeg', size: 3, bytes, thumbnail: null } as const;
        const rest = { own: 1, state: 'waiting', announcedBy: 'c', tries: 0, problem: null } as const;
        await store.write((tx) => tx.blobs.put({ ...blob, ...rest }));
        const found = await store.read((tx) => tx.blobs.where('[committeeId+state]', ['a', 'waiting']));
        expect([...new Uint8Array(found[0]?.bytes ?? new ArrayBuffer(0))]).toEqual([0, 255, 7]);
      }));
  });
}

function item(committeeId: string, deviceSeq: number): OutboxItem {
  const sent = { deviceSeq, commandId: `${committeeId}-${deviceSeq}`, name: 'proposalNote.add', v: 1 };
  const rest = { args: { text: 'x' }, touches: [], clientTime: 0, writes: [], decided: false } as const;
  return { ...sent, ...rest, committeeId, forecast: 'expected', forecastCode: null, forecastParams: null };
}

function row(id: string, year: number): StoredRow {
  const body = { id, year } as Proposal; // a store looks at indexed fields only
  return { committeeId: 'a', type: 'proposal', id, v: 1, sv: 1, scope: `prop:${id}`, pending: 0, body };
}
