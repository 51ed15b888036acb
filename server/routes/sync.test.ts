import { randomUUID, webcrypto } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { type Bundle, bundleText, type PullResponse } from '../../src/sync/protocol.ts';
import { founding } from '../engine/testWorld.ts';
import { issueFirstLink } from '../firstLink.ts';
import { freshPull, startApp, type TestApp, tokenOf, type Visitor } from '../testApp.ts';
import { png, sha256Of } from '../testPhotos.ts';

let world: TestApp;
afterEach(() => world.close());
const start = async (): Promise<TestApp> => {
  world = await startApp();
  return world;
};

test('push and pull travel over HTTP, and removed people are told to wipe', async () => {
  const { founder, member } = await start();
  const anna = await founder();
  const secretary = await member(anna, 'secretary');
  const page = (await secretary.ask('POST', '/api/sync/pull', { payload: freshPull(secretary) })).json<PullResponse>();
  expect(page).toMatchObject({ mode: 'snapshot', access: { role: 'secretary' } });
  await anna.does('member.remove', { personId: secretary.personId });
  const gone = await secretary.ask('POST', '/api/sync/pull', { payload: freshPull(secretary) });
  expect([gone.statusCode, gone.json()]).toEqual([403, { code: 'not_member', wipe: true, lastDeviceSeq: 0 }]);
  expect(await secretary.does('meeting.open', { meetingId: randomUUID() })).toMatchObject({ code: 'not_permitted' });
});

test('a push or pull in the name of another device is refused', async () => {
  const { founder, member } = await start();
  const anna = await founder();
  const secretary = await member(anna, 'secretary');
  const push = {
    protocol: 1,
    app: 'x',
    deviceId: anna.deviceId,
    committeeId: anna.committeeId,
    sentAt: 0,
    commands: [],
  };
  expect((await secretary.ask('POST', '/api/sync/push', { payload: push })).json()).toMatchObject({ stop: 'auth' });
});

test('an app that speaks an older protocol is asked to update', async () => {
  const { founder } = await start();
  const anna = await founder();
  const answer = await anna.ask('POST', '/api/sync/pull', { payload: { ...freshPull(anna), protocol: 0 } });
  expect([answer.statusCode, answer.json()]).toMatchObject([426, { code: 'upgrade' }]);
});

test('a page token of another time says: begin again', async () => {
  const { founder } = await start();
  const anna = await founder();
  const answer = await anna.ask('POST', '/api/sync/pull', { payload: { ...freshPull(anna), page: 'old' } });
  expect([answer.statusCode, answer.json()]).toEqual([409, { code: 'restart' }]);
});

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** A phone that never had a connection after sign-in, and the file that it made. */
async function bundleFrom(phone: Visitor, keys: webcrypto.CryptoKeyPair, over: Partial<Bundle> = {}): Promise<Bundle> {
  const { deviceId, personId, committeeId } = phone;
  const command = {
    ...{ deviceSeq: 1, commandId: randomUUID(), name: 'committee.found', v: 1, args: founding, touches: [] },
    clientTime: 1_767_900_000_000,
  };
  const photo = { sha256: sha256Of(png()), mime: 'image/png', base64: png().toString('base64') };
  const unsigned = {
    ...({ kind: 'buurtkas_bundle', v: 1, committeeId, deviceId, personId, firstSeq: 1, commands: [command] } as const),
    ...{ epoch: null, photos: [photo], madeAt: '2026-01-10T18:00:00.000Z' },
    ...over,
  };
  const text = new TextEncoder().encode(bundleText(unsigned));
  const signature = Buffer.from(await webcrypto.subtle.sign(algorithm, keys.privateKey, text)).toString('base64');
  return { ...unsigned, signature };
}

