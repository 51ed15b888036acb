import { webcrypto } from 'node:crypto';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bundle, bundleText } from '../src/sync/protocol.ts';
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
const admin = (...args: readonly string[]) => runProgram(place, ['admin', ...args]);

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
  const newer = { ...command, deviceSeq: 2, commandId: '00000000-0000-7000-8000-000000000002', name: 'of.tomorrow' };
  const held = await (await post('/api/sync/push', { ...push, commands: [newer] }, cookie)).json();
  expect(held).toMatchObject({ outcomes: [{ outcome: 'held', code: 'unknown_command' }] });

  const saved = await admin('backup'); // beside the running server
  expect(saved).toMatchObject({ code: 0 });
  expect(JSON.parse(saved.out.trim().split('\n').at(-1) ?? '')).toMatchObject({ committees: 1, entries: 2, ok: true });
  const [name = ''] = readdirSync(join(dataDir, 'backups'));
  const refused = await admin('restore', join(dataDir, 'backups', name), '--force');
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('Stop the server first')]);
  expect((await admin('revoke', deviceId)).code).toBe(0);
  expect((await fetch(`${url}/api/me`, { headers: { cookie } })).status).toBe(403);

  expect(await stop()).toBe(0);
  // Closed: the WAL is in the file. better-sqlite3 takes it away then, libsql leaves it empty.
  const files = onPostgres ? ['backups'] : ['backups', 'buurtkas.sqlite'];
  const log = (name: string): boolean => /-(shm|wal)$/.test(name);
  expect(
    readdirSync(dataDir)
      .filter((name) => !log(name))
      .sort(),
  ).toEqual(['alarms.jsonl', ...files, 'revoked-devices.txt']);
  for (const wal of readdirSync(dataDir).filter((name) => name.endsWith('-wal'))) {
    expect(statSync(join(dataDir, wal)).size).toBe(0);
  }
  expect(await admin('restore', join(dataDir, 'backups', name), '--force')).toMatchObject({ code: 0 });
  const verified = await admin('verify');
  expect(verified.code).toBe(0);
  expect(JSON.parse(verified.out.trim().split('\n').at(-1) ?? '')).toEqual({
    ...{ committees: 1, entries: 2, photos: 0, ok: true, problems: [], alarms: { unknown_command: 1 } },
  });
  const listed = (await admin('devices')).out;
  expect(listed).toContain(deviceId);
  expect(listed).toMatch(/person [\w-]+ chair Anna$/m);
  const listedHeld = (await admin('held')).out;
  expect(listedHeld).toContain(`committee ${committeeId}: 1 held\n`);
  expect(listedHeld).toMatch(/of\.tomorrow.*unknown_command/);
  expect((await admin('redrive')).out).toBe(`committee ${committeeId}: 0 settled, 1 still held\n`); // not known yet
}, 60_000);

test('the command line explains itself and refuses what it does not know', async () => {
  const [help, unknown, one, empty, option, noValue] = await Promise.all([
    admin(),
    admin('drop'),
    admin('backup', '--help'),
    admin('verify'),
    admin('devices', '--foo'),
    admin('backup', '--to'),
  ]);
  for (const name of ['invite', 'devices', 'revoke', 'backup', 'restore', 'verify', 'redrive'])
    expect(help.out).toContain(name);
  expect(help.code).toBe(0);
  expect([unknown.code, unknown.err]).toEqual([1, 'There is no command drop.\n']);
  expect([one.code, one.out]).toEqual([0, expect.stringContaining('backup [--to FOLDER]')]);
  if (onPostgres) expect(empty.out).toContain('Everything fits.');
  else expect([empty.code, empty.err]).toEqual([1, expect.stringContaining('holds no data')]);
  expect([option.code, option.err]).toEqual([1, 'There is no option --foo here; see --help.\n']);
  expect([noValue.code, noValue.err]).toEqual([1, '--to needs a value; see --help.\n']);
}, 60_000);

test.each<[Settings, string]>([
  [{ BASE_URL: 'buurtkas.example' }, 'BASE_URL moet het hele adres zijn'],
  [{ DATABASE_URL: 'localhost/buurtkas' }, 'DATABASE_URL moet eruitzien als'],
  [{ DATABASE_POOL: 'many' }, 'DATABASE_POOL moet een getal'],
  [
    { TLS_CERT: '/nope.pem', TLS_KEY: '/nope.key' },
    'Het bestand bij TLS_CERT bestaat niet: /nope.pem. Kijk het pad na',
  ],
  [{ TLS_CERT: 'package.json', TLS_KEY: 'package.json' }, 'passen niet bij elkaar'],
  [{ BLOBS_S3_ENDPOINT: 'https://s3.example' }, 'horen bij elkaar'],
])(
  'a setting that cannot be is said at the start: %o',
  async (wrong, sentence) => {
    const ended = await runProgram(place, ['main'], wrong);
    expect(ended).toMatchObject({ code: 1, err: expect.stringContaining(sentence) });
  },
  60_000,
);

