/** The server's database in memory, with what SQLite and PostgreSQL promise: one writer a committee (the lock is taken by
 *  `lockCommittee`, READ COMMITTED before it), savepoints, snapshots of one moment, unique keys, all or nothing. The world
 *  says when a transaction goes on and where it fails, so two writers meet at every place where they can. */
import { unknownPlace } from '../../server/engine/epoch.ts';
import {
  type DeviceRow,
  type ServerSnapshot,
  type ServerStore,
  type ServerTx,
  type StoredLogEntry,
  Transient,
  type WaitingBundle,
} from '../../server/engine/ports.ts';
import { type CommitteeData, changedRows, copyOf, listed, logOfDevice } from './committeeData.ts';
import { Transaction } from './memoryServerTx.ts';

export interface ServerFaults {
  /** Lets a transaction go on some time later, unless its process died. */
  later(fire: () => void): void;
  /** As `later`, before a commit: now and then a transaction holds its lock for long. */
  commitLater?(fire: () => void): void;
  at(point: 'begin' | 'write' | 'operation' | 'before_commit' | 'after_commit'): 'go' | 'transient' | 'crash';
  /** The handler throws over the command of this entry. */
  fails?(entry: StoredLogEntry): boolean;
}

export type MakeServerStore = (
  faults: ServerFaults,
  report: (invariant: string, message: string) => void,
) => MemoryServerStore;

export class MemoryServerStore implements ServerStore {
  readonly committees = new Map<string, CommitteeData>();
  readonly devices = new Map<string, DeviceRow>();
  /** Called with each committed transaction, before anybody else can read it. */
  onCommit: (committeeId: string) => void = () => undefined;
  faults: ServerFaults;
  #backup: readonly CommitteeData[] | null = null;
  #backupBefore: readonly CommitteeData[] | null = null;
  #standby: readonly CommitteeData[] | null = null;
  readonly #locks = new Map<string, { holder: Transaction; readonly waiting: { tx: Transaction; go: () => void }[] }>();

  constructor(faults: ServerFaults) {
    this.faults = faults;
  }

  committee(id: string): CommitteeData {
    const data = this.committees.get(id);
    if (data === undefined) throw new Error(`no committee ${id}`);
    return data;
  }

  write<T>(body: (tx: ServerTx) => Promise<T>): Promise<T> {
    const faults = this.faults; // of the process that asks; a crash replaces it
    return new Promise<T>((resolve, reject) => {
      faults.later(() => {
        const tx = new Transaction(this, faults);
        if (!tx.pass('begin') || !tx.pass('write')) return tx.state === 'dead' ? undefined : reject(tx.failure);
        body(this.seenAs(tx)).then(
          (value) => (faults.commitLater ?? faults.later)(() => tx.commit(() => resolve(value), reject)),
          (error: unknown) => {
            if (tx.state === 'dead') return;
            tx.end();
            reject(tx.failure ?? error);
          },
        );
      });
    });
  }

  /** The body runs in one go: nothing can be committed in between, so what it reads is one moment. */
  read<T>(body: (snapshot: ServerSnapshot) => Promise<T>): Promise<T> {
    const faults = this.faults;
    return new Promise<T>((resolve, reject) => {
      faults.later(() => {
        if (faults.at('begin') !== 'go') return reject(new Transient('connection lost'));
        this.look(body).then(resolve, reject);
      });
    });
  }

