/** Who decides on an item, and whether enough of them take part. Whoever must abstain counts neither in the base nor in
 *  the votes (the idea of article 29 of the Gemeentewet: a vote holds when more than half of the members who need not
 *  abstain take part). Numbers only: the sentence is the screen's. */
import { isVotingRole } from './access.ts';
import type { Member, QuorumRule, TakenUnder } from './rows.ts';

export interface QuorumInput {
  readonly rule: QuorumRule;
  readonly votingIds: readonly string[]; // active members with a voting role
  readonly presentIds: readonly string[];
  readonly recusedIds: readonly string[];
}

export interface Quorum {
  readonly baseCount: number; // who may decide on this item
  readonly neededCount: number; // how many of them must be there
  readonly presentCount: number; // how many are
  readonly missingCount: number;
  readonly recusedCount: number; // members who abstain, there or not
  readonly reached: boolean;
}

export function quorumOf({ rule, votingIds, presentIds, recusedIds }: QuorumInput): Quorum {
  const voting = new Set(votingIds);
  const recused = new Set(recusedIds.filter((id) => voting.has(id)));
  const present = new Set(presentIds.filter((id) => voting.has(id) && !recused.has(id)));
  const baseCount = voting.size - recused.size;
  // A fixed number never asks for more people than may decide, and an item that nobody may decide on is never in order.
  const wanted = rule.kind === 'count' ? Math.min(rule.count, baseCount) : Math.floor(baseCount / 2) + 1;
  const neededCount = Math.max(1, wanted);
  const missingCount = Math.max(0, neededCount - present.size);
  return {
    baseCount,
    neededCount,
    presentCount: present.size,
    missingCount,
    recusedCount: recused.size,
    reached: missingCount === 0,
  };
}

export const votingMemberIds = (members: readonly Member[]): readonly string[] =>
  members.filter((member) => member.active && isVotingRole(member.role)).map((member) => member.id);

/** More votes than people who could vote: somebody counted wrong, or a person was not marked as present. */
export function votesFit(quorum: Quorum, votes: TakenUnder['votes']): boolean {
  return votes.forCount + votes.againstCount + votes.abstainedCount <= quorum.presentCount;
}
