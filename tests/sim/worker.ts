/** Runs seeds that the main process names, one message a seed back. Bundled by bundle.ts, started by pool.ts. */
import type { Script } from './actions.ts';
import type { FaultRates } from './faults.ts';
import { hooksOf } from './hooks.ts';
import { runSeed } from './seedRun.ts';
import { namesFromEnvironment, onMemory } from './stores.ts';

export interface Order {
  readonly seeds: readonly number[];
  /** What the seed shall do; null: what it draws. */
  readonly script: Script | null;
  /** Name of a wrapper in hooks.ts. */
  readonly hook: string | null;
  readonly doings: number | null;
  readonly weather: Partial<FaultRates> | null;
  readonly verbose: boolean;
}

const names = namesFromEnvironment();
// Not loaded where memory does: it costs more than a seed.
const stores = onMemory(names) ? null : import('./realStores.ts').then(({ openStores }) => openStores(names));

process.on('message', (order: Order) => {
  void carryOut(order);
});
process.on('disconnect', () => void stores?.then(({ close }) => close()));

async function carryOut({ seeds, script, hook, doings, weather, verbose }: Order): Promise<void> {
  // Refusals and lost connections are errors by the thousand; where they were made is worth its time for one seed only.
  Error.stackTraceLimit = verbose ? 20 : 0;
  for (const seed of seeds) {
    const result = await runSeed(seed, {
      hooks: hooksOf(hook),
      ...(stores === null ? {} : { stores: await stores }),
      ...(doings === null ? {} : { doings }),
      ...(weather === null ? {} : { weather }),
      ...(script === null ? {} : { script }),
      ...(verbose ? { log: (line: string) => console.log(line) } : {}),
    });
    process.send?.(result);
  }
  process.send?.('done');
}
