/** Merging two proposals: both stay, nothing is added up, and the order of arrival does not matter. */
import { describe, expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import { mergedWorld, otherId, twoProposals } from '../../../tests/domain/dossierExamples.ts';
import { uid, type World } from '../../../tests/domain/world.ts';
import { agendaItemId, decisionId } from '../rows.ts';

const { proposalId, meetingId } = given;
const otherItem = agendaItemId(meetingId, otherId);

test('the one that goes is withdrawn and says where it went; the one that stays is as it was', () => {
  const before = twoProposals();
  const after = mergedWorld();
  expect(after.get('proposal', otherId)).toEqual({
    ...before.get('proposal', otherId),
    state: 'withdrawn',
    mergedIntoId: proposalId,
  });
  expect(after.get('proposal', proposalId)).toEqual(before.get('proposal', proposalId));
});

test('[S5] support of both is kept apart: no sheet and no count moves', () => {
  const world = twoProposals();
  world.ok('member', 'support.count', given.count);
  world.ok('member', 'support.count', { ...given.count, proposalId: otherId });
  const before = [world.all('supportSheet'), world.all('supportCount')];
  world.ok('member', 'proposal.merge', { proposalId: otherId, intoId: proposalId });
  expect([world.all('supportSheet'), world.all('supportCount')]).toEqual(before);
});

test('split puts it back where its dates leave it', () => {
  const world = twoProposals();
  world.ok('member', 'proposal.submit', { proposalId: otherId, submittedOn: '2026-02-03' });
  const before = world.get('proposal', otherId);
  world.ok('member', 'proposal.merge', { proposalId: otherId, intoId: proposalId });
  world.ok('chair', 'proposal.split', { proposalId: otherId });
  expect(world.get('proposal', otherId)).toEqual(before);
});

describe('[D2] merged on one phone and decided on another: the end is the same in both orders', () => {
  const room = (): World => {
    const world = twoProposals();
    world.ok('member', 'proposal.submit', { proposalId: otherId, submittedOn: '2026-02-03' });
    world.ok('secretary', 'meeting.plan', given.plan);
    world.ok('secretary', 'agenda.add', { meetingId, proposalId: otherId, title: 'Feest', position: 1 });
    world.ok('secretary', 'meeting.open', { meetingId });
    return world;
  };
  const merge = (world: World) => world.send('member', 'proposal.merge', { proposalId: otherId, intoId: proposalId });
  const decide = (world: World, more: object) =>
    world.ok('secretary', 'decision.record', { ...given.decision, itemId: otherItem, ...more });
  /** The history says what was tried, so it differs. */
  const rows = (world: World) => [world.get('proposal', otherId), world.all('decision').length, cents(world)];
  const cents = (world: World) =>
    world.all('ledgerLine').map(({ account, amountCents }) => `${account} ${amountCents}`);

  test.each([
    ['an award', {}, 'awarded'],
    ['a refusal', { outcome: 'refused', awardedCents: 0, reason: 'Past niet' }, 'refused'],
    ['a deferral', { outcome: 'deferred', awardedCents: 0 }, 'withdrawn'],
  ])('%s', (_, more, state) => {
    const [first, second] = [room(), room()];
    merge(first);
    decide(first, more);
    decide(second, more);
    merge(second);
    expect(rows(first)).toEqual(rows(second));
    expect(first.get('proposal', otherId).state).toBe(state);
  });

  test('an award that is taken back leaves it open, not merged', () => {
    const world = room();
    merge(world);
    decide(world, {});
    world.ok('secretary', 'decision.withdraw', { decisionId: decisionId(otherItem, 1) });
    expect(world.get('proposal', otherId)).toMatchObject({ state: 'submitted', mergedIntoId: null });
  });
});

test('an idea of a merged proposal stays with it', () => {
  const world = mergedWorld();
  const ideaId = uid('idea');
  const idea = { text: 'Feest', voice: null, photos: [], quarter: '', channel: '', heardOf: '' };
  world.ok('member', 'idea.add', { ideaId, ...idea, caughtOn: '2026-05-12' });
  world.ok('member', 'idea.join', { ideaId, proposalId: otherId, seenProposalId: null });
  expect(world.get('idea', ideaId)).toMatchObject({ proposalId: otherId });
});
