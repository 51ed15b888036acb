/** Photos on the phone: which bytes may go, and when (docs/sync.md, B3). */
import type { BlobItem, ClientTx } from './ports.ts';

/** The server's own entry about these photos arrived: their bytes are safe there, the thumbnail stays here. */
export async function freeStored(tx: ClientTx, committeeId: string, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  const index = '[committeeId+state]';
  const open =
    (await tx.blobs.count(index, [committeeId, 'waiting'])) + (await tx.blobs.count(index, [committeeId, 'broken']));
  if (open === 0) return;
  const items = await tx.blobs.getMany(hashes.map((sha256) => [committeeId, sha256]));
  const stored = items.filter((item): item is BlobItem => item !== undefined && item.state !== 'stored');
  await tx.blobs.putMany(stored.map((item): BlobItem => ({ ...item, state: 'stored', bytes: null, problem: null })));
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
    else if (item !== undefined && item.bytes !== null) await tx.blobs.put({ ...item, bytes: null });
  }
}

const storedKeys = (tx: ClientTx, committeeId: string) =>
  tx.blobs.keysWhere('[committeeId+state]', [committeeId, 'stored']);
