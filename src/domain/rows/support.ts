/** What a signature list says, as counted by two people. */
import type { IsoDate, Photo } from './values.ts';

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
