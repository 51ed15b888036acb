import { describe, expect, test } from 'vitest';
import * as claims from '../../../tests/domain/claimExamples.ts';
import * as given from '../../../tests/domain/committee.ts';
import { people, type World } from '../../../tests/domain/world.ts';
import { advanceStage, refundDue } from '../advance.ts';
import { heldCents } from '../books/balance.ts';
import { yearSummary } from '../budget.ts';
import { leftToPay } from '../dossier.ts';
import { yearReport } from '../yearReport.ts';

const { claimId } = claims.ask;
const claimOf = (world: World) => world.get('claim', claimId);
const money = (world: World) => {
  const { freeCents, awardedCents, paidCents, advanceCents, balanced } = yearSummary(world.all('ledgerLine'));
  return { freeCents, awardedCents, paidCents, advanceCents, balanced };
};
const held = (world: World) => heldCents(world.all('ledgerLine'), '2026-12-31');

describe('[D8] the books of an advance, at every step', () => {
  test('asked and approved: nothing moved', () => {
    expect(money(claims.advanceAskedWorld())).toMatchObject({ awardedCents: 45_000, paidCents: 0, advanceCents: 0 });
  });

  test('paid: the money left the bank and is not spent', () => {
    const world = claims.advancePaidWorld();
    expect(money(world)).toEqual({
      ...{ freeCents: 955_000, awardedCents: 35_000, paidCents: 0, advanceCents: 10_000, balanced: true },
    });
    expect(held(world)).toBe(990_000);
    expect(advanceStage(claimOf(world))).toBe('to_account');
  });

  test('settled below: what was spent is spent, the rest has to come back', () => {
    const world = claims.settledWorld();
    expect(money(world)).toMatchObject({ awardedCents: 35_000, paidCents: 8_000, advanceCents: 2_000, balanced: true });
    expect(refundDue(claimOf(world))).toBe(2_000);
    expect(advanceStage(claimOf(world))).toBe('refund_due');
    expect(held(world)).toBe(990_000);
  });

  test('refunded: the rest is at the bank again, and promised', () => {
    const world = claims.refundedWorld();
    expect(money(world)).toMatchObject({ awardedCents: 37_000, paidCents: 8_000, advanceCents: 0, balanced: true });
    expect(held(world)).toBe(992_000);
    expect(advanceStage(claimOf(world))).toBe('settled');
    expect(claimOf(world)).toMatchObject({ paidCents: 8_000, approvedCents: 8_000 });
    world.ok('treasurer', 'proposal.finish', { proposalId: given.proposalId, finishedOn: '2026-06-01' });
    expect(money(world)).toMatchObject({ freeCents: 992_000, awardedCents: 0, balanced: true });
  });

  test('settled above: the difference is paid as any claim is', () => {
    const world = claims.advancePaidWorld();
    const [receipt] = claims.handIn.receipts;
    if (receipt === undefined) throw new Error('no receipt');
    world.ok('initiator', 'advance.handIn', { claimId, receipts: [{ ...receipt, amountCents: 13_000 }] });
    world.ok('treasurer', 'advance.settle', { ...claims.settle, acceptedCents: 13_000, seenSpentCents: 13_000 });
    expect(leftToPay(claimOf(world))).toBe(3_000);
    expect(money(world)).toMatchObject({ awardedCents: 35_000, paidCents: 10_000, advanceCents: 0 });
    world.ok('treasurer', 'payment.record', { ...given.payment, claimId, number: 2, amountCents: 3_000 });
    expect(money(world)).toMatchObject({ awardedCents: 32_000, paidCents: 13_000, advanceCents: 0, balanced: true });
    expect(advanceStage(claimOf(world))).toBe('settled');
  });

  test('nothing spent: all of it comes back', () => {
    const world = claims.advancePaidWorld();
    world.ok('initiator', 'advance.handIn', { claimId, receipts: [] });
    world.ok('treasurer', 'advance.settle', { ...claims.settle, acceptedCents: 0, seenSpentCents: 0 });
    world.ok('treasurer', 'advance.refund', { ...claims.refund, amountCents: 10_000 });
    expect(money(world)).toMatchObject({ awardedCents: 45_000, paidCents: 0, advanceCents: 0, balanced: true });
  });

  test('open when the year is closed: it goes along to the next year, and is settled there', () => {
    const world = claims.handedInWorld();
    world.ok('treasurer', 'budgetYear.open', given.nextYear);
    world.ok('treasurer', 'budgetYear.close', { year: 2026, closedOn: '2027-01-31', seenLeftCents: 955_000 });
    const of = (year: number) => world.all('ledgerLine').filter((line) => line.year === year);
    expect(yearSummary(of(2026))).toMatchObject({ advanceCents: 0, balanced: true });
    expect(yearSummary(of(2027))).toMatchObject({ advanceCents: 10_000, balanced: true });
    world.ok('treasurer', 'advance.settle', { ...claims.settle, settledOn: '2027-02-10' });
    expect(yearSummary(of(2027))).toMatchObject({ advanceCents: 2_000, paidCents: 8_000, balanced: true });
    expect(yearReport(of(2027)).balanced).toBe(true);
  });
});

