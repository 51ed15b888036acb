/** Several nodes on one PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startS3 } from '../../tests/setup/s3.ts';
import { type BuiltApp, buildApp } from '../app.ts';
import { saveDevice } from '../db/accountQueries.ts';
import { PostgresDatabase } from '../db/postgresDatabase.ts';
import { uuid } from '../engine/testWorld.ts';
import { issueFirstLink } from '../firstLink.ts';
import { verifyAll } from '../operator/verify.ts';
import { startApp, type TestApp, tokenOf, type Visitor } from '../testApp.ts';
import { makePlace } from '../testDatabase.ts';
import { listenOn } from '../testEvents.ts';
import { png, sha256Of } from '../testPhotos.ts';

let world: TestApp; // one node
let other: BuiltApp;
beforeEach(async () => {
  world = await startApp({ signInsPerMinute: 6 });
  other = await buildApp({ ...world.place, poolSize: 4, now: () => world.clock.now, signInsPerMinute: 6 });
});
afterEach(async () => {
  await other.app.close();
  await world.close();
});

/** The same browser profile, asking the other node. */
function elsewhere(visitor: Visitor, node = other): Visitor {
  const twin = world.visitor(node);
  const { cookie, personId, deviceId, committeeId } = visitor;
  return Object.assign(twin, { cookie, personId, deviceId, committeeId });
}
const grant = { year: 2026, amountCents: 100, note: '', bookedOn: '2026-02-01' };

test('[P1] pushes through two nodes at once: no gap, the chain whole, each command once', async () => {
  const anna = await world.founder();
  const phones = await Promise.all(Array.from({ length: 6 }, () => deviceOf(anna)));
  const sent = await Promise.all(
    phones.map(async (deviceId, n) => {
      const { engine } = (n % 2 === 0 ? world : other).services;
      const ids: string[] = [];
      for (let deviceSeq = 1; deviceSeq <= 20; deviceSeq += 1) {
        const commandId = randomUUID();
        ids.push(commandId);
        const command = { deviceSeq, commandId, name: 'grant.add', v: 1, args: grant, touches: [], clientTime: 0 };
        const { committeeId, personId } = anna;
        const push = { protocol: 1, app: '', deviceId, committeeId, sentAt: 0, commands: [command] };
        // Sent again until it is decided, as a phone does; and once more, as after a lost answer.
        for (const _ of ['first', 'again']) {
          for (;;) {
            const { outcomes } = await engine.push({ deviceId, personId }, push);
            if (outcomes[0]?.outcome === 'applied') break;
          }
        }
      }
      return ids;
    }),
  );
  const log = await world.services.store.read((snapshot) => snapshot.logRange(anna.committeeId, 1, 1_000));
  expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: 121 }, (_, n) => n + 1));
  expect(
    log
      .map(({ commandId }) => commandId)
      .slice(1)
      .sort(),
  ).toEqual(sent.flat().sort());
  expect(await verifyAll(other.services)).toMatchObject({ entries: 121, problems: [] });
});

async function deviceOf({ personId }: Visitor): Promise<string> {
  const id = randomUUID();
  const device = { id, person_id: personId, name: 'telefoon', public_key: null, state: 'active' };
  const { database } = world.services;
  await database.write((connection) => connection.run(saveDevice, { ...device, created_at: 0, seen_at: 0 }));
  return id;
}

test('a poke crosses from node to node, and so does the end of a device that is signed off', async () => {
  const anna = await world.founder();
  const secretary = await world.member(anna, 'secretary');
  const events = await listenOn(other.app, secretary);
  expect(await events.next()).toEqual({ c: anna.committeeId, seq: 2 });
  await anna.does('grant.add', grant);
  expect(await events.next()).toEqual({ c: anna.committeeId, seq: 3 });
  await anna.ask('DELETE', `/api/devices/${secretary.deviceId}`);
  expect(await events.next()).toBeUndefined();
});

