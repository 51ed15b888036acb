/** Every command gets a durable outcome or leaves no trace (docs/sync.md P1-P13, SYNC 6.3). */
import {
  type Bundle,
  limits,
  type Outcome,
  type PushRequest,
  type PushResponse,
  type SentCommand,
} from '../../src/sync/protocol.ts';
import { unknownPlace } from './epoch.ts';
import { drive } from './held.ts';
import { entryPart, judge, notPermitted, type Verdict } from './judge.ts';
import { type EnginePorts, type LogOutcome, type ServerTx, type StoredLogEntry, Transient } from './ports.ts';
import { afterApplied } from './settle.ts';
import { deliverTransfers } from './transfers.ts';
import { inTurn, type Turn } from './turn.ts';
import { keepWaiting, takeWaiting } from './waiting.ts';

export interface PushingDevice {
  readonly deviceId: string;
  readonly personId: string;
}
export type Batch = Pick<PushRequest, 'committeeId' | 'epoch' | 'sentAt' | 'commands'> & {
  /** Brought by somebody else, its signature verified (H1). */
  readonly bundle?: Bundle;
};
type Stop = Pick<PushResponse, 'stop' | 'expected' | 'retryAfterMs'>;

const retryAfterMs = 2_000;
const retryAfterBadDeployMs = 60_000;
const faultsMax = 20; // in `faultWindowMs`; more of them is a bad deploy, and not a bad command (P6)
const faultWindowMs = 5 * 60_000;

export function createPush(ports: EnginePorts) {
  const faults: number[] = [];
  const mayHold = (): boolean => {
    const now = ports.now();
    while (faults[0] !== undefined && Math.abs(now - faults[0]) >= faultWindowMs) faults.shift(); // also when the clock was set back
    if (faults.length >= faultsMax) return false;
    faults.push(now);
    return true;
  };

  return async function push(device: PushingDevice, request: Batch): Promise<PushResponse> {
    const commands = [...request.commands].sort((a, b) => a.deviceSeq - b.deviceSeq);
    const batches: Batch[] = [];
    for (let from = 0; from === 0 || from < commands.length; from += limits.batchCommandsMax) {
      batches.push({ ...request, commands: commands.slice(from, from + limits.batchCommandsMax) });
    }
    return oneByOne(batches, (batch) => pushBatch(ports, device, batch, mayHold));
  };
}

async function oneByOne(
  batches: readonly Batch[],
  push: (batch: Batch) => Promise<PushResponse>,
): Promise<PushResponse> {
  let whole: PushResponse = { deviceSeq: 0, outcomes: [] };
  for (const batch of batches) {
    const answer = await push(batch);
    const deviceSeq = Math.max(whole.deviceSeq, answer.deviceSeq);
    whole = { ...whole, ...answer, deviceSeq, outcomes: [...whole.outcomes, ...answer.outcomes] };
    if (answer.stop !== undefined) break;
  }
  return whole;
}

/** All in one transaction; when that fails for a reason that passes, each in one of its own (P7, D13). */
async function pushBatch(
  ports: EnginePorts,
  device: PushingDevice,
  batch: Batch,
  mayHold: () => boolean,
): Promise<PushResponse> {
  try {
    return await inOneTransaction(ports, device, batch, mayHold);
  } catch (error) {
    if (!(error instanceof Transient)) ports.alarm('push_failed', { ...device, error: String(error) });
    if (batch.commands.length <= 1) return { deviceSeq: 0, outcomes: [], stop: 'retry', retryAfterMs };
  }
  const singly = batch.commands.map((command) => ({ ...batch, commands: [command] }));
  return oneByOne(singly, (single) => pushBatch(ports, device, single, mayHold));
}

