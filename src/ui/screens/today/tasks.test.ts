import { expect, test } from 'vitest';
import type { Attention } from '../../../domain/today.ts';
import type { TodayRows } from './rows.ts';
import { taskLines } from './tasks.ts';

const proposal = (id: string) => ({ id, title: `Plan ${id}`, returnReason: null }) as TodayRows['proposals'][number];
const rows: TodayRows = {
  proposals: ['a', 'b', 'c'].map(proposal),
  sheets: [],
  counts: [],
  meetings: [],
  agendaItems: [],
  decisions: [],
  claims: [],
  members: [],
  advice: [],
  adviceAnswers: [],
  countersigns: [],
  findings: [],
  payments: [],
  owners: [],
  tasks: [],
  budgetYears: [],
  contributions: [],
  outcomes: [],
  indications: [],
  adoptions: [],
  consultations: [],
  stacks: [],
  ballotCounts: [],
  spendingPlans: [],
};
const task = (kind: Attention['kind'], id: string) => ({ kind, id, proposalId: id, cents: 1_000 }) as Attention;

test('what waits for an agenda is one line when there is much of it, in the place of the first', () => {
  const tasks = [task('claim_to_judge', 'a'), ...['a', 'b', 'c'].map((id) => task('proposal_to_schedule', id))];
  const lines = taskLines([...tasks, task('draft_to_submit', 'b')], rows);
  expect(lines.map(({ href }) => href)).toEqual(['/kas/declaratie/a', '/vergadering', '/aanvragen/b/bewerken']);
  expect(lines[1]).toMatchObject({ title: 'Zet 3 aanvragen op een agenda', note: 'Plan a, Plan b, Plan c' });
});

test('one or two of them each keep a line of their own with the amount', () => {
  const lines = taskLines([task('proposal_to_schedule', 'a'), task('proposal_to_schedule', 'b')], rows);
  expect(lines.map(({ note }) => note)).toEqual(['Plan a, vraagt €\u00a010,00', 'Plan b, vraagt €\u00a010,00']);
});
