/** The faults that the simulator claims, how often they are drawn, and how often they really happened. The numbers are those
 *  of docs/reliability.md; each seed switches whole faults off, so that rare mixtures come up too. */
import type { Random } from './random.ts';

export const faultNames = {
  F1: 'request lost',
  F2: 'response lost',
  F3: 'request arrives twice',
  F4: 'a later request overtakes an earlier one',
  F5: 'request arrives days later',
  F6: 'body cut off at a byte',
  F7: 'a login page of the wifi answers everything with status 200',
  F8: 'answer 429, 500, 502 or 503, with and without Retry-After',
  F9: 'requests arrive, answers do not, for minutes',
  F10: 'the stream of pokes is dead and nobody notices',
  F11: 'the connection breaks at the border of a chunk of a photo',
  F12: 'tab killed while it waits, before, inside or after a transaction',
  F13: 'power loss: what is not on disk is gone',
  F14: 'tab frozen for hours while it holds the lock or a transaction',
  F15: 'two tabs lead at once',
  F16: 'storage full',
  F17: 'connection to storage lost',
  F18: 'storage evicted',
  F21: 'profile cloned: two phones with one device id',
  F22: 'session over, or that of another person in the same browser',
  F23: 'clock of a phone jumps by years, backwards or by an hour',
  F24: 'server crashes before or after a commit',
  F25: 'server restored from an older backup',
  F26: 'a newer phone sends what this server does not know',
  F27: 'deadlock or serialization failure',
  F28: 'disk of the server full, or no connection free',
  F29: 'handler fails for one command, or for all of them',
  F30: 'transaction that holds its lock for a minute',
  F31: 'another process answers the next page',
  F32: 'failover to a copy that lost the last moments',
  F33: 'rights given, changed, taken and given back; a device revoked and signed in anew',
  F34: 'what only the committee saw becomes public, and what was public private again',
  F35: 'same picture of a receipt twice',
  F36: 'same decision by two secretaries, equal and different',
  F37: 'file of unsent work taken in twice, tampered, out of order or from a revoked device',
  F38: 'a name is erased, between any two moments of the others',
} as const;
export type Fault = keyof typeof faultNames;

export type FaultRates = Readonly<Record<Fault, number>>;

/** Chance at each occasion: a request (F1-F8, F26), a chunk (F11), a transaction of a tab (F12, F16, F17), a lock (F15), a
 *  server transaction (F24, F27, F29, F30), a border between pages (F31). The others are weights of actions. */
const usual: FaultRates = {
  F1: 0.04,
  F2: 0.06,
  F3: 0.05,
  F4: 1, // comes from the delays of the others
  F5: 0.01,
  F6: 0.03,
  F7: 0.5,
  F8: 0.03,
  F9: 0.5,
  F10: 0.5,
  F11: 0.15,
  F12: 0.012,
  F13: 1,
  F14: 1,
  F15: 0.25,
  F16: 0.01,
  F17: 0.005,
  F18: 0.7,
  F21: 0.7,
  F22: 0.5,
  F23: 0.5,
  F24: 0.012,
  F25: 1,
  F26: 0.01,
  F27: 0.03,
  F28: 0.4,
  F29: 0.008,
  F30: 0.006,
  F31: 0.1,
  F32: 1.5,
  F33: 1,
  F34: 1, // these come from what people do
  F35: 1,
  F36: 1,
  F37: 1.5,
  F38: 1,
};

/** What forgets on the server (F25, F32), what forgets on a phone (F18) and what is there twice (F21) each undo what another
 *  of them relies on: together they lose more than anybody promises. One of them at most in a seed, in some seeds none. */
const alone: readonly (readonly [weight: number, keeps: readonly Fault[]])[] = [
  [4, []],
  [3, ['F25']],
  [2, ['F32']],
  [2, ['F18']],
  [2, ['F21']],
];

export function drawRates(random: Random): FaultRates {
  const rates: Record<Fault, number> = { ...usual };
  for (const fault of Object.keys(rates) as Fault[]) {
    const kind = random.next();
    if (kind < 0.2) rates[fault] = 0;
    else if (kind > 0.85 && fault !== 'F5') rates[fault] *= 3;
  }
  const kept = random.weighted(alone);
  for (const fault of ['F18', 'F21', 'F25', 'F32'] as const) rates[fault] = kept.includes(fault) ? usual[fault] : 0;
  if (kept.includes('F25')) rates.F37 *= 4; // files from before a restore come in after it
  if (kept.includes('F21')) rates.F37 *= 3; // both copies give theirs to others
  return rates;
}

export const noFaults: FaultRates = Object.fromEntries(Object.keys(usual).map((fault) => [fault, 0])) as Record<
  Fault,
  number
>;

/** Counts by name; the same kind serves faults and outcomes. */
export class Counts {
  readonly #counts: Record<string, number> = {};

  readonly add = (name: string, by = 1): void => {
    if (by > 0) this.#counts[name] = (this.#counts[name] ?? 0) + by;
  };

  get(name: string): number {
    return this.#counts[name] ?? 0;
  }

  toJSON(): Readonly<Record<string, number>> {
    return { ...this.#counts };
  }
}
