/** What the server needs of a database. SQLite and PostgreSQL give the same: no query runs outside `write` or `read`. */
import type { Schema } from './schema.ts';
import type { Statement } from './statement.ts';

export interface Database {
  /** For the operator: what holds the data. */
  readonly label: string;
  /** All or nothing. `body` awaits nothing but what it does on the connection: others wait meanwhile. Throws `Transient`
   *  for what passes by itself. */
  write<T>(body: (connection: Connection) => Promise<T>): Promise<T>;
  /** What `body` reads is of one moment. */
  read<T>(body: (connection: Connection) => Promise<T>): Promise<T>;
  /** A consistent copy in a new SQLite file, while the server goes on. */
  copyTo(file: string): Promise<void>;
  close(): Promise<void>;
}

export type Table = keyof Schema;
export type SqlValue = string | number | null;
export type SqlRecord = Readonly<Record<string, SqlValue>>;

/** What came after it is kept together, or goes. */
export interface Savepoint {
  release(): Promise<void>;
  rollback(): Promise<void>;
}

export interface Connection {
  all<Params, Result>(statement: Statement<Params, Result>, params: Params): Promise<readonly Result[]>;
  get<Params, Result>(statement: Statement<Params, Result>, params: Params): Promise<Result | undefined>;
  /** What goes wrong may show only with a later answer: with a read, a savepoint that ends, or the end of the whole. */
  run<Params>(statement: Statement<Params, unknown>, params: Params): Promise<void>;
  /** The same statement for many, in their order. */
  getEach<Params, Result>(
    statement: Statement<Params, Result>,
    many: readonly Params[],
  ): Promise<readonly (Result | undefined)[]>;
  runEach<Params>(statement: Statement<Params, unknown>, many: readonly Params[]): Promise<void>;
  /** Until the end of the transaction nobody else, on whatever node, holds this name. SQLite has one writer anyway. */
  lock(name: string): Promise<void>;
  savepoint(): Promise<Savepoint>;
  /** For what the builder has no words for: one statement without values. */
  raw(sql: string): Promise<readonly SqlRecord[]>;
  /** Every record of a table, some at a time. */
  pages(table: Table): AsyncIterable<readonly SqlRecord[]>;
  insert(table: Table, records: readonly SqlRecord[]): Promise<void>;
}
