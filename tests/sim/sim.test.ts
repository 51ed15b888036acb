/** The seeds that every test run plays: a fixed set, those that once failed, and all engines that are broken on purpose. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleWorker, removeBundle } from './bundle.ts';
import { type Fault, faultNames } from './faults.ts';
import { hunt, mutants } from './mutants.ts';
import { runJob } from './pool.ts';
import { regressionSeeds } from './regressions.ts';
import { addCounts, type SeedResult } from './seedRun.ts';

const fixedSeeds = Array.from({ length: 60 }, (_, n) => 1_001 + n);

let worker = '';
beforeAll(async () => {
  worker = await bundleWorker();
});
afterAll(() => removeBundle(worker));

async function play(seeds: readonly number[]): Promise<readonly SeedResult[]> {
  const results: SeedResult[] = [];
  await runJob({ worker, seeds, onResult: (result) => results.push(result) < 0 });
  return results;
}

const failuresOf = (results: readonly SeedResult[]) =>
  results.filter(({ violation }) => violation !== null).map(({ seed, violation }) => ({ seed, ...violation }));

test('[I1-I18] the shipped engines keep every promise under faults, and everything arrives when they stop', async () => {
  const results = await play(fixedSeeds);
  expect(failuresOf(results)).toEqual([]);
  expect(results.map(({ steps }) => steps)).toEqual(fixedSeeds.map(() => 300));

  const faults: Record<string, number> = {};
  const outcomes: Record<string, number> = {};
  for (const result of results) {
    addCounts(faults, result.faults);
    addCounts(outcomes, result.outcomes);
  }
  // What never happened was not tested: every fault that is claimed, and every way in which a command can end.
  expect((Object.keys(faultNames) as Fault[]).filter((fault) => (faults[fault] ?? 0) === 0)).toEqual([]);
  for (const outcome of ['applied', 'rejected', 'held', 'waits_for', 'already_decided', 'not_permitted', 'not_saved']) {
    expect(outcomes[outcome] ?? 0, outcome).toBeGreaterThan(0);
  }
});

test('seeds that once broke a promise stay whole', async () => {
  expect(failuresOf(await play(regressionSeeds.map(({ seed }) => seed)))).toEqual([]);
});

test('a seed plays the same every time', async () => {
  const [first] = await play([77]);
  const [again] = await play([77]);
  expect(again).toEqual(first);
});

describe('engines that are broken on purpose', () => {
  const seeds = Array.from({ length: 60 }, (_, n) => n + 1);
  test.each(mutants)('$name is caught: $says', async (mutant) => {
    expect((await hunt(mutant, worker, seeds)).by).not.toBeNull();
  });

  test('words that are not in the source stop everything', async () => {
    const edit = { file: 'src/sync/rebase.ts', find: 'no such words', replace: '' };
    await expect(bundleWorker([edit])).rejects.toThrow('0 times, not once');
  });
});
