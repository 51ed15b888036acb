// All rows of one meeting, live. Small reads: only the proposals that are on its agenda.
import { useMemo, useRef } from 'preact/hooks';
import type { MeetingRules, RowType } from '../../../domain/rows.ts';
import { defaultMeetingRules } from '../../../domain/votes.ts';
import { type Seen, useApp, useRow, useRowFound, useRows, useRowsFound } from '../../data.ts';
import { useLive } from '../../hooks.ts';
import { type AgendaEntry, agendaOf } from './agenda-model.ts';
import { type Attender, attendersOf } from './people-model.ts';

export type SeenEntry = AgendaEntry<Seen<'agendaItem'>, Seen<'proposal'>, Seen<'decision'>>;

export interface MeetingRows {
  readonly meeting: Seen<'meeting'>;
  readonly agenda: readonly SeenEntry[];
  readonly items: readonly Seen<'agendaItem'>[];
  readonly decisions: readonly Seen<'decision'>[];
  readonly recusals: readonly Seen<'recusal'>[];
  readonly members: readonly Seen<'member'>[];
  readonly persons: readonly Seen<'person'>[];
  readonly presences: readonly Seen<'presence'>[];
  readonly marks: readonly Seen<'presenceMark'>[];
  readonly rules: MeetingRules;
  readonly guests: readonly Seen<'guest'>[];
  readonly notes: readonly Seen<'minutesNote'>[];
  /** The name of a member or of somebody who was one; empty when this phone does not know it. */
  readonly nameOf: (personId: string) => string;
}

/** `loaded` is true once the meeting and its agenda were read; then `value` undefined means: not on this phone. */
export function useMeeting(meetingId: string): { readonly loaded: boolean; readonly value: MeetingRows | undefined } {
  const meeting = useRowFound('meeting', meetingId);
  const items = useRowsFound('agendaItem', 'meetingId', meetingId);
  const decisions = useRowsFound('decision', 'meetingId', meetingId);
  const presences = useRows('presence', 'meetingId', meetingId);
  const marks = useRows('presenceMark', 'meetingId', meetingId);
  const guests = useRows('guest', 'meetingId', meetingId);
  const notes = useRows('minutesNote', 'meetingId', meetingId);
  const rules = useRow('meetingRules', defaultMeetingRules.id) ?? defaultMeetingRules;
  const recusals = useRows('recusal', 'meetingId', meetingId);
  const members = useRows('member');
  const persons = useRows('person');
  const proposals = useSome(
    'proposal',
    items.value.flatMap(({ proposalId }) => (proposalId === null ? [] : [proposalId])),
  );
  const value = useMemo((): MeetingRows | undefined => {
    if (meeting.value === undefined) return undefined;
    return {
      meeting: meeting.value,
      agenda: agendaOf(items.value, proposals.value, decisions.value),
      items: items.value,
      decisions: decisions.value,
      recusals,
      members,
      persons,
      presences,
      marks,
      rules,
      guests,
      notes,
      nameOf: (personId) => persons.find(({ id }) => id === personId)?.name ?? '',
    };
  }, [
    meeting.value,
    items.value,
    decisions.value,
    presences,
    marks,
    rules,
    guests,
    notes,
    recusals,
    members,
    persons,
    proposals.value,
  ]);
  // Once it was complete it stays on the page: a new item's proposal is read a moment later than the item, and taking the
  // page away for that moment would close what is open on it.
  const complete = meeting.loaded && items.loaded && decisions.loaded && proposals.loaded;
  const completeOf = useRef<string | undefined>(undefined);
  if (complete) completeOf.current = meetingId;
  return { loaded: completeOf.current === meetingId, value };
}

/** Who is at the table; with an item also who does not take part in it. */
export function useTable(rows: MeetingRows, itemId?: string): readonly Attender[] {
  const { members, persons, presences, marks, recusals } = rows;
  return useMemo(
    () =>
      attendersOf({
        members,
        persons,
        presences,
        marks,
        recusals: itemId === undefined ? [] : recusals.filter((recusal) => recusal.itemId === itemId),
      }),
    [members, persons, presences, marks, recusals, itemId],
  );
}

/** The rows with these ids, as far as this phone has them. */
function useSome<T extends RowType>(type: T, ids: readonly string[]) {
  const { rows } = useApp();
  const key = ids.join(' ');
  const answer = useLive<{ readonly key: string | undefined; readonly value: readonly Seen<T>[] }>(
    async () => {
      const found = await Promise.all((key === '' ? [] : key.split(' ')).map((id) => rows.byId(type, id)));
      return { key, value: found.filter((row) => row !== undefined) };
    },
    [key, type],
    { key: undefined, value: [] },
  );
  return { loaded: answer.key === key, value: answer.value };
}
