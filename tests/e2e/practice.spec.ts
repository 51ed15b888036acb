/** A practice evening leaves nothing on the device: not when it is ended, and not when the tab is gone in the middle. */
import { expect, type Page, test } from '@playwright/test';
import { practicePersonId } from '../../src/store/practicePerson.ts';
import { type DemoWorld, startDemoWorld } from './demo-world.ts';
import { readDevice } from './support/device-data.ts';

let world: DemoWorld;
test.beforeAll(async () => {
  world = await startDemoWorld();
});
test.afterAll(() => world?.server.remove());

const bar = (page: Page) => page.getByRole('region', { name: 'Oefening' });
const isLeft = (page: Page): Promise<boolean> =>
  page.evaluate(
    async (name) => (await indexedDB.databases()).some((one) => one.name === name),
    `buurtkas-${practicePersonId}`,
  );

async function practise(page: Page): Promise<void> {
  await page.goto(`${world.server.url}/oefenen`);
  await page.getByRole('button', { name: 'Begin met oefenen' }).click();
  await expect(bar(page)).toBeVisible();
}

test('a tab that is closed in the middle leaves nothing behind, and one that practises is left alone', async ({
  context,
}) => {
  const own = await world.signIn(context, 'secretary');
  const before = await readDevice(own);
  await practise(own);
  await own.goto(`${world.server.url}/`);
  await expect(bar(own)).toHaveCount(0);
  await expect.poll(() => isLeft(own), { message: 'a reload ends the evening' }).toBe(false);

  const first = await context.newPage();
  await practise(first);
  await own.reload();
  await expect(own.getByRole('heading', { level: 1 })).toBeVisible();
  await first.getByRole('link', { name: 'Naar de vergadering' }).click();
  await first.getByRole('link', { name: 'Bekijk de agenda' }).click();
  await first.getByRole('button', { name: 'Open de vergadering' }).click();
  await expect(bar(first)).toBeVisible();
  expect(await isLeft(own), 'the other tab still practises').toBe(true);

  const second = await context.newPage();
  await practise(second);
  await expect(bar(first), 'one tab at a time').toHaveCount(0);
  await expect(first.getByText('Er is een nieuwe versie')).toHaveCount(0);
  await expect(bar(second)).toBeVisible();
  await first.close();

  await second.close({ runBeforeUnload: false });
  await own.reload();
  await expect.poll(() => isLeft(own)).toBe(false);
  const after = await readDevice(own);
  expect([after.outbox, after.drafts]).toEqual([before.outbox, before.drafts]);
  expect(after.rows.length).toBe(before.rows.length);
});

test('ending it gives back the own wijk at once', async ({ context }) => {
  const page = await world.signIn(context, 'chair');
  await practise(page);
  await page.getByRole('button', { name: 'Stop met oefenen' }).click();
  await expect(bar(page)).toHaveCount(0);
  expect(await isLeft(page)).toBe(false);
});
