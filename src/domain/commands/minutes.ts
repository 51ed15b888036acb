/** Notes of a meeting, and the adoption of its list of decisions by the next one. */
import { defineCommand, NotYet, Rejection, rowKey } from '../command.ts';
import { earliest } from '../dates.ts';
import { listAdoptionId, minutesNoteId } from '../rows.ts';
import { same } from './rules.ts';
import { schemas } from './schemas.ts';

/** Who takes notes. As the pen: said, never enforced. Notes of two people who write at once are two rows. */
export const takeMinutes = defineCommand({
  name: 'minutes.take',
  v: 1,
  schema: schemas['minutes.take'],
  touches: (args) => [rowKey('meeting', args.meetingId)],
  run(tx, args, ctx) {
    const meeting = tx.mustOrWait('meeting', args.meetingId);
    const minutesWriter = ctx.actor.personId;
    if (meeting.minutesWriter !== minutesWriter) tx.put('meeting', { ...meeting, minutesWriter });
  },
});

/** One's own note at one item; an empty text empties it. */
export const writeMinutes = defineCommand({
  name: 'minutes.write',
  v: 1,
  schema: schemas['minutes.write'],
  touches: (args) => [rowKey('meeting', args.meetingId)],
  run(tx, args, ctx) {
    tx.mustOrWait('meeting', args.meetingId);
    const { meetingId, itemId, text, seen } = args;
    if (itemId !== null && tx.mustOrWait('agendaItem', itemId).meetingId !== meetingId)
      throw new Rejection('malformed');
    const writerId = ctx.actor.personId;
    const id = minutesNoteId(meetingId, itemId, writerId);
    const before = tx.get('minutesNote', id)?.text ?? '';
    if (before === text) return;
    if (before !== seen) throw new Rejection('changed_meanwhile');
    tx.put('minutesNote', { id, meetingId, itemId, writerId, text, at: ctx.at });
  },
});

/** A list that the room agreed with. Remarks of two secretaries are both kept; what was wrong in a decision is set right by
 *  `decision.correct`. Waits until the earlier meeting is closed: before that it has no list. */
export const adoptDecisionList = defineCommand({
  name: 'decisionList.adopt',
  v: 1,
  schema: schemas['decisionList.adopt'],
  touches: (args) => [
    rowKey('meeting', args.meetingId),
    rowKey('listAdoption', listAdoptionId(args.meetingId, args.inMeetingId)),
  ],
  run(tx, args, ctx) {
    const { meetingId, inMeetingId } = args;
    const meeting = tx.mustOrWait('meeting', meetingId);
    tx.mustOrWait('meeting', inMeetingId);
    if (meeting.state !== 'closed') throw new NotYet(rowKey('meeting', meetingId)); // its end is on another phone
    const id = listAdoptionId(meetingId, inMeetingId);
    const known = tx.get('listAdoption', id);
    const said = args.remarks.trim() === '' ? [] : [args.remarks.trim()];
    const remarks = [...new Set([...(known?.remarks ?? []), ...said])].sort();
    const recordedBy = known?.recordedBy ?? ctx.actor.personId;
    const adoptedOn = earliest(known?.adoptedOn ?? args.adoptedOn, args.adoptedOn);
    const adoption = { id, meetingId, inMeetingId, adoptedOn, remarks, recordedBy, withdrawn: false };
    if (!same(known, adoption)) tx.put('listAdoption', adoption);
  },
});

/** The room was not agreed after all. What was remarked stays readable. */
export const reopenDecisionList = defineCommand({
  name: 'decisionList.reopen',
  v: 1,
  schema: schemas['decisionList.reopen'],
  touches: (args) => [rowKey('listAdoption', listAdoptionId(args.meetingId, args.inMeetingId))],
  run(tx, args) {
    const adoption = tx.mustOrWait('listAdoption', listAdoptionId(args.meetingId, args.inMeetingId));
    if (!adoption.withdrawn) tx.put('listAdoption', { ...adoption, withdrawn: true });
  },
});
