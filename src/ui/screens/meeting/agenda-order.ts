// Places on the agenda: numbers between others, so that two phones that move different items do not meet.
import type { AgendaItem } from '../../../domain/rows.ts';

export interface Move {
  readonly itemId: string;
  readonly position: number;
}

type Placed = Pick<AgendaItem, 'id' | 'position'>;

/** What puts an item one place earlier or later. One move as a rule; all of them when the neighbours share a place. */
export function movesFor(order: readonly Placed[], itemId: string, by: 1 | -1): readonly Move[] {
  const from = order.findIndex(({ id }) => id === itemId);
  const to = from + by;
  const item = order[from];
  if (item === undefined || order[to] === undefined) return [];
  const others = order.filter(({ id }) => id !== itemId);
  const position = between(others[to - 1]?.position, others[to]?.position);
  if (position !== undefined) return [{ itemId, position }];
  const wanted = [...others.slice(0, to), item, ...others.slice(to)];
  return wanted.flatMap(({ id, position: now }, n) => (now === n + 1 ? [] : [{ itemId: id, position: n + 1 }]));
}

/** Places for new items: before an item that closes the evening, else after all that are there. */
export function placesFor(order: readonly Placed[], count: number, endsWithClosing: boolean): readonly number[] {
  const last = order.at(-1);
  const before = endsWithClosing ? order.at(-2) : last;
  const low = before?.position ?? (last?.position ?? 1) - 1;
  const step = endsWithClosing && last !== undefined && last.position > low ? (last.position - low) / (count + 1) : 1;
  return Array.from({ length: count }, (_, n) => low + step * (n + 1));
}

/** Undefined: there is no number between them that sorts so. */
function between(low: number | undefined, high: number | undefined): number | undefined {
  if (low === undefined) return high === undefined ? 1 : high - 1;
  if (high === undefined) return low + 1;
  const middle = (low + high) / 2;
  return low < middle && middle < high ? middle : undefined;
}
