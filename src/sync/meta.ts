/** What the phone knows of a committee before and after it belongs to it. */
import type { Access } from '../domain/access.ts';
import { emptyDigest } from '../domain/digest.ts';
import { shapesNow } from '../domain/rowShapes.ts';
import { rowTypes } from '../domain/rows.ts';
import { addToArchive, takeFromArchive } from './archive.ts';
import { renumber } from './heal.ts';
import type { ClientTx, CommitteeMeta, DeviceMeta } from './ports.ts';

export function newMeta(committeeId: string): CommitteeMeta {
  return {
    committeeId,
    epoch: null,
    cursor: 0,
    head: null,
    access: null,
    nextSeq: 1,
    digest: emptyDigest,
    settledSeq: 0,
    backedUpSeq: 0,
    lastSyncAt: null,
    removed: false,
    shapes: shapesNow(),
    staging: null,
  };
}

/** Makes the committee known. `access` counts only until the first pull: it lets a founder begin without one. */
export async function join(tx: ClientTx, committeeId: string, access: Access | null): Promise<void> {
  const known = await tx.meta.get(committeeId);
  if (known === undefined) await tx.meta.put({ ...newMeta(committeeId), access });
  else if (known.access === null && access !== null) await tx.meta.put({ ...known, access });
}

/** No member any more (docs/sync.md, V2): all rows and the photos of others go at once; what this person made and the
 *  server has not decided stays until it is delivered. */
export async function wipe(tx: ClientTx, committeeId: string): Promise<void> {
  const meta = await tx.meta.get(committeeId);
  if (meta === undefined || meta.removed) return;
  for (const type of rowTypes) {
    await tx.rows(type).removeMany(await tx.rows(type).keysWhere('committeeId', committeeId));
  }
  await tx.shadow.removeMany(await tx.shadow.keysWhere('committeeId', committeeId));
  await tx.staging.removeMany(await tx.staging.keysWhere('committeeId', committeeId));
  await tx.blobs.removeMany(await tx.blobs.keysWhere('[committeeId+state]', [committeeId, 'stored']));
  // No pull will bring these outcomes any more: they are asked again by push, which repeats them.
  const outbox = await tx.outbox.where('committeeId', committeeId);
  await tx.outbox.putMany(outbox.map((item) => ({ ...item, writes: [], decided: false })));
  const { nextSeq, settledSeq, backedUpSeq, lastSyncAt } = meta;
  const kept = { nextSeq, settledSeq, backedUpSeq, lastSyncAt, epoch: meta.epoch };
  await tx.meta.put({ ...newMeta(committeeId), ...kept, removed: true });
}

/** This database now belongs to this device. Under another device id (the old one was revoked) numbers begin anew, and what
 *  is unsent gets new ones under its own command ids; settled commands can no longer be asked for by number. */
export async function adoptDevice(tx: ClientTx, device: Omit<DeviceMeta, 'key'>): Promise<void> {
  const before = await tx.device.get('device');
  const { deviceId, personId, name } = device;
  // Every start asks, and a write that changes nothing would keep the first screen waiting for the disk.
  if (before?.deviceId === deviceId && before.personId === personId && before.name === name) return;
  await tx.device.put({ key: 'device', ...device });
  if (before === undefined || before.deviceId === deviceId) return;
  for (const meta of await tx.meta.all()) {
    const { committeeId } = meta;
    const archived = await takeFromArchive(tx, committeeId, () => true);
    await addToArchive(
      tx,
      archived.map((item) => ({ ...item, deviceSeq: 0 })),
    );
    const unsent = await tx.outbox.where('committeeId', committeeId);
    const renumbered = await renumber(tx, { ...meta, settledSeq: 0 }, unsent, 1);
    await tx.meta.put(renumbered.meta);
  }
}
