import { afterEach, expect, test } from 'vitest';
import { codeTriesMax, codeValidMs, linkValidMs, sessionValidMs } from '../accounts.ts';
import { founding } from '../engine/testWorld.ts';
import { issueFirstLink } from '../firstLink.ts';
import { freshPull, startApp, type TestApp, tokenOf } from '../testApp.ts';

let world: TestApp;
afterEach(() => world.close());
const start = async (options?: Parameters<typeof startApp>[0]): Promise<TestApp> => {
  world = await startApp(options);
  return world;
};
const firstLink = () => issueFirstLink(world.services.accounts, 'http://x');
const codeOf = (answer: { json: () => unknown }): unknown => (answer.json() as { code?: unknown }).code;

test('a first link opens a committee to be founded, and then its founder is the chair', async () => {
  const { visitor } = await start();
  const anna = visitor();
  const answer = await anna.signIn({ token: tokenOf((await firstLink()).url) });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({
    ...{ personId: anna.personId, deviceId: anna.deviceId, committees: [], founding: anna.committeeId },
  });
  expect(anna.committeeId).toMatch(/^[0-9a-f-]{36}$/);
  await anna.does('committee.found', founding);
  const me = await anna.ask('GET', '/api/me');
  expect(me.json()).toMatchObject({
    deviceName: 'telefoon',
    committees: [{ committeeId: anna.committeeId, name: 'Spoelkwartier', role: 'chair' }],
    founding: null,
  });
});

test('the session cookie cannot be read by scripts nor sent by other sites, and is for https where we serve https', async () => {
  const { visitor } = await start();
  const answer = await visitor().signIn({ token: tokenOf((await firstLink()).url) });
  const [cookie] = answer.cookies;
  expect(cookie).toMatchObject({ name: 'bk_session', httpOnly: true, sameSite: 'Strict', path: '/' });
  expect(cookie?.maxAge).toBe(sessionValidMs / 1_000);
  expect(cookie).not.toHaveProperty('secure');
  await world.close();
  const secured = await start({ baseUrl: 'https://buurtkas.example' });
  const over = await secured.visitor().signIn({ token: tokenOf((await firstLink()).url) });
  expect(over.cookies[0]).toMatchObject({ secure: true, httpOnly: true });
});

test('only hashes of secrets are stored', async () => {
  const { visitor, services } = await start();
  const { url, code } = await firstLink();
  const anna = visitor();
  await anna.signIn({ token: tokenOf(url) });
  const stored = await services.database.read(async (connection) =>
    JSON.stringify([await connection.raw('select * from invite'), await connection.raw('select * from session')]),
  );
  for (const secret of [tokenOf(url), code, code.replace('-', ''), code.slice(5), anna.cookie]) {
    expect(stored).not.toContain(secret);
  }
});

test('a link works once', async () => {
  const { visitor } = await start();
  const { url } = await firstLink();
  expect((await visitor().signIn({ token: tokenOf(url) })).statusCode).toBe(200);
  const again = await visitor().signIn({ token: tokenOf(url) });
  expect([again.statusCode, codeOf(again)]).toEqual([410, 'invite_used']);
  expect((await visitor().signIn({ token: 'unknown' })).statusCode).toBe(404);
});

test('when the answer got lost, the same device may use the link again for ten minutes', async () => {
  const { visitor, clock } = await start();
  const { url } = await firstLink();
  const deviceId = '00000000-0000-7000-8000-000000000001';
  const phone = visitor();
  await phone.signIn({ token: tokenOf(url) }, { deviceId });
  const { personId, committeeId } = phone;
  expect((await phone.signIn({ token: tokenOf(url) }, { deviceId })).statusCode).toBe(200);
  expect(phone).toMatchObject({ personId, committeeId, deviceId });
  clock.now += 10 * 60_000;
  expect((await phone.signIn({ token: tokenOf(url) }, { deviceId })).statusCode).toBe(410);
});

test('a link dies after two weeks, its code after a quarter of an hour', async () => {
  const { visitor, clock } = await start();
  const [one, two] = [await firstLink(), await firstLink()];
  clock.now += codeValidMs + 1;
  expect((await visitor().signIn({ code: one.code })).statusCode).toBe(410);
  expect((await visitor().signIn({ token: tokenOf(one.url) })).statusCode).toBe(200);
  clock.now += linkValidMs;
  expect(codeOf(await visitor().signIn({ token: tokenOf(two.url) }))).toBe('invite_expired');
});

test('a code is read as people type it', async () => {
  const { visitor } = await start();
  const { code } = await firstLink();
  const typed = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
  expect((await visitor().signIn({ code: typed })).statusCode).toBe(200);
});

