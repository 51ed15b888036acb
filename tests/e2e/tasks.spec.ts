/** Tasks with an owner, taken and handed over where there is no connection. */
import { expect, type Page, test } from '@playwright/test';
import { nlTasks } from '../../src/ui/nl/tasks.ts';
import { type DemoWorld, startDemoWorld } from './demo-world.ts';
import { expectAllSent, expectNoServer } from './support/sync.ts';
import { goTo } from './support/treasurer.ts';

let world: DemoWorld;

test.beforeAll(async () => {
  world = await startDemoWorld();
});
test.afterAll(async () => {
  await world?.server.remove();
});

const text = 'Vraag de gemeente om dranghekken';
const note = 'Bel met de balie, zij weten ervan';

test('[S13] a task that is written down and handed over offline is the other one’s after both met the server', async ({
  browser,
}) => {
  const phoneOf = async (key: 'secretary' | 'chair'): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await world.signIn(context, key);
    // From here on the pages of the app are on the phone too.
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    return page;
  };
  const [secretary, chair] = [await phoneOf('secretary'), await phoneOf('chair')];
  await expectAllSent(secretary);
  await world.server.stop();

  await goTo(secretary, '/taken?doe=nieuw');
  await secretary.getByLabel(nlTasks.form.text).fill(text);
  await secretary.getByRole('button', { name: nlTasks.form.add }).click();
  await secretary.getByRole('link', { name: text }).click();
  await secretary.getByRole('link', { name: nlTasks.hand.title }).click();
  await secretary.getByLabel(nlTasks.hand.to).selectOption({ label: 'Marga Hoekstra' });
  await secretary.getByLabel(nlTasks.hand.note).fill(note);
  await secretary.getByRole('button', { name: nlTasks.hand.send }).click();
  await expectNoServer(secretary, 2);

  await world.server.start();
  for (const page of [secretary, chair]) {
    await goTo(page, '/toestel');
    await page.getByRole('button', { name: 'Probeer nu te versturen' }).click();
    await expectAllSent(page);
  }
  await goTo(chair, '/taken');
  await chair.getByRole('link', { name: text }).click();
  await expect(chair.getByText(note)).toBeVisible();
  await expect(chair.getByText(nlTasks.one.handed('Yusuf Aydin'))).toBeVisible();

  await chair.getByRole('button', { name: nlTasks.one.done }).click();
  const { chair: ownerId, secretary: handedBy } = world.demo.personIds;
  const onServer = async () => (await world.rows('task')).find(({ written }) => written?.text === text);
  await expect.poll(onServer).toMatchObject({ ownerId, note, handedBy, doneBy: ownerId });
});
