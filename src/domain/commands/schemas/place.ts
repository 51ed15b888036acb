/** Quarters and rules. */
import * as v from 'valibot';
import { change, count, filled, isoDate, line, listOf, numberedId, text, uuid, year } from '../fields.ts';

const degrees = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const ring = listOf(v.pipe(v.strictTuple([degrees, degrees]), v.readonly()), 400);
const quarter = v.strictObject({
  name: filled(100),
  code: line(20),
  residents: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000))),
  rings: listOf(ring, 10),
});

const ruleFields = {
  owner: v.picklist(['city', 'body']),
  text: filled(300),
  help: text(1_000),
  check: v.picklist([
    'judged',
    'amount_max',
    'supporters_min',
    'co_financing_min_percent',
    'days_before_min',
    'submitted_before',
    'period_in_year',
    'support_asked',
    'counter_contribution',
    'publish_from',
    'publication_days',
    'consult_from',
  ]),
  limit: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10_000_000_000))),
};

export const placeSchemas = {
  /** The quarters that this committee serves, with their shapes. */
  'quarter.add': v.strictObject({ quarters: v.pipe(listOf(quarter, 100), v.minLength(1)) }),
  /** More kinds of checks, and `unlessAbove`, since version 2. */
  'rule.add': v.strictObject({ ruleKey: uuid, year, ...ruleFields, unlessAbove: v.exactOptional(count) }),
  'rule.change': v.strictObject({
    ruleId: numberedId,
    ...change({ ...ruleFields, unlessAbove: v.nullable(count) }),
  }),
  'rule.retire': v.strictObject({ ruleId: numberedId, retired: v.boolean() }),
  'rule.copy': v.strictObject({ fromYear: year, toYear: year }),
  /** `seenLeftCents`: what was left when its author closed the year, so that no other sum flows back than he saw. */
  'budgetYear.close': v.strictObject({
    ...{ year, closedOn: isoDate },
    seenLeftCents: v.pipe(v.number(), v.safeInteger()),
  }),
} as const;
