/** The built server, killed again and again while phones work on it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuiltServer, copyOfBuild, projectRoot, startBuiltServer } from '../e2e/built-server.ts';
import { Random } from '../sim/random.ts';
import { BadLine } from './badLine.ts';
import { PowerLoss } from './powerLoss.ts';
import { type Judgement, Town } from './town.ts';

const phoneCount = 4;
const judgeEvery = 50;

export interface ServerTorture extends Judgement {
  readonly kills: number;
  readonly cuts: number; // of the line between phones and server
  readonly faults: number; // requests of the phones that came to nothing
  readonly lostSectors?: number; // written, not synced, and gone with the power
}

export interface ServerOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Every kill is a power cut: what was not synced is gone. */
  readonly power?: boolean;
  /** A server that is broken on purpose: it answers before its work is synced. */
  readonly unsynced?: boolean;
  readonly tell: (line: string) => void;
}

export async function tortureServer(options: ServerOptions): Promise<ServerTorture> {
  const { rounds, seed, env = {}, power: cutsPower = false, unsynced = false, tell } = options;
  const dist = unsynced ? unsyncedBuild() : undefined;
  const random = new Random(seed);
  let power: PowerLoss | undefined;
  let line: BadLine | undefined;
  const server = await startBuiltServer({
    ...(dist === undefined ? {} : { dist }),
    env: (dataDir) => {
      power = cutsPower ? new PowerLoss(dataDir) : undefined;
      return { ...env, ...power?.env };
    },
  });
  try {
    const firstToken = /aanmelden#(\S+)/.exec(server.output())?.[1];
    if (firstToken === undefined) throw new Error(`no first link:\n${server.output()}`);
    line = await BadLine.to(server.url, random);
    const town = await Town.found(server.url, firstToken, { line: line.url, phoneCount, random });
    let judgement: Judgement | undefined;
    let lostSectors = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const stop = new AbortController();
      const work = town.phones.map((phone) => phone.work(stop.signal));
      await pause(random.between(20, 500));
      await server.kill();
      lostSectors += power?.cut(random) ?? 0;
      await server.start();
      await pause(random.between(0, 100));
      stop.abort();
      await Promise.all(work);
      if (round % judgeEvery === 0 || round === rounds) {
        judgement = await judge(town, server, env);
        tell(`  round ${round}: ${JSON.stringify(judgement)}`);
        if (judgement.lost + judgement.doubled + judgement.problems.length > 0) break;
      }
    }
    if (judgement === undefined) throw new Error('no round');
    const faults = town.phones.reduce((sum, phone) => sum + phone.faults, 0);
    return { kills: rounds, cuts: line.cuts, faults, ...(cutsPower ? { lostSectors } : {}), ...judgement };
  } finally {
    power?.end();
    await line?.end();
    if (dist !== undefined) rmSync(dist, { recursive: true, force: true });
    await server.remove();
  }
}

function unsyncedBuild(): string {
  const dist = copyOfBuild();
  const parts = join(dist, 'server/assets');
  const asked = 'pragma synchronous = full';
  const file = readdirSync(parts).find(
    (name) => name.endsWith('.js') && readFileSync(join(parts, name), 'utf8').includes(asked),
  );
  if (file === undefined) throw new Error(`the build does not say ${asked}`);
  const code = readFileSync(join(parts, file), 'utf8');
  writeFileSync(join(parts, file), code.replace(asked, 'pragma synchronous = off'));
  return dist;
}

/** By the phones' own books, and by the operator's `verify`, which recomputes everything. */
async function judge(town: Town, server: BuiltServer, env: Readonly<Record<string, string>>): Promise<Judgement> {
  await Promise.all(town.phones.map((phone) => phone.finish()));
  const judgement = await town.judge();
  const admin = join(projectRoot, 'dist/server/admin.js');
  const { stdout } = spawnSync(process.execPath, [admin, 'verify'], {
    env: { ...process.env, ...env, DATA_DIR: server.dataDir },
    encoding: 'utf8',
  });
  const report = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as { ok?: boolean; problems?: readonly string[] };
  const problems = report.ok === true ? [] : (report.problems ?? [stdout]).map((problem) => `verify: ${problem}`);
  return { ...judgement, problems: [...judgement.problems, ...problems] };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
