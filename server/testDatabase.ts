/** For tests: where the data of a server under test are. Every server test runs on both databases: the Vitest project
 *  `server` on SQLite, `server-pg` on PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Database } from './db/database.ts';
import { PostgresDatabase } from './db/postgresDatabase.ts';
import type { Library } from './db/sqliteConnection.ts';
import { SqliteDatabase } from './db/sqliteDatabase.ts';
import { databaseFile } from './services.ts';

export const onPostgres = process.env['TEST_STORE'] === 'postgres';

/** Where no compiler is, npm leaves better-sqlite3 out, and the server runs on libsql. On PostgreSQL neither takes part. */
export const libraries: readonly (Library | undefined)[] = onPostgres ? [undefined] : sqliteLibraries();

function sqliteLibraries(): readonly Library[] {
  try {
    createRequire(import.meta.url).resolve('better-sqlite3');
    return ['better-sqlite3', 'libsql'];
  } catch {
    return ['libsql'];
  }
}

export interface TestPlace {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly remove: () => Promise<void>;
}

/** `template1` makes a database without any table. */
export async function makePlace(template = standard): Promise<TestPlace> {
  const dataDir = mkdtempSync(join(tmpdir(), 'buurtkas-'));
  const databaseUrl = onPostgres ? await makePostgresDatabase(template) : null;
  const remove = async (): Promise<void> => {
    rmSync(dataDir, { recursive: true });
    if (databaseUrl !== null) await putBack(databaseUrl, template);
  };
  return { dataDir, databaseUrl, remove };
}

export function openPlace({ dataDir, databaseUrl }: TestPlace, library?: Library): Promise<Database> {
  return databaseUrl === null
    ? SqliteDatabase.open(databaseFile(dataDir), library)
    : PostgresDatabase.open({ url: databaseUrl, poolSize: 4 });
}

/** Empty ones that an earlier test of this process is done with: to make one costs more than most tests. */
const free: string[] = [];
const standard = 'buurtkas_template';

async function makePostgresDatabase(template: string): Promise<string> {
  const known = template === standard ? free.pop() : undefined;
  if (known !== undefined) return known;
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await askServer(`create database ${name} template ${template} strategy file_copy`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.href;
}

async function putBack(url: string, template: string): Promise<void> {
  if (template === standard && (await emptied(url))) free.push(url);
  else await askServer(`drop database "${new URL(url).pathname.slice(1)}" with (force)`);
}

/** False when a failed test left something behind that is in the way. */
async function emptied(url: string): Promise<boolean> {
  const client = new Client(url);
  try {
    await client.connect();
    const tables = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
    );
    const deletes = tables.rows.map(({ name }) => `delete from "${name}"`).join(';');
    await client.query(`set lock_timeout = '1s'; ${deletes}`);
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

let asking: Promise<Client> | undefined; // one a test process

async function askServer(sql: string): Promise<void> {
  asking ??= connected();
  await (await asking).query(sql);
}

async function connected(): Promise<Client> {
  const client = new Client(serverUrl());
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function serverUrl(): string {
  const url = process.env['TEST_POSTGRES'];
  if (url === undefined) throw new Error('tests/setup/postgres.ts did not start PostgreSQL');
  return url;
}
