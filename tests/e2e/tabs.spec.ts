/** More than one window of the app on one phone (promise 9): locks are politeness, nothing waits for one that sleeps. */
import type { Page } from '@playwright/test';
import { readDevice } from './support/device-data.ts';
import { expect } from './support/expect.ts';
import { writeNote } from './support/notes.ts';
import { doubledCommands, readServer, rowsOf, verifyProblems } from './support/server-data.ts';
import { expectAllSent } from './support/sync.ts';
import { test, type World } from './support/world.ts';

const notesOnServer = async (world: World): Promise<readonly string[]> =>
  rowsOf(await readServer(world.server.dataDir), 'proposalNote')
    .map(({ text }) => text)
    .sort();

/** Chromium's own freezing of a tab in the background. */
async function lifecycle(page: Page, state: 'frozen' | 'active'): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setWebLifecycleState', { state });
}

test('[I17] a frozen tab that holds the lock stops nobody: the other one saves and sends', async ({ world }) => {
  test.setTimeout(120_000);
  const { secretary } = await world.restore();
  const frozen = await secretary.open(world.dossiers[0]);
  await writeNote(frozen, 'Van de eerste tab');
  await expectAllSent(frozen);
  // As if it fell asleep in the middle of a round.
  const [lock] = await frozen.evaluate(async () => {
    const name = await new Promise<string>((resolve) => {
      const request = navigator.locks.request.bind(navigator.locks);
      navigator.locks.request = ((wanted: string, ...rest: [never]) => {
        resolve(wanted);
        return request(wanted, ...rest);
      }) as typeof navigator.locks.request;
      dispatchEvent(new Event('online')); // makes the app begin a round
    });
    void navigator.locks.request(name, () => new Promise(() => undefined));
    while (!(await navigator.locks.query()).held?.some((one) => one.name === name)) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return [name];
  });
  expect(lock).toMatch(/^sync:/);
  const tab = await secretary.page.context().newPage();
  await lifecycle(frozen, 'frozen');
  await tab.goto(`${world.wifi.url}${world.dossiers[0]}`);
  await writeNote(tab, 'Terwijl de eerste slaapt');
  await expect.poll(() => notesOnServer(world), { timeout: 90_000, intervals: [1_000] }).toHaveLength(2);

  await lifecycle(frozen, 'active');
  await expect(frozen.getByText('Terwijl de eerste slaapt', { exact: true })).toBeVisible();
  await writeNote(frozen, 'Weer wakker');
  await expect.poll(() => notesOnServer(world), { timeout: 90_000, intervals: [1_000] }).toHaveLength(3);
  expect(doubledCommands(await readServer(world.server.dataDir))).toEqual([]);
  expect(verifyProblems(world.server.dataDir)).toEqual([]);
  expect(secretary.problems).toEqual([]);
});

test('[S5] two tabs that save at the same time take different numbers, and both see all of it', async ({ world }) => {
  const { secretary } = await world.restore();
  const one = await secretary.open(world.dossiers[0]);
  const two = await one.context().newPage();
  await two.goto(`${world.wifi.url}${world.dossiers[0]}`);
  for (const n of [1, 2, 3]) {
    await Promise.all([writeNote(one, `Een ${n}`), writeNote(two, `Twee ${n}`)]);
  }
  await expect.poll(() => notesOnServer(world)).toHaveLength(6);
  for (const page of [one, two]) {
    await expectAllSent(page);
    for (const n of [1, 2, 3]) await expect(page.getByText(`Een ${n}`, { exact: true })).toBeVisible();
    for (const n of [1, 2, 3]) await expect(page.getByText(`Twee ${n}`, { exact: true })).toBeVisible();
  }
  expect(verifyProblems(world.server.dataDir)).toEqual([]);
  expect(secretary.problems).toEqual([]);
});

test('another window that holds the storage: a save says that it waits and why, and is done when that window goes', async ({
  world,
}) => {
  const { secretary } = await world.restore();
  const page = await secretary.open(world.dossiers[0]);
  await expectAllSent(page);
  const other = await page.context().newPage();
  await other.goto(`${world.wifi.url}/api/version`);
  await other.evaluate(async () => {
    const databases = await indexedDB.databases();
    const { name = '' } = databases.find((one) => /^buurtkas-[0-9a-f-]{36}$/.test(one.name ?? '')) ?? {};
    const opening = indexedDB.open(name);
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const tables = [...opening.result.objectStoreNames];
    const first = opening.result.transaction(tables, 'readwrite').objectStore(tables[0] ?? '');
    const hold = () => {
      first.count().onsuccess = hold;
    };
    await new Promise<void>((resolve) => {
      first.count().onsuccess = () => {
        hold();
        resolve();
      };
    });
  });
  await page.getByRole('button', { name: 'Schrijf een notitie' }).click();
  await page.getByLabel('Notitie', { exact: true }).fill('Achter een ander venster');
  await page.getByRole('button', { name: 'Voeg de notitie toe' }).click();
  const waits = page.getByText('Bewaren duurt lang.');
  await expect(waits).toBeVisible();
  await expect(page.getByLabel('Notitie', { exact: true })).toHaveValue('Achter een ander venster');

  await other.close();
  await expect(waits).toBeHidden();
  await expectAllSent(page);
  await expect.poll(() => notesOnServer(world)).toEqual(['Achter een ander venster']);
  expect(secretary.problems).toEqual([]);
});

test('a newer app takes the database over: this window lets go, says so, and what was typed is kept', async ({
  world,
}) => {
  const { secretary } = await world.restore();
  const page = await secretary.open(world.dossiers[0]);
  await expectAllSent(page);
  await page.getByRole('button', { name: 'Schrijf een notitie' }).click();
  await page.getByLabel('Notitie', { exact: true }).fill('Half getypt');
  await expect.poll(async () => JSON.stringify((await readDevice(page)).drafts)).toContain('Half getypt');
  const newer = await page.context().newPage();
  await newer.goto(`${world.wifi.url}/api/version`);
  await newer.evaluate(async () => {
    const databases = await indexedDB.databases();
    const { name = '', version = 1 } = databases.find((one) => /^buurtkas-[0-9a-f-]{36}$/.test(one.name ?? '')) ?? {};
    const upgrade = indexedDB.open(name, version + 10); // Dexie's version 2 is IndexedDB's 20
    await new Promise((resolve) => {
      upgrade.onsuccess = resolve;
    });
    upgrade.result.close();
  });
  await newer.close();

  await expect(page.getByRole('heading', { name: 'Buurtkas is bijgewerkt in een ander venster' })).toBeVisible();
  await expect(page.getByText('Wat u typte, is bewaard.')).toBeVisible();
  await page.getByRole('button', { name: 'Open opnieuw' }).click();
  await expect(page.getByLabel('Notitie', { exact: true })).toHaveValue('Half getypt');
  await page.getByRole('button', { name: 'Voeg de notitie toe' }).click();
  await expectAllSent(page);
  await expect.poll(() => notesOnServer(world)).toEqual(['Half getypt']);
  expect(secretary.problems).toEqual([]);
});
