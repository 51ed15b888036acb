import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { limits } from '../src/sync/protocol.ts';
import { freshPull, startApp, type TestApp } from './testApp.ts';

let world: TestApp;
let webRoot: string | undefined;
afterEach(async () => {
  await world.close();
  if (webRoot !== undefined) rmSync(webRoot, { recursive: true });
  webRoot = undefined;
});
const start = async (options?: Parameters<typeof startApp>[0]): Promise<TestApp> => {
  world = await startApp(options);
  return world;
};
function makeWebRoot(): string {
  webRoot = mkdtempSync(join(tmpdir(), 'buurtkas-web-'));
  mkdirSync(join(webRoot, 'assets'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Buurtkas</title>');
  writeFileSync(join(webRoot, 'sw.js'), '// worker');
  writeFileSync(join(webRoot, 'assets', 'index-a1b2.js'), `export const text = '${'x'.repeat(5_000)}';`);
  return webRoot;
}

test('[D20] every answer carries the headers that isolate the app', async () => {
  const { visitor } = await start({ webRoot: makeWebRoot() });
  for (const url of ['/', '/api/health', '/api/none']) {
    const { headers } = await visitor().ask('GET', url);
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['permissions-policy']).toContain('camera=(self), microphone=(self)');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|upgrade-insecure-requests/);
    expect(headers).not.toHaveProperty('strict-transport-security');
  }
});

test('files whose name holds their content are kept for ever, all others are asked anew', async () => {
  const { visitor } = await start({ webRoot: makeWebRoot() });
  const cacheOf = async (url: string) => (await visitor().ask('GET', url)).headers['cache-control'];
  expect(await cacheOf('/assets/index-a1b2.js')).toBe('public, max-age=31536000, immutable');
  expect(await cacheOf('/sw.js')).toBe('no-cache');
  expect(await cacheOf('/')).toBe('no-cache');
  expect(await cacheOf('/api/version')).toBe('no-store');
});

test('an address of the app opens the app; a missing file or route is a 404', async () => {
  const { visitor } = await start({ webRoot: makeWebRoot() });
  const page = await visitor().ask('GET', '/aanvraag/12', { headers: { accept: 'text/html' } });
  expect([page.statusCode, page.body]).toEqual([200, '<!doctype html><title>Buurtkas</title>']);
  expect((await visitor().ask('GET', '/assets/none.js')).statusCode).toBe(404);
  const route = await visitor().ask('GET', '/api/none', { headers: { accept: 'text/html' } });
  expect([route.statusCode, route.json()]).toEqual([404, { error: 'not_found', code: 'not_found' }]);
  expect((await visitor().ask('GET', '/../../package.json')).statusCode).toBe(404);
});

test('text goes compressed to whoever takes it', async () => {
  const { visitor, founder } = await start({ webRoot: makeWebRoot() });
  const asset = await visitor().ask('GET', '/assets/index-a1b2.js', { headers: { 'accept-encoding': 'gzip, br' } });
  expect(asset.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
  expect(asset.rawPayload.length).toBeLessThan(500);
  const anna = await founder();
  const options = { payload: freshPull(anna), headers: { 'accept-encoding': 'gzip' } };
  const pull = await anna.ask('POST', '/api/sync/pull', options);
  expect(pull.headers['content-encoding']).toBe('gzip');
  expect(JSON.parse(gunzipSync(pull.rawPayload).toString())).toMatchObject({ mode: 'snapshot' });
  expect((await anna.ask('POST', '/api/sync/pull', { payload: freshPull(anna) })).json()).toMatchObject({ cursor: 1 });
});

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['another subdomain', { 'sec-fetch-site': 'same-site' }],
  ['another origin', { origin: 'https://evil.example' }],
  ['a sandboxed page', { origin: 'null' }],
])('what changes anything is refused from %s', async (_name, headers) => {
  const { founder } = await start();
  const anna = await founder();
  for (const [method, url] of [
    ['POST', '/api/sync/push'],
    ['POST', '/api/sign-out'],
    ['DELETE', `/api/devices/${anna.deviceId}`],
  ] as const) {
    const answer = await anna.ask(method, url, { headers });
    expect([answer.statusCode, answer.json()]).toEqual([403, { error: 'cross_site', code: 'cross_site' }]);
  }
  expect((await anna.ask('GET', '/api/me')).statusCode).toBe(200);
});

