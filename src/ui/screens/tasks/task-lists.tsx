import type { OpenTask } from '../../../domain/tasks/openTasks.ts';
import { taskWhens, whenOf } from '../../../domain/tasks/taskList.ts';
import { useDraft } from '../../hooks.ts';
import { nlTasks } from '../../nl/tasks.ts';
import { Section } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { Disc } from '../../parts/status.tsx';
import { Chips } from '../../parts/tabs.tsx';
import type { TasksData } from './use-tasks.ts';

type Filter = 'mine' | 'nobody' | 'all';
const filters: readonly Filter[] = ['mine', 'nobody', 'all'];

export function TaskLists({ data }: { readonly data: TasksData }) {
  // Which list somebody looks at stays as it was when she comes back from a task.
  const { value, set } = useDraft<{ readonly filter: Filter | '' }>('tasks.filter', { filter: '' });
  const counts = Object.fromEntries(filters.map((one) => [one, inFilter(one, data).length]));
  const filter = value.filter === '' ? (counts['mine'] === 0 ? 'all' : 'mine') : value.filter;
  const shown = inFilter(filter, data);
  return (
    <>
      <Chips
        label={nlTasks.filter}
        chips={filters.map((one) => ({ value: one, label: nlTasks.filters[one], count: counts[one] }))}
        value={filter}
        onValue={(chosen) => set({ filter: chosen })}
      />
      {data.loaded && shown.length === 0 && (
        <Empty title={nlTasks.none[filter].title}>{nlTasks.none[filter].text}</Empty>
      )}
      {taskWhens.map((when) => {
        const tasks = shown.filter((task) => whenOf(task, data.today) === when);
        if (tasks.length === 0) return null;
        return (
          <Section key={when} id={`taken-${when}`} title={nlTasks.when(when)}>
            <List>
              {tasks.map((task) => (
                <TaskItem key={task.key} {...{ task, data }} late={when === 'late'} />
              ))}
            </List>
          </Section>
        );
      })}
    </>
  );
}

function inFilter(filter: Filter, { tasks, personId }: TasksData): readonly OpenTask[] {
  if (filter === 'all') return tasks;
  return tasks.filter(({ ownerId }) => ownerId === (filter === 'mine' ? personId : null));
}

interface TaskItemProps {
  readonly task: OpenTask;
  readonly data: TasksData;
  readonly late: boolean;
}

function TaskItem({ task, data, late }: TaskItemProps) {
  const { title, note, icon } = data.lineOf(task);
  const { ownerId, suggestedId, dueOn, dueBecause } = task;
  const usual = suggestedId === null ? '' : `. ${nlTasks.usually(data.nameOf(suggestedId))}`;
  const due = dueOn === null ? [] : [{ strong: nlTasks.due(dueOn, dueBecause) }];
  const whose =
    ownerId === null ? nlTasks.nobodys + usual : nlTasks.owner(data.nameOf(ownerId), ownerId === data.personId);
  return (
    <Item
      title={title}
      lines={[...(note === '' ? [] : [note]), ...due, whose]}
      href={`/taken?taak=${encodeURIComponent(task.key)}`}
      disc={
        <Disc tone={ownerId === data.personId ? 'turn' : late ? 'later' : 'plain'}>
          <Icon of={icon} />
        </Disc>
      }
    />
  );
}
