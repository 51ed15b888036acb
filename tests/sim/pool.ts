/** Spreads seeds over worker processes; slow and quick seeds even out because each worker asks for more when it is done. */
import { type ChildProcess, fork } from 'node:child_process';
import type { SeedResult } from './seedRun.ts';
import type { Order } from './worker.ts';

export interface Job {
  readonly worker: string; // path of a bundle
  readonly seeds: readonly number[];
  readonly hook?: string;
  readonly steps?: number;
  readonly verbose?: boolean;
  /** Answers true when enough is known. */
  readonly onResult: (result: SeedResult) => boolean;
}

const seedsAtOnce = 8;

export async function runJob(job: Job, processes = 2): Promise<void> {
  const rest = [...job.seeds];
  let enough = false;
  const nextSeeds = (): number[] =>
    enough ? [] : rest.splice(0, Math.max(1, Math.min(seedsAtOnce, rest.length >> 2)));
  const take = (result: SeedResult): void => {
    if (!enough && job.onResult(result)) enough = true;
  };
  await Promise.all(Array.from({ length: Math.min(processes, rest.length) }, () => runWorker(job, nextSeeds, take)));
}

function runWorker(job: Job, nextSeeds: () => number[], take: (result: SeedResult) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = fork(job.worker, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const order = (): void => {
      const seeds = nextSeeds();
      if (seeds.length === 0) {
        child.disconnect();
        return;
      }
      const { hook = null, steps = null, verbose = false } = job;
      child.send({ seeds, script: null, hook, steps, verbose } satisfies Order);
    };
    child.on('message', (message: SeedResult | 'done') => (message === 'done' ? order() : take(message)));
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
    order();
  });
}
