/** The server's database in memory, with what SQLite and PostgreSQL promise: one writer a committee (the lock is taken by
 *  `lockCommittee`, READ COMMITTED before it), savepoints, snapshots of one moment, unique keys, all or nothing. The world
 *  says when a transaction goes on and where it fails, so two writers meet at every place where they can. */

import {
  type CommitteeRow,
  type DeviceRow,
  type HeldRow,
  type RowFilter,
  type ServerRowRecord,
  type ServerSnapshot,
  type ServerStore,
  type ServerTx,
  type StoredLogEntry,
  Transient,
  type WaitingBundle,
} from '../../server/engine/ports.ts';
import type { RowKey } from '../../src/domain/command.ts';
import { indexValues, type RowType, rowIndexes } from '../../src/domain/rows.ts';

export interface ServerFaults {
  /** Lets a transaction go on some time later, unless its process died. */
  later(fire: () => void): void;
  at(point: 'begin' | 'operation' | 'before_commit' | 'after_commit'): 'go' | 'transient' | 'crash';
}

type ScopeMove = Parameters<ServerTx['addScopeMoves']>[1][number];

/** All that is committed of one committee. */
export class CommitteeData {
  row: CommitteeRow;
  readonly log: StoredLogEntry[] = []; // log[seq - 1]
  readonly rows = new Map<RowKey, ServerRowRecord>();
  readonly moves: ScopeMove[] = [];
  readonly lastDeviceSeq = new Map<string, number>();
  readonly aliases = new Map<string, string>();
  readonly held = new Map<number, HeldRow>();
  readonly waiting = new Map<string, WaitingBundle>();
  readonly byCommand = new Map<string, StoredLogEntry>();
  readonly byDeviceSeq = new Map<string, StoredLogEntry>();
  readonly settling = new Map<number, StoredLogEntry>();
  readonly lists = new Map<string, Map<string, RowKey>>();

  constructor(row: CommitteeRow) {
    this.row = row;
  }
}

function copyOf(data: CommitteeData): CommitteeData {
  const copy = new CommitteeData(data.row);
  copy.log.push(...data.log);
  copy.moves.push(...data.moves);
  const maps = [
    ...(['rows', 'lastDeviceSeq', 'aliases', 'held', 'waiting', 'byCommand', 'byDeviceSeq', 'settling'] as const),
  ];
  for (const name of maps) for (const [key, value] of data[name]) (copy[name] as Map<unknown, unknown>).set(key, value);
  for (const [name, list] of data.lists) copy.lists.set(name, new Map(list));
  return copy;
}

