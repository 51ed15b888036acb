// Which meeting is the next one, and which ones are over.
import type { IsoDate, Meeting } from '../../../domain/rows.ts';

export interface MeetingsSorted<M extends Meeting> {
  /** The one that is open, else the first that is planned for today or later. */
  readonly next: M | undefined;
  readonly coming: readonly M[];
  /** Newest first: closed, or planned for a day that has gone by without anybody opening it. */
  readonly past: readonly M[];
}

export function sortMeetings<M extends Meeting>(meetings: readonly M[], today: IsoDate): MeetingsSorted<M> {
  const byDay = [...meetings].sort((a, b) => (whenOf(a) < whenOf(b) ? -1 : 1));
  const open = byDay.filter(({ state }) => state === 'open');
  const planned = byDay.filter(({ state, plannedOn }) => state === 'planned' && plannedOn >= today);
  // Two open meetings happen when one was never closed: the newest is where people are.
  const [next, ...rest] = [...open.reverse(), ...planned];
  return {
    next,
    coming: rest,
    past: byDay
      .filter(({ state, plannedOn }) => state === 'closed' || (state === 'planned' && plannedOn < today))
      .reverse(),
  };
}

const whenOf = ({ plannedOn, startTime, id }: Meeting): string => `${plannedOn} ${startTime} ${id}`;
