/** Who takes on a task, who hands it to whom, and what people write down to do (S15). A task that follows from other rows
 *  ends by itself; its row here only says whose it is. */
import { isCommitteeRole } from '../access.ts';
import { type Context, defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import type { Task } from '../rows.ts';
import { doneByHand, kindOfTask, roleMayDo, type TaskKind } from '../tasks/kinds.ts';
import { changesOf, same } from './rules.ts';
import { schemas } from './schemas.ts';

const nobodys = { ownerId: null, note: '', handedBy: null, doneOn: null, doneBy: null } as const;

/** Two who take one task at once: the second sees whose it is before taking it over. */
export const takeTask = defineCommand({
  name: 'task.take',
  v: 1,
  schema: schemas['task.take'],
  touches: (args) => [rowKey('task', args.taskId)],
  run(tx, { taskId, seenOwnerId }, ctx) {
    const task = openTask(tx, taskId);
    mustFit(ctx.actor.role, taskId);
    give(tx, task, { ownerId: ctx.actor.personId, note: task.note, handedBy: null }, seenOwnerId);
  },
});

export const handTaskOver = defineCommand({
  name: 'task.handOver',
  v: 1,
  schema: schemas['task.handOver'],
  touches: (args) => [rowKey('task', args.taskId), rowKey('member', args.toPersonId)],
  run(tx, { taskId, toPersonId, note, seenOwnerId }, ctx) {
    const task = openTask(tx, taskId);
    mustTakeOn(tx, toPersonId, taskId);
    give(tx, task, { ownerId: toPersonId, note: note.trim(), handedBy: handedBy(ctx, toPersonId) }, seenOwnerId);
  },
});

export const releaseTask = defineCommand({
  name: 'task.release',
  v: 1,
  schema: schemas['task.release'],
  touches: (args) => [rowKey('task', args.taskId)],
  run(tx, { taskId, seenOwnerId }) {
    const task = openTask(tx, taskId);
    // What was said to the last owner helps the next one too.
    if (task.ownerId !== null) give(tx, task, { ownerId: null, note: task.note, handedBy: null }, seenOwnerId);
  },
});

export const addTask = defineCommand({
  name: 'task.add',
  v: 2,
  older: { 1: (args) => ({ district: null, ...(args as object) }) },
  schema: schemas['task.add'],
  touches: (args) => [rowKey('task', args.taskId), ...(args.ownerId === null ? [] : [rowKey('member', args.ownerId)])],
  run(tx, { taskId: id, ownerId, district, ...fields }, ctx) {
    const known = tx.get('task', id);
    const written = { ...fields, addedBy: ctx.actor.personId, ...(district === null ? {} : { district }) };
    if (known !== undefined) {
      if (same(known.written, written)) return;
      throw new Rejection('id_taken');
    }
    if (fields.proposalId !== null) tx.mustOrWait('proposal', fields.proposalId);
    if (ownerId !== null && district !== null) throw new Rejection('role_does_not_fit');
    if (ownerId !== null) mustTakeOn(tx, ownerId, id);
    const handed = ownerId === null ? null : handedBy(ctx, ownerId);
    tx.put('task', { ...nobodys, id, written, ownerId, handedBy: handed } satisfies Task);
  },
});

export const changeTask = defineCommand({
  name: 'task.change',
  v: 1,
  schema: schemas['task.change'],
  touches: (args) => [rowKey('task', args.taskId)],
  run(tx, args) {
    const known = tx.mustOrWait('task', args.taskId);
    if (known.doneOn !== null || known.written === null) throw new Rejection('wrong_state');
    const changes = changesOf(known.written, args, ['text', 'dueOn']);
    if (changes !== undefined) tx.put('task', { ...known, written: { ...known.written, ...changes.after } });
  },
});

/** Done, or not after all. Only what no other row shows. */
export const setTaskDone = defineCommand({
  name: 'task.done',
  v: 1,
  schema: schemas['task.done'],
  touches: (args) => [rowKey('task', args.taskId)],
  run(tx, { taskId, done, doneOn }, ctx) {
    const kind = kindOfTask(taskId);
    if (kind === undefined || !mayBeTicked(kind)) throw new Rejection('wrong_state');
    const known = taskOf(tx, taskId);
    if (!isCommitteeRole(ctx.actor.role) && known.written?.district === undefined) throw new Rejection('not_permitted');
    if ((known.doneOn !== null) === done) return;
    tx.put('task', { ...known, doneOn: done ? doneOn : null, doneBy: done ? ctx.actor.personId : null });
  },
});

/** Apps from before `support.destroySheets` said so of sheets too: that stays on record, and the task goes on. */
const mayBeTicked = (kind: TaskKind): boolean => doneByHand(kind) || kind === 'sheets_to_destroy';

/** As it stands; one that follows from other rows has a row only once somebody took it. */
function taskOf(tx: Tx, id: string): Task {
  return kindOfTask(id) === 'written'
    ? tx.mustOrWait('task', id)
    : (tx.get('task', id) ?? { ...nobodys, id, written: null });
}

function openTask(tx: Tx, id: string): Task {
  const task = taskOf(tx, id);
  if (task.doneOn !== null && task.written !== null) throw new Rejection('wrong_state');
  if (task.written?.district !== undefined) throw new Rejection('role_does_not_fit'); // nobody of the committee does it
  return task;
}

/** To whom nobody handed it, nobody is named. */
const handedBy = ({ actor }: Context, toPersonId: string): string | null =>
  actor.personId === toPersonId ? null : actor.personId;

function mustFit(role: Context['actor']['role'], taskId: string): void {
  const kind = kindOfTask(taskId);
  if (kind === undefined || !roleMayDo(role, kind)) throw new Rejection('role_does_not_fit');
}

function mustTakeOn(tx: Tx, personId: string, taskId: string): void {
  const member = tx.mustOrWait('member', personId);
  if (!member.active) throw new Rejection('not_active');
  // The district manager and initiators do not see whose task is whose.
  mustFit(member.role, taskId);
  if (!isCommitteeRole(member.role)) throw new Rejection('role_does_not_fit');
}

type Given = Pick<Task, 'ownerId' | 'note' | 'handedBy'>;

function give(tx: Tx, task: Task, given: Given, seenOwnerId: string | null): void {
  if (task.ownerId === given.ownerId && (given.handedBy === null || task.note === given.note)) return;
  if (task.ownerId !== seenOwnerId) throw new Rejection('changed_meanwhile');
  tx.put('task', { ...task, ...given });
}
