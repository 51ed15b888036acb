/** What people type and photograph stays, whatever the phone does, and never becomes another amount. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { drawReceipt } from '../../scripts/demo/receiptImage.ts';
import type { PersonKey } from '../../scripts/demo/wijk.ts';
import { copyOfBuild, projectRoot } from './built-server.ts';
import { type DemoWorld, startDemoWorld } from './demo-world.ts';
import { show } from './screens.ts';

const phone = { width: 390, height: 844 };
const blobPath = /\/blobs\//;
let world: DemoWorld;
let dist: string;

test.describe.configure({ timeout: 120_000 });
// Requests that a test holds up must be the page's own; the test of the update has a context with a service worker.
test.use({ viewport: phone, serviceWorkers: 'block' });

test.beforeAll(async () => {
  dist = copyOfBuild();
  world = await startDemoWorld({ dist });
});
test.afterAll(async () => {
  await world?.server.remove();
  rmSync(dist, { recursive: true, force: true });
});

const right: readonly (readonly [string, number])[] = [
  ['1250', 125_000],
  ['1.250,50', 125_050],
  ['€ 12,5', 1_250],
  ['1250.50', 125_050],
  ['  1 250,50 ', 125_050],
  ['€\u00a01.250,00', 125_000],
  ['12,-', 1_200],
];
const wrong: readonly (readonly [string, RegExp])[] = [
  ['-12,50', /zonder min/],
  ['twaalf', /alleen cijfers/],
  ['1,250', /Schrijf 1\.250/],
  ['0,125', /hoogstens twee cijfers/],
];

test('amounts as people type them become those cents on the server, or a sentence beside the field', async ({
  context,
}) => {
  const page = await onPage(context, 'secretary', '/aanvragen/nieuw');
  const amount = page.getByLabel('Gevraagd van het wijkbudget');
  await page.getByLabel('Naam van het plan').fill('Bedrag dat niet kan');
  for (const [typed, sentence] of wrong) {
    await amount.fill(typed);
    await page.getByRole('button', { name: 'Bewaar als concept' }).click();
    await expect(amount, typed).toHaveAttribute('aria-invalid', 'true');
    await expect(amount, typed).toHaveAccessibleDescription(sentence);
    await expect(amount, typed).toHaveValue(typed);
  }
  for (const [n, [typed]] of right.entries()) {
    await show(page, '/aanvragen');
    await show(page, '/aanvragen/nieuw');
    await page.getByLabel('Naam van het plan').fill(`Bedrag ${n}`);
    await amount.fill(typed);
    await page.getByRole('button', { name: 'Bewaar als concept' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Bedrag ${n}` })).toBeVisible();
  }
  await expect.poll(async () => (await amounts('Bedrag ')).length).toBe(right.length);
  expect(await amounts('Bedrag ')).toEqual(right.map(([, cents], n) => [`Bedrag ${n}`, cents]));
});

async function amounts(start: string): Promise<readonly (readonly [string, number])[]> {
  const found = (await world.rows('proposal')).filter(({ title }) => title.startsWith(start));
  return found.map(({ title, requestedCents }) => [title, requestedCents] as const).sort();
}

test('[H1] a full device loses nothing: the form stays and says what to do, and the file can still be made', async ({
  context,
}) => {
  await context.addInitScript(fillableStorage);
  const page = await onPage(context, 'secretary', '/aanvragen/nieuw');
  await context.route('**/api/**', (route) => route.abort());
  await page.getByLabel('Naam van het plan').fill('Nog net bewaard');
  await page.getByRole('button', { name: 'Bewaar als concept' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nog net bewaard' })).toBeVisible();

  await show(page, '/aanvragen/nieuw');
  await page.evaluate(() => Object.assign(globalThis, { storageIsFull: true }));
  await page.getByLabel('Naam van het plan').fill('Past er niet meer bij');
  await page.getByRole('button', { name: 'Bewaar als concept' }).click();
  await expect(page.getByText(/Dit toestel is vol\. Er is niets bewaard/)).toBeVisible();
  await expect(page.getByText(/Maak ruimte/).first()).toBeVisible();
  await expect(page.getByLabel('Naam van het plan')).toHaveValue('Past er niet meer bij');

  await show(page, '/toestel');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar het bestand' }).click();
  const file = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  expect(JSON.stringify(file.commands)).toContain('Nog net bewaard');
  expect(JSON.stringify(file)).not.toContain('Past er niet meer bij');

  await page.evaluate(() => Object.assign(globalThis, { storageIsFull: false }));
  await context.unroute('**/api/**');
  await page.getByRole('button', { name: 'Probeer nu te versturen' }).click();
  await expect.poll(async () => (await amounts('Nog net')).length).toBe(1);
});

/** Every write fails as a full disk lets it fail, from the moment that a test says so. */
function fillableStorage(): void {
  for (const name of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...args: [unknown, IDBValidKey?]) {
      if (Reflect.get(globalThis, 'storageIsFull') === true) {
        throw new DOMException('no room', 'QuotaExceededError');
      }
      return write.apply(this, args);
    };
  }
}

