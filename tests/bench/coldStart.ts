/** The built app, opened from the service worker's cache by a browser that was just started: no network, no server, ten
 *  thousand rows on the phone. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { openServices } from '../../server/services.ts';
import { newId } from '../../server/uuid.ts';
import { launchOptions } from '../chromium.ts';
import { startBuiltServer } from '../e2e/built-server.ts';
import { seedCommittee } from './server.ts';
import { projectRoot } from './stage.ts';
import { type BenchRow, rowOf, spreadOf } from './stats.ts';
import { committeeId, founderId, seedRows } from './workload.ts';

const slowdown = 4;
const listPath = '/aanvragen';
const itemSelector = 'main a[href^="/aanvragen/0"]'; // ids begin with the time, and that with a 0

export async function coldStart(rounds: number): Promise<BenchRow> {
  if (!existsSync(join(projectRoot, 'dist/web'))) throw new Error('build first: npm run build');
  let token = '';
  const server = await startBuiltServer({
    prepare: async (dataDir) => {
      const { engine, accounts, database } = await openServices({ dataDir });
      await seedCommittee(engine, accounts, seedRows);
      ({ token } = await accounts.invite({ kind: 'first', committeeId, personId: founderId }));
      await database.close();
    },
  });
  const profile = mkdtempSync(join(tmpdir(), 'buurtkas-bench-profile-'));
  try {
    await becomePhone(profile, server.url, token);
    await server.stop();
    const [ours, slow]: [number[], number[]] = [[], []];
    for (let n = 0; n <= rounds; n += 1) {
      const [plain, slowed] = [await openOnce(profile, server.url, 1), await openOnce(profile, server.url, slowdown)];
      if (n === 0) continue;
      ours.push(plain);
      slow.push(slowed);
    }
    const slowed = spreadOf(slow);
    return rowOf({
      ours,
      bar: '< 1 s, at 4 × CPU slow-down < 2.5 s',
      holds: ({ ours: { median } }) => median < 1_000 && slowed.median < 2_500,
      notes: { slowMedian: slowed.median, slowMin: slowed.min, slowMax: slowed.max, rows: seedRows },
    });
  } finally {
    await server.remove();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Signs in, waits for all rows, which come in one swap, and for the worker to hold the app. */
async function becomePhone(profile: string, url: string, token: string): Promise<void> {
  const context = await openBrowser(profile);
  const page = await context.newPage();
  await page.goto(url);
  const body = JSON.stringify({ token, deviceName: 'Meter', deviceId: newId() });
  const status = await page.evaluate(async (sent) => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/api/sign-in', { method: 'POST', headers, body: sent })).status;
  }, body);
  if (status !== 200) throw new Error(`sign-in: ${status}`);
  await page.goto(`${url}${listPath}`);
  await firstList(page).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await context.close();
}

/** As text: the compiler's helpers for named functions do not exist in a page. */
const noteFirstList = `(function look() {
  if (document.querySelector('${itemSelector}') === null) requestAnimationFrame(look);
  else window.firstListMs = performance.now();
})()`;

/** From the navigation to the first item of the list, worker and browser cold; in milliseconds of the page's own clock. */
async function openOnce(profile: string, url: string, cpuSlowdown: number): Promise<number> {
  const context = await openBrowser(profile);
  await context.setOffline(true);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  await page.addInitScript({ content: noteFirstList });
  await page.goto(`${url}${listPath}`);
  const found = await page.waitForFunction(() => (window as unknown as { firstListMs?: number }).firstListMs);
  const ms = Number(await found.jsonValue());
  await context.close();
  return ms;
}

const openBrowser = (profile: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    ...launchOptions,
    locale: 'nl-NL',
    viewport: { width: 412, height: 915 },
    serviceWorkers: 'allow',
  });
const firstList = (page: Page) => page.locator(itemSelector).first();
