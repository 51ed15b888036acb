/** The kinds of tasks: which right it takes to do one, who does it as a rule, and whether it can be taken. */
import type { Access } from '../access.ts';
import { isUuid } from '../ids.ts';
import { type CommandName, mayRun } from '../permissions.ts';
import type { Role } from '../rows.ts';

/** In the order of Vandaag: what people wait for first. */
export const taskKinds = {
  meeting_open: { right: 'meeting.open', for: 'each' }, // an evening is going on
  meeting_today: { right: 'meeting.open', for: 'each' },
  proposal_returned: { right: 'proposal.change', for: 'maker' }, // to its initiator, to mend
  claim_returned: { right: 'claim.submit', for: 'maker' },
  second_count: { right: 'support.count', for: 'owner' }, // a sheet that one person counted
  count_differs: { right: 'support.settle', for: 'owner' },
  claim_to_judge: { right: 'claim.approve', for: 'treasurer' },
  payment_to_record: { right: 'payment.record', for: 'treasurer' },
  claim_second: { right: 'claim.approveSecond', for: 'chair' },
  countersign_asked: { right: 'claim.countersign', for: 'auditor' }, // or of the district
  advance_to_account: { right: 'advance.handIn', for: 'maker' },
  advance_refund: { right: 'advance.handIn', for: 'maker' }, // what is left goes back
  advance_to_settle: { right: 'advance.settle', for: 'treasurer' },
  finding_to_answer: { right: 'finding.answer', for: 'treasurer' },
  decision_flagged: { right: 'held.drop', for: 'chair' }, // a right of the chair alone
  meeting_not_closed: { right: 'meeting.close', for: 'secretary' }, // planned or open on an earlier day
  advice_asked: { right: 'advice.answer', for: 'each' }, // of the district manager
  term_over: { right: 'proposal.publish', for: 'secretary' }, // of a publication: it can be decided
  proposal_to_schedule: { right: 'agenda.add', for: 'secretary' }, // submitted and on no agenda
  draft_to_submit: { right: 'proposal.submit', for: 'maker' },
  written: { right: 'task.done', for: 'nobody' }, // what somebody wrote down
  next_step: { right: 'proposalOwner.change', for: 'follower' }, // of who sees to a proposal
  stack_second_count: { right: 'ballotStack.count', for: 'nobody' }, // of ballot papers
  stack_differs: { right: 'ballotStack.settle', for: 'nobody' },
  consultation_to_close: { right: 'consultation.close', for: 'secretary' },
  list_to_adopt: { right: 'decisionList.adopt', for: 'secretary' },
  objection_to_answer: { right: 'support.answer', for: 'owner' },
  advice_late: { right: 'advice.ask', for: 'asker' }, // the district did not answer by the day
  advice_to_handle: { right: 'advice.ask', for: 'asker' }, // it objects or sets conditions
  correction_to_get: { right: 'proposal.change', for: 'owner' }, // returned, and its initiator has no account
  counter_contribution: { right: 'counterContribution.deliver', for: 'owner' },
  outcome_due: { right: 'outcome.change', for: 'owner' },
  outcome_year_due: { right: 'outcome.tellYear', for: 'owner' }, // of a project of more years
  bank_lines: { right: 'bankMatch.make', for: 'treasurer' },
  year_to_close: { right: 'budgetYear.close', for: 'treasurer' },
  plan_due: { right: 'spendingPlan.finish', for: 'treasurer' },
  sheets_to_destroy: { right: 'support.destroySheets', for: 'secretary' }, // paper with signatures, and its photos
} as const satisfies Readonly<Record<string, { readonly right: CommandName; readonly for: UsuallyFor }>>;

/** Who does it as a rule. each: everybody for himself · maker: who made what it is about, nobody else can · follower: who
 *  sees to the proposal by its own row · owner: the same person, as a suggestion · asker: who asked · or somebody with
 *  this role. All but the first three can be taken and handed over. */
export type UsuallyFor = 'each' | 'maker' | 'follower' | 'owner' | 'asker' | 'nobody' | Role;

export type TaskKind = keyof typeof taskKinds;
const kinds: Readonly<Record<TaskKind, { readonly right: CommandName; readonly for: UsuallyFor }>> = taskKinds;

/** `kind:subject` of what follows from other rows: the same on every phone. */
export const taskKey = (kind: TaskKind, subjectId: string): string => `${kind}:${subjectId}`;

export function kindOfTask(taskId: string): TaskKind | undefined {
  if (isUuid(taskId)) return 'written';
  const kind = taskId.slice(0, Math.max(0, taskId.indexOf(':')));
  return Object.hasOwn(kinds, kind) && kind !== 'written' ? (kind as TaskKind) : undefined;
}

export const usuallyFor = (kind: TaskKind): UsuallyFor => kinds[kind].for;

export const canBeTaken = (kind: TaskKind): boolean => !['each', 'maker', 'follower'].includes(kinds[kind].for);

/** What no other row shows: somebody has to say that it is done. */
export const doneByHand = (kind: TaskKind): boolean => kind === 'written';

/** By role alone; the district does only what was asked of it. Whether a person may do this one (not the own claim, not a second count of the own) shows in openTasks. */
export const roleMayDo = (role: Access['role'], kind: TaskKind): boolean => mayRun(role, kinds[kind].right);
