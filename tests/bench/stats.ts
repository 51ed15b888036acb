/** Middle and spread of repeated measurements, in milliseconds. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: round(percentile(sorted, 50)), min: round(sorted[0] ?? 0), max: round(sorted.at(-1) ?? 0) };
}

/** `sorted` in rising order; `p` from 0 to 100. */
export function percentile(sorted: readonly number[], p: number): number {
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil((p / 100) * sorted.length) - 1));
  return sorted[at] ?? 0;
}

export const round = (value: number): number => Math.round(value * 100) / 100;

/** One row of the report. `floor` does the same bytes without an engine; `ratio` is ours over the floor. */
export interface BenchRow {
  readonly ours: Spread;
  readonly floor?: Spread;
  readonly ratio?: number;
  readonly bar: string; // what ARCHITECTURE asks
  readonly holds: boolean | null; // null: nothing to compare with
  readonly notes?: Readonly<Record<string, number | string>>;
}

export function rowOf(
  ours: readonly number[],
  floor: readonly number[] | undefined,
  bar: string,
  holds: (ours: Spread, ratio: number) => boolean,
  notes?: BenchRow['notes'],
): BenchRow {
  const mine = spreadOf(ours);
  const base = floor === undefined ? undefined : spreadOf(floor);
  const ratio = base === undefined || base.median === 0 ? undefined : round(mine.median / base.median);
  return {
    ours: mine,
    ...(base === undefined ? {} : { floor: base }),
    ...(ratio === undefined ? {} : { ratio }),
    bar,
    holds: holds(mine, ratio ?? 0),
    ...(notes === undefined ? {} : { notes }),
  };
}
