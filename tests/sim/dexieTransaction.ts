/** One transaction of a tab on Dexie and in memory at once. Memory changes in place and is undone with the real one. */
import { isDeepStrictEqual } from 'node:util';
import { Dexie } from 'dexie';
import type { RowType } from '../../src/domain/rows.ts';
import type { ClientTx, Key, Table } from '../../src/sync/ports.ts';
import { type StoreFaults, type Strike, tableNamed } from './memoryClientStore.ts';
import type { Change, Commit, MemoryDatabase, PlainTable } from './memoryDatabase.ts';
import type { MemoryTable, Undo } from './memoryTable.ts';

/** The database of a phone, in memory and on Dexie. */
export interface Beside extends MemoryDatabase {
  readonly onDifference: (message: string) => void;
  really<T>(mode: 'write' | 'read', owner: object, body: (tx: ClientTx) => Promise<T>): Promise<T>;
}

interface Setting {
  readonly owner: object;
  readonly faults: StoreFaults;
  readonly mode: 'write' | 'read';
  /** A connection that is lost in it comes back: the store runs the body again. Otherwise it stays lost. */
  readonly losesOnce: boolean;
}

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
class Died extends Error {}

export class DexieTransaction {
  readonly #db: Beside;
  readonly #setting: Setting;
  readonly #strikes: Strike | null;
  #undo: Undo[] = [];
  #changes: Change[] = [];
  #failure: Error | null = null;
  #lost = false;
  #doom: (error: Error) => void = () => undefined;

  constructor(db: Beside, setting: Setting) {
    this.#db = db;
    this.#setting = setting;
    this.#strikes = setting.faults.strike(setting.owner, setting.mode);
  }

  async run<T>(
    body: (tx: ClientTx) => Promise<T>,
    resolve: (value: T) => void,
    reject: (error: unknown) => void,
  ): Promise<void> {
    const { owner, faults, mode } = this.#setting;
    if (mode === 'write') this.#db.beginWrite(() => this.#undoAll());
    const outcome = await this.#db
      .really(mode, owner, (tx) => this.#play(body, tx))
      .then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
    if (faults.isDead(owner)) return;
    const commit = this.#finish('value' in outcome);
    if ('error' in outcome && isStray(outcome.error)) this.#db.onStray(owner);
    const tell = (): void => {
      if (commit !== undefined) this.#db.flushed(commit);
      if ('value' in outcome) resolve(outcome.value);
      else reject(outcome.error);
    };
    if (mode === 'read') tell();
    else faults.later(owner, tell);
  }

  /** The body as the real store runs it: once more after a connection was lost. */
  async #play<T>(body: (tx: ClientTx) => Promise<T>, tx: ClientTx): Promise<T> {
    if (this.#setting.faults.isDead(this.#setting.owner)) throw new Died();
    this.#undoAll();
    this.#changes = [];
    this.#failure = null;
    const value = await new Promise<T>((resolve, reject) => {
      this.#doom = reject;
      body(this.#tx(tx)).then(resolve, reject);
    });
    this.#strike('commit');
    if (this.#failure !== null) throw this.#failure;
    return value;
  }

  #finish(good: boolean): Commit | undefined {
    const { mode, owner } = this.#setting;
    if (!good) this.#undoAll();
    const commit =
      good && this.#changes.length > 0 ? { undo: this.#undo.reverse(), changes: this.#changes } : undefined;
    if (commit !== undefined) {
      this.#db.committed(commit);
      this.#db.onCommit(commit.changes, owner);
    }
    this.#db.release(mode, owner);
    return commit;
  }

  #undoAll(): void {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo = [];
  }

  /** Asks for a fault. Out of the transaction's zone: what a death sets going is no part of it. */
  #strike(operation: string): void {
    if (this.#strikes === null || (this.#lost && this.#setting.losesOnce)) return;
    const strikes = this.#strikes;
    const fault = Dexie.ignoreTransaction(() => strikes(operation));
    if (fault === 'go') return;
    if (fault === 'lost') this.#lost = true;
    if (fault === 'die') this.#failure = new Died();
    else if (fault === 'full') this.#failure = new DOMException('quota exceeded', 'QuotaExceededError');
    else this.#failure = new DOMException('connection lost', 'UnknownError');
    this.#doom(this.#failure); // whatever the body makes of it
  }

  #tx(tx: ClientTx): ClientTx {
    const table = (name: string) => this.#table(name, tableOf(tx, name));
    return {
      ...{ outbox: table('outbox'), archive: table('archive'), inbox: table('inbox'), blobs: table('blobs') },
      ...{ meta: table('meta'), device: table('device'), shadow: table('shadow'), staging: table('staging') },
      ...{ relay: table('relay'), drafts: table('drafts') },
      rows: (type: RowType) => table(`rows:${type}`),
    } as ClientTx;
  }

