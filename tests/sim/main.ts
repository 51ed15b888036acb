/** `npm run sim`: many seeds, then the mutants; the last line is one line of JSON. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Script } from './actions.ts';
import { bundleWorker, removeBundle } from './bundle.ts';
import { hunt, mutants } from './mutants.ts';
import { runJob } from './pool.ts';
import { prepareStores } from './prepareStores.ts';
import { isWhole, neverHappened, report, type Sum, sumOf, takeIn } from './report.ts';
import type { SeedResult } from './seedRun.ts';
import { replay, type Shrunk, shrink } from './shrink.ts';
import { onMemory, storeNames } from './stores.ts';

const help = `npm run sim -- [--seeds N] [--from S] [--doings N] [--no-mutants] [--shrink-mutants]
npm run sim -- --seed S          runs one seed and tells all that is done
npm run sim -- --replay FILE     plays a script again and tells all that is done
  --store memory|dexie              what phones write to: memory, or the app's own store on fake-indexeddb
  --server memory|sqlite|postgres   what the server writes to: memory, or its own store on a real database

Three phones, two committees and a server in one process under virtual time, with faults drawn from the seed. A seed that
fails is made short and written as a script. Ends with 1 when an invariant broke, when a fault that is claimed never
happened, or when a broken engine was not caught. Broken engines are played on memory only.`;

const workers = 2;
const seedsForMutants = 600;
const failuresShown = 3;
const scriptsAt = 'node_modules/.cache/sim-failures';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    doings: { type: 'string' },
    store: { type: 'string', default: 'memory' },
    server: { type: 'string', default: 'memory' },
    replay: { type: 'string' },
    'no-mutants': { type: 'boolean', default: false },
    'shrink-mutants': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} wants a whole number, not ${text}`);
  return number;
}

async function runSeeds(worker: string, seeds: readonly number[], verbose: boolean): Promise<Sum> {
  const sum = sumOf();
  const doings = values.doings === undefined ? {} : { doings: wholeNumber('doings', values.doings) };
  const onResult = (result: SeedResult): boolean => {
    takeIn(sum, result);
    return false;
  };
  await runJob({ worker, seeds, verbose, ...doings, onResult }, workers);
  return sum;
}

function show({ seed, violation, lastDoings }: SeedResult): void {
  console.log(`\nseed ${seed}, doing ${violation?.doing}: ${violation?.invariant} ${violation?.message}`);
  for (const doing of lastDoings) console.log(`  ${doing}`);
}

async function showShort(worker: string, found: SeedResult): Promise<void> {
  show(found);
  console.log(`  again with: npm run sim -- --seed ${found.seed}${where()}`);
  const short = await shrink(worker, found);
  console.log(`\nmade short in ${short.runs} runs: ${lengthOf(short)}`);
  show(short.result);
  const file = join(scriptsAt, `seed-${found.seed}.json`);
  await mkdir(scriptsAt, { recursive: true });
  await writeFile(file, `${JSON.stringify(short.script, null, 1)}\n`);
  console.log(`  again with: npm run sim -- --replay ${file}${where()}; to keep it, move it to tests/sim/regressions/`);
}

/** The options that say which stores it was. */
const where = (): string =>
  onMemory(storeNames(values.store, values.server)) ? '' : ` --store ${values.store} --server ${values.server}`;

const lengthOf = ({ script }: Shrunk): string =>
  `${script.actions.length} doings, faults ${Object.keys(script.rates).join(' ') || 'none'}`;

async function runMutants(worker: string): Promise<{ readonly all: number; readonly caught: number }> {
  const seeds = Array.from({ length: seedsForMutants }, (_, n) => n + 1);
  let caught = 0;
  for (const mutant of mutants) {
    const { by, shrunk } = await hunt(mutant, worker, seeds, values['shrink-mutants']);
    if (by !== null) caught += 1;
    const found = by === null ? '' : ` by ${by.violation?.invariant} in seed ${by.seed}, doing ${by.violation?.doing}`;
    const short = shrunk === null ? '' : `; made short: ${lengthOf(shrunk)}`;
    console.log(`${by === null ? 'NOT caught' : 'caught'} ${mutant.name}${found}${short}`);
  }
  return { all: mutants.length, caught };
}

async function playAgain(worker: string, file: string): Promise<number> {
  const script = JSON.parse(await readFile(file, 'utf8')) as Script;
  const result = await replay(worker, script, { verbose: true });
  if (result.violation !== null) show(result);
  return result.violation === null ? 0 : 1;
}

async function main(): Promise<number> {
  if (values.help) {
    console.log(help);
    return 0;
  }
  const started = performance.now();
  const single = values.seed === undefined ? null : wholeNumber('seed', values.seed);
  const from = wholeNumber('from', values.from);
  const count = single === null ? wholeNumber('seeds', values.seeds) : 1;
  const seeds = Array.from({ length: count }, (_, n) => (single ?? from) + n);
  const names = storeNames(values.store, values.server);
  const worker = await bundleWorker();
  let clearAway = async (): Promise<void> => undefined;
  try {
    clearAway = await prepareStores(names);
    if (values.replay !== undefined) return await playAgain(worker, values.replay);
    const begun = performance.now();
    const sum = await runSeeds(worker, seeds, single !== null);
    const secondsOfSeeds = (performance.now() - begun) / 1_000;
    for (const found of sum.failed.slice(0, failuresShown)) await showShort(worker, found);
    const noMutants = single !== null || values['no-mutants'] || !onMemory(names);
    const played = noMutants ? { all: 0, caught: 0 } : await runMutants(worker);
    for (const missing of neverHappened(sum)) console.log(`never happened: ${missing}`);
    const seconds = (performance.now() - started) / 1_000;
    const told = report(seeds.length, sum, played, secondsOfSeeds, seconds);
    console.log(JSON.stringify({ ...names, ...told }));
    return isWhole(sum) && played.caught === played.all ? 0 : 1;
  } finally {
    await removeBundle(worker);
    await clearAway();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
