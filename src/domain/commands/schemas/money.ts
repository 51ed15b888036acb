/** Claims, receipts and payments. */
import * as v from 'valibot';
import {
  cents,
  filled,
  filledText,
  iban,
  isoDate,
  line,
  numberedId,
  ordinal,
  photo,
  photos,
  positiveCents,
  signedCents,
  text,
  uuid,
} from '../fields.ts';

const receipts = v.pipe(
  v.array(
    v.strictObject({
      receiptId: uuid,
      amountCents: signedCents,
      boughtOn: isoDate,
      shop: line(150),
      what: line(300),
      budgetLineId: v.nullable(uuid),
      photos,
      noPhoto: v.exactOptional(filled(300)),
      vatCents: v.exactOptional(signedCents),
    }),
  ),
  v.maxLength(100),
  v.check((all) => new Set(all.map(({ receiptId }) => receiptId)).size === all.length),
  v.readonly(),
);

/** To whom the money went when whoever approves looked at it; an older app sends none. */
const seenPayee = v.exactOptional(v.strictObject({ name: line(100), ibanLast4: v.pipe(v.string(), v.maxLength(4)) }));

export const moneySchemas = {
  'claim.submit': v.strictObject({
    claimId: uuid,
    proposalId: uuid,
    kind: v.picklist(['reimbursement', 'invoice']),
    payeeName: filled(100),
    iban: v.nullable(iban),
    holder: v.nullable(filled(100)),
    receipts: v.pipe(receipts, v.minLength(1)),
  }),
  'claim.approve': v.strictObject({
    ...{ claimId: uuid, approvedCents: positiveCents, seenClaimedCents: cents },
    ...{ reason: v.optional(filledText(1_000)), seenPayee }, // why not all of it
  }),
  'claim.return': v.strictObject({ claimId: uuid, reason: filledText(1_000) }),
  'claim.reject': v.strictObject({ claimId: uuid, reason: filledText(1_000) }),
  'claim.approveSecond': v.strictObject({ claimId: uuid, seenApprovedCents: positiveCents, seenPayee }),
  'claim.countersign': v.strictObject({
    ...{ claimId: uuid, signs: v.boolean(), reason: text(1_000), seenAmountCents: positiveCents, signedOn: isoDate },
    seenPayeeName: v.exactOptional(line(100)),
  }),
  'double.dismiss': v.strictObject({ claimId: uuid, receiptId: uuid, otherId: uuid, reason: filledText(1_000) }),
  'advance.ask': v.strictObject({
    ...{ claimId: uuid, proposalId: uuid, amountCents: positiveCents, what: filled(300), payeeName: filled(100) },
    ...{ iban: v.nullable(iban), holder: v.nullable(filled(100)) },
  }),
  'advance.handIn': v.strictObject({ claimId: uuid, receipts }),
  'advance.settle': v.strictObject({
    ...{ claimId: uuid, acceptedCents: cents, seenSpentCents: cents, reason: text(1_000), settledOn: isoDate },
  }),
  'advance.refund': v.strictObject({ claimId: uuid, number: ordinal, amountCents: positiveCents, receivedOn: isoDate }),
  'receipt.addPhoto': v.strictObject({ receiptId: uuid, photo }),
  'payment.record': v.strictObject({
    claimId: uuid,
    number: ordinal,
    amountCents: positiveCents,
    paidOn: isoDate,
    reference: line(140),
  }),
  'payment.reverse': v.strictObject({ paymentId: numberedId, reason: filledText(1_000), reversedOn: isoDate }),
} as const;
