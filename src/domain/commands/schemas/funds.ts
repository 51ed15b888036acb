/** Savings, the committee's own costs, and money to and from other committees. */
import * as v from 'valibot';
import { cents, filled, filledText, isoDate, line, positiveCents, signedCents, uuid, year } from '../fields.ts';

const transfer = { transferId: uuid, year, amountCents: positiveCents, reason: line(200), sentOn: isoDate };

export const fundsSchemas = {
  'savings.start': v.strictObject({
    ...{ goalId: uuid, goal: filled(200), targetCents: cents, fromYear: year, untilYear: year },
  }),
  'savings.put': v.strictObject({ goalId: uuid, year, amountCents: positiveCents, bookedOn: isoDate }),
  'savings.take': v.strictObject({ goalId: uuid, year, amountCents: positiveCents, bookedOn: isoDate }),
  /** Positive: more for own costs; negative: back to what is free. */
  'organisation.reserve': v.strictObject({ year, amountCents: signedCents, bookedOn: isoDate }),
  'organisationCost.record': v.strictObject({
    ...{ costId: uuid, year, amountCents: positiveCents, what: filled(200), paidOn: isoDate },
    thanks: v.exactOptional(v.literal(true)), // since version 2
  }),
  'organisationCost.reverse': v.strictObject({ costId: uuid, reason: filledText(2_000), reversedOn: isoDate }),
  'transfer.send': v.strictObject({ ...transfer, toCommitteeId: uuid, toName: filled(100) }),
  'transfer.receive': v.strictObject({ ...transfer, fromCommitteeId: uuid, fromName: filled(100) }),
  'transfer.settle': v.strictObject({
    ...{ transferId: uuid, result: v.picklist(['arrived', 'refused']), settledOn: isoDate },
  }),
} as const;