test('[B6] on a device that is really full photos stop, and what is typed still finds its place', async ({
  context,
}) => {
  // Before the first use: the browser remembers for a while how much room there is.
  const browser = await context.newCDPSession(await context.newPage());
  await browser.send('Storage.overrideQuotaForOrigin', { origin: world.server.url, quotaSize: 30 * 1024 * 1024 });
  const page = await onPage(context, 'repair', '/bon/nieuw');
  await takePhoto(page, 'bon.png', drawReceipt(['VOL TOESTEL', 'TOTAAL 12,30']).bytes);
  await expect(page.getByRole('button', { name: /^Bon 1, foto 1\./ })).toBeVisible();
  await page.getByRole('button', { name: /^Bon 1, foto 1\./ }).click();
  await page.getByRole('button', { name: 'Verwijder' }).click();

  await page.getByLabel('Totaal op de bon').fill('12,30');
  // Again and again: the browser clears up behind what was written, and then the text finds room beside the reserve.
  for (let n = 1; await page.evaluate(holdsReserve); n += 1) {
    expect(n).toBeLessThan(15);
    await fillUp(page);
    await page.getByRole('textbox', { name: 'Winkel' }).fill('Vol toestel'.repeat(n));
    await page.waitForTimeout(1_000); // what is typed is written soon
  }
  // Of the room that this gave back half is used up: there is place for text, and not for the reserve again.
  let taken = 0;
  const takeMore = async () => {
    taken += (await page.evaluate(fits, 500_000)) ? 1 : 0;
    return taken;
  };
  await expect.poll(takeMore, { timeout: 60_000 }).toBe(10);
  await choose(page, 'bon.png', drawReceipt(['VOL TOESTEL', 'TOTAAL 12,30']).bytes);
  await expect(page.getByText(/Dit toestel is bijna vol: tekst en bedragen bewaren kan nog/)).toBeVisible();
  await fillReceipt(page, '12,30');
  await page.getByRole('button', { name: 'Bewaar de bon' }).click();
  await expect
    .poll(async () => (await world.rows('receipt')).some(({ amountCents }) => amountCents === 1_230))
    .toBe(true);
});

