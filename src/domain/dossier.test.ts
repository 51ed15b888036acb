import { describe, expect, test } from 'vitest';
import * as given from '../../tests/domain/committee.ts';
import { tell } from '../../tests/domain/outcomeExamples.ts';
import { uid, type Who, type World } from '../../tests/domain/world.ts';
import { type DossierTask, dossierTasks, type TaskId } from './dossier.ts';

const { proposalId, claimId } = given;

function tasks(world: World, who: Who, today = '2026-04-01'): Readonly<Record<string, DossierTask>> {
  const all = dossierTasks({
    access: world.accessOf(who),
    proposal: world.get('proposal', proposalId),
    sheets: world.all('supportSheet'),
    counts: world.all('supportCount'),
    agendaItems: world.all('agendaItem'),
    claims: world.all('claim'),
    members: world.all('member'),
    outcome: world.all('outcome')[0],
    today,
  });
  return Object.fromEntries(all.map((task) => [task.id, task]));
}
const task = (world: World, who: Who, id: TaskId) => tasks(world, who)[id];

test('six tasks for the committee; an initiator does not see sheets and gets five', () => {
  const world = given.draftedWorld();
  expect(Object.keys(tasks(world, 'member'))).toEqual([
    'proposal',
    'support',
    'decision',
    'payout',
    'receipts',
    'report',
  ]);
  expect(Object.keys(tasks(world, 'initiator'))).toEqual(['proposal', 'decision', 'payout', 'receipts', 'report']);
});

describe('Aanvraag', () => {
  test('a draft: ready, or how much is missing', () => {
    const world = given.draftedWorld();
    expect(task(world, 'initiator', 'proposal')).toEqual({
      ...{ id: 'proposal', status: 'ready_to_submit', state: 'todo', mine: true, count: 0, cents: 45_000 },
    });
    world.ok('initiator', 'proposal.change', { proposalId, fields: { title: '', applicant: '' }, seen: {} });
    expect(task(world, 'initiator', 'proposal')).toMatchObject({ status: 'incomplete', count: 2 });
    expect(task(world, 'auditor', 'proposal')?.mine).toBe(false);
  });

  test('submitted, returned, withdrawn', () => {
    const world = given.submittedWorld();
    expect(task(world, 'initiator', 'proposal')).toMatchObject({ status: 'submitted', state: 'done', mine: false });
    world.ok('member', 'proposal.return', { proposalId, reason: 'Offerte' });
    expect(task(world, 'initiator', 'proposal')).toMatchObject({ status: 'returned', state: 'todo', mine: true });
    world.ok('initiator', 'proposal.withdraw', { proposalId, reason: '' });
    expect(task(world, 'initiator', 'proposal')).toMatchObject({ status: 'withdrawn', state: 'done' });
    expect(task(world, 'chair', 'decision')).toMatchObject({ status: 'not_submitted', state: 'waiting' });
  });
});

describe('Draagvlak', () => {
  test('from nothing to counted', () => {
    const world = given.submittedWorld();
    expect(task(world, 'member', 'support')).toMatchObject({ status: 'none', state: 'todo', mine: true });
    expect(task(world, 'auditor', 'support')?.mine).toBe(false);
    world.ok('member', 'support.count', given.count);
    expect(task(world, 'member', 'support')).toMatchObject({ status: 'second_count_due', count: 1, mine: false });
    expect(task(world, 'secretary', 'support')).toMatchObject({ status: 'second_count_due', count: 1, mine: true });
    world.ok('secretary', 'support.count', { ...given.count, forCount: 24 });
    expect(task(world, 'chair', 'support')).toMatchObject({ status: 'differs', count: 1, mine: true });
    expect(task(world, 'secretary', 'support')).toMatchObject({ status: 'differs', count: 1, mine: false });
    world.ok('secretary', 'support.count', given.count);
    expect(task(world, 'chair', 'support')).toMatchObject({ status: 'counted', state: 'done', count: 1 });
  });

  test('what was counted once stays as it was when the proposal is decided', () => {
    const world = given.openWorld();
    world.ok('member', 'support.count', given.count);
    expect(task(world, 'secretary', 'support')).toMatchObject({ status: 'second_count_due', mine: true });
    world.ok('secretary', 'decision.record', given.decision);
    expect(task(world, 'secretary', 'support')).toMatchObject({ status: 'counted', state: 'done', mine: false });
  });

  test('without sheets it is nothing to do any more once it is decided', () => {
    expect(task(given.decidedWorld(), 'member', 'support')).toMatchObject({
      status: 'none',
      state: 'done',
      mine: false,
    });
  });
});

