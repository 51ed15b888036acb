/** The engine on the phone: saves commands at once, brings them to the server, and shows what the server made of them
 *  (docs/sync.md). It knows no globals of the browser: everything comes by ports, so the simulator runs this same code. */
import type { Access } from '../domain/access.ts';
import { Rejection, type RowKey } from '../domain/command.ts';
import { commands, upcast } from '../domain/commands/index.ts';
import { freeCached } from './blobStore.ts';
import { photoBytes, photoThumbnail } from './blobs.ts';
import { dropRefused, exportBundle, type Identity, type Imported, importBundle } from './bundle.ts';
import { type Failure, failureOf, Loop } from './loop.ts';
import { join } from './meta.ts';
import { type Dispatched, enqueue, type NewCommand, type NewPhoto } from './outbox.ts';
import { type Ports, StorageFull } from './ports.ts';
import { type Bundle, limits } from './protocol.ts';
import { Round } from './round.ts';
import { type EngineStatus, nothingStored, readStored, type Stored } from './status.ts';
import { Waker } from './waker.ts';

export type { Identity, Imported } from './bundle.ts';
export type { Dispatched, NewPhoto } from './outbox.ts';
export type { EngineStatus, Unsent } from './status.ts';

export interface DispatchOptions {
  /** Save although a refusal is expected; codes marked `final` stop all the same (D3). */
  readonly accept?: boolean;
  readonly photos?: readonly NewPhoto[];
  /** The form's draft goes in the same transaction. */
  readonly draftKey?: string;
}

export interface Engine {
  /** Makes a committee known to this phone; `access` counts until the first pull. */
  join(committeeId: string, access: Access | null): Promise<void>;
  /** Resolves once it is on disk, or not saved with the reason. Throws `StorageFull` or `StorageLost` with nothing
   *  written, and on our own bugs. */
  dispatch(committeeId: string, name: string, args: unknown, options?: DispatchOptions): Promise<Dispatched>;
  /** One round now. Throws when it did not come to its end; nothing is lost by that. */
  sync(committeeId: string): Promise<void>;
  /** Keeps every committee in step until `signal` aborts. Never throws. */
  run(signal: AbortSignal): Promise<void>;
  /** The connection may be back, or another tab saved something. */
  wake(): void;
  /** The server says that the committee is at `seq`; nothing happens when this phone is already there. */
  poke(committeeId: string, seq: number): Promise<void>;
  status(): EngineStatus;
  subscribe(listener: () => void): () => void;
  /** Reads the counts again, after another tab changed them. */
  refreshStatus(): Promise<void>;
  exportBundle(committeeId: string): Promise<Bundle>;
  importBundle(bundle: unknown): Promise<Imported>;
  /** Forgets a bundle of somebody else that the server refused; no other. */
  dropRefused(relayId: string): Promise<void>;
  markHandled(commandId: string): Promise<void>;
  /** Somebody has read what this phone lost. */
  lossSeen(committeeId: string): Promise<void>;
  /** Bytes whose hash is `sha256`, whatever the server sends. Throws `PhotoNotHere` or `Unreachable`. */
  photo(committeeId: string, sha256: string, shownBy: RowKey): Promise<ArrayBuffer>;
  /** The small picture of it, when this phone has one: to be shown until the photo itself is there. */
  thumbnail(committeeId: string, sha256: string): Promise<ArrayBuffer | undefined>;
  /** Gives back what can be fetched again; answers the bytes freed. Never touches what is unsent. */
  freeSpace(): Promise<number>;
}

export function createEngine(ports: Ports, me: Identity): Engine {
  return new ClientEngine(ports, me);
}

/** A failure that is about no committee: the store did not even say which ones there are. */
const anyCommittee = '';

class ClientEngine implements Engine {
  readonly #ports: Ports;
  readonly #me: Identity;
  readonly #rounds = new Map<string, Round>();
  readonly #loops = new Map<string, Loop>();
  readonly #failures = new Map<string, Failure>();
  readonly #listeners = new Set<() => void>();
  #reached = false;
  #stored: Stored = nothingStored;
  #status: EngineStatus = { ...nothingStored, online: 'unknown', problem: null };
  /** Something was written since the counts were read; nobody looked at them then. */
  #stale = true;
  #refreshing: Promise<void> | undefined;
  #refreshAgain = false;
  #running: AbortSignal | undefined;
  #supervisor = new Waker();

