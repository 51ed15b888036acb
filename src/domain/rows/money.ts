/** Claims with their receipts, payments, and the ledger. */
import type { Cents, IsoDate, IsoInstant, Photo } from './values.ts';

/** `waits for decision` is not a state: it follows from the proposal having no award yet. */
export type ClaimState = 'submitted' | 'returned' | 'approved' | 'rejected';

/** advance: money before anything was bought. Its receipts come later, see `Settlement`. */
export type ClaimKind = 'reimbursement' | 'invoice' | 'advance';

/** What an approved claim still lacks before money may go: a second officer (above the limit of the year), or the auditor
 *  or the district, where only one officer is active. */
export type Awaits = 'second' | 'countersign';

export interface Claim {
  readonly id: string;
  readonly proposalId: string;
  readonly kind: ClaimKind;
  readonly claimantId: string;
  readonly claimedCents: Cents; // sum of its receipts; of an advance what was asked, or its receipts when those are more
  readonly approvedCents: Cents; // 0 until approved
  readonly paidCents: Cents; // sum of its standing payments, less what came back of an advance
  readonly state: ClaimState;
  readonly judgedBy: string | null;
  readonly judgeReason: string | null;
  readonly submittedAt: IsoInstant;
  readonly payeeName: string;
  readonly ibanLast4: string; // the whole IBAN is in claimAccount
  readonly flags: readonly 'maybe_double'[];
  readonly awaits?: Awaits | null;
  readonly secondBy?: string | null; // who gave the second approval, or signed
  readonly voided?: VoidedApproval; // the last one that a change undid
  readonly notDouble?: readonly NotDouble[];
  readonly what?: string; // of an advance: for what
  readonly settlement?: Settlement; // of an advance, once its receipts were handed in
  readonly refunds?: readonly Refund[]; // of an advance: what was not spent and came back
}

/** An approval that fell because amount, payee or account changed after it: what stood then, so that everybody can see. */
export interface VoidedApproval {
  readonly approvedCents: Cents;
  readonly judgedBy: string | null;
  readonly payeeName: string;
  readonly ibanLast4: string;
  readonly changed: readonly ('amount' | 'payee' | 'iban')[];
  readonly at: IsoInstant;
}

/** Somebody looked at both and says that they are two real receipts. */
export interface NotDouble {
  readonly receiptId: string; // of this claim
  readonly otherId: string;
  readonly reason: string;
  readonly by: string;
}

/** The account that is given of an advance: receipts (rows with the claim's id) against what was paid. */
export interface Settlement {
  readonly state: 'handed_in' | 'returned' | 'settled';
  readonly spentCents: Cents; // sum of the receipts
  readonly acceptedCents: Cents; // 0 until settled
  readonly handedInAt: IsoInstant;
  readonly settledBy: string | null;
  readonly settledOn: IsoDate | null;
  readonly reason: string; // why it was given back, or why less was accepted
}

/** Two treasurers who write down the same refund use the same number. */
export interface Refund {
  readonly number: number;
  readonly amountCents: Cents;
  readonly receivedOn: IsoDate;
  readonly recordedBy: string;
}

/** A signature that is asked of the auditor or the district manager, because only one officer is active. It carries what the
 *  district may know of the claim: the claim itself it does not get. */
export interface Countersign {
  readonly id: string; // the claim's id
  readonly proposalId: string;
  readonly title: string; // of the proposal
  readonly payeeName: string;
  readonly amountCents: Cents;
  readonly why: 'own_claim' | 'above_limit';
  readonly askedBy: string;
  readonly askedOn: IsoDate;
  readonly receipts: readonly SignedReceipt[];
  readonly what?: string; // of an advance: what it is for
  readonly state: 'asked' | 'signed' | 'refused' | 'void'; // void: the approval that it was about fell
  readonly signedBy: string | null;
  readonly signedOn: IsoDate | null;
  readonly reason: string;
}

/** What whoever judges the claim reads of a receipt. */
export interface SignedReceipt
  extends Pick<Receipt, 'shop' | 'what' | 'boughtOn' | 'amountCents' | 'noPhoto' | 'vatCents'> {
  readonly line?: string; // of the budget
}

/** Seen by treasurer, auditor and chair only (D12). */
export interface ClaimAccount {
  readonly id: string; // the claim's id, or personAccountId(): where money of this person went
  readonly iban: string;
  readonly holder: string;
  readonly earlier?: readonly string[]; // of a person: other accounts, so that nobody approves what goes to an own account
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
  readonly noPhoto?: string; // why there is none
  readonly vatCents?: Cents; // how much of amountCents is VAT; absent where nobody wrote it down
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
  readonly handBackCents?: Cents; // taken back by hand, and not shown at the bank yet; rows of before have none
}

/** Envelope accounts of one year. Every entry adds up to zero; a balance is a sum of lines, never a stored counter (D8).
 *  grant: what the city gave (negative) · free: not yet promised · awarded: promised, not yet paid · paid: left the bank ·
 *  advance: left the bank too, and nobody knows yet on what it is spent ·
 *  savings: put aside for a goal · organisation: for the committee's own costs · organisation_paid: spent on those ·
 *  under_way: on its way to another committee · transferred: arrived there, or (negative) came from there ·
 *  carried: taken along to the next year, where it stands negative · returned: flowed back to the city ·
 *  opening: what was there before Buurtkas (negative). */
export type LedgerAccount =
  | 'grant'
  | 'free'
  | 'awarded'
  | 'paid'
  | 'advance'
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
  | 'advance_settlement'
  | 'advance_refund'
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
  readonly size: number; // 0 when it was destroyed before it came
  readonly destroyedOn?: IsoDate; // its bytes are nowhere any more, and do not come back (docs/sync.md, B7)
}