test('our own pages are let through, also behind a proxy with another host name', async () => {
  const { founder } = await start({ baseUrl: 'https://buurtkas.example' });
  const anna = await founder();
  const own = { origin: 'https://buurtkas.example', 'sec-fetch-site': 'same-origin' };
  expect((await anna.ask('POST', '/api/sync/pull', { payload: freshPull(anna), headers: own })).statusCode).toBe(200);
});

test('only JSON is read: a form of another site cannot pretend', async () => {
  const { founder } = await start();
  const anna = await founder();
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const answer = await anna.ask('POST', '/api/sync/pull', {
      payload: JSON.stringify(freshPull(anna)),
      headers: { 'content-type': type },
    });
    expect([answer.statusCode, answer.json()]).toMatchObject([415, { code: 'wrong_content_type' }]);
  }
});

test('a body that is too large, cut off or of another shape gets a code and no stack', async () => {
  const { founder } = await start();
  const anna = await founder();
  const big = await anna.ask('POST', '/api/sync/push', { payload: { text: 'x'.repeat(limits.pushBytesMax + 10_000) } });
  expect([big.statusCode, big.json()]).toEqual([413, { error: 'too_large', code: 'too_large' }]);
  const headers = { 'content-type': 'application/json' };
  const cut = await anna.ask('POST', '/api/sync/push', { payload: '{"protocol":1', headers });
  expect([cut.statusCode, cut.json()]).toEqual([400, { error: 'malformed', code: 'malformed' }]);
  const shape = await anna.ask('POST', '/api/sync/pull', { payload: { ...freshPull(anna), cursor: -1 } });
  expect([shape.statusCode, shape.json()]).toEqual([400, { error: 'malformed at cursor', code: 'malformed' }]);
});

test('names that a database would change or refuse are malformed, and no fault of ours', async () => {
  const { founder } = await start();
  const anna = await founder();
  const [command] = (anna.pushOf('meeting.open', { meetingId: anna.deviceId }) as { commands: object[] }).commands;
  for (const name of ['a\0b', 'half \ud800']) {
    const push = { ...anna.pushOf('meeting.open', { meetingId: anna.deviceId }), commands: [{ ...command, name }] };
    expect((await anna.ask('POST', '/api/sync/push', { payload: push })).statusCode).toBe(400);
    const answer = await anna.ask('PATCH', `/api/devices/${anna.deviceId}`, { payload: { name } });
    expect([answer.statusCode, answer.json()]).toMatchObject([400, { code: 'malformed' }]);
  }
  const url = `/api/blobs/${anna.committeeId}/${'a'.repeat(64)}?t=claim&id=%00`;
  expect((await anna.ask('GET', url)).statusCode).toBe(400);
  expect((await anna.ask('DELETE', '/api/devices/%00')).statusCode).toBe(404);
});

test('whoever is not signed in gets nothing', async () => {
  const { visitor, founder } = await start();
  const { committeeId } = await founder();
  const photo = `/api/blobs/${committeeId}/${'a'.repeat(64)}`;
  for (const [method, url] of [
    ['GET', '/api/me'],
    ['GET', '/api/devices'],
    ['GET', '/api/sync/events'],
    ['GET', `/api/committees/${committeeId}/log`],
    ['GET', photo],
    ['PATCH', photo],
    ['POST', '/api/sync/push'],
    ['POST', '/api/sync/pull'],
    ['POST', '/api/sync/relay'],
    ['POST', '/api/invites'],
    ['POST', '/api/device-codes'],
  ] as const) {
    const answer = await visitor().ask(method, url);
    expect([url, answer.statusCode, answer.json()]).toEqual([url, 401, { error: 'signed_out', code: 'signed_out' }]);
  }
});

test('an app of a newer server can be told apart, and the server says that it is well', async () => {
  const { visitor } = await start();
  expect((await visitor().ask('GET', '/api/version')).json()).toEqual({ version: '1.2.3', protocol: 1 });
  expect((await visitor().ask('GET', '/api/health')).json()).toEqual({ ok: true });
});
