/** The faults that the simulator claims, how often they are drawn, and how often they really happened. Numbers as in
 *  docs/sync.md's companion list; each seed switches whole faults off, so that rare mixtures come up too. */
import type { Random } from './random.ts';

export const faultNames = {
  F1: 'request lost',
  F2: 'response lost',
  F3: 'request arrives twice',
  F4: 'a later request overtakes an earlier one',
  F5: 'request arrives days later',
  F6: 'body cut off at a byte',
  F8: 'answer 503 or 500 without a decision',
  F12: 'tab killed while it waits, before, inside or after a transaction',
  F15: 'two tabs lead at once',
  F16: 'storage full',
  F17: 'connection to storage lost',
  F24: 'server crashes before or after a commit',
  F25: 'server restored from an older backup',
  F27: 'deadlock or serialization failure',
  F33: 'rights given, changed, taken and given back',
} as const;
export type Fault = keyof typeof faultNames;

export type FaultRates = Readonly<Record<Fault, number>>;

/** F25 is a weight too, in the seeds that have it. Chance at each occasion: a request (F1-F8), a transaction of a tab (F12, F16, F17), a lock (F15), a server
 *  transaction (F24, F27). F33 is a weight of the people's commands. */
const usual: FaultRates = {
  F1: 0.04,
  F2: 0.06,
  F3: 0.05,
  F4: 1, // comes from the delays of the others
  F5: 0.01,
  F6: 0.03,
  F8: 0.03,
  F12: 0.008,
  F15: 0.25,
  F16: 0.008,
  F17: 0.004,
  F24: 0.012,
  F25: 1,
  F27: 0.03,
  F33: 1,
};

export function drawRates(random: Random): FaultRates {
  const rates: Record<Fault, number> = { ...usual };
  for (const fault of Object.keys(rates) as Fault[]) {
    const kind = random.next();
    if (kind < 0.2) rates[fault] = 0;
    else if (kind > 0.85 && fault !== 'F5') rates[fault] *= 3;
  }
  if (!random.chance(restoreRatio)) rates.F25 = 0;
  return rates;
}

const restoreRatio = 0.25; // of seeds; a restore hides what else could happen after it

export const noFaults: FaultRates = Object.fromEntries(Object.keys(usual).map((fault) => [fault, 0])) as Record<
  Fault,
  number
>;

/** Counts by name; the same kind serves faults and outcomes. */
export class Counts {
  readonly #counts: Record<string, number> = {};

  readonly add = (name: string, by = 1): void => {
    this.#counts[name] = (this.#counts[name] ?? 0) + by;
  };

  get(name: string): number {
    return this.#counts[name] ?? 0;
  }

  toJSON(): Readonly<Record<string, number>> {
    return { ...this.#counts };
  }
}
