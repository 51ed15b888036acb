import { expect, test } from 'vitest';
import { digestOf } from '../domain/digest.ts';
import type { RowType } from '../domain/rows.ts';
import type { ClientStore, StoredRow } from '../sync/ports.ts';
import { storedDigest } from '../sync/storedDigest.ts';
import { createDexieStore } from './dexieStore.ts';

const committeeId = 'a';
const meta = { committeeId, nextSeq: 1, cursor: 1 } as never;
const row = (type: RowType, n: number, own: Partial<StoredRow> = {}): StoredRow => {
  const id = `${type}-${n}`;
  return { committeeId, type, id, v: n + 1, sv: 1, scope: 'com', pending: 0, body: { id } as never, ...own };
};
const many = (type: RowType, count: number): StoredRow[] => Array.from({ length: count }, (_, n) => row(type, n));
const sumOf = (rows: readonly StoredRow[]): string => digestOf(rows.map(({ type, id, v }) => ({ t: type, id, v })));

let people = 0;
async function storeWith(rows: readonly StoredRow[]): Promise<ClientStore> {
  people += 1;
  const store = createDexieStore(`digest-${people}`);
  await store.write(async (tx) => {
    await tx.meta.put(meta);
    for (const one of rows) await tx.rows(one.type).put(one);
  });
  return store;
}

/** How many rows each transaction read, and what happens in front of each. */
function watched(
  store: ClientStore,
  before: (read: number) => Promise<void> | void,
): ClientStore & { counts: number[] } {
  const counts: number[] = [];
  return {
    ...store,
    counts,
    read: async (body) => {
      await before(counts.length);
      let count = 0;
      const result = await store.read((tx) =>
        body({
          ...tx,
          rows: (type) => {
            const table = tx.rows(type);
            return {
              ...table,
              between: async (first, last, most) => {
                const found = await table.between(first, last, most);
                count += found.length;
                return found;
              },
            };
          },
        }),
      );
      counts.push(count);
      return result;
    },
  };
}

test('[R6] sums every row of the committee, five hundred at most in one transaction', async () => {
  const mine = [...many('proposalNote', 1_000), ...many('proposal', 700), ...many('meeting', 3)];
  const store = watched(await storeWith([...mine, row('meeting', 9, { committeeId: 'b' })]), () => undefined);
  expect(await storedDigest(store, committeeId, () => false)).toBe(sumOf(mine));
  expect(Math.max(...store.counts)).toBe(500);
  expect(store.counts.reduce((a, b) => a + b)).toBe(mine.length);
});

test('[R6] what waits for the server counts as what the server confirmed', async () => {
  const store = await storeWith([
    row('meeting', 1),
    row('meeting', 2, { pending: 1, v: 7 }),
    row('meeting', 3, { pending: 1 }),
  ]);
  await store.write((tx) =>
    tx.shadow.putMany([
      { committeeId, key: 'meeting/meeting-2', confirmed: row('meeting', 2) },
      { committeeId, key: 'meeting/meeting-3', confirmed: null },
    ]),
  );
  expect(await storedDigest(store, committeeId, () => false)).toBe(sumOf([row('meeting', 1), row('meeting', 2)]));
});

test('[R6] a tap ends it between two readings, and what was written meanwhile makes it void', async () => {
  const store = await storeWith(many('meeting', 1_200));
  let asked = 0;
  const tapped = watched(store, () => undefined);
  expect(await storedDigest(tapped, committeeId, () => ++asked > 1)).toBeUndefined();
  expect(tapped.counts.reduce((a, b) => a + b)).toBe(500);
  const writing = watched(store, async (read) => {
    if (read === 3) await store.write((tx) => tx.meta.put({ ...(meta as object), nextSeq: 2 } as never));
  });
  expect(await storedDigest(writing, committeeId, () => false)).toBeUndefined();
});
