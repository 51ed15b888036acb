/** The app's own transport and engine against the real routes, over SQLite: what one side writes the other reads. */
import { afterEach, expect, test, vi } from 'vitest';
import { issueFirstLink } from '../../server/firstLink.ts';
import { startApp, type TestApp, tokenOf, type Visitor } from '../../server/testApp.ts';
import { foundArgs, hashOf, newId, proposalArgs, today } from '../../tests/sync/phones.ts';
import type { Role } from '../domain/rows.ts';
import { createEngine } from '../sync/engine.ts';
import { adoptDevice, join } from '../sync/meta.ts';
import { SignedOut } from '../sync/ports.ts';
import { createDexieStore } from './dexieStore.ts';
import { publicKey } from './keys.ts';
import { createPorts } from './ports.ts';

let world: TestApp;
let speaker: Visitor | undefined; // whose cookie the next request carries
afterEach(async () => {
  vi.unstubAllGlobals();
  await world.close();
});

async function start(): Promise<void> {
  world = await startApp();
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const payload = init.body instanceof ArrayBuffer ? Buffer.from(init.body) : (init.body ?? undefined);
    const headers = (init.headers ?? {}) as Record<string, string>;
    const method = (init.method ?? 'GET') as 'GET';
    const answer = await speaker?.ask(method, url, {
      headers,
      ...(payload === undefined ? {} : { payload: payload as string }),
    });
    if (answer === undefined) throw new TypeError('nobody speaks');
    const body = answer.statusCode === 204 ? null : new Uint8Array(answer.rawPayload);
    return new Response(body, { status: answer.statusCode, headers: answer.headers as Record<string, string> });
  });
}

async function phone(token: string) {
  const visitor = world.visitor();
  const deviceId = newId();
  const signed = await visitor.signIn({ token }, { deviceId, publicKey: await publicKey() });
  expect(signed.statusCode).toBe(200);
  const { personId, committeeId } = visitor;
  const founding = signed.json<{ founding: string | null }>().founding === committeeId;
  const store = createDexieStore(newId());
  const access = founding ? ({ personId, role: 'founder', proposalIds: [], v: 0 } as const) : null;
  await store.write((tx) => adoptDevice(tx, { deviceId, personId, name: 'phone' }));
  await store.write((tx) => join(tx, committeeId, access));
  const engine = createEngine(createPorts(store, 'test'), { personId, deviceId });
  const as = async <T>(body: () => Promise<T>): Promise<T> => {
    speaker = visitor;
    return body();
  };
  return {
    visitor,
    store,
    engine,
    committeeId,
    personId,
    deviceId,
    as,
    sync: () => as(() => engine.sync(committeeId)),
  };
}
type TestPhone = Awaited<ReturnType<typeof phone>>;

async function founded(): Promise<TestPhone> {
  await start();
  const chair = await phone(tokenOf((await issueFirstLink(world.services.accounts, 'http://x')).url));
  await chair.engine.dispatch(chair.committeeId, 'committee.found', foundArgs);
  await chair.sync();
  return chair;
}

async function invited(chair: TestPhone, role: Role): Promise<TestPhone> {
  const { committeeId } = chair;
  const personId = newId();
  await chair.engine.dispatch(committeeId, 'member.add', { personId, name: role, role, proposalIds: [] });
  await chair.sync();
  const invite = await chair.visitor.ask('POST', '/api/invites', { payload: { committeeId, personId } });
  const member = await phone(tokenOf(invite.json<{ url: string }>().url));
  await member.sync();
  return member;
}

/** 1 × 1 pixel. */
const jpeg = Uint8Array.from(
  atob(
    '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
  ),
  (char) => char.charCodeAt(0),
).buffer;

async function countWithPhoto(from: TestPhone) {
  const { committeeId, engine } = from;
  const proposalId = newId();
  await engine.dispatch(committeeId, 'proposal.create', proposalArgs(proposalId));
  const sha256 = hashOf(jpeg);
  const photo = {
    sha256,
    originalSha256: sha256,
    size: jpeg.byteLength,
    mime: 'image/jpeg',
    width: 1,
    height: 1,
  } as const;
  const numbers = { householdsAsked: 10, forCount: 6, againstCount: 1, noOpinionCount: 1, notAtHomeCount: 2 };
  const count = { proposalId, sheetNumber: 1, area: 'Klosplein', ...numbers, photos: [photo], countedOn: today };
  const saved = await engine.dispatch(committeeId, 'support.count', count, {
    photos: [{ photo, bytes: jpeg, thumbnail: null }],
  });
  expect(saved.saved).toBe(true);
  return { sha256, shownBy: `supportSheet/${proposalId}:1` } as const;
}

