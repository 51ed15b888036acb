/** What is known of the support for a proposal: signature sheets counted by two people, other indications, and judgements. */
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
  readonly destroyed?: SheetDestruction; // absent while the paper is kept
}

/** The paper is destroyed and so are its photos; the counts stay (docs/decisions/2026-11-27-destroyed-sheets.md). */
export interface SheetDestruction {
  readonly destroyedOn: IsoDate;
  readonly destroyedBy: string;
  /** Hashes of what the sheet showed, also of what came in later: nobody can read a name out of a hash. */
  readonly photos: readonly string[];
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

/** Where people were asked, so that the share of the neighbourhood that was asked at all can be said. */
export interface SupportArea {
  readonly id: string; // the proposal's id
  readonly proposalId: string;
  readonly streets: string;
  readonly households: number; // in those streets; 0 when nobody knows
  readonly source: string; // where that number comes from: 'gemeente, buurtcijfers 2025', 'zelf geteld'
}

/** objection: somebody is against, with what he says · letter: of support or otherwise · visitors: how many are expected ·
 *  online: statements of support on a site, never added to the sheets · experience: what people of the committee know. */
export type IndicationKind = 'objection' | 'letter' | 'visitors' | 'online' | 'experience';

/** How many came in an earlier year. */
export interface Edition {
  readonly year: number;
  readonly visitors: number;
}

/** Evidence beside the sheets. Committee only: it may name neighbours. */
export interface SupportIndication {
  readonly id: string;
  readonly proposalId: string;
  readonly kind: IndicationKind;
  readonly from: string; // who says so, as far as the committee needs to know; may be empty
  readonly text: string;
  readonly count: number | null; // visitors expected, or online statements
  readonly editions: readonly Edition[]; // of visitors: what earlier editions drew, the latest year first
  readonly photos: readonly Photo[];
  readonly notedOn: IsoDate;
  readonly notedBy: string;
  readonly answer: string; // what the committee did with an objection; empty while nobody answered
  readonly answeredBy: string | null;
  readonly withdrawnReason: string | null; // a mistake, or taken back: it stays on record and counts no more
}

export type SupportVerdict = 'enough' | 'doubtful' | 'not_enough';

/** What one member makes of the evidence, under his own name. */
export interface SupportJudgement {
  readonly id: string; // supportJudgementId(proposalId, personId)
  readonly proposalId: string;
  readonly personId: string;
  readonly verdict: SupportVerdict;
  readonly text: string;
  readonly judgedOn: IsoDate;
}
