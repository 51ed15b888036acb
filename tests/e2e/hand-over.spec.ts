/** Two phones without internet: work goes from one to the other by file and by camera, and each thing is on the server
 *  once, whoever brought it (docs/sync.md, H1-H11). */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect } from './support/expect.ts';
import { filmCodes } from './support/fake-camera.ts';
import { writeNote } from './support/notes.ts';
import type { Phone } from './support/phone.ts';
import { doubledCommands, readServer, rowsOf, verifyProblems } from './support/server-data.ts';
import { expectAllSent, expectOffline } from './support/sync.ts';
import { test, type World } from './support/world.ts';

test('[H1] [H4] [H11] one gives by file, the other by code; whoever comes online brings both, and nothing is doubled', async ({
  world,
}, info) => {
  const { secretary, otherSecretary } = await world.restore();
  for (const phone of [secretary, otherSecretary]) {
    const page = await phone.open(world.dossiers[0]);
    await expectAllSent(page);
    await phone.readyForOffline();
  }
  await world.goDown();
  await writeNote(secretary.page, 'Sjoerd belde met de school');
  await writeNote(otherSecretary.page, 'Willem sprak de buren');

  // Sjoerd's work to Willem, by file.
  const file = info.outputPath('van-sjoerd.json');
  await secretary.go('/toestel');
  await secretary.page.getByRole('link', { name: 'Geef door aan een ander toestel' }).click();
  const saved = secretary.page.waitForEvent('download');
  await secretary.page.getByRole('button', { name: 'Bewaar het bestand' }).click();
  await (await saved).saveAs(file);
  await takeFile(otherSecretary, file);
  await expect(otherSecretary.page.getByText('Van Sjoerd, nog niet bevestigd')).toBeVisible();

  // Willem's work to Sjoerd, by his camera.
  await otherSecretary.go('/toestel/doorgeven');
  await otherSecretary.page.getByRole('button', { name: 'Toon de codes' }).click();
  const film = info.outputPath('codes.y4m');
  await filmCodes(otherSecretary.page, film, 8);
  await secretary.close();
  const withCamera = world.withCamera(secretary, film);
  const page = await withCamera.open('/toestel/overnemen');
  await expectOffline(page, 1);
  await page.getByRole('button', { name: 'Zet de camera aan' }).click();
  await expect(page.getByText('Het is overgenomen.')).toBeVisible();
  await expect(page.getByText('Van Willem, nog niet bevestigd')).toBeVisible();
  await withCamera.close();

  // Willem meets the internet first.
  await world.comeUp();
  await otherSecretary.go('/toestel');
  await otherSecretary.page.getByRole('button', { name: 'Probeer nu te versturen' }).click();
  await expectAllSent(otherSecretary.page);
  await expect.poll(() => notesOnServer(world)).toEqual(['Sjoerd belde met de school', 'Willem sprak de buren']);
  await expect(otherSecretary.page.getByText('Van Sjoerd, nog niet bevestigd')).toBeHidden();

  // And then Sjoerd, with his own work and Willem's.
  await withCamera.open('/toestel');
  await expectAllSent(withCamera.page);
  await expect(withCamera.page.getByText('Van Willem, nog niet bevestigd')).toBeHidden();
  const data = await readServer(world.server.dataDir);
  expect(await notesOnServer(world)).toHaveLength(2);
  expect(doubledCommands(data)).toEqual([]);
  expect(data.log.filter(({ outcome }) => outcome !== 'applied')).toEqual([]);
  expect(verifyProblems(world.server.dataDir)).toEqual([]);
  expect([...withCamera.problems, ...otherSecretary.problems]).toEqual([]);
});

