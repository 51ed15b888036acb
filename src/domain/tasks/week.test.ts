import { expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import * as hall from '../../../tests/domain/hall.ts';
import * as ruling from '../../../tests/domain/rulingExamples.ts';
import type { World } from '../../../tests/domain/world.ts';
import { weekOf } from './week.ts';

const { proposalId } = given;
const weekIn = (world: World, today: string) =>
  weekOf({
    ...{ today, tasks: [], taskRows: world.all('task'), members: world.all('member'), meetings: world.all('meeting') },
    ...{ consultations: world.all('consultation'), proposals: world.all('proposal') },
    decisions: world.all('decision'),
  });

test('a decision opens the title of its proposal once its meeting is closed', () => {
  const world = given.decidedWorld();
  expect(weekIn(world, '2026-03-12').openIds).not.toContain(proposalId);
  world.ok('secretary', 'meeting.close', { meetingId: given.meetingId });
  const { openIds, decided, newProposals } = weekIn(world, world.all('decision')[0]?.decidedOn ?? '');
  expect(openIds).toContain(proposalId);
  expect(decided).toMatchObject([{ title: given.draft.title, outcome: 'awarded' }]);
  expect(newProposals).toBe(0);
});

test('so does its own publication, from the day on which it is made known', () => {
  const world = given.submittedWorld();
  world.ok('secretary', 'proposal.publish', ruling.publish);
  const { on } = ruling.publish.publication;
  expect(weekIn(world, '2026-01-01').openIds).not.toContain(proposalId);
  expect(weekIn(world, on).openIds).toContain(proposalId);
});

test('so do the papers of a consultation, until it is called off', () => {
  const world = hall.announcedWorld();
  expect(weekIn(world, '2026-05-01').openIds).toContain(hall.otherProposalId);
  world.ok('chair', 'consultation.cancel', { consultationId: hall.consultationId, reason: 'De zaal is dicht' });
  expect(weekIn(world, '2026-05-01').openIds).not.toContain(hall.otherProposalId);
});