  #table(name: string, real: Table<unknown>): Table<unknown> {
    const memory = this.#db.tables.get(name) as MemoryTable<unknown>;
    const ask = <T>(what: string, expected: () => T, found: () => Promise<T>): Promise<T> =>
      this.#operation('get', `${name}.${what}`, expected, found);
    const put = (values: readonly unknown[], write: () => Promise<void>): Promise<void> =>
      this.#operation('put', `${name}.put`, () => this.#put(name, memory, values), write);
    const remove = (keys: readonly Key[], write: () => Promise<void>): Promise<void> =>
      this.#operation('remove', `${name}.remove`, () => this.#remove(name, memory, keys), write);
    return {
      get: (key) =>
        ask(
          'get',
          () => memory.get(key),
          () => real.get(key),
        ),
      getMany: (keys) =>
        ask(
          'getMany',
          () => keys.map((key) => memory.get(key)),
          async () => [...(await real.getMany(keys))],
        ),
      put: (value) => put([value], () => real.put(value)),
      putMany: (values) => put(values, () => real.putMany(values)),
      removeMany: (keys) => remove(keys, () => real.removeMany(keys)),
      removeRange: (first, last) => remove(memory.keysBetween(first, last), () => real.removeRange(first, last)),
      where: (index, key) =>
        ask(
          `where ${index}`,
          () => memory.where(index, key),
          () => real.where(index, key),
        ),
      between: (first, last, most) =>
        ask(
          'between',
          () => memory.between(first, last, most),
          () => real.between(first, last, most),
        ),
      keysWhere: (index, key) =>
        ask(
          `keysWhere ${index}`,
          () => memory.keysWhere(index, key),
          () => real.keysWhere(index, key),
        ),
      all: () =>
        ask(
          'all',
          () => memory.all(),
          () => real.all(),
        ),
      count: (index, key) =>
        ask(
          `count ${index}`,
          () => memory.count(index, key),
          () => real.count(index, key),
        ),
    };
  }

  /** Memory first, then the real thing, whose answer the engine gets. */
  async #operation<T>(kind: string, what: string, inMemory: () => T, really: () => Promise<T>): Promise<T> {
    this.#strike(kind);
    if (this.#failure instanceof Died) return never();
    if (this.#failure !== null) throw this.#failure;
    const expected = inMemory();
    const found = await really();
    if (!isDeepStrictEqual(found, expected)) {
      this.#db.onDifference(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
    }
    return found;
  }

  #put(name: string, table: MemoryTable<unknown>, values: readonly unknown[]): void {
    for (const value of values) {
      const { undo, key, before } = table.replace(value);
      this.#undo.push(undo);
      this.#changes.push({ table: tableNamed(name), key, before, after: value });
    }
  }

  #remove(name: string, table: MemoryTable<unknown>, keys: readonly Key[]): void {
    for (const key of keys) {
      const before = table.get(key);
      if (before === undefined) continue;
      this.#undo.push(table.remove(key));
      this.#changes.push({ table: tableNamed(name), key, before, after: undefined });
    }
  }
}

const isStray = (error: unknown): boolean => /PrematureCommit|TransactionInactive/.test(String(error));

export function tableOf(tx: ClientTx, name: string): Table<unknown> {
  const table = name.startsWith('rows:') ? tx.rows(name.slice(5) as never) : tx[name as PlainTable];
  return table as Table<unknown>;
}
