/** How long the screens of the treasurer take to stand on a phone with three years of the kas, offline. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions } from '../chromium.ts';
import { startDemoWorld } from '../e2e/demo-world.ts';
import { goTo } from '../e2e/support/treasurer.ts';
import { timeToStand } from './openScreens.ts';
import { projectRoot } from './stage.ts';
import { type BenchRow, rowOf, spreadOf } from './stats.ts';

const barMs = 300;
const screens = {
  kas: '/kas',
  ledger: '/kas?deel=grootboek',
  bank: '/kas/bank',
  matched: '/kas/bank?deel=gekoppeld',
  pay: '/kas/betalen',
  balance: '/kas/balans',
  year: '/kas/jaar',
  audit: '/kas/controle',
  account: '/verantwoording',
} as const;

/** Each screen `rounds` times after one that loads its code. */
export async function desk(rounds: number): Promise<BenchRow> {
  if (!existsSync(join(projectRoot, 'dist/web'))) throw new Error('build first: npm run build');
  const world = await startDemoWorld();
  const browser = await chromium.launch(launchOptions);
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await world.signIn(context, 'treasurer');
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await context.setOffline(true); // what is added here the server does not know
    await page.evaluate('globalThis.__name = (made) => made'); // the compiler's helper does not exist in a page
    const rows = await page.evaluate(addYears, [2025, 2024]);
    const medians = new Map<string, number>();
    for (const [name, path] of Object.entries(screens)) {
      const ms: number[] = [];
      for (let n = 0; n <= rounds; n += 1) {
        await goTo(page, '/hulp');
        await page.getByRole('heading', { level: 1, name: 'Hulp' }).waitFor();
        const took = await timeToStand(page, path);
        if (n > 0) ms.push(Math.round(took));
      }
      medians.set(name, spreadOf(ms).median);
    }
    return rowOf({
      ours: [...medians.values()],
      bar: `each screen < ${barMs} ms by its median`,
      holds: ({ ours }) => ours.max < barMs,
      notes: { ...rows, ...Object.fromEntries(medians) },
    });
  } finally {
    await browser.close();
    await world.server.remove();
  }
}

/** Copies the money of the demo's year into earlier years, with ids of their own, and lines of the bank that were matched so
 *  often that there are 300 a year. What waits in the demo waits in every year. Answers how many rows there are then. */
async function addYears(years: readonly number[]): Promise<Record<string, number>> {
  const linesInYear = 300;
  const { name = '' } =
    (await indexedDB.databases()).find((one) => /^buurtkas-[0-9a-f-]{36}$/.test(one.name ?? '')) ?? {};
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const read = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const ofYear = ['proposal', 'claim', 'claimAccount', 'receipt', 'payment', 'ledgerLine', 'budgetYear', 'bankImport'];
  const bank = ['bankTransaction', 'bankMatch'];
  const tables = [...ofYear, ...bank].map((type) => `rows_${type}`);
  const tx = db.transaction(tables, 'readwrite');
  const texts = new Map<string, string[]>();
  for (const table of tables) {
    const rows = await read(tx.objectStore(table).getAll());
    texts.set(
      table,
      rows.map((row) => JSON.stringify(row)),
    );
  }
  const bodyOf = (text: string): { id: string } => JSON.parse(text).body;
  const own = new Set<string>();
  for (const [table, rows] of texts) {
    if (table === 'rows_budgetYear') continue;
    for (const text of rows) {
      const { id, entryId = '' } = bodyOf(text) as { id: string; entryId?: string };
      for (const uuid of `${id} ${entryId}`.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []) own.add(uuid);
    }
  }
  const inYear = (text: string, year: number): string =>
    text
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (uuid) => (own.has(uuid) ? `${uuid.slice(0, 32)}${year}` : uuid))
      .replace(/2026(?=-\d\d-\d\d|"|,)/g, String(year));
  const matched = new Set((texts.get('rows_bankMatch') ?? []).map((text) => bodyOf(text).id));
  const copies = Math.ceil(linesInYear / matched.size);
  for (const year of [2026, ...years]) {
    for (const type of ofYear) {
      if (year === 2026) continue;
      for (const text of texts.get(`rows_${type}`) ?? []) {
        if (type === 'budgetYear' && bodyOf(text).id !== '2026') continue;
        tx.objectStore(`rows_${type}`).put(JSON.parse(inYear(text, year)));
      }
    }
    for (const type of bank) {
      for (const text of texts.get(`rows_${type}`) ?? []) {
        if (!matched.has(bodyOf(text).id)) continue; // earlier years are done
        for (let copy = 0; copy < copies; copy += 1) {
          const end = copy.toString(16).padStart(4, '0');
          const other = inYear(text, year).replace(/:[0-9a-f]{12}([0-9a-f]{4}):/g, (hash) =>
            copy === 0 ? hash : `${hash.slice(0, 13)}${end}:`,
          );
          tx.objectStore(`rows_${type}`).put(JSON.parse(other));
        }
      }
    }
  }
  const counts: Record<string, number> = {};
  for (const type of ['claim', 'receipt', 'payment', 'bankTransaction', 'ledgerLine'])
    counts[type] = await read(tx.objectStore(`rows_${type}`).count());
  await new Promise((resolve, reject) => {
    tx.oncomplete = resolve;
    tx.onerror = () => reject(tx.error);
  });
  db.close();
  return counts;
}
