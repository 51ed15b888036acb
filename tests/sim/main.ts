/** `npm run sim`: many seeds, then the mutants; the last line is one line of JSON. */
import { parseArgs } from 'node:util';
import { bundleWorker, removeBundle } from './bundle.ts';
import { type Fault, faultNames } from './faults.ts';
import { type Caught, hunt, mutants } from './mutants.ts';
import { runJob } from './pool.ts';
import { addCounts, type SeedResult } from './seedRun.ts';

const help = `npm run sim -- [--seeds N] [--from S] [--steps N] [--no-mutants]
npm run sim -- --seed S          runs one seed and tells every step

Three phones, two committees and a server in one process under virtual time, with faults drawn from the seed. Ends with 1
when an invariant broke, when a fault that is claimed never happened, or when a broken engine was not caught.`;

const workers = 2;
const seedsForMutants = 60;
const failuresShown = 3;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    steps: { type: 'string' },
    'no-mutants': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} wants a whole number, not ${text}`);
  return number;
}

interface Sum {
  steps: number;
  readonly failed: SeedResult[];
  readonly faults: Record<string, number>;
  readonly outcomes: Record<string, number>;
}

async function runSeeds(worker: string, seeds: readonly number[], verbose: boolean): Promise<Sum> {
  const sum: Sum = { steps: 0, failed: [], faults: {}, outcomes: {} };
  const steps = values.steps === undefined ? {} : { steps: wholeNumber('steps', values.steps) };
  const onResult = (result: SeedResult): boolean => {
    sum.steps += result.steps;
    addCounts(sum.faults, result.faults);
    addCounts(sum.outcomes, result.outcomes);
    if (result.violation !== null) {
      sum.failed.push(result);
      if (sum.failed.length <= failuresShown) show(result);
    }
    return false;
  };
  await runJob({ worker, seeds, verbose, ...steps, onResult }, workers);
  return sum;
}

function show({ seed, violation, lastSteps }: SeedResult): void {
  console.log(`\nseed ${seed}, step ${violation?.step}: ${violation?.invariant} ${violation?.message}`);
  for (const step of lastSteps) console.log(`  ${step}`);
  console.log(`  again with: npm run sim -- --seed ${seed}`);
}

async function runMutants(worker: string): Promise<readonly Caught[]> {
  const seeds = Array.from({ length: seedsForMutants }, (_, n) => n + 1);
  const all: Caught[] = [];
  for (const mutant of mutants) {
    const caught = await hunt(mutant, worker, seeds);
    all.push(caught);
    const { by } = caught;
    console.log(
      by === null ? `NOT caught: ${mutant.name}` : `caught ${mutant.name} by ${by.invariant} in seed ${by.seed}`,
    );
  }
  return all;
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
  const worker = await bundleWorker();
  try {
    const sum = await runSeeds(worker, seeds, single !== null);
    const secondsOfSeeds = (performance.now() - started) / 1_000;
    const caught = single !== null || values['no-mutants'] ? null : await runMutants(worker);
    const missing = (Object.keys(faultNames) as Fault[]).filter((fault) => (sum.faults[fault] ?? 0) === 0);
    // One seed switches some faults off; over many every one must have come up.
    const claimed = seeds.length >= 50 ? missing : [];
    for (const fault of claimed) console.log(`never happened: ${fault} ${faultNames[fault]}`);
    const uncaught = caught?.filter(({ by }) => by === null).length ?? 0;
    console.log(JSON.stringify(report(seeds.length, sum, caught, secondsOfSeeds, started)));
    return sum.failed.length > 0 || claimed.length > 0 || uncaught > 0 ? 1 : 0;
  } finally {
    await removeBundle(worker);
  }
}

function report(seeds: number, sum: Sum, caught: readonly Caught[] | null, secondsOfSeeds: number, started: number) {
  const tenths = (seconds: number): number => Math.round(seconds * 10) / 10;
  const sorted = (counts: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(counts).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })));
  return {
    seeds,
    steps: sum.steps,
    violations: sum.failed.length,
    faults: sorted(sum.faults),
    outcomes: sorted(sum.outcomes),
    mutants: caught?.length ?? 0,
    mutantsCaught: caught?.filter(({ by }) => by !== null).length ?? 0,
    secondsOfSeeds: tenths(secondsOfSeeds),
    seconds: tenths((performance.now() - started) / 1_000),
  };
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
