/** Every kind of row that Buurtkas keeps, its shape, its scope (who may see it) and its look-up indexes.
 *  Money is integer euro cents, a date is 'YYYY-MM-DD', an instant is ISO with a Z; stored words are snake_case. */

export type Cents = number;
export type IsoDate = string;
export type IsoInstant = string;

/** Roles of a member in one committee (PRODUCT.md 4). `founder` exists only until the committee does. */
export type Role = 'chair' | 'secretary' | 'treasurer' | 'member' | 'auditor' | 'district_manager' | 'initiator';

/** A photo by its content. `originalSha256` recognises the same picture before it was made smaller (D14). */
export interface Photo {
  readonly sha256: string;
  readonly originalSha256: string;
  readonly size: number; // bytes
  readonly mime: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

export type QuorumRule =
  | { readonly kind: 'more_than_half' } // of the members who need not abstain (the idea of art. 29 Gemeentewet)
  | { readonly kind: 'count'; readonly count: number };

export interface Committee {
  readonly id: string; // the committeeId itself
  readonly name: string; // 'Spoelkwartier'
  readonly bodyWord: string; // what the place calls it: 'commissie wijkbudgetten', 'wijkraad', 'dorpsraad' …
  readonly city: string;
  readonly quorum: QuorumRule;
  readonly quarters: readonly string[];
  readonly foundedOn: IsoDate;
}

/** Themes are data of a year: `number` as the city counts them, the official word and the plain one. */
export interface Theme {
  readonly number: number;
  readonly name: string;
  readonly plain: string;
}

export interface BudgetYear {
  readonly id: string; // the year as text, '2026'
  readonly year: number;
  readonly smallLimitCents: Cents; // above this a proposal goes to the neighbourhood consultation (S8)
  readonly themes: readonly Theme[];
}

/** Contact data stays apart from the facts so that it can be erased. The id is also the sign-in identity. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** The one truth for rights (D12): its row version is the access version. The id is the person's id. */
export interface Member {
  readonly id: string;
  readonly role: Role;
  readonly proposalIds: readonly string[]; // an initiator's own proposals
  readonly active: boolean; // false after removal: the row stays, the rights go
}

export type ProposalState =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'awarded'
  | 'partly_awarded'
  | 'refused'
  | 'deferred'
  | 'finished'
  | 'withdrawn';
export type ProposalKind = 'recurring_event' | 'professional' | 'unique_project';

export interface ThemeShare {
  readonly theme: number;
  readonly percent: number; // whole percent; the shares of a proposal add up to 100
}

export interface BudgetLine {
  readonly id: string;
  readonly label: string;
  readonly amountCents: Cents;
}

export interface Proposal {
  readonly id: string;
  readonly year: number;
  readonly number: number | null; // given when submitted; unique within the year
  readonly title: string;
  readonly summary: string;
  readonly applicant: string; // as it may be shown: 'Speeltuinvereniging Klosplein'
  readonly kind: ProposalKind;
  readonly themeShares: readonly ThemeShare[];
  readonly quarters: readonly string[];
  readonly budgetLines: readonly BudgetLine[];
  readonly requestedCents: Cents;
  readonly state: ProposalState;
  readonly awardedCents: Cents; // what stands now, corrections included; 0 while nothing is awarded
  readonly awardDecisionId: string | null; // the decision that stands
  readonly returnReason: string | null;
  readonly submittedOn: IsoDate | null;
}

/** One change of a proposal's fields, so that no older text is lost. Rights as the proposal. */
export interface ProposalChange {
  readonly id: string; // `${commandId}`
  readonly proposalId: string;
  readonly by: string;
  readonly at: IsoInstant;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** Notes and judgements: never on an initiator's device. */
export interface ProposalNote {
  readonly id: string;
  readonly proposalId: string;
  readonly by: string;
  readonly at: IsoInstant;
  readonly text: string;
}

/** A paper signature sheet. The id is made from proposal and sheet number, so two volunteers who count the same sheet
 *  without a connection meet at the same row. */
export interface SupportSheet {
  readonly id: string; // supportSheetId(proposalId, number)
  readonly proposalId: string;
  readonly number: number; // as written on the paper
  readonly area: string; // streets asked
  readonly photos: readonly Photo[];
  readonly settled: SupportNumbers | null; // what holds after a difference was settled
  readonly settledBy: string | null;
  readonly settledReason: string | null;
}

export interface SupportNumbers {
  readonly householdsAsked: number;
  readonly forCount: number;
  readonly againstCount: number;
  readonly noOpinionCount: number;
  readonly notAtHomeCount: number;
}

/** One person's count of one sheet; a sheet needs two by different people. */
export interface SupportCount extends SupportNumbers {
  readonly id: string; // `${sheetId}:${personId}`
  readonly sheetId: string;
  readonly proposalId: string;
  readonly countedBy: string;
  readonly countedOn: IsoDate;
}

export interface Meeting {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly plannedOn: IsoDate;
  readonly startTime: string; // 'HH:MM', local time of the committee
  readonly state: 'planned' | 'open' | 'closed';
  readonly openedAt: IsoInstant | null;
  readonly closedAt: IsoInstant | null;
  readonly penHolder: string | null; // who writes the decisions down; a convention, not a lock
}

export interface AgendaItem {
  readonly id: string; // agendaItemId(meetingId, proposalId), or `${meetingId}:n:${uuid}` without a proposal
  readonly meetingId: string;
  readonly proposalId: string | null;
  readonly title: string;
  readonly position: number;
  readonly removed: boolean;
}

export interface Presence {
  readonly id: string; // `${meetingId}:${personId}`
  readonly meetingId: string;
  readonly personId: string;
  readonly state: 'present' | 'absent' | 'excused';
  readonly at: IsoInstant;
}

export interface Recusal {
  readonly id: string; // `${itemId}:${personId}`
  readonly meetingId: string;
  readonly itemId: string;
  readonly personId: string;
  readonly recused: boolean;
  readonly reason: string;
}

export type DecisionOutcome = 'awarded' | 'partly_awarded' | 'refused' | 'deferred';

/** Who was there, recused and voted when it was taken (D2): recorded, never judged afterwards. */
export interface TakenUnder {
  readonly presentIds: readonly string[];
  readonly recusedIds: readonly string[];
  readonly votes: Votes;
}
export interface Votes {
  readonly forCount: number;
  readonly againstCount: number;
  readonly abstainedCount: number;
}

export type DecisionFlag =
  | 'no_quorum'
  | 'votes_do_not_fit'
  | 'over_budget'
  | 'second_award'
  | 'amount_differs'
  | 'after_close';

/** Never edited: a correction is a row of its own that names this one (D7). */
export interface Decision {
  readonly id: string; // decisionId(itemId, round)
  readonly meetingId: string;
  readonly itemId: string;
  readonly proposalId: string;
  /** As it stood on the agenda: public with the decision, when the proposal itself is not. Rows of before have none. */
  readonly title?: string;
  readonly round: number; // 1, and one higher after each withdrawal in the open meeting
  readonly outcome: DecisionOutcome;
  readonly awardedCents: Cents; // 0 when refused or deferred
  readonly conditions: readonly string[];
  readonly reason: string;
  readonly takenUnder: TakenUnder;
  readonly decidedOn: IsoDate; // as the secretary sees it on the screen, never taken from the phone's clock by a command
  readonly recordedBy: string;
  readonly recordedAt: IsoInstant;
  readonly withdrawn: boolean;
  readonly published: boolean; // true once the meeting is closed
  readonly flags: readonly DecisionFlag[];
}

export interface DecisionCorrection {
  readonly id: string;
  readonly decisionId: string;
  readonly proposalId: string;
  readonly outcome: DecisionOutcome;
  readonly awardedCents: Cents;
  readonly reason: string;
  readonly correctedOn: IsoDate;
  readonly recordedBy: string;
  readonly published: boolean;
}

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
  readonly recordedBy: string;
  readonly reversed: boolean;
  readonly reversedOn: IsoDate | null;
  readonly reversedReason: string | null;
}

/** Envelope accounts of one year. Every entry adds up to zero; a balance is a sum of lines, never a stored counter (D8).
 *  grant: what the city gave (negative) · free: not yet promised · awarded: promised, not yet paid · paid: left the bank. */
export type LedgerAccount = 'grant' | 'free' | 'awarded' | 'paid';

export interface LedgerLine {
  readonly id: string; // `${commandId}:${n}` (D8)
  readonly entryId: string; // the command that made it
  readonly year: number;
  readonly account: LedgerAccount;
  readonly amountCents: Cents; // signed
  readonly kind: 'grant' | 'award' | 'award_correction' | 'release' | 'payment' | 'payment_reversal';
  readonly bookedOn: IsoDate;
  readonly proposalId: string | null;
  readonly claimId: string | null;
  readonly note: string; // seen by the district manager too: never what stands on a bank account
}

/** A photo that the server holds, written by the server itself, so that every device knows it may free its own bytes. */
export interface StoredPhoto {
  readonly id: string; // sha256
  readonly size: number;
}

export interface Rows {
  readonly committee: Committee;
  readonly budgetYear: BudgetYear;
  readonly person: Person;
  readonly member: Member;
  readonly proposal: Proposal;
  readonly proposalChange: ProposalChange;
  readonly proposalNote: ProposalNote;
  readonly supportSheet: SupportSheet;
  readonly supportCount: SupportCount;
  readonly meeting: Meeting;
  readonly agendaItem: AgendaItem;
  readonly presence: Presence;
  readonly recusal: Recusal;
  readonly decision: Decision;
  readonly decisionCorrection: DecisionCorrection;
  readonly claim: Claim;
  readonly claimAccount: ClaimAccount;
  readonly receipt: Receipt;
  readonly payment: Payment;
  readonly ledgerLine: LedgerLine;
  readonly storedPhoto: StoredPhoto;
}
export type RowType = keyof Rows;
export type Row = Rows[RowType];

/** Look-up indexes by row type, at most three: the phone makes Dexie indexes of them, the server columns k1, k2, k3. */
export const rowIndexes = {
  committee: [],
  budgetYear: [],
  person: [],
  member: ['role'],
  proposal: ['year'],
  proposalChange: ['proposalId'],
  proposalNote: ['proposalId'],
  supportSheet: ['proposalId'],
  supportCount: ['sheetId', 'proposalId'],
  meeting: [],
  agendaItem: ['meetingId', 'proposalId'],
  presence: ['meetingId'],
  recusal: ['itemId', 'meetingId'],
  decision: ['meetingId', 'itemId', 'proposalId'],
  decisionCorrection: ['decisionId', 'proposalId'],
  claim: ['proposalId'],
  claimAccount: [],
  receipt: ['claimId', 'proposalId'],
  payment: ['claimId', 'proposalId'],
  ledgerLine: ['year', 'proposalId'],
  storedPhoto: [],
} as const satisfies { readonly [T in RowType]: readonly (keyof Rows[T])[] };

export const rowTypes = Object.keys(rowIndexes) as readonly RowType[];
export type RowIndex<T extends RowType> = (typeof rowIndexes)[T][number];

/** The values of a row under its indexes, as text and in the order of `rowIndexes`; null where the row has none. */
export function indexValues<T extends RowType>(type: T, row: Rows[T]): readonly (string | null)[] {
  const fields = rowIndexes[type] as readonly (keyof Rows[T])[];
  return fields.map((field) => {
    const value: unknown = row[field];
    return value === null || value === undefined ? null : String(value);
  });
}

export const agendaItemId = (meetingId: string, proposalId: string): string => `${meetingId}:${proposalId}`;
export const decisionId = (itemId: string, round: number): string => `${itemId}:${round}`;
export const supportSheetId = (proposalId: string, number: number): string => `${proposalId}:${number}`;
export const paymentId = (claimId: string, number: number): string => `${claimId}:${number}`;
