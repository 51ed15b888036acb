/** The kascommissie, payment files, and the two bookings by hand. */
import * as v from 'valibot';
import { cents, filledText, isoDate, ordinal, positiveCents, signedCents, text, uuid, year } from '../fields.ts';

/** Accounts that no rows stand behind: what lies under the others follows from awards, payments, goals and costs. */
const loose = v.picklist(['free', 'organisation', 'grant', 'returned', 'opening']);

export const auditSchemas = {
  'auditCheck.record': v.strictObject({
    ...{ claimId: uuid, verdict: v.picklist(['right', 'question']), seenPaidCents: cents, checkedOn: isoDate },
  }),
  'finding.record': v.strictObject({
    ...{ findingId: uuid, year, claimId: v.nullable(uuid), text: filledText(2_000), foundOn: isoDate },
  }),
  'finding.answer': v.strictObject({
    findingId: uuid,
    answer: filledText(2_000),
    seenAnswer: text(2_000),
    answeredOn: isoDate,
  }),
  'finding.settle': v.strictObject({ findingId: uuid, settled: v.boolean() }),
  'statement.sign': v.strictObject({
    ...{ year, verdict: v.picklist(['right', 'right_with_remarks', 'not_right']), remarks: text(5_000) },
    ...{ seenPaidCents: cents, signedOn: isoDate },
  }),
  'statement.withdraw': v.strictObject({ year, reason: filledText(2_000) }),
  'paymentFile.make': v.strictObject({
    ...{ fileId: uuid, madeOn: isoDate, executeOn: isoDate },
    transfers: v.pipe(
      v.array(v.strictObject({ claimId: uuid, number: ordinal, amountCents: positiveCents })),
      v.minLength(1),
      v.maxLength(500),
      v.check((all) => new Set(all.map(({ claimId }) => claimId)).size === all.length, 'a claim twice'),
      v.readonly(),
    ),
  }),
  'paymentFile.drop': v.strictObject({ fileId: uuid, reason: filledText(2_000) }),
  /** What was there before Buurtkas: free, or saved for a goal. */
  'opening.book': v.strictObject({
    ...{ year, goalId: v.nullable(uuid), amountCents: positiveCents, seenCents: signedCents, bookedOn: isoDate },
  }),
  'ledger.correct': v.pipe(
    v.strictObject({
      ...{ year, from: loose, to: loose, amountCents: positiveCents },
      ...{ reason: filledText(2_000), bookedOn: isoDate },
    }),
    v.check(({ from, to }) => from !== to, 'from an account to itself'),
  ),
} as const;
