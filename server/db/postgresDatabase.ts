/** PostgreSQL behind any number of stateless nodes. Connections that write and connections that read are apart, so that
 *  a pull never waits behind pushes that wait for one committee (D13). */
import { Client, Pool, type PoolClient, types } from 'pg';
import { copyTables } from './copy.ts';
import type { Connection, Database } from './database.ts';
import { PostgresConnection } from './postgresConnection.ts';
import { endsConnection, transientOr } from './postgresErrors.ts';
import { migratePostgres } from './postgresMigrate.ts';
import { SqliteDatabase } from './sqliteDatabase.ts';

export interface PostgresOptions {
  readonly url: string;
  readonly poolSize?: number; // connections that write, and as many that read
  readonly onError?: (error: unknown) => void;
}

// In the message that begins the transaction: it costs no way to the server and back. A node that hangs lets go of a
// committee after half a minute.
const limits = `set local lock_timeout = '3s'; set local statement_timeout = '30s';
  set local idle_in_transaction_session_timeout = '30s'`;
const beginWrite = `begin isolation level read committed; ${limits}`;
const beginRead = `begin isolation level repeatable read read only; ${limits}`;

const connectionTimeoutMillis = 5_000;

const int8 = 20;
/** Counters, versions and times are below 2^53. */
const parsers = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === int8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
};

export class PostgresDatabase implements Database {
  readonly label: string;
  readonly #writers: Pool;
  readonly #readers: Pool;

  private constructor(label: string, writers: Pool, readers: Pool) {
    this.label = label;
    this.#writers = writers;
    this.#readers = readers;
  }

  /** Connects, checks what promises lean on, and brings the tables up to date. */
  static async open({ url, poolSize = 10, onError = () => undefined }: PostgresOptions): Promise<PostgresDatabase> {
    const client = new Client({ connectionString: url, types: parsers, connectionTimeoutMillis }); // a step takes its time
    try {
      await client.connect();
      await migratePostgres(client);
    } finally {
      await client.end();
    }
    const pool = (): Pool => makePool(url, poolSize, onError);
    return new PostgresDatabase(labelOf(url), pool(), pool());
  }

  write<T>(body: (connection: Connection) => Promise<T>): Promise<T> {
    return transaction(this.#writers, beginWrite, body);
  }

  read<T>(body: (connection: Connection) => Promise<T>): Promise<T> {
    return transaction(this.#readers, beginRead, body);
  }

  async copyTo(file: string): Promise<void> {
    const copy = await SqliteDatabase.open(file);
    try {
      await this.read((from) => copy.write((to) => copyTables(from, to)));
    } finally {
      await copy.close();
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#writers.end(), this.#readers.end()]);
  }
}

function makePool(connectionString: string, max: number, onError: (error: unknown) => void): Pool {
  const pool = new Pool({
    connectionString,
    max,
    types: parsers,
    pipeline: true,
    keepAlive: true,
    application_name: 'buurtkas',
    connectionTimeoutMillis, // also how long a request waits for a free one
    idleTimeoutMillis: 60_000,
    query_timeout: 60_000, // a server that vanished without a word
  });
  pool.on('error', onError); // an idle one broke: the pool opens another
  // Between two statements nobody awaits anything that could carry the error; the next statement says it again.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function transaction<T>(pool: Pool, begin: string, body: (connection: Connection) => Promise<T>): Promise<T> {
  const client = await begun(pool, begin);
  let broken = false;
  try {
    const connection = new PostgresConnection(client);
    const result = await body(connection);
    await connection.settle();
    const { command } = await client.query('commit');
    // PostgreSQL answers a commit of a failed transaction with a rollback, and not with an error.
    if (command !== 'COMMIT') throw new Error(`the transaction ended with ${command}`);
    return result;
  } catch (error) {
    broken = endsConnection(error) || !(await rolledBack(client));
    throw transientOr(error);
  } finally {
    client.release(broken);
  }
}

/** A connection on which the transaction has begun. One that broke while it lay idle is noticed here, where nothing was
 *  done yet: the pool gives another. */
async function begun(pool: Pool, begin: string): Promise<PoolClient> {
  for (let left = pool.totalCount; ; left -= 1) {
    const client = await connect(pool);
    try {
      await client.query(begin);
      return client;
    } catch (error) {
      client.release(true);
      if (left <= 0 || !endsConnection(error)) throw transientOr(error);
    }
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw transientOr(error);
  }
}

async function rolledBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    return false;
  }
}

/** Without the password. */
function labelOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `PostgreSQL ${host}${pathname}`;
}
