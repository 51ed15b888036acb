/** One person's work on this device, opened: the database, the engine and what ties them to the browser. The only file
 *  that brings all of it together, so that it can be loaded after the first screen. */
import { createEngine } from '../sync/engine.ts';
import { adoptDevice } from '../sync/meta.ts';
import type { Account } from './account.ts';
import { createDexieStore, type DexieStore } from './dexieStore.ts';
import { createDraftStore } from './drafts.ts';
import { createHeardStore } from './heard.ts';
import { createPorts } from './ports.ts';
import { createReader, type Reader } from './queries.ts';
import { releaseReserve } from './reserve.ts';
import { type Opened, sessionStore } from './session.ts';
import { showRights, wire } from './wiring.ts';

export interface Work {
  readonly store: DexieStore;
  readonly opened: Opened;
  /** Reads the rights in the open committee again. */
  showRights(): Promise<void>;
  /** Begins to sync. */
  start(): void;
  stop(): void;
}

export async function openWork(account: Account, appVersion: string): Promise<Work> {
  const { personId, deviceId, deviceName } = account;
  const database = createDexieStore(personId, {
    onVersionChange: () => sessionStore.setState({ problem: 'newer_version' }),
  });
  await database.write((tx) => adoptDevice(tx, { deviceId, personId, name: deviceName }));
  const engine = createEngine(createPorts(database, appVersion), { personId, deviceId });
  const ended = new AbortController();
  return {
    store: database,
    opened: {
      engine,
      drafts: createDraftStore(database, releaseReserve),
      heard: createHeardStore(database.db),
      database: database.db,
      reader: readers(database),
    },
    showRights: async () => showRights(await database.read((tx) => tx.meta.all())),
    start: () => wire(ended.signal, engine, database, personId),
    stop: () => {
      ended.abort();
      database.close();
    },
  };
}

function readers({ db }: DexieStore): Opened['reader'] {
  const made = new Map<string, Reader>();
  return (committeeId) => {
    const reader = made.get(committeeId) ?? createReader(db, committeeId);
    made.set(committeeId, reader);
    return reader;
  };
}
