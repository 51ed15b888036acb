/** Tells open apps that a committee's log grew (SYNC 6.7). It carries no data, so it needs no order and no repeat: a lost
 *  one costs at most the minute until the next pull. */
import type { Accounts } from './accounts.ts';
import type { PushingDevice } from './engine/index.ts';
import type { NodeMessage } from './nodes.ts';

interface Listener extends PushingDevice {
  readonly send: (committeeId: string, seq: number) => void;
  readonly end: () => void;
}

const gatherMs = 15; // pokes of one push are sent as one
const perDeviceMax = 3; // tabs; only one of them syncs

export class PokeHub {
  readonly #accounts: Pick<Accounts, 'membersOf'>;
  readonly #onError: (error: unknown) => void;
  readonly #tellNodes: (message: NodeMessage) => void;
  readonly #listeners = new Set<Listener>();
  readonly #gathering = new Map<string, number>();
  readonly #sentSeq = new Map<string, number>();

  constructor(
    accounts: Pick<Accounts, 'membersOf'>,
    onError: (error: unknown) => void,
    tellNodes: (message: NodeMessage) => void = () => undefined,
  ) {
    this.#accounts = accounts;
    this.#onError = onError;
    this.#tellNodes = tellNodes;
  }

  get size(): number {
    return this.#listeners.size;
  }

  listen(listener: Listener): () => void {
    const same = [...this.#listeners].filter(({ deviceId }) => deviceId === listener.deviceId);
    for (const old of same.slice(0, Math.max(0, same.length - perDeviceMax + 1))) this.#end(old);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  poke(committeeId: string, seq: number): void {
    this.#tellNodes({ kind: 'grown', committeeId, seq });
    this.#grown(committeeId, seq);
  }

  endDevice(deviceId: string): void {
    this.#tellNodes({ kind: 'signed_off', deviceId });
    this.#signedOff(deviceId);
  }

  /** From another node. */
  hear(message: NodeMessage): void {
    if (message.kind === 'grown') this.#grown(message.committeeId, message.seq);
    else this.#signedOff(message.deviceId);
  }

  endAll(): void {
    for (const listener of this.#listeners) this.#end(listener);
  }

  #grown(committeeId: string, seq: number): void {
    if (this.#listeners.size === 0) return;
    const waiting = this.#gathering.get(committeeId);
    this.#gathering.set(committeeId, Math.max(seq, waiting ?? 0));
    if (waiting !== undefined) return;
    setTimeout(() => void this.#flush(committeeId).catch(this.#onError), gatherMs).unref();
  }

  #signedOff(deviceId: string): void {
    for (const listener of this.#listeners) if (listener.deviceId === deviceId) this.#end(listener);
  }

  async #flush(committeeId: string): Promise<void> {
    const seq = this.#gathering.get(committeeId) ?? 0;
    this.#gathering.delete(committeeId);
    const before = this.#sentSeq.get(committeeId) ?? seq - 1;
    this.#sentSeq.set(committeeId, seq);
    const members = await this.#accounts.membersOf(committeeId);
    // Whoever was removed just now hears it once more, so that the rows leave that phone soon (V2).
    const ids = new Set(members.filter(({ member, v }) => member.active || v > before).map(({ member }) => member.id));
    for (const { personId, send } of this.#listeners) if (ids.has(personId)) send(committeeId, seq);
  }

  #end(listener: Listener): void {
    this.#listeners.delete(listener);
    listener.end();
  }
}
