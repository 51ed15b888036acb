/** What runs in the Chromium that is killed: the shipped engine over the shipped store, saving as fast as it can. */
import { createDexieStore } from '../../src/store/dexieStore.ts';
import { createPorts, newId, sha256 } from '../../src/store/ports.ts';
import { itemsIn } from '../../src/sync/archive.ts';
import { createEngine, type Engine } from '../../src/sync/engine.ts';
import { committeeId, founderId, noteArgs, proposalIdOf } from '../bench/workload.ts';

/** What the page told to be saved. The runner hears it only after the engine's promise was kept. */
export interface Saved {
  readonly commandId: string;
  readonly rowKey: readonly [type: 'proposalNote' | 'supportCount', id: string];
  readonly photo: string | null;
}

const photoEvery = 8;
const photoBytes = 150_000;
const store = createDexieStore('torture');
async function saveOne(engine: Engine, n: number): Promise<Saved> {
  const id = newId();
  if (n % photoEvery !== 0) {
    const sent = await engine.dispatch(committeeId, 'proposalNote.add', { ...noteArgs(n), noteId: id });
    return { commandId: commandOf(sent), rowKey: ['proposalNote', id], photo: null };
  }
  const bytes = crypto.getRandomValues(new Uint8Array(65_536));
  const whole = new Uint8Array(photoBytes);
  for (let at = 0; at < photoBytes; at += bytes.length) whole.set(bytes.subarray(0, photoBytes - at), at);
  const hash = await sha256(whole.buffer);
  const photo = {
    sha256: hash,
    originalSha256: hash,
    size: photoBytes,
    mime: 'image/jpeg',
    width: 9,
    height: 9,
  } as const;
  const proposalId = proposalIdOf(0);
  const sheetNumber = 1 + (Math.floor(Math.random() * 1_000_000) % 999);
  const numbers = { householdsAsked: 10, forCount: 5, againstCount: 1, noOpinionCount: 0, notAtHomeCount: 4 };
  const args = { proposalId, sheetNumber, area: '', ...numbers, photos: [photo], countedOn: '2026-03-01' };
  const photos = [{ photo, bytes: whole.buffer, thumbnail: null }];
  const sent = await engine.dispatch(committeeId, 'support.count', args, { photos, accept: true });
  const countId = `${proposalId}:${sheetNumber}:${founderId}`;
  return { commandId: commandOf(sent), rowKey: ['supportCount', countId], photo: hash };
}

function commandOf(sent: Awaited<ReturnType<Engine['dispatch']>>): string {
  if (!sent.saved) throw new Error(`not saved: ${sent.code}`);
  return sent.commandId;
}

const torture = {
  /** Saves until the browser dies, and lets the engine talk to the server meanwhile. `told` hears of every kept promise. */
  async run(deviceId: string, told: (saved: Saved) => void): Promise<never> {
    const engine = createEngine(createPorts(store, 'torture'), { personId: founderId, deviceId });
    await engine.join(committeeId, null);
    // The first time it brings the rights to save anything; photos find no place on this server.
    await engine.sync(committeeId).catch(() => undefined);
    void engine.run(new AbortController().signal);
    for (let n = 1; ; n += 1) told(await saveOne(engine, n));
  },

  /** Which of these are still here: the command in one of its places, its row to be seen, the bytes of its photo. */
  async missing(all: readonly Saved[]): Promise<readonly string[]> {
    return store.read(async (tx) => {
      const commands = new Set(
        [...(await tx.outbox.all()), ...(await tx.archive.all()).flatMap(itemsIn), ...(await tx.inbox.all())].map(
          (one) => one.commandId,
        ),
      );
      const rows = new Set<string>();
      for (const type of ['proposalNote', 'supportCount'] as const) {
        for (const { id } of await tx.rows(type).all()) rows.add(id);
      }
      const blobs = new Map((await tx.blobs.all()).map((blob) => [blob.sha256, blob]));
      return all.flatMap(({ commandId, rowKey, photo }) => {
        const lost: string[] = [];
        if (!commands.has(commandId)) lost.push(`command ${commandId}`);
        if (!rows.has(rowKey[1])) lost.push(`row ${rowKey.join(' ')}`);
        const blob = photo === null ? undefined : blobs.get(photo);
        if (photo !== null && (blob === undefined || (blob.state === 'waiting' && blob.bytes === null)))
          lost.push(`photo ${photo}`);
        return lost;
      });
    });
  },
};

export type TorturePage = typeof torture;
Object.assign(globalThis, { torture });
