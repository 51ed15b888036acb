// The rows that tasks follow from: read live by Vandaag and the list of tasks, once by the count in the menu.
import type { TaskRows } from '../domain/tasks/openTasks.ts';
import type { App } from './app-context.tsx';
import { type Found, type Seen, useRowsFound } from './data.ts';

const types = {
  proposals: 'proposal',
  sheets: 'supportSheet',
  counts: 'supportCount',
  meetings: 'meeting',
  agendaItems: 'agendaItem',
  decisions: 'decision',
  claims: 'claim',
  countersigns: 'countersign',
  findings: 'auditFinding',
  members: 'member',
  advice: 'advice',
  adviceAnswers: 'adviceAnswer',
  owners: 'proposalOwner',
  tasks: 'task',
  budgetYears: 'budgetYear',
  contributions: 'counterContribution',
  outcomes: 'outcome',
  indications: 'supportIndication',
  adoptions: 'listAdoption',
  consultations: 'consultation',
  stacks: 'ballotStack',
  ballotCounts: 'ballotCount',
  spendingPlans: 'spendingPlan',
} as const;
const fields = Object.keys(types) as readonly (keyof typeof types)[];

export type SeenTaskRows = { readonly [K in keyof typeof types]: readonly Seen<(typeof types)[K]>[] };

/** One live read a type, so that a change in one table reads only that table again. */
export function useTaskRows(): Found<SeenTaskRows> {
  // The same fields in the same order at every render, as hooks ask.
  const found = fields.map((field) => [field, useRowsFound(types[field])] as const);
  const value = Object.fromEntries(found.map(([field, rows]) => [field, rows.value]));
  return { loaded: found.every(([, rows]) => rows.loaded), value: value as unknown as SeenTaskRows };
}

/** One table after the other, so that the page can answer a tap in between. */
export async function readTaskRows({ rows }: App): Promise<TaskRows> {
  const read: Partial<Record<keyof typeof types, readonly unknown[]>> = {};
  for (const field of fields) read[field] = await rows.all(types[field]);
  return read as unknown as TaskRows;
}
