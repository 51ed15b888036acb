/** What came of many seeds, and what must have come up in them: a fault or an outcome that never was, was not tested. */
import { commands } from '../../src/domain/commands/index.ts';
import { type RejectionCode, rejections } from '../../src/domain/rejections.ts';
import { type Fault, faultNames } from './faults.ts';
import { addCounts, type SeedResult } from './seedRun.ts';
import { stepsMin } from './world.ts';

export interface Sum {
  seeds: number;
  doings: number;
  steps: number;
  fewestSteps: number; // in one seed
  cpuSeconds: number;
  readonly failed: SeedResult[];
  readonly faults: Record<string, number>;
  readonly outcomes: Record<string, number>;
}

export const sumOf = (): Sum => ({
  ...{ seeds: 0, doings: 0, steps: 0, fewestSteps: Number.POSITIVE_INFINITY, cpuSeconds: 0 },
  ...{ failed: [], faults: {}, outcomes: {} },
});

/** Answers how many seeds failed so far. */
export function takeIn(sum: Sum, result: SeedResult): number {
  sum.seeds += 1;
  sum.doings += result.doings;
  sum.steps += result.steps;
  sum.fewestSteps = Math.min(sum.fewestSteps, result.steps);
  sum.cpuSeconds += result.cpuSeconds;
  addCounts(sum.faults, result.faults);
  addCounts(sum.outcomes, result.outcomes);
  if (result.violation !== null) sum.failed.push(result);
  return sum.failed.length;
}

/** Ways in which a command, a file or a phone can end, beside the refusals. */
const claimedOutcomes = [
  ...['saved', 'not_saved', 'applied', 'rejected', 'held', 'settled_as_applied', 'settled_as_rejected'],
  ...['held:waits_for', 'held:unknown_command', 'held:depends_on_held', 'held:server_error', 'held:healing'],
  ...[
    'bundle_once',
    'bundle_twice',
    'bundle_tampered',
    'bundle_of_revoked',
    'same_decision_equal',
    'same_decision_different',
  ],
  ...[
    'private_again',
    'photo_seen',
    'photo_not_seen',
    'lost_by_eviction',
    'drained_beside_a_frozen_tab',
    'commit_undone_by_power_loss',
  ],
];
/** Every way in which the server answers a phone, as serverHost.ts counts them, and every alarm that a fault may raise. */
const claimedAnswers = [
  ...['push_taken', 'push_retry', 'push_gap', 'push_forked', 'push_auth', 'push_epoch'].map((name) => `answer_${name}`),
  ...['pull_page', 'pull_last', 'pull_restart', 'pull_not_member'].map((name) => `answer_${name}`),
  ...['taken', 'waiting', 'retry', 'forked', 'wrong_signature'].map((name) => `answer_relay_${name}`),
  ...['500', 'signed_out', 'revoked', 'other_device'].map((name) => `answer_${name}`),
  ...['forked', 'held_failed_again', 'history_lost', 'server_error', 'unknown_command'].map((name) => `alarm_${name}`),
];
/** No phone and no server comes to it: whoever founded is a chair by then, and chairs may not found. */
const neverReached: ReadonlySet<RejectionCode> = new Set(['already_founded']);
/** Of some 150 commands a few come at the end of a long way (an award, an advance, its payment, its receipts): in a small
 *  run they may stay away, in a larger one some of them, in a large one none. */
const seldomMax = 8;
const seedsForCommands = 400;
const seedsForFaults = 200; // one seed switches some faults off; over many every one must have come up
const seedsForAnswers = 500;
const seedsForCodes = 2_000; // some refusals are rare

export function neverHappened({ seeds, fewestSteps, faults, outcomes }: Sum): readonly string[] {
  const missing: string[] = [];
  if (seeds >= seedsForFaults) {
    if (fewestSteps < stepsMin) missing.push(`${stepsMin} steps in every seed`);
    for (const fault of Object.keys(faultNames) as Fault[]) {
      if ((faults[fault] ?? 0) === 0) missing.push(`${fault} ${faultNames[fault]}`);
    }
  }
  if (seeds >= seedsForCommands) {
    const absent = Object.keys(commands).filter((name) => outcomes[`applied:${name}`] === undefined);
    if (seeds >= seedsForCodes || absent.length > seldomMax) missing.push(...absent);
  }
  if (seeds >= seedsForAnswers) missing.push(...claimedAnswers.filter((name) => outcomes[name] === undefined));
  if (seeds < seedsForCodes) return missing;
  // A refusal counts on the phone too: a form that is stopped there sends nothing.
  const refused = (code: string): boolean =>
    outcomes[`rejected:${code}`] !== undefined || outcomes[`phone_${code}`] !== undefined;
  missing.push(...claimedOutcomes.filter((name) => outcomes[name] === undefined));
  const codes = Object.keys(rejections) as RejectionCode[];
  missing.push(...codes.filter((code) => !refused(code) && !neverReached.has(code)));
  return missing;
}

export const isWhole = (sum: Sum): boolean => sum.failed.length === 0 && neverHappened(sum).length === 0;

const tenths = (seconds: number): number => Math.round(seconds * 10) / 10;
const sorted = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })));

export function report(
  seeds: number,
  { doings, steps, fewestSteps, failed, faults, outcomes, cpuSeconds }: Sum,
  mutants: { readonly all: number; readonly caught: number },
  secondsOfSeeds: number,
  seconds: number,
) {
  return {
    ...{ seeds, doings, steps, fewestSteps },
    ...{ violations: failed.length, faults: sorted(faults), outcomes: sorted(outcomes) },
    ...{ mutants: mutants.all, mutantsCaught: mutants.caught, secondsOfSeeds: tenths(secondsOfSeeds) },
    ...{ cpuSecondsOfSeeds: tenths(cpuSeconds), seconds: tenths(seconds) },
  };
}
