// How the room votes on one item, as it is filled in, and what the decision will carry of it.
import type { Ballot, MeetingRules, TieSettled, Vote, Voting } from '../../../domain/rows.ts';
import { votesOf as countBallots, type TieAsks, tieAsks } from '../../../domain/votes.ts';
import { nlDecision } from '../../nl/decision.ts';
import type { VoteCounts } from '../../parts/counter.tsx';
import { type DecisionDraft, type TieDraft, votesOf } from './decision-draft.ts';
import { type Attender, isHere, type VoteTaken } from './people-model.ts';

/** Who may vote on this item now. */
export const votersOf = (table: readonly Attender[]): readonly Attender[] =>
  table.filter((attender) => isHere(attender) && attender.recusal === undefined);

export const votingOf = (draft: DecisionDraft, rules: MeetingRules): Voting =>
  draft.voting ?? (rules.votesByName ? 'by_name' : 'hands');

/** Votes of who left since are kept in the draft and not counted. */
export function ballotsOf({ byName = {} }: DecisionDraft, table: readonly Attender[]): readonly Ballot[] {
  return votersOf(table).flatMap(({ personId }) => {
    const vote = byName[personId];
    return vote === undefined ? [] : [{ personId, vote }];
  });
}

export function notVotedYet(draft: DecisionDraft, table: readonly Attender[]): readonly Attender[] {
  return votersOf(table).filter(({ personId }) => draft.byName?.[personId] === undefined);
}

export function countsOf(draft: DecisionDraft, table: readonly Attender[], rules: MeetingRules): VoteCounts {
  if (votingOf(draft, rules) !== 'by_name') return draft.votes;
  const { forCount, againstCount, abstainedCount } = countBallots(ballotsOf(draft, table));
  return { for: forCount, against: againstCount, abstain: abstainedCount };
}

export const isTie = (votes: VoteCounts): boolean => votes.for > 0 && votes.for === votes.against;

/** What the committee's rule asks of the room in a tie. */
export function tieAsksOf(table: readonly Attender[], rules: MeetingRules): TieAsks {
  return tieAsks(
    rules.tieRule,
    votersOf(table).some(({ role }) => role === 'chair'),
  );
}

function tieOf(draft: DecisionDraft, table: readonly Attender[], rules: MeetingRules): TieSettled | undefined {
  if (!isTie(countsOf(draft, table, rules))) return undefined;
  const asks = tieAsksOf(table, rules);
  const tie = draft.tie ?? noTie;
  const { side } = tie;
  if (asks === 'chair' || asks === 'lot')
    return side === null ? undefined : { rule: asks, side, how: asks === 'lot' ? howOf(tie) : '' };
  return { rule: asks === 'against' ? 'rejected' : 'postponed', side: asks, how: '' };
}

export const noTie: TieDraft = { side: null, how: '' };

/** How the lot was drawn. What this device drew stays on record, also when people drew again by hand. */
function howOf({ how, drawn, byHand }: TieDraft): string {
  if (drawn === undefined) return how.trim();
  if (byHand === undefined) return nlDecision.votes.tie.drawnHere(drawn);
  return [how.trim(), nlDecision.votes.tie.drawnBefore(drawn)].filter((part) => part !== '').join('. ');
}

/** Once: a second press would let a room draw until it likes what comes. */
export function withLotDrawn(draft: DecisionDraft, drawn: 'for' | 'against'): DecisionDraft {
  if (draft.tie?.drawn !== undefined) return draft;
  return { ...draft, tie: { side: drawn, how: '', drawn } };
}

/** The lot was drawn in the room after all: then people say where it fell. */
export function withLotByHand(draft: DecisionDraft): DecisionDraft {
  return { ...draft, tie: { ...(draft.tie ?? noTie), side: null, how: '', byHand: true } };
}

export function voteTaken(draft: DecisionDraft, table: readonly Attender[], rules: MeetingRules): VoteTaken {
  const voting = votingOf(draft, rules);
  const tie = tieOf(draft, table, rules);
  return {
    votes: votesOf(countsOf(draft, table, rules)),
    voting,
    ...(voting === 'by_name' ? { ballots: ballotsOf(draft, table) } : {}),
    ...(tie === undefined ? {} : { tie }),
  };
}

/** All of them in favour, in one tap, however they vote. */
export function withAllFor(draft: DecisionDraft, table: readonly Attender[], rules: MeetingRules): DecisionDraft {
  const voters = votersOf(table);
  if (votingOf(draft, rules) !== 'by_name') return { ...draft, votes: { for: voters.length, against: 0, abstain: 0 } };
  return withBallots(draft, Object.fromEntries(voters.map(({ personId }): [string, Vote] => [personId, 'for'])));
}

export const withBallots = (draft: DecisionDraft, votes: Readonly<Record<string, Vote>>): DecisionDraft => ({
  ...draft,
  byName: { ...draft.byName, ...votes },
});
