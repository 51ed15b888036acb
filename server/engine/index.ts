/** The server's side of docs/sync.md over any store: SQLite, PostgreSQL or, in the simulator, memory. */
import type { Bundle, PullRequest, PushRequest, PushResponse, RelayResponse } from '../../src/sync/protocol.ts';
import { drive } from './held.ts';
import { type OwnCommand, type OwnOutcome, runOwn } from './own.ts';
import { recordStoredPhoto } from './photos.ts';
import type { EnginePorts, HeldRow, StoredLogEntry } from './ports.ts';
import { createPull, type PullAnswer } from './pull.ts';
import { createPush, type PushingDevice } from './push.ts';
import { createRelay } from './relay.ts';
import { deliverTransfers } from './transfers.ts';
import { inTurn, type Turn } from './turn.ts';

export { standingOf } from './access.ts';
export type { OwnCommand, OwnOutcome } from './own.ts';
export { isDestroyed, showsPhoto } from './photos.ts';
export type { PullAnswer } from './pull.ts';
export type { PushingDevice } from './push.ts';
export { openRefusals } from './refused.ts';

export interface ServerEngine {
  push(device: PushingDevice, request: PushRequest): Promise<PushResponse>;
  /** Throws `OtherDevice` when the session is not that of the device that asks. */
  pull(device: PushingDevice, request: PullRequest): Promise<PullAnswer>;
  /** A bundle of another phone, its signature already verified: as a push from the device that made it (H1). */
  relay(bundle: Bundle, verifiedDevice: PushingDevice): Promise<RelayResponse>;
  /** Tells every phone through the log that the server holds these bytes; twice is once. False: the photo was destroyed, and
   *  what came in of it has to go (B7). */
  recordStoredPhoto(committeeId: string, sha256: string, size: number): Promise<boolean>;
  /** Gives commands of the server itself, in one transaction; one that was given before changes nothing. */
  runOwn(committeeId: string, commands: readonly OwnCommand[]): Promise<readonly OwnOutcome[]>;
  /** Brings money that is under way to another committee to its end; a push does that by itself. Answers how many. */
  deliverTransfers(committeeId: string): Promise<number>;
  /** An empty committee that `founderId` may found. Throws when the id is taken. */
  createCommittee(committeeId: string, founderId: string): Promise<void>;
  /** Runs again what is held, after a fault of ours was mended. */
  redrive(committeeId: string): Promise<{ readonly settled: number; readonly open: number }>;
  /** What waits, with the entry it came in: for its author and the chair. */
  openHeld(committeeId: string): Promise<readonly { readonly held: HeldRow; readonly entry: StoredLogEntry }[]>;
}

export class OtherDevice extends Error {}

export function createServerEngine(ports: EnginePorts): ServerEngine {
  const push = createPush(ports);
  const pull = createPull(ports);
  return {
    push: (device, request) =>
      request.deviceId === device.deviceId
        ? push(device, request)
        : Promise.resolve({ deviceSeq: 0, outcomes: [], stop: 'auth' }),
    // Two people in one browser share its cookie: an app that was left open must not be given the rows of the other (U7).
    pull: (device, request) =>
      request.deviceId === device.deviceId ? pull(device, request) : Promise.reject(new OtherDevice()),
    relay: createRelay(push),
    recordStoredPhoto: (committeeId, sha256, size) =>
      withTurn(ports, committeeId, (turn) => recordStoredPhoto(turn, sha256, size)),
    runOwn: (committeeId, commands) =>
      withTurn(ports, committeeId, async (turn) => {
        const outcomes: OwnOutcome[] = [];
        for (const command of commands) outcomes.push(await runOwn(turn, command));
        return outcomes;
      }),
    deliverTransfers: (committeeId) => deliverTransfers(ports, committeeId),
    createCommittee: (committeeId, founderId) => createCommittee(ports, committeeId, founderId),
    redrive: (committeeId) =>
      withTurn(ports, committeeId, async (turn) => {
        const before = turn.held.length;
        await drive(turn, 'operator');
        return { settled: before - turn.held.length, open: turn.held.length };
      }),
    openHeld: (committeeId) =>
      withTurn(ports, committeeId, async (turn) => {
        const found = [];
        for (const held of turn.held) {
          const entry = await turn.tx.logBySeq(committeeId, held.seq);
          if (entry !== undefined) found.push({ held, entry });
        }
        return found;
      }),
  };
}

async function withTurn<T>(ports: EnginePorts, committeeId: string, body: (turn: Turn) => Promise<T>): Promise<T> {
  const result = await inTurn(ports, committeeId, body);
  if (result === undefined) throw new Error(`no committee ${committeeId}`);
  return result;
}

function createCommittee(ports: EnginePorts, id: string, founderId: string): Promise<void> {
  return ports.store.write(async (tx) => {
    if ((await tx.lockCommittee(id)) !== undefined) throw new Error(`committee ${id} exists already`);
    await tx.saveCommittee({ id, epoch: ports.newId(), seq: 0, head: '', backedUpSeq: 0, founderId });
  });
}