test('a code is dead after ten wrong tries, also for the right one; other codes are not', async () => {
  const { visitor } = await start();
  const [attacked, other] = [await firstLink(), await firstLink()];
  const last = attacked.code.endsWith('0') ? '1' : '0';
  for (let n = 0; n < codeTriesMax; n += 1) {
    expect(codeOf(await visitor().signIn({ code: attacked.code.slice(0, -1) + last }))).toBe('invite_unknown');
  }
  expect(codeOf(await visitor().signIn({ code: attacked.code }))).toBe('code_dead');
  expect((await visitor().signIn({ code: other.code })).statusCode).toBe(200);
  expect((await visitor().signIn({ token: tokenOf(attacked.url) })).statusCode).toBe(200);
});

test('sign-in is limited per address', async () => {
  const { visitor } = await start({ signInsPerMinute: 3 });
  const tries = [];
  for (let n = 0; n < 4; n += 1) tries.push(await visitor().signIn({ token: `guess ${n}` }));
  expect(tries.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 429]);
  expect(tries[3]?.json()).toEqual({ error: 'too_many', code: 'too_many' });
  expect(tries[3]?.headers['retry-after']).toBeDefined();
});

test('a device of somebody else, or a revoked one, is not taken over', async () => {
  const { founder, visitor } = await start();
  const anna = await founder();
  const answer = await visitor().signIn({ token: tokenOf((await firstLink()).url) }, { deviceId: anna.deviceId });
  expect([answer.statusCode, codeOf(answer)]).toEqual([409, 'device_taken']);
});

test.each([
  ['neither token nor code', {}],
  ['both', { token: 'x', code: 'y' }],
  ['a field too many', { token: 'x', role: 'chair' }],
])('sign-in with %s is malformed', async (_name, fields) => {
  const { visitor } = await start();
  const answer = await visitor().ask('POST', '/api/sign-in', { payload: { deviceName: 'x', ...fields } });
  expect([answer.statusCode, codeOf(answer)]).toEqual([400, 'malformed']);
});

test('sign-out ends the session on the server too', async () => {
  const { founder } = await start();
  const anna = await founder();
  const answer = await anna.ask('POST', '/api/sign-out', { payload: {} });
  expect(answer.cookies[0]).toMatchObject({ name: 'bk_session', value: '' });
  expect((await anna.ask('GET', '/api/me')).statusCode).toBe(401);
});

test('a session that is not used for four hundred days ends; using it keeps it', async () => {
  const { founder, clock } = await start();
  const anna = await founder();
  clock.now += sessionValidMs - 1;
  expect((await anna.ask('GET', '/api/me')).statusCode).toBe(200);
  clock.now += sessionValidMs - 1;
  expect((await anna.ask('POST', '/api/sync/pull', { payload: freshPull(anna) })).statusCode).toBe(200);
  clock.now += 2;
  expect((await anna.ask('GET', '/api/me')).statusCode).toBe(401);
});

test('a member is let in by chair or secretary only, and only with a member row', async () => {
  const { founder, member } = await start();
  const anna = await founder();
  const [secretary, treasurer] = [await member(anna, 'secretary'), await member(anna, 'treasurer')];
  const invite = (by: typeof anna, personId: string, committeeId = anna.committeeId) =>
    by.ask('POST', '/api/invites', { payload: { committeeId, personId } });
  expect((await invite(secretary, treasurer.personId)).statusCode).toBe(200);
  expect(codeOf(await invite(treasurer, secretary.personId))).toBe('not_permitted');
  expect(codeOf(await invite(anna, '00000000-0000-7000-8000-000000000009'))).toBe('no_such_member');
  expect((await invite(anna, secretary.personId, '00000000-0000-7000-8000-000000000009')).statusCode).toBe(403);
  await anna.does('member.remove', { personId: secretary.personId });
  expect((await invite(secretary, treasurer.personId)).statusCode).toBe(403);
  expect(codeOf(await invite(anna, secretary.personId))).toBe('no_such_member');
  expect(secretary).toMatchObject({ committeeId: anna.committeeId });
});

test('a further device signs in as the same person, by a link whose token no server ever sees in an address', async () => {
  const { founder, visitor } = await start({ baseUrl: 'https://buurtkas.example' });
  const anna = await founder();
  const { url, code } = (await anna.ask('POST', '/api/device-codes', { payload: {} })).json<{
    url: string;
    code: string;
  }>();
  expect(url).toMatch(/^https:\/\/buurtkas\.example\/aanmelden#[\w-]{43}$/);
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  const tablet = visitor();
  await tablet.signIn({ code });
  expect(tablet).toMatchObject({ personId: anna.personId, committeeId: anna.committeeId });
  expect(tablet.deviceId).not.toBe(anna.deviceId);
});
