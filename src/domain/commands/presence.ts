/** Who is there, and since when. Facts of the room: kept in every state of the meeting, in whatever order they come (D2). */

import { lastMark } from '../attendance.ts';
import { defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import { presenceMarkId } from '../rows.ts';
import { same } from './rules.ts';
import { schemas } from './schemas.ts';

/** As phones of before send it: without the time. */
export const setPresence = defineCommand({
  name: 'presence.set',
  v: 1,
  schema: schemas['presence.set'],
  touches: (args) => [rowKey('presence', `${args.meetingId}:${args.personId}`)],
  run(tx, args, ctx) {
    tx.mustOrWait('meeting', args.meetingId);
    const id = `${args.meetingId}:${args.personId}`;
    if (tx.get('presence', id)?.state === args.state) return;
    tx.put('presence', { id, ...args, at: ctx.at });
  },
});

/** Somebody came, left or sent apologies, at the time that people say. */
export const markPresence = defineCommand({
  name: 'presence.mark',
  v: 1,
  schema: schemas['presence.mark'],
  touches: (args) => [rowKey('presence', `${args.meetingId}:${args.personId}`)],
  run(tx, args) {
    tx.mustOrWait('meeting', args.meetingId);
    const id = presenceMarkId(args.meetingId, args.personId, args.at, args.state);
    if (tx.get('presenceMark', id) !== undefined) return; // also when it was taken back: that came after it
    tx.put('presenceMark', { id, ...args, removed: false });
    settlePresence(tx, args.meetingId, args.personId);
  },
});

/** Takes a mark back: a wrong tap, or the wrong time. */
export const unmarkPresence = defineCommand({
  name: 'presence.unmark',
  v: 1,
  schema: schemas['presence.unmark'],
  touches: (args) => [rowKey('presenceMark', args.markId)],
  run(tx, args) {
    const mark = tx.mustOrWait('presenceMark', args.markId);
    if (mark.removed) return;
    tx.put('presenceMark', { ...mark, removed: true });
    settlePresence(tx, mark.meetingId, mark.personId);
  },
});

/** The presence row is what the last mark says. Without any mark left nobody said that the person is there. */
function settlePresence(tx: Tx, meetingId: string, personId: string): void {
  const id = `${meetingId}:${personId}`;
  const marks = tx.list('presenceMark', 'meetingId', meetingId);
  const known = tx.get('presence', id);
  const last = lastMark(marks, personId);
  // A row of a phone of before has no mark; the later of the two holds.
  const unmarked = known !== undefined && !marks.some((mark) => mark.personId === personId && mark.at === known.at);
  if (unmarked && (last === undefined || known.at > last.at)) return;
  const state = last?.state ?? 'absent';
  const presence = { id, meetingId, personId, state, at: last?.at ?? known?.at ?? '' };
  if (!same(known, presence)) tx.put('presence', presence);
}

export const addGuest = defineCommand({
  name: 'guest.add',
  v: 1,
  schema: schemas['guest.add'],
  touches: (args) => [rowKey('guest', args.guestId)],
  run(tx, args) {
    tx.mustOrWait('meeting', args.meetingId);
    const { guestId: id, meetingId, who, count } = args;
    const known = tx.get('guest', id);
    const guest = { id, meetingId, who, count, removed: known?.removed ?? false };
    if (known === undefined) tx.put('guest', guest);
    else if (!same(known, guest)) throw new Rejection('id_taken');
  },
});

export const removeGuest = defineCommand({
  name: 'guest.remove',
  v: 1,
  schema: schemas['guest.remove'],
  touches: (args) => [rowKey('guest', args.guestId)],
  run(tx, args) {
    const guest = tx.mustOrWait('guest', args.guestId);
    if (!guest.removed) tx.put('guest', { ...guest, removed: true });
  },
});