test('[H10] what is changed on the way, what is our own and what is no work says so, and takes nothing away', async ({
  world,
}, info) => {
  const { secretary, otherSecretary, page } = await unsentNote(world);
  await secretary.go('/toestel/doorgeven');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar het bestand' }).click();
  const file = info.outputPath('van-sjoerd.json');
  await (await saved).saveAs(file);
  await takeFile(secretary, file, 'Dit is van dit toestel zelf.');
  await takeFile(otherSecretary, Buffer.from('{"hallo":1}'), 'Dit is geen werk uit Buurtkas.');
  await takeFile(otherSecretary, Buffer.from(readFileSync(file, 'utf8').replace('Gebeld', 'Gemaild')));

  world.wifi.weather = 'fair';
  await otherSecretary.go('/toestel');
  await otherSecretary.page.getByRole('button', { name: 'Probeer nu te versturen' }).click();
  await expect(otherSecretary.page.getByText('het is veranderd of niet heel')).toBeVisible();
  await otherSecretary.page.getByRole('button', { name: 'Haal weg: werk van Sjoerd' }).click();
  await expect(otherSecretary.page.getByText('Van Sjoerd, nog niet bevestigd')).toBeHidden();
  await secretary.go('/toestel');
  await page.getByRole('button', { name: 'Probeer nu te versturen' }).click();
  await expectAllSent(page);
  await expect.poll(() => notesOnServer(world)).toEqual(['Gebeld met de school']);
});

test('[H1] the share sheet of a phone gets the work as text, and the other phone takes that in', async ({
  world,
}, info) => {
  const { secretary, otherSecretary, page } = await unsentNote(world);
  await secretary.go('/toestel');
  // As Chrome on Android does it: there is a sheet for files, and it refuses most kinds.
  await page.evaluate(() => {
    navigator.canShare = () => true;
    navigator.share = async (data) => {
      const [file] = data?.files ?? [];
      if (file === undefined || !/\.txt$/.test(file.name)) throw new DOMException('', 'NotAllowedError');
      sessionStorage.setItem('shared', await file.text());
    };
  });
  await page.getByRole('link', { name: 'Geef door aan een ander toestel' }).click();
  await page.getByRole('button', { name: 'Deel het bestand' }).click();
  const shared = () => page.evaluate(() => sessionStorage.getItem('shared'));
  await expect.poll(shared).not.toBeNull();
  const file = info.outputPath('van-sjoerd.txt');
  writeFileSync(file, (await shared()) ?? '');
  await takeFile(otherSecretary, file);
  await secretary.close();
  world.wifi.weather = 'fair';
  await otherSecretary.go('/toestel');
  await otherSecretary.page.getByRole('button', { name: 'Probeer nu te versturen' }).click();
  await expect.poll(() => notesOnServer(world)).toEqual(['Gebeld met de school']);
});

test('without a camera, or leave to use it, the file is what is left', async ({ world }) => {
  const { secretary } = await world.restore();
  const page = await secretary.open('/toestel/overnemen');
  await page.getByRole('button', { name: 'Zet de camera aan' }).click();
  await expect(page.getByRole('alert')).toContainText('gebruik een bestand', { ignoreCase: true });
  const refuse = (name: string) =>
    page.evaluate((error) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', error));
    }, name);
  await refuse('NotAllowedError');
  await page.getByRole('button', { name: 'Zet de camera aan' }).click();
  await expect(page.getByRole('alert')).toContainText('Buurtkas mag de camera niet gebruiken.');
  await refuse('NotReadableError');
  await page.getByRole('button', { name: 'Zet de camera aan' }).click();
  await expect(page.getByRole('alert')).toContainText('De camera doet het nu niet.');
  expect(secretary.problems).toEqual([]);
});

async function takeFile(phone: Phone, file: string | Buffer, says = 'Het is overgenomen.'): Promise<void> {
  const page: Page = await phone.go('/toestel/overnemen');
  const given = typeof file === 'string' ? file : { name: 'a.json', mimeType: 'application/json', buffer: file };
  await page.locator('input[type=file]').setInputFiles(given);
  await expect(page.getByText(says)).toBeVisible();
}

async function notesOnServer(world: World): Promise<readonly string[]> {
  return rowsOf(await readServer(world.server.dataDir), 'proposalNote')
    .map(({ text }) => text)
    .sort();
}

/** On the phone of one secretary while the server fails; the other one is there too. */
async function unsentNote(world: World) {
  const { secretary, otherSecretary } = await world.restore();
  const page = await secretary.open(world.dossiers[0]);
  await otherSecretary.open();
  await expectAllSent(page);
  world.wifi.weather = 'error_500';
  await writeNote(page, 'Gebeld met de school');
  return { secretary, otherSecretary, page };
}
