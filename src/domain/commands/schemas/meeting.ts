/** A meeting and what was decided. */
import * as v from 'valibot';
import {
  cents,
  change,
  count,
  decisionIdText,
  decisionOutcome,
  filled,
  filledText,
  instant,
  isoDate,
  itemId,
  line,
  listOf,
  ordinal,
  presenceMarkIdText,
  startTime,
  text,
  uuid,
} from '../fields.ts';

const votes = v.strictObject({ forCount: count, againstCount: count, abstainedCount: count });
const presenceState = v.picklist(['present', 'absent', 'excused']);
const tieRule = v.picklist(['chair', 'lot', 'rejected', 'postponed']);
const ballot = v.strictObject({ personId: uuid, vote: v.picklist(['for', 'against', 'abstained']) });

/** `voting` since version 2. Only an open vote has names; only as many for as against is a tie. */
const takenUnder = v.pipe(
  v.strictObject({
    presentIds: listOf(uuid, 100),
    recusedIds: listOf(uuid, 100),
    votes,
    voting: v.exactOptional(v.picklist(['hands', 'by_name', 'paper'])),
    ballots: v.exactOptional(listOf(ballot, 100)),
    tie: v.exactOptional(
      v.strictObject({ rule: tieRule, side: v.picklist(['for', 'against', 'postponed']), how: line(300) }),
    ),
  }),
  v.check(({ voting, ballots }) => ballots === undefined || voting === 'by_name'),
  v.check(({ ballots = [] }) => new Set(ballots.map(({ personId }) => personId)).size === ballots.length),
  v.check(({ votes: { forCount, againstCount }, tie }) => tie === undefined || forCount === againstCount),
);

/** Since version 3 of a decision. A refusal against the rules names none: all of them are met. */
const exception = v.pipe(
  v.strictObject({
    kind: v.picklist(['rules_missed', 'all_rules_met']),
    rules: listOf(v.strictObject({ ruleId: line(100), text: filled(300) }), 50),
    reason: filledText(2_000),
  }),
  v.check(({ kind, rules }) => (kind === 'rules_missed') === rules.length > 0),
);
const exceptionOf = {
  awarded: 'rules_missed',
  partly_awarded: 'rules_missed',
  refused: 'all_rules_met',
  deferred: undefined,
} as const;

export const meetingSchemas = {
  'meeting.plan': v.strictObject({
    meetingId: uuid,
    title: filled(150),
    place: line(150),
    plannedOn: isoDate,
    startTime,
  }),
  /** A meeting that was held without the app. */
  'meeting.enter': v.strictObject({
    meetingId: uuid,
    title: filled(150),
    place: line(150),
    plannedOn: isoDate,
    startTime,
    endTime: startTime,
  }),
  'meeting.change': v.strictObject({
    meetingId: uuid,
    ...change({ title: filled(150), place: line(150), plannedOn: isoDate, startTime, invitation: text(2_000) }),
  }),
  'meeting.open': v.strictObject({ meetingId: uuid }),
  'meeting.close': v.strictObject({ meetingId: uuid }),
  'meeting.takePen': v.strictObject({ meetingId: uuid }),

  /** `itemNonce` makes the id of an item that is about no proposal; with a proposal the id follows from both (D7). */
  'agenda.add': v.pipe(
    v.strictObject({
      meetingId: uuid,
      proposalId: v.nullable(uuid),
      itemNonce: v.exactOptional(uuid),
      title: filled(200),
      position: v.pipe(v.number(), v.finite()),
    }),
    v.check((args) => (args.proposalId === null) === (args.itemNonce !== undefined)),
  ),
  'agenda.move': v.strictObject({ itemId, position: v.pipe(v.number(), v.finite()) }),
  'agenda.remove': v.strictObject({ itemId }),
  /** Of phones of before: without the time. */
  'presence.set': v.strictObject({ meetingId: uuid, personId: uuid, state: presenceState }),
  'presence.mark': v.strictObject({ meetingId: uuid, personId: uuid, state: presenceState, at: instant }),
  'presence.unmark': v.strictObject({ markId: presenceMarkIdText }),
  'guest.add': v.strictObject({
    guestId: uuid,
    meetingId: uuid,
    who: filled(150),
    count: v.pipe(count, v.minValue(1), v.maxValue(500)),
  }),
  'guest.remove': v.strictObject({ guestId: uuid }),
  'recusal.set': v.strictObject({ itemId, meetingId: uuid, personId: uuid, recused: v.boolean(), reason: line(300) }),
  'decision.record': v.pipe(
    v.strictObject({
      meetingId: uuid,
      itemId,
      round: ordinal,
      outcome: decisionOutcome,
      awardedCents: cents,
      conditions: listOf(filled(500), 30),
      reason: text(2_000),
      exception: v.exactOptional(exception),
      takenUnder,
      decidedOn: isoDate,
    }),
    v.check(({ outcome, exception: goes }) => goes === undefined || exceptionOf[outcome] === goes.kind),
  ),
  'decision.withdraw': v.strictObject({ decisionId: decisionIdText }),
  'decision.correct': v.strictObject({
    correctionId: uuid,
    decisionId: decisionIdText,
    outcome: decisionOutcome,
    awardedCents: cents,
    reason: filledText(2_000),
    correctedOn: isoDate,
  }),
  'minutes.take': v.strictObject({ meetingId: uuid }),
  /** `seen`: what the writer had here before, so that a second device of the same person overwrites nothing. */
  'minutes.write': v.strictObject({
    meetingId: uuid,
    itemId: v.nullable(itemId),
    text: text(10_000),
    seen: text(10_000),
  }),
  'decisionList.adopt': v.pipe(
    v.strictObject({ meetingId: uuid, inMeetingId: uuid, adoptedOn: isoDate, remarks: text(2_000) }),
    v.check((args) => args.meetingId !== args.inMeetingId),
  ),
  'decisionList.reopen': v.strictObject({ meetingId: uuid, inMeetingId: uuid }),
  'meetingRules.change': v.strictObject(change({ tieRule, votesByName: v.boolean() })),
} as const;
