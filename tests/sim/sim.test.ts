/** The seeds that every test run plays: a fixed set, the runs that once failed, and all engines that are broken on purpose. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Script } from './actions.ts';
import { bundleWorker, removeBundle } from './bundle.ts';
import { hunt, mutants } from './mutants.ts';
import { runJob } from './pool.ts';
import { regressions } from './regressions.ts';
import { neverHappened, sumOf, takeIn } from './report.ts';
import type { SeedResult } from './seedRun.ts';
import { replay, shrink } from './shrink.ts';

const fixedSeeds = Array.from({ length: 420 }, (_, n) => 1_001 + n);

let worker = '';
beforeAll(async () => {
  worker = await bundleWorker();
});
afterAll(() => removeBundle(worker));

async function play(seeds: readonly number[], hook?: string): Promise<readonly SeedResult[]> {
  const results: SeedResult[] = [];
  const job = { worker, seeds, ...(hook === undefined ? {} : { hook }) };
  await runJob({ ...job, onResult: (result) => results.push(result) < 0 });
  return results;
}

/** Of an engine that is broken on purpose. */
async function firstFailure(): Promise<SeedResult> {
  const some = Array.from({ length: 30 }, (_, n) => n + 1);
  const failed = (await play(some, 'savedBeforeCommit')).find(({ violation }) => violation !== null);
  return failed as SeedResult;
}

test('[I1-I18] the shipped engines keep every promise under faults, and everything arrives when they stop', async () => {
  const results = await play(fixedSeeds);
  const failures = results.filter(({ violation }) => violation !== null);
  expect(failures.map(({ seed, violation }) => ({ seed, ...violation }))).toEqual([]);

  const sum = sumOf();
  for (const result of results) takeIn(sum, result);
  expect(neverHappened(sum)).toEqual([]); // what never happened was not tested
  for (const outcome of ['applied', 'rejected', 'held', 'held:waits_for', 'rejected:already_decided', 'not_saved']) {
    expect(sum.outcomes[outcome] ?? 0, outcome).toBeGreaterThan(0);
  }
});

test.each(regressions)('$name once broke a promise and does not any more', async ({ script }) => {
  expect((await replay(worker, script)).violation).toBeNull();
});

test('a seed plays the same every time', async () => {
  const { cpuSeconds: _, ...first } = (await play([77]))[0] as SeedResult;
  const { cpuSeconds: __, ...again } = (await play([77]))[0] as SeedResult;
  expect(again).toEqual(first);
});

test('the script of a run that fails plays as its seed did', async () => {
  const { cpuSeconds: _, ...failed } = await firstFailure();
  const { cpuSeconds: __, ...again } = await replay(worker, failed.script as Script, { hook: 'savedBeforeCommit' });
  expect(again).toEqual(failed);
});

test('a run that fails becomes short, and its script fails in the same way', async () => {
  const failed = await firstFailure();
  const { script, result } = await shrink(worker, failed, 'savedBeforeCommit');
  expect(result.violation?.invariant).toBe(failed.violation?.invariant);
  expect(script.actions.length).toBeLessThanOrEqual(20);
  expect((await replay(worker, script)).violation).toBeNull(); // the engine that is shipped keeps the promise
});

describe('engines that are broken on purpose', () => {
  const seeds = Array.from({ length: 600 }, (_, n) => n + 1);
  test.each(mutants)('$name is caught: $says', async (mutant) => {
    expect((await hunt(mutant, worker, seeds)).by).not.toBeNull();
  });

  test('words that are not in the source stop everything', async () => {
    const edit = { file: 'src/sync/rebase.ts', find: 'no such words', replace: '' };
    await expect(bundleWorker([edit])).rejects.toThrow('0 times, not once');
  });
});
