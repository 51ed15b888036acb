/** The six tasks of a dossier and where each of them stands. Codes and numbers only: the words are the screen's. */
import { type Access, isVotingRole } from './access.ts';
import { missingForSubmit } from './complete.ts';
import { addCents } from './money.ts';
import { missingInOutcome, type ReportStage, reportStage, yearsToTell } from './outcome.ts';
import { mayRun } from './permissions.ts';
import { votingMemberIds } from './quorum.ts';
import type {
  AgendaItem,
  Cents,
  Claim,
  IsoDate,
  Member,
  Outcome,
  Proposal,
  SupportCount,
  SupportSheet,
} from './rows.ts';
import { isCountable, maySettle, secondCountOpen, supportSummary } from './support.ts';

export type TaskStatus = {
  readonly proposal: 'incomplete' | 'ready_to_submit' | 'submitted' | 'returned' | 'withdrawn';
  readonly support: 'none' | 'second_count_due' | 'differs' | 'counted';
  readonly decision: 'not_submitted' | 'waiting' | 'on_agenda' | 'awarded' | 'partly_awarded' | 'refused' | 'deferred';
  readonly payout: 'no_award' | 'nothing_approved' | 'to_pay' | 'paid' | 'finished';
  readonly receipts: 'none' | 'waits_for_decision' | 'to_judge' | 'returned' | 'judged';
  readonly report: `report_${ReportStage}` | 'report_year_due';
};
export type TaskId = keyof TaskStatus;

/** todo: somebody has to act · waiting: for something else first · done. */
export type TaskState = 'todo' | 'waiting' | 'done';

export interface DossierTask<Id extends TaskId = TaskId> {
  readonly id: Id;
  readonly status: TaskStatus[Id];
  readonly state: TaskState;
  readonly mine: boolean; // whoever looks can do the next step: the yellow card
  readonly count: number; // how many things are missing, sheets, claims; 0 when the status has none
  readonly cents: Cents; // asked, awarded, still to pay …; 0 when the status has none
}

export interface DossierInput {
  readonly access: Access;
  readonly proposal: Proposal;
  readonly sheets: readonly SupportSheet[]; // empty on an initiator's phone: sheets are the committee's
  readonly counts: readonly SupportCount[];
  readonly agendaItems: readonly AgendaItem[]; // of this proposal
  readonly claims: readonly Claim[]; // of this proposal
  readonly members: readonly Member[];
  readonly outcome: Outcome | undefined;
  readonly today: IsoDate;
}

export function dossierTasks(input: DossierInput): readonly DossierTask[] {
  const before = [proposalTask(input), supportTask(input), decisionTask(input)];
  const all = [...before, payoutTask(input), receiptsTask(input), reportTask(input)];
  // An initiator does not see sheets: for him the task would always read 'none'.
  return input.access.role === 'initiator' ? all.filter((task) => task.id !== 'support') : all;
}

function task<Id extends TaskId>(
  id: Id,
  status: TaskStatus[Id],
  state: TaskState,
  more: { readonly mine?: boolean; readonly count?: number; readonly cents?: Cents } = {},
): DossierTask<Id> {
  return { id, status, state, mine: more.mine ?? false, count: more.count ?? 0, cents: more.cents ?? 0 };
}

function proposalTask({ access, proposal }: DossierInput): DossierTask {
  const mine = mayRun(access.role, 'proposal.submit');
  const cents = proposal.requestedCents;
  if (proposal.state === 'withdrawn') return task('proposal', 'withdrawn', 'done', { cents });
  if (proposal.state === 'returned') return task('proposal', 'returned', 'todo', { mine, cents });
  if (proposal.state !== 'draft') return task('proposal', 'submitted', 'done', { cents });
  const count = missingForSubmit(proposal).length;
  return task('proposal', count === 0 ? 'ready_to_submit' : 'incomplete', 'todo', { mine, count, cents });
}

function supportTask({ access, proposal, sheets, counts, members }: DossierInput): DossierTask {
  const summary = supportSummary(sheets, counts);
  const open = proposal.state === 'draft' || proposal.state === 'submitted' || proposal.state === 'returned';
  const mayCount = isVotingRole(access.role);
  if (sheets.length === 0) return task('support', 'none', open ? 'todo' : 'done', { mine: open && mayCount });
  if (!isCountable(proposal)) return task('support', 'counted', 'done', { count: sheets.length });
  if (summary.differing > 0) {
    const voters = votingMemberIds(members).length;
    const mine = summary.sheets.some(
      (sheet) => sheet.state === 'differs' && maySettle(sheet.countedBy, access.personId, voters),
    );
    return task('support', 'differs', 'todo', { mine: mayCount && mine, count: summary.differing });
  }
  const due = summary.secondCountDue;
  if (due === 0) return task('support', 'counted', 'done', { count: sheets.length });
  const mine = mayCount && summary.sheets.some((sheet) => secondCountOpen(sheet, access.personId));
  return task('support', 'second_count_due', 'todo', { mine, count: due });
}

