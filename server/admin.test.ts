import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { founding } from './engine/testWorld.ts';
import { makePlace, onPostgres, type TestPlace } from './testDatabase.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
let place: TestPlace;
let dataDir: string;
const started: ChildProcess[] = [];
beforeEach(async () => {
  place = await makePlace();
  dataDir = place.dataDir;
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await place.remove();
});

/** Without BASE_URL: Vitest sets one of its own. */
function env(): NodeJS.ProcessEnv {
  const { BASE_URL: _, ...rest } = process.env;
  return { ...rest, DATA_DIR: dataDir, DATABASE_URL: place.databaseUrl ?? '', PORT: '0', HOST: '127.0.0.1' };
}

/** The command line as an operator runs it. */
function admin(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'server/admin.ts', ...args],
      { cwd: root, env: env() },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code), out, err });
      },
    );
  });
}

/** A server process until it has printed what `pattern` looks for. */
function startServer(pattern: RegExp): Promise<{ match: RegExpExecArray; stop: () => Promise<number | null> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { cwd: root, env: env() });
  started.push(child);
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const stop = (): Promise<number | null> => {
    child.kill('SIGTERM');
    return ended;
  };
  return new Promise((resolve, reject) => {
    let text = '';
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      const match = pattern.exec(text);
      if (match !== null) resolve({ match, stop });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
}

test('a fresh server prints a link; its founder signs in; backup, restore and verify work from the command line', async () => {
  const printed = /(http:\/\/localhost:\d+)\/aanmelden#([\w-]{43})[\s\S]*aanmelden: [\w-]{9}/;
  const { match, stop } = await startServer(onPostgres ? /(http:\/\/localhost:\d+)[\s\S]*admin -- invite/ : printed);
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

test.each([
  [{ BASE_URL: 'buurtkas.example' }, 'BASE_URL must be the whole address'],
  [{ DATABASE_URL: 'localhost/buurtkas' }, 'DATABASE_URL must look like'],
  [{ DATABASE_POOL: 'many' }, 'DATABASE_POOL must be a number'],
  [{ BLOBS_S3_ENDPOINT: 'https://s3.example' }, 'go together'],
])(
  'a setting that cannot be is said at the start: %o',
  async (wrong, sentence) => {
    const started = new Promise<{ code: unknown; err: string }>((resolve) => {
      const options = { cwd: root, env: { ...env(), ...wrong } };
      execFile(process.execPath, ['--import', 'tsx', 'server/main.ts'], options, (error, _out, err) => {
        resolve({ code: error?.code, err });
      });
    });
    expect(await started).toEqual({ code: 1, err: expect.stringContaining(sentence) });
  },
  60_000,
);