/** A phone that signed in with a key and had no connection since, with somebody else to carry its work. */
async function handOver() {
  const { visitor, founder, services } = world;
  const keys = await webcrypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const publicKey = JSON.stringify(await webcrypto.subtle.exportKey('jwk', keys.publicKey));
  const offline = visitor();
  const { url } = await issueFirstLink(services.accounts, 'http://x');
  await offline.signIn({ token: tokenOf(url) }, { publicKey });
  const carrier = await founder();
  const relay = async (payload: object) => {
    const answer = await carrier.ask('POST', '/api/sync/relay', { payload });
    return [answer.statusCode, answer.json()] as const;
  };
  return { offline, carrier, publicKey, relay, bundle: await bundleFrom(offline, keys) };
}

test('[H1] a bundle is taken in from another phone, with its photos, twice', async () => {
  await start();
  const { offline, bundle, relay } = await handOver();
  const light = { ...bundle, photos: bundle.photos.map((photo) => ({ ...photo, base64: '' })) };
  expect(await relay(light)).toEqual([200, { result: 'taken' }]); // ahead of its heavy photos
  expect(await relay(bundle)).toEqual([200, { result: 'taken' }]);
  const page = (await offline.ask('POST', '/api/sync/pull', { payload: freshPull(offline) })).json<PullResponse>();
  const [command] = bundle.commands;
  expect(page.last).toMatchObject({ lastDeviceSeq: 1, outcomes: [{ commandId: command?.commandId }] });
  expect(page.patch.filter(({ t }) => t === 'storedPhoto').map(({ id }) => id)).toEqual([sha256Of(png())]);
});

test('[B7] a bundle that still carries a photo of a destroyed sheet brings its commands, and not the photo', async () => {
  await start();
  const { offline, bundle, relay } = await handOver();
  await relay(bundle);
  offline.pushOf('meeting.open', { meetingId: randomUUID() }); // number 1 is in the bundle
  const [proposalId, sha256] = [randomUUID(), sha256Of(png())];
  const fields = { summary: '', applicant: '', themeShares: [], quarters: [], budgetLines: [], requestedCents: 5 };
  await offline.does('proposal.create', { proposalId, year: 2026, title: 'Feest', kind: 'recurring_event', ...fields });
  const photo = { sha256, originalSha256: sha256, size: 33, mime: 'image/jpeg', width: 4, height: 3 } as const;
  const numbers = { householdsAsked: 3, forCount: 3, againstCount: 0, noOpinionCount: 0, notAtHomeCount: 0 };
  const count = { proposalId, sheetNumber: 1, area: '', ...numbers, photos: [photo], countedOn: '2026-01-10' };
  await offline.does('support.count', count);
  await offline.does('support.destroySheets', { sheetIds: [`${proposalId}:1`], destroyedOn: '2027-03-01' });
  await vi.waitFor(async () => expect(await world.services.blobs.list()).toEqual([]));
  expect(await relay(bundle)).toEqual([200, { result: 'taken' }]);
  expect(await world.services.blobs.list()).toEqual([]);
});

test('[H1] a bundle counts only as it was signed, whatever field was changed', async () => {
  await start();
  const { carrier, bundle, relay, offline } = await handOver();
  const changed = bundle.commands.map((command) => ({ ...command, clientTime: 5 }));
  const tampered: readonly Partial<Bundle>[] = [
    { commands: changed },
    { commands: [] },
    { photos: [{ sha256: 'a'.repeat(64), mime: 'image/png', base64: '' }] },
    { personId: carrier.personId },
    { committeeId: carrier.committeeId },
    { epoch: 'another' },
    { firstSeq: 2 },
    { madeAt: '2026-01-10T18:00:00.001Z' },
    { signature: 'AAAA' },
    { signature: '' },
  ];
  for (const change of tampered) {
    expect(await relay({ ...bundle, ...change })).toEqual([200, { result: 'refused', code: 'wrong_signature' }]);
  }
  // In the name of a device with another key.
  const { deviceId, personId } = carrier;
  expect((await relay({ ...bundle, deviceId, personId }))[1]).toMatchObject({ result: 'unknown_device' });
  expect((await relay({ ...bundle, extra: 1 }))[0]).toBe(400);
  expect((await relay({ ...bundle, commands: [{ ...bundle.commands[0], extra: 1 }] }))[0]).toBe(400);
  const page = (await offline.ask('POST', '/api/sync/pull', { payload: freshPull(offline) })).json<PullResponse>();
  expect(page.last).toMatchObject({ lastDeviceSeq: 0 });
});

