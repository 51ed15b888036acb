import { expect, test } from 'vitest';
import { addToArchive, archived, findArchived, takeFromArchive } from '../sync/archive.ts';
import type { ArchiveItem, ClientTx } from '../sync/ports.ts';
import { createDexieStore } from './dexieStore.ts';

const committeeId = 'committee';
const item = (deviceSeq: number, outcome: ArchiveItem['outcome'] = 'applied'): ArchiveItem => ({
  ...{ committeeId, deviceSeq, commandId: `c${deviceSeq}`, name: 'meeting.plan', v: 1, args: {}, touches: [] },
  ...{ clientTime: 0, epoch: 'e', seq: deviceSeq, hash: '', outcome, code: null, params: null },
});
const many = (from: number, to: number): readonly ArchiveItem[] =>
  Array.from({ length: to - from + 1 }, (_, n) => item(from + n));
const numbers = (items: Iterable<ArchiveItem>): readonly number[] =>
  [...items].map(({ deviceSeq }) => deviceSeq).sort((a, b) => a - b);

const inArchive = <T>(body: (tx: ClientTx) => Promise<T>): Promise<T> =>
  createDexieStore(crypto.randomUUID()).write(body);

test('[H2] what was carried out together shares a few records, what its author looks at lies alone', () =>
  inArchive(async (tx) => {
    await addToArchive(tx, [...many(1, 450), item(451, 'rejected'), item(452, 'held')]);
    expect(await tx.archive.count('committeeId', committeeId)).toBe(5);
    expect(await tx.archive.get('c451')).toEqual(item(451, 'rejected'));
    expect(numbers(await archived(tx, committeeId))).toEqual(numbers([...many(1, 452)]));
  }));

test('[H2] one is found among the others, and beside what an older app put there', () =>
  inArchive(async (tx) => {
    await tx.archive.putMany(many(1, 3)); // one record each, as 0.1.0 wrote them
    await addToArchive(tx, many(4, 300));
    const found = await findArchived(tx, committeeId, ['c2', 'c5', 'c204', 'c999']);
    expect(numbers(found.values())).toEqual([2, 5, 204]);
  }));

test('[H2] some are taken out, also the first of a record and also twice, and no other goes with them', () =>
  inArchive(async (tx) => {
    await tx.archive.put(item(1));
    await addToArchive(tx, many(2, 300));
    const isOld = ({ deviceSeq }: ArchiveItem): boolean => deviceSeq <= 2 || deviceSeq === 250;
    expect(numbers(await takeFromArchive(tx, committeeId, isOld))).toEqual([1, 2, 250]);
    expect(await takeFromArchive(tx, committeeId, isOld)).toEqual([]);
    expect(numbers(await archived(tx, committeeId))).toEqual(numbers([...many(3, 249), ...many(251, 300)]));
    await addToArchive(tx, [item(2), item(250)]); // settled again, after a restore
    expect(numbers(await archived(tx, committeeId))).toEqual(numbers(many(2, 300)));
    await takeFromArchive(tx, committeeId, () => true);
    expect(await tx.archive.all()).toEqual([]);
  }));
