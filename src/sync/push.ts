/** Sends what waits, in order, until nothing waits or the server says stop (docs/sync.md, P1-P3). Sending twice is
 *  harmless, so nothing here needs to know whether an earlier answer was lost. */
import { renumber, requeue } from './heal.ts';
import type { ClientTx, CommitteeMeta, OutboxItem, Ports } from './ports.ts';
import { limits, type PushRequest, type PushResponse, protocolVersion, type SentCommand } from './protocol.ts';
import { sentOf, settle } from './settle.ts';

/** Rounds of one push: enough for a thousand commands with a few repairs between them. */
const roundsMax = 200;

export type Pushed =
  | { readonly kind: 'sent' | 'blocked' | 'forgotten' }
  | { readonly kind: 'retry' | 'auth'; readonly retryAfterMs: number | null };

/** `forgotten`: the server waits for what it told us of already, so it went back in time. A pull shows it what we know, and
 *  it begins a new epoch (H13); what it lost can then come back as what was carried out before. Also without that when
 *  `pulledBefore`: an app that is too old for the server's rows gets no pull. */
export async function pushAll(
  ports: Ports,
  deviceId: string,
  committeeId: string,
  pulledBefore = false,
): Promise<Pushed> {
  let previous = '';
  for (let round = 0; round < roundsMax; round += 1) {
    const { items, meta, told } = await unsent(ports, committeeId);
    const [first] = items;
    if (first === undefined) return { kind: 'sent' };
    const last = await sendInOrder(ports, deviceId, committeeId, items);
    const { answer } = last;
    if (answer.stop === 'auth' || answer.stop === 'retry') {
      return { kind: answer.stop, retryAfterMs: answer.retryAfterMs ?? null };
    }
    if (!pulledBefore && answer.stop === 'gap' && (answer.expected ?? 1) <= told) return { kind: 'forgotten' };
    if (answer.stop === 'gap' || answer.stop === 'forked') await repair(ports, committeeId, answer, meta);
    const { commandId, deviceSeq } = last.first;
    // A late pull of another tab may have put back what was decided here: it is decided once more, and that is progress.
    const decided = answer.outcomes.some((outcome) => outcome.commandId === commandId);
    const { epoch, head, settledSeq, removed } = meta ?? {};
    const state = JSON.stringify([commandId, deviceSeq, answer.stop, epoch, head, settledSeq, removed]);
    if (state === previous && !decided) {
      // The same first command twice means that the answers bring us nowhere: later, not at full speed. Unless another
      // tab took back what we knew meanwhile: then it is a new question.
      ports.alarm('push_no_progress', { committeeId, deviceSeq });
      return { kind: 'blocked' };
    }
    previous = state;
  }
  return { kind: 'sent' }; // the next round of the loop goes on; pulls must have their turn
}

/** Batch after batch of one reading of the outbox, while the server decides all that it is asked. What it decided is
 *  marked while it works on the next batch. Answers the last batch. */
async function sendInOrder(
  ports: Ports,
  deviceId: string,
  committeeId: string,
  items: readonly OutboxItem[],
): Promise<{ readonly first: SentCommand; readonly answer: PushResponse }> {
  let marked: Promise<void> = Promise.resolve();
  try {
    for (let at = 0; ; ) {
      const commands = batchOf(items.slice(at, at + limits.pushCommandsMax));
      const [answer] = await Promise.all([
        ports.net.push(requestOf(ports, deviceId, committeeId, commands)),
        marked, // one marking at a time
      ]);
      marked = ports.store.write((tx) => markDecided(tx, committeeId, answer));
      at += commands.length;
      const whole = answer.stop === undefined && answer.outcomes.length === commands.length;
      if (!whole || at >= items.length) return { first: commands[0] as SentCommand, answer };
    }
  } finally {
    await marked;
  }
}

interface Unsent {
  /** The server said of everything up to this number how it ended. */
  readonly told: number;
  readonly items: readonly OutboxItem[];
  readonly meta: CommitteeMeta | undefined;
}

function unsent(ports: Ports, committeeId: string): Promise<Unsent> {
  return ports.store.read(async (tx) => {
    const items = await tx.outbox.where('committeeId', committeeId);
    const meta = await tx.meta.get(committeeId);
    const told = items.findLast(({ decided }) => decided)?.deviceSeq ?? meta?.settledSeq ?? 0;
    return { items: items.filter(({ decided }) => !decided), meta, told };
  });
}

/** As many as fit the limits, and always one: a command that is too large alone gets its refusal from the server. */
function batchOf(items: readonly OutboxItem[]): readonly SentCommand[] {
  const batch: SentCommand[] = [];
  let bytes = 2_000; // the envelope
  for (const item of items) {
    const command = sentOf(item);
    bytes += 3 * JSON.stringify(command).length; // at most three bytes of UTF-8 a code unit
    if (batch.length > 0 && bytes > limits.pushBytesMax) break;
    batch.push(command);
  }
  return batch;
}

function requestOf(ports: Ports, deviceId: string, committeeId: string, commands: readonly SentCommand[]): PushRequest {
  const sentAt = ports.clock.now();
  return { protocol: protocolVersion, app: ports.appVersion, deviceId, committeeId, sentAt, commands };
}

/** Decided ones stay in the outbox until a pull brings their effects, or the screen would flicker back. Only who is no
 *  member any more gets no pull: there the outcome is settled at once. */
async function markDecided(tx: ClientTx, committeeId: string, { outcomes }: PushResponse): Promise<void> {
  if (outcomes.length === 0) return;
  const meta = await tx.meta.get(committeeId);
  if (meta?.removed === true) {
    const outbox = await tx.outbox.where('committeeId', committeeId);
    await settle(tx, committeeId, meta.epoch ?? '', outbox, outcomes);
    const settledSeq = Math.max(meta.settledSeq, ...outcomes.map(({ deviceSeq }) => deviceSeq));
    await tx.meta.put({ ...meta, settledSeq });
    return;
  }
  const decided = new Set(outcomes.map(({ commandId }) => commandId));
  // By number, so that a thousand that wait are not read for a hundred. What another tab renumbered meanwhile goes again.
  const items = await tx.outbox.getMany(outcomes.map(({ deviceSeq }) => [committeeId, deviceSeq]));
  const marked = items
    .filter((item) => item !== undefined)
    .filter((item) => !item.decided && decided.has(item.commandId));
  await tx.outbox.putMany(marked.map((item) => ({ ...item, decided: true })));
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
