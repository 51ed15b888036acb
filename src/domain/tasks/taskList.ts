/** The list of tasks of a committee: what is when, whose, and how much each of its people carries. */
import { isCommitteeRole } from '../access.ts';
import { addDays } from '../dates.ts';
import type { IsoDate, Member } from '../rows.ts';
import { canBeTaken } from './kinds.ts';
import type { OpenTask } from './openTasks.ts';

/** late: its day is over · week: today or one of the next seven days · later · undated. */
export type TaskWhen = 'late' | 'week' | 'later' | 'undated';
export const taskWhens: readonly TaskWhen[] = ['late', 'week', 'later', 'undated'];

export function whenOf({ dueOn }: Pick<OpenTask, 'dueOn'>, today: IsoDate): TaskWhen {
  if (dueOn === null) return 'undated';
  if (dueOn < today) return 'late';
  return dueOn <= addDays(today, 7) ? 'week' : 'later';
}

export const activeCommittee = (members: readonly Member[]): readonly Member[] =>
  members.filter(({ active, role }) => active && isCommitteeRole(role));

/** What somebody of the committee can do, the first due first. An evening that goes on and what a member has to mend of his
 *  own stand on his Vandaag; what only an initiator or the district can do is theirs. */
export function committeeTasks(tasks: readonly OpenTask[], members: readonly Member[]): readonly OpenTask[] {
  const ours = new Set(activeCommittee(members).map(({ id }) => id));
  return tasks
    .filter(({ kind }) => canBeTaken(kind) || kind === 'next_step')
    .filter(({ doerIds }) => doerIds.some((id) => ours.has(id)))
    .sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : (a.dueOn ?? '9') > (b.dueOn ?? '9') ? 1 : 0));
}

export interface Load {
  readonly personId: string;
  readonly count: number;
  readonly late: number; // of those
}

/** Everybody of the committee, also who has nothing: that is who can be asked. Most first. */
export function loadOf(tasks: readonly OpenTask[], members: readonly Member[], today: IsoDate): readonly Load[] {
  return activeCommittee(members)
    .map(({ id }) => {
      const own = tasks.filter(({ ownerId }) => ownerId === id);
      return { personId: id, count: own.length, late: own.filter((one) => whenOf(one, today) === 'late').length };
    })
    .sort((a, b) => b.count - a.count || (a.personId < b.personId ? -1 : 1));
}
