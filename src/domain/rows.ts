/** Every kind of row that Buurtkas keeps, its shape, its scope (who may see it) and its look-up indexes.
 *  Shapes are in `rows/`, one file an area; stored words are snake_case. */

import type { AuditCheck, AuditFinding, AuditStatement, PaymentFile } from './rows/audit.ts';
import type { BankAccount, BankImport, BankMatch, BankTransaction, MatchRule } from './rows/bank.ts';
import type { BudgetYear, Committee, Member, Person } from './rows/committee.ts';
import type {
  BallotCount,
  BallotStack,
  Consultation,
  ConsultationAttendance,
  ConsultationResult,
} from './rows/consultation.ts';
import type { OrganisationCost, SavingsGoal, Transfer } from './rows/funds.ts';
import type { Idea, IdeaChannels } from './rows/idea.ts';
import type {
  AgendaItem,
  Decision,
  DecisionCorrection,
  Guest,
  ListAdoption,
  Meeting,
  MeetingRules,
  MinutesNote,
  Presence,
  PresenceMark,
  Recusal,
} from './rows/meeting.ts';
import type { Claim, ClaimAccount, Countersign, LedgerLine, Payment, Receipt, StoredPhoto } from './rows/money.ts';
import type { Outcome, ProposalGuide, PublishedOutcome } from './rows/outcome.ts';
import type { Quarter, Rule } from './rows/place.ts';
import type { PlanLine, SpendingPlan } from './rows/plan.ts';
import type { CoFinancing, CounterContribution } from './rows/promise.ts';
import type {
  Lesson,
  Proposal,
  ProposalChange,
  ProposalComment,
  ProposalDocument,
  ProposalNote,
  ProposalOwner,
} from './rows/proposal.ts';
import type { Advice, AdviceAnswer, RuleCheck } from './rows/ruling.ts';
import type { SupportArea, SupportCount, SupportIndication, SupportJudgement, SupportSheet } from './rows/support.ts';
import type { Task } from './rows/task.ts';
import type { FamiliarityCount, VolunteerHours } from './rows/wijk.ts';

