/** A proposal and what the committee writes about it. */
import type { Cents, IsoDate, IsoInstant } from './values.ts';

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
  /** Decided before this app was used: finished, known by name and amount, without decisions, claims or ledger lines. */
  readonly past?: true;
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
