import { useState } from 'preact/hooks';
import type { OpenTask } from '../../../domain/tasks/openTasks.ts';
import { type TaskWhen, taskWhens, whenOf } from '../../../domain/tasks/taskList.ts';
import { useDraft } from '../../hooks.ts';
import { nlTasks } from '../../nl/tasks.ts';
import { Button } from '../../parts/button.tsx';
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
  // Whose list it opens on depends on all of it.
  if (!data.loaded) return null;
  return (
    <>
      <Chips
        label={nlTasks.filter}
        chips={filters.map((one) => ({ value: one, label: nlTasks.filters[one], count: counts[one] }))}
        value={filter}
        onValue={(chosen) => set({ filter: chosen })}
      />
      {shown.length === 0 && <Empty title={nlTasks.none[filter].title}>{nlTasks.none[filter].text}</Empty>}
      {taskWhens.map((when) => {
        const tasks = shown.filter((task) => whenOf(task, data.today) === when);
        return tasks.length === 0 ? null : <When key={`${filter} ${when}`} {...{ when, tasks, data }} />;
      })}
    </>
  );
}

interface WhenProps {
  readonly when: TaskWhen;
  readonly tasks: readonly OpenTask[];
  readonly data: TasksData;
}

/** More of them at once push the rest off a phone; more of one kind hide the others. */
const shownAtFirst = 6;
const ofOneKind = 2;

function firstFew(tasks: readonly OpenTask[]): readonly OpenTask[] {
  if (tasks.length <= shownAtFirst) return tasks;
  const before = new Map<string, number>();
  const mixed = tasks.filter(({ kind }) => {
    const count = before.get(kind) ?? 0;
    before.set(kind, count + 1);
    return count < ofOneKind;
  });
  return mixed.slice(0, shownAtFirst);
}

function When({ when, tasks, data }: WhenProps) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? tasks : firstFew(tasks);
  return (
    <Section id={`taken-${when}`} title={nlTasks.when(when)}>
      <List>
        {shown.map((task) => (
          <TaskItem key={task.key} {...{ task, data }} late={when === 'late'} />
        ))}
      </List>
      {shown.length < tasks.length && (
        <Button kind="quiet" onClick={() => setWhole(true)}>
          {nlTasks.showAll(tasks.length, when)}
        </Button>
      )}
    </Section>
  );
}

function inFilter(filter: Filter, { tasks, personId }: TasksData): readonly OpenTask[] {
  if (filter === 'all') return tasks;
  if (filter === 'mine') return tasks.filter(({ ownerId }) => ownerId === personId);
  return tasks.filter(({ ownerId, district }) => ownerId === null && district === null);
}

interface TaskItemProps {
  readonly task: OpenTask;
  readonly data: TasksData;
  readonly late: boolean;
}

function TaskItem({ task, data, late }: TaskItemProps) {
  const { title, note, icon } = data.lineOf(task);
  const { ownerId, suggestedId, dueOn, dueBecause, district } = task;
  const unowned = district === null ? nlTasks.unowned(data.nameOf(suggestedId)) : nlTasks.district.owner;
  const whose = ownerId === null ? unowned : nlTasks.owner(data.nameOf(ownerId), ownerId === data.personId);
  const due = dueOn === null ? [] : [{ strong: nlTasks.due(dueOn, dueBecause) }];
  return (
    <Item
      title={title}
      lines={[...due, ...(note === '' ? [] : [note]), whose]}
      href={`/taken?taak=${encodeURIComponent(task.key)}`}
      disc={
        <Disc tone={ownerId === data.personId ? 'turn' : late ? 'later' : 'plain'}>
          <Icon of={icon} />
        </Disc>
      }
    />
  );
}
