/** One connection to PostgreSQL, inside one transaction. The way there and back costs more than the work: what is asked
 *  at once travels at once (pipeline), and nobody waits for the answer to a write before the next question. */
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Connection, Savepoint, SqlRecord, Table } from './database.ts';
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
  /** Writes whose answer nobody has seen yet. */
  #under: Promise<unknown>[] = [];

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async all<Params, Result>(statement: Statement<Params, Result>, params: Params): Promise<readonly Result[]> {
    return (await this.#read(this.#send(statement, params))).rows as Result[];
  }

  async get<Params, Result>(statement: Statement<Params, Result>, params: Params): Promise<Result | undefined> {
    return (await this.all(statement, params))[0];
  }

  async run<Params>(statement: Statement<Params, unknown>, params: Params): Promise<void> {
    this.#write(this.#send(statement, params));
  }

  async getEach<Params, Result>(
    statement: Statement<Params, Result>,
    many: readonly Params[],
  ): Promise<readonly (Result | undefined)[]> {
    const answers = await this.#read(Promise.all(many.map((params) => this.#send(statement, params))));
    return answers.map(({ rows }) => rows[0] as Result | undefined);
  }

  async runEach<Params>(statement: Statement<Params, unknown>, many: readonly Params[]): Promise<void> {
    for (const params of many) this.#write(this.#send(statement, params));
  }

  /** One name for all: PostgreSQL means the innermost. */
  async savepoint(): Promise<Savepoint> {
    this.#write(this.#query('savepoint s'));
    return {
      release: async () => {
        this.#write(this.#query('release savepoint s'));
        await this.settle();
      },
      rollback: async () => {
        this.#under = []; // what failed goes away with the rest
        await this.#query('rollback to savepoint s');
        await this.#query('release savepoint s');
      },
    };
  }

  /** All writes were answered. Throws the first error: later ones only say that the transaction had failed. */
  async settle(): Promise<void> {
    const under = this.#under;
    this.#under = [];
    for (const answer of under) await answer;
  }

  async lock(name: string): Promise<void> {
    await this.#read(this.#query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]));
  }

  async raw(sql: string): Promise<readonly SqlRecord[]> {
    return (await this.#read(this.#query(sql))).rows as SqlRecord[];
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
    await this.#read(this.#query(insert, [JSON.stringify(records)]));
  }

  #send<Params>(statement: Statement<Params, unknown>, params: Params) {
    const compiled = statement.in('postgres');
    const values = [...compiled.values(params)];
    return this.#try(this.#client.query({ name: nameOf(compiled), text: compiled.sql, values }));
  }

  #query(text: string, values: readonly unknown[] = []) {
    return this.#try(this.#client.query({ text, values: [...values] }));
  }

  #write(answer: Promise<unknown>): void {
    answer.catch(() => undefined); // told by whoever settles
    this.#under.push(answer);
  }

  async #read<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      await this.settle(); // the cause, when it is a write before this
      throw error;
    }
  }

  async #try<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      throw transientOr(error);
    }
  }
}
