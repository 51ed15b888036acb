/** An app of today beside one of tomorrow: docs/sync.md, W1-W4. Both programs are real: see tests/domain/nextVersion.ts. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type NoteWithTopic, release } from '../../tests/domain/nextVersion.ts';
import { foundArgs, hashOf, newId, Phone, proposalArgs, Server } from '../../tests/sync/phones.ts';
import { Outdated } from '../sync/ports.ts';
import type { PullResponse } from '../sync/protocol.ts';
import { createReader } from './queries.ts';

let server: Server;
let chair: Phone;
let committeeId: string;
const proposalId = newId();
const afterTest: (() => void)[] = [];

beforeEach(async () => {
  server = new Server();
  committeeId = newId();
  chair = new Phone(server, newId());
  await server.found(committeeId, chair.personId);
  await chair.join(committeeId, 'founder');
  await chair.engine.dispatch(committeeId, 'committee.found', foundArgs);
  await chair.engine.dispatch(committeeId, 'proposal.create', proposalArgs(proposalId));
  await chair.engine.sync(committeeId);
});
afterEach(() => {
  for (const undo of afterTest.splice(0)) undo();
});

const upgrade = (): (() => void) => {
  const undo = release();
  afterTest.push(undo);
  return undo;
};
const note = async (text: string, more: object = {}): Promise<string> => {
  const noteId = newId();
  const saved = await chair.engine.dispatch(committeeId, 'proposalNote.add', { noteId, proposalId, text, ...more });
  expect(saved).toMatchObject({ saved: true });
  return noteId;
};
const shown = (id: string) => createReader(chair.store.db, committeeId).byId('proposalNote', id);
const onServer = (id: string) => server.store.committee(committeeId).rows.get(`proposalNote/${id}`);

test('[W1] what an old app saved before it was upgraded without a connection counts, and looks right at once', async () => {
  chair.traffic.offline = true;
  const old = await note('Van voor de update');
  upgrade();
  chair.engine = chair.tab(); // the app is opened again, still without a connection
  expect(await shown(old)).toMatchObject({
    text: 'Van voor de update',
    topic: 'van voor de onderwerpen',
    pending: true,
  });
  const fresh = await note('Van na de update', { topic: 'geluid' });
  chair.traffic.offline = false;
  await chair.engine.sync(committeeId);
  // The old arguments are brought up to date by the command's own step; the row is new, so in the present shape.
  expect(await shown(old)).toMatchObject({ text: 'Van voor de update', topic: 'algemeen', pending: false });
  expect(await shown(fresh)).toMatchObject({ topic: 'geluid', pending: false });
  const sent = server.log(committeeId).filter(({ name }) => name === 'proposalNote.add');
  expect(sent).toMatchObject([
    { v: 1, outcome: 'applied', args: { text: 'Van voor de update' } },
    { v: 2, outcome: 'applied', args: { text: 'Van na de update', topic: 'geluid' } },
  ]);
});

test('[W1] an old app pushes to a new server for ever', async () => {
  const noteId = newId();
  const command = {
    ...{ deviceSeq: 3, commandId: newId(), name: 'proposalNote.add', v: 1, touches: [], clientTime: 0 },
    args: { noteId, proposalId, text: 'Van een telefoon uit de la' },
  };
  upgrade();
  const { deviceId, personId } = chair;
  const push = { protocol: 0, app: 'van een jaar geleden', deviceId, committeeId, sentAt: 0, commands: [command] };
  const answer = await server.engine.push({ deviceId, personId }, push);
  expect(answer.outcomes).toMatchObject([{ outcome: 'applied' }]);
  expect(onServer(noteId)).toMatchObject({ sv: 2, body: { topic: 'algemeen' } });
});

test('[W2] what only a newer app knows is held with its content, and runs when the server knows it too', async () => {
  const downgrade = upgrade();
  chair.traffic.offline = true;
  const id = await note('Nieuwer dan de server', { topic: 'geluid' });
  downgrade();
  chair.traffic.offline = false;
  await chair.engine.sync(committeeId);
  const [held] = await server.engine.openHeld(committeeId);
  expect(held?.held).toMatchObject({ code: 'unknown_command' });
  expect(held?.entry).toMatchObject({ name: 'proposalNote.add', v: 2, args: { topic: 'geluid' } });
  expect(await chair.read((tx) => tx.inbox.where('committeeId', committeeId))).toMatchObject([
    { outcome: 'held', code: 'unknown_command' },
  ]);
  upgrade();
  expect(await server.engine.redrive(committeeId)).toEqual({ settled: 1, open: 0 });
  await chair.engine.sync(committeeId);
  expect(await shown(id)).toMatchObject({ text: 'Nieuwer dan de server', topic: 'geluid', pending: false });
  expect(await chair.read((tx) => tx.inbox.where('committeeId', committeeId))).toEqual([]);
});

test('[W3] rows of before are read in the present shape on both sides, and stay on the server as they were written', async () => {
  const id = await note('Oud');
  await chair.engine.sync(committeeId);
  upgrade();
  expect(await shown(id)).toMatchObject({ topic: 'van voor de onderwerpen' });
  const second = new Phone(server, chair.personId);
  await second.join(committeeId);
  await second.engine.sync(committeeId);
  const travelled = await second.read((tx) => tx.rows('proposalNote').get([committeeId, id]));
  expect(travelled).toMatchObject({ sv: 2, body: { topic: 'van voor de onderwerpen' } });
  expect(onServer(id)).toMatchObject({ sv: 1 }); // as it was written: the log still gives exactly this
  expect(onServer(id)?.body as NoteWithTopic).not.toHaveProperty('topic');
});

test('[W3] a phone under newer shapes asks once for all rows, with what is pending kept on top', async () => {
  const id = await note('Oud');
  await chair.engine.sync(committeeId);
  upgrade();
  const pending = await note('Onderweg', { topic: 'geluid' });
  const pulls = () => chair.traffic.requests.filter(({ kind }) => kind === 'pull').map(({ body }) => body);
  const before = pulls().length;
  await chair.engine.sync(committeeId);
  await chair.engine.sync(committeeId);
  expect(pulls().slice(before)).toMatchObject([{ cursor: 0 }, { cursor: 4 }]);
  expect(await chair.read((tx) => tx.rows('proposalNote').get([committeeId, id]))).toMatchObject({ sv: 2, pending: 0 });
  expect(await shown(pending)).toMatchObject({ topic: 'geluid', pending: false });
});

test('[W4] a server that shows nothing to so old an app still takes what was made in it, photos too', async () => {
  const bytes = new TextEncoder().encode('een foto').buffer;
  const photo = { sha256: hashOf(bytes), originalSha256: hashOf(bytes), size: bytes.byteLength, width: 1, height: 1 };
  const counted = {
    ...{ proposalId, sheetNumber: 1, area: '', householdsAsked: 5, forCount: 5, againstCount: 0, noOpinionCount: 0 },
    ...{ notAtHomeCount: 0, photos: [{ ...photo, mime: 'image/jpeg' }], countedOn: '2026-03-03' },
  };
  const photos = [{ photo: { ...photo, mime: 'image/jpeg' as const }, bytes, thumbnail: null }];
  expect(await chair.engine.dispatch(committeeId, 'support.count', counted, { photos })).toMatchObject({ saved: true });
  chair.traffic.instead = (kind) => {
    if (kind === 'pull') throw new Outdated('upgrade');
    return undefined;
  };
  await expect(chair.engine.sync(committeeId)).rejects.toBeInstanceOf(Outdated);
  expect(chair.engine.status()).toMatchObject({ online: 'yes', problem: 'upgrade', unsent: { commands: 0 } });
  expect(server.blobs.has(`${committeeId}/${photo.sha256}`)).toBe(true);
  expect(chair.alarms).toEqual([]);
  // The app is brought up to date: everything that was sent meanwhile is settled and nothing came twice.
  chair.traffic.instead = () => undefined;
  await chair.engine.sync(committeeId);
  expect(chair.engine.status()).toMatchObject({ problem: null, unsent: { commands: 0, photos: 0 } });
  expect(server.log(committeeId).filter(({ name }) => name === 'support.count')).toHaveLength(1);
});

test.each([
  ['put', { sv: 1, scope: 'pub', row: { id: 'x' } }],
  ['del', {}],
])(
  '[W4] a kind of row that this app does not know (%s) asks for an update, and everything made here still goes',
  async (op, rest) => {
    const addLater = (answer: unknown) => {
      const { patch, ...more } = answer as PullResponse;
      return { ...more, patch: [...patch, { op, t: 'laterKind', id: 'x', v: more.cursor, ...rest }] };
    };
    chair.traffic.onAnswer = (kind, answer) => (kind === 'pull' ? addLater(answer) : answer);
    const id = await note('Van een oude app');
    await expect(chair.engine.sync(committeeId)).rejects.toBeInstanceOf(Outdated);
    expect(chair.engine.status()).toMatchObject({ online: 'yes', problem: 'upgrade', unsent: { commands: 0 } });
    expect(onServer(id)).toMatchObject({ body: { text: 'Van een oude app' } });
    expect(await shown(id)).toMatchObject({ text: 'Van een oude app' });
    expect([...chair.alarms, ...server.alarms]).toEqual([]);
    chair.traffic.onAnswer = (_, answer) => answer; // the app is brought up to date
    await chair.engine.sync(committeeId);
    expect(await shown(id)).toMatchObject({ pending: false });
  },
);
