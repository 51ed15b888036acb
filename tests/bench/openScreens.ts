/** How long each screen takes to stand, from the tap to the last change of the page, on a phone with ten thousand rows. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { nlHelp } from '../../src/ui/nl/help.ts';
import { launchOptions } from '../chromium.ts';
import { openTheMeeting, startDemoWorld } from '../e2e/demo-world.ts';
import { screensOf } from '../e2e/screens.ts';
import { projectRoot } from './stage.ts';
import { type BenchRow, rowOf } from './stats.ts';

const rowsMin = 10_000;
const barMs = 300;
const slowestShown = 6;

/** Each screen twice: the first time also loads its code, the second counts. */
export async function openScreens(): Promise<BenchRow> {
  if (!existsSync(join(projectRoot, 'dist/web'))) throw new Error('build first: npm run build');
  const world = await startDemoWorld();
  const browser = await chromium.launch(launchOptions);
  try {
    const meeting = await openTheMeeting(world);
    const screens = await screensOf(world, meeting.id);
    const page = await world.signIn(await browser.newContext({ viewport: { width: 390, height: 844 } }), 'chair');
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await page.context().setOffline(true); // what is added here the server does not know
    await page.evaluate('globalThis.__name = (made) => made'); // the compiler's helper does not exist in a page
    const rows = await page.evaluate(multiply, rowsMin);
    const times = new Map<string, number>();
    for (const { name, path } of screens) {
      let took = 0;
      for (let n = 0; n < 2; n += 1) {
        await page.evaluate((away) => {
          history.pushState(null, '', away);
          dispatchEvent(new PopStateEvent('popstate'));
        }, '/hulp');
        await page.getByRole('heading', { level: 1, name: nlHelp.title }).waitFor();
        took = await timeToStand(page, path);
      }
      times.set(name, Math.round(took));
    }
    const slowest = [...times].sort(([, a], [, b]) => b - a);
    return rowOf({
      ours: [...times.values()],
      bar: `each screen < ${barMs} ms`,
      holds: ({ ours }) => ours.max < barMs,
      notes: { rows, screens: screens.length, ...Object.fromEntries(slowest.slice(0, slowestShown)) },
    });
  } finally {
    await browser.close();
    await world.server.remove();
  }
}

/** Milliseconds until the page changed for the last time before it was quiet. */
export function timeToStand(page: Page, path: string): Promise<number> {
  return page.evaluate(async (to) => {
    const [quietMs, longestMs] = [200, 5_000];
    await new Promise((resolve) => setTimeout(resolve, 500)); // what the screen before had read is let go first
    const headOf = () => document.querySelector('h1')?.textContent ?? '';
    const before = headOf();
    const start = performance.now();
    let last = start;
    const watch = new MutationObserver(() => {
      last = performance.now();
    });
    watch.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
    // A screen that reads its rows first shows no heading until it has them.
    const isOther = () => headOf() !== '' && headOf() !== before;
    while ((!isOther() || performance.now() - last < quietMs) && performance.now() - start < longestMs)
      await new Promise((resolve) => setTimeout(resolve, 20));
    watch.disconnect();
    return last - start;
  }, path);
}

/** Copies what the phone holds of projects and their money, each copy with ids of its own, until there are enough rows. */
async function multiply(atLeast: number): Promise<number> {
  const copied = [
    ...['proposal', 'claim', 'claimAccount', 'receipt', 'payment', 'ledgerLine', 'supportSheet', 'supportCount'],
    ...['supportIndication', 'decision', 'agendaItem', 'idea', 'proposalComment', 'auditCheck', 'counterContribution'],
  ].map((type) => `rows_${type}`);
  const { name = '' } =
    (await indexedDB.databases()).find((one) => /^buurtkas-[0-9a-f-]{36}$/.test(one.name ?? '')) ?? {};
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const tables = [...db.objectStoreNames].filter((table) => table.startsWith('rows_'));
  const tx = db.transaction(tables, 'readwrite');
  const read = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  let count = 0;
  for (const table of tables) count += await read(tx.objectStore(table).count());
  const originals: (readonly [string, string])[] = [];
  for (const table of copied.filter((one) => tables.includes(one)))
    for (const row of await read(tx.objectStore(table).getAll())) originals.push([table, JSON.stringify(row)]);
  // Ids of projects, claims, receipts and entries get another end; people, meetings and lines of budgets stay.
  const own = new Set<string>();
  for (const [table, text] of originals)
    if (table !== 'rows_decision' && table !== 'rows_agendaItem') {
      const { id, entryId } = (JSON.parse(text) as { body: { id: string; entryId?: string } }).body;
      for (const uuid of `${id} ${entryId ?? ''}`.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []) own.add(uuid);
    }
  for (let copy = 1; count < atLeast; copy += 1) {
    const end = copy.toString(16).padStart(4, '0');
    for (const [table, text] of originals) {
      const changed = text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (uuid) =>
        own.has(uuid) ? uuid.slice(0, 32) + end : uuid,
      );
      tx.objectStore(table).put(JSON.parse(changed));
      count += 1;
    }
  }
  await new Promise((resolve, reject) => {
    tx.oncomplete = resolve;
    tx.onerror = () => reject(tx.error);
  });
  db.close();
  return count;
}