test('[P2] [U1] what one phone saves, the other shows; both hold the same rows', async () => {
  const chair = await founded();
  const secretary = await invited(chair, 'secretary');
  const { committeeId } = chair;
  const id = newId();
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(id));
  await secretary.sync();
  await chair.sync();
  const row = await chair.store.read((tx) => tx.rows('proposal').get([committeeId, id]));
  expect(row).toMatchObject({ pending: 0, body: { title: 'Buurtfeest' } });
  const digests = await Promise.all(
    [chair, secretary].map(({ store }) => store.read(async (tx) => (await tx.meta.get(committeeId))?.digest)),
  );
  expect(digests[0]).toBe(digests[1]);
});

test('[B1] [B3] [B4] a photo goes up in chunks, may be freed after the pull, and comes down for whoever sees its row', async () => {
  const chair = await founded();
  const { committeeId } = chair;
  const { sha256, shownBy } = await countWithPhoto(chair);
  await chair.sync();
  const blob = await chair.store.read((tx) => tx.blobs.get([committeeId, sha256]));
  expect(blob).toMatchObject({ state: 'stored' });
  expect(await chair.engine.freeSpace()).toBe(blob?.size);
  const secretary = await invited(chair, 'secretary');
  const bytes = await secretary.as(() => secretary.engine.photo(committeeId, sha256, shownBy));
  expect(hashOf(bytes)).toBe(sha256);
  await expect(chair.as(() => chair.engine.photo(committeeId, sha256, 'receipt/none'))).rejects.toThrow('not_found');
});

test('[H1] a signed bundle is taken from another phone, its photos too; a changed one is not', async () => {
  const chair = await founded();
  const secretary = await invited(chair, 'secretary');
  const { committeeId } = chair;
  const { sha256 } = await countWithPhoto(secretary);
  const bundle = await secretary.engine.exportBundle(committeeId);
  const forged = { ...bundle, commands: bundle.commands.map((command) => ({ ...command, clientTime: 1 })) };
  await chair.engine.importBundle(forged);
  await chair.sync();
  expect(await chair.store.read((tx) => tx.relay.all())).toMatchObject([{ problem: 'wrong_signature' }]);
  expect(await chair.store.read((tx) => tx.rows('supportSheet').all())).toEqual([]);
  await chair.engine.importBundle(JSON.parse(JSON.stringify(bundle)));
  await chair.sync();
  await chair.sync();
  expect(await chair.store.read((tx) => tx.relay.all())).toHaveLength(1);
  expect(await chair.store.read((tx) => tx.rows('supportSheet').all())).toHaveLength(1);
  expect(await chair.store.read((tx) => tx.rows('storedPhoto').all())).toMatchObject([{ id: sha256 }]);
  await secretary.sync();
  expect(await secretary.store.read((tx) => tx.outbox.all())).toEqual([]);
  expect(await secretary.store.read((tx) => tx.blobs.get([committeeId, sha256]))).toMatchObject({ state: 'stored' });
});

test('[V2] a device that was signed out from elsewhere shows nothing any more and keeps what is unsent', async () => {
  const chair = await founded();
  const secretary = await invited(chair, 'secretary');
  const { committeeId } = chair;
  await secretary.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  const answer = await chair.visitor.ask('DELETE', `/api/devices/${secretary.deviceId}`, { payload: {} });
  expect(answer.statusCode).toBeLessThan(300);
  await expect(secretary.sync()).rejects.toBeInstanceOf(SignedOut);
  expect(secretary.engine.status().problem).toBe('revoked');
  await secretary.store.read(async (tx) => {
    expect(await tx.rows('member').all()).toEqual([]);
    expect(await tx.outbox.all()).toHaveLength(1);
  });
});

test('without a session every request says so and nothing is lost', async () => {
  const chair = await founded();
  const { committeeId } = chair;
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(newId()));
  chair.visitor.cookie = '';
  await expect(chair.sync()).rejects.toBeInstanceOf(SignedOut);
  expect(chair.engine.status()).toMatchObject({ problem: 'signed_out', unsent: { commands: 1 } });
});