  constructor(ports: Ports, me: Identity) {
    this.#ports = ports;
    this.#me = me;
  }

  async join(committeeId: string, access: Access | null): Promise<void> {
    await this.#ports.store.write((tx) => join(tx, committeeId, access));
    this.#startLoop(committeeId);
  }

  async dispatch(committeeId: string, name: string, args: unknown, options: DispatchOptions = {}): Promise<Dispatched> {
    const made = this.#commandFrom(committeeId, name, args, options);
    if ('saved' in made) return made;
    const dispatched = await this.#save(
      () => this.#ports.store.write((tx) => enqueue(tx, made)),
      made.photos.length === 0,
    );
    if (dispatched.saved) {
      this.#startLoop(committeeId);
      this.#loops.get(committeeId)?.nudge();
      this.#changed();
    }
    return dispatched;
  }

  /** On a full device: what can be fetched again makes way, and for text the reserve too (B6). */
  async #save<T>(write: () => Promise<T>, isText: boolean): Promise<T> {
    const ways = [() => this.freeSpace(), async () => isText && this.#ports.releaseReserve?.()];
    for (const makeRoom of ways) {
      try {
        return await write();
      } catch (error) {
        if (!(error instanceof StorageFull)) throw error;
        await makeRoom().catch(() => undefined);
      }
    }
    return write();
  }

  /** Everything that needs no database: shape, id, time (S2). */
  #commandFrom(
    committeeId: string,
    name: string,
    args: unknown,
    { accept = false, photos = [], draftKey }: DispatchOptions,
  ): NewCommand | Dispatched {
    if (!Object.hasOwn(commands, name)) throw new Error(`there is no command ${name}`);
    const { v } = commands[name as keyof typeof commands];
    try {
      const known = upcast(name, v, args);
      if (known === undefined) throw new Error(`${name}@${v} cannot be read`);
      const touches = known.command.touches(known.args);
      const commandId = this.#ports.newId();
      const clientTime = this.#ports.clock.now();
      const sent = { commandId, name, v, args: known.args, touches, clientTime };
      return { ...sent, committeeId, personId: this.#me.personId, accept, photos, draftKey };
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return { saved: false, code: error.code, params: error.params, final: true };
    }
  }

  async sync(committeeId: string): Promise<void> {
    try {
      await this.#runRound(committeeId, () => false);
      this.#report(committeeId, null);
    } catch (error) {
      this.#report(committeeId, failureOf(error));
      throw error;
    } finally {
      await this.refreshStatus();
    }
  }

  async run(signal: AbortSignal): Promise<void> {
    this.#running = signal;
    const stop = () => this.#supervisor.abort();
    signal.addEventListener('abort', stop);
    while (!signal.aborted) {
      const wake = new Waker();
      this.#supervisor = wake;
      await this.#startAll();
      // Another tab may have joined a committee that this one does not know.
      if (!signal.aborted) await this.#ports.clock.sleep(limits.pullEveryMs, wake);
    }
    signal.removeEventListener('abort', stop);
    this.#loops.clear();
    this.#running = undefined;
  }

  wake(): void {
    for (const loop of this.#loops.values()) loop.wake();
    this.#supervisor.abort();
  }

  async poke(committeeId: string, seq: number): Promise<void> {
    const meta = await this.#ports.store.read((tx) => tx.meta.get(committeeId));
    if (meta !== undefined && meta.cursor < seq) this.#loops.get(committeeId)?.nudge();
  }

  async #startAll(): Promise<void> {
    try {
      const metas = await this.#ports.store.read((tx) => tx.meta.all());
      for (const { committeeId } of metas) this.#startLoop(committeeId);
      this.#failures.delete(anyCommittee);
      this.#changed();
    } catch (error) {
      this.#failures.set(anyCommittee, failureOf(error));
      this.#tell();
    }
  }

  #startLoop(committeeId: string): void {
    const signal = this.#running;
    if (signal === undefined || signal.aborted || this.#loops.has(committeeId)) return;
    const loop = new Loop(this.#ports, {
      lock: `sync:${this.#me.personId}:${committeeId}`,
      round: (interrupted) => this.#runRound(committeeId, interrupted),
      report: (failure) => this.#report(committeeId, failure),
    });
    this.#loops.set(committeeId, loop);
    void loop.run(signal);
  }

  /** On a full device what can be fetched again makes way for the news too, or it would never come (B6). */
  async #runRound(committeeId: string, interrupted: () => boolean): Promise<void> {
    const round = this.#round(committeeId);
    try {
      await round.run(interrupted);
    } catch (error) {
      if (!(error instanceof StorageFull) || (await this.freeSpace().catch(() => 0)) === 0) throw error;
      await round.run(interrupted);
    }
  }

  #round(committeeId: string): Round {
    const known = this.#rounds.get(committeeId) ?? new Round(this.#ports, this.#me, committeeId);
    this.#rounds.set(committeeId, known);
    return known;
  }

  #report(committeeId: string, failure: Failure | null): void {
    if (failure === null) this.#failures.delete(committeeId);
    else this.#failures.set(committeeId, failure);
    this.#reached = true;
    this.#tell();
    this.#changed();
  }

  status(): EngineStatus {
    return this.#status;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#stale) void this.refreshStatus();
    return () => this.#listeners.delete(listener);
  }

  /** Counting costs a dozen reads; where nobody looks it waits until somebody does. */
  #changed(): void {
    if (this.#listeners.size > 0) void this.refreshStatus();
    else this.#stale = true;
  }

  /** One reading at a time; a call during one makes another follow, so that the last change is never missed. */
  refreshStatus(): Promise<void> {
    this.#refreshAgain = true;
    this.#refreshing ??= this.#refresh();
    return this.#refreshing;
  }

  async #refresh(): Promise<void> {
    while (this.#refreshAgain) {
      this.#refreshAgain = false;
      this.#stale = false;
      try {
        this.#stored = await readStored(this.#ports.store);
      } catch {
        break; // the counts of before stay; whoever writes next hears what is wrong
      }
      this.#tell();
    }
    this.#refreshing = undefined; // in the same breath as the last look at the flag
  }

  #tell(): void {
    const failures = [...this.#failures.values()];
    const offline = failures.some((failure) => failure.offline);
    const problem = failures.find((failure) => !failure.offline)?.code ?? null;
    this.#status = { ...this.#stored, online: !this.#reached ? 'unknown' : offline ? 'no' : 'yes', problem };
    for (const listener of this.#listeners) listener();
  }

  exportBundle(committeeId: string): Promise<Bundle> {
    return exportBundle(this.#ports, this.#me, committeeId);
  }

  async importBundle(bundle: unknown): Promise<Imported> {
    const imported = await importBundle(this.#ports, this.#me.deviceId, bundle);
    if (imported === 'kept') this.wake();
    return imported;
  }

  dropRefused(relayId: string): Promise<void> {
    return dropRefused(this.#ports, relayId);
  }

  async markHandled(commandId: string): Promise<void> {
    await this.#ports.store.write(async (tx) => {
      const item = await tx.inbox.get(commandId);
      if (item !== undefined) await tx.inbox.put({ ...item, handled: 1 });
    });
    await this.refreshStatus();
  }

  lossSeen(committeeId: string): Promise<void> {
    return this.#ports.store.write(async (tx) => {
      const meta = await tx.meta.get(committeeId);
      if (meta !== undefined) await tx.meta.put({ ...meta, loss: null });
    });
  }

  photo(committeeId: string, sha256: string, shownBy: RowKey): Promise<ArrayBuffer> {
    return photoBytes(this.#ports, committeeId, sha256, shownBy);
  }

  thumbnail(committeeId: string, sha256: string): Promise<ArrayBuffer | undefined> {
    return photoThumbnail(this.#ports, committeeId, sha256);
  }

  async freeSpace(): Promise<number> {
    const metas = await this.#ports.store.read((tx) => tx.meta.all());
    let freed = 0;
    for (const { committeeId } of metas) freed += await this.#ports.store.write((tx) => freeCached(tx, committeeId));
    return freed;
  }
}
