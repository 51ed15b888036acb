/** An evening: planned, opened, closed, and who does not take part in an item. Whatever people did in the room is a fact
 *  and is applied in whatever order the phones come online (D2): recusals also after the end. */
import { defineCommand, NotYet, Rejection, rowKey, type Tx } from '../command.ts';
import { defaultMeetingRules } from '../votes.ts';
import { changesOf, same } from './rules.ts';
import { schemas } from './schemas.ts';

export const planMeeting = defineCommand({
  name: 'meeting.plan',
  v: 1,
  schema: schemas['meeting.plan'],
  touches: (args) => [rowKey('meeting', args.meetingId)],
  run(tx, args) {
    const { meetingId: id, title, place, plannedOn, startTime } = args;
    const known = tx.get('meeting', id);
    const plan = { title, place, plannedOn, startTime };
    if (known === undefined) {
      tx.put('meeting', { id, ...plan, state: 'planned', openedAt: null, closedAt: null, penHolder: null });
    } else if (!same({ ...known, ...plan }, known)) throw new Rejection('id_taken');
  },
});

/** Held without the app and typed in later: open at once, and marked for ever. Also one that was planned here and never
 *  opened; of one that somebody did open on the evening, the evening as it was noted then stands. */
export const enterMeeting = defineCommand({
  name: 'meeting.enter',
  v: 1,
  schema: schemas['meeting.enter'],
  touches: (args) => [rowKey('meeting', args.meetingId)],
  run(tx, args) {
    const { meetingId: id, title, place, plannedOn, startTime, endTime } = args;
    const known = tx.get('meeting', id);
    const held = { title, place, plannedOn, startTime, endTime, enteredAfterwards: true };
    if (known === undefined) {
      tx.put('meeting', { id, ...held, state: 'open', openedAt: null, closedAt: null, penHolder: null });
    } else if (known.state === 'planned') tx.put('meeting', { ...known, ...held, state: 'open' });
    else if (!same({ ...known, ...held }, known)) throw new Rejection('id_taken');
  },
});

export const changeMeeting = defineCommand({
  name: 'meeting.change',
  v: 1,
  schema: schemas['meeting.change'],
  touches: (args) => [rowKey('meeting', args.meetingId)],
  run(tx, args) {
    const meeting = tx.mustOrWait('meeting', args.meetingId);
    const guarded = ['title', 'place', 'plannedOn', 'startTime', 'invitation'] as const;
    const changes = changesOf({ invitation: '', ...meeting }, args, guarded);
    if (changes === undefined) return;
    if (meeting.state === 'closed') throw new Rejection('wrong_state');
    tx.put('meeting', { ...meeting, ...changes.after });
  },
});

/** Opening again changes nothing; also not when the end of the evening came in first. */
export const openMeeting = defineCommand({
  name: 'meeting.open',
  v: 1,
  schema: schemas['meeting.open'],
  touches: (args) => [rowKey('meeting', args.meetingId)],
  run(tx, args, ctx) {
    const meeting = tx.mustOrWait('meeting', args.meetingId);
    if (meeting.state === 'planned') tx.put('meeting', { ...meeting, state: 'open', openedAt: ctx.at });
  },
});

/** Ends the evening and makes its decisions and their corrections public. */
export const closeMeeting = defineCommand({
  name: 'meeting.close',
  v: 1,
  schema: schemas['meeting.close'],
  touches: (args) => [rowKey('meeting', args.meetingId)],
  run(tx, args, ctx) {
    const meeting = tx.mustOrWait('meeting', args.meetingId);
    if (meeting.state === 'planned') throw new NotYet(rowKey('meeting', meeting.id)); // its opening is on another phone
    if (meeting.state === 'closed') return;
    tx.put('meeting', { ...meeting, state: 'closed', closedAt: ctx.at });
    publish(tx, meeting.id);
  },
});

function publish(tx: Tx, meetingId: string): void {
  for (const decision of tx.list('decision', 'meetingId', meetingId)) {
    if (decision.withdrawn || decision.published) continue;
    tx.put('decision', { ...decision, published: true });
    for (const correction of tx.list('decisionCorrection', 'decisionId', decision.id)) {
      tx.put('decisionCorrection', { ...correction, published: true });
    }
  }
}

/** Who writes the decisions down. A convention between people, not a lock: another one can take the pen at any time. */
export const takePen = defineCommand({
  name: 'meeting.takePen',
  v: 1,
  schema: schemas['meeting.takePen'],
  touches: (args) => [rowKey('meeting', args.meetingId)],
  run(tx, args, ctx) {
    const meeting = tx.mustOrWait('meeting', args.meetingId);
    const penHolder = ctx.actor.personId;
    if (meeting.penHolder !== penHolder) tx.put('meeting', { ...meeting, penHolder });
  },
});

/** Somebody with an interest in an item takes no part in it: not in the talk, the quorum or the vote. */
export const setRecusal = defineCommand({
  name: 'recusal.set',
  v: 1,
  schema: schemas['recusal.set'],
  touches: (args) => [rowKey('recusal', `${args.itemId}:${args.personId}`)],
  run(tx, args) {
    tx.mustOrWait('meeting', args.meetingId);
    const item = tx.mustOrWait('agendaItem', args.itemId);
    if (item.meetingId !== args.meetingId) throw new Rejection('malformed');
    const recusal = { id: `${args.itemId}:${args.personId}`, ...args };
    if (!same(tx.get('recusal', recusal.id), recusal)) tx.put('recusal', recusal);
  },
});

/** How the committee votes. Without the row the rules of everybody hold. */
export const changeMeetingRules = defineCommand({
  name: 'meetingRules.change',
  v: 1,
  schema: schemas['meetingRules.change'],
  touches: () => [rowKey('meetingRules', defaultMeetingRules.id)],
  run(tx, args) {
    const rules = tx.get('meetingRules', defaultMeetingRules.id) ?? defaultMeetingRules;
    const changes = changesOf(rules, args, ['tieRule', 'votesByName']);
    if (changes !== undefined) tx.put('meetingRules', { ...rules, ...changes.after });
  },
});
