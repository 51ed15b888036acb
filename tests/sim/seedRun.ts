/** Runs one seed to its end and says what came of it. */
import { hash } from 'node:crypto';
import type { Script } from './actions.ts';
import { closeStores } from './storeCheck.ts';
import { type Violation, World, type WorldOptions } from './world.ts';

export interface SeedResult {
  readonly seed: number;
  readonly doings: number;
  /** What the scheduler picked, one at every point where somebody waits. */
  readonly steps: number;
  /** Hash of what was done, one by one. */
  readonly played: string;
  readonly cpuSeconds: number;
  readonly violation: Violation | null;
  readonly lastDoings: readonly string[];
  /** Of a seed that failed: the same again without its chooser. */
  readonly script: Script | null;
  readonly faults: Readonly<Record<string, number>>;
  readonly outcomes: Readonly<Record<string, number>>;
}

const lastDoingsShown = 25;

export async function runSeed(seed: number, options: WorldOptions = {}): Promise<SeedResult> {
  const cpu = process.cpuUsage();
  const world = new World(seed, options);
  // A promise that nobody listens to would end a phone's tab or the server: as bad as a thrown error.
  const unheard = (error: unknown): void =>
    world.report('bug', `nobody caught ${error instanceof Error ? error.stack : String(error)}`);
  process.on('unhandledRejection', unheard);
  try {
    await world.run();
  } catch (error) {
    world.report('bug', `the world stopped: ${error instanceof Error ? error.stack : String(error)}`);
  }
  await closeStores(world);
  await new Promise((resolve) => setImmediate(resolve)); // Node tells about unheard promises between two tasks
  process.off('unhandledRejection', unheard);
  const { user, system } = process.cpuUsage(cpu);
  return {
    seed,
    cpuSeconds: (user + system) / 1_000_000,
    doings: world.doing,
    steps: world.scheduler.steps,
    played: hash('sha256', world.trace.join('\n')),
    violation: world.violation,
    lastDoings: world.violation === null ? [] : world.trace.slice(-lastDoingsShown),
    script: world.violation === null ? null : world.script,
    faults: world.faults.toJSON(),
    outcomes: world.outcomes.toJSON(),
  };
}

/** Adds the counts of one seed to a sum. */
export function addCounts(sum: Record<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
}
