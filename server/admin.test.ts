import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { founding } from './engine/testWorld.ts';
import { makePlace, onPostgres, type TestPlace } from './testDatabase.ts';
import { runProgram, type Settings, startServer, stopServers } from './testProcess.ts';

let place: TestPlace;
let dataDir: string;
beforeEach(async () => {
  place = await makePlace();
  dataDir = place.dataDir;
});
afterEach(async () => {
  stopServers();
  await place.remove();
});
const admin = (...args: readonly string[]) => runProgram(place, ['server/admin.ts', ...args]);

test('a fresh server prints a link; its founder signs in; backup, restore and verify work from the command line', async () => {
  const printed = /(http:\/\/localhost:\d+)\/aanmelden#([\w-]{43})[\s\S]*aanmelden: [\w-]{9}/;
  const { match, stop } = await startServer(
    place,
    onPostgres ? /(http:\/\/localhost:\d+)[\s\S]*admin -- invite/ : printed,
  );
  const [, url = ''] = match;
  const token = match[2] ?? /#([\w-]{43})/.exec((await admin('invite')).out)?.[1] ?? '';
  const post = (path: string, body: object, cookie = '') =>
    fetch(url + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', cookie },
    });
  const signedIn = await post('/api/sign-in', { token, deviceName: 'laptop' });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const { deviceId, founding: committeeId } = (await signedIn.json()) as { deviceId: string; founding: string };
  const commandId = '00000000-0000-7000-8000-000000000001';
  const command = {
    deviceSeq: 1,
    commandId,
    name: 'committee.found',
    v: 1,
    args: founding,
    touches: [],
    clientTime: 0,
  };
  const push = { protocol: 1, app: '', deviceId, committeeId, sentAt: 0, commands: [command] };
  expect(await (await post('/api/sync/push', push, cookie)).json()).toMatchObject({ deviceSeq: 1 });

  const saved = await admin('backup'); // beside the running server
  expect(saved).toMatchObject({ code: 0 });
  expect(JSON.parse(saved.out.trim().split('\n').at(-1) ?? '')).toMatchObject({ committees: 1, entries: 1, ok: true });
  const [name = ''] = readdirSync(join(dataDir, 'backups'));
  const refused = await admin('restore', join(dataDir, 'backups', name), '--force');
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('Stop the server first')]);
  expect((await admin('revoke', deviceId)).code).toBe(0);
  expect((await fetch(`${url}/api/me`, { headers: { cookie } })).status).toBe(403);

  expect(await stop()).toBe(0);
  // Closed: the WAL is in the file.
  expect(readdirSync(dataDir).sort()).toEqual(onPostgres ? ['backups'] : ['backups', 'buurtkas.sqlite']);
  expect(await admin('restore', join(dataDir, 'backups', name), '--force')).toMatchObject({ code: 0 });
  const verified = await admin('verify');
  expect(verified.code).toBe(0);
  expect(JSON.parse(verified.out.trim().split('\n').at(-1) ?? '')).toEqual({
    ...{ committees: 1, entries: 1, photos: 0, ok: true, problems: [] },
  });
  expect((await admin('devices')).out).toContain(deviceId);
}, 60_000);

test('the command line explains itself and refuses what it does not know', async () => {
  const [help, unknown, one, empty] = await Promise.all([
    admin(),
    admin('drop'),
    admin('backup', '--help'),
    admin('verify'),
  ]);
  for (const name of ['invite', 'devices', 'revoke', 'backup', 'restore', 'verify', 'redrive'])
    expect(help.out).toContain(name);
  expect(help.code).toBe(0);
  expect([unknown.code, unknown.err]).toEqual([1, 'There is no command drop.\n']);
  expect([one.code, one.out]).toEqual([0, expect.stringContaining('backup [--to FOLDER]')]);
  if (onPostgres) expect(empty.out).toContain('Everything fits.');
  else expect([empty.code, empty.err]).toEqual([1, expect.stringContaining('holds no data')]);
}, 60_000);

test.each<[Settings, string]>([
  [{ BASE_URL: 'buurtkas.example' }, 'BASE_URL must be the whole address'],
  [{ DATABASE_URL: 'localhost/buurtkas' }, 'DATABASE_URL must look like'],
  [{ DATABASE_POOL: 'many' }, 'DATABASE_POOL must be a number'],
  [{ BLOBS_S3_ENDPOINT: 'https://s3.example' }, 'go together'],
])(
  'a setting that cannot be is said at the start: %o',
  async (wrong, sentence) => {
    const ended = await runProgram(place, ['server/main.ts'], wrong);
    expect(ended).toMatchObject({ code: 1, err: expect.stringContaining(sentence) });
  },
  60_000,
);