test('receipts that are given back with a reason are handed in again, and none disappears', () => {
  const world = claims.handedInWorld();
  world.ok('treasurer', 'claim.return', { claimId, reason: 'De bon van de bakker mist' });
  expect(claimOf(world).settlement).toMatchObject({ state: 'returned', reason: 'De bon van de bakker mist' });
  expect(advanceStage(claimOf(world))).toBe('account_returned');
  const more = { ...given.receipt, receiptId: given.receiptId, amountCents: 1_500 };
  world.ok('initiator', 'advance.handIn', { claimId, receipts: [more] });
  expect(claimOf(world).settlement).toMatchObject({ state: 'handed_in', spentCents: 9_500 });
});

test('VAT of a receipt of an advance is kept, and refused where it does not fit', () => {
  const world = claims.advancePaidWorld();
  const handIn = (vatCents: number) => ({ claimId, receipts: [{ ...given.receipt, amountCents: 1_210, vatCents }] });
  expect(world.send('initiator', 'advance.handIn', handIn(1_210))).toMatchObject({ code: 'vat_not_fitting' });
  expect(world.all('receipt')).toEqual([]);
  world.ok('initiator', 'advance.handIn', handIn(210));
  expect(world.get('receipt', given.receiptId).vatCents).toBe(210);
});

test('two treasurers who write down the same refund make one', () => {
  const world = claims.refundedWorld();
  expect(world.ok('chair', 'advance.refund', claims.refund)).toEqual([]);
  expect(claimOf(world).refunds).toHaveLength(1);
});

describe('an advance that was given back', () => {
  const other = 'NL20INGB0001234567';
  const back = () => {
    const world = claims.advanceAskedWorld();
    world.ok('treasurer', 'claim.return', { claimId, reason: 'Welke rekening is dit?' });
    return world;
  };

  test.each([
    ['another account', { iban: other, holder: 'G. de Vries' }, { iban: other, holder: 'G. de Vries' }],
    ['another name at the bank', { holder: 'Buurthuis De Klos' }, { holder: 'Buurthuis De Klos' }],
    ['nothing but an answer by phone', {}, { iban: claims.ask.iban }],
  ] as const)('is asked again with %s', (_, fields, account) => {
    const world = back();
    world.ok('initiator', 'advance.ask', { ...claims.ask, ...fields });
    expect(claimOf(world)).toMatchObject({ state: 'submitted', judgeReason: null });
    expect(world.get('claimAccount', claimId)).toMatchObject(account);
  });

  test('and one that was not cannot get another account unseen', () => {
    const world = claims.advanceAskedWorld();
    for (const fields of [{ iban: other }, { holder: 'Iemand anders' }])
      expect(world.send('initiator', 'advance.ask', { ...claims.ask, ...fields })).toMatchObject({
        code: 'wrong_state',
      });
    expect(world.get('claimAccount', claimId).iban).toBe(claims.ask.iban);
  });
});

