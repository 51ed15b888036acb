/** Vandaag: of all that is to be done, what asks something of whoever looks, most urgent first. */
import { addDays } from './dates.ts';
import type { IsoDate } from './rows.ts';
import { usuallyFor } from './tasks/kinds.ts';
import { type OpenTask, openTasks, type TaskInput } from './tasks/openTasks.ts';

export type Attention = OpenTask;
export type AttentionKind = OpenTask['kind'];

/** In the order of the kinds (tasks/kinds.ts). What somebody else took on asks nothing of the others. */
export function attentionOf(input: TaskInput): readonly Attention[] {
  return openTasks(input).filter((task) => asksOf(task, input));
}

/** What is due later than this is on the list of tasks, not on Vandaag. */
const soonDays = 14;

function asksOf(task: OpenTask, { access, today }: TaskInput): boolean {
  const { ownerId, doerIds } = task;
  if (task.district !== null) return access.role === 'district_manager';
  if (ownerId !== null && usuallyFor(task.kind) !== 'each') return ownerId === access.personId && isSoon(task, today);
  if (!doerIds.includes(access.personId)) return false;
  if (!onlyForSome.has(task.kind)) return true;
  return isSoon(task, today) && (task.suggestedId === access.personId || access.role === 'initiator');
}

const isSoon = ({ dueOn }: OpenTask, today: IsoDate): boolean => dueOn === null || dueOn <= addDays(today, soonDays);

/** Many may do these, and nobody waits at the door: they ask something of whom they are for, until somebody takes them. */
const onlyForSome: ReadonlySet<AttentionKind> = new Set([
  'written',
  'next_step',
  'stack_second_count',
  'stack_differs',
  'consultation_to_close',
  'list_to_adopt',
  'objection_to_answer',
  'advice_late',
  'advice_to_handle',
  'correction_to_get',
  'counter_contribution',
  'outcome_due',
  'outcome_year_due',
  'bank_lines',
  'year_to_close',
  'plan_due',
  'sheets_to_destroy',
]);
