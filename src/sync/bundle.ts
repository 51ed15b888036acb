/** Unsent work in a file (docs/sync.md, H1): out of this phone, and into any other or the server, twice and in any order. */
import { canonical } from '../domain/canonical.ts';
import { type ClientTx, type Key, type Ports, type RelayItem, SignedOut, Unreachable } from './ports.ts';
import { type Bundle, bundleText, limits } from './protocol.ts';
import { sentOf } from './settle.ts';

export interface Identity {
  readonly personId: string;
  readonly deviceId: string;
}

/** Everything of this committee that the server has not settled, with the photos that it does not hold yet. */
export async function exportBundle(
  ports: Ports,
  { personId, deviceId }: Identity,
  committeeId: string,
): Promise<Bundle> {
  const { items, blobs } = await ports.store.read(async (tx) => {
    const keys = await tx.blobs.keysWhere('[committeeId+state]', [committeeId, 'waiting']);
    return { items: await tx.outbox.where('committeeId', committeeId), blobs: await tx.blobs.getMany(keys) };
  });
  const commands = items.slice(0, limits.bundleCommandsMax).map(sentOf);
  const photos = blobs.flatMap((blob) =>
    blob?.bytes ? [{ sha256: blob.sha256, mime: blob.mime, base64: toBase64(blob.bytes) }] : [],
  );
  const madeAt = new Date(ports.clock.now()).toISOString();
  const firstSeq = commands[0]?.deviceSeq ?? 1;
  const head = { kind: 'buurtkas_bundle', v: 1, committeeId, deviceId, personId, firstSeq } as const;
  const unsigned = { ...head, commands, photos, madeAt };
  return { ...unsigned, signature: await ports.sign(bundleText(unsigned)) };
}

export type Imported = 'kept' | 'own' | 'not_a_bundle';

/** Takes in a file of another phone. Whether the signature holds, only the server can say. */
export async function importBundle(ports: Ports, deviceId: string, bundle: unknown): Promise<Imported> {
  if (!isBundle(bundle)) return 'not_a_bundle';
  if (bundle.deviceId === deviceId) return 'own';
  const photos = await Promise.all(
    bundle.photos.map(async ({ sha256, mime, base64 }) => ({ sha256, mime, bytes: fromBase64(base64) })),
  );
  const whole: { readonly sha256: string; readonly mime: string; readonly bytes: ArrayBuffer }[] = [];
  for (const photo of photos) {
    if (photo.bytes !== null && (await ports.sha256(photo.bytes)) === photo.sha256)
      whole.push({ ...photo, bytes: photo.bytes });
  }
  const text = canonical(bundle);
  const id = await ports.sha256(new TextEncoder().encode(text).buffer as ArrayBuffer);
  // The bytes travel as photos do, in chunks; the bundle itself goes ahead without them.
  const light = { ...bundle, photos: bundle.photos.map((photo) => ({ ...photo, base64: '' })) };
  await ports.store.write(async (tx) => {
    await tx.relay.put({ id, committeeId: bundle.committeeId, bundle: light, problem: null });
    for (const photo of whole) await keepForDelivery(tx, bundle, photo);
  });
  return 'kept';
}

async function keepForDelivery(
  tx: ClientTx,
  { committeeId }: Bundle,
  { sha256, mime, bytes }: { readonly sha256: string; readonly mime: string; readonly bytes: ArrayBuffer },
): Promise<void> {
  const key: Key = [committeeId, sha256];
  const known = await tx.blobs.get(key);
  if (known !== undefined && known.bytes !== null) return;
  if ((await tx.rows('storedPhoto').get(key)) !== undefined) return;
  const rest = { own: 0, state: 'waiting', announcedBy: '', tries: 0, problem: null, thumbnail: null } as const;
  await tx.blobs.put({ sha256, committeeId, mime, size: bytes.byteLength, bytes, ...rest });
}

/** Brings what others handed over to the server. One that it does not take yet (an earlier part is missing) or not at all
 *  stays listed with the reason, and keeps no other from going. */
export async function deliverBundles(ports: Ports, committeeId: string): Promise<void> {
  const items = await ports.store.read((tx) => tx.relay.where('committeeId', committeeId));
  for (const item of items) {
    if (item.problem !== null && !passing.has(item.problem)) continue;
    await deliver(ports, item);
  }
}

const passing: ReadonlySet<string> = new Set(['gap', 'retry']);

async function deliver({ net, store }: Ports, item: RelayItem): Promise<void> {
  let problem: string | null;
  try {
    problem = (await net.relay(item.bundle)).stop ?? null;
  } catch (error) {
    // `SignedOut` is about this phone, not about the bundle.
    if (!(error instanceof Unreachable) || error instanceof SignedOut) throw error;
    problem = 'retry';
  }
  await store.write(async (tx) => {
    if (problem === null) await tx.relay.removeMany([item.id]);
    else if (problem !== item.problem) await tx.relay.put({ ...item, problem });
  });
}

function isBundle(value: unknown): value is Bundle {
  if (typeof value !== 'object' || value === null) return false;
  const bundle = value as Partial<Record<keyof Bundle, unknown>>;
  const texts = [bundle.committeeId, bundle.deviceId, bundle.personId, bundle.signature, bundle.madeAt];
  const lists = [bundle.commands, bundle.photos];
  return (
    bundle.kind === 'buurtkas_bundle' &&
    bundle.v === 1 &&
    texts.every((text) => typeof text === 'string') &&
    lists.every((list) => Array.isArray(list) && list.length <= limits.bundleCommandsMax)
  );
}

const sliceBytes = 8_192; // String.fromCharCode takes its arguments from the stack

function toBase64(bytes: ArrayBuffer): string {
  const view = new Uint8Array(bytes);
  let text = '';
  for (let at = 0; at < view.length; at += sliceBytes)
    text += String.fromCharCode(...view.subarray(at, at + sliceBytes));
  return btoa(text);
}

/** Null when it is no base64: the photo is damaged, its commands are not. */
function fromBase64(text: unknown): ArrayBuffer | null {
  try {
    return Uint8Array.from(atob(String(text)), (char) => char.charCodeAt(0)).buffer;
  } catch {
    return null;
  }
}
