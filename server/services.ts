/** Everything that routes and the command line work with, made once. */
import { join } from 'node:path';
import type { Params } from '../src/domain/command.ts';
import { Accounts } from './accounts.ts';
import { type BlobStore, FileBlobs } from './blobs.ts';
import { sha256 } from './codes.ts';
import type { Library } from './db/connection.ts';
import { Database } from './db/database.ts';
import { createSqliteStore } from './db/sqliteStore.ts';
import { createServerEngine, type ServerEngine } from './engine/index.ts';
import type { ServerStore } from './engine/ports.ts';
import { newId } from './uuid.ts';

export interface Services {
  readonly database: Database;
  readonly store: ServerStore;
  readonly engine: ServerEngine;
  readonly accounts: Accounts;
  readonly blobs: BlobStore;
}

export interface ServiceOptions {
  readonly dataDir: string;
  readonly library?: Library;
  readonly poke?: (committeeId: string, seq: number) => void;
  readonly alarm?: (code: string, details: Params) => void;
  readonly now?: () => number;
}

export const databaseFile = (dataDir: string): string => join(dataDir, 'buurtkas.sqlite');
export const blobFolder = (dataDir: string): string => join(dataDir, 'blobs');

export async function openServices(options: ServiceOptions): Promise<Services> {
  const { dataDir, library, poke = () => undefined, alarm = () => undefined, now = Date.now } = options;
  const database = await Database.open(databaseFile(dataDir), library);
  const store = createSqliteStore(database);
  const engine = createServerEngine({ store, now, newId, sha256, poke, alarm });
  return { database, store, engine, accounts: new Accounts(database, now), blobs: new FileBlobs(blobFolder(dataDir)) };
}