async function inOneTransaction(
  ports: EnginePorts,
  { deviceId, personId }: PushingDevice,
  batch: Batch,
  mayHold: () => boolean,
): Promise<PushResponse> {
  let sendsMoney = false;
  const response = await inTurn(ports, batch.committeeId, async (turn): Promise<PushResponse> => {
    const device = await turn.tx.device(deviceId);
    // What a revoked device made before may still come in, but only by others.
    const known = device?.personId === personId && (device.state === 'active' || batch.bundle !== undefined);
    // Strangers write nothing, not even a refusal (P8).
    if (!known || (await turn.standing(personId)).kind === 'stranger') return unknownHere;
    const { epoch } = turn.committee;
    // A request that waited in the network since before a restore: how it had ended comes with its phone (P13).
    if ((batch.epoch ?? epoch) !== epoch) {
      return { deviceSeq: await turn.lastSeq(deviceId), epoch, outcomes: [], stop: 'epoch' };
    }
    const revoked = device.state === 'revoked';
    const decideAll = (part: Batch) => decideInOrder(turn, { deviceId, personId, revoked }, part, mayHold);
    const { outcomes, stop } = await decideAll(batch);
    if (stop.stop === 'gap' && batch.bundle !== undefined) await keepWaiting(turn, batch.bundle);
    if (stop.stop === undefined) await takeWaiting(turn, deviceId, decideAll);
    sendsMoney = [...turn.written].some((key) => key.startsWith('transfer/'));
    return { deviceSeq: await turn.lastSeq(deviceId), epoch, outcomes, ...stop };
  });
  if (sendsMoney) await deliverTransfers(ports, batch.committeeId).catch(() => undefined); // every minute again
  return response ?? unknownHere;
}

const unknownHere: PushResponse = { deviceSeq: 0, outcomes: [], stop: 'auth' };

type Sender = PushingDevice & { readonly revoked: boolean };

async function decideInOrder(
  turn: Turn,
  sender: Sender,
  batch: Batch,
  mayHold: () => boolean,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly stop: Stop }> {
  const outcomes: Outcome[] = [];
  for (const sent of batch.commands) {
    const command = { ...sent, wasSeq: wasAppliedAt(turn, sent.was, batch.bundle) };
    const answer = await decide(turn, sender, command, batch.sentAt, mayHold);
    if ('stop' in answer) return { outcomes, stop: answer };
    outcomes.push(answer as Outcome);
  }
  return { outcomes, stop: {} };
}

type Incoming = SentCommand & { readonly wasSeq: number | null };

async function decide(
  turn: Turn,
  device: Sender,
  command: Incoming,
  sentAt: number,
  mayHold: () => boolean,
): Promise<Outcome | Stop> {
  const last = await turn.lastSeq(device.deviceId);
  if (command.deviceSeq <= last) return storedOutcome(turn, device.deviceId, command);
  if (command.deviceSeq > last + 1) return { stop: 'gap', expected: last + 1 };
  const earlier = await turn.tx.logByCommand(turn.committee.id, command.commandId);
  if (earlier !== undefined) return renumbered(turn, device.deviceId, command, earlier);
  const doneAt = estimate(turn.ports.now(), sentAt, command.clientTime);
  try {
    return outcomeOf(await turn.attempt(() => decideNew(turn, device, command, doneAt)));
  } catch (error) {
    if (error instanceof Transient) throw error;
    const { commandId, name } = command;
    turn.ports.alarm('server_error', { commandId, name, error: String(error) });
    if (!mayHold()) return { stop: 'retry', retryAfterMs: retryAfterBadDeployMs };
    const { touches } = command;
    const verdict = { outcome: 'held', code: 'server_error', params: {}, waitsFor: null, touches } as const;
    return outcomeOf(await turn.attempt(() => record(turn, device, command, doneAt, verdict)));
  }
}

/** A lost answer, a repeat or a second tab: the outcome of before (P2). Other content under the number: a cloned phone. */
async function storedOutcome(turn: Turn, deviceId: string, command: SentCommand): Promise<Outcome | Stop> {
  const { deviceSeq, commandId } = command;
  const entry = await entryOfDevice(turn.tx, turn.committee.id, deviceId, deviceSeq);
  if (entry === undefined) throw new Error(`no entry of device ${deviceId} for its number ${deviceSeq}`);
  if (entry.commandId !== commandId) {
    turn.ports.alarm('forked', { committeeId: turn.committee.id, deviceId, deviceSeq });
    return { stop: 'forked' };
  }
  return outcomeOf(await latest(turn.tx, turn.committee.id, entry), deviceSeq);
}

