/** What no address leads to and yet people see: before anybody is signed in, the first day, and each trouble that a device
 *  can have. Each begins in a browser profile of its own. */
import type { BrowserContext, Page } from '@playwright/test';
import { startBuiltServer } from './built-server.ts';
import type { DemoWorld } from './demo-world.ts';
import { show } from './screens.ts';
import { firstLinkIn } from './support/committee.ts';
import { syncBar } from './support/sync.ts';

export interface State {
  readonly name: string;
  /** Leaves the page as it is to be seen. */
  readonly reach: (context: BrowserContext, world: DemoWorld) => Promise<Page>;
}

export const states: readonly State[] = [
  { name: 'aanmelden', reach: (context, world) => opened(context, world.server.url) },
  {
    name: 'aanmelden-fout',
    reach: async (context, world) => {
      const page = await opened(context, world.server.url);
      await page.getByRole('button', { name: 'Meld dit toestel aan' }).click();
      await page.getByRole('alert').waitFor();
      return page;
    },
  },
  { name: 'uitgenodigd', reach: async (context, world) => opened(context, await world.link('lantern')) },
  ...['wijk', 'jaar', 'bedrag', 'grens', 'quorum'].map((question) => ({
    name: `start-${question}`,
    reach: async (context: BrowserContext) => {
      const server = await startBuiltServer();
      context.on('close', () => void server.remove());
      const page = await opened(context, firstLinkIn(server.output()));
      await page.getByRole('button', { name: 'Doe mee op dit toestel' }).click();
      await page.waitForURL('**/start**');
      await page.locator('h1').waitFor();
      await show(page, `/start?vraag=${question}`);
      if (question === 'wijk') await page.getByRole('button', { name: 'Volgende vraag' }).click();
      return page;
    },
  })),
  {
    name: 'geen-verbinding',
    reach: async (context, world) => {
      const page = await world.signIn(context, 'chair');
      await context.setOffline(true);
      await syncBar(page)
        .filter({ hasText: /Geen (internet|contact)/ })
        .waitFor();
      return page;
    },
  },
  {
    name: 'toestel-vol',
    reach: async (context, world) => {
      await context.addInitScript(() => {
        const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: [unknown, IDBValidKey?]) {
          if (Reflect.get(globalThis, 'storageIsFull') === true) throw new DOMException('', 'QuotaExceededError');
          return put.apply(this, args);
        };
      });
      const page = await world.signIn(context, 'secretary');
      await show(page, '/aanvragen/nieuw');
      await page.evaluate(() => Object.assign(globalThis, { storageIsFull: true }));
      await page.getByLabel('Naam van het plan').fill('Geveltuinen aan de Kettingstraat');
      await page.getByRole('button', { name: 'Bewaar als concept' }).click();
      await page.getByText(/Dit toestel is vol\. Er is niets bewaard/).waitFor();
      return page;
    },
  },
  {
    name: 'gegevens-gewist',
    reach: async (context, world) => {
      const page = await world.signIn(context, 'secretary');
      await show(page, '/aanvragen/nieuw');
      await page.getByLabel('Naam van het plan').fill('Geveltuinen aan de Kettingstraat');
      await page.getByRole('button', { name: 'Bewaar als concept' }).click();
      await page.getByRole('heading', { level: 1, name: 'Geveltuinen' }).waitFor();
      await syncBar(page).filter({ hasText: 'Alles staat op de server' }).waitFor();
      await page.goto('about:blank');
      const devtools = await context.newCDPSession(page);
      const origin = world.server.url;
      await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
      await page.goto(origin);
      await page.getByText('De browser heeft de gegevens op dit toestel gewist.').waitFor();
      return page;
    },
  },
  {
    name: 'klok-loopt-voor',
    reach: async (context, world) => {
      const page = await world.signIn(context, 'secretary');
      await page.clock.install({ time: Date.now() + 5 * 365 * 24 * 3_600_000 });
      await page.goto(`${world.server.url}/toestel`);
      await page.getByText(/^De klok van dit toestel loopt/).waitFor();
      return page;
    },
  },
  {
    name: 'opslag-vast',
    reach: async (context, world) => {
      const page = await world.signIn(context, 'secretary');
      const other = await opened(context, `${world.server.url}/api/version`);
      await page.goto('about:blank');
      await other.evaluate(async () => {
        const databases = await indexedDB.databases();
        const { name = '', version = 1 } =
          databases.find((one) => /^buurtkas-[0-9a-f-]{36}$/.test(one.name ?? '')) ?? {};
        const opening = indexedDB.open(name);
        await new Promise((resolve) => Object.assign(opening, { onsuccess: resolve }));
        const upgrade = indexedDB.open(name, version + 10);
        await new Promise((resolve) => Object.assign(upgrade, { onblocked: resolve }));
      });
      await page.goto(world.server.url);
      await page.getByRole('heading', { name: 'Buurtkas kan niet bij de gegevens op dit toestel' }).waitFor();
      return page;
    },
  },
  {
    name: 'nieuwer-venster',
    reach: async (context, world) => {
      const page = await world.signIn(context, 'secretary');
      const other = await opened(context, `${world.server.url}/api/version`);
      await other.evaluate(async () => {
        const databases = await indexedDB.databases();
        const { name = '', version = 1 } =
          databases.find((one) => /^buurtkas-[0-9a-f-]{36}$/.test(one.name ?? '')) ?? {};
        const upgrade = indexedDB.open(name, version + 10);
        await new Promise((resolve) => Object.assign(upgrade, { onsuccess: resolve }));
        upgrade.result.close();
      });
      await other.close();
      await page.getByRole('heading', { name: 'Buurtkas is bijgewerkt in een ander venster' }).waitFor();
      return page;
    },
  },
];

async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  if (!address.includes('/api/')) await page.locator('h1').waitFor();
  return page;
}
