/** Held commands go on as soon as they can, each as a log entry of its own that names the held one (P9, P10, P11). */
import { blockerOf, entryPart, judge, type Sent } from './judge.ts';
import { type HeldRow, type StoredLogEntry, Transient } from './ports.ts';
import { afterApplied, firstEntry, settle } from './settle.ts';
import type { Turn } from './turn.ts';

/** After each applied command: whatever can go on now, the earliest first, until nothing more can. With `operator` also
 *  what was held by a fault of ours that is mended meanwhile. */
export async function drive(turn: Turn, by: 'applied' | 'operator' = 'applied'): Promise<void> {
  const failed = new Set<number>();
  let tried = new Set<number>();
  while (turn.held.length > 0) {
    const next = await nextReady(turn, by, (held) => !tried.has(held.seq) && !failed.has(held.seq));
    if (next === undefined) return;
    const result = await rerun(turn, next);
    if (result === 'failed') failed.add(next.seq);
    else if (result === 'applied') tried = new Set();
    else tried.add(next.seq);
  }
}

async function nextReady(turn: Turn, by: 'applied' | 'operator', open: (held: HeldRow) => boolean) {
  for (const held of turn.held) {
    if (held.code !== 'healing' && open(held) && (await isReady(turn, held, by))) return held;
  }
  const healing = turn.held.filter((held) => held.code === 'healing' && open(held));
  return healing.sort((a, b) => (a.wasSeq ?? 0) - (b.wasSeq ?? 0))[0]; // in their former order
}

async function isReady(turn: Turn, held: HeldRow, by: 'applied' | 'operator'): Promise<boolean> {
  if (held.code === 'waits_for' && held.waitsFor !== null) {
    return turn.written.has(held.waitsFor) || (by === 'operator' && (await turn.exists(held.waitsFor)));
  }
  if (held.code !== 'depends_on_held') return by === 'operator';
  return (await blockerOf(turn, { deviceId: held.deviceId, heldSeq: held.seq }, held.touches)) === undefined;
}

async function rerun(turn: Turn, held: HeldRow): Promise<'applied' | 'rejected' | 'held' | 'failed'> {
  const first = await firstEntry(turn, held);
  try {
    return await turn.attempt(async () => {
      const verdict = await judge(turn, sentAgain(first, held));
      if (verdict.outcome === 'held') {
        const { code, waitsFor, touches } = verdict;
        if (code !== held.code || waitsFor !== held.waitsFor) await turn.hold({ ...held, code, waitsFor, touches });
      } else {
        const standing = await turn.standing(held.actorId);
        const role = standing.kind === 'member' ? standing.access.role : 'removed';
        await settle(turn, first, { ...entryPart(verdict), role });
        if (verdict.outcome === 'applied') await afterApplied(turn, { ...first, effects: verdict.writes });
      }
      return verdict.outcome;
    });
  } catch (error) {
    if (error instanceof Transient) throw error;
    turn.ports.alarm('held_failed_again', { commandId: held.commandId, seq: held.seq, error: String(error) });
    if (held.code !== 'server_error') await turn.hold({ ...held, code: 'server_error', waitsFor: null });
    return 'failed';
  }
}

function sentAgain(first: StoredLogEntry, held: HeldRow): Sent {
  const { commandId, deviceId, actorId, name, v, args, touches, clientTime } = first;
  const { wasSeq, seq } = held;
  return { commandId, deviceId, actorId, name, v, args, touches, doneAt: clientTime, wasSeq, heldSeq: seq };
}
