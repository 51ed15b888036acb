// The weekly message in words. What it may hold: domain/tasks/week.ts.
import { groupBy } from '../../../domain/groupBy.ts';
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

const linkTo = (path: string): string => `${location.origin}${path}`;

const block = (title: string, lines: readonly string[], none: string): string =>
  [title, ...(lines.length === 0 ? [none] : lines.map((line) => `- ${line}`))].join('\n');

const happened = ({ held, newProposals, decided, done }: Week, { nameOf }: TasksData): readonly string[] => [
  ...held.map(({ title, day, decisions }) => words.held(title, day, decisions)),
  ...decided.map(({ title, outcome }) => words.decided(title, outcome)),
  ...(newProposals === 0 ? [] : [words.proposals(newProposals, linkTo('/aanvragen'))]),
  ...done.map(({ written, doneBy }) => words.done(written?.text ?? '', firstName(nameOf(doneBy)))),
];

/** By person, who has most first; what is nobody's stands at the end as a question. */
function dueBlocks({ due, undated, openIds }: Week, data: TasksData): readonly string[] {
  const isOpen = ({ proposalId }: OpenTask): boolean => proposalId === null || openIds.has(proposalId);
  const line = (task: OpenTask): string => {
    const title = plainTitle(isOpen(task) ? task : { ...task, proposalId: null }, data);
    return words.task(title, task.dueOn ?? data.today, (task.dueOn ?? '9') < data.today);
  };
  // Without the title of its proposal one line is like another: said once, with how many times.
  const lines = (tasks: readonly OpenTask[]): readonly string[] =>
    [...groupBy(tasks.map(line), (text) => text)].map(([text, same]) => words.times(text, same.length));
  const owners = [...new Set(due.flatMap(({ ownerId }) => ownerId ?? []))];
  const of = (ownerId: string | null): readonly OpenTask[] =>
    due.filter((task) => task.ownerId === ownerId && task.district === null);
  const district = due.filter((task) => task.district !== null);
  const blocks = owners
    .sort((a, b) => of(b).length - of(a).length)
    .map((id) => block(firstName(data.nameOf(id)), lines(of(id)), ''));
  const open = of(null);
  return [
    ...(due.length === 0 ? [block(words.due, [], words.nothingDue)] : [words.due]),
    ...blocks,
    ...(open.length === 0 ? [] : [block(words.nobody, lines(open), '')]),
    ...(district.length === 0 ? [] : [block(nlTasks.district.name, lines(district), '')]),
    ...(undated === 0 ? [] : [words.undated(undated)]),
    ...(due.every(isOpen) ? [] : [words.which(linkTo('/taken'))]),
  ];
}

/** In a group people know each other; a whole name says more than is needed where the message may go on to. */
const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? '';
