/** Recording, withdrawing and correcting decisions (D2, D7). What people decided in a room is recorded, not judged:
 *  where it does not fit the rows that we know, it carries a flag for the chair. */
import { type Context, defineCommand, NotYet, Rejection, rowKey, type Tx } from '../command.ts';
import { quorumOf, votesFit, votingMemberIds } from '../quorum.ts';
import {
  type AgendaItem,
  type Cents,
  type Decision,
  type DecisionFlag,
  type DecisionOutcome,
  decisionId,
  type Proposal,
} from '../rows.ts';
import { ballotsFit, fitsVotes, voteResult } from '../votes.ts';
import { freeCents, paidCents } from './ledger.ts';
import { same, votingMembers } from './rules.ts';
import { type CommandArgs, schemas } from './schemas.ts';
import { applyStanding, effective, isAward } from './standing.ts';

/** Two secretaries in one room make the same id: an equal decision changes nothing, a different one is refused and its
 *  author sees which one stands. */
export const recordDecision = defineCommand({
  name: 'decision.record',
  v: 3,
  older: { 1: (args) => args, 2: (args) => args }, // 2 can say how the votes were taken, 3 why it goes against the rules
  schema: schemas['decision.record'],
  touches: (args) => [
    rowKey('meeting', args.meetingId),
    rowKey('agendaItem', args.itemId),
    rowKey('decision', decisionId(args.itemId, args.round)),
    ...(args.round > 1 ? [rowKey('decision', decisionId(args.itemId, args.round - 1))] : []),
  ],
  run(tx, args, ctx) {
    const meeting = tx.mustOrWait('meeting', args.meetingId);
    const item = tx.mustOrWait('agendaItem', args.itemId);
    const proposal = proposalOf(tx, item, args.meetingId);
    if (meeting.state === 'planned') throw new NotYet(rowKey('meeting', meeting.id)); // its opening is on another phone
    const id = decisionId(args.itemId, args.round);
    const earlier = tx.get('decision', id);
    if (earlier !== undefined) {
      if (sameDecision(earlier, args)) return;
      throw new Rejection('already_decided', { decisionId: id });
    }
    mustFollowWithdrawal(tx, args.itemId, args.round);
    mustFit(args.outcome, args.awardedCents);
    const needsReason = args.outcome === 'refused' || args.outcome === 'partly_awarded';
    if (needsReason && args.reason.trim() === '') throw new Rejection('reason_missing');

    const closed = meeting.state === 'closed';
    const { meetingId, itemId, round, outcome, awardedCents, conditions, reason, takenUnder, decidedOn } = args;
    const exception = args.exception === undefined ? {} : { exception: args.exception };
    tx.put('decision', {
      id,
      meetingId,
      itemId,
      proposalId: proposal.id,
      title: item.title,
      round,
      outcome,
      awardedCents,
      conditions,
      reason,
      ...exception,
      takenUnder,
      decidedOn,
      recordedBy: ctx.actor.personId,
      recordedAt: ctx.at,
      withdrawn: false,
      published: closed,
      flags: [...flagsOf(tx, args, ctx, proposal), ...(closed ? (['after_close'] as const) : [])],
    });
    // Somebody took it off the agenda on another phone, but the room dealt with it.
    if (item.removed) tx.put('agendaItem', { ...item, removed: false });
    applyStanding(tx, ctx, proposal, { kind: 'award', bookedOn: decidedOn });
  },
});

/** Undo while the meeting is open; the item is then open for the next round. */
export const withdrawDecision = defineCommand({
  name: 'decision.withdraw',
  v: 1,
  schema: schemas['decision.withdraw'],
  touches: (args) => [rowKey('decision', args.decisionId)],
  run(tx, args, ctx) {
    const decision = tx.mustOrWait('decision', args.decisionId);
    if (decision.withdrawn) return;
    if (decision.published) throw new Rejection('wrong_state'); // its meeting is closed
    const proposal = tx.mustOrWait('proposal', decision.proposalId);
    const stands = proposal.awardDecisionId === decision.id;
    if (stands && (proposal.state === 'finished' || paidCents(tx, proposal.id) > 0)) throw new Rejection('wrong_state');
    tx.put('decision', { ...decision, withdrawn: true });
    applyStanding(tx, ctx, proposal, { kind: 'award_correction', bookedOn: decision.decidedOn });
  },
});

