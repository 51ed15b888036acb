/** What waits in the outbox and is not decided yet, request after request in the order of its numbers. It is read a request
 *  at a time, so that the first is on its way while the next is read. */
import type { Marks } from './marks.ts';
import type { CommitteeMeta, OutboxItem, Ports } from './ports.ts';
import { limits, type SentCommand } from './protocol.ts';
import { sentOf } from './settle.ts';

type UnsentPorts = Pick<Ports, 'store' | 'commandsAtOnce'>;

export class Unsent {
  readonly #ports: UnsentPorts;
  readonly #committeeId: string;
  readonly #marks: Marks;
  /** As it was when reading began. */
  readonly meta: CommitteeMeta | undefined;
  #ready: readonly OutboxItem[] = [];
  #after = 0; // everything up to this number was read
  #whole = false;

  private constructor(ports: UnsentPorts, committeeId: string, marks: Marks, meta: CommitteeMeta | undefined) {
    this.#ports = ports;
    this.#committeeId = committeeId;
    this.#marks = marks;
    this.meta = meta;
  }

  static begin({ store, commandsAtOnce }: UnsentPorts, committeeId: string, marks: Marks): Promise<Unsent> {
    return store.read(async (tx) => {
      const meta = await tx.meta.get(committeeId);
      marks.begin(meta?.removed === true);
      const unsent = new Unsent({ store, commandsAtOnce }, committeeId, marks, meta);
      await unsent.#readOn(tx);
      return unsent;
    });
  }

  /** Commands for one request; none when all is sent. */
  async next(): Promise<readonly SentCommand[]> {
    const { store, commandsAtOnce } = this.#ports;
    while (!this.#whole && this.#ready.length < commandsAtOnce) await store.read((tx) => this.#readOn(tx));
    const batch = batchOf(this.#ready.slice(0, commandsAtOnce));
    this.#ready = this.#ready.slice(batch.length);
    return batch;
  }

  async #readOn(tx: ReadTx): Promise<void> {
    const most = this.#ports.commandsAtOnce;
    const items = await tx.outbox.between([this.#committeeId, this.#after], [this.#committeeId, lastNumber], most);
    this.#after = items.at(-1)?.deviceSeq ?? this.#after;
    this.#whole = items.length < most;
    this.#ready = [...this.#ready, ...items.filter((item) => !isDecided(item, this.#marks))];
  }
}

type ReadTx = Parameters<Parameters<Ports['store']['read']>[0]>[0];
const lastNumber = Number.MAX_SAFE_INTEGER;
const isDecided = (item: OutboxItem, marks: Marks): boolean => item.decided || marks.has(item);

/** The server said of everything up to this number how it ended. */
export function toldUpTo({ store }: UnsentPorts, committeeId: string, marks: Marks): Promise<number> {
  return store.read(async (tx) => {
    const items = await tx.outbox.where('committeeId', committeeId);
    const last = items.findLast((item) => isDecided(item, marks));
    return last?.deviceSeq ?? (await tx.meta.get(committeeId))?.settledSeq ?? 0;
  });
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