function decisionTask({ access, proposal, agendaItems }: DossierInput): DossierTask {
  const { state } = proposal;
  const mayDecide = mayRun(access.role, 'decision.record');
  const onAgenda = agendaItems.some((item) => !item.removed);
  if (state === 'deferred') return task('decision', 'deferred', 'todo', { mine: mayDecide });
  if (state === 'refused') return task('decision', 'refused', 'done');
  if (state === 'awarded' || state === 'partly_awarded') {
    return task('decision', state, 'done', { cents: proposal.awardedCents });
  }
  if (state === 'finished') {
    const whole = proposal.awardedCents === proposal.requestedCents;
    return task('decision', whole ? 'awarded' : 'partly_awarded', 'done', { cents: proposal.awardedCents });
  }
  if (state !== 'submitted') return task('decision', 'not_submitted', 'waiting');
  return onAgenda ? task('decision', 'on_agenda', 'waiting') : task('decision', 'waiting', 'todo', { mine: mayDecide });
}

function payoutTask({ access, proposal, claims }: DossierInput): DossierTask {
  const paidCents = addCents(claims.map((claim) => claim.paidCents));
  if (proposal.state === 'finished') return task('payout', 'finished', 'done', { cents: paidCents });
  if (proposal.awardedCents === 0) return task('payout', 'no_award', 'waiting');
  const toPay = claims.filter((claim) => leftToPay(claim) > 0);
  const cents = addCents(toPay.map(leftToPay));
  const mine = mayRun(access.role, 'payment.record');
  if (toPay.length > 0) return task('payout', 'to_pay', 'todo', { mine, count: toPay.length, cents });
  return paidCents > 0
    ? task('payout', 'paid', 'done', { cents: paidCents })
    : task('payout', 'nothing_approved', 'waiting');
}

function receiptsTask({ access, proposal, claims }: DossierInput): DossierTask {
  const submitted = claims.filter((claim) => claim.state === 'submitted');
  const cents = addCents(submitted.map((claim) => claim.claimedCents));
  const returned = claims.filter((claim) => claim.state === 'returned');
  const ownReturned = returned.some((claim) => claim.claimantId === access.personId);
  if (ownReturned) return task('receipts', 'returned', 'todo', { mine: true, count: returned.length });
  if (submitted.length > 0) {
    const count = submitted.length;
    if (proposal.awardedCents === 0) return task('receipts', 'waits_for_decision', 'waiting', { count, cents });
    const mine = submitted.some((claim) => mayJudge(access, claim));
    return task('receipts', 'to_judge', 'todo', { mine, count, cents });
  }
  if (returned.length > 0) return task('receipts', 'returned', 'waiting', { count: returned.length });
  return claims.length === 0
    ? task('receipts', 'none', 'waiting')
    : task('receipts', 'judged', 'done', { count: claims.length });
}

function reportTask({ access, proposal, outcome, today }: DossierInput): DossierTask {
  const years = yearsToTell(proposal, outcome, today).length;
  if (years > 0) {
    const mine = mayRun(access.role, 'outcome.tellYear');
    return task('report', 'report_year_due', 'todo', { mine, count: years });
  }
  const stage = reportStage(proposal, outcome, today);
  const state = stage === 'due' ? 'todo' : stage === 'reported' || stage === 'closed' ? 'done' : 'waiting';
  const mine = stage === 'due' && mayRun(access.role, 'outcome.change');
  return task('report', `report_${stage}`, state, { mine, count: missingInOutcome(outcome).length });
}

/** Approved by everybody who has to, and not yet paid. */
export const leftToPay = (claim: Claim): Cents =>
  claim.state === 'approved' && claim.awaits == null ? Math.max(0, claim.approvedCents - claim.paidCents) : 0;

/** Nobody judges their own claim. */
export const mayJudge = (access: Access, claim: Claim): boolean =>
  mayRun(access.role, 'claim.approve') && claim.claimantId !== access.personId;

/** The second of two officers; never who approved it first. */
export const mayApproveSecond = (access: Access, claim: Claim): boolean =>
  mayRun(access.role, 'claim.approveSecond') &&
  claim.awaits === 'second' &&
  claim.claimantId !== access.personId &&
  claim.judgedBy !== access.personId;

/** The account that was given of an advance waits for whoever looks. */
export const maySettleAdvance = (access: Access, claim: Claim): boolean =>
  mayRun(access.role, 'advance.settle') &&
  claim.settlement?.state === 'handed_in' &&
  claim.claimantId !== access.personId;

/** It can still be changed by its maker, which undoes the approval. */
export const mayChangeClaim = (access: Access, claim: Claim): boolean =>
  claim.claimantId === access.personId &&
  claim.kind !== 'advance' &&
  (claim.state === 'returned' || (claim.state === 'approved' && claim.paidCents === 0));

/** Whoever has an interest may approve only while no other chair or treasurer is active; then an outsider signs too. */
export const isSoleApprover = (access: Access, claim: Claim, members: readonly Member[]): boolean =>
  mayRun(access.role, 'claim.approve') &&
  !members.some(
    ({ id, role, active }) =>
      active && (role === 'chair' || role === 'treasurer') && id !== access.personId && id !== claim.claimantId,
  );
