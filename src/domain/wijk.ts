/** Sums of a year about volunteers, thanks and familiarity. */
import { costCents } from './budget.ts';
import { addCents } from './money.ts';
import type { Cents, FamiliarityCount, OrganisationCost, Outcome, VolunteerHours } from './rows.ts';

export interface HoursOfYear {
  readonly own: number; // for the budget itself
  readonly projects: number; // as told of the projects of the year
}

export function hoursOfYear(
  rows: readonly VolunteerHours[],
  outcomes: readonly Pick<Outcome, 'volunteerHours'>[],
): HoursOfYear {
  return {
    own: rows.filter(({ withdrawn }) => !withdrawn).reduce((sum, { hours }) => sum + hours, 0),
    projects: outcomes.reduce((sum, { volunteerHours }) => sum + (volunteerHours ?? 0), 0),
  };
}

/** Of all small counts of a year together; undefined when nobody was asked. A count is what these people said, no more. */
export function familiarityOf(
  rows: readonly FamiliarityCount[],
): { readonly asked: number; readonly knew: number } | undefined {
  const counts = rows.filter(({ withdrawn }) => !withdrawn);
  if (counts.length === 0) return undefined;
  const sum = (name: 'askedCount' | 'knewCount'): number => counts.reduce((total, row) => total + row[name], 0);
  return { asked: sum('askedCount'), knew: sum('knewCount') };
}

/** What was spent to thank volunteers, out of the committee's own costs. */
export const thanksSpent = (costs: readonly OrganisationCost[]): Cents =>
  addCents(costs.filter(({ thanks }) => thanks === true).map(costCents));
