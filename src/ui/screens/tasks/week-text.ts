// The weekly message in words. What it may hold: domain/tasks/week.ts.
import type { OpenTask } from '../../../domain/tasks/openTasks.ts';
import { type Week, weekOf } from '../../../domain/tasks/week.ts';
import { nlTasks } from '../../nl/tasks.ts';
import { plainTitle } from './calendar-events.ts';
import type { TasksData } from './use-tasks.ts';

const { week: words } = nlTasks;

export function weekText(data: TasksData, committeeName: string): string {
  const { today, all, rows } = data;
  const week = weekOf({ ...rows, today, tasks: all, taskRows: rows.tasks });
  const parts = [
    words.heading(committeeName, today),
    block(words.was, happened(week, data), words.nothing),
    ...dueBlocks(week, data),
    block(
      words.coming,
      week.coming.map(({ title, day, startTime, place }) => words.gathering(title, day, startTime, place)),
      words.nothingComing,
    ),
  ];
  return parts.join('\n\n');
}

const block = (title: string, lines: readonly string[], none: string): string =>
  [title, ...(lines.length === 0 ? [none] : lines.map((line) => `- ${line}`))].join('\n');

const happened = ({ held, newProposals, decided, done }: Week, { nameOf }: TasksData): readonly string[] => [
  ...held.map(({ title, day, decisions }) => words.held(title, day, decisions)),
  ...decided.map(({ title, outcome }) => words.decided(title, outcome)),
  ...(newProposals.length === 0 ? [] : [words.proposals(newProposals)]),
  ...done.map(({ written, doneBy }) => words.done(written?.text ?? '', firstName(nameOf(doneBy)))),
];

/** By person, who has most first; what is nobody's stands at the end as a question. */
function dueBlocks({ due, undated }: Week, data: TasksData): readonly string[] {
  const line = (task: OpenTask): string =>
    words.task(plainTitle(task, data), task.dueOn ?? data.today, (task.dueOn ?? '9') < data.today);
  const owners = [...new Set(due.flatMap(({ ownerId }) => ownerId ?? []))];
  const of = (ownerId: string | null): readonly OpenTask[] =>
    due.filter((task) => task.ownerId === ownerId && task.district === null);
  const district = due.filter((task) => task.district !== null);
  const blocks = owners
    .sort((a, b) => of(b).length - of(a).length)
    .map((id) => block(firstName(data.nameOf(id)), of(id).map(line), ''));
  const open = of(null);
  return [
    ...(due.length === 0 ? [block(words.due, [], words.nothingDue)] : [words.due]),
    ...blocks,
    ...(open.length === 0 ? [] : [block(words.nobody, open.map(line), '')]),
    ...(district.length === 0 ? [] : [block(nlTasks.district.name, district.map(line), '')]),
    ...(undated === 0 ? [] : [words.undated(undated)]),
  ];
}

/** In a group people know each other; a whole name says more than is needed where the message may go on to. */
const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? '';
