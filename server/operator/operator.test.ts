import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { listCommittees } from '../db/committees.ts';
import { openServices } from '../services.ts';
import { onPostgres } from '../testDatabase.ts';
import { png, sha256Of } from '../testPhotos.ts';
import { makeBackup } from './backup.ts';
import {
  anna,
  backedUp,
  backUp,
  blobFile,
  folder,
  later,
  meetingId,
  now,
  problems,
  sql,
  upload,
  world,
} from './operator.fixture.ts';
import { restore } from './restore.ts';
import { verifyAll } from './verify.ts';

test('[L4] what the server wrote verifies whole', async () => {
  expect(await verifyAll(world.services)).toEqual({ committees: 1, entries: 4, photos: 1, problems: [] });
});

test.each([
  ['an entry', `update log set actor_id = 'somebody' where seq = 2`, ['L2: entry 2 was changed']],
  ['a payload', `update log_payload set args = '{}' where seq = 2`, ['L2: the payload of entry 2 was changed']],
  ['the head', `update committee set head = 'x'`, ['L2: the head is not the hash of the last entry']],
  [
    'money',
    `update row set body = replace(body, '"amountCents":1000000', '"amountCents":5') where type = 'ledgerLine' and body like '%"free"%'`,
    [/^L4: row ledgerLine\/.* is not what the log says$/, /^D8: ledger entry .* is off by -999995 cents$/],
  ],
  [
    'a scope',
    `update row set scope = 'pub' where type = 'member' and body like '%chair%'`,
    [/^L4: row member\/.* has scope pub$/],
  ],
  ['a row that goes', `delete from row where type = 'committee'`, [/^L4: row committee\/.* is missing$/]],
  [
    'a row that comes',
    `insert into row select committee_id, type, 'extra', scope, v, sv, body, k1, k2, k3 from row where type = 'committee'`,
    ['L4: row committee/extra is not what the log says'],
  ],
  [
    'a lost entry',
    `delete from log where seq = 2`,
    [
      'L1: entry 3 follows 1',
      'L2: entry 3 does not follow the hash before it',
      /^L3: number 2 of device/,
      /^L4: row member\/.* is not what the log says$/,
      /^L4: row person\/.* is not what the log says$/,
    ],
  ],
  ['a device number', `update committee_device set last_seq = 9 where device_id <> 'server'`, expect.anything()],
  ['a forgotten held command', `delete from held`, ['P9: held entry 3 waits for nothing']],
])('[L1-L4] verify finds %s', async (_name, change, expected) => {
  await sql(change);
  const found = await problems();
  if (Array.isArray(expected)) {
    expect(found).toEqual(
      expected.map((text: string | RegExp) => (typeof text === 'string' ? text : expect.stringMatching(text))),
    );
  } else {
    expect(found).toHaveLength(6); // numbers 4 to 9
  }
});

test('[L2] an erased payload is no problem', async () => {
  await sql('delete from log_payload where seq = 2');
  expect(await problems()).toEqual([]);
});

test('[B2] verify finds a photo with other bytes and one that is gone', async () => {
  if (onPostgres) await sql(`update blob set bytes = 'other'`);
  else writeFileSync(blobFile(world.dataDir, png()), 'other');
  expect(await problems()).toEqual([`B2: photo ${sha256Of(png())} has other bytes`]);
  if (onPostgres) await sql('delete from blob');
  else rmSync(blobFile(world.dataDir, png()));
  expect(await problems()).toEqual([`B3: photo ${sha256Of(png())} is not stored`]);
});

test('[H2] phones hear of a backup only after the copy was read again and fits', async () => {
  expect(await backedUp()).toBe(0);
  const { manifest, report } = await backUp();
  expect(report.problems).toEqual([]);
  expect(manifest.files.map(({ path }) => path)).toEqual([
    'buurtkas.sqlite',
    `blobs/${anna.committeeId}/${sha256Of(png()).slice(0, 2)}/${sha256Of(png())}`,
  ]);
  expect(await backedUp()).toBe(4);
  await anna.does('meeting.open', { meetingId });
  await sql(`update log set actor_id = 'somebody' where seq = 2`);
  const bad = await makeBackup(world.services, folder, later);
  expect(bad.report.problems).toHaveLength(1);
  expect(await backedUp()).toBe(4);
});