const deviceKey = (deviceId: string, deviceSeq: number): string => `${deviceId} ${deviceSeq}`;
const keyOf = (row: ServerRowRecord): RowKey => `${row.type}/${row.id}`;
const byId = (a: ServerRowRecord, b: ServerRowRecord): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export class MemoryServerStore implements ServerStore {
  readonly committees = new Map<string, CommitteeData>();
  readonly devices = new Map<string, DeviceRow>();
  /** Called with each committed transaction, before anybody else can read it. */
  onCommit: (committeeId: string) => void = () => undefined;
  faults: ServerFaults;
  #backup: readonly CommitteeData[] | null = null;
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
        if (!tx.pass('begin')) return tx.state === 'dead' ? undefined : reject(tx.failure);
        body(tx).then(
          (value) => faults.later(() => tx.commit(() => resolve(value), reject)),
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
        body(this.#snapshot).then(resolve, reject);
      });
    });
  }

  /** What the backup job does: a copy of one moment, verified, and then the word to the phones. False: somebody writes. */
  backUp(): boolean {
    if (this.#locks.size > 0) return false; // a writer would put the old number back
    this.#backup = [...this.committees.values()].map(copyOf);
    for (const data of this.committees.values()) data.row = { ...data.row, backedUpSeq: data.row.seq };
    return true;
  }

  isBackedUp(committeeId: string, commandId: string): boolean {
    return this.#backup?.find(({ row }) => row.id === committeeId)?.byCommand.has(commandId) ?? false;
  }

  get hasBackup(): boolean {
    return this.#backup !== null;
  }

  /** The whole database is what it was at the last backup, under new epochs. Only while no process runs. */
  restore(newEpoch: () => string): void {
    for (const data of this.#backup ?? []) {
      const copy = copyOf(data);
      copy.row = { ...copy.row, epoch: newEpoch() };
      this.committees.set(copy.row.id, copy);
    }
  }

  /** A crash: what is open is gone, and so are its locks. */
  crash(): void {
    for (const { holder, waiting } of this.#locks.values()) {
      holder.state = 'dead';
      for (const { tx } of waiting) tx.state = 'dead';
    }
    this.#locks.clear();
  }

  lock(id: string, tx: Transaction, go: () => void): void {
    const lock = this.#locks.get(id);
    if (lock === undefined) {
      this.#locks.set(id, { holder: tx, waiting: [] });
      go();
    } else if (lock.holder === tx) go();
    else lock.waiting.push({ tx, go });
  }

  unlock(tx: Transaction): void {
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

  readonly #snapshot: ServerSnapshot = {
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

function listed(data: CommitteeData | undefined, type: RowType, index: string, key: string): ServerRowRecord[] {
  const keys = data?.lists.get(`${type}.${index}=${key}`);
  if (data === undefined || keys === undefined) return [];
  return [...keys.values()].map((rowKey) => data.rows.get(rowKey) as ServerRowRecord).sort(byId);
}

function changedRows(data: CommitteeData | undefined, filter: RowFilter): ServerRowRecord[] {
  const { after, upTo, max } = filter;
  const scopes = new Set<string>(filter.scopes);
  const found: ServerRowRecord[] = [];
  for (const row of data?.rows.values() ?? []) {
    if (row.v > upTo || row.v < after.v) continue;
    if (row.v === after.v && (row.type < after.type || (row.type === after.type && row.id <= after.id))) continue;
    if (scopes.has(row.scope) || (filter.everyProposal && row.scope.startsWith('prop:'))) found.push(row);
  }
  found.sort((a, b) => a.v - b.v || (a.type < b.type ? -1 : a.type > b.type ? 1 : byId(a, b)));
  return found.slice(0, max);
}

/** An alias stands for the entry, and for what settled it, under this device and number. */
function logOfDevice(
  data: CommitteeData | undefined,
  deviceId: string,
  fromDeviceSeq: number,
  afterSeq: number,
): StoredLogEntry[] {
  if (data === undefined) return [];
  const numbers = new Map<string, number>();
  for (const [name, commandId] of data.aliases) {
    const [device, deviceSeq] = name.split(' ');
    if (device === deviceId) numbers.set(commandId, Number(deviceSeq));
  }
  const wanted = (entry: StoredLogEntry): boolean =>
    entry.deviceSeq >= fromDeviceSeq || (entry.settles !== null && entry.seq > afterSeq);
  return data.log
    .map((entry) => {
      const deviceSeq = numbers.get(entry.commandId);
      return deviceSeq === undefined || entry.deviceId === deviceId ? entry : { ...entry, deviceId, deviceSeq };
    })
    .filter((entry) => entry.deviceId === deviceId && wanted(entry));
}

/** What a transaction changed so far, over what is committed. Undone step by step to a savepoint. */
class Transaction implements ServerTx {
  state: 'open' | 'ended' | 'dead' = 'open';
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
    this.end();
    if (this.#faults.at('after_commit') === 'go') done();
  }

  end(): void {
    if (this.state === 'open') this.state = 'ended';
    this.#store.unlock(this);
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

function storeEntry(data: CommitteeData, entry: StoredLogEntry): void {
  data.log[entry.seq - 1] = entry;
  if (entry.settles !== null) data.settling.set(entry.settles, entry);
  else {
    data.byCommand.set(entry.commandId, entry);
    data.byDeviceSeq.set(deviceKey(entry.deviceId, entry.deviceSeq), entry);
  }
}

function storeRow(data: CommitteeData, row: ServerRowRecord): void {
  const key = keyOf(row);
  const before = data.rows.get(key);
  data.rows.delete(key);
  data.rows.set(key, row);
  const fields = rowIndexes[row.type] as readonly string[];
  if (fields.length === 0) return;
  const old = before === undefined ? [] : indexValues(row.type, before.body as never);
  indexValues(row.type, row.body as never).forEach((value, n) => {
    const from = old[n] ?? null;
    const name = `${row.type}.${fields[n]}=`;
    if (from !== null && from !== value) data.lists.get(name + from)?.delete(row.id);
    if (value === null || value === undefined) return;
    const list = data.lists.get(name + value);
    if (list === undefined) data.lists.set(name + value, new Map([[row.id, key]]));
    else list.set(row.id, key);
  });
}
