import { expect, test } from 'vitest';
import { BrokenPromise } from './heal.ts';
import { type Failure, Loop } from './loop.ts';
import { type Ports, SignedOut, StorageFull, Unreachable } from './ports.ts';
import { limits } from './protocol.ts';
import type { Wake } from './waker.ts';

/** A loop whose sleeps are written down; each round does what the script says, after the last one it stops. */
async function play(
  script: readonly ((interrupted: () => boolean, loop: Loop) => unknown)[],
  lock: () => 'free' | 'busy' = () => 'free',
) {
  const stop = new AbortController();
  const sleeps: { readonly ms: number; readonly woken: boolean }[] = [];
  const reports: (Failure | null)[] = [];
  const alarms: string[] = [];
  let rounds = 0;
  const ports = {
    clock: {
      now: () => 0,
      sleep: async (ms: number, wake: Wake) => {
        sleeps.push({ ms, woken: wake.aborted });
        if (rounds >= script.length) stop.abort();
      },
    },
    locks: { ifFree: async (_: string, body: () => Promise<unknown>) => (lock() === 'busy' ? 'busy' : body()) },
    random: () => 0.5,
    alarm: (code: string) => alarms.push(code),
  } as unknown as Ports;
  const loop: Loop = new Loop(ports, {
    lock: 'sync:a',
    round: async (interrupted) => {
      rounds += 1;
      await script[rounds - 1]?.(interrupted, loop);
    },
    report: (failure) => reports.push(failure),
  });
  await loop.run(stop.signal);
  return { sleeps, reports, alarms, rounds };
}
const fails = (error: Error) => () => {
  throw error;
};
const fine = () => undefined;

test('[I17] waits longer after each failure, at most five minutes, and a success begins anew', async () => {
  const offline = Array.from({ length: 12 }, () => fails(new Unreachable('offline')));
  const { sleeps, reports, alarms } = await play([...offline, fine, fails(new Unreachable('offline'))]);
  const seconds = sleeps.map(({ ms }) => ms / 1_000);
  expect(seconds).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 60, 1]);
  expect(reports[0]).toEqual({ code: 'unreachable', offline: true });
  expect(reports[12]).toBeNull();
  expect(alarms).toEqual([]); // no connection is no fault of ours
});

test('a server that names a time is not asked before it', async () => {
  const { sleeps } = await play([fails(new Unreachable('503', 20_000)), fails(new Unreachable('503', 9e9))]);
  expect(sleeps.map(({ ms }) => ms)).toEqual([20_000, limits.backoffMaxMs]);
});

test('[I17] a lock that stays busy is passed by in the end: its holder may be frozen', async () => {
  const { sleeps, rounds } = await play([fine], () => 'busy');
  expect(rounds).toBe(1);
  expect(sleeps.map(({ ms }) => ms)).toEqual([10_000, 10_000, 10_000, limits.pullEveryMs]);
});

test('a wake during a round makes the next one follow at once, and forgets earlier failures', async () => {
  const { sleeps } = await play([
    fails(new Unreachable('offline')),
    fails(new Unreachable('offline')),
    (interrupted, loop) => {
      expect(interrupted()).toBe(false);
      loop.wake();
      expect(interrupted()).toBe(true);
      throw new Unreachable('offline');
    },
    fails(new Unreachable('offline')),
  ]);
  expect(sleeps.map(({ ms, woken }) => [ms, woken])).toEqual([
    [1_000, false],
    [2_000, false],
    [1_000, true],
    [2_000, false],
  ]);
});

test('a nudge does not make a phone without a connection impatient', async () => {
  const nudged = (_: () => boolean, loop: Loop) => {
    loop.nudge();
    throw new Unreachable('offline');
  };
  const { sleeps } = await play([fails(new Unreachable('offline')), nudged, fails(new Unreachable('offline'))]);
  expect(sleeps.map(({ ms }) => ms)).toEqual([1_000, 2_000, 4_000]);
});

test('each kind of failure has a code of its own; broken promises and bugs raise an alarm', async () => {
  const { reports, alarms } = await play([
    fails(new SignedOut('401')),
    fails(new StorageFull('full')),
    fails(new BrokenPromise('missing_outcome', { deviceSeq: 3 })),
    fails(new TypeError('ours')),
    fails(new Unreachable('blocked')),
  ]);
  expect(reports.map((report) => report?.code)).toEqual([
    'signed_out',
    'storage_full',
    'missing_outcome',
    'sync_failed',
    'blocked',
  ]);
  expect(alarms).toEqual(['missing_outcome', 'sync_failed']);
});