test('a photo that is added on a full device stays on the page until it can be saved', async ({ context }) => {
  await context.addInitScript(fillableStorage);
  const page = await onPage(context, 'repair', '/kas');
  await page.locator('a[href^="/bon/"]:not([href^="/bon/nieuw"])').first().click();
  await expect(page.getByRole('button', { name: 'Maak foto' }).first()).toBeVisible();
  await choose(page, 'bon.png', drawReceipt(['LATER ERBIJ']).bytes);
  await expect(page.getByRole('button', { name: 'Gebruiken' })).toBeVisible();
  await page.evaluate(() => Object.assign(globalThis, { storageIsFull: true }));
  await page.getByRole('button', { name: 'Gebruiken' }).click();
  await expect(page.getByText(/Dit toestel is vol\. Er is niets bewaard/)).toBeVisible();
  await page.evaluate(() => Object.assign(globalThis, { storageIsFull: false }));
  await page.getByRole('button', { name: 'Voeg deze foto toe' }).click();
  await expect(page.getByText('Foto bewaard op dit toestel')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Voeg deze foto toe' })).toHaveCount(0);
});

/** Real bytes until the browser takes not even a little one any more. */
async function fillUp(page: Page): Promise<void> {
  for (const size of [500_000, 50_000, 5_000, 500]) while (await page.evaluate(fits, size));
}

/** Whether the browser keeps this many bytes more, that nothing can make smaller. */
async function fits(size: number): Promise<boolean> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('something-else', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('bytes', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const noise = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
  const kept = await new Promise<boolean>((resolve) => {
    const transaction = db.transaction('bytes', 'readwrite');
    transaction.objectStore('bytes').put(noise.buffer);
    transaction.oncomplete = () => resolve(true);
    transaction.onabort = () => resolve(false);
  });
  db.close();
  return kept;
}

/** Room for text on a full device (src/store/reserve.ts). */
async function holdsReserve(): Promise<boolean> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('buurtkas-reserve');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const held = await new Promise((resolve, reject) => {
    const request = db.transaction('reserve').objectStore('reserve').get('held');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  db.close();
  return held === true;
}

test('a page that dies while the camera is open comes back with everything typed, and takes the photo then', async ({
  context,
}) => {
  const page = await onPage(context, 'repair', '/bon/nieuw');
  await page.getByLabel('Totaal op de bon').fill('86,40');
  await page.getByRole('textbox', { name: 'Winkel' }).fill('IJzerhandel Vos');
  const camera = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Maak foto' }).click();
  await camera; // by now the form is on disk: nothing else happens before the phone closes the page
  const back = await killed(context, page, '/bon/nieuw');
  await expect(back.getByLabel('Totaal op de bon')).toHaveValue('86,40');
  await expect(back.getByRole('textbox', { name: 'Winkel' })).toHaveValue('IJzerhandel Vos');

  await takePhoto(back, 'bon.png', drawReceipt(['IJZERHANDEL VOS', 'TOTAAL 86,40']).bytes);
  await expect(back.getByRole('button', { name: /^Bon 1, foto 1\./ })).toBeVisible();
  await kept(back, 'image/');
  const again = await killed(context, back, '/bon/nieuw');
  await expect(again.getByRole('button', { name: /^Bon 1, foto 1\./ })).toBeVisible();
  await expect(again.getByLabel('Totaal op de bon')).toHaveValue('86,40');
});

test('[B1] a receipt is never called sent while its photo is not on the server', async ({ context }) => {
  const page = await onPage(context, 'lantern', '/bon/nieuw');
  await context.route(blobPath, (route) => (route.request().method() === 'GET' ? route.continue() : route.abort()));
  await fillReceipt(page, '31,20');
  await takePhoto(page, 'bon.png', drawReceipt(['BAKKER', 'TOTAAL 31,20']).bytes);
  const claimId = await save(page);
  await expect.poll(async () => (await claim(claimId))?.claimedCents).toBe(3_120);
  await expect(page.getByText(/De gegevens staan op de server, 1 foto is nog onderweg/)).toBeVisible();
  await expect(page.getByText(/Alles staat op de server/)).toHaveCount(0);

  await context.unroute(blobPath);
  await show(page, '/toestel');
  await page.getByRole('button', { name: 'Probeer nu te versturen' }).click();
  await show(page, `/bon/${claimId}`);
  await expect(page.getByText('Alles staat op de server, ook de foto’s.')).toBeVisible({ timeout: 30_000 });
});

test('[B5] a photo that does not get through, or cannot be read, blocks nothing behind it', async ({ context }) => {
  const page = await onPage(context, 'lantern', '/bon/nieuw');
  let stuck: string | undefined; // the first photo that leaves the phone, and only that one
  await context.route(blobPath, (route) => {
    const sha256 = route.request().url().split('/').at(-1);
    stuck ??= sha256;
    return sha256 === stuck ? route.abort() : route.continue();
  });
  await fillReceipt(page, '19,95');
  await choose(page, 'kapot.jpg', Buffer.from('this is no picture'));
  await expect(page.getByText(/Dit bestand is geen foto/).first()).toBeVisible();
  await takePhoto(page, 'bon.png', drawReceipt(['KAARSENMAKER', 'TOTAAL 19,95']).bytes);
  const first = await save(page);
  await expect.poll(async () => (await claim(first))?.claimedCents).toBe(1_995);
  await expect.poll(() => stuck).toBeDefined();

  await show(page, '/bon/nieuw');
  await fillReceipt(page, '7,50');
  await takePhoto(page, 'bon.png', drawReceipt(['SLAGER', 'TOTAAL 7,50']).bytes);
  const second = await save(page);
  await expect.poll(async () => storedOf(second), { timeout: 30_000 }).toBe(1);
  expect(await storedOf(first)).toBe(0);
});

test('who loses the connection reads so at once, and reads when it is back', async ({ context }) => {
  const page = await onPage(context, 'chair', '/aanvragen');
  await expect(page.locator('.bk-syncbar')).toContainText('Alles staat op de server');
  await context.setOffline(true);
  await expect(page.locator('.bk-syncbar')).toContainText('Geen internet');
  await context.setOffline(false);
  await expect(page.locator('.bk-syncbar')).toContainText('Alles staat op de server');
});

test('what was typed is there again after a reload', async ({ context }) => {
  const page = await onPage(context, 'chair', '/aanvragen/nieuw');
  await page.getByLabel('Naam van het plan').fill('Half plan');
  await page.getByLabel('Wat is het plan?').fill('Nog niet af');
  await kept(page, 'Nog niet af');
  await page.reload();
  await expect(page.getByLabel('Naam van het plan')).toHaveValue('Half plan');
  await expect(page.getByLabel('Wat is het plan?')).toHaveValue('Nog niet af');
});

test('a new version never takes the place of an open form, whoever agrees to it', async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: 'allow', viewport: phone });
  const page = await onPage(context, 'secretary', '/aanvragen/nieuw');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.getByLabel('Naam van het plan').fill('Midden in een zin');
  const other = await context.newPage();
  await other.goto(world.server.url);
  buildAgain('third-build');
  await other.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await other.getByRole('button', { name: 'Werk bij' }).click();
  await expect.poll(() => version(other)).toBe('third-build');

  expect(await version(page)).not.toBe('third-build');
  await expect(page.getByLabel('Naam van het plan')).toHaveValue('Midden in een zin');
  await expect(page.getByRole('button', { name: 'Werk bij' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Alle aanvragen' }).click();
  await expect.poll(() => version(page)).toBe('third-build');
  await page.goto(`${world.server.url}/aanvragen/nieuw`);
  await expect(page.getByLabel('Naam van het plan')).toHaveValue('Midden in een zin');
  await context.close();
});

async function onPage(context: BrowserContext, key: PersonKey, path: string): Promise<Page> {
  const page = await world.signIn(context, key);
  await show(page, path);
  return page;
}

/** The renderer is killed, as a phone does when it needs the memory: no event tells the page. */
async function killed(context: BrowserContext, page: Page, path: string): Promise<Page> {
  const crashed = page.waitForEvent('crash');
  const devtools = await context.newCDPSession(page);
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  const next = await context.newPage();
  await page.close();
  await next.goto(world.server.url + path);
  return next;
}

/** Until these words stand on the disk, in the draft of a form: at most a blink after they were typed. */
async function kept(page: Page, words: string): Promise<void> {
  const drafts = () =>
    page.evaluate(async () => {
      let all = '';
      for (const { name = '' } of await indexedDB.databases()) {
        const opening = indexedDB.open(name);
        await new Promise((resolve, reject) => Object.assign(opening, { onsuccess: resolve, onerror: reject }));
        if (opening.result.objectStoreNames.contains('drafts')) {
          const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
          await new Promise((resolve, reject) => Object.assign(reading, { onsuccess: resolve, onerror: reject }));
          all += JSON.stringify(reading.result);
        }
        opening.result.close();
      }
      return all;
    });
  await expect.poll(drafts).toContain(words);
}

async function choose(page: Page, name: string, buffer: Uint8Array): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Kies foto' }).first().click();
  const mimeType = name.endsWith('.png') ? 'image/png' : 'image/jpeg';
  await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(buffer) });
}

