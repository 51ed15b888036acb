/** Photos on their way (docs/sync.md, B1-B5): after their command, in chunks from where the server is, one that does not
 *  go never in the way of another. */
import type { RowKey } from '../domain/command.ts';
import { freeStored, isShown, noteStored, standingOf } from './blobStore.ts';
import { type BlobItem, type Key, type Ports, Unreachable } from './ports.ts';
import { limits } from './protocol.ts';

const restartsMax = 3; // times that one photo may begin again in one round
const conflictsMax = 20; // times that the server may name another offset than the one we sent from
const unreachableMax = 2; // photos in a row that do not get through: then it is the connection

export interface BlobRound {
  /** At least one photo is complete at the server: a pull brings the entry that frees its bytes. */
  readonly stored: boolean;
  readonly interrupted: boolean;
}

/** `interrupted` is asked between chunks: a saved command must not wait behind a heavy photo. */
export async function sendPhotos(ports: Ports, committeeId: string, interrupted: () => boolean): Promise<BlobRound> {
  const keys = await ports.store.read((tx) => tx.blobs.keysWhere('[committeeId+state]', [committeeId, 'waiting']));
  let stored = false;
  let unreachable = 0;
  for (const key of keys) {
    if (interrupted()) return { stored, interrupted: true };
    const item = await nextItem(ports, key);
    if (item === undefined) continue;
    try {
      const sent = await sendPhoto(ports, item, interrupted);
      if (sent === 'interrupted') return { stored, interrupted: true };
      stored ||= sent === 'stored';
      unreachable = 0;
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      await note(ports, key, { problem: 'unreachable' });
      unreachable += 1;
      if (unreachable >= unreachableMax || keys.length === 1) throw error;
    }
  }
  return { stored, interrupted: false };
}

/** The photo, when its command has an outcome (D14): the server must know what it belongs to. */
async function nextItem(ports: Ports, key: Key): Promise<(BlobItem & { readonly bytes: ArrayBuffer }) | undefined> {
  return ports.store.read(async (tx) => {
    const item = await tx.blobs.get(key);
    if (item === undefined || item.state !== 'waiting' || item.bytes === null) return undefined;
    const announcing = await tx.outbox.where('commandId', item.announcedBy);
    if (announcing.some(({ decided }) => !decided)) return undefined;
    return { ...item, bytes: item.bytes };
  });
}

async function sendPhoto(
  ports: Ports,
  item: BlobItem & { readonly bytes: ArrayBuffer },
  interrupted: () => boolean,
): Promise<'stored' | 'interrupted' | 'failed'> {
  const { committeeId, sha256, bytes } = item;
  const key = [committeeId, sha256];
  if ((await ports.sha256(bytes)) !== sha256) {
    ports.alarm('photo_damaged_here', { committeeId, sha256 });
    await note(ports, key, { state: 'broken', problem: 'damaged_here' });
    return 'failed';
  }
  let restarts = 0;
  let conflicts = 0;
  let at = await ports.net.blobOffset(committeeId, sha256);
  while (at !== 'stored') {
    if (interrupted()) return 'interrupted';
    // An empty photo has one empty chunk, so that the server comes to hash it.
    const chunk = bytes.slice(at, at + limits.blobChunkBytes);
    const answer = await ports.net.blobSend(committeeId, sha256, at, chunk, bytes.byteLength, item.mime);
    if (answer === 'refused') {
      await note(ports, key, { state: 'broken', problem: 'refused' });
      return 'failed';
    }
    if (answer === 'mismatch') restarts += 1;
    else if (answer !== 'stored' && answer !== at + chunk.byteLength) conflicts += 1;
    if (restarts > restartsMax || conflicts > conflictsMax) {
      await note(ports, key, { problem: answer === 'mismatch' ? 'mismatch' : 'offset' });
      return 'failed';
    }
    at = answer === 'mismatch' ? 0 : answer;
  }
  await arrived(ports, committeeId, sha256);
  return 'stored';
}

/** The bytes are for the network until the server's entry comes by pull; it may have come before (B3). Who is no member
 *  (any more) gets no pull: there the word of the server, that it hashed these bytes and holds them, has to do. */
async function arrived({ store }: Ports, committeeId: string, sha256: string): Promise<void> {
  await store.write(async (tx) => {
    const standing = await standingOf(tx, committeeId, sha256);
    if (standing === 'destroyed') return tx.blobs.removeMany([[committeeId, sha256]]); // the server took nothing in, or shows it again
    if (standing === 'stored') await noteStored(tx, committeeId, [sha256]);
    else if ((await tx.meta.get(committeeId))?.removed === true) await freeStored(tx, committeeId, [sha256]);
  });
}

async function note(ports: Ports, key: Key, change: Pick<BlobItem, 'problem'> & Partial<BlobItem>): Promise<void> {
  await ports.store.write(async (tx) => {
    const item = await tx.blobs.get(key);
    if (item?.state === 'waiting') await tx.blobs.put({ ...item, ...change, tries: item.tries + 1 });
  });
}

/** Why a photo cannot be shown now. */
export class PhotoNotHere extends Error {}

/** The bytes from this phone or, checked against their name, from the server. A wrong byte is never shown (B4). */
export async function photoBytes(
  ports: Ports,
  committeeId: string,
  sha256: string,
  shownBy: RowKey,
): Promise<ArrayBuffer> {
  const key = [committeeId, sha256];
  const item = await ports.store.read((tx) => tx.blobs.get(key));
  if (item?.bytes && (await ports.sha256(item.bytes)) === sha256) return item.bytes;
  const bytes = await ports.net.blobGet(committeeId, sha256, shownBy);
  if ((await ports.sha256(bytes)) !== sha256) {
    ports.alarm('photo_damaged_there', { committeeId, sha256 });
    throw new PhotoNotHere('damaged');
  }
  // Kept to be seen again without a connection; that there is no room for it must not keep it from the screen.
  await keepCopy(ports, committeeId, sha256, bytes, shownBy).catch(() => undefined);
  return bytes;
}

/** The small picture on this phone, also where the bytes are not. Undefined: there is none. */
export async function photoThumbnail(
  { store }: Ports,
  committeeId: string,
  sha256: string,
): Promise<ArrayBuffer | undefined> {
  const item = await store.read((tx) => tx.blobs.get([committeeId, sha256]));
  return item?.thumbnail ?? undefined;
}

async function keepCopy(
  ports: Ports,
  committeeId: string,
  sha256: string,
  bytes: ArrayBuffer,
  shownBy: RowKey,
): Promise<void> {
  const thumbnail = (await ports.thumbnail?.(bytes).catch(() => undefined)) ?? null;
  await ports.store.write(async (tx) => {
    // While it was under way it may have been destroyed, or the row may have left the sight of this phone (V1).
    if ((await standingOf(tx, committeeId, sha256)) === 'destroyed') return;
    if (!(await isShown(tx, committeeId, sha256, shownBy))) return;
    const known = await tx.blobs.get([committeeId, sha256]);
    if (known === undefined) {
      const { byteLength: size } = bytes;
      const rest = { own: 0, state: 'stored', announcedBy: '', tries: 0, problem: null } as const;
      await tx.blobs.put({ sha256, committeeId, mime: 'image/jpeg', size, bytes, thumbnail, ...rest });
    } else if (known.bytes === null) await tx.blobs.put({ ...known, bytes, thumbnail: known.thumbnail ?? thumbnail });
  });
}
