/** Photos on the phone: which bytes may go, and when (docs/sync.md, B3). */
import { photosOf } from '../domain/access.ts';
import { type RowKey, splitKey } from '../domain/command.ts';
import { currentBody } from '../domain/rowShapes.ts';
import type { StoredPhoto } from '../domain/rows.ts';
import type { BlobItem, ClientTx } from './ports.ts';

/** What the rows say of a photo: that its bytes are at the server, or that they are destroyed (B7). */
export async function standingOf(
  tx: ClientTx,
  committeeId: string,
  sha256: string,
): Promise<'unknown' | 'stored' | 'destroyed'> {
  const row = await tx.rows('storedPhoto').get([committeeId, sha256]);
  if (row === undefined) return 'unknown';
  return (row.body as StoredPhoto).destroyedOn === undefined ? 'stored' : 'destroyed';
}

/** Whether this phone has the row, and the row names the photo. */
export async function isShown(tx: ClientTx, committeeId: string, sha256: string, shownBy: RowKey): Promise<boolean> {
  const { type, id } = splitKey(shownBy);
  const row = await tx.rows(type).get([committeeId, id]);
  return row !== undefined && photosOf(type, currentBody(row)).includes(sha256);
}

/** Bytes and small pictures of photos that are destroyed go (B7). One that a command names which is not decided yet waits
 *  for its outcome: when a row shows it again, the server takes it in again. */
export async function forgetDestroyed(tx: ClientTx, committeeId: string, hashes: readonly string[]): Promise<void> {
  const items = await tx.blobs.getMany(hashes.map((sha256) => [committeeId, sha256]));
  for (const item of items) {
    if (item === undefined) continue;
    const undecided = item.state !== 'stored' && (await tx.outbox.count('commandId', item.announcedBy)) > 0;
    if (!undecided) await tx.blobs.removeMany([[committeeId, item.sha256]]);
  }
}

/** The server's own entry about these photos arrived: what was carried here for others goes. The bytes of this phone's own
 *  stay until a verified backup holds them, as its commands do (H2), or until their room is needed. */
export async function noteStored(tx: ClientTx, committeeId: string, hashes: readonly string[]): Promise<void> {
  await markStored(tx, committeeId, hashes, ({ own, bytes }) => (own === 1 ? bytes : null));
}

/** The bytes are safe at the server, and no backup will be heard of; the small picture stays here. */
export async function freeStored(tx: ClientTx, committeeId: string, hashes: readonly string[]): Promise<void> {
  await markStored(tx, committeeId, hashes, () => null);
}

async function markStored(
  tx: ClientTx,
  committeeId: string,
  hashes: readonly string[],
  bytesOf: (item: BlobItem) => ArrayBuffer | null,
): Promise<void> {
  if (hashes.length === 0) return;
  const index = '[committeeId+state]';
  const open =
    (await tx.blobs.count(index, [committeeId, 'waiting'])) + (await tx.blobs.count(index, [committeeId, 'broken']));
  if (open === 0) return;
  const items = await tx.blobs.getMany(hashes.map((sha256) => [committeeId, sha256]));
  const stored = items.filter((item): item is BlobItem => item !== undefined && item.state !== 'stored');
  await tx.blobs.putMany(
    stored.map((item): BlobItem => ({ ...item, state: 'stored', bytes: bytesOf(item), problem: null })),
  );
}

/** A verified backup grew from place `from` in the log to `upTo`: own photos whose entry lies there need not be kept here. */
export async function freeBackedUp(tx: ClientTx, committeeId: string, from: number, upTo: number): Promise<void> {
  if (upTo <= from) return;
  for (const key of await storedKeys(tx, committeeId)) {
    const v = (await tx.rows('storedPhoto').get(key))?.v ?? 0;
    if (v <= from || v > upTo) continue;
    const item = await tx.blobs.get(key);
    if (item?.own === 1 && item.bytes !== null) await tx.blobs.put({ ...item, bytes: null });
  }
}

/** The server went back in time: own photos that it held and does not name any more are sent again (H3). */
export async function sendAgain(tx: ClientTx, committeeId: string): Promise<void> {
  for (const key of await storedKeys(tx, committeeId)) {
    if ((await tx.rows('storedPhoto').get(key)) !== undefined) continue;
    const item = await tx.blobs.get(key);
    if (item?.own === 1 && item.bytes !== null) await tx.blobs.put({ ...item, state: 'waiting' });
  }
}

/** Makes room: bytes that the server holds go, small pictures stay. Answers how many bytes that freed. */
export async function freeCached(tx: ClientTx, committeeId: string): Promise<number> {
  let freed = 0;
  for (const key of await storedKeys(tx, committeeId)) {
    const item = await tx.blobs.get(key); // one at a time: together they may not fit in memory
    if (item === undefined || item.bytes === null) continue;
    freed += item.bytes.byteLength;
    if (item.own === 0 && item.thumbnail === null) await tx.blobs.removeMany([key]);
    else await tx.blobs.put({ ...item, bytes: null });
  }
  return freed;
}

/** Photos of others go altogether: the rows that show them may not be for this person any more (V1). */
export async function forgetCopies(tx: ClientTx, committeeId: string): Promise<void> {
  for (const key of await storedKeys(tx, committeeId)) {
    const item = await tx.blobs.get(key);
    if (item?.own === 0) await tx.blobs.removeMany([key]);
  }
}

const storedKeys = (tx: ClientTx, committeeId: string) =>
  tx.blobs.keysWhere('[committeeId+state]', [committeeId, 'stored']);
