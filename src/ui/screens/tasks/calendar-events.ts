import type { OpenTask } from '../../../domain/tasks/openTasks.ts';
import type { CalendarEvent } from '../../../files/calendar.ts';
import { nlTasks } from '../../nl/tasks.ts';
import type { TasksData } from './use-tasks.ts';

/** Nobody writes down how long an evening will last. */
const eveningMinutes = 120;

/** Meetings to come, consultations with those that were called off, and the tasks of whoever looks that have a day. A
 *  calendar often goes to the servers of a company: titles and places, no amounts or payees. */
export function calendarEvents(data: TasksData, committeeId: string): readonly CalendarEvent[] {
  const { rows, tasks, personId, today } = data;
  const uid = (key: string): string => `${key}@${committeeId}.buurtkas`;
  const evening = { text: '', minutes: eveningMinutes, cancelled: false };
  return [
    ...rows.meetings
      .filter(({ state, plannedOn }) => state !== 'closed' && plannedOn >= today)
      .map(({ id, title, place, plannedOn: day, startTime }) => ({
        ...{ ...evening, uid: uid(`meeting:${id}`), title, place, day, startTime },
      })),
    ...rows.consultations
      .filter(({ state, heldOn }) => state !== 'closed' && heldOn >= today)
      .map(({ id, title, place, heldOn: day, startTime, state }) => ({
        ...{ ...evening, uid: uid(`consultation:${id}`), title, place, day, startTime },
        cancelled: state === 'cancelled',
      })),
    ...tasks
      .filter(({ ownerId }) => ownerId === personId)
      .flatMap((task) => taskEvent(task, data, uid(task.key)) ?? []),
  ];
}

function taskEvent(task: OpenTask, data: TasksData, uid: string): CalendarEvent | undefined {
  const { dueOn: day, dueBecause, note } = task;
  if (day === null) return undefined;
  const why = nlTasks.due(day, dueBecause);
  return {
    ...{ uid, day, startTime: null, minutes: 0, cancelled: false, place: '' },
    title: nlTasks.calendar.task(plainTitle(task, data)),
    text: note === '' ? why : `${why}\n${note}`,
  };
}

/** Without amounts: of a task with money only its kind and project. */
export function plainTitle(task: OpenTask, { rows, lineOf }: TasksData): string {
  if (task.kind === 'written' || task.kind === 'next_step' || task.kind === 'counter_contribution') return task.text;
  const title = task.cents === 0 && task.kind !== 'bank_lines' ? lineOf(task).title : nlTasks.kind(task.kind);
  const project = rows.proposals.find(({ id }) => id === task.proposalId)?.title ?? '';
  return project === '' ? title : `${title}: ${project}`;
}
