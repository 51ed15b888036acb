/** What the kascommissie looked at, asked and signed, and payment files that were made for the bank. */
import type { Cents, IsoDate } from './values.ts';

/** One claim of the sample, by one auditor: receipt beside payment beside bank. */
export interface AuditCheck {
  readonly id: string; // auditCheckId(claimId, personId)
  readonly claimId: string;
  readonly year: number; // the claim's
  readonly checkedBy: string;
  readonly checkedOn: IsoDate;
  readonly verdict: 'right' | 'question';
  readonly paidCents: Cents; // as the auditor saw it: a later payment is not checked by this
}

/** A question or a remark of an auditor, with what the treasurer answers. */
export interface AuditFinding {
  readonly id: string;
  readonly year: number;
  readonly claimId: string | null; // null: about the books as a whole
  readonly text: string;
  readonly foundBy: string;
  readonly foundOn: IsoDate;
  readonly answer: string; // '' until there is one
  readonly answeredBy: string | null;
  readonly answeredOn: IsoDate | null;
  readonly settled: boolean; // the auditor is content
}

/** What an auditor signs about a year. It names what was seen, so that a later booking shows. */
export interface AuditStatement {
  readonly id: string; // auditStatementId(year, personId)
  readonly year: number;
  readonly signedBy: string;
  readonly signedOn: IsoDate;
  readonly verdict: 'right' | 'right_with_remarks' | 'not_right';
  readonly remarks: string;
  readonly paidCents: Cents; // paid out in the year, as the auditor saw it
  readonly checkedCount: number; // claims looked at
  readonly withdrawn: string | null; // why, when it was taken back
}

/** A file with payments that somebody gave to the bank, so that nobody makes a second one of the same payments. */
export interface PaymentFile {
  readonly id: string;
  readonly madeOn: IsoDate;
  readonly madeBy: string;
  readonly executeOn: IsoDate;
  readonly transfers: readonly PlannedPayment[];
  readonly state: 'made' | 'dropped';
  readonly droppedReason: string; // why it did not go to the bank
}

export interface PlannedPayment {
  readonly claimId: string;
  readonly number: number; // of the payment, see paymentId
  readonly amountCents: Cents;
}
