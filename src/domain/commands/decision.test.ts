import { describe, expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import { people, uid, type World } from '../../../tests/domain/world.ts';
import { yearSummary } from '../budget.ts';
import { agendaItemId, type Cents } from '../rows.ts';
import type { CommandArgs } from './index.ts';

const { meetingId, itemId, proposalId, round1, decision, takenUnder } = given;
const money = (world: World): { readonly free: Cents; readonly awarded: Cents } => {
  const { freeCents, awardedCents, balanced } = yearSummary(world.all('ledgerLine'));
  expect(balanced).toBe(true);
  return { free: freeCents, awarded: awardedCents };
};
const flags = (world: World, id = round1): readonly string[] => world.get('decision', id).flags;

describe('decision.record', () => {
  test('[D7] keeps everything that was said, and reserves the money', () => {
    const world = given.decidedWorld();
    expect(world.get('decision', round1)).toEqual({
      ...{
        id: round1,
        meetingId,
        itemId,
        proposalId,
        title: 'Buurtfeest Klosplein',
        round: 1,
        outcome: 'awarded',
        awardedCents: 45_000,
      },
      ...{ conditions: ['Verslag voor de site'], reason: '', takenUnder, decidedOn: '2026-03-10' },
      ...{ recordedBy: people.secretary, recordedAt: '2026-03-10T19:00:00.000Z' },
      ...{ withdrawn: false, published: false, flags: [] },
    });
    expect(world.get('proposal', proposalId)).toMatchObject({
      state: 'awarded',
      awardedCents: 45_000,
      awardDecisionId: round1,
    });
    expect(money(world)).toEqual({ free: 955_000, awarded: 45_000 });
    expect(world.all('ledgerLine').at(-1)).toMatchObject({
      kind: 'award',
      bookedOn: '2026-03-10',
      proposalId,
      year: 2026,
    });
  });

  test('[D2] the title is that of the agenda, in whatever order a change of the proposal comes in', () => {
    const world = given.openWorld();
    const change = { fields: { title: 'Buurtfeest' }, seen: { title: 'Buurtfeest Klosplein' } };
    world.ok('secretary', 'proposal.change', { proposalId, ...change });
    world.ok('secretary', 'decision.record', decision);
    expect(world.get('decision', round1).title).toBe('Buurtfeest Klosplein');
  });

  test.each([
    [{ outcome: 'partly_awarded', awardedCents: 20_000, reason: 'Minder' }, 20_000],
    [{ outcome: 'refused', awardedCents: 0, reason: 'Regels' }, 0],
    [{ outcome: 'deferred', awardedCents: 0 }, 0],
  ] as const)('%j', (change, awarded) => {
    const world = given.decidedWorld(change);
    expect(world.get('proposal', proposalId)).toMatchObject({
      state: change.outcome,
      awardedCents: awarded,
      awardDecisionId: round1,
    });
    expect(money(world)).toEqual({ free: 1_000_000 - awarded, awarded });
  });

  test.each([
    { outcome: 'awarded', awardedCents: 0 },
    { outcome: 'partly_awarded', awardedCents: 0, reason: 'x' },
    { outcome: 'refused', awardedCents: 1, reason: 'x' },
    { outcome: 'deferred', awardedCents: 1 },
  ] as const)('%j does not fit', (change) => {
    expect(given.openWorld().send('secretary', 'decision.record', { ...decision, ...change })).toMatchObject({
      code: 'amount_not_fitting',
    });
  });

  test.each([
    { outcome: 'awarded', awardedCents: 45_001 },
    { outcome: 'awarded', awardedCents: 44_999 },
    { outcome: 'partly_awarded', awardedCents: 45_000, reason: 'x' },
  ] as const)('[C6] %j is recorded and flagged: the request may have changed on another phone', (change) => {
    const world = given.openWorld();
    world.ok('secretary', 'decision.record', { ...decision, ...change });
    expect(flags(world, round1)).toEqual(['amount_differs']);
    expect(world.get('proposal', proposalId)).toMatchObject({ awardedCents: change.awardedCents });
  });

  test('awarded in part asks for a reason too', () => {
    const partly = { ...decision, outcome: 'partly_awarded', awardedCents: 1, reason: '' } as const;
    expect(given.openWorld().send('secretary', 'decision.record', partly)).toMatchObject({ code: 'reason_missing' });
  });

  test('[D7] an equal decision by the other secretary changes nothing, also when his phone knew of fewer people', () => {
    const world = given.decidedWorld();
    const before = world.text();
    world.ok('chair', 'decision.record', { ...decision, takenUnder: { ...takenUnder, presentIds: [people.chair] } });
    expect(world.text()).toBe(before);
  });

  test.each([
    { conditions: [] },
    { reason: 'Toch' },
    { decidedOn: '2026-03-11' },
    { takenUnder: { ...takenUnder, votes: { forCount: 2, againstCount: 1, abstainedCount: 0 } } },
    { outcome: 'refused', awardedCents: 0, reason: 'Regels' },
  ] as const)('[D7] another one (%j) is refused and names the one that stands', (change) => {
    const result = given.decidedWorld().send('chair', 'decision.record', { ...decision, ...change });
    expect(result).toEqual({ kind: 'rejected', code: 'already_decided', params: { decisionId: round1 } });
  });

  test('[D2] waits while the meeting is planned, and for its item', () => {
    const world = given.plannedWorld();
    expect(world.send('secretary', 'decision.record', decision)).toEqual({
      kind: 'waits',
      key: `meeting/${meetingId}`,
    });
    world.ok('member', 'meeting.open', { meetingId });
    expect(world.get('decision', round1).withdrawn).toBe(false);
    const other = agendaItemId(meetingId, uid('other'));
    expect(given.openWorld().send('secretary', 'decision.record', { ...decision, itemId: other })).toEqual({
      kind: 'waits',
      key: `agendaItem/${other}`,
    });
  });

  test('[D2] what comes in after the end is kept, public at once and flagged', () => {
    const world = given.openWorld();
    world.ok('chair', 'meeting.close', { meetingId });
    world.ok('secretary', 'decision.record', decision);
    expect(world.get('decision', round1).published).toBe(true);
    expect(flags(world)).toEqual(['after_close']);
  });

  test('[D2] too few people: kept and flagged, not refused', () => {
    const few = {
      presentIds: [people.chair, people.secretary],
      recusedIds: [],
      votes: { forCount: 2, againstCount: 0, abstainedCount: 0 },
    };
    expect(flags(given.decidedWorld({ takenUnder: few }))).toEqual(['no_quorum']); // 2 of 4
    const recused = { ...few, recusedIds: [people.treasurer, people.member] };
    expect(flags(given.decidedWorld({ takenUnder: recused }))).toEqual([]); // 2 of the 2 who need not abstain
  });

  test('[D2] more votes than people who may vote: kept and flagged', () => {
    const votes = { forCount: 3, againstCount: 1, abstainedCount: 0 };
    expect(flags(given.decidedWorld({ takenUnder: { ...takenUnder, votes } }))).toEqual(['votes_do_not_fit']);
    const recusedIds = [people.treasurer];
    expect(flags(given.decidedWorld({ takenUnder: { ...takenUnder, recusedIds } }))).toEqual(['votes_do_not_fit']);
    const withAuditor = [...takenUnder.presentIds, people.auditor]; // reads along, does not vote
    expect(flags(given.decidedWorld({ takenUnder: { ...takenUnder, presentIds: withAuditor, votes } }))).toEqual([
      'votes_do_not_fit',
    ]);
  });

  test('[D8] more than there is: awarded and flagged, and the free money is below zero', () => {
    const world = given.openWorld();
    world.ok('treasurer', 'grant.add', { year: 2026, amountCents: -955_001, note: '', bookedOn: '2026-03-01' });
    world.ok('secretary', 'decision.record', decision);
    expect(flags(world)).toEqual(['over_budget']);
    expect(money(world)).toEqual({ free: -1, awarded: 45_000 });
  });

  test('[D8] exactly what there is is not too much', () => {
    const world = given.openWorld();
    world.ok('treasurer', 'grant.add', { year: 2026, amountCents: -955_000, note: '', bookedOn: '2026-03-01' });
    world.ok('secretary', 'decision.record', decision);
    expect(flags(world)).toEqual([]);
    expect(money(world)).toEqual({ free: 0, awarded: 45_000 });
  });
});

const april = uid('meeting in April');
const aprilItem = agendaItemId(april, proposalId);
const inApril = { ...decision, meetingId: april, itemId: aprilItem, decidedOn: '2026-04-14' };
function twoEvenings(): World {
  const world = given.openWorld();
  world.ok('secretary', 'meeting.plan', { ...given.plan, meetingId: april, plannedOn: '2026-04-14' });
  world.ok('secretary', 'agenda.add', { meetingId: april, proposalId, title: 'Weer', position: 1 });
  world.ok('secretary', 'meeting.open', { meetingId: april });
  return world;
}

describe('[D7] a proposal that two evenings decide about', () => {
  test('a second award is kept, flagged, and reserves nothing', () => {
    const world = twoEvenings();
    world.ok('secretary', 'decision.record', decision);
    world.ok('secretary', 'decision.record', inApril);
    expect(flags(world, `${aprilItem}:1`)).toEqual(['second_award']);
    expect(world.get('proposal', proposalId)).toMatchObject({ awardDecisionId: round1, awardedCents: 45_000 });
    expect(money(world)).toEqual({ free: 955_000, awarded: 45_000 });
  });

  test('when the first award is withdrawn, the second one gets the money and loses its flag', () => {
    const world = twoEvenings();
    world.ok('secretary', 'decision.record', decision);
    world.ok('secretary', 'decision.record', {
      ...inApril,
      outcome: 'partly_awarded',
      awardedCents: 30_000,
      reason: 'Minder',
    });
    world.ok('secretary', 'decision.withdraw', { decisionId: round1 });
    expect(flags(world, `${aprilItem}:1`)).toEqual([]);
    expect(world.get('proposal', proposalId)).toMatchObject({
      state: 'partly_awarded',
      awardDecisionId: `${aprilItem}:1`,
      awardedCents: 30_000,
    });
    expect(money(world)).toEqual({ free: 970_000, awarded: 30_000 });
  });

  test('a refusal after an award is kept and flagged: taking money back asks for a correction', () => {
    const world = twoEvenings();
    world.ok('secretary', 'decision.record', decision);
    world.ok('secretary', 'decision.record', { ...inApril, outcome: 'refused', awardedCents: 0, reason: 'Toch niet' });
    expect(flags(world, `${aprilItem}:1`)).toEqual(['second_award']);
    expect(world.get('proposal', proposalId)).toMatchObject({ state: 'awarded', awardedCents: 45_000 });
  });

  test('the award that holds the money keeps it, whatever comes in or is corrected later', () => {
    const world = twoEvenings();
    world.ok('secretary', 'decision.record', inApril);
    world.ok('secretary', 'decision.record', {
      ...decision,
      outcome: 'partly_awarded',
      awardedCents: 30_000,
      reason: 'Minder',
    });
    expect(flags(world)).toEqual(['second_award']);
    world.ok('chair', 'decision.correct', {
      correctionId: uid('correction'),
      decisionId: round1,
      outcome: 'partly_awarded',
      awardedCents: 20_000,
      reason: 'Verkeerd opgeschreven',
      correctedOn: '2026-04-20',
    });
    expect(world.get('proposal', proposalId)).toMatchObject({
      awardDecisionId: `${aprilItem}:1`,
      awardedCents: 45_000,
    });
    expect(money(world)).toEqual({ free: 955_000, awarded: 45_000 });
  });

  test('of a deferral and a refusal the later evening stands, in whatever order they come in', () => {
    const march = { ...decision, outcome: 'deferred', awardedCents: 0 } as const;
    const refusal = { ...inApril, outcome: 'refused', awardedCents: 0, reason: 'Regels' } as const;
    for (const order of [
      [march, refusal],
      [refusal, march],
    ]) {
      const world = twoEvenings();
      for (const one of order) world.ok('secretary', 'decision.record', one);
      expect(world.get('proposal', proposalId)).toMatchObject({ state: 'refused', awardDecisionId: `${aprilItem}:1` });
    }
  });

  test('an award after a refusal stands', () => {
    const world = twoEvenings();
    world.ok('secretary', 'decision.record', { ...decision, outcome: 'refused', awardedCents: 0, reason: 'Regels' });
    world.ok('secretary', 'decision.record', inApril);
    expect(world.get('proposal', proposalId)).toMatchObject({ state: 'awarded', awardDecisionId: `${aprilItem}:1` });
    expect(flags(world, `${aprilItem}:1`)).toEqual([]);
  });
});

test('a decision about a proposal that was withdrawn on another phone is kept, without money', () => {
  const world = given.openWorld();
  world.ok('initiator', 'proposal.withdraw', { proposalId, reason: 'Verhuisd' });
  world.ok('secretary', 'decision.record', decision);
  expect(world.get('proposal', proposalId)).toMatchObject({
    state: 'withdrawn',
    awardedCents: 0,
    awardDecisionId: round1,
  });
  expect(money(world)).toEqual({ free: 1_000_000, awarded: 0 });
});

describe('[S6] a decision against the rules', () => {
  const exception = {
    kind: 'rules_missed',
    rules: [{ ruleId: 'rule', text: 'Hoogstens € 5.000 per aanvraag' }],
    reason: 'Het plein is voor drie buurten',
  } as const;

  test('keeps the rules as they read and the reason; equal twice changes nothing', () => {
    const world = given.decidedWorld({ exception });
    expect(world.get('decision', given.round1).exception).toEqual(exception);
    expect(world.send('secretary', 'decision.record', { ...given.decision, exception })).toEqual({
      kind: 'applied',
      writes: [],
    });
  });

  test('two phones need not name the same rules, but another reason is another decision', () => {
    const world = given.decidedWorld({ exception });
    const fewer = { ...exception, rules: [{ ruleId: 'road', text: 'De wijk is niet geraadpleegd' }] };
    expect(world.send('chair', 'decision.record', { ...given.decision, exception: fewer }).kind).toBe('applied');
    const other = { ...exception, reason: 'Het mag wel een keer' };
    expect(world.send('chair', 'decision.record', { ...given.decision, exception: other })).toMatchObject({
      code: 'already_decided',
    });
  });

  test('goes with its outcome: rules missed with an award, all met with a refusal', () => {
    const refused = { outcome: 'refused', awardedCents: 0, reason: 'Te duur voor wat het is' } as const;
    const met = { kind: 'all_rules_met', rules: [], reason: refused.reason } as const;
    const record = (change: Partial<CommandArgs<'decision.record'>>) =>
      given.openWorld().send('secretary', 'decision.record', { ...given.decision, ...change });
    expect(record({ ...refused, exception: met }).kind).toBe('applied');
    expect(record({ exception: met })).toMatchObject({ code: 'malformed' });
    expect(record({ ...refused, exception })).toMatchObject({ code: 'malformed' });
    expect(record({ exception: { ...exception, rules: [] } })).toMatchObject({ code: 'malformed' });
    expect(record({ exception: { ...exception, reason: ' ' } })).toMatchObject({ code: 'malformed' });
  });

  test('a phone of before, which knows no exceptions, is still read', () => {
    const world = given.openWorld();
    const sent = {
      who: 'secretary',
      name: 'decision.record',
      v: 2,
      args: given.decision,
      commandId: uid('old'),
    } as const;
    expect(world.deliver(sent).kind).toBe('applied');
    expect('exception' in world.get('decision', given.round1)).toBe(false);
  });
});
