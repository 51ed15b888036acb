/** A practice evening leaves nothing behind, and nothing of it leaves the device. The real session, engine and database. */

import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { agendaItemId, rowTypes } from '../domain/rows.ts';
import { clearCurrent, saveCurrent } from './account.ts';
import { beginPractice, endPractice, openSession, type PracticeWords, sessionStore } from './app.ts';
import { databaseName } from './database.ts';
import { askJson } from './net.ts';
import { newId } from './ports.ts';
import { wipeLeftPractice } from './practiceHold.ts';
import { practicePersonId } from './practicePerson.ts';

const words: PracticeWords = {
  ...{ name: 'Oefenwijk', bodyWord: 'commissie', city: 'Oefenstad', you: 'U', meeting: 'Oefenen', place: 'Hier' },
  members: [['Bea', 'secretary']],
  proposals: [['Bankje', 'Bewoners', 60_000]],
};
const [personId, committeeId] = [newId(), newId()];
const account = {
  ...{ personId, deviceId: newId(), deviceName: 'Tablet', committeeId },
  committees: [{ committeeId, name: 'Echt', role: 'founder' as const }],
};
const requests: string[] = [];

beforeEach(async () => {
  vi.stubGlobal('fetch', async (path: string) => {
    requests.push(path);
    throw new TypeError('no connection');
  });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('document', { visibilityState: 'hidden', addEventListener: () => undefined });
  await saveCurrent(account);
  await openSession();
});
afterEach(async () => {
  await clearCurrent(false);
  vi.unstubAllGlobals();
});

async function contentOf(database: Dexie): Promise<Readonly<Record<string, unknown>>> {
  const tables = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const));
  return Object.fromEntries(tables);
}

test('an evening is practised: no row, command, draft or photo in the real database, and no request', async () => {
  const real = sessionStore.getState().opened;
  if (real === null) throw new Error('not signed in');
  const before = await contentOf(real.database);
  await beginPractice(words, '2026-11-26');
  requests.length = 0; // until then the own wijk was open, and may have asked
  const { opened, committeeId: wijk, practice, access } = sessionStore.getState();
  if (opened === null || wijk === null) throw new Error('not practising');
  expect({ practice, role: access?.role }).toEqual({ practice: true, role: 'chair' });
  const rows = opened.reader(wijk);
  const [[meeting], [proposal]] = await Promise.all([rows.all('meeting'), rows.all('proposal')]);
  if (meeting === undefined || proposal === undefined) throw new Error('nothing to practise with');
  expect((await Promise.all(rowTypes.map((type) => rows.all(type)))).flat().some(({ pending }) => pending)).toBe(false);

  const bytes = new TextEncoder().encode('foto').buffer;
  const sha256 = 'ab'.repeat(32);
  const photo = { sha256, originalSha256: sha256, size: 4, mime: 'image/jpeg', width: 2, height: 2 } as const;
  const idea = { text: 'Bank', voice: null, quarter: '', channel: '', heardOf: '', caughtOn: '2026-11-26' };
  const doing = [
    await opened.engine.dispatch(wijk, 'meeting.open', { meetingId: meeting.id }),
    await opened.engine.dispatch(wijk, 'agenda.remove', { itemId: agendaItemId(meeting.id, proposal.id) }),
    await opened.engine.dispatch(
      wijk,
      'idea.add',
      { ideaId: newId(), ...idea, photos: [photo] },
      { photos: [{ photo, bytes, thumbnail: bytes }] },
    ),
  ];
  expect(doing.map(({ saved }) => saved)).toEqual([true, true, true]);
  await opened.drafts.save('decision', { text: 'half' });
  await opened.engine.sync(wijk).catch(() => undefined);
  await expect(askJson('GET', '/api/me')).rejects.toThrow('practising');
  expect(requests).toEqual([]);

  await endPractice();
  expect(await Dexie.exists(databaseName(practicePersonId))).toBe(false);
  const again = sessionStore.getState();
  expect(again).toMatchObject({ practice: false, state: 'ready', personId, committeeId });
  if (again.opened === null) throw new Error('not back');
  expect(await contentOf(again.opened.database)).toEqual(before);
});

test('an evening that was cut off leaves nothing behind: the next start throws it away', async () => {
  await beginPractice(words, '2026-11-26');
  sessionStore.getState().opened?.database.close(); // the tab is gone, and nobody ended the evening
  vi.stubGlobal('navigator', {}); // the browser let go of its lock
  expect(await Dexie.exists(databaseName(practicePersonId))).toBe(true);
  await openSession();
  await vi.waitFor(async () => expect(await Dexie.exists(databaseName(practicePersonId))).toBe(false));
  await endPractice();
});

test('a start in another tab leaves the evening of this one alone', async () => {
  let practising = true;
  vi.stubGlobal('navigator', {
    locks: {
      request: async (_: string, options: LockOptions, body: (lock: Lock | null) => unknown) =>
        body(options.ifAvailable === true && practising ? null : ({} as Lock)),
    },
  });
  await beginPractice(words, '2026-11-26');
  await wipeLeftPractice();
  expect(await Dexie.exists(databaseName(practicePersonId))).toBe(true);
  practising = false;
  sessionStore.getState().opened?.database.close();
  await wipeLeftPractice();
  expect(await Dexie.exists(databaseName(practicePersonId))).toBe(false);
  await endPractice();
});

test('whoever is signed out can practise too, and is signed out after it', async () => {
  await endPractice();
  await clearCurrent(false);
  await beginPractice(words, '2026-11-26');
  expect(sessionStore.getState()).toMatchObject({ state: 'ready', practice: true });
  await endPractice();
  expect(sessionStore.getState()).toMatchObject({ state: 'signed_out', practice: false, opened: null });
});
