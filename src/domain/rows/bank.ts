/** What the bank says, and what it means here. Seen by treasurer, auditor and chair only (D12). */
import type { Cents, IsoDate } from './values.ts';

export type BankAccountKind = 'payment' | 'savings';

/** An account of the committee. The id is its number, so that two people who add one account make one row. */
export interface BankAccount {
  readonly id: string; // IBAN without spaces, or the number as the bank's file has it
  readonly name: string; // 'Betaalrekening'
  readonly kind: BankAccountKind;
  readonly holder: string; // in whose name it stands at the bank
  readonly retired: boolean; // no longer in use: what came in stays
}

export interface StatementBalance {
  readonly cents: Cents;
  readonly on: IsoDate;
}

/** Something in a file that does not add up, with its place. It was brought in all the same. */
export interface ImportWarning {
  readonly code: string; // of BankWarning
  readonly line: number | null;
  readonly cents: Cents | null;
}

/** One file of one account. It comes in parts, because a year is more than one command may hold. */
export interface BankImport {
  readonly id: string;
  readonly accountId: string;
  readonly fileName: string;
  readonly format: string;
  readonly from: IsoDate; // of the first transaction, or of the opening balance
  readonly until: IsoDate;
  readonly opening: StatementBalance | null;
  readonly closing: StatementBalance | null;
  readonly lineCount: number; // transactions in the file that count here, known ones included
  readonly partCount: number;
  readonly partsIn: readonly number[]; // those that arrived, from 1
  readonly warnings: readonly ImportWarning[];
  readonly importedBy: string;
  readonly importedOn: IsoDate;
  readonly undone: boolean;
  readonly undoneOn: IsoDate | null;
  readonly undoneReason: string | null;
}

/** The id is made from account, day, content and the how-manieth of that day (bankTransactionId): the same file once more
 *  makes the same rows, and two real equal payments on one day stay two. It counts while its import is not undone. */
export interface BankTransaction {
  readonly id: string;
  readonly accountId: string;
  readonly importId: string;
  readonly alsoIn: readonly string[]; // later imports that hold it too: it goes over to one of them when its own is undone
  readonly bookedOn: IsoDate;
  readonly valueOn: IsoDate | null;
  readonly cents: Cents; // what came in is above zero
  readonly counterIban: string;
  readonly counterName: string;
  readonly description: string;
  readonly reference: string; // end-to-end id
  readonly bankReference: string;
  readonly code: string;
  readonly reversal: boolean;
  readonly line: number; // where it stands in the file of its import
  readonly nth: number; // of equal ones on that day
}

/** What (a part of) a transaction is. payment, refund, cost, cost_refund, grant and co_financing are in the books, written by
 *  the match itself or before; the others say what it is and book nothing. */
export type MatchTarget =
  | { readonly kind: 'payment'; readonly claimId: string; readonly number: number }
  | { readonly kind: 'refund'; readonly paymentId: string; readonly reason: string } // all of it, or a part
  | { readonly kind: 'cost'; readonly costId: string; readonly year: number; readonly what: string }
  | { readonly kind: 'cost_refund'; readonly costId: string; readonly reason: string }
  | { readonly kind: 'grant'; readonly year: number; readonly note: string; readonly book: boolean } // false: it is booked already
  | { readonly kind: 'co_financing'; readonly coFinancingId: string; readonly book: boolean }
  | { readonly kind: 'transfer'; readonly transferId: string }
  | { readonly kind: 'own_account'; readonly accountId: string }
  | { readonly kind: 'award'; readonly proposalId: string } // paid before anybody handed in a receipt: waits for a claim
  | { readonly kind: 'reversed_line'; readonly transactionId: string } // one takes the other back
  | { readonly kind: 'explained'; readonly why: ExplainedWhy; readonly note: string };

export type TargetKind = MatchTarget['kind'];
export type ExplainedWhy = 'not_ours' | 'interest' | 'deposit' | 'other';

export interface MatchPart {
  readonly amountCents: Cents; // above zero
  readonly target: MatchTarget;
}

export interface BookedPart extends MatchPart {
  readonly booked: boolean; // by this match: undoing it takes that back
}

/** One a transaction, under its id: two treasurers who match one line meet each other. A new round begins after an undo. */
export interface BankMatch {
  readonly id: string; // the transaction's id
  readonly importId: string;
  readonly round: number;
  readonly parts: readonly BookedPart[]; // together the whole transaction
  readonly matchedBy: string;
  readonly matchedOn: IsoDate;
  readonly undone: boolean;
  readonly undoneReason: string | null;
}

/** What the treasurer did before with the same other side. A rule proposes; it never books. */
export type RuleTarget =
  | { readonly kind: 'payee'; readonly payeeName: string } // this account is of this payee
  | { readonly kind: 'cost'; readonly what: string }
  | { readonly kind: 'grant' }
  | { readonly kind: 'co_financing'; readonly source: string }
  | { readonly kind: 'own_account'; readonly accountId: string }
  | { readonly kind: 'explained'; readonly why: ExplainedWhy; readonly note: string };

export interface MatchRule {
  readonly id: string; // matchRuleId(direction, key)
  readonly direction: 'in' | 'out';
  readonly key: string; // IBAN of the other side, or words where the bank names none
  readonly name: string; // of the other side, to show
  readonly target: RuleTarget;
  readonly learnedOn: IsoDate;
  readonly forgotten: boolean;
}
