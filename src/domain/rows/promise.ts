/** What others put in beside the neighbourhood budget: money of third parties, and what the initiator does in return. */
import type { Cents, IsoDate, Photo } from './values.ts';

export interface CoFinancing {
  readonly id: string;
  readonly proposalId: string;
  readonly source: string; // 'Woningcorporatie', 'eigen bijdrage'
  readonly promisedCents: Cents; // 0 when it was taken back
  readonly receivedCents: Cents;
  readonly receivedOn: IsoDate | null; // of the last part
}

/** Tegenprestatie: from a report for the site to a hand that helps (S7). */
export interface CounterContribution {
  readonly id: string;
  readonly proposalId: string;
  readonly what: string;
  readonly dueOn: IsoDate | null;
  readonly deliveredOn: IsoDate | null; // null: not yet
  readonly proof: string;
  readonly photos: readonly Photo[];
}
