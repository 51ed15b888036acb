/** Signing in, opening without a connection, and signing out, against a server that is played here. */
import { clear, createStore } from 'idb-keyval';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openCommittee, openSession, sessionStore, signIn, signOut } from '../../src/store/app.ts';
import { newId } from '../../src/store/ports.ts';

/** What the played server says, by path; `null`: no connection. */
let routes: Record<string, ((body: Record<string, unknown>) => Response) | null> = {};
let asked: { readonly path: string; readonly body: Record<string, unknown> }[] = [];

beforeEach(async () => {
  routes = {};
  asked = [];
  await clear(createStore('buurtkas-account', 'account'));
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const path = String(input);
    const body = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as Record<string, unknown>;
    asked.push({ path, body });
    const route = routes[path];
    if (route === undefined || route === null) throw new TypeError('Failed to fetch');
    return route(body);
  });
});
afterEach(async () => {
  await signOut();
  vi.restoreAllMocks();
});

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

function person() {
  const [personId, committeeId] = [newId(), newId()];
  const places = { committees: [{ committeeId, name: 'Spoelkwartier', role: 'chair' }], founding: null };
  const signsIn = ({ deviceId }: Record<string, unknown>) => json({ personId, deviceId, ...places });
  const access = { personId, role: 'chair', proposalIds: [], v: 1 };
  const last = { head: 'h', ackDeviceSeq: 0, lastDeviceSeq: 0, outcomes: [], backedUpSeq: 0 };
  const pulled = () => json({ epoch: 'e', cursor: 1, access, mode: 'snapshot', patch: [], last });
  return { personId, committeeId, places, signsIn, pulled };
}
const state = () => sessionStore.getState();
const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), { timeout: 10_000 });

test('without an account and without a connection: signed out', async () => {
  await openSession();
  expect(state()).toMatchObject({ state: 'signed_out', opened: null });
});

test('a link signs in, the first pull brings the rights, and the session opens again without a connection', async () => {
  const { personId, committeeId, signsIn, pulled } = person();
  routes = { '/api/sign-in': signsIn, '/api/sync/pull': pulled };
  expect(await signIn({ token: 'secret', deviceName: 'Tablet' })).toEqual({ ok: true });
  expect(state()).toMatchObject({ state: 'ready', personId, committeeId });
  await until(() => state().access?.role === 'chair');
  const sent = asked.find(({ path }) => path === '/api/sign-in')?.body;
  expect(sent).toMatchObject({ token: 'secret', deviceName: 'Tablet', publicKey: expect.stringContaining('P-256') });

  const { deviceId } = state();
  routes = {};
  await openSession();
  expect(state()).toMatchObject({ state: 'ready', personId, deviceId, committeeId, access: { role: 'chair' } });
});

test('a wrong code is said, and no connection is something else', async () => {
  routes = { '/api/sign-in': () => json({ code: 'invite_unknown' }, 404) };
  expect(await signIn({ code: 'ABCD-EFGH', deviceName: 'Tablet' })).toEqual({ ok: false, code: 'invite_unknown' });
  routes = {};
  expect(await signIn({ code: 'ABCD-EFGH', deviceName: 'Tablet' })).toEqual({ ok: false, code: 'offline' });
  routes = { '/api/sign-in': () => new Response('<html>') };
  expect(await signIn({ code: 'ABCD-EFGH', deviceName: 'Tablet' })).toEqual({ ok: false, code: 'offline' });
  expect(state().state).not.toBe('ready');
});

test('after a lost answer the same device asks again, because an invitation works once', async () => {
  routes = { '/api/sign-in': () => new Response('cut off', { status: 502 }) };
  await signIn({ token: 'secret', deviceName: 'Tablet' });
  const { signsIn } = person();
  const usedBy = asked[0]?.body['deviceId'];
  routes = {
    '/api/sign-in': ({ deviceId }) =>
      deviceId === usedBy ? signsIn({ deviceId }) : json({ code: 'invite_used' }, 410),
  };
  expect(await signIn({ token: 'secret', deviceName: 'Tablet' })).toEqual({ ok: true });
  expect(state().deviceId).toBe(usedBy);
});

test('storage that another window keeps closed is said at signing in too, and opens the work later', async () => {
  const { personId, signsIn, pulled } = person();
  routes = { '/api/sign-in': signsIn, '/api/sync/pull': pulled };
  const held = indexedDB.open(`buurtkas-${personId}`, 1); // of an older app, in a window that is frozen
  await new Promise((resolve) => held.addEventListener('success', resolve));
  expect(await signIn({ token: 'secret', deviceName: 'Tablet' })).toEqual({ ok: false, code: 'stuck' });
  expect(state()).toMatchObject({ state: 'stuck', problem: 'storage_stuck' });
  held.result.close();
  await openSession();
  expect(state()).toMatchObject({ state: 'ready', personId });
});

