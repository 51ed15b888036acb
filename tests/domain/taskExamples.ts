/** Examples of the commands of tasks, and why they are refused. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import { supportSheetId } from '../../src/domain/rows.ts';
import { taskKey } from '../../src/domain/tasks/kinds.ts';
import * as given from './committee.ts';
import { after, example } from './example.ts';
import { type Scene, scene } from './scene.ts';
import { people, uid } from './world.ts';

const taskId = taskKey('second_count', supportSheetId(given.proposalId, 1));
const judge = taskKey('claim_to_judge', given.claimId);
const [seenOwnerId, addedOn] = [null, '2026-03-01'];
export const add: CommandArgs<'task.add'> = {
  ...{ taskId: uid('task'), text: 'Bel de brandweer over de tent', dueOn: '2026-04-01', addedOn },
  ...{ proposalId: null, ownerId: null, district: null },
};
export const handOver: CommandArgs<'task.handOver'> = {
  ...{ taskId, toPersonId: people.secretary, note: 'Lijst 1 ligt bij Annie', seenOwnerId: people.member },
};
const done: CommandArgs<'task.done'> = { taskId: add.taskId, done: true, doneOn: '2026-03-20' };
const change: CommandArgs<'task.change'> = {
  ...{ taskId: add.taskId, fields: { dueOn: '2026-04-08' }, seen: { dueOn: '2026-04-01' } },
};

/** The same, asked of the district, which sees of the proposal only its title. */
export const asked: CommandArgs<'task.add'> = {
  ...{ ...add, taskId: uid('task of the district'), text: 'Plaats vier paaltjes', proposalId: given.proposalId },
  district: { about: 'Lichtjestocht' },
};
export const taken = after(given.plannedWorld, (world) => {
  world.ok('chair', 'support.count', given.count);
  world.ok('member', 'task.take', { taskId, seenOwnerId });
});
export const added = after(given.plannedWorld, (world) => world.ok('member', 'task.add', add));
export const askedWorld = after(given.plannedWorld, (world) => world.ok('member', 'task.add', asked));
const over = after(added, (world) => world.ok('secretary', 'task.done', done));
const left = after(taken, (world) => world.ok('chair', 'member.remove', { personId: people.secretary }));

export const taskExamples = {
  'task.take': example('task.take', given.plannedWorld, 'member', { taskId, seenOwnerId }),
  'task.handOver': example('task.handOver', taken, 'member', handOver),
  'task.release': example('task.release', taken, 'member', { taskId, seenOwnerId: people.member }),
  'task.add': example('task.add', given.plannedWorld, 'auditor', asked),
  'task.change': example('task.change', added, 'secretary', change),
  'task.done': example('task.done', added, 'secretary', done),
} as const;

const wrongState = (name: 'task.take' | 'task.handOver' | 'task.release'): Scene => {
  const why = 'it is done already';
  if (name === 'task.handOver')
    return scene(name, 'wrong_state', why, over, 'chair', { ...handOver, taskId: add.taskId, seenOwnerId });
  return scene(name, 'wrong_state', why, over, 'chair', { taskId: add.taskId, seenOwnerId });
};

export const taskScenes: readonly Scene[] = [
  wrongState('task.take'),
  wrongState('task.handOver'),
  wrongState('task.release'),
  scene('task.take', 'changed_meanwhile', 'somebody else took it', taken, 'treasurer', { taskId, seenOwnerId }),
  scene('task.take', 'role_does_not_fit', 'a member judges no claims', given.claimedWorld, 'member', {
    ...{ taskId: judge, seenOwnerId },
  }),
  scene('task.handOver', 'changed_meanwhile', 'it is somebody else’s by now', taken, 'chair', {
    ...{ ...handOver, seenOwnerId },
  }),
  scene('task.handOver', 'not_active', 'that person left the committee', left, 'member', handOver),
  scene('task.handOver', 'role_does_not_fit', 'an initiator counts no sheets', taken, 'member', {
    ...{ ...handOver, toPersonId: people.initiator },
  }),
  scene('task.release', 'changed_meanwhile', 'it is somebody else’s by now', taken, 'chair', {
    ...{ taskId, seenOwnerId: people.secretary },
  }),
  scene('task.add', 'id_taken', 'the same id with other content', added, 'member', { ...add, text: 'Bel de politie' }),
  scene('task.add', 'not_active', 'it is for somebody who left', left, 'member', {
    ...{ ...add, ownerId: people.secretary },
  }),
  scene('task.add', 'role_does_not_fit', 'it is for the district manager, who does not see tasks', taken, 'member', {
    ...{ ...add, ownerId: people.district_manager },
  }),
  scene(
    'task.add',
    'role_does_not_fit',
    'asked of the district and of a member at once',
    given.plannedWorld,
    'member',
    {
      ...{ ...asked, ownerId: people.secretary },
    },
  ),
  scene('task.take', 'role_does_not_fit', 'it was asked of the district', askedWorld, 'member', {
    ...{ taskId: asked.taskId, seenOwnerId },
  }),
  scene('task.done', 'not_permitted', 'the district ticks off what was asked of it', added, 'district_manager', done),
  scene('task.change', 'changed_meanwhile', 'somebody set another day', added, 'chair', {
    ...{ ...change, seen: { dueOn: null } },
  }),
  scene('task.change', 'wrong_state', 'it is done already', over, 'chair', change),
  scene('task.done', 'wrong_state', 'it ends by itself once two people counted', taken, 'member', { ...done, taskId }),
];
