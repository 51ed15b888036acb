/** Data of every earlier version are brought up to date, on either database. */
import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { databaseFile } from '../services.ts';
import { libraries, makePlace, openPlace, type TestPlace } from '../testDatabase.ts';
import type { Database } from './database.ts';
import { ddlIn } from './dialect.ts';
import { migrations } from './migrations.ts';
import { type Library, SqliteConnection } from './sqliteConnection.ts';
import { createStore } from './store.ts';

let place: TestPlace;
beforeEach(async () => {
  place = await makePlace('template1');
});
afterEach(() => place.remove());

const committee = { id: 'c', epoch: 'e', seq: 4, head: 'h', backedUpSeq: 2, founderId: 'p' };
const insert = `insert into committee (id, epoch, seq, head, backed_up_seq, founder_id) values ('c', 'e', 4, 'h', 2, 'p')`;

/** A database as a version that knew `steps` steps left it. */
async function leftBy(steps: number, library: Library | undefined): Promise<void> {
  const known = migrations.slice(0, steps);
  const { databaseUrl } = place;
  if (databaseUrl === null) {
    const connection = await SqliteConnection.open(databaseFile(place.dataDir), library);
    for (const sql of [...known, insert, `pragma user_version = ${steps}`]) connection.exec(sql);
    connection.close();
    return;
  }
  const client = new Client(databaseUrl);
  await client.connect();
  for (const step of known) await client.query(ddlIn('postgres', step));
  await client.query(
    `${insert}; create table migration (step bigint not null); insert into migration values (${steps})`,
  );
  await client.end();
}

const shape = (database: Database): Promise<readonly object[]> =>
  database.read((connection) =>
    connection.raw(
      place.databaseUrl === null
        ? 'select type, name, sql from sqlite_master order by type, name'
        : `select table_name, column_name, data_type, is_nullable, collation_name, null as def from information_schema.columns
            where table_schema = 'public'
           union all select tablename, indexname, null, null, null, indexdef from pg_indexes where schemaname = 'public'
           order by 1, 2`,
    ),
  );

async function shapeOfNew(library: Library | undefined): Promise<readonly object[]> {
  const fresh = await makePlace('template1');
  const database = await openPlace(fresh, library);
  const found = await shape(database);
  await database.close();
  await fresh.remove();
  return found;
}

const earlier = migrations.map((_, n) => n + 1);
test.each(libraries.flatMap((library) => earlier.map((steps) => [library ?? 'PostgreSQL', steps, library] as const)))(
  '%s: what step %i left becomes what a new database is, and keeps what was in it',
  async (_, steps, library) => {
    await leftBy(steps, library);
    for (const start of ['first', 'again']) {
      const database = await openPlace(place, library);
      expect(await createStore(database).read((snapshot) => snapshot.committee('c')), start).toEqual(committee);
      expect(await shape(database)).toEqual(await shapeOfNew(library));
      await database.close();
    }
  },
);

test.each(libraries.map((library) => [library ?? 'PostgreSQL', library] as const))(
  '%s: data of a newer version are refused, and stay as they are',
  async (_, library) => {
    await leftBy(migrations.length, library);
    const newer = migrations.length + 1;
    if (place.databaseUrl === null) {
      const connection = await SqliteConnection.open(databaseFile(place.dataDir), library);
      connection.exec(`pragma user_version = ${newer}`);
      connection.close();
    } else {
      const client = new Client(place.databaseUrl);
      await client.connect();
      await client.query(`insert into migration values (${newer})`);
      await client.end();
    }
    for (const _ of ['first', 'again']) {
      await expect(openPlace(place, library)).rejects.toThrow(`step ${newer} of ${migrations.length}`);
    }
  },
);

test('a step that was shipped never changes', () => {
  const digests = migrations.map((step) => createHash('sha256').update(step).digest('hex').slice(0, 12));
  expect(digests.slice(0, 3)).toEqual(['a0a5251041c1', '34038aadca7f', '39f5d03b11d3']);
});
