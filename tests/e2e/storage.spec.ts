/** What browsers do to the storage of a phone: clear it, copy it, keep it closed, and run on a wrong clock. Each with its sentence
 *  and its way out (docs/sync.md, H3, P2, promise 9). */
import { AlarmJournal } from '../../server/alarms.ts';
import { expect } from './support/expect.ts';
import { writeNote } from './support/notes.ts';
import { doubledCommands, personIdOf, readServer, rowsOf, verifyProblems } from './support/server-data.ts';
import { expectAllSent, expectOffline } from './support/sync.ts';
import { people, test, type World } from './support/world.ts';

const notesOnServer = async (world: World): Promise<readonly string[]> =>
  rowsOf(await readServer(world.server.dataDir), 'proposalNote')
    .map(({ text }) => text)
    .sort();

test('[H3] the browser cleared the storage: the person hears what had arrived and when, and can go on', async ({
  world,
}) => {
  const { secretary } = await world.restore();
  const page = await secretary.open(world.dossiers[0]);
  await writeNote(page, 'Van voor het wissen');
  await expectAllSent(page);
  await expect.poll(async () => rowsOf(await readServer(world.server.dataDir), 'proposalNote').length).toBe(1);
  const person = personIdOf(await readServer(world.server.dataDir), people.secretary);
  const mine = (await readServer(world.server.dataDir)).log.filter(({ actorId }) => actorId === person);
  const devtools = await page.context().newCDPSession(page);
  await page.goto('about:blank');
  await devtools.send('Storage.clearDataForOrigin', { origin: world.wifi.url, storageTypes: 'indexeddb' });

  await secretary.go('/');
  const note = page.getByText('De browser heeft de gegevens op dit toestel gewist.');
  await expect(note).toContainText(
    mine.length === 1
      ? 'kwam 1 handeling van dit toestel aan'
      : `kwamen ${mine.length} handelingen van dit toestel aan`,
  );
  await expect(note).toContainText(', de laatste: ');
  await secretary.go(world.dossiers[0] ?? '');
  await expect(page.getByText('Van voor het wissen', { exact: true })).toBeVisible();
  await writeNote(page, 'Van erna');
  await expectAllSent(page);
  await secretary.go('/toestel');
  await expect(note).toBeVisible();
  await page.getByRole('button', { name: 'Ik heb het gezien' }).click();
  await expect(note).toBeHidden();
  await secretary.go('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(note).toBeHidden();
  expect(await notesOnServer(world)).toEqual(['Van erna', 'Van voor het wissen']);
  expect(verifyProblems(world.server.dataDir)).toEqual([]);
  expect(secretary.problems).toEqual([]);
});

test('[P1] a kill in the middle of a write of the browser: what was saved before and after it stays', async ({
  world,
}) => {
  const { secretary } = await world.restore();
  await secretary.open(world.dossiers[0]);
  await secretary.readyForOffline();
  await world.goDown();
  const texts = ['Van voor de knal', 'Na de eerste knal', 'Na de tweede knal'];
  for (const [at, text] of texts.entries()) {
    await writeNote(await secretary.go(world.dossiers[0] ?? ''), text);
    await expectOffline(secretary.page, at + 1);
    await secretary.kill();
    secretary.tearLogs([1_000, 30_000][at % 2] ?? 0); // what comes behind is taken for damaged, or for a part of it
    await secretary.open(world.dossiers[0]);
    for (const saved of texts.slice(0, at + 1)) {
      await expect(secretary.page.getByText(saved, { exact: true })).toBeVisible();
    }
  }

  await world.comeUp();
  await expectAllSent(secretary.page);
  expect(await notesOnServer(world)).toEqual(texts.toSorted());
  expect(secretary.problems).toEqual([]);
});

test('[P2] a profile that was copied to another phone: both go on, everything of both arrives once', async ({
  world,
}, info) => {
  test.setTimeout(120_000);
  const { volunteer } = await world.restore();
  const page = await volunteer.open(world.dossiers[0]);
  await writeNote(page, 'Van voor de kopie');
  await expectAllSent(page);
  await volunteer.close();
  const clone = volunteer.copyTo(info.outputPath('clone'));
  await world.goDown();

  const first = await volunteer.open(world.dossiers[0]);
  await writeNote(first, 'Van het eerste toestel');
  await expectOffline(first, 1);
  const second = await clone.open(world.dossiers[0]);
  await writeNote(second, 'Van de kopie');
  await writeNote(second, 'Nog een van de kopie');
  await expectOffline(second, 2);

  await world.comeUp();
  for (const phone of [volunteer, clone]) {
    await phone.go('/toestel');
    await expectAllSent(phone.page);
  }
  await writeNote(await volunteer.go(world.dossiers[0] ?? ''), 'En weer van het eerste');
  await expectAllSent(first);
  await clone.close();

  const all = ['En weer van het eerste', 'Nog een van de kopie', 'Van de kopie', 'Van het eerste toestel'];
  expect(await notesOnServer(world)).toEqual([...all, 'Van voor de kopie']);
  expect(doubledCommands(await readServer(world.server.dataDir))).toEqual([]);
  expect(verifyProblems(world.server.dataDir)).toEqual([]);
  expect(new AlarmJournal(world.server.dataDir).counts(1)['forked']).toBeGreaterThan(0);
  expect([...volunteer.problems, ...clone.problems]).toEqual([]);
});

test('a database that another window keeps closed: after five seconds a sentence, and the way out works', async ({
  world,
}) => {
  const { secretary } = await world.restore();
  const page = await secretary.open(world.dossiers[0]);
  await writeNote(page, 'Bewaard');
  await expectAllSent(page);
  const other = await page.context().newPage();
  await other.goto(`${world.wifi.url}/api/version`);
  await page.goto('about:blank');
  // Holds the database open and waits for an upgrade that can never begin: whoever opens it now waits behind that.
  await other.evaluate(async () => {
    const databases = await indexedDB.databases();
    const { name = '', version = 1 } = databases.find((one) => /^buurtkas-[0-9a-f-]{36}$/.test(one.name ?? '')) ?? {};
    const opening = indexedDB.open(name);
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const upgrade = indexedDB.open(name, version + 10);
    await new Promise((resolve) => {
      upgrade.onblocked = resolve;
    });
  });

  await secretary.go('/');
  await expect(page.getByRole('heading', { name: 'Buurtkas kan niet bij de gegevens op dit toestel' })).toBeVisible();
  await expect(page.getByText('Sluit alle andere vensters en tabbladen van Buurtkas.')).toBeVisible();
  await other.close();
  await page.getByRole('button', { name: 'Open opnieuw' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await secretary.go(world.dossiers[0] ?? '');
  await expect(page.getByText('Bewaard', { exact: true })).toBeVisible();
  expect(secretary.problems).toEqual([]);
});

for (const [words, years] of [
  ['five years ahead', 5],
  ['ten years behind', -10],
] as const) {
  test(`[T1] a clock that is ${words} changes no order and no time on the server, and the person hears of it`, async ({
    world,
  }) => {
    const { volunteer } = await world.restore();
    const page = await volunteer.open('/');
    await page.addInitScript(
      (ms) => {
        const real = Date;
        const now = () => real.now() + ms;
        // The whole page lives at that time, our code too.
        globalThis.Date = class extends real {
          constructor(...parts: [] | [string]) {
            if (parts.length === 0) super(now());
            else super(...parts);
          }
          static override now = now;
        } as DateConstructor;
      },
      years * 365 * 24 * 3_600_000,
    );
    await volunteer.go(world.dossiers[0] ?? '');
    await writeNote(page, 'Van een andere tijd');
    await expectAllSent(page);
    const notes = async () => rowsOf(await readServer(world.server.dataDir), 'proposalNote');
    await expect.poll(async () => (await notes()).length).toBe(1);
    const [note] = await notes();
    expect(Math.abs(Date.parse(note?.at ?? '') - Date.now())).toBeLessThan(60_000);
    await volunteer.go('/toestel');
    await expect(page.getByText(/^De klok van dit toestel loopt/)).toContainText(years > 0 ? 'voor.' : 'achter.');
    expect(volunteer.problems).toEqual([]);
  });
}
