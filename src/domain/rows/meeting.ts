/** A meeting, who was there, and what was decided. */
import type { Cents, IsoDate, IsoInstant } from './values.ts';

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
  /** Held without the app and entered later: its times are as typed, and the list of decisions says so. */
  readonly enteredAfterwards?: boolean;
  readonly endTime?: string; // 'HH:MM', only of one that was entered afterwards; earlier than `startTime`: after midnight
  readonly invitation?: string; // own words of the committee in the invitation
  readonly minutesWriter?: string; // who takes notes; a convention, as the pen is
}

/** How a committee votes; without this row `defaultMeetingRules` holds. The quorum stands in the committee itself. */
export interface MeetingRules {
  readonly id: string; // 'rules'
  readonly tieRule: TieRule;
  readonly votesByName: boolean; // every vote is noted with its name unless it is on paper
}
/** What a tie means: the chair decides, a lot is drawn, the proposal is refused, or it waits for the next meeting. */
export type TieRule = 'chair' | 'lot' | 'rejected' | 'postponed';

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

/** One coming or going. The id is made from what it says, so that two phones that note the same make one; who is there is
 *  the last of them by `at`, in whatever order they arrive. `at` is what people say, not when it was sent. */
export interface PresenceMark {
  readonly id: string; // presenceMarkId(…)
  readonly meetingId: string;
  readonly personId: string;
  readonly state: Presence['state'];
  readonly at: IsoInstant;
  readonly removed: boolean; // taken back: it did not happen, or at another time
}

/** Who sits there and decides nothing: residents, an adviser. Never part of the quorum. */
export interface Guest {
  readonly id: string;
  readonly meetingId: string;
  readonly who: string; // 'bewoners van de Klosstraat', 'Sanne van het stadsdeel'
  readonly count: number;
  readonly removed: boolean;
}

/** What one person wrote down at one item. Everybody's notes are rows of their own, so nobody overwrites another's. */
export interface MinutesNote {
  readonly id: string; // minutesNoteId(…)
  readonly meetingId: string;
  readonly itemId: string | null; // null: about the meeting as a whole
  readonly writerId: string;
  readonly text: string;
  readonly at: IsoInstant;
}

/** That a later meeting adopted the list of decisions of an earlier one. */
export interface ListAdoption {
  readonly id: string; // listAdoptionId(…)
  readonly meetingId: string; // whose list
  readonly inMeetingId: string; // where it was adopted
  readonly adoptedOn: IsoDate;
  /** What was to be set right, as said in the room. Two secretaries who wrote down different things: both. */
  readonly remarks: readonly string[];
  readonly recordedBy: string;
  readonly withdrawn: boolean;
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
  /** How the votes were taken. Decisions of before do not say. `paper`: secret, so numbers only. */
  readonly voting?: Voting;
  readonly ballots?: readonly Ballot[]; // by_name only
  readonly tie?: TieSettled; // only of as many votes for as against
}
export type Voting = 'hands' | 'by_name' | 'paper';
export type Vote = 'for' | 'against' | 'abstained';
export interface Ballot {
  readonly personId: string;
  readonly vote: Vote;
}
export interface TieSettled {
  readonly rule: TieRule;
  readonly side: 'for' | 'against' | 'postponed';
  readonly how: string; // 'Annie trok het lot, Cor keek mee'
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
  | 'after_close'
  | 'votes_say_otherwise'
  | 'tie_open';

/** The committee goes against its own rules and says why (S6). `rules_missed`: an award all the same, with the rules as they
 *  read then. `all_rules_met`: a refusal all the same; its reason is the one of the decision. */
export interface DecisionException {
  readonly kind: 'rules_missed' | 'all_rules_met';
  readonly rules: readonly { readonly ruleId: string; readonly text: string }[];
  readonly reason: string;
}

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
  readonly exception?: DecisionException;
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
