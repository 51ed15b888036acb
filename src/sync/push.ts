/** Sends what waits, in order, until nothing waits or the server says stop (docs/sync.md, P1-P3). Sending twice is
 *  harmless, so nothing here needs to know whether an earlier answer was lost. */
import { renumber, requeue } from './heal.ts';
import { Marks } from './marks.ts';
import type { CommitteeMeta, OutboxItem, Ports } from './ports.ts';
import { limits, type PushRequest, type PushResponse, protocolVersion, type SentCommand } from './protocol.ts';
import { sentOf } from './settle.ts';

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
  for (let round = 0; round < roundsMax; round += 1) {
    const { items, meta, told } = await unsent(ports, committeeId, marks);
    const [first] = items;
    if (first === undefined) return { kind: 'sent', marks };
    const epoch = epochNow ?? meta?.epoch ?? noEpoch;
    if (epoch === noEpoch && !pulledBefore) return { kind: 'pull_first', marks };
    const from = { deviceId, committeeId, epoch };
    const last = await sendInOrder(ports, from, items, marks);
    const { answer } = last;
    if (meta?.removed === true) await marks.write(); // no pull will settle it
    if (answer.stop === 'auth' || answer.stop === 'retry') {
      return { kind: answer.stop, retryAfterMs: answer.retryAfterMs ?? null, marks };
    }
    const isForgotten = answer.stop === 'epoch' || (answer.stop === 'gap' && (answer.expected ?? 1) <= told);
    if (isForgotten && !pulledBefore) return { kind: 'pull_first', marks };
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

interface LastBatch {
  readonly first: SentCommand;
  readonly answer: PushResponse;
  readonly whole: boolean; // all that was read is decided
}

/** Batch after batch of one reading of the outbox, while the server decides all that it is asked. */
async function sendInOrder(ports: Ports, from: Sender, items: readonly OutboxItem[], marks: Marks): Promise<LastBatch> {
  for (let at = 0; ; ) {
    const commands = batchOf(items.slice(at, at + limits.pushCommandsMax));
    const answer = await marks.whenSlow(ports.net.push(requestOf(ports, from, commands)));
    marks.add(answer);
    at += commands.length;
    const whole = answer.stop === undefined && answer.outcomes.length === commands.length;
    if (!whole || at >= items.length) return { first: commands[0] as SentCommand, answer, whole };
  }
}

interface Unsent {
  /** The server said of everything up to this number how it ended. */
  readonly told: number;
  readonly items: readonly OutboxItem[];
  readonly meta: CommitteeMeta | undefined;
}

function unsent(ports: Ports, committeeId: string, marks: Marks): Promise<Unsent> {
  return ports.store.read(async (tx) => {
    const items = await tx.outbox.where('committeeId', committeeId);
    const meta = await tx.meta.get(committeeId);
    marks.begin(meta?.removed === true);
    const isDecided = (item: OutboxItem): boolean => item.decided || marks.has(item);
    const told = items.findLast(isDecided)?.deviceSeq ?? meta?.settledSeq ?? 0;
    return { items: items.filter((item) => !isDecided(item)), meta, told };
  });
}

/** Nothing was saved here or put back meanwhile: each changes this row. */
async function isUnchanged(ports: Ports, committeeId: string, base: CommitteeMeta | undefined): Promise<boolean> {
  const meta = await ports.store.read((tx) => tx.meta.get(committeeId));
  return JSON.stringify(meta) === JSON.stringify(base);
}

/** As many as fit the limits, and always one: a command that is too large alone gets its refusal from the server. */
function batchOf(items: readonly OutboxItem[]): readonly SentCommand[] {
  const batch: SentCommand[] = [];
  let bytes = 2_000; // the envelope
  for (const item of items) {
    const command = sentOf(item);
    if (items.length > 1) bytes += 3 * JSON.stringify(command).length; // at most three bytes of UTF-8 a code unit
    if (batch.length > 0 && bytes > limits.pushBytesMax) break;
    batch.push(command);
  }
  return batch;
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