async function takePhoto(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await choose(page, name, bytes);
  await page.getByRole('button', { name: 'Gebruiken' }).click();
}

async function fillReceipt(page: Page, amount: string): Promise<void> {
  await page.getByLabel('Totaal op de bon').fill(amount);
  await page.getByRole('button', { name: 'Vandaag' }).click();
  await page.getByRole('textbox', { name: 'Winkel' }).fill('Winkel om de hoek');
  await page.getByRole('radio', { name: /^Materiaal/ }).check();
  await page.getByRole('radio', { name: /Ja, ik krijg het terug/ }).check();
  const iban = page.getByLabel('Rekeningnummer (IBAN)');
  if ((await iban.count()) === 0) return; // known from the claim before
  await iban.fill('NL91 ABNA 0417 1643 00');
  await page.getByLabel('Naam bij deze rekening').fill('N. Kuipers');
}

async function save(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Bewaar de bon' }).click();
  await expect(page).toHaveURL(/\/bon\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1) ?? '';
}

const claim = async (claimId: string) => (await world.rows('claim')).find(({ id }) => id === claimId);

async function storedOf(claimId: string): Promise<number> {
  const receipts = (await world.rows('receipt')).filter((receipt) => receipt.claimId === claimId);
  const stored = new Set((await world.rows('storedPhoto')).map(({ id }) => id));
  return receipts.flatMap(({ photos }) => photos).filter(({ sha256 }) => stored.has(sha256)).length;
}

async function version(page: Page): Promise<string | null> {
  return page.locator('meta[name="application-version"]').getAttribute('content');
}

function buildAgain(name: string): void {
  const result = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error', '--outDir', join(dist, 'web'), '--emptyOutDir'],
    { cwd: projectRoot, env: { ...process.env, BUURTKAS_BUILD: name }, encoding: 'utf8' },
  );
  expect(result.status, result.stderr).toBe(0);
}
