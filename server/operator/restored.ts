/** What follows once a backup is in its place, wherever that is. */
import { rowKey } from '../../src/domain/command.ts';
import type { BlobStore } from '../blobs/blobStore.ts';
import { copyBlob } from '../blobs/copyBlob.ts';
import { listCommittees } from '../db/committees.ts';
import type { Connection } from '../db/database.ts';
import { beginEpoch, committees, mayHaveBeenApplied } from '../db/queries.ts';
import { unknownPlace } from '../engine/epoch.ts';
import type { ErasedName } from '../erased.ts';
import type { Services } from '../services.ts';
import { newId } from '../uuid.ts';
import type { Manifest } from './backup.ts';
import type { Undone } from './rights.ts';

export interface Restored {
  readonly manifest: Manifest;
  /** Where the former data are now; null when there were none. */
  readonly aside: string | null;
  /** Photos that came in after the backup and are kept: phones that sent them may have freed their bytes. */
  readonly photosKept: number;
  /** Devices that were signed off after the backup, and are again. */
  readonly devicesRevoked: number;
  /** Members whose removal or new role the backup does not know; null when the former data could not be read. */
  readonly undone: readonly Undone[] | null;
  /** Whose name was erased, and is there again because the backup does not know that they left. */
  readonly namesBack: readonly ErasedName[];
}

/** By a new epoch phones notice, and send again what the backup does not hold (D6, H3). */
export async function beginEpochs(connection: Connection): Promise<void> {
  for (const { id } of await connection.all(committees, {})) {
    await connection.run(beginEpoch, { id, epoch: newId() });
    await connection.run(mayHaveBeenApplied, { committee: id, place: unknownPlace });
  }
}

/** Photos of committees that are here, from another store. */
export async function bringPhotos(from: BlobStore, { database, blobs }: Services): Promise<void> {
  const known = new Set((await listCommittees(database)).map(({ id }) => id));
  const here = new Set((await blobs.list()).map(({ committeeId, sha256 }) => `${committeeId}/${sha256}`));
  for (const name of await from.list()) {
    const { committeeId, sha256 } = name;
    if (known.has(committeeId) && !here.has(`${committeeId}/${sha256}`)) await copyBlob(from, blobs, name);
  }
}

/** Photos that the restored log does not know get their entry; how many that are. */
export async function recordPhotos({ database, store, blobs, engine }: Services): Promise<number> {
  const known = new Set((await listCommittees(database)).map(({ id }) => id));
  let recorded = 0;
  for (const { committeeId, sha256 } of await blobs.list()) {
    if (!known.has(committeeId)) continue;
    const row = await store.read((snapshot) => snapshot.row(committeeId, rowKey('storedPhoto', sha256)));
    const offset = row === undefined ? await blobs.offset(committeeId, sha256) : 0;
    if (typeof offset === 'number') continue;
    await engine.recordStoredPhoto(committeeId, sha256, offset.stored);
    recorded += 1;
  }
  return recorded;
}
