/** One SQLite connection: better-sqlite3, or libsql with the same interface where that cannot be loaded (D19). */
import { Transient } from '../engine/ports.ts';
import type { Connection, Savepoint, SqlRecord, Table } from './database.ts';
import type { Statement } from './statement.ts';

export type Library = 'better-sqlite3' | 'libsql';

interface NativeStatement {
  readonly reader: boolean; // gives rows
  iterate(...values: unknown[]): IterableIterator<unknown>;
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): unknown;
}
interface NativeDatabase {
  prepare(sql: string): NativeStatement;
  exec(sql: string): unknown;
  close(): unknown;
}

const pageRecords = 1_000;
const busyTimeoutMs = 3_000; // another process, such as the command line, may be writing

/** Errors that pass by themselves; whatever was begun leaves no trace and is tried again (P5). */
const transientCodes = /^SQLITE_(BUSY|LOCKED|IOERR|FULL|CANTOPEN|NOMEM|INTERRUPT)/;

export class SqliteConnection implements Connection {
  readonly library: Library;
  readonly #database: NativeDatabase;
  readonly #prepared = new Map<string, NativeStatement>();

  private constructor(library: Library, database: NativeDatabase) {
    this.library = library;
    this.#database = database;
    this.exec(`pragma busy_timeout = ${busyTimeoutMs}`);
  }

  static async open(file: string, wanted?: Library): Promise<SqliteConnection> {
    if (wanted !== 'libsql') {
      try {
        const { default: Database } = await import('better-sqlite3');
        return new SqliteConnection('better-sqlite3', new Database(file));
      } catch (error) {
        if (wanted === 'better-sqlite3' || !isLoadError(error)) throw error;
      }
    }
    const { default: Database } = await import('libsql');
    return new SqliteConnection('libsql', new Database(file) as unknown as NativeDatabase);
  }

  /** What begins and ends a transaction, without a turn of the loop in between; any number of statements. */
  exec(sql: string): void {
    this.#try(() => this.#database.exec(sql));
  }

  async all<Params, Result>(statement: Statement<Params, Result>, params: Params): Promise<readonly Result[]> {
    const { sql, values } = statement.in('sqlite');
    return this.#try(() => this.#read(this.#prepare(sql).all(...values(params)))) as readonly Result[];
  }

  async get<Params, Result>(statement: Statement<Params, Result>, params: Params): Promise<Result | undefined> {
    return (await this.all(statement, params))[0];
  }

  async run<Params>(statement: Statement<Params, unknown>, params: Params): Promise<void> {
    const { sql, values } = statement.in('sqlite');
    this.#try(() => this.#prepare(sql).run(...values(params)));
  }

  async getEach<Params, Result>(
    statement: Statement<Params, Result>,
    many: readonly Params[],
  ): Promise<readonly (Result | undefined)[]> {
    const { sql, values } = statement.in('sqlite');
    const first = (params: Params): unknown => this.#read(this.#prepare(sql).all(...values(params)))[0];
    return this.#try(() => many.map(first)) as Result[];
  }

  async runEach<Params>(statement: Statement<Params, unknown>, many: readonly Params[]): Promise<void> {
    const { sql, values } = statement.in('sqlite');
    this.#try(() => {
      for (const params of many) this.#prepare(sql).run(...values(params));
    });
  }

  async lock(): Promise<void> {} // BEGIN IMMEDIATE holds the whole file

  /** One name for all: SQLite means the innermost, and the statements stay prepared. */
  async savepoint(): Promise<Savepoint> {
    const say = (sql: string): unknown => this.#try(() => this.#prepare(sql).run());
    say('savepoint s');
    return {
      release: async () => void say('release s'),
      rollback: async () => {
        say('rollback to s');
        say('release s');
      },
    };
  }

  async raw(sql: string): Promise<readonly SqlRecord[]> {
    return this.#try(() => {
      const statement = this.#prepare(sql);
      if (statement.reader) return statement.all().map(withBuffers) as SqlRecord[];
      statement.run();
      return [];
    });
  }

  async *pages(table: Table): AsyncIterable<readonly SqlRecord[]> {
    let page: SqlRecord[] = [];
    for (const record of this.#prepare(`select * from "${table}"`).iterate()) {
      page.push(withBuffers(record as SqlRecord));
      if (page.length < pageRecords) continue;
      yield page;
      page = [];
    }
    if (page.length > 0) yield page;
  }

  async insert(table: Table, records: readonly SqlRecord[]): Promise<void> {
    const columns = Object.keys(records[0] ?? {});
    const names = columns.map((name) => `"${name}"`).join(', ');
    const insert = `insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`;
    for (const record of records) this.#try(() => this.#prepare(insert).run(...columns.map((name) => record[name])));
  }

  #read(records: readonly unknown[]): readonly unknown[] {
    return this.library === 'libsql' ? records.map(withBuffers) : records;
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #prepare(sql: string): NativeStatement {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const prepared = this.#database.prepare(sql);
    this.#prepared.set(sql, prepared);
    return prepared;
  }

  #try<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      const code = String((error as { readonly code?: unknown }).code ?? '');
      throw transientCodes.test(code) ? new Transient(`${code}: ${(error as Error).message}`) : error;
    }
  }
}

/** libsql gives bytes as an ArrayBuffer; all else that we use gives a Buffer. */
function withBuffers<T>(record: T): T {
  if (typeof record !== 'object' || record === null) return record;
  for (const [name, value] of Object.entries(record)) {
    if (value instanceof ArrayBuffer) (record as Record<string, unknown>)[name] = Buffer.from(value);
  }
  return record;
}

/** The binary is missing or does not fit this machine: not a fault of the database file. */
function isLoadError(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const codes: readonly unknown[] = ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'];
  return codes.includes(code) || /bindings file|NODE_MODULE_VERSION|invalid ELF/i.test(String(message));
}
