/** Commands that the server itself gives: what its operator loads, and what another committee on it did. Real commands with
 *  a place in the log, under a device of the server's own with numbers as every device has: a hole would show (L3). */
import type { Access } from '../../src/domain/access.ts';
import { type Params, Rejection, type RowKey } from '../../src/domain/command.ts';
import { authorize, type CommandArgs, upcast } from '../../src/domain/commands/index.ts';
import type { CommandName } from '../../src/domain/permissions.ts';
import type { RejectionCode } from '../../src/domain/rejections.ts';
import type { RunResult } from '../../src/domain/run.ts';
import { drive } from './held.ts';
import { appendOwn, serverDeviceId } from './ownEntry.ts';
import { afterApplied } from './settle.ts';
import type { Turn } from './turn.ts';

/** `commandId` is made from what the command is about, so that giving it twice is once. */
export interface OwnCommand<N extends CommandName = CommandName> {
  readonly commandId: string;
  readonly name: N;
  readonly args: CommandArgs<N>;
  /** Only for founding: somebody has to be the first chair. */
  readonly founderId?: string;
}

/** Refused leaves no trace: whoever gave it decides what becomes of that, and may give it again. */
export type OwnOutcome =
  | { readonly kind: 'applied' }
  | { readonly kind: 'known' }
  | { readonly kind: 'refused'; readonly code: RejectionCode; readonly params: Params }
  | { readonly kind: 'waits'; readonly key: RowKey };

const itself: Access = { personId: serverDeviceId, role: 'system', proposalIds: [], v: 0 };

export async function runOwn(turn: Turn, own: OwnCommand): Promise<OwnOutcome> {
  const { commandId, name, founderId } = own;
  if ((await turn.tx.logByCommand(turn.committee.id, commandId)) !== undefined) return { kind: 'known' };
  const actor: Access = founderId === undefined ? itself : { ...itself, personId: founderId, role: 'founder' };
  const result = await runWith(turn, actor, own);
  if (result.kind === 'rejected') return { kind: 'refused', code: result.code, params: result.params };
  if (result.kind === 'waits') return result;
  const { personId: actorId, role } = actor;
  await appendOwn(turn, { commandId, actorId, role, name, v: 1, args: own.args, writes: result.writes });
  await afterApplied(turn, { name, args: own.args, effects: result.writes });
  await drive(turn);
  return { kind: 'applied' };
}

async function runWith(turn: Turn, actor: Access, { commandId, name, args }: OwnCommand): Promise<RunResult> {
  try {
    const known = upcast(name, 1, args);
    if (known === undefined) throw new Error(`no command ${name}`);
    authorize(actor, known.command);
    const at = new Date(turn.ports.now()).toISOString();
    return await turn.rows.run(known.command, known.args, { commandId, committeeId: turn.committee.id, actor, at });
  } catch (error) {
    if (error instanceof Rejection) return { kind: 'rejected', code: error.code, params: error.params };
    throw error;
  }
}