/** A dated correction beside the decision, which itself is never edited. */
export const correctDecision = defineCommand({
  name: 'decision.correct',
  v: 1,
  schema: schemas['decision.correct'],
  touches: (args) => [rowKey('decision', args.decisionId), rowKey('decisionCorrection', args.correctionId)],
  run(tx, args, ctx) {
    const decision = tx.mustOrWait('decision', args.decisionId);
    const { correctionId: id, decisionId: ofId, outcome, awardedCents, reason, correctedOn } = args;
    const known = tx.get('decisionCorrection', id);
    if (known !== undefined) {
      if (same({ ...known, decisionId: ofId, outcome, awardedCents, reason, correctedOn }, known)) return;
      throw new Rejection('id_taken');
    }
    const proposal = tx.mustOrWait('proposal', decision.proposalId);
    if (decision.withdrawn || proposal.state === 'finished') throw new Rejection('wrong_state');
    mustFit(outcome, awardedCents);
    const stands = proposal.awardDecisionId === decision.id;
    if (stands && awardedCents < paidCents(tx, proposal.id)) throw new Rejection('above_award');
    tx.put('decisionCorrection', {
      id,
      decisionId: ofId,
      proposalId: proposal.id,
      outcome,
      awardedCents,
      reason,
      correctedOn,
      recordedBy: ctx.actor.personId,
      published: decision.published,
    });
    applyStanding(tx, ctx, proposal, { kind: 'award_correction', bookedOn: correctedOn });
  },
});

type Recorded = CommandArgs<'decision.record'>;

function proposalOf(tx: Tx, item: AgendaItem, meetingId: string): Proposal {
  if (item.meetingId !== meetingId) throw new Rejection('malformed');
  if (item.proposalId === null) throw new Rejection('nothing_to_decide');
  return tx.mustOrWait('proposal', item.proposalId);
}

/** The same words, money and votes. Who is marked as present and which rules are named as missed may differ: two phones
 *  need not know the same. */
function sameDecision(decision: Decision, args: Recorded): boolean {
  const core = ({
    outcome,
    awardedCents,
    conditions,
    reason,
    exception,
    decidedOn,
    takenUnder,
  }: Decision | Recorded) => ({
    outcome,
    awardedCents,
    conditions,
    reason,
    exceptionReason: exception?.reason ?? '',
    decidedOn,
    votes: takenUnder.votes,
    side: voteResult(takenUnder),
  });
  return same(core(decision), core(args));
}

/** Round 2 exists only because round 1 was withdrawn. */
function mustFollowWithdrawal(tx: Tx, itemId: string, round: number): void {
  if (round === 1) return;
  const before = tx.mustOrWait('decision', decisionId(itemId, round - 1));
  if (!before.withdrawn) throw new Rejection('already_decided', { decisionId: before.id });
}

/** Only what can't be: an award without money, money without an award. How the amount relates to the request is no reason
 *  to refuse: the request may have been changed on another phone while the room decided (C6). */
function mustFit(outcome: DecisionOutcome, awardedCents: Cents): void {
  if (isAward(outcome) !== awardedCents > 0) throw new Rejection('amount_not_fitting');
}

function differsFromRequest({ outcome, awardedCents }: Recorded, { requestedCents }: Proposal): boolean {
  if (outcome === 'awarded') return awardedCents !== requestedCents;
  return outcome === 'partly_awarded' && awardedCents >= requestedCents;
}

/** What the chair has to look at. `over_budget` says how it was when the decision arrived. */
function flagsOf(tx: Tx, args: Recorded, ctx: Context, proposal: Proposal): readonly DecisionFlag[] {
  const committee = tx.mustOrWait('committee', ctx.committeeId);
  const { presentIds, recusedIds, votes } = args.takenUnder;
  const votingIds = votingMemberIds(votingMembers(tx));
  const quorum = quorumOf({ rule: committee.quorum, votingIds, presentIds, recusedIds });
  // Phones of before counted votes without saying what they were for.
  const knowsVoting = args.takenUnder.voting !== undefined;
  const result = voteResult(args.takenUnder);
  const award = standingAward(tx, proposal);
  // A refusal or deferral of an earlier evening that comes in late is no conflict; a later one asks for a correction.
  const second = award !== undefined && (isAward(args.outcome) || args.decidedOn >= award.decidedOn);
  const overBudget = !second && args.awardedCents > 0 && args.awardedCents > freeCents(tx, proposal.year);
  const flags: readonly (readonly [DecisionFlag, boolean])[] = [
    ['no_quorum', !quorum.reached],
    ['votes_do_not_fit', !votesFit(quorum, votes) || !ballotsFit(args.takenUnder)],
    ['over_budget', overBudget],
    ['second_award', second],
    ['amount_differs', differsFromRequest(args, proposal)],
    ['tie_open', knowsVoting && result === 'tied' && args.outcome !== 'deferred'],
    ['votes_say_otherwise', knowsVoting && result !== 'tied' && !fitsVotes(args.outcome, args.takenUnder)],
  ];
  return flags.filter(([, raised]) => raised).map(([flag]) => flag);
}

/** The decision that money is kept for now. */
function standingAward(tx: Tx, proposal: Proposal): Decision | undefined {
  const standing = proposal.awardDecisionId === null ? undefined : tx.get('decision', proposal.awardDecisionId);
  if (standing === undefined || standing.withdrawn) return undefined;
  const corrections = tx.list('decisionCorrection', 'decisionId', standing.id);
  return isAward(effective(standing, corrections).outcome) ? standing : undefined;
}
