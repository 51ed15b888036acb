/** Spreads seeds over worker processes; slow and quick seeds even out because each worker asks for more when it is done. */
import { type ChildProcess, fork } from 'node:child_process';
import type { FaultRates } from './faults.ts';
import type { SeedResult } from './seedRun.ts';
import type { Order } from './worker.ts';

export interface Job {
  readonly worker: string; // path of a bundle
  readonly seeds: readonly number[];
  readonly hook?: string;
  readonly doings?: number;
  readonly weather?: Partial<FaultRates>;
  readonly verbose?: boolean;
  /** Answers true when enough is known. */
  readonly onResult: (result: SeedResult) => boolean;
}

const seedsAtOnce = 8;
/** Worlds live for a fifth of a second: room for a whole one before the first collection, and no thread beside it. Much
 *  code, none of it hot: machine code at once, the optimizing compiler later than usual. */
export const workerFlags = [
  '--max-semi-space-size=64',
  '--single-threaded-gc',
  '--always-sparkplug',
  '--interrupt-budget=600000',
];

export async function runJob(job: Job, processes = 2): Promise<void> {
  const rest = [...job.seeds];
  const children = new Set<ChildProcess>();
  const nextSeeds = (): number[] => rest.splice(0, Math.max(1, Math.min(seedsAtOnce, rest.length >> 2)));
  let enough = false;
  const take = (result: SeedResult): void => {
    if (enough) return;
    enough = job.onResult(result);
    if (enough) for (const child of children) child.kill(); // what they still play would change nothing
  };
  const run = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(job.worker, { execArgv: workerFlags, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      children.add(child);
      const order = (): void => {
        const seeds = nextSeeds();
        const { hook = null, doings = null, weather = null, verbose = false } = job;
        if (seeds.length === 0) child.disconnect();
        else child.send({ seeds, script: null, hook, doings, weather, verbose } satisfies Order);
      };
      child.on('message', (message: SeedResult | 'done') => (message === 'done' ? order() : take(message)));
      child.on('error', (error) => (enough ? resolve() : reject(error)));
      child.on('exit', (code) => (enough || code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
      order();
    });
  await Promise.all(Array.from({ length: Math.min(processes, rest.length) }, run));
}
