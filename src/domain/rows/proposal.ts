/** A proposal and what the committee writes about it. */
import type { Cents, IsoDate, IsoInstant, Period, Photo } from './values.ts';

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

/** How it came in: by the initiator's own hand, or written down by the committee on behalf of somebody. */
export type Intake = 'own' | 'paper_form' | 'spoken';

/** In which language somebody applied: of the application, and of nobody's descent. */
export type Language = 'nl' | 'en' | 'de' | 'ar' | 'pl' | 'tr' | 'uk' | 'other';

/** That the plan was made known, and until when people can respond. */
export interface Publication {
  readonly on: IsoDate;
  readonly until: IsoDate; // the last day; decided after it
  readonly where: string; // 'wijkkrant en prikbord De Spil'
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
  readonly streets: string; // 'Klosstraat 1-40, Spoelhof'
  readonly period: Period | null;
  readonly intake: Intake;
  readonly language?: Language | null; // null, or none in rows of before: nobody said
  readonly repeatOfId: string | null; // the proposal of an earlier year that this one does again
  readonly budgetLines: readonly BudgetLine[];
  readonly requestedCents: Cents;
  readonly state: ProposalState;
  readonly awardedCents: Cents; // what stands now, corrections included; 0 while nothing is awarded
  readonly awardDecisionId: string | null; // the decision that stands
  readonly returnReason: string | null;
  readonly submittedOn: IsoDate | null;
  /** Made known to the neighbourhood before it is decided. */
  readonly publication?: Publication;
  /** The last year that it runs in, when it runs for more than one (S21). What is left of its award goes along. */
  readonly untilYear?: number;
  /** Decided before this app was used: finished, known by name and amount, without decisions, claims or ledger lines. */
  readonly past?: true;
  /** The proposal that it goes on in. It then counts as withdrawn; its own support, notes and texts stay its own. */
  readonly mergedIntoId: string | null;
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

/** What committee and initiator say to each other about it; both read it. */
export interface ProposalComment {
  readonly id: string;
  readonly proposalId: string;
  readonly by: string;
  readonly at: IsoInstant;
  readonly text: string;
}

/** What somebody should do otherwise next time. A repeat in a later year shows it. */
export interface Lesson {
  readonly id: string;
  readonly proposalId: string;
  readonly by: string;
  readonly at: IsoInstant;
  readonly text: string;
}

export type DocumentKind = 'paper_form' | 'quote' | 'permit' | 'drawing' | 'other';

/** Pages of one paper. A paper form may hold address and signature: the committee alone sees it. */
export interface ProposalDocument {
  readonly id: string;
  readonly proposalId: string;
  readonly kind: DocumentKind;
  readonly label: string;
  readonly photos: readonly Photo[]; // none any more when it was removed
  readonly by: string;
  readonly at: IsoInstant;
  readonly removed: boolean;
}

/** Who in the committee sees to it, what comes next and before which day. Never on an initiator's device. */
export interface ProposalOwner {
  readonly id: string; // the proposal's id
  readonly ownerId: string | null;
  readonly nextStep: string;
  readonly dueOn: IsoDate | null;
}
