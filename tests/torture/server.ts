/** Servers that are killed again and again while phones work on them, over a line that is bad. */
import { Random } from '../sim/random.ts';
import { BadLine } from './badLine.ts';
import { onPostgres, onSqlite, type Scene } from './scene.ts';
import { type Judgement, Town } from './town.ts';

const phoneCount = 4;
const judgeEvery = 50;

export interface ServerTorture extends Judgement {
  readonly kills: number;
  readonly cuts: number; // of the line between phones and server
  readonly faults: number; // requests of the phones that came to nothing
}

export interface ServerOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly database?: 'sqlite' | 'postgres';
  readonly power?: boolean;
  readonly broken?: boolean;
  readonly tell: (line: string) => void;
}

export async function tortureServer(options: ServerOptions): Promise<ServerTorture> {
  const { rounds, seed, database = 'sqlite', power = false, broken = false, tell } = options;
  const random = new Random(seed);
  const scene = database === 'postgres' ? await onPostgres(random) : await onSqlite({ random, power, broken });
  let line: BadLine | undefined;
  try {
    const firstToken = /aanmelden#([\w-]+)/.exec(scene.admin('invite'))?.[1];
    if (firstToken === undefined) throw new Error('no first link');
    line = await BadLine.to(scene.urls, random);
    const url = scene.urls[0] ?? '';
    const town = await Town.found(url, firstToken, { line: line.url, phoneCount, random });
    let judgement: Judgement | undefined;
    for (let round = 1; round <= rounds; round += 1) {
      const stop = new AbortController();
      const work = town.phones.map((phone) => phone.work(stop.signal));
      await pause(random.between(20, 500));
      await scene.fall();
      await pause(random.between(0, 100));
      stop.abort();
      await Promise.all(work);
      if (round % judgeEvery !== 0 && round !== rounds) continue;
      judgement = await judge(town, scene);
      tell(`  round ${round}: ${JSON.stringify(judgement)}`);
      if (judgement.lost + judgement.doubled + judgement.problems.length > 0) break;
    }
    if (judgement === undefined) throw new Error('no round');
    const faults = town.phones.reduce((sum, phone) => sum + phone.faults, 0);
    return { kills: rounds, cuts: line.cuts, faults, ...scene.counts(), ...judgement };
  } finally {
    await line?.end();
    await scene.end();
  }
}

/** By the phones' own books, and by the operator's `verify`, which recomputes everything. */
async function judge(town: Town, scene: Scene): Promise<Judgement> {
  await Promise.all(town.phones.map((phone) => phone.finish()));
  const judgement = await town.judge();
  const said = scene.admin('verify');
  const report = JSON.parse(said.trim().split('\n').at(-1) ?? '{}') as { ok?: boolean; problems?: readonly string[] };
  const problems = report.ok === true ? [] : (report.problems ?? [said]).map((problem) => `verify: ${problem}`);
  return { ...judgement, problems: [...judgement.problems, ...problems] };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