describe('Besluit', () => {
  test('waits, is on an agenda, is decided', () => {
    const world = given.submittedWorld();
    expect(task(world, 'secretary', 'decision')).toMatchObject({ status: 'waiting', state: 'todo', mine: true });
    expect(task(world, 'member', 'decision')?.mine).toBe(false);
    expect(task(given.plannedWorld(), 'secretary', 'decision')).toMatchObject({
      status: 'on_agenda',
      state: 'waiting',
    });
    expect(task(given.decidedWorld(), 'secretary', 'decision')).toMatchObject({
      status: 'awarded',
      state: 'done',
      cents: 45_000,
    });
    const removed = given.plannedWorld();
    removed.ok('secretary', 'agenda.remove', { itemId: given.itemId });
    expect(task(removed, 'secretary', 'decision')).toMatchObject({ status: 'waiting', state: 'todo' });
  });

  test.each([
    [{ outcome: 'partly_awarded', awardedCents: 100, reason: 'Minder' }, 'done'],
    [{ outcome: 'refused', awardedCents: 0, reason: 'Regels' }, 'done'],
    [{ outcome: 'deferred', awardedCents: 0 }, 'todo'],
  ] as const)('%j', (change, state) => {
    expect(task(given.decidedWorld(change), 'secretary', 'decision')).toMatchObject({
      status: change.outcome,
      state,
      cents: change.awardedCents,
    });
  });

  test('a finished proposal still says what was decided', () => {
    const world = given.paidWorld();
    world.ok('chair', 'decision.correct', {
      ...{ correctionId: uid('c'), decisionId: given.round1, outcome: 'partly_awarded', awardedCents: 20_000 },
      ...{ reason: 'Fout', correctedOn: '2026-04-01' },
    });
    world.ok('treasurer', 'proposal.finish', { proposalId, finishedOn: '2026-06-01' });
    expect(task(world, 'chair', 'decision')).toMatchObject({ status: 'partly_awarded', cents: 20_000 });
    expect(task(world, 'chair', 'payout')).toMatchObject({ status: 'finished', state: 'done', cents: 12_050 });
  });
});

describe('Uitbetaling en Bonnen', () => {
  test('receipts before the decision wait for it', () => {
    const world = given.submittedWorld();
    expect(task(world, 'initiator', 'receipts')).toMatchObject({ status: 'none', state: 'waiting' });
    expect(task(world, 'treasurer', 'payout')).toMatchObject({ status: 'no_award', state: 'waiting' });
    world.ok('initiator', 'claim.submit', given.claim);
    expect(task(world, 'treasurer', 'receipts')).toMatchObject({
      status: 'waits_for_decision',
      count: 1,
      cents: 12_050,
      mine: false,
    });
  });

  test('judged by the treasurer, paid, done', () => {
    const world = given.claimedWorld();
    expect(task(world, 'treasurer', 'receipts')).toMatchObject({
      status: 'to_judge',
      count: 1,
      cents: 12_050,
      mine: true,
    });
    expect(task(world, 'initiator', 'receipts')?.mine).toBe(false);
    expect(task(world, 'treasurer', 'payout')).toMatchObject({ status: 'nothing_approved', state: 'waiting' });
    world.ok('treasurer', 'claim.approve', given.approve);
    expect(task(world, 'treasurer', 'receipts')).toMatchObject({ status: 'judged', state: 'done', count: 1 });
    expect(task(world, 'treasurer', 'payout')).toMatchObject({ status: 'to_pay', count: 1, cents: 12_050, mine: true });
    expect(task(world, 'secretary', 'payout')?.mine).toBe(false);
    world.ok('treasurer', 'payment.record', { ...given.payment, amountCents: 12_000 });
    expect(task(world, 'treasurer', 'payout')).toMatchObject({ status: 'to_pay', cents: 50 });
    world.ok('treasurer', 'payment.record', { ...given.payment, number: 2, amountCents: 50 });
    expect(task(world, 'treasurer', 'payout')).toMatchObject({ status: 'paid', state: 'done', cents: 12_050 });
  });

  test('a returned claim is for whoever made it', () => {
    const world = given.claimedWorld();
    world.ok('treasurer', 'claim.return', { claimId, reason: 'Datum?' });
    expect(task(world, 'initiator', 'receipts')).toMatchObject({ status: 'returned', state: 'todo', mine: true });
    expect(task(world, 'treasurer', 'receipts')).toMatchObject({ status: 'returned', state: 'waiting', mine: false });
  });

  test('nobody is asked to judge their own claim', () => {
    const world = given.decidedWorld();
    world.ok('treasurer', 'claim.submit', given.claim);
    expect(task(world, 'treasurer', 'receipts')).toMatchObject({ status: 'to_judge', mine: false });
    expect(task(world, 'chair', 'receipts')?.mine).toBe(true);
  });
});

describe('Verantwoording', () => {
  test('waits until it is over, then asks whoever may tell, and is done when the questions are answered', () => {
    const world = given.decidedWorld();
    expect(tasks(world, 'initiator')['report']).toMatchObject({
      status: 'report_running',
      state: 'waiting',
      mine: false,
    });
    const due = { status: 'report_due', state: 'todo', mine: true, count: 3 };
    expect(tasks(world, 'initiator', '2027-01-01')['report']).toMatchObject(due);
    expect(tasks(world, 'auditor', '2027-01-01')['report']).toMatchObject({ ...due, mine: false });
    world.ok('initiator', 'outcome.change', tell);
    expect(tasks(world, 'chair', '2027-01-01')['report']).toMatchObject({ status: 'report_reported', state: 'done' });
  });

  test('[S21] of more years: asks after each year, also when the report was told early', () => {
    const world = given.decidedWorld();
    world.ok('chair', 'proposal.setYears', { proposalId: given.proposalId, untilYear: 2028, seen: null });
    const due = { status: 'report_year_due', state: 'todo', mine: true, count: 1 };
    expect(tasks(world, 'initiator', '2027-02-01')['report']).toMatchObject(due);
    world.ok('initiator', 'outcome.change', tell);
    expect(tasks(world, 'initiator', '2028-02-01')['report']).toMatchObject({ ...due, count: 2 });
    expect(tasks(world, 'initiator', '2029-02-01')['report']).toMatchObject({ status: 'report_reported' });
  });

  test('nothing to tell without an award', () => {
    expect(tasks(given.submittedWorld(), 'chair')['report']).toMatchObject({ status: 'report_none', state: 'waiting' });
  });
});
