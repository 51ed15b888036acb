import { describe, expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import { people, uid, type World } from '../../../tests/domain/world.ts';
import { yearSummary } from '../budget.ts';
import type { Cents } from '../rows.ts';
import type { CommandArgs } from './index.ts';

const { meetingId, itemId, proposalId, round1, decision } = given;
const money = (world: World): { readonly free: Cents; readonly awarded: Cents } => {
  const { freeCents, awardedCents, balanced } = yearSummary(world.all('ledgerLine'));
  expect(balanced).toBe(true);
  return { free: freeCents, awarded: awardedCents };
};

describe('decision.withdraw', () => {
  test('[D7] gives the money back and opens the next round', () => {
    const world = given.decidedWorld();
    world.ok('secretary', 'decision.withdraw', { decisionId: round1 });
    expect(world.get('decision', round1).withdrawn).toBe(true);
    expect(world.get('proposal', proposalId)).toMatchObject({
      state: 'submitted',
      awardedCents: 0,
      awardDecisionId: null,
    });
    expect(money(world)).toEqual({ free: 1_000_000, awarded: 0 });
    world.ok('secretary', 'decision.record', {
      ...decision,
      round: 2,
      outcome: 'partly_awarded',
      awardedCents: 1_000,
      reason: 'Minder',
    });
    expect(world.get('proposal', proposalId)).toMatchObject({
      state: 'partly_awarded',
      awardDecisionId: `${itemId}:2`,
    });
    expect(money(world)).toEqual({ free: 999_000, awarded: 1_000 });
  });

  test('[D7] a next round needs the withdrawal of the one before', () => {
    const second = { ...decision, round: 2 };
    expect(given.decidedWorld().send('chair', 'decision.record', second)).toMatchObject({
      code: 'already_decided',
      params: { decisionId: round1 },
    });
    expect(given.openWorld().send('chair', 'decision.record', second)).toEqual({
      kind: 'waits',
      key: `decision/${round1}`,
    });
  });

  test('a returned proposal is returned again', () => {
    const world = given.plannedWorld();
    world.ok('member', 'proposal.return', { proposalId, reason: 'Offerte' });
    world.ok('secretary', 'meeting.open', { meetingId });
    world.ok('secretary', 'decision.record', decision);
    world.ok('secretary', 'decision.withdraw', { decisionId: round1 });
    expect(world.get('proposal', proposalId).state).toBe('returned');
  });

  test('not once something was paid on it', () => {
    expect(given.paidWorld().send('secretary', 'decision.withdraw', { decisionId: round1 })).toMatchObject({
      code: 'wrong_state',
    });
  });

  test('[D2] waits for the decision', () => {
    expect(given.openWorld().send('secretary', 'decision.withdraw', { decisionId: round1 })).toEqual({
      kind: 'waits',
      key: `decision/${round1}`,
    });
  });
});

describe('decision.correct', () => {
  const correction: CommandArgs<'decision.correct'> = {
    correctionId: uid('correction'),
    decisionId: round1,
    outcome: 'partly_awarded',
    awardedCents: 30_000,
    reason: 'Verkeerd opgeschreven',
    correctedOn: '2026-04-01',
  };

  test('[D7] is a dated row beside the decision, which stays as it was', () => {
    const world = given.decidedWorld();
    world.ok('chair', 'meeting.close', { meetingId });
    const before = world.get('decision', round1);
    world.ok('chair', 'decision.correct', correction);
    expect(world.get('decision', round1)).toEqual(before);
    expect(world.get('decisionCorrection', uid('correction'))).toMatchObject({
      proposalId,
      recordedBy: people.chair,
      published: true,
    });
    expect(world.get('proposal', proposalId)).toMatchObject({
      state: 'partly_awarded',
      awardedCents: 30_000,
      awardDecisionId: round1,
    });
    expect(money(world)).toEqual({ free: 970_000, awarded: 30_000 });
    expect(world.all('ledgerLine').at(-1)).toMatchObject({ kind: 'award_correction', bookedOn: '2026-04-01' });
  });

  test('the correction with the latest date holds, in whatever order they come in', () => {
    const later = { ...correction, correctionId: uid('later'), correctedOn: '2026-05-01', awardedCents: 20_000 };
    for (const order of [
      [correction, later],
      [later, correction],
    ]) {
      const world = given.decidedWorld();
      for (const one of order) world.ok('chair', 'decision.correct', one);
      expect(world.get('proposal', proposalId).awardedCents).toBe(20_000);
      expect(money(world)).toEqual({ free: 980_000, awarded: 20_000 });
    }
  });

  test('can take an award away, and give one', () => {
    const world = given.decidedWorld();
    world.ok('chair', 'decision.correct', { ...correction, outcome: 'refused', awardedCents: 0 });
    expect(world.get('proposal', proposalId)).toMatchObject({ state: 'refused', awardedCents: 0 });
    world.ok('chair', 'decision.correct', {
      ...correction,
      correctionId: uid('c2'),
      outcome: 'awarded',
      awardedCents: 45_000,
      correctedOn: '2026-04-02',
    });
    expect(money(world)).toEqual({ free: 955_000, awarded: 45_000 });
  });

  test('exactly what was paid is not too little', () => {
    const world = given.paidWorld();
    world.ok('chair', 'decision.correct', { ...correction, awardedCents: 12_050 });
    expect(money(world)).toEqual({ free: 987_950, awarded: 0 });
  });
});
