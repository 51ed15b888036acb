/** Money that is not for a project: savings, the committee's own costs, and what goes to or comes from another committee. */
import type { Cents, IsoDate } from './values.ts';

/** Saving for something, up to three years (S1). What lies in it is a sum of ledger lines. */
export interface SavingsGoal {
  readonly id: string;
  readonly goal: string;
  readonly targetCents: Cents; // 0 when no amount was named
  readonly fromYear: number;
  readonly untilYear: number; // closing this year gives back what is left
}

/** What the committee itself costs: rent, coffee, flyers (S1). Paid already when it is written down. */
export interface OrganisationCost {
  readonly id: string;
  readonly year: number;
  readonly amountCents: Cents;
  readonly what: string;
  readonly paidOn: IsoDate;
  readonly thanks?: true; // a bunch of flowers, a dinner for volunteers
  readonly bankCents?: Cents; // how much of it the bank's files show
  readonly handBackCents?: Cents; // taken back by hand, and not shown at the bank yet; rows of before have none
  readonly refundedCents?: Cents; // came back of it while the rest stands; below amountCents
  readonly recordedBy: string;
  readonly reversed: boolean; // all of it, or all that was left
  readonly reversedOn: IsoDate | null;
  readonly reversedReason: string | null;
}

/** Money to or from another committee on this server (D15). Both have a row under the same id. */
export interface Transfer {
  readonly id: string;
  readonly direction: 'out' | 'in';
  readonly otherId: string; // committee
  readonly otherName: string;
  readonly year: number; // of the sender
  readonly amountCents: Cents;
  readonly reason: string;
  readonly sentOn: IsoDate;
  readonly state: 'under_way' | 'arrived' | 'refused';
}
