/** Bundles that start too late wait here, and are taken in the same transaction that fills the hole before them (H5). */
import { type Bundle, bundleText } from '../../src/sync/protocol.ts';
import { Transient, type WaitingBundle } from './ports.ts';
import type { Batch } from './push.ts';
import type { Turn } from './turn.ts';

export const neverTaken = 2 ** 31 - 1; // a number that no device reaches: kept for the operator, and in nobody's way

export async function keepWaiting(turn: Turn, bundle: Bundle): Promise<void> {
  const light = { ...bundle, photos: bundle.photos.map((photo) => ({ ...photo, base64: '' })) };
  const id = turn.ports.sha256(bundleText(bundle));
  await turn.tx.addWaiting(turn.committee.id, { id, nextSeq: await firstOpen(turn, bundle), bundle: light });
}

/** The first of its numbers that is not decided. */
async function firstOpen(turn: Turn, { deviceId, commands }: Bundle): Promise<number> {
  const last = await turn.lastSeq(deviceId);
  const open = commands.map(({ deviceSeq }) => deviceSeq).filter((deviceSeq) => deviceSeq > last);
  return Math.min(...open);
}

type DecideAll = (batch: Batch) => Promise<{ readonly stop: { readonly stop?: string } }>;

export async function takeWaiting(turn: Turn, deviceId: string, decideAll: DecideAll): Promise<void> {
  const { tx, committee, ports } = turn;
  for (;;) {
    const waiting = await tx.nextWaiting(committee.id, deviceId, (await turn.lastSeq(deviceId)) + 1);
    if (waiting === undefined) return;
    const stop = await take(turn, waiting, decideAll);
    if (stop === 'retry') return; // with the next push of this device
    if (stop === undefined) await tx.removeWaiting(committee.id, waiting.id);
    else if (stop === 'gap') await keepWaiting(turn, waiting.bundle);
    else {
      ports.alarm('waiting_bundle_stuck', { deviceId, waitingId: waiting.id, why: stop });
      await tx.addWaiting(committee.id, { ...waiting, nextSeq: neverTaken });
    }
  }
}

/** Why it was not taken whole. A fault in it must not keep the device's own push from its end. */
async function take(turn: Turn, { bundle }: WaitingBundle, decideAll: DecideAll): Promise<string | undefined> {
  const { committeeId, madeAt } = bundle;
  const commands = [...bundle.commands].sort((a, b) => a.deviceSeq - b.deviceSeq);
  try {
    const sentAt = Date.parse(madeAt);
    return (await turn.attempt(() => decideAll({ committeeId, sentAt, commands, bundle }))).stop.stop;
  } catch (error) {
    if (error instanceof Transient) throw error;
    return String(error);
  }
}