export type * from './rows/audit.ts';
export type * from './rows/bank.ts';
export type * from './rows/committee.ts';
export type * from './rows/consultation.ts';
export type * from './rows/funds.ts';
export type * from './rows/idea.ts';
export type * from './rows/meeting.ts';
export type * from './rows/money.ts';
export type * from './rows/outcome.ts';
export type * from './rows/place.ts';
export type * from './rows/plan.ts';
export type * from './rows/promise.ts';
export type * from './rows/proposal.ts';
export type * from './rows/ruling.ts';
export type * from './rows/support.ts';
export type * from './rows/task.ts';
export type * from './rows/values.ts';
export type * from './rows/wijk.ts';

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
  readonly supportArea: SupportArea;
  readonly supportIndication: SupportIndication;
  readonly supportJudgement: SupportJudgement;
  readonly meeting: Meeting;
  readonly agendaItem: AgendaItem;
  readonly presence: Presence;
  readonly recusal: Recusal;
  readonly meetingRules: MeetingRules;
  readonly presenceMark: PresenceMark;
  readonly guest: Guest;
  readonly minutesNote: MinutesNote;
  readonly listAdoption: ListAdoption;
  readonly decision: Decision;
  readonly decisionCorrection: DecisionCorrection;
  readonly consultation: Consultation;
  readonly consultationAttendance: ConsultationAttendance;
  readonly ballotStack: BallotStack;
  readonly ballotCount: BallotCount;
  readonly consultationResult: ConsultationResult;
  readonly claim: Claim;
  readonly claimAccount: ClaimAccount;
  readonly receipt: Receipt;
  readonly payment: Payment;
  readonly bankAccount: BankAccount;
  readonly bankImport: BankImport;
  readonly bankTransaction: BankTransaction;
  readonly bankMatch: BankMatch;
  readonly matchRule: MatchRule;
  readonly ledgerLine: LedgerLine;
  readonly storedPhoto: StoredPhoto;
  readonly quarter: Quarter;
  readonly rule: Rule;
  readonly savingsGoal: SavingsGoal;
  readonly organisationCost: OrganisationCost;
  readonly transfer: Transfer;
  readonly idea: Idea;
  readonly ideaChannels: IdeaChannels;
  readonly proposalComment: ProposalComment;
  readonly proposalDocument: ProposalDocument;
  readonly proposalOwner: ProposalOwner;
  readonly lesson: Lesson;
  readonly coFinancing: CoFinancing;
  readonly counterContribution: CounterContribution;
  readonly ruleCheck: RuleCheck;
  readonly advice: Advice;
  readonly adviceAnswer: AdviceAnswer;
  readonly planLine: PlanLine;
  readonly spendingPlan: SpendingPlan;
  readonly outcome: Outcome;
  readonly publishedOutcome: PublishedOutcome;
  readonly proposalGuide: ProposalGuide;
  readonly volunteerHours: VolunteerHours;
  readonly familiarityCount: FamiliarityCount;
  readonly paymentFile: PaymentFile;
  readonly auditCheck: AuditCheck;
  readonly auditFinding: AuditFinding;
  readonly auditStatement: AuditStatement;
  readonly countersign: Countersign;
  readonly task: Task;
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
  supportArea: [],
  supportIndication: ['proposalId'],
  supportJudgement: ['proposalId'],
  meeting: [],
  agendaItem: ['meetingId', 'proposalId'],
  presence: ['meetingId'],
  recusal: ['itemId', 'meetingId'],
  meetingRules: [],
  presenceMark: ['meetingId'],
  guest: ['meetingId'],
  minutesNote: ['meetingId'],
  listAdoption: ['meetingId', 'inMeetingId'],
  decision: ['meetingId', 'itemId', 'proposalId'],
  decisionCorrection: ['decisionId', 'proposalId'],
  consultation: [],
  consultationAttendance: ['consultationId'],
  ballotStack: ['consultationId'],
  ballotCount: ['stackId', 'consultationId'],
  consultationResult: ['consultationId'],
  claim: ['proposalId'],
  claimAccount: [],
  receipt: ['claimId', 'proposalId'],
  payment: ['claimId', 'proposalId'],
  bankAccount: [],
  bankImport: ['accountId'],
  bankTransaction: ['accountId', 'importId'],
  bankMatch: ['importId'],
  matchRule: [],
  ledgerLine: ['year', 'proposalId'],
  storedPhoto: [],
  quarter: [],
  rule: ['year'],
  savingsGoal: [],
  organisationCost: ['year'],
  transfer: ['state'],
  idea: ['proposalId'],
  ideaChannels: [],
  proposalComment: ['proposalId'],
  proposalDocument: ['proposalId'],
  proposalOwner: ['ownerId'],
  lesson: ['proposalId'],
  coFinancing: ['proposalId'],
  counterContribution: ['proposalId'],
  ruleCheck: ['proposalId'],
  advice: ['proposalId'],
  adviceAnswer: ['adviceId', 'proposalId'],
  planLine: ['year'],
  spendingPlan: ['year'],
  outcome: [],
  publishedOutcome: [],
  proposalGuide: ['proposalId'],
  volunteerHours: ['year'],
  familiarityCount: ['year'],
  paymentFile: ['state'],
  auditCheck: ['year', 'claimId'],
  auditFinding: ['year', 'claimId'],
  auditStatement: ['year'],
  countersign: [],
  task: [],
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
export const presenceMarkId = (meetingId: string, personId: string, at: string, state: string): string =>
  `${meetingId}:${personId}:${at}:${state}`;
export const minutesNoteId = (meetingId: string, itemId: string | null, writerId: string): string =>
  `${itemId ?? meetingId}:${writerId}`;
export const listAdoptionId = (meetingId: string, inMeetingId: string): string => `${meetingId}:${inMeetingId}`;
export const decisionId = (itemId: string, round: number): string => `${itemId}:${round}`;
export const supportSheetId = (proposalId: string, number: number): string => `${proposalId}:${number}`;
export const supportJudgementId = (proposalId: string, personId: string): string => `${proposalId}:${personId}`;
export const proposalGuideId = (proposalId: string, kind: string): string => `${proposalId}:${kind}`;
export const paymentId = (claimId: string, number: number): string => `${claimId}:${number}`;
export const paymentNumber = ({ id }: Pick<Payment, 'id'>): number => Number(id.slice(id.lastIndexOf(':') + 1));
export const personAccountId = (personId: string): string => `person:${personId}`;
export const auditCheckId = (claimId: string, personId: string): string => `${claimId}:${personId}`;
export const auditStatementId = (year: number, personId: string): string => `${year}:${personId}`;
export const ruleId = (key: string, year: number): string => `${key}:${year}`;
export const ruleCheckId = (proposalId: string, ofRuleId: string): string => `${proposalId}:${ofRuleId}`;
export const planLineId = (year: number, key: string): string => `${year}:${key}`;
export const quarterId = (name: string): string => name.trim().toLowerCase();
export const ballotStackId = (consultationId: string, number: number): string => `${consultationId}:${number}`;
export const consultationResultId = (consultationId: string, round: number): string => `${consultationId}:${round}`;
