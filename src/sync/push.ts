/** Sends what waits, in order, until nothing waits or the server says stop (docs/sync.md, P1-P3). Sending twice is
 *  harmless, so nothing here needs to know whether an earlier answer was lost. */
import { renumber, requeue } from './heal.ts';
import { Marks } from './marks.ts';
import type { CommitteeMeta, Ports } from './ports.ts';
import { type PushRequest, type PushResponse, protocolVersion, type SentCommand } from './protocol.ts';
import { toldUpTo, Unsent } from './unsent.ts';

/** What no epoch is called: a server decides nothing under it, and says in which epoch it is. */
const noEpoch = '';

/** Rounds of one push: enough for a thousand commands with a few repairs between them. */
const roundsMax = 200;

export type Pushed = {
  /** What the server decided and this phone has not written down: the pull that follows settles it. */
  readonly marks: Marks;
} & (
  | { readonly kind: 'sent' | 'blocked' | 'pull_first' }
  | { readonly kind: 'retry' | 'auth'; readonly retryAfterMs: number | null }
);

/** `pull_first`: the server waits for what it told us of already, so it went back in time, or it is in another epoch. A pull
 *  shows it what we know, and it begins a new epoch (H13); what it lost can then come back as what was carried out before. A
 *  phone that never pulled does not know yet in which epoch its numbers will stand (P13).
 *  Also without that when `pulledBefore`: an app that is too old for the server's rows gets no pull, nor who was removed. */
export async function pushAll(
  ports: Ports,
  deviceId: string,
  committeeId: string,
  pulledBefore = false,
): Promise<Pushed> {
  const marks = new Marks(ports, committeeId);
  try {
    return await pushInRounds(ports, deviceId, committeeId, marks, pulledBefore);
  } catch (error) {
    await marks.tryToWrite();
    throw error;
  }
}

async function pushInRounds(
  ports: Ports,
  deviceId: string,
  committeeId: string,
  marks: Marks,
  pulledBefore: boolean,
): Promise<Pushed> {
  let previous = '';
  let epochNow: string | undefined;
  let ahead = true;
  for (let round = 0; round < roundsMax; round += 1) {
    const unsent = await Unsent.begin(ports, committeeId, marks);
    const { meta } = unsent;
    const first = await unsent.next();
    if (first.length === 0) return { kind: 'sent', marks };
    const epoch = epochNow ?? meta?.epoch ?? noEpoch;
    if (epoch === noEpoch && !pulledBefore) return { kind: 'pull_first', marks };
    const from = { deviceId, committeeId, epoch };
    const last = await sendInOrder(ports, from, { first, unsent, ahead }, marks);
    const { answer } = last;
    if (meta?.removed === true) await marks.write(); // no pull will settle it
    if (last.overtook) {
      ahead = false;
      continue;
    }
    if (answer.stop === 'auth' || answer.stop === 'retry') {
      return { kind: answer.stop, retryAfterMs: answer.retryAfterMs ?? null, marks };
    }
    if (!pulledBefore && (await isForgotten(ports, committeeId, answer, marks))) return { kind: 'pull_first', marks };
    if (answer.stop === 'epoch') epochNow = answer.epoch;
    if (answer.stop === 'gap' || answer.stop === 'forked') {
      if (answer.stop === 'gap') marks.forget();
      await marks.write(); // what is decided keeps its number
      await repair(ports, committeeId, answer, meta);
    }
    if (last.whole && (await isUnchanged(ports, committeeId, meta))) return { kind: 'sent', marks };
    const { commandId, deviceSeq } = last.first;
    // A late pull of another tab may have put back what was decided here: it is decided once more, and that is progress.
    const decided = answer.outcomes.some((outcome) => outcome.commandId === commandId);
    const { head, settledSeq, removed } = meta ?? {};
    const state = JSON.stringify([commandId, deviceSeq, answer.stop, epoch, head, settledSeq, removed]);
    if (state === previous && !decided) {
      // The same first command twice means that the answers bring us nowhere: later, not at full speed. Unless another
      // tab took back what we knew meanwhile: then it is a new question.
      ports.alarm('push_no_progress', { committeeId, deviceSeq });
      return { kind: 'blocked', marks };
    }
    previous = state;
  }
  return { kind: 'sent', marks }; // the next round of the loop goes on; pulls must have their turn
}

async function isForgotten(
  ports: Ports,
  committeeId: string,
  { stop, expected = 1 }: PushResponse,
  marks: Marks,
): Promise<boolean> {
  if (stop === 'gap') return expected <= (await toldUpTo(ports, committeeId, marks));
  return stop === 'epoch';
}