test('a founder may begin before the first pull', async () => {
  const { personId, committeeId } = person();
  const founding = ({ deviceId }: Record<string, unknown>) =>
    json({ personId, deviceId, committees: [], founding: committeeId });
  routes = { '/api/sign-in': founding };
  await signIn({ token: 'first', deviceName: 'Tablet' });
  expect(state()).toMatchObject({ state: 'ready', committeeId, access: { role: 'founder', personId } });
});

test('[V2] signing out says what is unsent, keeps it, and it goes when the same person comes back', async () => {
  const { personId, committeeId, signsIn, pulled } = person();
  routes = { '/api/sign-in': signsIn, '/api/sync/pull': pulled, '/api/sign-out': () => json({ signedOut: true }) };
  await signIn({ token: 'one', deviceName: 'Tablet' });
  await until(() => state().access !== null);
  const first = state().deviceId;
  const meeting = { meetingId: newId(), title: 'Maart', place: '', plannedOn: '2026-03-03', startTime: '19:30' };
  const saved = await state().opened?.engine.dispatch(committeeId, 'meeting.plan', meeting);
  expect(saved?.saved).toBe(true);
  expect((await signOut()).commands).toBe(1);
  expect(state()).toMatchObject({ state: 'signed_out', opened: null, personId: null });

  const other = person();
  routes['/api/sign-in'] = ({ deviceId }) =>
    deviceId === first ? json({ code: 'device_taken' }, 409) : other.signsIn({ deviceId });
  await signIn({ token: 'two', deviceName: 'Tablet' });
  expect(state().personId).toBe(other.personId);
  expect(state().deviceId).not.toBe(first);
  expect(await state().opened?.reader(committeeId).unsentItems()).toEqual([]);
  await signOut();

  routes['/api/sign-in'] = ({ deviceId }) =>
    deviceId === first ? signsIn({ deviceId }) : json({ code: 'device_taken' }, 409);
  await signIn({ token: 'three', deviceName: 'Tablet' });
  expect(state()).toMatchObject({ personId, deviceId: first });
  expect(await state().opened?.reader(committeeId).unsentItems()).toMatchObject([{ name: 'meeting.plan' }]);
});

test('[P4] under a new device the unsent work gets new numbers and keeps its ids', async () => {
  const { committeeId, signsIn, pulled } = person();
  routes = { '/api/sign-in': signsIn, '/api/sync/pull': pulled, '/api/sign-out': () => json({ signedOut: true }) };
  await signIn({ token: 'one', deviceName: 'Tablet' });
  await until(() => state().access !== null);
  const meeting = { meetingId: newId(), title: 'Maart', place: '', plannedOn: '2026-03-03', startTime: '19:30' };
  const saved = await state().opened?.engine.dispatch(committeeId, 'meeting.plan', meeting);
  const old = state().deviceId;
  await signOut();
  // The old device was revoked on the server.
  routes['/api/sign-in'] = ({ deviceId }) =>
    deviceId === old ? json({ code: 'device_taken' }, 409) : signsIn({ deviceId });
  await signIn({ token: 'two', deviceName: 'Tablet' });
  expect(state().deviceId).not.toBe(old);
  const items = await state().opened?.reader(committeeId).unsentItems();
  expect(items).toMatchObject([{ deviceSeq: 1, commandId: saved?.saved === true ? saved.commandId : '' }]);
});

test('signed out without a connection: the server hears it later, and nobody is let in meanwhile', async () => {
  const { signsIn, places, personId } = person();
  routes = { '/api/sign-in': signsIn };
  await signIn({ token: 'one', deviceName: 'Tablet' });
  routes = {};
  await signOut();
  routes = { '/api/me': () => json({ personId, deviceId: newId(), ...places }) };
  await openSession();
  expect(state().state).toBe('signed_out');
  routes['/api/sign-out'] = () => json({ signedOut: true });
  asked = [];
  await openSession();
  expect(asked.map(({ path }) => path)).toEqual(['/api/sign-out']);
});

test('another committee of the same person opens with its own rights', async () => {
  const { personId, committeeId } = person();
  const second = newId();
  const committees = [committeeId, second].map((id, n) => ({ committeeId: id, name: `Wijk ${n}`, role: 'chair' }));
  const pulls = ({ committeeId: id }: Record<string, unknown>) => {
    const access = { personId, role: id === second ? 'auditor' : 'chair', proposalIds: [], v: 1 };
    const last = { head: 'h', ackDeviceSeq: 0, lastDeviceSeq: 0, outcomes: [], backedUpSeq: 0 };
    return json({ epoch: 'e', cursor: 1, access, mode: 'snapshot', patch: [], last });
  };
  routes = {
    '/api/sign-in': ({ deviceId }) => json({ personId, deviceId, committees, founding: null }),
    '/api/sync/pull': pulls,
  };
  await signIn({ token: 'one', deviceName: 'Tablet' });
  await until(() => state().access?.role === 'chair');
  await openCommittee(second);
  await until(() => state().access?.role === 'auditor');
  routes = {};
  await openSession();
  expect(state()).toMatchObject({ committeeId: second, access: { role: 'auditor' } });
});
