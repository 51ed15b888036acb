// On what wijken are compared: each a figure of one year, or null where nobody knows it.
import type { BodyYear } from '../../../domain/insight/bodyFigures.ts';
import { percent } from '../../format.ts';
import { nlBodies } from '../../nl/bodies.ts';

export interface Measure {
  readonly of: (year: BodyYear) => number | null;
  readonly shown: (value: number) => string;
}
export type MeasureKey = keyof typeof nlBodies.measures;

const part = (of: number, all: number): number | null => (all === 0 ? null : of / all);
const { money, count, days } = nlBodies;
/** Of projects out of a city's list nobody knows what was asked, refused or decided otherwise. */
const unlessListed = ({ booked, projects }: BodyYear, value: number): number | null =>
  booked === 0 && projects > 0 ? null : value;

export const measures: Readonly<Record<MeasureKey, Measure>> = {
  awarded: { of: (year) => year.awardedCents, shown: money },
  grant: { of: ({ grantCents }) => (grantCents === 0 ? null : grantCents), shown: money }, // 0: of before the app
  projects: { of: (year) => year.projects, shown: count },
  average: {
    of: ({ awardedCents, projects }) => (projects === 0 ? null : Math.round(awardedCents / projects)),
    shown: money,
  },
  refused: { of: (year) => unlessListed(year, year.refused), shown: count },
  support: { of: ({ askedSupport, projects, booked = projects }) => part(askedSupport, booked), shown: percent },
  exceptions: { of: (year) => unlessListed(year, year.exceptions), shown: count },
  newApplicants: {
    of: ({ newApplicants, returningApplicants }) => part(newApplicants, newApplicants + returningApplicants),
    shown: percent,
  },
  toDecision: { of: (year) => year.daysToDecision, shown: days },
  toPayment: { of: (year) => year.daysToPayment, shown: days },
  limit: { of: (year) => year.smallLimitCents, shown: money },
};

export const measureKeys = Object.keys(measures) as readonly MeasureKey[];
export const isMeasure = (key: string): key is MeasureKey => Object.hasOwn(measures, key);

export function measured(key: MeasureKey, year: BodyYear): string {
  const value = measures[key].of(year);
  return value === null ? nlBodies.unknown : measures[key].shown(value);
}