test('[H8] what a revoked device made comes in by others, on record and refused', async () => {
  await start();
  const { offline, bundle, relay } = await handOver();
  await world.services.accounts.changeDevice(offline.deviceId, { state: 'revoked' });
  expect(await relay(bundle)).toEqual([200, { result: 'taken' }]);
  const entries = await world.services.store.read((snapshot) => snapshot.logRange(offline.committeeId, 1, 9));
  expect(entries).toMatchObject([{ outcome: 'rejected', code: 'not_permitted', actorId: offline.personId }]);
  expect((await offline.ask('POST', '/api/sync/push', { payload: {} })).statusCode).toBe(403);
});

test('[H9] after a restore the device may be unknown: its work waits with the carrier until it signed in again', async () => {
  await start();
  const { offline, bundle, publicKey, relay } = await handOver();
  const { accounts, database } = world.services;
  const { deviceId, committeeId, personId } = offline;
  await database.write((connection) => connection.raw(`delete from device where id = '${deviceId}'`));
  expect(await relay(bundle)).toEqual([200, { result: 'unknown_device' }]);
  const { token } = await accounts.invite({ kind: 'first', committeeId, personId });
  await offline.signIn({ token }, { publicKey, deviceId });
  expect(await relay(bundle)).toEqual([200, { result: 'taken' }]);
});

test('a bundle is carried by who is signed in, not too often, and not without end', async () => {
  world = await startApp({ relaysPerMinute: 3 });
  const { bundle, relay } = await handOver();
  const stranger = await world.visitor().ask('POST', '/api/sync/relay', { payload: bundle });
  expect(stranger.statusCode).toBe(401);
  expect(
    (await relay({ ...bundle, photos: [{ sha256: 'a'.repeat(64), mime: '', base64: 'A'.repeat(2 ** 24) }] }))[0],
  ).toBe(413);
  await relay(bundle);
  await relay(bundle);
  expect((await relay(bundle))[0]).toBe(429);
});

test('the chair sees what is held and by whom, others their own; only who audits sees the chain', async () => {
  const { founder, member } = await start();
  const anna = await founder();
  const [secretary, treasurer] = [await member(anna, 'secretary'), await member(anna, 'treasurer')];
  const meetingId = randomUUID();
  const early = await secretary.does('meeting.open', { meetingId });
  const held = async (by: Visitor) =>
    (await by.ask('GET', `/api/committees/${anna.committeeId}/held`)).json<{ held: unknown[] }>().held;
  const item = { commandId: early.commandId, code: 'waits_for', waitsFor: `meeting/${meetingId}`, args: { meetingId } };
  expect(await held(anna)).toMatchObject([{ ...item, actorId: secretary.personId, name: 'meeting.open' }]);
  expect(await held(secretary)).toHaveLength(1);
  expect(await held(treasurer)).toEqual([]);
  const log = (by: Visitor) => by.ask('GET', `/api/committees/${anna.committeeId}/log?from=2`);
  expect((await log(secretary)).statusCode).toBe(403);
  const { entries, more } = (await log(treasurer)).json<{ entries: object[]; more: boolean }>();
  expect(more).toBe(false);
  expect(entries).toMatchObject([{ seq: 2 }, { seq: 3 }, { seq: 4, hash: early.hash, code: 'waits_for' }]);
  for (const entry of entries) expect(entry).not.toHaveProperty('args');
});
