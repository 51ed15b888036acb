/** Sums of a year about volunteers, thanks and familiarity. */
import { costCents } from './budget.ts';
import { addCents } from './money.ts';
import type { BudgetYear, Cents, FamiliarityCount, OrganisationCost, Outcome, VolunteerHours } from './rows.ts';

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

/** What the account of a year says of them, beside its projects (S15). */
export interface VolunteersOfYear {
  readonly ownHours: number;
  readonly familiarity: ReturnType<typeof familiarityOf>;
  readonly thanksCents: Cents;
  readonly agreedCents: Cents; // for thanks; 0 when nothing was agreed
}

export function volunteersOfYear(
  rows: {
    readonly hours: readonly VolunteerHours[];
    readonly counts: readonly FamiliarityCount[];
    readonly costs: readonly OrganisationCost[];
  },
  budgetYear: BudgetYear | undefined,
): VolunteersOfYear {
  return {
    ownHours: hoursOfYear(rows.hours, []).own,
    familiarity: familiarityOf(rows.counts),
    ...{ thanksCents: thanksSpent(rows.costs), agreedCents: budgetYear?.thanksCents ?? 0 },
  };
}
