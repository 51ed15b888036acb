/** What needs my attention: from the rows and my role, most urgent first. Codes, ids and numbers only. */
import { type Access, isVotingRole } from './access.ts';
import { advanceStage, refundDue } from './advance.ts';
import { daysBetween } from './dates.ts';
import { leftToPay, mayApproveSecond, mayJudge, maySettleAdvance } from './dossier.ts';
import { mayRun } from './permissions.ts';
import { votingMemberIds } from './quorum.ts';
import type {
  Advice,
  AdviceAnswer,
  AgendaItem,
  AuditFinding,
  Cents,
  Claim,
  Countersign,
  Decision,
  IsoDate,
  Meeting,
  Member,
  Proposal,
  SupportCount,
  SupportSheet,
} from './rows.ts';
import { waitsForDecision } from './ruleCheck/road.ts';
import { isCountable, maySettle, secondCountOpen, supportSummary } from './support.ts';

export type AttentionKind =
  | 'meeting_open' // an evening is going on
  | 'meeting_today'
  | 'proposal_returned' // to me, to mend
  | 'claim_returned' // mine, to mend
  | 'second_count' // a sheet that somebody else counted
  | 'count_differs'
  | 'claim_to_judge'
  | 'claim_second' // a second approval
  | 'countersign_asked' // of the auditor or the district
  | 'advance_to_account' // mine: receipts to hand in
  | 'advance_to_settle'
  | 'advance_refund' // mine: what is left goes back
  | 'payment_to_record'
  | 'finding_to_answer' // the kascommissie asks
  | 'decision_flagged' // for the chair
  | 'meeting_not_closed' // planned or open on an earlier day
  | 'advice_asked' // of the district manager
  | 'term_over' // of a publication: it can be decided
  | 'proposal_to_schedule' // submitted and on no agenda
  | 'draft_to_submit'; // my own draft

export interface Attention {
  readonly kind: AttentionKind;
  readonly id: string; // of the meeting, proposal, sheet, claim or decision
  readonly proposalId: string | null;
  readonly cents: Cents; // 0 when there is no amount
}

export interface TodayInput {
  readonly access: Access;
  readonly today: IsoDate;
  readonly proposals: readonly Proposal[];
  readonly sheets: readonly SupportSheet[];
  readonly counts: readonly SupportCount[];
  readonly meetings: readonly Meeting[];
  readonly agendaItems: readonly AgendaItem[];
  readonly decisions: readonly Decision[];
  readonly claims: readonly Claim[];
  readonly countersigns: readonly Countersign[];
  readonly members: readonly Member[];
  readonly advice: readonly Advice[];
  readonly adviceAnswers: readonly AdviceAnswer[];
  readonly findings: readonly AuditFinding[];
}

/** In the order in which the kinds are listed here. */
export function attentionOf(input: TodayInput): readonly Attention[] {
  return [
    ...meetings(input),
    ...returned(input),
    ...support(input),
    ...claims(input),
    ...approvals(input),
    ...advances(input),
    ...findings(input),
    ...flagged(input),
    ...lateMeetings(input),
    ...adviceAsked(input),
    ...termsOver(input),
    ...toSchedule(input),
    ...drafts(input),
  ];
}

const attention = (kind: AttentionKind, id: string, proposalId: string | null = null, cents: Cents = 0): Attention => ({
  kind,
  id,
  proposalId,
  cents,
});

function meetings({ access, today, meetings: all }: TodayInput): readonly Attention[] {
  if (!isVotingRole(access.role)) return [];
  const planned = all.filter(({ state, plannedOn }) => state === 'planned' && plannedOn === today);
  return [
    ...all.filter((meeting) => isGoingOn(meeting, today)).map(({ id }) => attention('meeting_open', id)),
    ...planned.map(({ id }) => attention('meeting_today', id)),
  ];
}

/** Open, and not forgotten: an evening may begin before its day and end after midnight. */
const isGoingOn = ({ state, plannedOn }: Meeting, today: IsoDate): boolean =>
  state === 'open' && daysBetween(plannedOn, today) <= 1;

function lateMeetings({ access, today, meetings: all }: TodayInput): readonly Attention[] {
  if (!mayRun(access.role, 'meeting.close')) return [];
  return all
    .filter((meeting) => meeting.state !== 'closed' && meeting.plannedOn < today && !isGoingOn(meeting, today))
    .map((meeting) => attention('meeting_not_closed', meeting.id));
}

function returned({ access, proposals, claims: all }: TodayInput): readonly Attention[] {
  const own = proposals.filter((one) => one.state === 'returned' && isOwn(access, one.id));
  const mine = all.filter((claim) => claim.state === 'returned' && claim.claimantId === access.personId);
  return [
    ...own.map((one) => attention('proposal_returned', one.id, one.id)),
    ...mine.map((claim) => attention('claim_returned', claim.id, claim.proposalId, claim.claimedCents)),
  ];
}

const isOwn = (access: Access, proposalId: string): boolean =>
  access.role === 'initiator' && access.proposalIds.includes(proposalId);

