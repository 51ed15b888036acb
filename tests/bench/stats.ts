/** Middle and spread of repeated measurements, in milliseconds. */
import { lacks, type Peer } from './contenders.ts';

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = inOrder(values);
  return { median: round(percentile(sorted, 50)), min: round(sorted[0] ?? 0), max: round(sorted.at(-1) ?? 0) };
}

export const inOrder = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);

/** `sorted` in rising order; `p` from 0 to 100. */
export function percentile(sorted: readonly number[], p: number): number {
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil((p / 100) * sorted.length) - 1));
  return sorted[at] ?? 0;
}

export const round = (value: number): number => Math.round(value * 100) / 100;

export type Notes = Readonly<Record<string, number | string>>;

/** One row of the report. The floor does the same bytes without an engine. */
export interface BenchRow {
  readonly unit: 'ms' | 'kB' | 'presses';
  readonly ours: Spread;
  readonly peers?: Readonly<Partial<Record<Peer, Spread>>>;
  readonly ratio?: number; // ours over the best of the peers
  readonly best?: Peer;
  readonly floor?: Spread;
  readonly floorRatio?: number; // ours over the floor
  readonly bar: string; // what the project asks of itself
  readonly holds: boolean | null; // null: nothing is asked
  readonly notes?: Notes;
  readonly lacks?: Readonly<Partial<Record<Peer, string>>>; // what a peer does not do of what ours does
}

export interface Compared {
  readonly unit?: BenchRow['unit'];
  readonly ours: readonly number[];
  readonly floor?: readonly number[];
  readonly peers?: Readonly<Partial<Record<Peer, readonly number[]>>>;
  readonly bar: string;
  readonly holds?: (row: Pick<BenchRow, 'ours' | 'ratio' | 'floorRatio' | 'peers'>) => boolean;
  readonly notes?: Notes;
  /** What a peer leaves out in this row, beside what it never does. */
  readonly lacking?: Readonly<Partial<Record<Peer, string>>>;
}

export function rowOf(compared: Compared): BenchRow {
  const { unit = 'ms', bar, holds, notes, lacking = {} } = compared;
  const ours = spreadOf(compared.ours);
  const floor = compared.floor === undefined ? undefined : spreadOf(compared.floor);
  const peers = Object.entries(compared.peers ?? {}).map(([name, ms]) => [name as Peer, spreadOf(ms)] as const);
  const [best] = [...peers].sort(([, a], [, b]) => a.median - b.median);
  const over = (other: Spread): number => round(ours.median / other.median);
  const row = {
    unit,
    ours,
    ...(best === undefined
      ? {}
      : { peers: Object.fromEntries(peers), ratio: over(best[1]), best: best[0], lacks: lacksOf(peers, lacking) }),
    ...(floor === undefined ? {} : { floor, floorRatio: over(floor) }),
  };
  return { ...row, bar, holds: holds?.(row) ?? null, ...(notes === undefined ? {} : { notes }) };
}

function lacksOf(
  peers: readonly (readonly [Peer, Spread])[],
  here: Readonly<Partial<Record<Peer, string>>>,
): Readonly<Partial<Record<Peer, string>>> {
  return Object.fromEntries(peers.map(([name]) => [name, [here[name], lacks[name]].filter(Boolean).join('; ')]));
}
