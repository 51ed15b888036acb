/** Claims with their receipts, payments, and the ledger. */
import type { Cents, IsoDate, IsoInstant, Photo } from './values.ts';

/** `waits for decision` is not a state: it follows from the proposal having no award yet. */
export type ClaimState = 'submitted' | 'returned' | 'approved' | 'rejected';

export type ClaimKind = 'reimbursement' | 'invoice';

export interface Claim {
  readonly id: string;
  readonly proposalId: string;
  readonly kind: ClaimKind;
  readonly claimantId: string;
  readonly claimedCents: Cents; // sum of its receipts
  readonly approvedCents: Cents; // 0 until approved
  readonly paidCents: Cents; // sum of its standing payments
  readonly state: ClaimState;
  readonly judgedBy: string | null;
  readonly judgeReason: string | null;
  readonly submittedAt: IsoInstant;
  readonly payeeName: string;
  readonly ibanLast4: string; // the whole IBAN is in claimAccount
  readonly flags: readonly 'maybe_double'[];
}

/** Seen by treasurer, auditor and chair only (D12). */
export interface ClaimAccount {
  readonly id: string; // the claim's id
  readonly iban: string;
  readonly holder: string;
}

export interface Receipt {
  readonly id: string;
  readonly claimId: string;
  readonly proposalId: string;
  readonly amountCents: Cents;
  readonly boughtOn: IsoDate;
  readonly shop: string;
  readonly what: string;
  readonly budgetLineId: string | null;
  readonly photos: readonly Photo[];
}

/** The id is made from claim and number, so that two treasurers who record one payment make one row. */
export interface Payment {
  readonly id: string; // paymentId(claimId, number)
  readonly claimId: string;
  readonly proposalId: string;
  readonly amountCents: Cents;
  readonly paidOn: IsoDate;
  readonly reference: string;
  readonly bankCents?: Cents; // how much of it the bank's files show; rows of before, and what no file showed, have none
  readonly recordedBy: string;
  readonly reversed: boolean;
  readonly reversedOn: IsoDate | null;
  readonly reversedReason: string | null;
}

/** Envelope accounts of one year. Every entry adds up to zero; a balance is a sum of lines, never a stored counter (D8).
 *  grant: what the city gave (negative) · free: not yet promised · awarded: promised, not yet paid · paid: left the bank ·
 *  savings: put aside for a goal · organisation: for the committee's own costs · organisation_paid: spent on those ·
 *  under_way: on its way to another committee · transferred: arrived there, or (negative) came from there ·
 *  carried: taken along to the next year, where it stands negative · returned: flowed back to the city ·
 *  opening: what was there before Buurtkas (negative). */
export type LedgerAccount =
  | 'grant'
  | 'free'
  | 'awarded'
  | 'paid'
  | 'savings'
  | 'organisation'
  | 'organisation_paid'
  | 'under_way'
  | 'transferred'
  | 'carried'
  | 'returned'
  | 'opening';

export type LedgerKind =
  | 'grant'
  | 'award'
  | 'award_correction'
  | 'release'
  | 'payment'
  | 'payment_reversal'
  | 'saving'
  | 'organisation'
  | 'organisation_cost'
  | 'organisation_reversal'
  | 'transfer'
  | 'year_close'
  | 'opening'
  | 'correction';

export interface LedgerLine {
  readonly id: string; // `${commandId}:${n}` (D8)
  readonly entryId: string; // the command that made it, or that command and the year when it books in two
  readonly year: number;
  readonly account: LedgerAccount;
  readonly amountCents: Cents; // signed
  readonly kind: LedgerKind;
  readonly bookedOn: IsoDate;
  readonly proposalId: string | null;
  readonly claimId: string | null;
  readonly goalId?: string; // of savings
  readonly note: string; // seen by the district manager too: never what stands on a bank account
}

/** A photo that the server holds, written by the server itself, so that every device knows it may free its own bytes. */
export interface StoredPhoto {
  readonly id: string; // sha256
  readonly size: number;
}