  /** What the backup job does: a copy of one moment, verified, and then the word to the phones. False: somebody writes. */
  backUp(): boolean {
    if (this.#locks.size > 0) return false; // a writer would put the old number back
    this.#backupBefore = this.#backup;
    this.#backup = [...this.committees.values()].map(copyOf);
    this.#standby = this.#backup;
    for (const data of this.committees.values()) data.row = { ...data.row, backedUpSeq: data.row.seq };
    return true;
  }

  isBackedUp(committeeId: string, commandId: string): boolean {
    return this.#backup?.find(({ row }) => row.id === committeeId)?.byCommand.has(commandId) ?? false;
  }

  /** In the log, or in a bundle that waits for what comes before it. */
  holds(committeeId: string, commandId: string): boolean {
    const { byCommand, waiting } = this.committee(committeeId);
    const isIn = ({ bundle }: WaitingBundle): boolean => bundle.commands.some((each) => each.commandId === commandId);
    return byCommand.has(commandId) || [...waiting.values()].some(isIn);
  }

  /** What a second machine has by now. It is never behind a verified backup. */
  replicate(): boolean {
    if (this.#locks.size > 0) return false;
    this.#standby = [...this.committees.values()].map(copyOf);
    return true;
  }

  has(copy: 'backup' | 'backup_before' | 'standby'): boolean {
    const copies = { backup: this.#backup, backup_before: this.#backupBefore, standby: this.#standby };
    return copies[copy] !== null;
  }

  /** The newest backup is lost with what it was made of, and the one before it comes back. */
  loseNewestBackup(): void {
    this.#backup = this.#backupBefore;
    this.#backupBefore = null;
  }

  /** The whole database is what it was at the last backup, under new epochs. Only while no process runs. */
  restore(newEpoch: () => string): void {
    this.#standby = this.#backup;
    this.put(this.#backup, newEpoch);
    for (const { held } of this.committees.values()) {
      for (const [seq, row] of held) held.set(seq, { ...row, wasSeq: row.wasSeq ?? unknownPlace });
    }
  }

  /** The whole database is what the second machine had, and says nothing of it. Only while no process runs. */
  failOver(): void {
    this.put(this.#standby, (epoch) => epoch);
  }

  protected put(copies: readonly CommitteeData[] | null, epochAfter: (epoch: string) => string): void {
    for (const data of copies ?? []) {
      const copy = copyOf(data);
      copy.row = { ...copy.row, epoch: epochAfter(copy.row.epoch) };
      this.committees.set(copy.row.id, copy);
    }
  }

  /** Reports what the real store holds otherwise; without one there is nothing to compare. */
  async check(): Promise<void> {}
  /** The world ends; a real store lets go of what is open. */
  close(): void {}

  /** A crash: what is open is gone, and so are its locks. */
  crash(): void {
    for (const { holder, waiting } of this.#locks.values()) {
      holder.state = 'dead';
      for (const { tx } of waiting) tx.state = 'dead';
    }
    this.#locks.clear();
  }

  /** What the body of a transaction works on, and what a reader looks at; serverBeside.ts puts a real database there. */
  protected seenAs(tx: Transaction): ServerTx {
    return tx;
  }
  protected look<T>(body: (snapshot: ServerSnapshot) => Promise<T>): Promise<T> {
    return body(this.snapshot);
  }

  lock(id: string, tx: Transaction, go: () => void): void {
    const lock = this.#locks.get(id);
    if (lock === undefined) {
      this.#locks.set(id, { holder: tx, waiting: [] });
      go();
    } else if (lock.holder === tx) go();
    else lock.waiting.push({ tx, go });
  }

  ended(tx: Transaction): void {
    for (const [id, lock] of this.#locks) {
      if (lock.holder !== tx) continue;
      const next = lock.waiting.shift();
      if (next === undefined) this.#locks.delete(id);
      else {
        lock.holder = next.tx;
        next.go();
      }
    }
  }

  protected readonly snapshot: ServerSnapshot = {
    committee: async (id) => this.committees.get(id)?.row,
    device: async (id) => this.devices.get(id),
    row: async (id, key) => this.committees.get(id)?.rows.get(key),
    list: async (id, type, index, key) => listed(this.committees.get(id), type, index, key),
    changedRows: async (id, filter) => changedRows(this.committees.get(id), filter),
    scopeMoves: async (id, afterV, upToV) =>
      (this.committees.get(id)?.moves ?? []).filter(({ v }) => v > afterV && v <= upToV),
    lastDeviceSeq: async (id, deviceId) => this.committees.get(id)?.lastDeviceSeq.get(deviceId) ?? 0,
    logBySeq: async (id, seq) => this.committees.get(id)?.log[seq - 1],
    logOfDevice: async (id, deviceId, fromSeq, afterSeq) =>
      logOfDevice(this.committees.get(id), deviceId, fromSeq, afterSeq),
    logRange: async (id, fromSeq, max) => (this.committees.get(id)?.log ?? []).slice(fromSeq - 1, fromSeq - 1 + max),
    logOfRefusals: async (id) =>
      (this.committees.get(id)?.log ?? []).filter(
        ({ code, name }) => code === 'not_permitted' || name === 'refused.settle',
      ),
    allRows: async (id) => [...(this.committees.get(id)?.rows.values() ?? [])],
  };
}
