/** The server's bad moments. A phone keeps everything, says so in one quiet line, and delivers later, each thing once. */

import { expect } from './support/expect.ts';
import { writeNote } from './support/notes.ts';
import type { Phone } from './support/phone.ts';
import { drawPaper } from './support/photo.ts';
import type { Weather } from './support/proxy.ts';
import { doubledCommands, readServer, rowsOf, verifyProblems } from './support/server-data.ts';
import { countSheet } from './support/support.ts';
import { expectAllSent, expectNoServer, syncBar } from './support/sync.ts';
import { test, type World } from './support/world.ts';

const pushed = 'POST /api/sync/push';

test('[P2] [P4] the server stops in the middle of a push: what it did is not done again, what it did not do comes later', async ({
  world,
}) => {
  const { secretary } = await world.restore();
  const page = await secretary.open(world.dossiers[0]);
  await expectAllSent(page);

  world.wifi.weather = 'cut_in_answer';
  await writeNote(page, 'Gebeld met de school');
  await expectMet(world, pushed);
  await expectNoServer(page, 1);
  await world.goDown();
  await writeNote(page, 'Mail gestuurd');
  await expectNoServer(page, 2);
  expect(await notesOnServer(world)).toEqual(['Gebeld met de school']);

  await world.comeUp();
  world.wifi.weather = 'cut_in_question';
  await tryNow(secretary);
  await expectMet(world, pushed);
  await expectNoServer(page, 2);
  expect(await notesOnServer(world)).toEqual(['Gebeld met de school']);

  await recover(world, secretary);
  expect(await notesOnServer(world)).toEqual(['Gebeld met de school', 'Mail gestuurd']);
});

for (const [weather, words] of [
  ['error_500', 'answers 500'],
  ['login_page', 'is hidden behind a login page that answers 200'],
] as const satisfies readonly (readonly [Weather, string])[]) {
  test(`[P5] the server ${words}: nothing is concluded from it`, async ({ world }) => {
    const { secretary } = await world.restore();
    const page = await secretary.open(world.dossiers[0]);
    await expectAllSent(page);

    world.wifi.weather = weather;
    await writeNote(page, 'Gebeld met de school');
    await expectMet(world, pushed);
    await expectNoServer(page, 1);
    await secretary.go('/toestel');
    await expect(page.getByRole('heading', { name: '1 wijziging staat alleen hier' })).toBeVisible();
    expect(await notesOnServer(world)).toEqual([]);

    await recover(world, secretary);
    expect(await notesOnServer(world)).toEqual(['Gebeld met de school']);
  });
}

test('[S1] the server takes the question and says nothing: nobody waits for it, and the work is safe on the phone', async ({
  world,
}) => {
  const { secretary } = await world.restore();
  const page = await secretary.open(world.dossiers[0]);
  await expectAllSent(page);

  world.wifi.weather = 'silent';
  await writeNote(page, 'Gebeld met de school');
  // What hangs is the push, or a pull that was on its way already and that the push has to wait for.
  await expectMet(world, 'POST /api/sync/');
  await expect(syncBar(page)).toContainText(/1 wijziging (staat alleen )?op dit toestel/);
  // No screen hangs on it: the next one is saved while the first is still under way.
  await writeNote(page, 'Mail gestuurd');
  await expect(syncBar(page)).toContainText(/2 wijzigingen (staan alleen )?op dit toestel/);

  await recover(world, secretary);
  expect(await notesOnServer(world)).toEqual(['Gebeld met de school', 'Mail gestuurd']);
});

test('[B2] the line is cut while a photo goes up: it goes on from where the server is, and arrives whole', async ({
  world,
}, info) => {
  const { volunteer } = await world.restore();
  const page = await volunteer.open();
  await expectAllSent(page);
  const photo = await drawPaper(page, info.outputPath('lijst.jpg'), ['Lijst 1', 'x x x x x x']);
  const count = { sheet: 1, asked: 20, for: 12, against: 3, notAtHome: 5 };

  world.wifi.weather = 'fair';
  world.wifi.photoPartsLeft = 1;
  await countSheet(volunteer, world.dossiers[0] ?? '', count, photo);
  // The command is there; what waits is its photo.
  await expectNoServer(page, 1);
  expect((await readServer(world.server.dataDir)).photos).toEqual([]);
  expect(partsOf(world)[0]).toBe(0);

  await recover(world, volunteer);
  expect(partsOf(world)[0]).toBeGreaterThan(0);
  const data = await readServer(world.server.dataDir);
  const shown = rowsOf(data, 'supportSheet').flatMap(({ photos }) => photos.map(({ sha256 }) => sha256));
  expect(shown).toHaveLength(1);
  expect(data.photos.map(({ sha256 }) => sha256)).toEqual(shown);
});

/** Fair again: everything goes, and the log has each thing once. */
async function recover(world: World, phone: Phone): Promise<void> {
  world.wifi.weather = 'fair';
  await tryNow(phone);
  await expectAllSent(phone.page);
  const data = await readServer(world.server.dataDir);
  expect(doubledCommands(data)).toEqual([]);
  expect(data.log.filter(({ outcome }) => outcome !== 'applied')).toEqual([]);
  expect(verifyProblems(world.server.dataDir)).toEqual([]);
  expect(phone.problems).toEqual([]);
}

/** From where the parts of photos came that were sent in this weather. */
function partsOf(world: World): readonly number[] {
  return world.wifi.met.filter((one) => one.startsWith('PATCH ')).map((one) => Number(one.split(' from ')[1]));
}

/** What somebody does who does not want to wait until the phone tries again by itself. */
async function tryNow(phone: Phone): Promise<void> {
  await phone.go('/toestel');
  await phone.page.getByRole('button', { name: 'Probeer nu te versturen' }).click();
}

/** The fault really came: a phone asked this while the weather was bad. */
async function expectMet(world: World, request: string): Promise<void> {
  await expect.poll(() => world.wifi.met.filter((one) => one.startsWith(request)).length).toBeGreaterThan(0);
}

async function notesOnServer(world: World): Promise<readonly string[]> {
  return rowsOf(await readServer(world.server.dataDir), 'proposalNote')
    .map(({ text }) => text)
    .sort();
}
