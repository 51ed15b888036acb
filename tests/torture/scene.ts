/** Where the phones work: one server on SQLite, or two nodes on PostgreSQL. It knows how to fall over, and how to get up. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuiltServer, copyOfBuild, projectRoot, startBuiltServer } from '../e2e/built-server.ts';
import { startCluster } from '../postgres/cluster.ts';
import type { Random } from '../sim/random.ts';
import { PowerLoss } from './powerLoss.ts';

export interface Scene {
  readonly urls: readonly string[];
  /** Without a word to anybody; comes back before it resolves. */
  readonly fall: () => Promise<void>;
  /** One of the operator's commands; what it printed. */
  readonly admin: (...args: readonly string[]) => string;
  /** What happened, beside the kills. */
  readonly counts: () => Readonly<Record<string, number>>;
  readonly end: () => Promise<void>;
}

export interface SqliteOptions {
  readonly random: Random;
  /** Every kill is a power cut: what was not synced is gone. */
  readonly power?: boolean;
  /** A server that is broken on purpose: it answers before its work is synced. */
  readonly broken?: boolean;
}

export async function onSqlite({ random, power: cutsPower = false, broken = false }: SqliteOptions): Promise<Scene> {
  const dist = broken ? unsyncedBuild() : undefined;
  let power: PowerLoss | undefined;
  let lostSectors = 0;
  const server = await startBuiltServer({
    ...(dist === undefined ? {} : { dist }),
    env: (dataDir) => {
      power = cutsPower ? new PowerLoss(dataDir) : undefined;
      return power?.env ?? {};
    },
  });
  return {
    urls: [server.url],
    fall: async () => {
      await server.kill();
      lostSectors += power?.cut(random) ?? 0;
      await server.start();
    },
    admin: (...args) => admin(args, server, power?.env ?? {}), // it syncs too
    counts: () => (cutsPower ? { lostSectors } : {}),
    end: async () => {
      power?.end();
      await server.remove();
      if (dist !== undefined) rmSync(dist, { recursive: true, force: true });
    },
  };
}

const nodeCount = 2;
const databaseCrashes = 0.3; // of the falls; the others are a node's

export async function onPostgres(random: Random): Promise<Scene> {
  const cluster = await startCluster([]); // with fsync, as in life
  const env = { DATABASE_URL: cluster.url('postgres') };
  const nodes: BuiltServer[] = [];
  for (let n = 0; n < nodeCount; n += 1) nodes.push(await startBuiltServer({ env }));
  let crashes = 0;
  return {
    urls: nodes.map(({ url }) => url),
    fall: async () => {
      if (random.chance(databaseCrashes)) {
        crashes += 1;
        await cluster.crash();
        await cluster.start();
        return;
      }
      const node = random.pick(nodes);
      await node.kill();
      await node.start();
    },
    admin: (...args) => admin(args, random.pick(nodes), env),
    counts: () => ({ databaseCrashes: crashes }),
    end: async () => {
      for (const node of nodes) await node.remove();
      await cluster.stop();
    },
  };
}

function admin(args: readonly string[], { dataDir }: BuiltServer, extra: Readonly<Record<string, string>>): string {
  const env = { ...process.env, ...extra, DATA_DIR: dataDir };
  const program = join(projectRoot, 'dist/server/admin.js');
  return spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8' }).stdout;
}

function unsyncedBuild(): string {
  const dist = copyOfBuild();
  const parts = join(dist, 'server/assets');
  const asked = 'pragma synchronous = full';
  const files = readdirSync(parts).filter((name) => name.endsWith('.js'));
  const file = files.find((name) => readFileSync(join(parts, name), 'utf8').includes(asked));
  if (file === undefined) throw new Error(`the build does not say ${asked}`);
  const code = readFileSync(join(parts, file), 'utf8');
  writeFileSync(join(parts, file), code.replace(asked, 'pragma synchronous = off'));
  return dist;
}
