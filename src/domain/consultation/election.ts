/** A vote over plans with a price, as the methods read it. Equal ballots are one group, because whoever votes the same has
 *  the same money left at every moment: a hundred papers are often ten groups. */
import type { Cents } from '../rows.ts';

export interface Candidate {
  readonly number: number;
  readonly costCents: Cents;
}

/** What one paper gives to a plan: 1 for a choice, or points. */
export interface Choice {
  readonly number: number;
  readonly points: number;
}
export type Ballot = readonly Choice[];

export interface BallotGroup {
  readonly ballot: Ballot; // by number, without zeros
  readonly voterCount: number;
}

export interface Election {
  readonly candidates: readonly Candidate[];
  readonly groups: readonly BallotGroup[];
  readonly voterCount: number;
  readonly budgetCents: Cents;
}

export function electionOf(input: {
  readonly candidates: readonly Candidate[];
  readonly ballots: readonly Ballot[];
  readonly budgetCents: Cents;
}): Election {
  const known = new Set(input.candidates.map(({ number }) => number));
  const groups = new Map<string, { readonly ballot: Ballot; voterCount: number }>();
  for (const paper of input.ballots) {
    const ballot = paper.filter(({ number, points }) => known.has(number) && points > 0);
    const sorted = [...ballot].sort((a, b) => a.number - b.number);
    const key = sorted.map(({ number, points }) => `${number}:${points}`).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ballot: sorted, voterCount: 1 });
    else group.voterCount += 1;
  }
  const { candidates, budgetCents, ballots } = input;
  return { candidates, groups: [...groups.values()], voterCount: ballots.length, budgetCents };
}

export const approvals = (numbers: readonly number[]): Ballot => numbers.map((number) => ({ number, points: 1 }));

/** Voters who give a plan anything, by its number. */
export function votesByNumber({ candidates, groups }: Election): ReadonlyMap<number, number> {
  const votes = new Map(candidates.map(({ number }) => [number, 0]));
  for (const { ballot, voterCount } of groups) {
    for (const { number } of ballot) votes.set(number, (votes.get(number) ?? 0) + voterCount);
  }
  return votes;
}
