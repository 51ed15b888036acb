/** A neighbourhood consultation (wijkraadpleging): what was announced, what stood on the papers, and what came out. */
import type { Cents, IsoDate, IsoInstant } from './values.ts';

/** for_against: every plan on its own · approval: most votes first, while there is money · equal_shares: see
 *  src/domain/consultation/equalShares.ts. */
export type ConsultationMethod = 'for_against' | 'approval' | 'equal_shares';

/** cheapest: the lower cost first, then more votes, then by lot; with for_against a tie is no majority · lot: by lot. */
export type BallotTieRule = 'cheapest' | 'lot';

/** A plan as it stands on the ballot paper. Its number is never given to another plan: ballots are typed by number. */
export interface ConsultationOption {
  readonly number: number;
  readonly proposalId: string;
  readonly title: string;
  readonly costCents: Cents;
}

export interface Consultation {
  readonly id: string;
  readonly title: string;
  readonly text: string; // the announcement
  readonly place: string;
  readonly heldOn: IsoDate;
  readonly startTime: string; // 'HH:MM'
  readonly whoMayVote: string; // in the committee's own words
  readonly method: ConsultationMethod;
  readonly budgetCents: Cents; // what can be divided; 0 with for_against
  readonly choicesMax: number; // plans that one paper may choose; 0: as many as it likes
  readonly quorumCount: number; // people who must be there; 0: no quorum
  readonly tieRule: BallotTieRule;
  readonly options: readonly ConsultationOption[];
  readonly state: 'announced' | 'cancelled' | 'closed';
  readonly cancelReason: string | null;
}

/** How many people were there, by one who counted. */
export interface ConsultationAttendance {
  readonly id: string; // `${consultationId}:${personId}`
  readonly consultationId: string;
  readonly countedBy: string;
  readonly presentCount: number;
}

export interface OptionVotes {
  readonly number: number;
  readonly forCount: number;
  readonly againstCount: number;
  readonly abstainedCount: number;
}

/** What a stack of ballot papers holds: numbers per plan, or every paper by itself. Blank and invalid papers are counted
 *  and take no part. */
export type StackContent =
  | {
      readonly kind: 'tally';
      readonly ballotCount: number; // valid papers
      readonly blankCount: number;
      readonly invalidCount: number;
      readonly votes: readonly OptionVotes[];
    }
  | {
      readonly kind: 'ballots';
      readonly blankCount: number;
      readonly invalidCount: number;
      readonly ballots: readonly (readonly number[])[]; // the numbers that each valid paper chose
    };

/** A stack of papers with a number on its wrapper, so that two people who count it meet at one row. */
export interface BallotStack {
  readonly id: string; // ballotStackId(consultationId, number)
  readonly consultationId: string;
  readonly number: number;
  readonly settled: StackContent | null; // what holds after a difference was settled
  readonly settledBy: string | null;
  readonly settledReason: string | null;
}

/** One person's count of one stack; a stack needs two by different people. */
export interface BallotCount {
  readonly id: string; // `${stackId}:${personId}`
  readonly stackId: string;
  readonly consultationId: string;
  readonly countedBy: string;
  readonly countedOn: IsoDate;
  readonly content: StackContent;
}

/** Why a plan is chosen: more votes for than against, by lot at a tie · its votes and the money left · its voters paid
 *  for it out of equal shares · money that equal shares left over. */
export type ChosenBecause = 'majority' | 'majority_by_lot' | 'votes' | 'shares' | 'left_over';

export interface ResultStep {
  readonly number: number;
  readonly because: ChosenBecause;
  readonly votes: number;
  readonly payCents: Cents; // equal shares: what each voter pays at most, rounded to the cent; else 0
}

/** What was announced in the room (D2). Never edited: a correction is the next round, with a reason. */
export interface ConsultationResult {
  readonly id: string; // consultationResultId(consultationId, round)
  readonly consultationId: string;
  readonly round: number;
  readonly presentCount: number;
  readonly ballotCount: number;
  readonly blankCount: number;
  readonly invalidCount: number;
  readonly votes: readonly OptionVotes[];
  readonly steps: readonly ResultStep[]; // the plans that are chosen, in order
  readonly lot: readonly number[]; // plans in the order drawn; with for_against those that the lot decided for
  readonly lotDrawnBy: string; // empty: no lot was needed
  readonly reason: string; // of a correction
  readonly closedOn: IsoDate;
  readonly recordedBy: string;
  readonly recordedAt: IsoInstant;
}
