/** One SQLite connection: better-sqlite3, or libsql with the same interface where that cannot be loaded (D19). */
import { Transient } from '../engine/ports.ts';
import type { SqlValue, Statement } from './statement.ts';

export type Library = 'better-sqlite3' | 'libsql';

interface NativeStatement {
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): { readonly changes: number };
}
interface NativeDatabase {
  prepare(sql: string): NativeStatement;
  exec(sql: string): unknown;
  close(): unknown;
}

const busyTimeoutMs = 3_000; // another process, such as the command line, may be writing

/** Errors that pass by themselves; whatever was begun leaves no trace and is tried again (P5). */
const transientCodes = /^SQLITE_(BUSY|LOCKED|IOERR|FULL|CANTOPEN|NOMEM|INTERRUPT)/;

export class Connection {
  readonly library: Library;
  readonly #database: NativeDatabase;
  readonly #prepared = new Map<string, NativeStatement>();

  private constructor(library: Library, database: NativeDatabase) {
    this.library = library;
    this.#database = database;
    this.exec(`pragma busy_timeout = ${busyTimeoutMs}`);
  }

  static async open(file: string, wanted?: Library): Promise<Connection> {
    if (wanted !== 'libsql') {
      try {
        const { default: Database } = await import('better-sqlite3');
        return new Connection('better-sqlite3', new Database(file));
      } catch (error) {
        if (wanted === 'better-sqlite3' || !isLoadError(error)) throw error;
      }
    }
    const { default: Database } = await import('libsql');
    return new Connection('libsql', new Database(file) as unknown as NativeDatabase);
  }

  exec(sql: string): void {
    this.#try(() => this.#database.exec(sql));
  }

  all<Params, Result>(statement: Statement<Params, Result>, params: Params): readonly Result[] {
    return this.#try(() => this.#prepare(statement.sql).all(...statement.values(params))) as readonly Result[];
  }

  get<Params, Result>(statement: Statement<Params, Result>, params: Params): Result | undefined {
    return this.all(statement, params)[0];
  }

  /** The number of rows that were changed. */
  run<Params>(statement: Statement<Params, unknown>, params: Params): number {
    return this.#try(() => this.#prepare(statement.sql).run(...statement.values(params)).changes);
  }

  /** For what the builder has no words for and what runs often, such as savepoints. */
  rawRun(sql: string): void {
    this.#try(() => this.#prepare(sql).run());
  }

  /** For what the builder has no words for, such as pragmas. */
  rawAll(sql: string, ...values: SqlValue[]): readonly Readonly<Record<string, SqlValue>>[] {
    return this.#try(() => this.#prepare(sql).all(...values)) as readonly Record<string, SqlValue>[];
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

/** The binary is missing or does not fit this machine: not a fault of the database file. */
function isLoadError(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const codes: readonly unknown[] = ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'];
  return codes.includes(code) || /bindings file|NODE_MODULE_VERSION|invalid ELF/i.test(String(message));
}