test('when the line between nodes was cut, streams begin anew, and pokes cross again', async () => {
  const anna = await world.founder();
  const before = await listenOn(other.app, anna);
  expect(await before.next()).toEqual({ c: anna.committeeId, seq: 1 });
  await world.services.database.read((connection) =>
    connection.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where query like 'listen %' and datname = current_database()`,
    ),
  );
  expect(await before.next()).toBeUndefined();
  const after = await listenOn(other.app, anna);
  expect(await after.next()).toEqual({ c: anna.committeeId, seq: 1 });
  await expect.poll(() => listening(), { timeout: 30_000 }).toBe(2);
  await anna.does('grant.add', grant);
  expect(await after.next()).toEqual({ c: anna.committeeId, seq: 2 });
  await after.stop();
});

/** Nodes whose line is there: each holds the lock that says that it runs. */
async function listening(): Promise<number> {
  const held = await world.services.database.read((connection) =>
    connection.raw(`select pid from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and granted
      and database = (select oid from pg_database where datname = current_database())`),
  );
  return held.length;
}

test('a link that is opened on two nodes at once works once', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { url } = await issueFirstLink(world.services.accounts, 'http://x');
    const answers = await Promise.all(
      [world, other].map((node) => world.visitor(node).signIn({ token: tokenOf(url) })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410]);
  }
});

test('attempts to sign in are counted together', async () => {
  const codes: number[] = [];
  for (let n = 0; n < 8; n += 1) {
    const visitor = world.visitor(n % 2 === 0 ? world : other);
    codes.push((await visitor.signIn({ token: 'unknown' })).statusCode);
  }
  expect(codes).toEqual([404, 404, 404, 404, 404, 404, 429, 429]);
  world.clock.now += 60_000;
  expect((await world.visitor(other).signIn({ token: 'unknown' })).statusCode).toBe(404);
});

async function sendThroughBoth(anna: Visitor, there: Visitor): Promise<void> {
  const bytes = png(40, 30, 3_000);
  const url = `/api/blobs/${anna.committeeId}/${sha256Of(bytes)}`;
  for (let offset = 0; offset < bytes.length; offset += 400) {
    const visitor = offset % 800 === 0 ? anna : there;
    const type = { 'content-type': 'application/octet-stream' };
    const headers = { ...type, 'upload-offset': String(offset), 'upload-length': String(bytes.length) };
    const answer = await visitor.ask('PATCH', url, { payload: bytes.subarray(offset, offset + 400), headers });
    expect(answer.statusCode).toBe(offset + 400 < bytes.length ? 200 : 204);
  }
  for (const visitor of [anna, there])
    expect((await visitor.ask('HEAD', url)).headers['upload-offset']).toBe(String(bytes.length));
}

test('[B2] a photo goes on through whatever node, and lies in the database that all reach', async () => {
  const anna = await world.founder();
  await sendThroughBoth(anna, elsewhere(anna));
  for (const { services } of [world, other])
    expect(await verifyAll(services)).toMatchObject({ photos: 1, problems: [] });
});

test('[B2] a photo goes on through whatever node, and lies in the S3 that all reach', async () => {
  const s3 = await startS3();
  const node = await startApp({ s3: s3.settings });
  const second = await buildApp({ ...node.place, poolSize: 4, s3: s3.settings });
  try {
    const anna = await node.founder();
    await sendThroughBoth(anna, elsewhere(anna, second));
    for (const { services } of [node, second])
      expect(await verifyAll(services)).toMatchObject({ photos: 1, problems: [] });
  } finally {
    await second.app.close();
    await node.close();
    await s3.remove();
  }
});

test('one committee is made once, on whatever node', async () => {
  const made = await Promise.allSettled(
    [world, other, world, other].map(({ services }) => services.engine.createCommittee(uuid(9), uuid(8))),
  );
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('nodes that start at once on an empty database take turns, and one of them makes the tables', async () => {
  const empty = await makePlace('template1');
  const url = empty.databaseUrl ?? '';
  try {
    const opened = await Promise.all([1, 2, 3, 4].map(() => PostgresDatabase.open({ url, poolSize: 2 })));
    const steps = await opened[0]?.read((connection) => connection.raw('select count(*) as n from migration'));
    expect(steps).toEqual([{ n: 1 }]);
    await Promise.all(opened.map((database) => database.close()));
  } finally {
    await empty.remove();
  }
});
