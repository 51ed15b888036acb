/**
 * What every command of package.json leans on, so that each works on a fresh clone: install what the lock file says,
 * build what is stale, run a child that dies with us. Plain Node: nothing here may import from node_modules.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const children = new Set();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a program in the project folder and gives its exit code. A signal to us goes on to it, and we end as it ends. */
export function run(command, args, { env = process.env, stdio = 'inherit', shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio, shell });
    if (children.size === 0) for (const name of signals) process.on(name, passOn);
    children.add(child);
    // With pipes: shown only if it fails.
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    const done = () => {
      children.delete(child);
      if (children.size === 0) for (const name of signals) process.off(name, passOn);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('close', (code, signal) => {
      done();
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      const result = signal === null ? (code ?? 1) : 128 + (constants.signals[signal] ?? 0);
      if (stopping) process.exit(result);
      resolve(result);
    });
  });
}

let stopping = false;
function passOn(signal) {
  stopping = true;
  for (const child of children) child.kill(signal);
}

/** Node with one of the installed tools, without npx: no shell, no question, no download. */
export const runTool = (file, args, options) =>
  run(process.execPath, [join(root, 'node_modules', file), ...args], options);

/**
 * Asks the content and not the date of the lock file: a checkout or a copy changes dates, and `npm ci` throws
 * node_modules away, under a running server too. Optional packages may be absent: they do not build everywhere.
 */
export function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

export async function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installing what package-lock.json names (about two minutes the first time) …');
  // --include=dev: with NODE_ENV=production npm would leave out what builds the app. stdout stays clean for the caller.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], { stdio: ['ignore', 2, 2] })
    : await run('npm', args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (code !== 0) throw new Error(`npm ci ended with code ${code}`);
}

const sources = ['src', 'sw', 'server', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];
// The service worker is written last: a build that was cut off lacks it.
const products = ['dist/web/index.html', 'dist/web/sw.js', 'dist/server/main.js'];

export function isBuilt() {
  const built = products.map((file) => join(root, file));
  if (!built.every((file) => existsSync(file))) return false;
  const builtAt = Math.min(...built.map((file) => statSync(file).mtimeMs));
  return sources.every((path) => newest(join(root, path)) < builtAt);
}

/** Folders count too: a removed file leaves only the date of its folder behind. Tests do not: no build holds them. */
function newest(path) {
  if (!existsSync(path) || /\.test\.tsx?$/.test(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), found.mtimeMs);
}

/** In few words: who starts the app or a tool wants that, and not a list of chunks. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  console.error('Building …');
  await build({ quiet: true });
}

/** The app with its service worker, then the server. stdout stays clean for the caller. */
export async function build({ quiet = false } = {}) {
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2];
  for (const extra of [[], ['--ssr']]) {
    const code = await runTool('vite/bin/vite.js', ['build', ...(quiet ? ['--logLevel', 'warn'] : []), ...extra], {
      stdio,
    });
    if (code !== 0) throw new Error(`vite build ended with code ${code}`);
  }
}

/** For a script's last line: an error in words, no stack for people who only wanted to start the thing. */
export function fail(error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
