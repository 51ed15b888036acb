/** Unsent work in a file (docs/sync.md, H1): out of this phone, and into any other or the server, twice and in any order. */
import { canonical } from '../domain/canonical.ts';
import { standingOf } from './blobStore.ts';
import { type BlobItem, type ClientTx, type Key, type Ports, type RelayItem, SignedOut, Unreachable } from './ports.ts';
import { type Bundle, bundleText, limits } from './protocol.ts';
import { sentOf } from './settle.ts';

export interface Identity {
  readonly personId: string;
  readonly deviceId: string;
}

/** Everything of this committee that the server has not settled, with the photos that it does not hold yet. Needs
 *  nothing but the outbox: what else cannot be read on a broken phone is left out (H6). */
export async function exportBundle(
  ports: Ports,
  { personId, deviceId }: Identity,
  committeeId: string,
): Promise<Bundle> {
  const items = await ports.store.read((tx) => tx.outbox.where('committeeId', committeeId));
  const epoch = await ports.store.read(async (tx) => (await tx.meta.get(committeeId))?.epoch ?? null).catch(() => null);
  const blobs = await ports.store.read((tx) => waitingPhotos(tx, committeeId)).catch(() => []);
  const commands = items.slice(0, limits.bundleCommandsMax).map(sentOf);
  const photos = blobs.flatMap((blob) =>
    blob?.bytes ? [{ sha256: blob.sha256, mime: blob.mime, base64: toBase64(blob.bytes) }] : [],
  );
  const madeAt = new Date(ports.clock.now()).toISOString();
  const firstSeq = commands[0]?.deviceSeq ?? 1;
  const head = { kind: 'buurtkas_bundle', v: 1, committeeId, epoch, deviceId, personId, firstSeq } as const;
  const unsigned = { ...head, commands, photos, madeAt };
  // Without its key the work still leaves the phone; the operator can take it in and vouch for it.
  return { ...unsigned, signature: await ports.sign(bundleText(unsigned)).catch(() => '') };
}

async function waitingPhotos(tx: ClientTx, committeeId: string): Promise<readonly (BlobItem | undefined)[]> {
  return tx.blobs.getMany(await tx.blobs.keysWhere('[committeeId+state]', [committeeId, 'waiting']));
}

export type Imported = 'kept' | 'own' | 'other_committee' | 'not_a_bundle';

/** Takes in the work of another phone. Whether the signature holds, only the server can say. */
export async function importBundle(ports: Ports, deviceId: string, bundle: unknown): Promise<Imported> {
  if (!isBundle(bundle)) return 'not_a_bundle';
  if (bundle.deviceId === deviceId) return 'own';
  // Nobody here would bring it: rounds are per committee.
  if ((await ports.store.read((tx) => tx.meta.get(bundle.committeeId))) === undefined) return 'other_committee';
  const photos = await Promise.all(
    bundle.photos.map(async ({ sha256, mime, base64 }) => ({ sha256, mime, bytes: fromBase64(base64) })),
  );
  const whole: { readonly sha256: string; readonly mime: string; readonly bytes: ArrayBuffer }[] = [];
  for (const photo of photos) {
    if (photo.bytes !== null && (await ports.sha256(photo.bytes)) === photo.sha256)
      whole.push({ ...photo, bytes: photo.bytes });
  }
  const light = withoutBytes(bundle);
  const id = await ports.sha256(new TextEncoder().encode(canonical(light)).buffer as ArrayBuffer);
  await ports.store.write(async (tx) => {
    await tx.relay.put({ id, committeeId: bundle.committeeId, bundle: light, problem: null });
    for (const photo of whole) await keepForDelivery(tx, bundle, photo);
  });
  return 'kept';
}

/** The bytes of photos travel as photos do, in chunks; the bundle goes ahead without them. */
export function withoutBytes(bundle: Bundle): Bundle {
  return { ...bundle, photos: bundle.photos.map(({ sha256, mime }) => ({ sha256, mime, base64: '' })) };
}

async function keepForDelivery(
  tx: ClientTx,
  { committeeId }: Bundle,
  { sha256, mime, bytes }: { readonly sha256: string; readonly mime: string; readonly bytes: ArrayBuffer },
): Promise<void> {
  const key: Key = [committeeId, sha256];
  const known = await tx.blobs.get(key);
  if (known !== undefined && known.bytes !== null) return;
  if ((await standingOf(tx, committeeId, sha256)) === 'stored') return;
  const rest = { own: 0, state: 'waiting', announcedBy: '', tries: 0, problem: null, thumbnail: null } as const;
  await tx.blobs.put({ sha256, committeeId, mime, size: bytes.byteLength, bytes, ...rest });
}

/** Brings what others handed over to the server. One that it does not take stays listed with the reason, and keeps no
 *  other from going. `again`: also what waits for its phone to sign in. */
export async function deliverBundles(ports: Ports, committeeId: string, again: boolean): Promise<void> {
  const items = await ports.store.read((tx) => tx.relay.where('committeeId', committeeId));
  for (const item of items) {
    const { problem } = item;
    if (problem === null || problem === 'retry' || (problem === 'unknown_device' && again)) await deliver(ports, item);
  }
}

async function deliver({ net, store }: Ports, item: RelayItem): Promise<void> {
  const { result, code } = await net.relay(item.bundle).catch(async (error: unknown) => {
    // `SignedOut` is about this phone, not about the bundle.
    if (!(error instanceof Unreachable) || error instanceof SignedOut) throw error;
    return { result: 'retry', code: undefined } as const;
  });
  await store.write(async (tx) => {
    if (result === 'taken' || result === 'waiting') await tx.relay.removeMany([item.id]);
    else await tx.relay.put({ ...item, problem: result === 'refused' ? (code ?? 'malformed') : result });
  });
}

/** Somebody here does not want to keep what the server refused. What can still arrive stays. */
export async function dropRefused(ports: Ports, id: string): Promise<void> {
  await ports.store.write(async (tx) => {
    const problem = (await tx.relay.get(id))?.problem ?? null;
    if (problem !== null && problem !== 'retry' && problem !== 'unknown_device') await tx.relay.removeMany([id]);
  });
}

function isBundle(value: unknown): value is Bundle {
  if (!isObject(value)) return false;
  const { kind, v, epoch, firstSeq, commands, photos } = value;
  const texts = ['committeeId', 'deviceId', 'personId', 'signature', 'madeAt'].map((name) => value[name]);
  return (
    kind === 'buurtkas_bundle' &&
    v === 1 &&
    (epoch === null || typeof epoch === 'string') &&
    Number.isSafeInteger(firstSeq) &&
    texts.every((text) => typeof text === 'string') &&
    [commands, photos].every((list) => Array.isArray(list) && list.length <= limits.bundleCommandsMax) &&
    (commands as readonly unknown[]).every(isCommand) &&
    (photos as readonly unknown[]).every((photo) => isObject(photo) && typeof photo['sha256'] === 'string')
  );
}

const isCommand = (value: unknown): boolean =>
  isObject(value) && Number.isSafeInteger(value['deviceSeq']) && typeof value['name'] === 'string';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

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