async function entryOfDevice(tx: ServerTx, committeeId: string, deviceId: string, deviceSeq: number) {
  const entry = await tx.logByDeviceSeq(committeeId, deviceId, deviceSeq);
  if (entry !== undefined) return entry;
  const commandId = await tx.alias(committeeId, deviceId, deviceSeq);
  return commandId === undefined ? undefined : tx.logByCommand(committeeId, commandId);
}

/** Decided before under another number, by a phone that was cloned or a bundle: never run again (P4). */
async function renumbered(turn: Turn, deviceId: string, command: SentCommand, earlier: StoredLogEntry) {
  const { deviceSeq, commandId } = command;
  await turn.tx.addAlias(turn.committee.id, deviceId, deviceSeq, commandId);
  turn.advance(deviceId, deviceSeq);
  return outcomeOf(await latest(turn.tx, turn.committee.id, earlier), deviceSeq);
}

async function decideNew(turn: Turn, device: Sender, command: Incoming, doneAt: number) {
  const { commandId, name, v, args, touches, wasSeq } = command;
  const sent = { commandId, name, v, args, touches, doneAt, wasSeq, heldSeq: null };
  const by = { deviceId: device.deviceId, actorId: device.personId };
  const verdict = device.revoked ? notPermitted : await judge(turn, { ...sent, ...by });
  const entry = await record(turn, device, command, doneAt, verdict);
  if (verdict.outcome === 'applied') {
    await afterApplied(turn, entry);
    await drive(turn);
  }
  return entry;
}

async function record(
  turn: Turn,
  { deviceId, personId }: PushingDevice,
  command: Incoming,
  doneAt: number,
  verdict: Verdict,
): Promise<StoredLogEntry> {
  const { commandId, deviceSeq, name, v, args, wasSeq } = command;
  const standing = await turn.standing(personId);
  const role = standing.kind === 'member' ? standing.access.role : 'removed';
  const touches = verdict.outcome === 'held' ? verdict.touches : command.touches;
  const who = { commandId, deviceId, deviceSeq, actorId: personId, role };
  const part = entryPart(verdict);
  const entry = await turn.append({ ...who, name, v, args, ...part, clientTime: doneAt, touches, settles: null });
  turn.advance(deviceId, deviceSeq);
  if (verdict.outcome === 'held') {
    const { code, waitsFor } = verdict;
    if (code === 'unknown_command') turn.ports.alarm(code, { commandId, name, v }); // an app that is newer than this server
    await turn.hold({
      seq: entry.seq,
      commandId,
      deviceId,
      deviceSeq,
      actorId: personId,
      code,
      waitsFor,
      touches,
      wasSeq,
    });
  }
  return entry;
}

/** What was applied and is not in the log: this server lost it, in another epoch or, by a failover that nobody noticed yet,
 *  in this one (H13). A bundle of another epoch does not know how its commands ended there: they may have been applied. */
function wasAppliedAt({ committee }: Turn, was: SentCommand['was'], bundle: Bundle | undefined): number | null {
  if (was === undefined && (bundle?.epoch ?? committee.epoch) !== committee.epoch) return unknownPlace;
  return was?.outcome === 'applied' ? was.seq : null;
}

const ageMax = 400 * 24 * 3_600_000; // ms; an older claim says more about the clock than about the command

/** When it was done, by the age that the device claims on its own clock; for display only (SYNC 6.15). */
function estimate(now: number, sentAt: number, clientTime: number): number {
  const age = sentAt - clientTime;
  return age > 0 && age < ageMax ? now - age : now;
}

/** What holds now: a held command that was settled meanwhile has the outcome of that entry. */
async function latest(tx: ServerTx, committeeId: string, entry: StoredLogEntry): Promise<StoredLogEntry> {
  return entry.outcome === 'held' ? ((await tx.logSettling(committeeId, entry.seq)) ?? entry) : entry;
}

export function outcomeOf(entry: LogOutcome, deviceSeq = entry.deviceSeq): Outcome {
  const { commandId, seq, hash, outcome, code, params } = entry;
  const found = { deviceSeq, commandId, seq, hash, outcome };
  return { ...found, ...(code === null ? {} : { code }), ...(params === null ? {} : { params }) };
}
