/** Refusals in and around a neighbourhood consultation. */

import { after } from './example.ts';
import * as hall from './hall.ts';
import { type Scene, scene } from './scene.ts';

const cancelled = after(hall.announcedWorld, (world) => {
  world.ok('chair', 'consultation.cancel', { consultationId: hall.consultationId, reason: 'De zaal is dicht' });
});
const oneChoice = after(hall.twoPlansWorld, (world) => {
  world.ok('secretary', 'consultation.announce', { ...hall.announce, choicesMax: 1 });
});
const tally = {
  kind: 'tally',
  ballotCount: 3,
  blankCount: 0,
  invalidCount: 0,
  votes: [{ number: 1, forCount: 2, againstCount: 2, abstainedCount: 0 }],
} as const;
const { consultationId, stackId, papers, announce } = hall;
const place = { fields: { place: 'School' }, seen: { place: announce.place } };

export const consultationScenes: readonly Scene[] = [
  scene('consultation.announce', 'id_taken', 'the same id with other content', hall.announcedWorld, 'chair', {
    ...announce,
    title: 'Iets anders',
  }),
  scene(
    'consultation.change',
    'changed_meanwhile',
    'the field no longer holds what the author saw',
    hall.announcedWorld,
    'chair',
    { consultationId, fields: { place: 'School' }, seen: { place: 'Kerk' } },
  ),
  scene('consultation.change', 'wrong_state', 'it is closed', hall.closedWorld, 'chair', { consultationId, ...place }),
  scene(
    'consultation.change',
    'id_taken',
    'a number on the ballot paper would go to another plan',
    hall.announcedWorld,
    'chair',
    {
      consultationId,
      fields: { options: [{ number: 1, proposalId: hall.otherProposalId, title: 'Bankje', costCents: 15_000 }] },
      seen: { options: announce.options },
    },
  ),
  scene('consultation.cancel', 'wrong_state', 'it was held and closed', hall.closedWorld, 'chair', {
    consultationId,
    reason: 'Te laat',
  }),
  scene(
    'ballotStack.count',
    'papers_do_not_fit',
    'more answers on a plan than valid papers',
    hall.announcedWorld,
    'member',
    { ...hall.counted, content: tally },
  ),
  scene(
    'ballotStack.count',
    'papers_do_not_fit',
    'more choices on a paper than were announced',
    oneChoice,
    'member',
    hall.counted,
  ),
  scene(
    'ballotStack.settle',
    'papers_do_not_fit',
    'more answers on a plan than valid papers',
    hall.countedWorld,
    'chair',
    { stackId, content: tally, reason: 'Zo is het' },
  ),
  scene(
    'ballotStack.settle',
    'reason_missing',
    'it differs from a count and no reason is given',
    hall.countedWorld,
    'chair',
    { stackId, content: papers, reason: ' ' },
  ),
  scene(
    'ballotStack.settle',
    'own_count',
    'the actor counted the stack and somebody else could settle it',
    hall.countedWorld,
    'secretary',
    { stackId, content: papers, reason: 'Ik tel beter' },
  ),
  scene('consultation.close', 'already_closed', 'another result stands in this round', hall.closedWorld, 'chair', {
    ...hall.close,
    presentCount: 26,
  }),
  scene('consultation.close', 'reason_missing', 'a correction has no reason', hall.closedWorld, 'chair', {
    ...hall.close,
    round: 2,
  }),
  scene('consultation.change', 'wrong_state', 'it was called off', cancelled, 'chair', { consultationId, ...place }),
];
