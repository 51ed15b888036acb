/** A neighbourhood consultation over two plans, announced, counted or closed: where tests of it begin. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import { ballotStackId, type StackContent } from '../../src/domain/rows.ts';
import * as given from './committee.ts';
import { uid, type World } from './world.ts';

export const consultationId = uid('consultation');
export const otherProposalId = uid('other proposal');
export const stackId = ballotStackId(consultationId, 1);

export const announce: CommandArgs<'consultation.announce'> = {
  consultationId,
  title: 'Wijkraadpleging Spoelkwartier',
  text: 'Kom stemmen over twee plannen voor de wijk.',
  place: 'Buurthuis De Spil',
  heldOn: '2026-05-12',
  startTime: '19:30',
  whoMayVote: 'Iedereen van 16 jaar en ouder die in de wijk woont',
  method: 'equal_shares',
  budgetCents: 60_000,
  choicesMax: 0,
  quorumCount: 20,
  tieRule: 'cheapest',
  options: [
    { number: 1, proposalId: given.proposalId, title: given.draft.title, costCents: 45_000 },
    { number: 2, proposalId: otherProposalId, title: 'Bankje bij de vijver', costCents: 15_000 },
  ],
};

export const papers: StackContent = {
  kind: 'ballots',
  blankCount: 1,
  invalidCount: 0,
  ballots: [[1, 2], [2], [1], [1, 2]],
};
export const counted: CommandArgs<'ballotStack.count'> = {
  consultationId,
  stackNumber: 1,
  content: papers,
  countedOn: '2026-05-12',
};

export const close: CommandArgs<'consultation.close'> = {
  consultationId,
  round: 1,
  presentCount: 25,
  ballotCount: 4,
  blankCount: 1,
  invalidCount: 0,
  votes: [
    { number: 1, forCount: 3, againstCount: 0, abstainedCount: 0 },
    { number: 2, forCount: 3, againstCount: 0, abstainedCount: 0 },
  ],
  steps: [
    { number: 2, because: 'shares', votes: 3, payCents: 5_000 },
    { number: 1, because: 'shares', votes: 3, payCents: 18_200 },
  ],
  lot: [],
  lotDrawnBy: '',
  reason: '',
  closedOn: '2026-05-12',
};

/** Two plans that are handed in, and nothing announced. */
export function twoPlansWorld(): World {
  const world = given.submittedWorld();
  const proposalId = otherProposalId;
  world.ok('member', 'proposal.create', { ...given.draft, proposalId, title: 'Bankje bij de vijver' });
  world.ok('member', 'proposal.submit', { proposalId, submittedOn: '2026-02-01' });
  return world;
}

export function announcedWorld(): World {
  const world = twoPlansWorld();
  world.ok('secretary', 'consultation.announce', announce);
  return world;
}

/** One stack, counted by two people who do not agree. */
export function countedWorld(): World {
  const world = announcedWorld();
  world.ok('member', 'ballotStack.count', counted);
  world.ok('secretary', 'ballotStack.count', { ...counted, content: { ...papers, blankCount: 0 } });
  return world;
}

export function closedWorld(): World {
  const world = countedWorld();
  world.ok('chair', 'ballotStack.settle', { stackId, content: papers, reason: 'Eén briefje was leeg' });
  world.ok('secretary', 'consultation.close', close);
  return world;
}