function support({ access, proposals, sheets: all, counts, members }: TodayInput): readonly Attention[] {
  if (!isVotingRole(access.role)) return [];
  const countable = new Set(proposals.filter(isCountable).map(({ id }) => id));
  const sheets = all.filter(({ proposalId }) => countable.has(proposalId));
  const proposalIds = new Map(sheets.map((sheet) => [sheet.id, sheet.proposalId]));
  const summaries = supportSummary(sheets, counts).sheets;
  const voters = votingMemberIds(members).length;
  const item = (kind: AttentionKind, sheetId: string): Attention =>
    attention(kind, sheetId, proposalIds.get(sheetId) ?? null);
  return [
    ...summaries
      .filter((sheet) => secondCountOpen(sheet, access.personId))
      .map((sheet) => item('second_count', sheet.sheetId)),
    ...summaries
      .filter((sheet) => sheet.state === 'differs' && maySettle(sheet.countedBy, access.personId, voters))
      .map((sheet) => item('count_differs', sheet.sheetId)),
  ];
}

function claims({ access, proposals, claims: all }: TodayInput): readonly Attention[] {
  const awarded = new Set(proposals.filter((one) => one.awardedCents > 0).map((one) => one.id));
  const toJudge = all.filter(
    (claim) => claim.state === 'submitted' && awarded.has(claim.proposalId) && mayJudge(access, claim),
  );
  const toPay = mayRun(access.role, 'payment.record') ? all.filter((claim) => leftToPay(claim) > 0) : [];
  return [
    ...toJudge.map((claim) => attention('claim_to_judge', claim.id, claim.proposalId, claim.claimedCents)),
    ...toPay.map((claim) => attention('payment_to_record', claim.id, claim.proposalId, leftToPay(claim))),
  ];
}

function approvals({ access, claims: all, countersigns }: TodayInput): readonly Attention[] {
  const asked = mayRun(access.role, 'claim.countersign') ? countersigns.filter(({ state }) => state === 'asked') : [];
  return [
    ...all
      .filter((claim) => mayApproveSecond(access, claim))
      .map((claim) => attention('claim_second', claim.id, claim.proposalId, claim.approvedCents)),
    ...asked.map((one) => attention('countersign_asked', one.id, one.proposalId, one.amountCents)),
  ];
}

function advances({ access, claims: all }: TodayInput): readonly Attention[] {
  const at = (kind: AttentionKind, claim: Claim, cents: Cents) => attention(kind, claim.id, claim.proposalId, cents);
  return all.flatMap((claim) => {
    const stage = advanceStage(claim);
    const mine = claim.claimantId === access.personId;
    if (mine && (stage === 'to_account' || stage === 'account_returned')) {
      return [at('advance_to_account', claim, claim.paidCents)];
    }
    if (mine && stage === 'refund_due') return [at('advance_refund', claim, refundDue(claim))];
    return maySettleAdvance(access, claim) ? [at('advance_to_settle', claim, claim.settlement?.spentCents ?? 0)] : [];
  });
}

function findings({ access, findings: all }: TodayInput): readonly Attention[] {
  if (!mayRun(access.role, 'finding.answer')) return [];
  const open = all.filter(({ answer, settled }) => answer === '' && !settled);
  return open.map(({ id }) => attention('finding_to_answer', id));
}

/** For a month: a flag cannot be taken off, and a list that never empties is not read. */
const flaggedDays = 31;

function flagged({ access, today, decisions }: TodayInput): readonly Attention[] {
  if (access.role !== 'chair') return [];
  return decisions
    .filter((decision) => decision.flags.length > 0 && !decision.withdrawn)
    .filter((decision) => daysBetween(decision.decidedOn, today) <= flaggedDays)
    .map((decision) => attention('decision_flagged', decision.id, decision.proposalId));
}

/** Until it is answered, taken back, or decided as far as the district is told. */
function adviceAsked({ access, advice, adviceAnswers, decisions }: TodayInput): readonly Attention[] {
  if (!mayRun(access.role, 'advice.answer')) return [];
  const answered = new Set(adviceAnswers.map((one) => one.adviceId));
  const decided = new Set(
    decisions.filter((one) => !one.withdrawn && one.outcome !== 'deferred').map((one) => one.proposalId),
  );
  return advice
    .filter((one) => !one.withdrawn && !answered.has(one.id) && !decided.has(one.proposalId))
    .sort((a, b) => ((a.neededBy ?? '9') < (b.neededBy ?? '9') ? -1 : 1))
    .map((one) => attention('advice_asked', one.id, one.proposalId));
}

function termsOver({ access, today, proposals }: TodayInput): readonly Attention[] {
  if (!mayRun(access.role, 'proposal.publish')) return [];
  return proposals
    .filter((one) => waitsForDecision(one) && one.publication !== undefined && one.publication.until < today)
    .map((one) => attention('term_over', one.id, one.id, one.requestedCents));
}

function toSchedule({ access, proposals, agendaItems, meetings: all }: TodayInput): readonly Attention[] {
  if (!mayRun(access.role, 'agenda.add')) return [];
  const coming = new Set(all.filter((meeting) => meeting.state !== 'closed').map((meeting) => meeting.id));
  const planned = new Set(
    agendaItems.filter((item) => !item.removed && coming.has(item.meetingId)).map((item) => item.proposalId),
  );
  return proposals
    .filter((one) => (one.state === 'submitted' || one.state === 'deferred') && !planned.has(one.id))
    .map((one) => attention('proposal_to_schedule', one.id, one.id, one.requestedCents));
}

function drafts({ access, proposals }: TodayInput): readonly Attention[] {
  return proposals
    .filter((one) => one.state === 'draft' && isOwn(access, one.id))
    .map((one) => attention('draft_to_submit', one.id, one.id, one.requestedCents));
}