test('a port that is taken and a folder that cannot be made stop the start with what to do', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  const file = join(dataDir, 'file');
  writeFileSync(file, '');
  const [busy, nowhere] = await Promise.all([
    runProgram(place, ['main'], { PORT: String(port) }),
    runProgram(place, ['main'], { DATA_DIR: join(file, 'data'), DATABASE_URL: '' }),
  ]);
  taken.close();
  expect(busy).toMatchObject({ code: 1, err: expect.stringContaining(`Poort ${port} is al in gebruik`) });
  expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('Kies met DATA_DIR een map') });
}, 60_000);

test('[H1] [H6] a file with unsent work is taken in by the operator; an unsigned one when he vouches for it', async () => {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
  const keys = await webcrypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const publicKey = JSON.stringify(await webcrypto.subtle.exportKey('jwk', keys.publicKey));
  const { match, stop } = await startServer(place, /(http:\/\/localhost:\d+)/);
  const [, url = ''] = match;
  const token = /#([\w-]{43})/.exec((await admin('invite')).out)?.[1] ?? '';
  const signedIn = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    body: JSON.stringify({ token, deviceName: 'laptop', publicKey }),
    headers: { 'content-type': 'application/json' },
  });
  const { deviceId, personId, founding: committeeId } = (await signedIn.json()) as Record<string, string>;
  expect(await stop()).toBe(0);
  const command = (deviceSeq: number, name: string, args: object) => ({
    ...{ deviceSeq, commandId: `00000000-0000-7000-8000-00000000000${deviceSeq}`, name, v: 1, args, touches: [] },
    clientTime: 0,
  });
  const file = join(dataDir, 'bundle.json');
  const write = async (commands: readonly object[], sign: boolean) => {
    const unsigned = {
      ...{ kind: 'buurtkas_bundle', v: 1, committeeId, epoch: null, deviceId, personId, commands, photos: [] },
      ...{ firstSeq: 1, madeAt: '2026-01-10T18:00:00.000Z' },
    };
    const text = new TextEncoder().encode(bundleText(unsigned as unknown as Bundle));
    const signature = sign ? await webcrypto.subtle.sign(algorithm, keys.privateKey, text) : new ArrayBuffer(0);
    writeFileSync(file, JSON.stringify({ ...unsigned, signature: Buffer.from(signature).toString('base64') }));
  };
  const lastLine = ({ out }: { out: string }) => JSON.parse(out.trim().split('\n').at(-1) ?? '');
  await write([command(1, 'committee.found', founding)], true);
  const taken = await admin('import-bundle', file);
  expect([taken.code, lastLine(taken)]).toEqual([0, { result: 'taken', commands: 1, photos: 0 }]);
  expect(await admin('import-bundle', file, '--unsigned')).toMatchObject({ code: 1 });
  await write([command(2, 'meeting.open', { meetingId: command(9, '', {}).commandId })], false);
  const unsigned = await admin('import-bundle', file);
  expect([unsigned.code, lastLine(unsigned)]).toMatchObject([1, { result: 'refused', code: 'wrong_signature' }]);
  expect(await admin('import-bundle', file, '--unsigned')).toMatchObject({ code: 0 });
  await write([command(5, 'meeting.open', { meetingId: command(9, '', {}).commandId })], true);
  expect(lastLine(await admin('import-bundle', file))).toMatchObject({ result: 'waiting' });
  expect((await admin('held')).out.split('\n').slice(-3)).toEqual([
    '  carried 5 to 5 made 2026-01-10T18:00:00.000Z: numbers before 5 have not come',
    `    person ${personId} device ${deviceId}`,
    '',
  ]);
  writeFileSync(file, '{}');
  expect(await admin('import-bundle', file)).toMatchObject({ code: 1, err: expect.stringContaining('malformed') });
  expect((await admin('import-bundle', '--help')).out).toContain('import-bundle FILE [--unsigned]');
  expect(lastLine(await admin('verify'))).toMatchObject({ ok: true, entries: 2 });
}, 60_000);
