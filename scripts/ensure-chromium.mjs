/**
 * Prints the path of one Chromium that starts: CHROMIUM_PATH, Playwright's own, one of the system, else one that is
 * fetched (Playwright's, Debian's, or the one inside an npm package).
 *   CHROMIUM_PATH=$(node scripts/ensure-chromium.mjs) npx playwright test
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled, fail, root } from './prepare.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macApps = ['Google Chrome', 'Chromium'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
const packaged = join(root, 'node_modules/.cache/chromium/');

const starts = (path) => existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;

/** stdout stays clean: it carries the path. */
const succeeds = (command, ...args) =>
  spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    timeout: 300_000,
    shell: process.platform === 'win32',
  }).status === 0;

export async function ensureChromium() {
  const path =
    (await find()) ?? (await fromPlaywright()) ?? (await fromDebian()) ?? (await fromPackage().catch(() => undefined));
  if (path === undefined) throw new Error('No Chromium that starts: install one, or set CHROMIUM_PATH to it');
  return path;
}

async function find() {
  const { chromium } = await import('@playwright/test');
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env.CHROMIUM_PATH ?? '', chromium.executablePath(), ...onPath, ...macApps].find(starts);
}

async function fromPlaywright() {
  return succeeds('npx', 'playwright', 'install', 'chromium') ? find() : undefined;
}

async function fromDebian() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return undefined;
  const become = process.getuid() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const apt = (...args) => succeeds(...become, ...args);
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium') ? find() : undefined;
}

/** The last version for Node 20. It unpacks itself into the temporary folder, with its own libnss3 if asked to. */
async function fromPackage() {
  if (process.platform !== 'linux') return undefined;
  if (
    !existsSync(join(packaged, 'node_modules')) &&
    !succeeds('npm', 'install', '--prefix', packaged, '@sparticuz/chromium@147.0.0')
  ) {
    return undefined;
  }
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const entry = createRequire(packaged).resolve('@sparticuz/chromium');
  const { default: chromium } = await import(pathToFileURL(entry).href);
  const path = await chromium.executablePath();
  return starts(path) ? path : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureInstalled().then(ensureChromium).then(console.log).catch(fail);
}
