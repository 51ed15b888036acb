/** Everything that routes and the command line work with, made once. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Params } from '../src/domain/command.ts';
import { Accounts } from './accounts.ts';
import { AlarmJournal } from './alarms.ts';
import type { BlobStore } from './blobs/blobStore.ts';
import { DatabaseShelf } from './blobs/databaseShelf.ts';
import { removeDestroyed } from './blobs/destroyed.ts';
import { FileBlobs } from './blobs/fileBlobs.ts';
import { PartedBlobs } from './blobs/partedBlobs.ts';
import { type S3Settings, S3Shelf } from './blobs/s3Shelf.ts';
import { sha256 } from './codes.ts';
import type { Database } from './db/database.ts';
import { PostgresDatabase } from './db/postgresDatabase.ts';
import type { Library } from './db/sqliteConnection.ts';
import { SqliteDatabase } from './db/sqliteDatabase.ts';
import { createStore } from './db/store.ts';
import { createServerEngine, type ServerEngine } from './engine/index.ts';
import type { ServerStore } from './engine/ports.ts';
import { noteErased } from './erased.ts';
import { newId } from './uuid.ts';

export interface Services {
  readonly database: Database;
  readonly store: ServerStore;
  readonly engine: ServerEngine;
  readonly accounts: Accounts;
  readonly blobs: BlobStore;
  /** To whoever keeps the server running: in its log, and counted by `admin verify`. */
  readonly alarm: (code: string, details: Params) => void;
  readonly alarms: AlarmJournal;
}

/** Where everything is. */
export interface Places {
  readonly dataDir: string;
  /** postgres://…; null for SQLite in the data folder. */
  readonly databaseUrl?: string | null;
  readonly poolSize?: number;
  /** Null for the data folder, or for the database when that is PostgreSQL. */
  readonly s3?: S3Settings | null;
}

export interface ServiceOptions extends Places {
  readonly library?: Library;
  readonly poke?: (committeeId: string, seq: number) => void;
  readonly alarm?: (code: string, details: Params) => void;
  readonly now?: () => number;
}

export const databaseFile = (dataDir: string): string => join(dataDir, 'buurtkas.sqlite');
export const blobFolder = (dataDir: string): string => join(dataDir, 'blobs');

export async function openServices(options: ServiceOptions): Promise<Services> {
  const { poke = () => undefined, now = Date.now } = options;
  const alarms = new AlarmJournal(options.dataDir, now);
  const alarm: Services['alarm'] = (code, details) => {
    options.alarm?.(code, details);
    alarms.note(code, details);
  };
  const database = await openDatabase(options);
  const store = createStore(database);
  const blobs = blobsOf(options, database);
  const photosDestroyed = (committeeId: string, hashes: readonly string[]): void => {
    removeDestroyed({ store, blobs }, committeeId, hashes).catch((error: unknown) => {
      alarm('photos_not_removed', { committeeId, error: String(error) }); // and again with the next sweep
    });
  };
  const accounts = new Accounts(database, now);
  const nameErased = (committeeId: string, personId: string): void => {
    try {
      noteErased(options.dataDir, { committeeId, personId });
    } catch (error) {
      alarm('erasure_not_noted', { committeeId, personId, error: String(error) }); // it is erased; an older backup brings it back
    }
    accounts.forgetDeviceNames(personId).catch((error: unknown) => {
      alarm('device_names_not_erased', { committeeId, personId, error: String(error) });
    });
  };
  const engine = createServerEngine({ store, now, newId, sha256, poke, photosDestroyed, nameErased, alarm });
  return { database, store, engine, accounts, blobs, alarm, alarms };
}

/** Folders in which a restore prepares what it puts in place; one that stopped leaves its own. */
export const restoring = 'restoring-';
export const restoreLeftovers = (dataDir: string): readonly string[] =>
  existsSync(dataDir) ? readdirSync(dataDir).filter((name) => name.startsWith(restoring)) : [];

async function openDatabase({ dataDir, databaseUrl, poolSize, library, alarm }: ServiceOptions): Promise<Database> {
  if (databaseUrl == null) {
    // An empty database would be made in its place, and phones would find a server that knows nobody.
    if (!existsSync(databaseFile(dataDir)) && restoreLeftovers(dataDir).length > 0) {
      throw new Error(`A restore stopped half-way in ${dataDir}. Run it again: npm run -s admin -- restore FOLDER`);
    }
    return SqliteDatabase.open(databaseFile(dataDir), library);
  }
  const onError = (error: unknown): void => alarm?.('database_connection', { error: String(error) });
  return PostgresDatabase.open({ url: databaseUrl, onError, ...(poolSize === undefined ? {} : { poolSize }) });
}

function blobsOf({ dataDir, databaseUrl, s3 }: Places, database: Database): BlobStore {
  if (s3 != null) return new PartedBlobs(database, new S3Shelf(s3));
  return databaseUrl == null
    ? new FileBlobs(blobFolder(dataDir))
    : new PartedBlobs(database, new DatabaseShelf(database));
}
