// The tasks of the committee with the words for each, live.
import { isCommitteeRole } from '../../../domain/access.ts';
import type { IsoDate } from '../../../domain/rows.ts';
import { type OpenTask, openTasks } from '../../../domain/tasks/openTasks.ts';
import { activeCommittee, committeeTasks } from '../../../domain/tasks/taskList.ts';
import { mayI, type Seen, useMe, useRows, useRowsFound, useToday } from '../../data.ts';
import { nlTasks } from '../../nl/tasks.ts';
import { type SeenTaskRows, useTaskRows } from '../../task-rows.ts';
import { type TaskLine, taskLine } from '../today/tasks.ts';

export interface TasksData {
  readonly loaded: boolean;
  readonly today: IsoDate;
  readonly personId: string;
  readonly rows: SeenTaskRows;
  readonly all: readonly OpenTask[]; // also what only an initiator or the district can do
  readonly tasks: readonly OpenTask[]; // of the committee, the first due first
  readonly people: readonly Seen<'member'>[]; // of the committee, by name
  readonly nameOf: (personId: string | null) => string;
  readonly lineOf: (task: OpenTask) => TaskLine;
  /** The owner that the row of the task names, also of who left: what a command has seen. */
  readonly seenOwnerId: (task: OpenTask) => string | null;
}

export function useTasks(): TasksData {
  const { access, personId } = useMe();
  const today = useToday();
  const found = useTaskRows();
  const rows = found.value;
  const bank = useBank(mayI('bankMatch.make'));
  const persons = useRowsFound('person');
  const names = new Map(persons.value.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null): string => (id === null ? '' : (names.get(id) ?? nlTasks.someone));
  const ours = isCommitteeRole(access.role);
  const all = ours || access.role === 'district_manager' ? openTasks({ access, today, ...rows, ...bank }) : [];
  const people = [...(activeCommittee(rows.members) as readonly Seen<'member'>[])];
  return {
    loaded: found.loaded && persons.loaded,
    ...{ today, personId, rows, all, nameOf },
    tasks: ours ? committeeTasks(all, rows.members) : all.filter(({ district }) => district !== null),
    people: people.sort((a, b) => nameOf(a.id).localeCompare(nameOf(b.id), 'nl')),
    lineOf: (task) => taskLine(task, rows),
    seenOwnerId: ({ key }) => rows.tasks.find(({ id }) => id === key)?.ownerId ?? null,
  };
}

function useBank(mine: boolean) {
  const bank = {
    transactions: useRows('bankTransaction'),
    imports: useRows('bankImport'),
    matches: useRows('bankMatch'),
  };
  return mine ? { bank } : {};
}
