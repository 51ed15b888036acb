// A file of votes from elsewhere: read, checked, and counted by our methods.
import { byApproval } from '../../../domain/consultation/approval.ts';
import { electionOf, votesByNumber } from '../../../domain/consultation/election.ts';
import { byEqualShares, roundedCents } from '../../../domain/consultation/equalShares.ts';
import type { Told } from '../../../domain/consultation/outcome.ts';
import type { TieBreak } from '../../../domain/consultation/ties.ts';
import type { ConsultationOption, OptionVotes, ResultStep } from '../../../domain/rows.ts';
import { type PbProblem, readPb, writePb } from '../../../files/pabulib.ts';
import { type PbVote, votesIn } from '../../../files/pabulibVotes.ts';
import { nlConsultationResult } from '../../nl/consultation-result.ts';

export interface OpenedFile {
  readonly name: string;
  readonly read:
    | { readonly ok: true; readonly vote: PbVote; readonly again: File }
    | { readonly ok: false; readonly problems: readonly PbProblem[] };
}

export async function openFile(file: File): Promise<OpenedFile> {
  const { name } = file;
  const read = readPb(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) return { name, read };
  const votes = votesIn(read.file);
  if (!votes.ok) return { name, read: votes };
  const again = new File([writePb(read.file) as BlobPart], name, { type: 'text/plain' });
  return { name, read: { ok: true, vote: votes.vote, again } };
}

export function problemText({ code, what }: PbProblem): string {
  const sentence = nlConsultationResult.file.problems[code];
  return typeof sentence === 'string' ? sentence : sentence(what);
}

export interface CountedFile {
  readonly options: readonly ConsultationOption[];
  readonly votes: readonly OptionVotes[];
  readonly steps: readonly ResultStep[];
  readonly told: Told;
  readonly lotUsed: boolean;
}

/** No lot can be drawn for a vote of others: plans that stay equal follow the order of the file, and the screen says so. */
export function countedFile(vote: PbVote, method: 'approval' | 'equal_shares'): CountedFile {
  const options = vote.projects.map(({ id, name, costCents }, at) => ({
    ...{ number: at + 1, proposalId: id, title: name, costCents },
  }));
  const numberOf = new Map(options.map(({ proposalId, number }) => [proposalId, number]));
  const ballots = vote.voters.map(({ choices }) =>
    choices.map(({ projectId, points }) => ({ number: numberOf.get(projectId) ?? 0, points })),
  );
  const election = electionOf({ candidates: options, ballots, budgetCents: vote.budgetCents });
  const support = votesByNumber(election);
  const votes = options.map(({ number }) => ({
    ...{ number, forCount: support.get(number) ?? 0, againstCount: 0, abstainedCount: 0 },
  }));
  const file: TieBreak = { rule: 'cheapest', lot: options.map(({ number }) => number) };
  const backwards: TieBreak = { rule: 'cheapest', lot: options.map(({ number }) => number).reverse() };
  const count = (ties: TieBreak): Pick<CountedFile, 'steps' | 'told'> => {
    const votesOf = (number: number): number => support.get(number) ?? 0;
    if (method === 'approval') {
      const steps = byApproval(
        options.map(({ number, costCents }) => ({ number, costCents, votes: votesOf(number) })),
        vote.budgetCents,
        ties,
      );
      const chosen = steps.filter((step) => step.chosen);
      return {
        told: { method, steps },
        steps: chosen.map(({ number }) => ({ number, because: 'votes', votes: votesOf(number), payCents: 0 })),
      };
    }
    const shares = byEqualShares(election, { utility: 'cost', ties });
    return {
      told: { method, shares },
      steps: [
        ...shares.rounds.map(({ number, payMost }): ResultStep => {
          return { number, because: 'shares', votes: votesOf(number), payCents: roundedCents(payMost) };
        }),
        ...shares.leftOver.map((number): ResultStep => {
          return { number, because: 'left_over', votes: votesOf(number), payCents: 0 };
        }),
      ],
    };
  };
  const counted = count(file);
  const other = count(backwards);
  const chosen = ({ steps }: Pick<CountedFile, 'steps'>): string =>
    steps
      .map(({ number }) => number)
      .sort()
      .join();
  return { options, votes, ...counted, lotUsed: chosen(counted) !== chosen(other) };
}
