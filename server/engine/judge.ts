/** What becomes of one command, before anything is written: the rules of docs/sync.md P5, P8, P9, P10, P11 in order. */
import type { Access } from '../../src/domain/access.ts';
import { type Params, Rejection, type RowKey, rowKey, splitKey } from '../../src/domain/command.ts';
import { authorize, upcast } from '../../src/domain/commands/index.ts';
import type { RejectionCode } from '../../src/domain/rejections.ts';
import type { RowType } from '../../src/domain/rows.ts';
import type { RowWrite } from '../../src/domain/run.ts';
import { showsOnlyToOthers } from './photos.ts';
import type { HeldRow, StoredLogEntry } from './ports.ts';
import { meantBy, type Runnable } from './refused.ts';
import { checkDrop } from './settle.ts';
import { touchesOf } from './touches.ts';
import type { Turn } from './turn.ts';

/** A command as it is judged: fresh from a phone, or once more after it was held (then `heldSeq` is its place). */
export interface Sent {
  readonly commandId: string;
  readonly deviceId: string;
  readonly actorId: string;
  readonly name: string;
  readonly v: number;
  readonly args: unknown;
  readonly touches: readonly RowKey[];
  readonly doneAt: number; // ms, the server's estimate
  readonly wasSeq: number | null;
  readonly heldSeq: number | null;
}

export type Verdict =
  | { readonly outcome: 'applied'; readonly writes: readonly RowWrite[] }
  | { readonly outcome: 'rejected'; readonly code: RejectionCode; readonly params: Params }
  | {
      readonly outcome: 'held';
      readonly code: HeldRow['code'];
      readonly params: Params;
      readonly waitsFor: RowKey | null;
      readonly touches: readonly RowKey[];
    };

export async function judge(turn: Turn, sent: Sent): Promise<Verdict> {
  const verdict = await judgeWithRights(turn, sent);
  if (verdict.outcome !== 'rejected' || sent.wasSeq === null) return verdict;
  // It was applied before the restore. What it stood on comes back from other phones; until then it waits (D6).
  return held('healing', { wouldBe: verdict.code }, null, touchesOf(sent));
}

/** Whoever lacks the right only because what gives it is held by a fault of ours waits for that (P10). */
async function judgeWithRights(turn: Turn, sent: Sent): Promise<Verdict> {
  const verdict = await judgeAsNew(turn, sent);
  if (verdict.outcome !== 'rejected' || verdict.code !== 'not_permitted') return verdict;
  const standing = await turn.standing(sent.actorId);
  const founds = standing.kind === 'member' && standing.access.role === 'founder';
  const givesRights = ({ touches, actorId }: HeldRow): boolean =>
    touches.includes(rowKey('member', sent.actorId)) || (founds && actorId === sent.actorId);
  const giving = turn.held.find(
    (held) => held.code !== 'waits_for' && held.seq < (sent.heldSeq ?? held.seq + 1) && givesRights(held),
  );
  if (giving === undefined) return verdict;
  return held('depends_on_held', { heldCommandId: giving.commandId }, null, touchesOf(sent));
}

async function judgeAsNew(turn: Turn, sent: Sent): Promise<Verdict> {
  const standing = await turn.standing(sent.actorId);
  if (standing.kind !== 'member') return notPermitted;
  try {
    const known = upcast(sent.name, sent.v, sent.args);
    if (known === undefined) return held('unknown_command', {}, null, sent.touches);
    authorize(standing.access, known.command, known.args);
    const meant = await meantBy(turn, sent, known);
    if (meant === undefined) return held('unknown_command', {}, null, sent.touches);
    const named = [...known.command.touches(known.args), ...meant.command.touches(meant.args)];
    const touches = [...new Set([...sent.touches, ...named])];
    const blocker = await blockerOf(turn, sent, touches);
    if (blocker !== undefined) return held('depends_on_held', { heldCommandId: blocker.commandId }, null, touches);
    await checkDrop(turn, meant.command.name, meant.args);
    if (await showsOnlyToOthers(turn, standing.access, meant.args)) return notPermitted;
    const result = await run(turn, sent.doneAt, meant, standing.access);
    if (result.kind === 'waits') return held('waits_for', { waitsFor: result.key }, result.key, touches);
    return result.kind === 'applied' ? { outcome: 'applied', writes: result.writes } : rejected(result);
  } catch (error) {
    if (error instanceof Rejection) return rejected(error);
    throw error;
  }
}

function run(turn: Turn, doneAt: number, { command, args, commandId }: Runnable, actor: Access) {
  const at = new Date(doneAt).toISOString();
  return turn.rows.run(command, args, { commandId, committeeId: turn.committee.id, actor, at });
}

const rejected = ({ code, params }: { code: RejectionCode; params: Params }): Verdict => ({
  outcome: 'rejected',
  code,
  params,
});
export const notPermitted = rejected(new Rejection('not_permitted'));
const held = (code: HeldRow['code'], params: Params, waitsFor: RowKey | null, touches: readonly RowKey[]): Verdict => ({
  outcome: 'held',
  code,
  params,
  waitsFor,
  touches,
});

/** Everybody works with these rows all evening: one held command must not freeze them (D5). */
const neverFrozen: ReadonlySet<RowType> = new Set(['committee', 'budgetYear', 'member', 'meeting']);

/** The earlier command, held by our own fault, that this one stands on: it would have made a row that is not there, or
 *  it is this device's own and on the same row (D5, P10). A command that waits for a row freezes nothing: what needs
 *  its rows waits for them by itself. */
export async function blockerOf(
  turn: Turn,
  { deviceId, heldSeq }: Pick<Sent, 'deviceId' | 'heldSeq'>,
  touches: readonly RowKey[],
): Promise<HeldRow | undefined> {
  for (const earlier of turn.held) {
    if (earlier.code === 'waits_for' || (heldSeq !== null && earlier.seq >= heldSeq)) continue;
    for (const key of touches) {
      if (neverFrozen.has(splitKey(key).type) || !earlier.touches.includes(key)) continue;
      if (earlier.deviceId === deviceId || !(await turn.exists(key))) return earlier;
    }
  }
  return undefined;
}

/** What a verdict gives to its log entry. */
export function entryPart(verdict: Verdict): Pick<StoredLogEntry, 'outcome' | 'code' | 'params'> & {
  readonly writes: readonly RowWrite[];
} {
  if (verdict.outcome === 'applied') return { outcome: 'applied', code: null, params: null, writes: verdict.writes };
  const { outcome, code } = verdict;
  const params = Object.keys(verdict.params).length === 0 ? null : verdict.params;
  return { outcome, code, params, writes: [] };
}
