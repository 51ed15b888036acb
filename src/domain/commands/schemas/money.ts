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
  uuid,
} from '../fields.ts';

export const moneySchemas = {
  'claim.submit': v.strictObject({
    claimId: uuid,
    proposalId: uuid,
    kind: v.picklist(['reimbursement', 'invoice']),
    payeeName: filled(100),
    iban: v.nullable(iban),
    holder: v.nullable(filled(100)),
    receipts: v.pipe(
      v.array(
        v.strictObject({
          receiptId: uuid,
          amountCents: signedCents,
          boughtOn: isoDate,
          shop: line(150),
          what: line(300),
          budgetLineId: v.nullable(uuid),
          photos,
        }),
      ),
      v.minLength(1),
      v.maxLength(100),
      v.check((receipts) => new Set(receipts.map((receipt) => receipt.receiptId)).size === receipts.length),
      v.readonly(),
    ),
  }),
  'claim.approve': v.strictObject({ claimId: uuid, approvedCents: positiveCents, seenClaimedCents: cents }),
  'claim.return': v.strictObject({ claimId: uuid, reason: filledText(1_000) }),
  'claim.reject': v.strictObject({ claimId: uuid, reason: filledText(1_000) }),
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
