/** The data file: one connection that writes, one that reads, WAL between them, so that a pull never waits for a push
 *  and a push never for a pull (D13). No query runs outside `write` or `read`. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Connection, Database } from './database.ts';
import { migrations, migrationsAfter } from './migrations.ts';
import { Mutex } from './mutex.ts';
import { type Library, SqliteConnection } from './sqliteConnection.ts';

export class SqliteDatabase implements Database {
  readonly file: string;
  readonly #writer: SqliteConnection;
  readonly #reader: SqliteConnection;
  readonly #writing = new Mutex();
  readonly #reading = new Mutex();

  private constructor(file: string, writer: SqliteConnection, reader: SqliteConnection) {
    this.file = file;
    this.#writer = writer;
    this.#reader = reader;
  }

  /** Opens the file, makes it when it is not there, and brings its tables up to date. */
  static async open(file: string, library?: Library): Promise<SqliteDatabase> {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 }); // names, account numbers, signatures: for nobody else here
    const writer = await SqliteConnection.open(file, library);
    writer.exec('pragma journal_mode = wal');
    writer.exec('pragma synchronous = full'); // a command that was answered survives a power cut
    writer.exec('pragma foreign_keys = on');
    await migrate(writer);
    const reader = await SqliteConnection.open(file, library);
    reader.exec('pragma query_only = on');
    return new SqliteDatabase(file, writer, reader);
  }

  get label(): string {
    return `${this.file} (${this.#writer.library})`;
  }

  write<T>(body: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#writing.run(() => transaction(this.#writer, 'begin immediate', body));
  }

  read<T>(body: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#reading.run(() => transaction(this.#reader, 'begin', body));
  }

  copyTo(file: string): Promise<void> {
    return this.#writing.run(async () => {
      this.#writer.exec(`vacuum into '${file.replaceAll("'", "''")}'`);
    });
  }

  async close(): Promise<void> {
    await this.#writing.run(() =>
      this.#reading.run(async () => {
        this.#reader.close();
        this.#writer.exec('pragma wal_checkpoint(truncate)'); // libsql leaves its log behind, and the file alone is copied
        this.#writer.close();
      }),
    );
  }
}

async function transaction<T>(
  connection: SqliteConnection,
  begin: string,
  body: (connection: Connection) => Promise<T>,
): Promise<T> {
  connection.exec(begin);
  try {
    const result = await body(connection);
    connection.exec('commit');
    return result;
  } catch (error) {
    rollBack(connection);
    throw error;
  }
}

/** After some errors SQLite has rolled back by itself and says so; the first error is the one that counts. */
function rollBack(connection: SqliteConnection): void {
  try {
    connection.exec('rollback');
  } catch {}
}

async function migrate(connection: SqliteConnection): Promise<void> {
  // Without the lock first: the command line must not wait for a server that writes, when there is nothing to do.
  if ((await versionOf(connection)) === migrations.length) return;
  connection.exec('begin immediate');
  try {
    for (const step of migrationsAfter(await versionOf(connection))) connection.exec(step);
    connection.exec(`pragma user_version = ${migrations.length}`);
    connection.exec('commit');
  } catch (error) {
    rollBack(connection);
    throw error;
  }
}

const versionOf = async (connection: SqliteConnection): Promise<number> =>
  Number((await connection.raw('pragma user_version'))[0]?.['user_version'] ?? 0);