test('[H2] a backup that is made while everybody works is whole, and phones hear no more than it holds', async () => {
  let busy = true;
  const work = async (n: number): Promise<number> => {
    for (let done = 0; ; done += 1) {
      if (!busy) return done;
      const [grant, photo] = [
        { year: 2026, amountCents: done + 1, note: '', bookedOn: '2026-01-12' },
        png(n, done + 1),
      ];
      await anna.does('grant.add', grant);
      await upload(anna, photo);
    }
  };
  const { place } = world;
  const beside = await openServices(place); // the command line works in a process of its own
  try {
    const working = work(50);
    const { folder: saved, manifest, report } = await makeBackup(beside, folder, now);
    const told = await backedUp();
    busy = false;
    expect(await working).toBeGreaterThan(0);
    expect(report.problems).toEqual([]);
    const [committee] = await listCommittees(world.services.database);
    expect(told).toBe(manifest.committees[0]?.seq);
    expect(committee?.seq).toBeGreaterThan(told ?? 0);
    await world.app.close();
    await restore(saved, place, later, true);
    const restored = await openServices(place);
    expect((await verifyAll(restored)).problems).toEqual([]);
    await restored.database.close();
  } finally {
    await beside.database.close();
  }
});

test('[L6] verify finds a name that was erased and is in the log', async () => {
  const dina = await world.member(anna, 'treasurer');
  await anna.does('member.remove', { personId: dina.personId });
  await anna.does('person.erase', { personId: dina.personId, erasedOn: '2026-05-01' });
  const effects = JSON.stringify([{ type: 'person', id: dina.personId, body: { id: dina.personId, name: 'Dina' } }]);
  await sql(`update log_payload set effects = '${effects}' where seq = (select max(seq) from log_payload)`);
  expect(await problems()).toContainEqual(expect.stringMatching(/^L6: entry \d+ holds a name that was erased$/));
});

test('[H2] phones hear of a backup only when every file and folder of it is on disk', async () => {
  const synced = new Set<number>();
  const some = await open(process.execPath, 'r');
  const sync = vi.spyOn(Object.getPrototypeOf(some) as FileHandle, 'sync');
  await some.close();
  sync.mockImplementation(async function (this: FileHandle) {
    synced.add((await this.stat()).ino);
  });
  const { database } = world.services;
  const write = database.write.bind(database);
  const told = vi.spyOn(database, 'write');
  let before: ReadonlySet<number> = new Set();
  try {
    told.mockImplementation((body) => {
      before = new Set(synced);
      return write(body);
    });
    const made = await backUp();
    expect(await backedUp()).toBeGreaterThan(0);
    const inside = readdirSync(made.folder, { recursive: true }).map((name) => join(made.folder, String(name)));
    const missing = [folder, made.folder, ...inside].filter((path) => !before.has(statSync(path).ino));
    expect(missing).toEqual([]);
  } finally {
    vi.restoreAllMocks();
  }
});

test('[L4] a server that goes on writing meanwhile is not called broken', async () => {
  const { personId } = await world.member(anna, 'treasurer');
  const { store, database, blobs } = world.services;
  let reads = 0;
  const meanwhile: typeof store.read = async (body) => {
    reads += 1;
    const found = await store.read(body);
    if (reads === 1) {
      await anna.does('member.remove', { personId }); // writes a row anew
      await anna.does('meeting.open', { meetingId: anna.deviceId }); // waits, as the one before
    }
    return found;
  };
  const report = await verifyAll({ database, blobs, store: { ...store, read: meanwhile } });
  expect(report).toMatchObject({ problems: [] });
  expect(report.entries).toBe(7);
});
