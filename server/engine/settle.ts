/** How a held command ends: in an entry of its own, which repeats who sent what and names the held one. */
import { Rejection } from '../../src/domain/command.ts';
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import type { RowWrite } from '../../src/domain/run.ts';
import { eraseName } from './erase.ts';
import { recordDestroyedPhotos } from './photos.ts';
import type { HeldRow, StoredLogEntry } from './ports.ts';
import type { Turn } from './turn.ts';

type Settlement = Pick<StoredLogEntry, 'outcome' | 'code' | 'params' | 'role'> & {
  readonly writes: readonly RowWrite[];
};

export async function settle(turn: Turn, first: StoredLogEntry, settlement: Settlement): Promise<void> {
  const { commandId, deviceId, deviceSeq, actorId, name, v, args, clientTime, touches } = first;
  const same = { commandId, deviceId, deviceSeq, actorId, name, v, args, clientTime, touches };
  await turn.append({ ...same, ...settlement, settles: first.seq });
  await turn.unhold(first.seq);
}

export async function firstEntry(turn: Turn, held: HeldRow): Promise<StoredLogEntry> {
  const entry = await turn.tx.logBySeq(turn.committee.id, held.seq);
  if (entry === undefined)
    throw new Error(`held entry ${held.seq} of committee ${turn.committee.id} is not in the log`);
  return entry;
}

/** What a command does beside its own rows: sheets that are destroyed take their photos along, and a name that is erased
 *  goes from the log too. `held.drop` has an effect on the log instead of on rows: the command it names is settled as refused. */
export async function afterApplied(
  turn: Turn,
  entry: Pick<StoredLogEntry, 'name' | 'args' | 'effects'>,
): Promise<void> {
  await recordDestroyedPhotos(turn, entry.effects);
  if (entry.name === 'person.erase') await eraseName(turn, (entry.args as CommandArgs<'person.erase'>).personId);
  if (entry.name !== 'held.drop') return;
  const held = turn.held.find(({ commandId }) => commandId === droppedId(entry.args));
  if (held === undefined) return;
  const first = await firstEntry(turn, held);
  const refused = { outcome: 'rejected', code: 'dropped_by_chair', params: null, writes: [] } as const;
  await settle(turn, first, { ...refused, role: first.role });
}

/** Only what still waits can be dropped; dropping it twice changes nothing. Throws `wrong_state` for all else. */
export async function checkDrop(turn: Turn, name: string, args: unknown): Promise<void> {
  if (name !== 'held.drop') return;
  const commandId = droppedId(args);
  if (turn.held.some((held) => held.commandId === commandId)) return;
  const entry = await turn.tx.logByCommand(turn.committee.id, commandId);
  const settled = entry && (await turn.tx.logSettling(turn.committee.id, entry.seq));
  if (settled?.code !== 'dropped_by_chair') throw new Rejection('wrong_state');
}

const droppedId = (args: unknown): string => (args as { readonly commandId: string }).commandId;
