/** The built server as people run it, on a free port with an empty data folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
type Environment = Readonly<Record<string, string>>;

const startMsMax = 30_000;
const stopMsMax = 10_000;

export interface BuiltServer {
  readonly url: string;
  readonly dataDir: string;
  /** Everything the server printed so far, its first link too. */
  readonly output: () => string;
  /** Ends the process as a person would, with SIGTERM; the data stay, and `start` goes on with them on the same port. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Of the process that runs now. */
  readonly pid: () => number | undefined;
  /** SIGKILL: nothing is said and nothing is closed. */
  readonly kill: () => Promise<void>;
  /** Stops it and throws the data away. */
  readonly remove: () => Promise<void>;
}

/** `dist`: another build than the project's own, see {@link copyOfBuild}. `env` may depend on the data folder; `prepare`
 *  fills that first. */
export async function startBuiltServer({
  dist = join(projectRoot, 'dist'),
  env = {},
  prepare,
}: {
  readonly dist?: string;
  readonly env?: Environment | ((dataDir: string) => Environment);
  readonly prepare?: (dataDir: string) => Promise<void>;
} = {}): Promise<BuiltServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const dataDir = join(workFolder('data-'), 'data');
  const extra = typeof env === 'function' ? env(dataDir) : env;
  let child: ChildProcess | undefined;
  let output = '';

  async function start(): Promise<void> {
    const started = spawn(process.execPath, [join(dist, 'server/main.js')], {
      cwd: projectRoot,
      env: { ...process.env, ...extra, PORT: String(port), DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    const deadline = Date.now() + startMsMax;
    while (!(await answers(url))) {
      if (started.exitCode !== null || Date.now() > deadline) throw new Error(`The server does not start:\n${output}`);
      await pause(50);
    }
  }

  async function stop(): Promise<void> {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    const hard = setTimeout(() => running.kill('SIGKILL'), stopMsMax);
    await ended;
    clearTimeout(hard);
  }

  async function kill(): Promise<void> {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGKILL');
    await ended;
  }

  async function remove(): Promise<void> {
    await stop();
    rmSync(join(dataDir, '..'), { recursive: true, force: true });
  }

  await prepare?.(dataDir);
  await start();
  return { url, dataDir, output: () => output, pid: () => child?.pid, stop, start, kill, remove };
}

/** A copy that a test may replace by a newer build. Inside the project, so that the server still finds its packages. */
export function copyOfBuild(): string {
  const dist = workFolder('dist-');
  cpSync(join(projectRoot, 'dist'), dist, { recursive: true });
  return dist;
}

function workFolder(prefix: string): string {
  const parent = join(projectRoot, 'node_modules/.cache/e2e');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, prefix));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { redirect: 'manual' }).then(
    () => true,
    () => false,
  );
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
