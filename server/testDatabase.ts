/** For tests: where the data of a server under test are. Every server test runs on both databases: the Vitest project
 *  `server` on SQLite, `server-pg` on PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Database } from './db/database.ts';
import { PostgresDatabase } from './db/postgresDatabase.ts';
import type { Library } from './db/sqliteConnection.ts';
import { SqliteDatabase } from './db/sqliteDatabase.ts';
import { databaseFile } from './services.ts';

export const onPostgres = process.env['TEST_STORE'] === 'postgres';

export interface TestPlace {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly remove: () => Promise<void>;
}

/** `template1` makes a database without any table. */
export async function makePlace(template = 'buurtkas_template'): Promise<TestPlace> {
  const dataDir = mkdtempSync(join(tmpdir(), 'buurtkas-'));
  const databaseUrl = onPostgres ? await makePostgresDatabase(template) : null;
  const remove = async (): Promise<void> => {
    rmSync(dataDir, { recursive: true });
    if (databaseUrl !== null) await askServer(`drop database "${nameIn(databaseUrl)}" with (force)`);
  };
  return { dataDir, databaseUrl, remove };
}

export function openPlace({ dataDir, databaseUrl }: TestPlace, library?: Library): Promise<Database> {
  return databaseUrl === null
    ? SqliteDatabase.open(databaseFile(dataDir), library)
    : PostgresDatabase.open({ url: databaseUrl, poolSize: 4 });
}

async function makePostgresDatabase(template: string): Promise<string> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await askServer(`create database ${name} template ${template} strategy file_copy`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.href;
}

async function askServer(sql: string): Promise<void> {
  const client = new Client(serverUrl());
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

function serverUrl(): string {
  const url = process.env['TEST_POSTGRES'];
  if (url === undefined) throw new Error('tests/setup/postgres.ts did not start PostgreSQL');
  return url;
}

const nameIn = (url: string): string => new URL(url).pathname.slice(1);
