// By which mark of the committee's log a printed list can be checked.
import { useApp } from '../../data.ts';
import { useLive } from '../../hooks.ts';

export interface LogMark {
  /** Number of the last entry and the first characters of its hash, in groups of four: 'nr. 214, 9f3a 0c71 d2e8 44b0'. */
  readonly short: string;
  readonly syncedAt: number | null;
}

/** Sixteen hex characters: too many to hit by trying, few enough to compare by eye. */
const shortLength = 16;

export function useLogMark(): LogMark | undefined {
  const { queue, committeeId } = useApp();
  const head = useLive(() => queue.logHead(), [queue, committeeId], undefined);
  return head === undefined ? undefined : { short: shortMark(head.seq, head.head), syncedAt: head.lastSyncAt };
}

export function shortMark(seq: number, hash: string): string {
  return `nr. ${seq}, ${hash.slice(0, shortLength).replace(/(.{4})(?=.)/g, '$1 ')}`;
}
