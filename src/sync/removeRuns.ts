/** Takes away what is gone of values that were read whole and in the order of their keys. Neighbours are one run, which
 *  the store takes away by its first and last key. */
import type { Key, Table } from './ports.ts';

export async function removeRuns<V>(
  table: Table<V>,
  values: readonly V[],
  isGone: (value: V) => boolean,
  keyOf: (value: V) => Key,
): Promise<void> {
  const runs: { readonly first: V; last: V }[] = [];
  let run: (typeof runs)[number] | undefined;
  for (const value of values) {
    if (!isGone(value)) {
      run = undefined;
    } else if (run !== undefined) {
      run.last = value;
    } else {
      run = { first: value, last: value };
      runs.push(run);
    }
  }
  await Promise.all(runs.map(({ first, last }) => table.removeRange(keyOf(first), keyOf(last))));
}