describe('an account of an advance', () => {
  const { receipts } = claims.handIn;
  const [receipt] = receipts;
  if (receipt === undefined) throw new Error('no receipt');

  /** Accounted for with 130 euro of 100, where 105 euro is the limit of one officer. */
  const moreSpent = () => {
    const world = claims.advancePaidWorld();
    const limit = { year: 2026, fields: { secondAboveCents: 10_500 }, seen: { secondAboveCents: 0 } };
    world.ok('treasurer', 'budgetYear.change', limit);
    world.ok('initiator', 'advance.handIn', { claimId, receipts: [{ ...receipt, amountCents: 13_000 }] });
    world.ok('treasurer', 'advance.settle', { ...claims.settle, acceptedCents: 13_000, seenSpentCents: 13_000 });
    return world;
  };
  const payMore = { ...given.payment, claimId, number: 2, amountCents: 3_000 };

  test('above the limit asks a second officer before the difference is paid', () => {
    const world = moreSpent();
    expect(claimOf(world)).toMatchObject({ awaits: 'second', approvedCents: 13_000 });
    expect(world.send('treasurer', 'payment.record', payMore)).toMatchObject({ code: 'approval_incomplete' });
    const seen = { claimId, seenApprovedCents: 13_000 };
    expect(world.send('treasurer', 'claim.approveSecond', seen)).toMatchObject({ code: 'own_claim' });
    world.ok('secretary', 'claim.approveSecond', seen);
    world.ok('treasurer', 'payment.record', payMore);
    expect(money(world)).toMatchObject({ awardedCents: 32_000, paidCents: 13_000, advanceCents: 0, balanced: true });
  });

  test('that one accepted and a second one gives back is as it was before, in the books too', () => {
    const world = moreSpent();
    world.ok('chair', 'claim.return', { claimId, reason: 'Waarom zoveel meer?' });
    expect(claimOf(world)).toMatchObject({
      ...{ state: 'approved', approvedCents: 10_000 },
      settlement: { state: 'returned', acceptedCents: 0, settledBy: null, reason: 'Waarom zoveel meer?' },
    });
    expect(claimOf(world)).not.toHaveProperty('awaits');
    expect(money(world)).toMatchObject({ awardedCents: 35_000, paidCents: 0, advanceCents: 10_000, balanced: true });
  });

  /** The chair had an advance and is the only officer left. */
  const alone = (amountCents: number) => {
    const world = given.decidedWorld();
    world.ok('chair', 'advance.ask', claims.ask);
    world.ok('treasurer', 'claim.approve', { claimId, approvedCents: 10_000, seenClaimedCents: 10_000 });
    world.ok('treasurer', 'payment.record', { ...given.payment, claimId, amountCents: 10_000 });
    const handedIn = amountCents === 0 ? [] : [{ ...receipt, amountCents }];
    world.ok('chair', 'advance.handIn', { claimId, receipts: handedIn });
    const own = { ...claims.settle, acceptedCents: amountCents, seenSpentCents: amountCents };
    expect(world.send('chair', 'advance.settle', own)).toMatchObject({ code: 'own_claim' });
    world.ok('chair', 'member.remove', { personId: people.treasurer });
    world.ok('chair', 'advance.settle', own);
    return world;
  };

  test('of the only officer is accepted when an outsider signs for it, and its proposal is not finished before', () => {
    const world = alone(8_000);
    expect(claimOf(world).awaits).toBe('countersign');
    expect(world.get('countersign', claimId)).toMatchObject({
      ...{ why: 'own_claim', state: 'asked', amountCents: 8_000, receipts: [{ amountCents: 8_000 }] },
    });
    world.ok('chair', 'advance.refund', claims.refund);
    const finish = { proposalId: given.proposalId, finishedOn: '2026-06-01' };
    expect(world.send('chair', 'proposal.finish', finish)).toMatchObject({ code: 'claims_open' });
    world.ok('auditor', 'claim.countersign', { ...claims.sign, claimId, seenAmountCents: 8_000 });
    expect(claimOf(world)).toMatchObject({ awaits: null, secondBy: people.auditor });
    world.ok('chair', 'proposal.finish', finish);
    expect(money(world)).toMatchObject({ paidCents: 8_000, advanceCents: 0, balanced: true });
  });

  test('of the only officer goes back when the outsider does not sign, and is given again', () => {
    const world = alone(8_000);
    const no = { ...claims.sign, claimId, signs: false, reason: 'De bon mist', seenAmountCents: 8_000 };
    world.ok('district_manager', 'claim.countersign', no);
    expect(claimOf(world)).toMatchObject({
      state: 'approved',
      settlement: { state: 'returned', reason: 'De bon mist' },
    });
    expect(money(world)).toMatchObject({ paidCents: 0, advanceCents: 10_000, balanced: true });
    world.ok('chair', 'advance.handIn', { claimId, receipts });
    world.ok('chair', 'advance.settle', claims.settle);
    expect(world.get('countersign', claimId).state).toBe('asked');
  });

  test('of nothing asks nobody: all of it comes back', () => {
    const world = alone(0);
    expect(claimOf(world)).not.toHaveProperty('awaits');
    expect(refundDue(claimOf(world))).toBe(10_000);
  });
});
