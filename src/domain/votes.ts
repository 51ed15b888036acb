/** What votes say, and what a tie means by the committee's own rule. Abstentions count for the quorum, never for or
 *  against: the majority is of the votes that were cast. Numbers only: the sentence is the screen's. */
import type { Ballot, DecisionOutcome, MeetingRules, TakenUnder, TieRule, Votes } from './rows.ts';

/** none: nobody voted for or against · tied: as many for as against, and nobody said what that means. */
export type VoteResult = 'for' | 'against' | 'postponed' | 'tied' | 'none';

/** Until a committee chooses: a tie waits for the next meeting (the idea of article 32 of the Gemeentewet). */
export const defaultMeetingRules: MeetingRules = { id: 'rules', tieRule: 'postponed', votesByName: false };

export const votesCounted = (votes: Votes): number => votes.forCount + votes.againstCount + votes.abstainedCount;

export function voteResult({ votes, tie }: Pick<TakenUnder, 'votes' | 'tie'>): VoteResult {
  const { forCount, againstCount } = votes;
  if (forCount === 0 && againstCount === 0) return 'none';
  if (forCount === againstCount) return tie?.side ?? 'tied';
  return forCount > againstCount ? 'for' : 'against';
}

export type TieAsks = 'chair' | 'lot' | 'against' | 'postponed';

/** What the rule says about a tie: settled by itself, or somebody has to do something first. A chair who is not at the
 *  table, or takes no part in this item, cannot decide: then it waits for the next meeting. */
export function tieAsks(rule: TieRule, chairDecidesAlong: boolean): TieAsks {
  if (rule === 'lot') return 'lot';
  if (rule === 'chair') return chairDecidesAlong ? 'chair' : 'postponed';
  return rule === 'rejected' ? 'against' : 'postponed';
}

/** Whether a decision is what was voted. An award needs a majority in favour. A refusal fits any majority: rooms vote on the
 *  proposal, and just as well on the refusal itself ("wie is voor afwijzen?"); only a tie is always about the proposal. No
 *  votes, or only abstentions without an award: nothing to compare. */
export function fitsVotes(outcome: DecisionOutcome, takenUnder: Pick<TakenUnder, 'votes' | 'tie'>): boolean {
  if (outcome === 'deferred') return true;
  const result = voteResult(takenUnder);
  if (outcome === 'refused') return takenUnder.tie === undefined || result === 'against';
  return result === 'none' ? votesCounted(takenUnder.votes) === 0 : result === 'for';
}

export function votesOf(ballots: readonly Ballot[]): Votes {
  const count = (vote: Ballot['vote']): number => ballots.filter((ballot) => ballot.vote === vote).length;
  return { forCount: count('for'), againstCount: count('against'), abstainedCount: count('abstained') };
}

/** The names and the numbers say the same, and only people who decide along voted. */
export function ballotsFit({ ballots, votes, presentIds, recusedIds }: TakenUnder): boolean {
  if (ballots === undefined) return true;
  const counted = votesOf(ballots);
  const sameNumbers =
    counted.forCount === votes.forCount &&
    counted.againstCount === votes.againstCount &&
    counted.abstainedCount === votes.abstainedCount;
  return (
    sameNumbers && ballots.every(({ personId }) => presentIds.includes(personId) && !recusedIds.includes(personId))
  );
}
