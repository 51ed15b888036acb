/** The data file: one connection that writes, one that reads, WAL between them, so that a pull never waits for a push
 *  and a push never for a pull (D13). No query runs outside `write` or `read`. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Connection, type Library } from './connection.ts';
import { migrations } from './migrations.ts';
import { Mutex } from './mutex.ts';

export class Database {
  readonly file: string;
  readonly #writer: Connection;
  readonly #reader: Connection;
  readonly #writing = new Mutex();
  readonly #reading = new Mutex();

  private constructor(file: string, writer: Connection, reader: Connection) {
    this.file = file;
    this.#writer = writer;
    this.#reader = reader;
  }

  /** Opens the file, makes it when it is not there, and brings its tables up to date. */
  static async open(file: string, library?: Library): Promise<Database> {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 }); // names, account numbers, signatures: for nobody else here
    const writer = await Connection.open(file, library);
    writer.exec('pragma journal_mode = wal');
    writer.exec('pragma synchronous = full'); // a command that was answered survives a power cut
    writer.exec('pragma foreign_keys = on');
    migrate(writer);
    const reader = await Connection.open(file, library);
    reader.exec('pragma query_only = on');
    return new Database(file, writer, reader);
  }

  get library(): Library {
    return this.#writer.library;
  }

  /** All or nothing. `body` awaits nothing but what it does on the connection: everybody else waits meanwhile. */
  write<T>(body: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#writing.run(() => transaction(this.#writer, 'begin immediate', body));
  }

  /** What `body` reads is of one moment. */
  read<T>(body: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#reading.run(() => transaction(this.#reader, 'begin', body));
  }

  /** A consistent copy in a new file, while the server goes on. */
  copyTo(file: string): Promise<void> {
    return this.#writing.run(async () => {
      this.#writer.exec(`vacuum into '${file.replaceAll("'", "''")}'`);
    });
  }

  async close(): Promise<void> {
    await this.#writing.run(() =>
      this.#reading.run(async () => {
        this.#reader.close();
        this.#writer.close();
      }),
    );
  }
}

async function transaction<T>(
  connection: Connection,
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
function rollBack(connection: Connection): void {
  try {
    connection.exec('rollback');
  } catch {}
}

function migrate(connection: Connection): void {
  connection.exec('begin immediate');
  try {
    const done = Number(connection.rawAll('pragma user_version')[0]?.['user_version'] ?? 0);
    if (done > migrations.length) {
      throw new Error(`The database was written by a newer version (step ${done} of ${migrations.length}).`);
    }
    for (const step of migrations.slice(done)) connection.exec(step);
    connection.exec(`pragma user_version = ${migrations.length}`);
    connection.exec('commit');
  } catch (error) {
    rollBack(connection);
    throw error;
  }
}
