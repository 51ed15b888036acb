import { describe, expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import { people, uid } from '../../../tests/domain/world.ts';

const { meetingId, itemId, proposalId, plan } = given;

describe('a meeting', () => {
  test('is planned, changed, opened and closed', () => {
    const world = given.plannedWorld();
    expect(world.get('meeting', meetingId)).toEqual({
      ...{ id: meetingId, title: plan.title, place: plan.place, plannedOn: plan.plannedOn, startTime: plan.startTime },
      ...{ state: 'planned', openedAt: null, closedAt: null, penHolder: null },
    });
    world.ok('secretary', 'meeting.change', {
      meetingId,
      fields: { startTime: '20:00' },
      seen: { startTime: '19:30' },
    });
    world.ok('member', 'meeting.open', { meetingId });
    expect(world.get('meeting', meetingId)).toMatchObject({ state: 'open', startTime: '20:00' });
    expect(world.get('meeting', meetingId).openedAt).not.toBeNull();
    world.ok('chair', 'meeting.close', { meetingId });
    expect(world.get('meeting', meetingId).state).toBe('closed');
    expect(world.ok('member', 'meeting.open', { meetingId })).toEqual([]); // came in late: it was opened indeed
    expect(world.get('meeting', meetingId).state).toBe('closed');
  });

  test('keeps the own words of its invitation, also of a meeting that had none before', () => {
    const world = given.plannedWorld();
    const write = (invitation: string, seen: string) => ({
      meetingId,
      fields: { invitation },
      seen: { invitation: seen },
    });
    world.ok('secretary', 'meeting.change', write('Er is koffie', ''));
    expect(world.get('meeting', meetingId).invitation).toBe('Er is koffie');
    expect(world.send('chair', 'meeting.change', write('Bel aan', ''))).toMatchObject({ code: 'changed_meanwhile' });
    world.ok('chair', 'meeting.change', write('', 'Er is koffie'));
    expect(world.get('meeting', meetingId).invitation).toBe('');
  });

  test('[D2] the end waits for an opening that is still on another phone', () => {
    const world = given.plannedWorld();
    expect(world.send('chair', 'meeting.close', { meetingId })).toEqual({ kind: 'waits', key: `meeting/${meetingId}` });
    world.ok('secretary', 'meeting.takePen', { meetingId }); // writes the meeting row, but does not open it
    expect(world.held).toHaveLength(1);
    world.ok('secretary', 'meeting.open', { meetingId });
    expect(world.get('meeting', meetingId).state).toBe('closed');
    expect(world.held).toEqual([]);
  });

  test('[D2] everything about a meeting that has not arrived waits for it', () => {
    const world = given.submittedWorld();
    world.send('secretary', 'meeting.open', { meetingId });
    world.send('member', 'presence.set', { meetingId, personId: people.member, state: 'present' });
    world.send('secretary', 'agenda.add', { meetingId, proposalId, title: 'Feest', position: 1 });
    world.send('member', 'recusal.set', { meetingId, itemId, personId: people.member, recused: true, reason: '' });
    world.send('secretary', 'decision.record', given.decision);
    world.send('chair', 'meeting.close', { meetingId });
    expect(world.held).toHaveLength(6);
    world.ok('secretary', 'meeting.plan', plan);
    expect(world.held).toEqual([]);
    expect(world.get('meeting', meetingId).state).toBe('closed');
    expect(world.get('decision', given.round1).published).toBe(true);
    expect(world.get('recusal', `${itemId}:${people.member}`).recused).toBe(true);
  });

  test('closing makes its decisions and corrections public, not the withdrawn ones', () => {
    const world = given.openWorld();
    world.ok('secretary', 'decision.record', { ...given.decision, outcome: 'deferred', awardedCents: 0 });
    world.ok('secretary', 'decision.withdraw', { decisionId: given.round1 });
    world.ok('secretary', 'decision.record', { ...given.decision, round: 2 });
    const correction = { correctionId: uid('c'), decisionId: `${itemId}:2`, reason: 'Fout', correctedOn: '2026-03-10' };
    world.ok('chair', 'decision.correct', { ...correction, outcome: 'partly_awarded', awardedCents: 1 });
    expect(world.all('decision').some((one) => one.published)).toBe(false);
    world.ok('chair', 'meeting.close', { meetingId });
    expect(world.all('decision').map((one) => [one.round, one.published])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(world.all('decisionCorrection').map((one) => one.published)).toEqual([true]);
  });

  test('the pen goes from hand to hand', () => {
    const world = given.openWorld();
    world.ok('secretary', 'meeting.takePen', { meetingId });
    world.ok('member', 'meeting.takePen', { meetingId });
    expect(world.get('meeting', meetingId).penHolder).toBe(people.member);
  });
});

describe('agenda', () => {
  test('[D7] two phones that add the same proposal make one item', () => {
    const world = given.plannedWorld();
    expect(world.ok('chair', 'agenda.add', { meetingId, proposalId, title: 'Feest', position: 7 })).toEqual([]);
    expect(world.all('agendaItem')).toEqual([
      { id: itemId, meetingId, proposalId, title: given.draft.title, position: 1, removed: false },
    ]);
  });

  test('what was taken off can be put back, at another place', () => {
    const world = given.plannedWorld();
    world.ok('secretary', 'agenda.remove', { itemId });
    expect(world.get('agendaItem', itemId).removed).toBe(true);
    world.ok('secretary', 'agenda.add', { meetingId, proposalId, title: 'Feest', position: 2.5 });
    expect(world.get('agendaItem', itemId)).toMatchObject({ removed: false, position: 2.5, title: 'Feest' });
  });

  test('[D2] a decided item that somebody else took off comes back', () => {
    const world = given.openWorld();
    world.ok('chair', 'agenda.remove', { itemId });
    world.ok('secretary', 'decision.record', given.decision);
    expect(world.get('agendaItem', itemId).removed).toBe(false);
  });

  test('[D2] an item waits for its proposal', () => {
    const world = given.plannedWorld();
    const item = { meetingId, proposalId: uid('later'), title: 'Later', position: 2 };
    expect(world.send('secretary', 'agenda.add', item)).toEqual({ kind: 'waits', key: `proposal/${uid('later')}` });
  });
});

test('[D2] presence and recusals are facts: they are kept in every state of the meeting', () => {
  const world = given.decidedWorld();
  world.ok('chair', 'meeting.close', { meetingId });
  world.ok('member', 'presence.set', { meetingId, personId: people.member, state: 'present' });
  world.ok('member', 'presence.set', { meetingId, personId: people.member, state: 'absent' });
  world.ok('member', 'recusal.set', { meetingId, itemId, personId: people.chair, recused: true, reason: 'Buur' });
  expect(world.get('presence', `${meetingId}:${people.member}`).state).toBe('absent');
  expect(world.get('recusal', `${itemId}:${people.chair}`)).toMatchObject({
    recused: true,
    reason: 'Buur',
    itemId,
    meetingId,
  });
});

describe('a meeting that was held without the app', () => {
  test('is open at once, marked, and closed as any other; its decisions get its own date', () => {
    const world = given.submittedWorld();
    world.ok('secretary', 'meeting.enter', { ...plan, endTime: '00:20' });
    const entered = { state: 'open', enteredAfterwards: true, openedAt: null, startTime: '19:30', endTime: '00:20' };
    expect(world.get('meeting', meetingId)).toMatchObject(entered);
    world.ok('secretary', 'agenda.add', { meetingId, proposalId, title: 'Feest', position: 1 });
    world.ok('secretary', 'decision.record', given.decision);
    world.ok('chair', 'meeting.close', { meetingId });
    expect(world.get('decision', given.round1)).toMatchObject({ published: true, decidedOn: '2026-03-10', flags: [] });
    expect(world.ok('secretary', 'meeting.enter', { ...plan, endTime: '00:20' })).toEqual([]); // came in twice
  });

  test('is the one that was planned, with its agenda and invitation, where nobody opened that one', () => {
    const world = given.plannedWorld();
    const invitation = { fields: { invitation: 'Er is koffie' }, seen: { invitation: '' } };
    world.ok('secretary', 'meeting.change', { meetingId, ...invitation });
    const held = { ...plan, startTime: '20:00', endTime: '22:00' };
    world.ok('secretary', 'meeting.enter', held);
    const entered = { state: 'open', enteredAfterwards: true, startTime: '20:00', invitation: 'Er is koffie' };
    expect(world.get('meeting', meetingId)).toMatchObject(entered);
    world.ok('member', 'meeting.open', { meetingId }); // somebody's tap of that evening, which comes in later
    expect(world.get('meeting', meetingId)).toMatchObject({ ...entered, openedAt: null });
    world.ok('chair', 'meeting.close', { meetingId });
    expect(world.ok('secretary', 'meeting.enter', held)).toEqual([]);
  });

  test('[D2] decisions on it wait for it', () => {
    const world = given.submittedWorld();
    world.send('secretary', 'agenda.add', { meetingId, proposalId, title: 'Feest', position: 1 });
    world.send('secretary', 'decision.record', given.decision);
    world.ok('secretary', 'meeting.enter', { ...plan, endTime: '22:00' });
    expect(world.held).toEqual([]);
    expect(world.get('decision', given.round1).outcome).toBe('awarded');
  });
});

test('an old phone that says who is there and a new one that says since when', () => {
  const world = given.arrivedWorld(); // the treasurer came at 18:35 UTC
  const row = () => world.get('presence', `${meetingId}:${people.treasurer}`);
  world.ok('member', 'presence.set', { meetingId, personId: people.treasurer, state: 'absent' }); // at 19:00
  expect(row()).toMatchObject({ state: 'absent', at: '2026-03-10T19:00:00.000Z' });
  world.ok('member', 'presence.mark', { ...given.arrival, at: '2026-03-10T18:40:00.000Z' });
  expect(row().state).toBe('absent'); // what was said later holds
  world.ok('member', 'presence.mark', { ...given.arrival, at: '2026-03-10T20:00:00.000Z' });
  expect(row()).toMatchObject({ state: 'present', at: '2026-03-10T20:00:00.000Z' });
});

test('the agenda can be put in another order, also between two items', () => {
  const world = given.openWorld();
  world.ok('secretary', 'agenda.move', { itemId, position: 0.5 });
  expect(world.get('agendaItem', itemId).position).toBe(0.5);
});

test('an adopted list can be opened again and keeps what was remarked', () => {
  const world = given.nextWorld();
  const { meetingId: of, inMeetingId } = given.adoption;
  world.ok('secretary', 'decisionList.adopt', given.adoption);
  world.ok('chair', 'decisionList.reopen', { meetingId: of, inMeetingId });
  world.ok('chair', 'decisionList.adopt', { ...given.adoption, remarks: '  ' });
  expect(world.all('listAdoption')).toMatchObject([{ withdrawn: false, remarks: [given.adoption.remarks] }]);
});
