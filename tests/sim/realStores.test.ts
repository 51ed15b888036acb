/** Some seeds on the stores that are shipped, in every test run; a night plays many (docs/reliability.md). */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bundleWorker, type Edit, removeBundle } from './bundle.ts';
import { runJob } from './pool.ts';
import { prepareStores } from './prepareStores.ts';
import type { SeedResult } from './seedRun.ts';
import type { StoreNames } from './stores.ts';

let worker = '';
let clearAway: () => Promise<void> = async () => undefined;
beforeAll(async () => {
  worker = await bundleWorker();
});
afterEach(() => clearAway());
afterAll(() => removeBundle(worker));

const on = async (names: StoreNames): Promise<void> => {
  clearAway = await prepareStores(names);
};
/** Stops at the first seed that fails. */
async function play(seeds: readonly number[], { bundle = worker, doings = 300 } = {}): Promise<readonly SeedResult[]> {
  const results: SeedResult[] = [];
  await runJob({
    worker: bundle,
    seeds,
    doings,
    onResult: (result) => results.push(result) > 0 && result.violation !== null,
  });
  return results;
}

test.each<[StoreNames['store'], StoreNames['server'], number]>([
  ['dexie', 'memory', 3],
  ['memory', 'sqlite', 4],
  ['memory', 'postgres', 4],
])('[I1-I18] phones on %s and a server on %s keep every promise too', async (store, server, count) => {
  const seeds = Array.from({ length: count }, (_, n) => 2_001 + n);
  await on({ store, server });
  const results = await play(seeds);
  const failures = results.filter(({ violation }) => violation !== null);
  expect(failures.map(({ seed, violation }) => ({ seed, ...violation }))).toEqual([]);
  expect(results.map(({ doings }) => doings)).toEqual(seeds.map(() => 300));
});

test('a seed plays the same every time, however fast the real stores are', async () => {
  await on({ store: 'dexie', server: 'postgres' });
  const [one, other] = await play([77, 77], { doings: 100 }); // in two processes at once
  const { cpuSeconds: _, ...first } = one as SeedResult;
  const { cpuSeconds: __, ...again } = other as SeedResult;
  expect(again).toEqual(first);
});

const edit = (file: string, find: string, replace: string): Edit => ({ file, find, replace });
describe('shipped stores that are broken on purpose', () => {
  test.each<[string, StoreNames, Edit]>([
    [
      'Dexie leaves the first of a range',
      { store: 'dexie', server: 'memory' },
      edit('src/store/dexieStore.ts', 'mutable(last), true, true)', 'mutable(last), false, true)'),
    ],
    [
      'SQLite keeps what a savepoint took back',
      { store: 'memory', server: 'sqlite' },
      edit('server/db/sqliteConnection.ts', "say('rollback to s');", ''),
    ],
    [
      'PostgreSQL keeps an old number',
      { store: 'memory', server: 'postgres' },
      edit('server/db/queries.ts', ".doUpdateSet({ last_seq: param('seq') })", '.doNothing()'),
    ],
  ])('%s, and it is noticed', async (_, names, broken) => {
    await on(names);
    const bundle = await bundleWorker([broken]);
    try {
      const results = await play([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { bundle });
      expect(results.at(-1)?.violation).not.toBeNull();
    } finally {
      await removeBundle(bundle);
    }
  });
});
