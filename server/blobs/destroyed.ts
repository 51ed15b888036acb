/** The bytes of photos that the log calls destroyed go (B7). The log is asked again for each, so that it may be done at any
 *  time, twice, and after a crash. */
import { rowKey } from '../../src/domain/command.ts';
import { groupBy } from '../../src/domain/groupBy.ts';
import { currentBody } from '../../src/domain/rowShapes.ts';
import type { StoredPhoto } from '../../src/domain/rows.ts';
import type { Services } from '../services.ts';

type Photos = Pick<Services, 'store' | 'blobs'>;

/** A photo is here whole: everybody hears of it. One that was destroyed goes again. */
export async function keepStored(
  { engine, blobs }: Pick<Services, 'engine' | 'blobs'>,
  committeeId: string,
  sha256: string,
  size: number,
): Promise<void> {
  if (!(await engine.recordStoredPhoto(committeeId, sha256, size))) await blobs.remove(committeeId, sha256);
}

export async function removeDestroyed(
  { store, blobs }: Photos,
  committeeId: string,
  hashes: readonly string[],
): Promise<number> {
  const destroyed = await store.read(async (snapshot) => {
    const rows = [];
    for (const sha256 of hashes) rows.push(await snapshot.row(committeeId, rowKey('storedPhoto', sha256)));
    return rows.flatMap((row) => (row === undefined ? [] : [currentBody(row) as StoredPhoto]));
  });
  const gone = destroyed.filter(({ destroyedOn }) => destroyedOn !== undefined);
  for (const { id } of gone) await blobs.remove(committeeId, id);
  return gone.length;
}

/** What a server that stopped, or a store that could not be reached, left lying. Answers how many that were. */
export async function sweepDestroyed(photos: Photos): Promise<number> {
  let removed = 0;
  for (const [committeeId, names] of groupBy(await photos.blobs.list(), (name) => name.committeeId)) {
    const hashes = names.map(({ sha256 }) => sha256);
    removed += await removeDestroyed(photos, committeeId, hashes);
  }
  return removed;
}
