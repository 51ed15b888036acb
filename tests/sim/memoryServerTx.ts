/** One transaction of the simulator's server: what it changed so far, over what is committed; undone step by step to a
 *  savepoint. */
import {
  type CommitteeRow,
  type DeviceRow,
  type HeldRow,
  type ServerRowRecord,
  type ServerTx,
  type StoredLogEntry,
  Transient,
  type WaitingBundle,
} from '../../server/engine/ports.ts';
import type { RowKey } from '../../src/domain/command.ts';
import { indexValues, type RowType, rowIndexes } from '../../src/domain/rows.ts';
import {
  byId,
  CommitteeData,
  deviceKey,
  keyOf,
  listed,
  replaceEntry,
  type ScopeMove,
  storeEntry,
  storeRow,
} from './committeeData.ts';
import type { MemoryServerStore, ServerFaults } from './memoryServerStore.ts';

export class Transaction implements ServerTx {
  state: 'open' | 'ended' | 'dead' = 'open';
  committed = false;
  failure: Transient | null = null;
  readonly #store: MemoryServerStore;
  readonly #faults: ServerFaults;
  readonly #steps: {
    readonly committeeId: string;
    readonly key: string;
    readonly apply: (data: CommitteeData) => void;
  }[] = [];
  readonly #own = new Map<string, unknown>(); // by a key that names table and row
  readonly #undo: (() => void)[] = [];

  constructor(store: MemoryServerStore, faults: ServerFaults) {
    this.#store = store;
    this.#faults = faults;
  }

  /** False when a fault ends the transaction here: dead with its process, or failed in a way that passes by itself. */
  pass(point: Parameters<ServerFaults['at']>[0]): boolean {
    const fault = this.#faults.at(point);
    if (fault === 'crash') this.state = 'dead';
    if (fault === 'transient') {
      this.failure = new Transient('deadlock detected');
      this.end();
    }
    return this.state === 'open';
  }

  commit(done: () => void, reject: (error: unknown) => void): void {
    if (this.state === 'dead') return;
    if (this.failure !== null || !this.pass('before_commit')) {
      if (this.failure !== null) reject(this.failure);
      return;
    }
    const touched = new Set<string>();
    for (const { committeeId, apply } of this.#steps) {
      apply(dataFor(this.#store, committeeId));
      touched.add(committeeId);
    }
    for (const id of touched) this.#store.onCommit(id);
    this.committed = true;
    this.end();
    if (this.#faults.at('after_commit') === 'go') done();
  }

  end(): void {
    if (this.state === 'open') this.state = 'ended';
    this.#store.ended(this);
  }

  async #operation<T>(perform: () => T): Promise<T> {
    if (this.state === 'dead') return new Promise<T>(() => undefined);
    if (this.failure !== null) throw this.failure;
    if (this.state === 'ended') throw new Error('the transaction has ended');
    if (!this.pass('operation')) {
      if (this.failure !== null) throw this.failure;
      return new Promise<T>(() => undefined);
    }
    return perform();
  }

  #set(committeeId: string, key: string, value: unknown, apply: (data: CommitteeData) => void): void {
    const had = this.#own.has(key);
    const before = this.#own.get(key);
    this.#own.set(key, value);
    this.#steps.push({ committeeId, key, apply });
    this.#undo.push(() => {
      this.#steps.pop();
      if (had) this.#own.set(key, before);
      else this.#own.delete(key);
    });
  }

  #base(committeeId: string): CommitteeData | undefined {
    return this.#store.committees.get(committeeId);
  }

  lockCommittee(id: string): Promise<CommitteeRow | undefined> {
    return this.#operation(() => undefined).then(
      () =>
        new Promise((resolve) => {
          this.#store.lock(id, this, () =>
            this.#faults.later(() => {
              if (this.state === 'open') resolve(this.#read(`committee ${id}`, () => this.#base(id)?.row));
            }),
          );
        }),
    );
  }

  saveCommittee(row: CommitteeRow): Promise<void> {
    const save = (data: CommitteeData): void => {
      data.row = row;
    };
    return this.#operation(() => this.#set(row.id, `committee ${row.id}`, row, save));
  }

  device(id: string): Promise<DeviceRow | undefined> {
    return this.#operation(() => this.#store.devices.get(id));
  }

  lastDeviceSeq(committeeId: string, deviceId: string): Promise<number> {
    const key = `last ${committeeId} ${deviceId}`;
    return this.#operation(() => this.#read(key, () => this.#base(committeeId)?.lastDeviceSeq.get(deviceId)) ?? 0);
  }

  saveLastDeviceSeq(committeeId: string, deviceId: string, seq: number): Promise<void> {
    const key = `last ${committeeId} ${deviceId}`;
    return this.#operation(() =>
      this.#set(committeeId, key, seq, (data) => void data.lastDeviceSeq.set(deviceId, seq)),
    );
  }

  row(committeeId: string, key: RowKey): Promise<ServerRowRecord | undefined> {
    return this.#operation(() => this.#row(committeeId, key));
  }

  rows(committeeId: string, keys: readonly RowKey[]): Promise<readonly (ServerRowRecord | undefined)[]> {
    return this.#operation(() => keys.map((key) => this.#row(committeeId, key)));
  }

  list(committeeId: string, type: RowType, index: string, key: string): Promise<readonly ServerRowRecord[]> {
    return this.#operation(() => {
      const found = new Map(listed(this.#base(committeeId), type, index, key).map((row) => [row.id, row]));
      const position = (rowIndexes[type] as readonly string[]).indexOf(index);
      const prefix = `row ${committeeId} ${type}/`;
      for (const [name, value] of this.#own) {
        if (!name.startsWith(prefix)) continue;
        const row = value as ServerRowRecord;
        if (indexValues(type, row.body as never)[position] === key) found.set(row.id, row);
        else found.delete(row.id);
      }
      return [...found.values()].sort(byId);
    });
  }

  allRows(committeeId: string): Promise<readonly ServerRowRecord[]> {
    return this.#operation(() => {
      const found = new Map(this.#base(committeeId)?.rows);
      const prefix = `row ${committeeId} `;
      for (const [name, value] of this.#own) {
        if (name.startsWith(prefix)) found.set(name.slice(prefix.length) as RowKey, value as ServerRowRecord);
      }
      return [...found.values()];
    });
  }

  putRows(committeeId: string, rows: readonly ServerRowRecord[]): Promise<void> {
    return this.#operation(() => {
      for (const row of rows) {
        this.#set(committeeId, `row ${committeeId} ${keyOf(row)}`, row, (data) => storeRow(data, row));
      }
    });
  }

  addScopeMoves(committeeId: string, moves: readonly ScopeMove[]): Promise<void> {
    return this.#operation(() => {
      for (const move of moves) {
        const key = `move ${committeeId} ${move.type}/${move.id} ${move.scope} ${move.v}`;
        this.#set(committeeId, key, move, (data) => void data.moves.push(move));
      }
    });
  }

  addLog(committeeId: string, entries: readonly StoredLogEntry[]): Promise<void> {
    return this.#operation(() => {
      for (const entry of entries) {
        if (this.#faults.fails?.(entry)) throw new TypeError('the handler has a fault');
        if (this.#entry(committeeId, `seq ${entry.seq}`) !== undefined) throw new Error('unique: (committee, seq)');
        if (entry.settles === null) {
          const { commandId, deviceId, deviceSeq } = entry;
          if (this.#entry(committeeId, `command ${commandId}`) !== undefined) throw new Error('unique: command');
          if (this.#entry(committeeId, `device ${deviceKey(deviceId, deviceSeq)}`) !== undefined)
            throw new Error('unique: (device, deviceSeq)');
        }
        this.#set(committeeId, `log ${committeeId} seq ${entry.seq}`, entry, (data) => storeEntry(data, entry));
        for (const name of entryNames(entry))
          this.#set(committeeId, `log ${committeeId} ${name}`, entry, () => undefined);
      }
    });
  }

  logByCommand(committeeId: string, commandId: string): Promise<StoredLogEntry | undefined> {
    return this.#operation(() => this.#entry(committeeId, `command ${commandId}`));
  }

  logByDeviceSeq(committeeId: string, deviceId: string, seq: number): Promise<StoredLogEntry | undefined> {
    return this.#operation(() => this.#entry(committeeId, `device ${deviceKey(deviceId, seq)}`));
  }

  logBySeq(committeeId: string, seq: number): Promise<StoredLogEntry | undefined> {
    return this.#operation(() => this.#entry(committeeId, `seq ${seq}`));
  }

  logNaming(committeeId: string, id: string): Promise<readonly StoredLogEntry[]> {
    return this.#operation(() => {
      const found = new Map((this.#base(committeeId)?.log ?? []).map((entry) => [entry.seq, entry]));
      const prefix = `log ${committeeId} seq `;
      for (const [name, value] of this.#own) {
        if (name.startsWith(prefix)) found.set(Number(name.slice(prefix.length)), value as StoredLogEntry);
      }
      return [...found.values()]
        .filter(({ actorId, touches, args, effects }) => JSON.stringify([actorId, touches, args, effects]).includes(id))
        .sort((a, b) => a.seq - b.seq);
    });
  }

  erasePayloads(committeeId: string, seqs: readonly number[]): Promise<void> {
    return this.#operation(() => {
      for (const seq of seqs) {
        const entry = this.#entry(committeeId, `seq ${seq}`);
        if (entry === undefined) continue;
        const erased = { ...entry, salt: null, args: null, effects: [], params: null };
        this.#set(committeeId, `log ${committeeId} seq ${seq}`, erased, (data) => replaceEntry(data, erased));
        for (const name of entryNames(entry)) {
          this.#set(committeeId, `log ${committeeId} ${name}`, erased, () => undefined);
        }
      }
    });
  }

  logSettling(committeeId: string, seq: number): Promise<StoredLogEntry | undefined> {
    return this.#operation(() => this.#entry(committeeId, `settles ${seq}`));
  }

  addAlias(committeeId: string, deviceId: string, deviceSeq: number, commandId: string): Promise<void> {
    const name = deviceKey(deviceId, deviceSeq);
    return this.#operation(() =>
      this.#set(
        committeeId,
        `alias ${committeeId} ${name}`,
        commandId,
        (data) => void data.aliases.set(name, commandId),
      ),
    );
  }

  alias(committeeId: string, deviceId: string, deviceSeq: number): Promise<string | undefined> {
    const name = deviceKey(deviceId, deviceSeq);
    return this.#operation(() =>
      this.#read(`alias ${committeeId} ${name}`, () => this.#base(committeeId)?.aliases.get(name)),
    );
  }

  openHeld(committeeId: string): Promise<readonly HeldRow[]> {
    return this.#operation(() => {
      const held = new Map(this.#base(committeeId)?.held);
      const prefix = `held ${committeeId} `;
      for (const [name, value] of this.#own) {
        if (!name.startsWith(prefix)) continue;
        const seq = Number(name.slice(prefix.length));
        if (value === null) held.delete(seq);
        else held.set(seq, value as HeldRow);
      }
      return [...held.values()].sort((a, b) => a.seq - b.seq);
    });
  }

  addHeld(committeeId: string, held: HeldRow): Promise<void> {
    const key = `held ${committeeId} ${held.seq}`;
    return this.#operation(() => this.#set(committeeId, key, held, (data) => void data.held.set(held.seq, held)));
  }

  removeHeld(committeeId: string, seq: number): Promise<void> {
    const key = `held ${committeeId} ${seq}`;
    return this.#operation(() => this.#set(committeeId, key, null, (data) => void data.held.delete(seq)));
  }

  addWaiting(committeeId: string, waiting: WaitingBundle): Promise<void> {
    const key = `waiting ${committeeId} ${waiting.id}`;
    return this.#operation(() =>
      this.#set(committeeId, key, waiting, (data) => void data.waiting.set(waiting.id, waiting)),
    );
  }

  nextWaiting(committeeId: string, deviceId: string, upToSeq: number): Promise<WaitingBundle | undefined> {
    return this.#operation(() => {
      const waiting = new Map<string, WaitingBundle | null>(this.#base(committeeId)?.waiting);
      const prefix = `waiting ${committeeId} `;
      for (const [name, value] of this.#own) {
        if (name.startsWith(prefix)) waiting.set(name.slice(prefix.length), value as WaitingBundle | null);
      }
      return [...waiting.values()]
        .filter((found) => found !== null)
        .filter(({ nextSeq, bundle }) => bundle.deviceId === deviceId && nextSeq <= upToSeq)
        .sort((a, b) => a.nextSeq - b.nextSeq || (a.id < b.id ? -1 : 1))[0];
    });
  }

  removeWaiting(committeeId: string, id: string): Promise<void> {
    const key = `waiting ${committeeId} ${id}`;
    return this.#operation(() => this.#set(committeeId, key, null, (data) => void data.waiting.delete(id)));
  }

  savepoint(): Promise<{ release(): Promise<void>; rollback(): Promise<void> }> {
    return this.#operation(() => {
      const mark = this.#undo.length;
      return {
        release: () => this.#operation(() => undefined),
        rollback: () =>
          this.#operation(() => {
            while (this.#undo.length > mark) this.#undo.pop()?.();
          }),
      };
    });
  }

  #read<V>(key: string, base: () => V | undefined): V | undefined {
    return this.#own.has(key) ? (this.#own.get(key) as V | undefined) : base();
  }

  #row(committeeId: string, key: RowKey): ServerRowRecord | undefined {
    return this.#read(`row ${committeeId} ${key}`, () => this.#base(committeeId)?.rows.get(key));
  }

  #entry(committeeId: string, name: string): StoredLogEntry | undefined {
    return this.#read(`log ${committeeId} ${name}`, () => {
      const data = this.#base(committeeId);
      const rest = name.slice(name.indexOf(' ') + 1);
      if (name.startsWith('seq ')) return data?.log[Number(rest) - 1];
      if (name.startsWith('command ')) return data?.byCommand.get(rest);
      if (name.startsWith('settles ')) return data?.settling.get(Number(rest));
      return data?.byDeviceSeq.get(rest);
    });
  }
}

function dataFor(store: MemoryServerStore, id: string): CommitteeData {
  const known = store.committees.get(id);
  if (known !== undefined) return known;
  const data = new CommitteeData({ id, epoch: '', seq: 0, head: '', backedUpSeq: 0, founderId: null });
  store.committees.set(id, data);
  return data;
}

const entryNames = (entry: StoredLogEntry): string[] =>
  entry.settles === null
    ? [`command ${entry.commandId}`, `device ${deviceKey(entry.deviceId, entry.deviceSeq)}`]
    : [`settles ${entry.settles}`];
