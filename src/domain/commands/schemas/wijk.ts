/** Hours of volunteers, and how well known the budget is. */
import * as v from 'valibot';
import { count, filled, isoDate, line, uuid, year } from '../fields.ts';

const atLeastOne = v.pipe(count, v.minValue(1));

export const wijkSchemas = {
  'volunteerHours.add': v.strictObject({
    hoursId: uuid,
    year,
    hours: atLeastOne,
    what: filled(200),
    workedOn: isoDate,
  }),
  'volunteerHours.withdraw': v.strictObject({ hoursId: uuid }),
  'familiarityCount.add': v.pipe(
    v.strictObject({
      countId: uuid,
      year,
      askedCount: atLeastOne,
      knewCount: count,
      place: line(150),
      countedOn: isoDate,
    }),
    v.check(({ askedCount, knewCount }) => knewCount <= askedCount),
  ),
  'familiarityCount.withdraw': v.strictObject({ countId: uuid }),
} as const;
