/** Runs commands over rows in memory; what is missing is loaded and the command runs again (it is pure, so that is safe).
 *  The same code serves the phone's replay and the server's batch. */
import { type Command, type Context, NotYet, type Params, Rejection, type RowKey, rowKey, type Tx } from './command.ts';
import type { RejectionCode } from './rejections.ts';
import { indexValues, type Row, type RowIndex, type Rows, type RowType, rowIndexes } from './rows.ts';

/** Where rows come from: Dexie, SQLite, PostgreSQL or memory. `null` means: no such row. */
export interface RowSource {
  get(keys: readonly RowKey[]): Promise<readonly (Row | null)[]>;
  list(type: RowType, index: string, key: string): Promise<readonly Row[]>;
}

export interface RowWrite {
  readonly type: RowType;
  readonly id: string;
  readonly body: Row;
}

export type RunResult =
  | { readonly kind: 'applied'; readonly writes: readonly RowWrite[] }
  | { readonly kind: 'rejected'; readonly code: RejectionCode; readonly params: Params }
  | { readonly kind: 'waits'; readonly key: RowKey };

/** Thrown inside `run` when a row or list is not in memory; never leaves this file. No error: nobody reads its stack, and
 *  making one takes longer than most commands. */
class Miss {
  readonly load: { readonly row: RowKey } | { readonly list: ListName };
  constructor(load: Miss['load']) {
    this.load = load;
  }
}
interface ListName {
  readonly type: RowType;
  readonly index: string;
  readonly key: string;
}
const listText = (list: ListName): string => `${list.type}.${list.index}=${list.key}`;

const loadsMax = 1_000; // a command that asks for more than this is a bug, not a big committee

/** Rows in memory, shared by a run of commands. Writes of a command that did not apply are rolled back. */
export class WorkingSet {
  readonly #source: RowSource;
  readonly #rows = new Map<RowKey, Row | null>();
  readonly #lists = new Map<string, Map<string, Row>>(); // list -> rows by id
  readonly #written = new Map<RowType, Set<RowKey>>(); // rows that may differ from the source
  #undo: { readonly key: RowKey; readonly before: Row | null }[] = [];
  #writes = new Map<RowKey, RowWrite>();
  #unknown = new Set<RowKey>(); // written in this run without having been loaded

  constructor(source: RowSource) {
    this.#source = source;
  }

  async preload(keys: readonly RowKey[]): Promise<void> {
    const missing = [...new Set(keys)].filter((key) => !this.#rows.has(key));
    if (missing.length === 0) return;
    const rows = await this.#source.get(missing);
    missing.forEach((key, n) => {
      this.#rows.set(key, rows[n] ?? null);
    });
  }

  /** Runs one command to its end. Throws only what is a bug or passes by itself; then nothing of it stays in memory. */
  async run<Args>(command: Command<string, Args>, args: Args, ctx: Context): Promise<RunResult> {
    await this.preload(command.touches(args));
    for (let loads = 0; loads < loadsMax; loads += 1) {
      this.#undo = [];
      this.#writes = new Map();
      this.#unknown = new Set();
      try {
        command.run(this.#tx, args, ctx);
        if (this.#unknown.size === 0) return { kind: 'applied', writes: [...this.#writes.values()] };
        const unknown = [...this.#unknown];
        this.#rollback();
        await this.preload(unknown); // the engine needs what stood there before: all at once, then once more
      } catch (error) {
        this.#rollback();
        if (error instanceof Miss) await this.#load(error.load);
        else if (error instanceof Rejection) return { kind: 'rejected', code: error.code, params: error.params };
        else if (error instanceof NotYet) return { kind: 'waits', key: error.key };
        else throw error;
      }
    }
    throw new Error(`${command.name} asked for more than ${loadsMax} loads`);
  }

  /** Puts rows that the engine itself writes into the set, outside any command. */
  write(type: RowType, body: Row): void {
    this.#set(rowKey(type, body.id), body);
  }

  readonly #tx: Tx = {
    get: <T extends RowType>(type: T, id: string) => {
      const row = this.#rows.get(rowKey(type, id));
      if (row === undefined) throw new Miss({ row: rowKey(type, id) });
      return (row as Rows[T] | null) ?? undefined;
    },
    list: <T extends RowType>(type: T, index: RowIndex<T>, key: string) => {
      const name = { type, index: String(index), key };
      const list = this.#lists.get(listText(name));
      if (list === undefined) throw new Miss({ list: name });
      return [...list.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)) as unknown as Rows[T][];
    },
    put: <T extends RowType>(type: T, row: Rows[T]) => {
      const key = rowKey(type, row.id);
      const before = this.#rows.get(key);
      if (before === undefined) this.#unknown.add(key); // it is in no loaded list either: those rows are all in memory
      this.#undo.push({ key, before: before ?? null });
      this.#set(key, row);
      this.#writes.set(key, { type, id: row.id, body: row });
    },
    mustOrWait: <T extends RowType>(type: T, id: string) => {
      const row = this.#tx.get(type, id);
      if (row === undefined) throw new NotYet(rowKey(type, id));
      return row;
    },
  };

  #rollback(): void {
    for (const { key, before } of this.#undo.reverse()) this.#set(key, before);
    for (const key of this.#unknown) this.#rows.delete(key);
    this.#undo = [];
    this.#unknown = new Set();
    this.#writes = new Map();
  }

  async #load(load: Miss['load']): Promise<void> {
    if ('row' in load) return this.preload([load.row]);
    const { type, index, key } = load.list;
    const position = (rowIndexes[type] as readonly string[]).indexOf(index);
    const rows = new Map<string, Row>();
    const keep = (row: Row | null | undefined): void => {
      if (row && indexValues(type, row as never)[position] === key) rows.set(row.id, row);
    };
    for (const row of await this.#source.list(type, index, key)) {
      const known = this.#rows.get(rowKey(type, row.id));
      if (known === undefined) this.#rows.set(rowKey(type, row.id), row);
      keep(known === undefined ? row : known);
    }
    for (const written of this.#written.get(type) ?? []) keep(this.#rows.get(written)); // what the source does not know yet
    this.#lists.set(listText(load.list), rows);
  }

  #set(key: RowKey, row: Row | null): void {
    const type = key.slice(0, key.indexOf('/')) as RowType;
    const before = this.#rows.get(key) ?? null;
    this.#rows.set(key, row);
    const written = this.#written.get(type);
    if (written === undefined) this.#written.set(type, new Set([key]));
    else written.add(key);
    const fields = rowIndexes[type] as readonly string[];
    if (fields.length === 0) return;
    const old = before === null ? [] : indexValues(type, before as never);
    const now = row === null ? [] : indexValues(type, row as never);
    fields.forEach((index, n) => {
      const from = old[n] ?? null;
      const to = now[n] ?? null;
      if (from !== null && before !== null && from !== to)
        this.#lists.get(listText({ type, index, key: from }))?.delete(before.id);
      if (to !== null && row !== null) this.#lists.get(listText({ type, index, key: to }))?.set(row.id, row);
    });
  }
}
