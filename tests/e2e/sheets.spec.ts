/** Signature sheets with photos: destroyed once, gone from every device and from the server. */
import { expect, type Page, test } from '@playwright/test';
import { nlTasks } from '../../src/ui/nl/tasks.ts';
import { type DemoWorld, startDemoWorld } from './demo-world.ts';
import { readDevice } from './support/device-data.ts';
import { drawPaper } from './support/photo.ts';
import { readServer, verifyProblems } from './support/server-data.ts';
import { expectSheet } from './support/support.ts';
import { expectAllSent } from './support/sync.ts';
import { goTo } from './support/treasurer.ts';

let world: DemoWorld;

test.beforeAll(async () => {
  world = await startDemoWorld();
});
test.afterAll(async () => {
  await world?.server.remove();
});

const words = nlTasks.destroy;
const sheet = 9; // of no other count in the demo

test('[B7] the photo of a sheet leaves both phones and the server when its paper is destroyed', async ({
  browser,
}, info) => {
  const phoneOf = async (key: 'secretary' | 'chair'): Promise<Page> =>
    world.signIn(await browser.newContext({ viewport: { width: 390, height: 844 } }), key);
  const [secretary, chair] = [await phoneOf('secretary'), await phoneOf('chair')];
  const open = (await world.rows('proposal')).find(({ state, year }) => state === 'submitted' && year === 2026);
  const dossier = `/aanvragen/${open?.id}/draagvlak`;
  const photo = info.outputPath('sheet.jpg');
  await drawPaper(secretary, photo, ['LIJST 9', 'Klosstraat 1', 'Klosstraat 2']);

  await goTo(secretary, `${dossier}/tellen`);
  await secretary.getByLabel('Nummer van de lijst').fill(String(sheet));
  await secretary.locator('input[type=file][capture]').first().setInputFiles(photo);
  await expect(secretary.getByRole('button', { name: 'Foto 1. Bekijk groot' })).toBeVisible();
  await secretary.getByRole('textbox', { name: 'Voor, aantal' }).fill('2');
  await secretary.getByLabel('Huishoudens gevraagd').fill('2');
  await secretary.getByRole('button', { name: 'Leg vast: 2 huishoudens geteld' }).click();
  await secretary.waitForURL(/\/draagvlak$/);
  await expectAllSent(secretary);
  const sha256 = (await readDevice(secretary)).photos[0]?.sha256 ?? '';
  const onServer = async () => (await readServer(world.server.dataDir)).photos.some((one) => one.sha256 === sha256);
  const onPhone = async (page: Page) => (await readDevice(page)).photos.some((one) => one.sha256 === sha256);
  await expect.poll(onServer).toBe(true);
  await goTo(chair, dossier);
  await expectSheet(chair, { sheet, says: 'Iemand anders telde deze lijst', photos: 1 });
  await expect.poll(() => onPhone(chair)).toBe(true);

  await secretary.clock.setFixedTime(new Date('2027-03-02T12:00:00Z'));
  await goTo(secretary, '/taken?taak=sheets_to_destroy:2026');
  await secretary.getByRole('button', { name: words.button }).click();
  await secretary.getByRole('button', { name: words.confirm(1) }).click();
  await expect(secretary.getByText(words.saved)).toBeVisible();
  await expect.poll(() => onPhone(secretary)).toBe(false);
  await expect.poll(onServer).toBe(false);
  await expect(chair.getByRole('article', { name: `Lijst ${sheet}` })).toContainText('vernietigd op 2 maart 2027');
  await expect.poll(() => onPhone(chair)).toBe(false);
  await expectSheet(chair, { sheet, says: 'Iemand anders telde deze lijst', photos: 0 });
  expect(verifyProblems(world.server.dataDir)).toEqual([]);
});
