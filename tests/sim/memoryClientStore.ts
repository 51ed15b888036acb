/** One tab's view of its phone's database: all of a transaction or nothing; a tab that dies before the commit loses the
 *  whole transaction, one that dies after it loses nothing. Faults are asked from the world. */
import type { RowType } from '../../src/domain/rows.ts';
import {
  type ArchiveRecord,
  type BlobItem,
  type ClientStore,
  type ClientTx,
  type CommitteeMeta,
  type DeviceMeta,
  type DraftItem,
  type InboxItem,
  type Key,
  type OutboxItem,
  type RelayItem,
  type ShadowRow,
  type StagedOp,
  StorageFull,
  StorageLost,
  type StoredRow,
  type Table,
} from '../../src/sync/ports.ts';
import type { Change, Commit, MemoryDatabase, PlainTable } from './memoryDatabase.ts';
import type { MemoryTable, Undo } from './memoryTable.ts';
import { atRest } from './realTime.ts';

/** Before each operation of a transaction: die, fail, or go on. Operation `commit` comes last. */
export type Strike = (operation: string) => 'go' | 'die' | 'full' | 'lost';

/** What may go wrong: asked by the store, answered by the world from its seed. */
export interface StoreFaults {
  /** Asked once a transaction; null: nothing will go wrong in it. */
  strike(owner: object, mode: 'write' | 'read'): Strike | null;
  /** Runs `fire` some time later, unless the owner dies first. */
  later(owner: object, fire: () => void): void;
  isDead(owner: object): boolean;
  /** Whether this read begins as soon as no writer is in its way, without waiting for its turn. */
  readsAtOnce(): boolean;
}

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** One tab's view of the database. */
export function memoryClientStore(db: MemoryDatabase, owner: object, faults: StoreFaults): ClientStore {
  const run = <T>(mode: 'write' | 'read', body: (tx: ClientTx) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (faults.isDead(owner)) return;
      db.request(mode, owner, () => {
        const transaction = new Transaction(db, owner, faults, mode);
        if (mode === 'read' && faults.readsAtOnce()) void transaction.readAtOnce(body).then(resolve, reject);
        else faults.later(owner, () => void transaction.run(body, resolve, reject));
      });
    });
  return { write: (body) => run('write', body), read: (body) => run('read', body) };
}

class Transaction {
  readonly #db: MemoryDatabase;
  readonly #owner: object;
  readonly #faults: StoreFaults;
  readonly #mode: 'write' | 'read';
  readonly #strikes: Strike | null;
  readonly #undo: Undo[] = [];
  readonly #changes: Change[] = [];
  #state: 'open' | 'closed' = 'open';
  #failure: Error | null = null;
  readonly #tables = new Map<string, TransactionTable>();

  constructor(db: MemoryDatabase, owner: object, faults: StoreFaults, mode: 'write' | 'read') {
    this.#db = db;
    this.#owner = owner;
    this.#faults = faults;
    this.#mode = mode;
    this.#strikes = faults.strike(owner, mode);
  }