interface Sending {
  readonly first: readonly SentCommand[];
  readonly unsent: Unsent; // what follows
  readonly ahead: boolean; // a request may leave before the one in front of it is answered
}

interface LastBatch {
  readonly first: SentCommand;
  readonly answer: PushResponse;
  readonly whole: boolean; // all that was read is decided
  readonly overtook: boolean; // it arrived before the one in front of it: no gap, it is sent once more
}

/** Request after request, while the server decides all that it is asked. Once an answer was quick, the next request is under
 *  way before it: the server works while an answer travels. Never on a slow line, where two would take each other's room. */
async function sendInOrder(ports: Ports, from: Sender, sending: Sending, marks: Marks): Promise<LastBatch> {
  const { unsent, ahead } = sending;
  const send = (commands: readonly SentCommand[], early: boolean): OnTheWay => {
    const answer = ports.net.push(requestOf(ports, from, commands));
    answer.catch(() => undefined); // thrown where it is waited for, if it still is
    return { commands, answer, early };
  };
  let sent = send(sending.first, false);
  for (let isQuick = false; ; ) {
    const following = unsent.next();
    following.catch(() => undefined);
    const next = isQuick && ahead ? nextOf(await following, (commands) => send(commands, true)) : undefined;
    const { answer, isSlow } = await marks.whenSlow(sent.answer);
    marks.add(answer);
    isQuick = !isSlow;
    const { commands, early } = sent;
    const whole = answer.stop === undefined && answer.outcomes.length === commands.length;
    const then = next ?? (whole ? nextOf(await following, (rest) => send(rest, false)) : undefined);
    if (!whole || then === undefined) {
      return { first: commands[0] as SentCommand, answer, whole, overtook: early && answer.stop === 'gap' };
    }
    sent = then;
  }
}

interface OnTheWay {
  readonly commands: readonly SentCommand[];
  readonly answer: Promise<PushResponse>;
  readonly early: boolean; // left before the one in front of it was answered
}

const nextOf = (commands: readonly SentCommand[], send: (commands: readonly SentCommand[]) => OnTheWay) =>
  commands.length === 0 ? undefined : send(commands);

/** Nothing was saved here or put back meanwhile: each changes this row. */
async function isUnchanged(ports: Ports, committeeId: string, base: CommitteeMeta | undefined): Promise<boolean> {
  const meta = await ports.store.read((tx) => tx.meta.get(committeeId));
  return JSON.stringify(meta) === JSON.stringify(base);
}

interface Sender {
  readonly deviceId: string;
  readonly committeeId: string;
  readonly epoch: string; // in which its numbers stand
}

function requestOf(ports: Ports, sender: Sender, commands: readonly SentCommand[]): PushRequest {
  return { protocol: protocolVersion, app: ports.appVersion, ...sender, sentAt: ports.clock.now(), commands };
}

/** A gap: the server knows less than we thought and gets it again. Forked: a clone of this device took our numbers.
 *  Compare-and-swap as for a pull: when another tab healed or pulled meanwhile, the answer is about a past that this phone
 *  has left, and what it asks for may be in a backup and gone from here. */
async function repair(
  ports: Ports,
  committeeId: string,
  answer: PushResponse,
  base: CommitteeMeta | undefined,
): Promise<void> {
  await ports.store.write(async (tx) => {
    const meta = await tx.meta.get(committeeId);
    if (meta === undefined || !samePast(meta, base)) return;
    let next: CommitteeMeta;
    if (answer.stop === 'forked') {
      ports.alarm('forked', { committeeId, deviceSeq: answer.deviceSeq });
      const outbox = await tx.outbox.where('committeeId', committeeId);
      const open = outbox.filter(({ decided }) => !decided);
      // The answer may be older than what another tab was told meanwhile: numbers that are decided stay taken.
      const taken = outbox.findLast(({ decided }) => decided)?.deviceSeq ?? 0;
      next = (await renumber(tx, meta, open, Math.max(answer.deviceSeq, taken) + 1)).meta;
    } else {
      const healed = await requeue(tx, meta, answer.expected ?? answer.deviceSeq + 1);
      if (healed.lost !== null) ports.alarm('lost_commands', { committeeId, ...healed.lost });
      next = healed.meta;
    }
    await tx.meta.put(next);
  });
}

const samePast = (meta: CommitteeMeta, base: CommitteeMeta | undefined): boolean =>
  meta.epoch === base?.epoch && meta.head === base.head && meta.settledSeq === base.settledSeq;
