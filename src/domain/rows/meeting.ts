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