  /** The body runs in one go: others are shut out anyway, and a death can strike at each of its operations. */
  async run<T>(
    body: (tx: ClientTx) => Promise<T>,
    resolve: (value: T) => void,
    reject: (error: unknown) => void,
  ): Promise<void> {
    if (this.#mode === 'write') this.#db.beginWrite(() => this.#undoAll());
    let settled: { readonly value: T } | { readonly error: unknown } | undefined;
    body(new Tables(this)).then(
      (value) => {
        settled = { value };
      },
      (error: unknown) => {
        settled = { error };
      },
    );
    await atRest();
    if (this.#state === 'closed' || this.#faults.isDead(this.#owner)) return;
    if (settled === undefined) {
      this.#db.onStray(this.#owner);
      settled = { error: new Error('TransactionInactiveError: the body waited for something else') };
    }
    const fault = this.#failure === null && 'value' in settled ? this.#strike('commit') : 'go';
    if (fault === 'die') return;
    const outcome = this.#failure === null ? settled : { error: this.#failure };
    const commit = this.#finish('value' in outcome);
    const tell = (): void => {
      if (commit !== undefined) this.#db.flushed(commit);
      if ('value' in outcome) resolve(outcome.value);
      else reject(outcome.error);
    };
    if (this.#mode === 'read') tell();
    else this.#faults.later(this.#owner, tell); // here it is on its way to the disk and nobody knows yet
  }

  /** As `run` for a read, without asking whether the body waits for something else: most reads, for speed. */
  async readAtOnce<T>(body: (tx: ClientTx) => Promise<T>): Promise<T> {
    try {
      return await body(new Tables(this));
    } finally {
      if (!this.#faults.isDead(this.#owner)) this.#finish(true);
    }
  }

  #finish(good: boolean): Commit | undefined {
    if (!good) this.#rollback();
    if (this.#state === 'closed') return undefined;
    this.#state = 'closed';
    const commit = { undo: this.#undo.reverse(), changes: this.#changes };
    if (this.#changes.length > 0) {
      this.#db.committed(commit);
      this.#db.onCommit(this.#changes, this.#owner);
    }
    this.#db.release(this.#mode, this.#owner);
    return this.#changes.length > 0 ? commit : undefined;
  }

  #rollback(): void {
    if (this.#state === 'closed') return;
    this.#undoAll();
    this.#db.release(this.#mode, this.#owner);
  }

  #undoAll(): void {
    this.#state = 'closed';
    for (const undo of this.#undo.reverse()) undo();
  }

  /** Asks for a fault; a failing operation dooms the whole transaction, whatever the body makes of it. */
  #strike(operation: string): 'go' | 'die' {
    const fault = this.#strikes === null ? 'go' : this.#strikes(operation);
    if (fault === 'full') this.#failure = new StorageFull('quota exceeded');
    if (fault === 'lost') this.#failure = new StorageLost('connection lost');
    return fault === 'die' ? 'die' : 'go';
  }

  operation<T>(name: string, perform: () => T): Promise<T> {
    if (this.#faults.isDead(this.#owner)) return never();
    if (this.#state === 'closed') return Promise.reject(new Error('TransactionInactiveError'));
    if (this.#failure !== null) return Promise.reject(this.#failure);
    if (this.#strike(name) === 'die') return never();
    if (this.#failure !== null) return Promise.reject(this.#failure);
    try {
      return Promise.resolve(perform());
    } catch (error) {
      return Promise.reject(error);
    }
  }

  put(name: string, table: MemoryTable<unknown>, values: readonly unknown[]): void {
    if (this.#mode === 'read') throw new Error('ReadOnlyError');
    for (const value of values) {
      const { undo, key, before } = table.replace(value);
      this.#undo.push(undo);
      this.#changes.push({ table: tableNamed(name), key, before, after: value });
    }
  }

  remove(name: string, table: MemoryTable<unknown>, keys: readonly Key[]): void {
    if (this.#mode === 'read') throw new Error('ReadOnlyError');
    for (const key of keys) {
      const before = table.get(key);
      if (before === undefined) continue;
      this.#undo.push(table.remove(key));
      this.#changes.push({ table: tableNamed(name), key, before, after: undefined });
    }
  }

  table<V>(name: string): Table<V> {
    const known = this.#tables.get(name);
    if (known !== undefined) return known as unknown as Table<V>;
    const table = new TransactionTable(this, name, this.#db.tables.get(name) as MemoryTable<unknown>);
    this.#tables.set(name, table);
    return table as unknown as Table<V>;
  }
}

/** What a body sees of its transaction. */
class Tables implements ClientTx {
  readonly #transaction: Transaction;

  constructor(transaction: Transaction) {
    this.#transaction = transaction;
  }

  get outbox() {
    return this.#transaction.table<OutboxItem>('outbox');
  }
  get archive() {
    return this.#transaction.table<ArchiveRecord>('archive');
  }
  get inbox() {
    return this.#transaction.table<InboxItem>('inbox');
  }
  get blobs() {
    return this.#transaction.table<BlobItem>('blobs');
  }
  get meta() {
    return this.#transaction.table<CommitteeMeta>('meta');
  }
  get device() {
    return this.#transaction.table<DeviceMeta>('device');
  }
  get shadow() {
    return this.#transaction.table<ShadowRow>('shadow');
  }
  get staging() {
    return this.#transaction.table<StagedOp>('staging');
  }
  get relay() {
    return this.#transaction.table<RelayItem>('relay');
  }
  get drafts() {
    return this.#transaction.table<DraftItem>('drafts');
  }
  rows(type: RowType) {
    return this.#transaction.table<StoredRow>(`rows:${type}`);
  }
}

/** One table inside a transaction. */
class TransactionTable implements Table<unknown> {
  readonly #transaction: Transaction;
  readonly #name: string;
  readonly #table: MemoryTable<unknown>;

  constructor(transaction: Transaction, name: string, table: MemoryTable<unknown>) {
    this.#transaction = transaction;
    this.#name = name;
    this.#table = table;
  }

  get(key: Key) {
    return this.#transaction.operation('get', () => this.#table.get(key));
  }
  getMany(keys: readonly Key[]) {
    return this.#transaction.operation('get', () => keys.map((key) => this.#table.get(key)));
  }
  put(value: unknown) {
    return this.putMany([value]);
  }
  putMany(values: readonly unknown[]) {
    return this.#transaction.operation('put', () => this.#transaction.put(this.#name, this.#table, values));
  }
  removeMany(keys: readonly Key[]) {
    return this.#transaction.operation('remove', () => this.#transaction.remove(this.#name, this.#table, keys));
  }
  removeRange(first: Key, last: Key) {
    return this.#transaction.operation('remove', () =>
      this.#transaction.remove(this.#name, this.#table, this.#table.keysBetween(first, last)),
    );
  }
  where(index: string, key: Key) {
    return this.#transaction.operation('get', () => this.#table.where(index, key));
  }
  between(first: Key, last: Key, most: number) {
    return this.#transaction.operation('get', () => this.#table.between(first, last, most));
  }
  keysWhere(index: string, key: Key) {
    return this.#transaction.operation('get', () => this.#table.keysWhere(index, key));
  }
  all() {
    return this.#transaction.operation('get', () => this.#table.all());
  }
  count(index: string, key: Key) {
    return this.#transaction.operation('get', () => this.#table.count(index, key));
  }
}

export const tableNamed = (name: string): Change['table'] =>
  name.startsWith('rows:') ? (name.slice(5) as RowType) : (name as PlainTable);
