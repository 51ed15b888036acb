/** What the server decided by push, until a pull settles it. Mostly that comes right behind the push, so a mark on each item
 *  would be a write for nothing; without one a command is sent once more, which is harmless (docs/sync.md, P2). */
import type { ClientTx, OutboxItem, Ports } from './ports.ts';
import type { Outcome, PushResponse } from './protocol.ts';
import { ended, settle } from './settle.ts';
import { Waker } from './waker.ts';

/** An answer that takes longer leaves time to write, and is a line on which nobody wants to send twice. */
const slowMs = 1_000;

export class Marks {
  readonly #ports: Ports;
  readonly #committeeId: string;
  readonly #decided = new Map<string, Outcome>();
  #written = 0;
  #removed = false;
  #epoch: string | undefined;

  constructor(ports: Ports, committeeId: string) {
    this.#ports = ports;
    this.#committeeId = committeeId;
  }

  get count(): number {
    return this.#decided.size;
  }

  /** With each reading of the outbox. What was decided for a member is asked again when he is none any more: his rows went
   *  meanwhile, and the past that the answer belongs to with them. */
  begin(removed: boolean): void {
    if (removed === this.#removed) return;
    this.#removed = removed;
    this.forget();
  }

  /** The server does not know it any more: it is sent again. */
  forget(): void {
    this.#decided.clear();
    this.#written = 0;
  }

  add({ outcomes, epoch }: PushResponse): void {
    if (epoch !== undefined && epoch !== this.#epoch) this.forget(); // a restore came in between
    this.#epoch = epoch ?? this.#epoch;
    for (const outcome of outcomes) this.#decided.set(nameOf(outcome), outcome);
  }

  has(item: OutboxItem): boolean {
    return this.#decided.has(nameOf(item));
  }

  /** Puts on disk what is not yet there. */
  async write(): Promise<void> {
    const upTo = this.#decided.size;
    const fresh = [...this.#decided.values()].slice(this.#written);
    if (fresh.length === 0) return;
    const now = this.#ports.clock.now();
    await this.#ports.store.write((tx) => markDecided(tx, this.#committeeId, fresh, this.#removed, this.#epoch, now));
    this.#written = Math.max(this.#written, upTo);
  }

  /** For after an error that matters more than one of its own: what is not marked is sent once more. */
  async tryToWrite(): Promise<void> {
    await this.write().catch(() => undefined);
  }

  /** Waits for an answer. While that takes long, the phone may be put away: then what was decided is written. */
  async whenSlow<T>(coming: Promise<T>): Promise<{ readonly answer: T; readonly isSlow: boolean }> {
    const here = new Waker();
    const wait = this.#ports.clock.sleep(slowMs, here);
    const isSlow = await Promise.race([coming.then(() => false), wait.then(() => true)]).finally(() => here.abort());
    const [answer] = await Promise.all([coming, isSlow ? this.write() : undefined]);
    return { answer, isSlow };
  }
}

/** With its number: what another tab renumbered meanwhile goes again. */
const nameOf = ({ deviceSeq, commandId }: Pick<Outcome, 'deviceSeq' | 'commandId'>): string =>
  `${deviceSeq} ${commandId}`;

/** Decided ones stay in the outbox until a pull brings their effects, or the screen would flicker back. Only who is no
 *  member any more gets no pull: there the outcome is settled at once. */
async function markDecided(
  tx: ClientTx,
  committeeId: string,
  outcomes: readonly Outcome[],
  removed: boolean,
  epoch: string | undefined,
  now: number,
): Promise<void> {
  const meta = await tx.meta.get(committeeId);
  if ((meta?.removed === true) !== removed) return; // another tab heard of it meanwhile: asked again by push
  if (meta !== undefined && removed) {
    const outbox = await tx.outbox.where('committeeId', committeeId);
    await settle(tx, committeeId, epoch ?? meta.epoch ?? '', outbox, outcomes, now);
    const settledSeq = Math.max(meta.settledSeq, ...outcomes.map(({ deviceSeq }) => deviceSeq));
    await tx.meta.put({ ...meta, settledSeq });
    return;
  }
  const decided = new Map(outcomes.map((outcome) => [outcome.commandId, outcome]));
  // By number, so that a thousand that wait are not read for a hundred.
  const items = await tx.outbox.getMany(outcomes.map(({ deviceSeq }) => [committeeId, deviceSeq]));
  const marked = items
    .filter((item) => item !== undefined)
    .filter((item) => !item.decided && decided.has(item.commandId));
  await tx.outbox.putMany(marked.map((item) => markedBy(item, decided.get(item.commandId), epoch)));
}

/** With how it ended: a restore may come before the pull that settles it, and others may have seen what it did (P11). */
function markedBy(item: OutboxItem, outcome: Outcome | undefined, epoch: string | undefined): OutboxItem {
  if (outcome === undefined || epoch === undefined) return { ...item, decided: true };
  const { seq, outcome: end } = outcome;
  return { ...item, decided: true, was: ended(item.was, { epoch, seq, outcome: end }) };
}
