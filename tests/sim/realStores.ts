/** Opens the stores that a worker process plays on, for one seed after the other. */
import { join } from 'node:path';
import { Client } from 'pg';
import type { Database } from '../../server/db/database.ts';
import { PostgresDatabase } from '../../server/db/postgresDatabase.ts';
import { SqliteDatabase } from '../../server/db/sqliteDatabase.ts';
import { DexieDatabase } from './dexieDatabase.ts';
import { ServerBeside } from './serverBeside.ts';
import type { StoreNames, Stores } from './stores.ts';

export interface OpenStores extends Stores {
  readonly close: () => Promise<void>;
}

export async function openStores(names: StoreNames): Promise<OpenStores> {
  const database = await openDatabase(names.server);
  const oneWriter = names.server === 'sqlite';
  return {
    ...(names.store === 'dexie' ? { makeDisk: (personId, tell) => new DexieDatabase(personId, tell) } : {}),
    ...(database && { makeServerStore: (...parts) => new ServerBeside({ database, oneWriter }, ...parts) }),
    close: async () => database?.close(),
  };
}

/** Each process has one of its own, in the place that prepareStores.ts made. */
async function openDatabase(server: StoreNames['server']): Promise<Database | undefined> {
  const place = process.env['SIM_PLACE'] ?? '';
  const name = `sim_${process.pid}`;
  if (server === 'memory') return undefined;
  if (server === 'sqlite') return SqliteDatabase.open(join(place, name));
  const client = new Client(place);
  await client.connect();
  await client.query(`create database ${name}`).finally(() => client.end());
  const url = new URL(place);
  url.pathname = `/${name}`;
  return PostgresDatabase.open({ url: url.href, poolSize: 4 });
}
