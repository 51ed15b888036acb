/** The app as a thing on the phone: installable, whole without a connection, and never replaced under someone's hands. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { type BuiltServer, copyOfBuild, projectRoot, startBuiltServer } from './built-server.ts';

let server: BuiltServer | undefined;
let dist: string | undefined;

test.afterEach(async () => {
  await server?.remove();
  if (dist !== undefined) rmSync(dist, { recursive: true, force: true });
  dist = undefined;
});

test('a browser offers to install it, and finds nothing wrong with it', async ({ launchOptions }, info) => {
  server = await startBuiltServer();
  const context = await chromium.launchPersistentContext(info.outputPath('profile'), launchOptions);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.url);
  await serviceWorkerReady(page);
  const devtools = await context.newCDPSession(page);
  expect((await devtools.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
  const manifest = await devtools.send('Page.getAppManifest');
  expect(manifest.errors).toEqual([]);
  expect(JSON.parse(manifest.data ?? '')).toMatchObject({ name: 'Buurtkas', lang: 'nl', display: 'standalone' });
  await context.close();
});

test('with the server gone, a page deep in the app still opens, at once after the first visit', async ({ page }) => {
  server = await startBuiltServer();
  await page.goto(server.url);
  await serviceWorkerReady(page);
  await server.stop();
  const problems: Error[] = [];
  page.on('pageerror', (error) => problems.push(error));

  const answer = await page.goto(`${server.url}/bon/nieuw`);
  expect(answer?.status()).toBe(200);
  expect(answer?.fromServiceWorker()).toBe(true);
  await expect(page.locator('#app')).not.toBeEmpty();
  await page.reload();
  await expect(page.locator('#app')).not.toBeEmpty();
  await page.goto(server.url);
  await expect(page.locator('#app')).not.toBeEmpty();
  expect(problems).toEqual([]);
});

test('all our own code is on the device after the first visit, lazy parts and the font too', async ({ page }) => {
  server = await startBuiltServer();
  await page.goto(server.url);
  await serviceWorkerReady(page);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  for (const needed of [
    /^\/index\.html$/,
    /^\/start-theme\.js$/,
    /reddit-sans-latin-wght/,
    /^\/icons\/icon-192\.png$/,
  ]) {
    expect(kept.some((path) => needed.test(path))).toBe(true);
  }
  const ownCode = readdirSync(join(projectRoot, 'dist/web/assets')).filter((name) => /\.(js|css)$/.test(name));
  expect(ownCode.length).toBeGreaterThan(0);
  expect(ownCode.filter((name) => !kept.includes(`/assets/${name}`))).toEqual([]);
});

test('a photo shared by another app arrives without a connection', async ({ page }) => {
  server = await startBuiltServer();
  await page.goto(server.url);
  await serviceWorkerReady(page);
  await server.stop();

  const answer = await page.evaluate(async () => {
    const form = new FormData();
    form.append('photos', new File([new Uint8Array([255, 216, 255, 1])], 'bon 1.jpg', { type: 'image/jpeg' }));
    form.append('photos', new File([new Uint8Array([255, 216, 255, 2])], 'bon 2.jpg', { type: 'image/jpeg' }));
    return (await fetch('/delen', { method: 'POST', body: form, redirect: 'manual' })).type;
  });
  expect(answer).toBe('opaqueredirect');
  expect(await sharedPhotos(page)).toEqual([
    { name: 'bon 1.jpg', type: 'image/jpeg', bytes: [255, 216, 255, 1] },
    { name: 'bon 2.jpg', type: 'image/jpeg', bytes: [255, 216, 255, 2] },
  ]);

  // As the phone does it: a form that is sent, and the browser follows the answer to the receipt form.
  await page.evaluate(() => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'POST', action: '/delen', enctype: 'multipart/form-data' });
    const input = Object.assign(document.createElement('input'), { type: 'file', name: 'photos' });
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array([255, 216, 255, 3])], 'bon 3.jpg', { type: 'image/jpeg' }));
    input.files = files.files;
    form.append(input);
    document.body.append(form);
    form.submit();
  });
  await page.waitForURL((url) => url.pathname === '/bon/nieuw');
  await expect(page.locator('#app')).not.toBeEmpty();
});

test('[W5] a new version waits while the old one is in use, and is in every tab after someone agrees', async ({
  context,
  page,
}) => {
  dist = copyOfBuild();
  server = await startBuiltServer({ dist });
  await page.goto(server.url);
  await serviceWorkerReady(page);
  const old = await version(page);
  const other = await context.newPage();
  await other.addInitScript(storageOfFlagsIsStuck);
  await other.goto(server.url);
  await serviceWorkerReady(other);

  buildAgain(dist, 'second-build');
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect.poll(() => isWaiting(page)).toBe(true);
  await page.reload();
  await expect(page.locator('#app')).not.toBeEmpty();
  expect(await version(page)).toBe(old);
  expect(await isWaiting(page)).toBe(true);

  // After the answer to this call: both pages load again, and a call that is still under way then would fail.
  await page.evaluate(async () => {
    const { waiting } = await navigator.serviceWorker.ready;
    setTimeout(() => waiting?.postMessage({ type: 'SKIP_WAITING' }), 100);
  });
  await expect.poll(() => version(page)).toBe('second-build');
  await expect.poll(() => version(other)).toBe('second-build');
});

/** In the page: a database of the browser that never answers, as another window that is frozen can make it. */
function storageOfFlagsIsStuck(): void {
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = (name, version) =>
    name === 'buurtkas-flags' ? ({} as IDBOpenDBRequest) : version === undefined ? open(name) : open(name, version);
}

async function serviceWorkerReady(page: Page): Promise<void> {
  // Ready says that it runs; controlled, that this page's requests go through it.
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await expect(page.locator('#app')).not.toBeEmpty();
}

async function version(page: Page): Promise<string | null> {
  return page.locator('meta[name="application-version"]').getAttribute('content');
}

async function isWaiting(page: Page): Promise<boolean> {
  return page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting));
}

function buildAgain(into: string, name: string): void {
  const result = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error', '--outDir', join(into, 'web'), '--emptyOutDir'],
    { cwd: projectRoot, env: { ...process.env, BUURTKAS_BUILD: name }, encoding: 'utf8' },
  );
  expect(result.status, result.stderr).toBe(0);
}

async function sharedPhotos(page: Page): Promise<{ name: string; type: string; bytes: number[] }[]> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('buurtkas-flags');
    await new Promise((resolve, reject) => Object.assign(opening, { onsuccess: resolve, onerror: reject }));
    const reading = opening.result.transaction('flags').objectStore('flags').get('shared-photos');
    await new Promise((resolve, reject) => Object.assign(reading, { onsuccess: resolve, onerror: reject }));
    opening.result.close();
    const photos: { name: string; type: string; bytes: ArrayBuffer }[] = reading.result;
    return photos.map(({ name, type, bytes }) => ({ name, type, bytes: [...new Uint8Array(bytes)] }));
  });
}
