/** One connection to PostgreSQL, inside one transaction. Every answer of the server is awaited; what is asked at once
 *  travels at once (pipeline). */
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Connection, SqlRecord, Table } from './database.ts';
import { transientOr } from './postgresErrors.ts';
import type { CompiledStatement, Statement } from './statement.ts';

const pageRecords = 1_000;
const names = new WeakMap<CompiledStatement<never>, string>();

/** Statements are prepared under a name, once per connection. */
function nameOf(compiled: CompiledStatement<never>): string {
  const known = names.get(compiled);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(compiled.sql).digest('hex').slice(0, 32);
  names.set(compiled, name);
  return name;
}

export class PostgresConnection implements Connection {
  readonly #client: PoolClient;
  #cursors = 0;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async all<Params, Result>(statement: Statement<Params, Result>, params: Params): Promise<readonly Result[]> {
    return (await this.#send(statement, params)).rows as Result[];
  }

  async get<Params, Result>(statement: Statement<Params, Result>, params: Params): Promise<Result | undefined> {
    return (await this.all(statement, params))[0];
  }

  async run<Params>(statement: Statement<Params, unknown>, params: Params): Promise<number> {
    return (await this.#send(statement, params)).rowCount ?? 0;
  }

  async getEach<Params, Result>(
    statement: Statement<Params, Result>,
    many: readonly Params[],
  ): Promise<readonly (Result | undefined)[]> {
    const results = await settled(many.map((params) => this.#send(statement, params)));
    return results.map(({ rows }) => rows[0] as Result | undefined);
  }

  async runEach<Params>(statement: Statement<Params, unknown>, many: readonly Params[]): Promise<void> {
    await settled(many.map((params) => this.#send(statement, params)));
  }

  async lock(name: string): Promise<void> {
    await this.#query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
  }

  async control(sql: string): Promise<void> {
    await this.#query(sql);
  }

  async raw(sql: string): Promise<readonly SqlRecord[]> {
    return (await this.#query(sql)).rows as SqlRecord[];
  }

  async *pages(table: Table): AsyncIterable<readonly SqlRecord[]> {
    this.#cursors += 1;
    const cursor = `pages_${this.#cursors}`;
    await this.#query(`declare ${cursor} no scroll cursor for select * from "${table}"`);
    for (;;) {
      const page = (await this.#query(`fetch ${pageRecords} from ${cursor}`)).rows as SqlRecord[];
      if (page.length === 0) break;
      yield page;
    }
    await this.#query(`close ${cursor}`);
  }

  async insert(table: Table, records: readonly SqlRecord[]): Promise<void> {
    const insert = `insert into "${table}" select * from json_populate_recordset(null::"${table}", $1::json)`;
    await this.#query(insert, [JSON.stringify(records)]);
  }

  #send<Params>(statement: Statement<Params, unknown>, params: Params) {
    const compiled = statement.in('postgres');
    const values = [...compiled.values(params)];
    return this.#try(this.#client.query({ name: nameOf(compiled), text: compiled.sql, values }));
  }

  #query(text: string, values: readonly unknown[] = []) {
    return this.#try(this.#client.query({ text, values: [...values] }));
  }

  async #try<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      throw transientOr(error);
    }
  }
}

/** All answers, or the first error once nothing is under way any more: the others only say that the transaction failed. */
async function settled<T>(answers: readonly Promise<T>[]): Promise<readonly T[]> {
  const results = await Promise.allSettled(answers);
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed !== undefined) throw (failed as PromiseRejectedResult).reason;
  return results.map((result) => (result as PromiseFulfilledResult<T>).value);
}
