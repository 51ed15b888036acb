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
  isoDate,
  itemId,
  line,
  listOf,
  ordinal,
  startTime,
  text,
  uuid,
} from '../fields.ts';

const votes = v.strictObject({ forCount: count, againstCount: count, abstainedCount: count });

export const meetingSchemas = {
  'meeting.plan': v.strictObject({
    meetingId: uuid,
    title: filled(150),
    place: line(150),
    plannedOn: isoDate,
    startTime,
  }),
  'meeting.change': v.strictObject({
    meetingId: uuid,
    ...change({ title: filled(150), place: line(150), plannedOn: isoDate, startTime }),
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
  'agenda.remove': v.strictObject({ itemId }),
  'presence.set': v.strictObject({
    meetingId: uuid,
    personId: uuid,
    state: v.picklist(['present', 'absent', 'excused']),
  }),
  'recusal.set': v.strictObject({ itemId, meetingId: uuid, personId: uuid, recused: v.boolean(), reason: line(300) }),
  'decision.record': v.strictObject({
    meetingId: uuid,
    itemId,
    round: ordinal,
    outcome: decisionOutcome,
    awardedCents: cents,
    conditions: listOf(filled(500), 30),
    reason: text(2_000),
    takenUnder: v.strictObject({ presentIds: listOf(uuid, 100), recusedIds: listOf(uuid, 100), votes }),
    decidedOn: isoDate,
  }),
  'decision.withdraw': v.strictObject({ decisionId: decisionIdText }),
  'decision.correct': v.strictObject({
    correctionId: uuid,
    decisionId: decisionIdText,
    outcome: decisionOutcome,
    awardedCents: cents,
    reason: filledText(2_000),
    correctedOn: isoDate,
  }),
} as const;
