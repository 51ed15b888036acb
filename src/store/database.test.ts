/** [W3] An upgrade of the database only adds, so that it works without a connection and loses nothing. */
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { createDatabase, databaseName } from './database.ts';

/** Tables and their indexes of every version that a phone may still hold. Who adds a table adds a version at the end. */
const versions: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(new URL('tables.json', import.meta.url), 'utf8'),
);
const numbers = Object.keys(versions).map(Number);

const tablesOf = (db: Dexie): Readonly<Record<string, string>> =>
  Object.fromEntries(
    db.tables.map(({ name, schema }) => [
      name,
      [schema.primKey.src, ...schema.indexes.map((index) => index.src)].join(','),
    ]),
  );

test('the newest version on record is what the app makes', async () => {
  const db = createDatabase('versions');
  await db.open();
  expect(db.verno).toBe(numbers.at(-1));
  expect(tablesOf(db)).toEqual(versions[db.verno]);
  db.close();
});

test.each(numbers)('a phone with version %i keeps what it holds', async (number) => {
  const personId = `version-${number}`;
  const old = new Dexie(databaseName(personId));
  old.version(number).stores(versions[number] ?? {});
  await old.open();
  await old.table('drafts').put({ key: 'claim.new', value: 'getypt' });
  old.close();
  const db = createDatabase(personId);
  await db.open();
  expect(await db.table('drafts').get('claim.new')).toEqual({ key: 'claim.new', value: 'getypt' });
  expect(Object.keys(tablesOf(db))).toEqual(expect.arrayContaining(Object.keys(versions[number] ?? {})));
  db.close();
});

test.each(numbers.slice(1))('version %i took no table and no way to find things away', (number) => {
  const older = versions[number - 1] ?? {};
  for (const [table, indexes] of Object.entries(older)) {
    const [key = '', ...rest] = (versions[number]?.[table] ?? '').split(',');
    const first = /^\[(\w+)\+\w+\]$/.exec(key)?.[1];
    expect([key, first, ...rest]).toEqual(expect.arrayContaining(indexes.split(',')));
  }
});

test.each(numbers)(
  'an app of version %i that is put back over a newer one finds by its own indexes',
  async (number) => {
    const personId = `back-${number}`;
    const newest = createDatabase(personId);
    await newest.open();
    await newest.table('outbox').put({ committeeId: 'a', deviceSeq: 1, commandId: 'c' });
    newest.close();
    const old = new Dexie(databaseName(personId));
    old.version(number).stores(versions[number] ?? {});
    await old.open();
    const found = old.table('outbox').where('committeeId').equals('a');
    expect(await found.primaryKeys()).toEqual([['a', 1]]);
    old.close();
    const again = createDatabase(personId);
    await again.open();
    expect(await again.table('outbox').where('committeeId').equals('a').count()).toBe(1);
    again.close();
  },
);
