// Times as they hang on the wall of the room, and the instants that rows keep.
import type { IsoDate, IsoInstant } from '../domain/rows.ts';

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const halfDayMs = 12 * 3_600_000;
const dayMs = 86_400_000;

/** The instant of a time of that day in the Netherlands, also on the two days a year when the clock is changed. */
export function instantOf(day: IsoDate, clock: string): IsoInstant {
  const asked = Date.parse(`${day}T${clock}:00.000Z`);
  // Swedish writes '2026-03-10 19:30:00': read as UTC it differs from the instant by the offset of that moment.
  const offsetAt = (ms: number): number => Date.parse(`${wall.format(ms).replace(' ', 'T')}.000Z`) - ms;
  return new Date(asked - offsetAt(asked - offsetAt(asked))).toISOString();
}

/** Of a time on an evening: the one nearest to its beginning, so that 0.20 is after midnight. */
export function instantOnEvening({ plannedOn, startTime }: EveningTimes, clock: string): IsoInstant {
  const start = Date.parse(instantOf(plannedOn, startTime));
  const sameDay = Date.parse(instantOf(plannedOn, clock));
  if (start - sameDay <= halfDayMs) return new Date(sameDay).toISOString();
  const nextDay = new Date(Date.parse(`${plannedOn}T12:00:00.000Z`) + dayMs).toISOString().slice(0, 10);
  return instantOf(nextDay, clock);
}

export interface EveningTimes {
  readonly plannedOn: IsoDate;
  readonly startTime: string;
}

/** '20.05' from an instant, as people type it. */
export const clockOf = (at: IsoInstant): string => wall.format(Date.parse(at)).slice(11, 16).replace(':', '.');

/** Whether it is on a later day than the meeting began: then the paper says so. */
export const isNextDay = (plannedOn: IsoDate, at: IsoInstant): boolean =>
  wall.format(Date.parse(at)).slice(0, 10) > plannedOn;
