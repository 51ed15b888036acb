import { describe, expect, test } from 'vitest';
import * as claims from '../../../tests/domain/claimExamples.ts';
import * as given from '../../../tests/domain/committee.ts';
import { people } from '../../../tests/domain/world.ts';
import { yearSummary } from '../budget.ts';

const { claimId, claim, approve, payment } = given;

describe('a second approver', () => {
  test('is asked above the limit of the year only, and nothing is paid before', () => {
    expect(claims.secondWorld().get('claim', claimId)).toMatchObject({ state: 'approved', awaits: 'second' });
    const below = claims.limitedWorld();
    below.ok('treasurer', 'claim.approve', { ...approve, approvedCents: 10_000 });
    expect(below.get('claim', claimId)).not.toHaveProperty('awaits');
  });

  test('is another officer than the first, and then it is paid', () => {
    const world = claims.secondWorld();
    world.ok('secretary', 'claim.approveSecond', claims.second);
    expect(world.get('claim', claimId)).toMatchObject({ awaits: null, secondBy: people.secretary });
    world.ok('treasurer', 'payment.record', payment);
  });

  test('is an outsider where no other officer is active', () => {
    const world = claims.limitedWorld();
    for (const personId of [people.treasurer, people.secretary]) world.ok('chair', 'member.remove', { personId });
    world.ok('chair', 'claim.approve', approve);
    expect(world.get('claim', claimId).awaits).toBe('countersign');
    expect(world.get('countersign', claimId)).toMatchObject({ why: 'above_limit', state: 'asked' });
  });

  test('the limit goes along to the next year', () => {
    const world = claims.limitedWorld();
    world.ok('treasurer', 'budgetYear.open', given.nextYear);
    expect(world.get('budgetYear', '2027').secondAboveCents).toBe(10_000);
  });
});

describe('whoever has an interest in it', () => {
  test('may approve it only where nobody else is left, and then an outsider signs before anything is paid', () => {
    const world = given.decidedWorld();
    world.ok('chair', 'claim.submit', claim);
    expect(world.send('chair', 'claim.approve', approve)).toMatchObject({ code: 'own_claim' });
    world.ok('chair', 'member.remove', { personId: people.treasurer });
    world.ok('chair', 'claim.approve', approve);
    expect(world.send('chair', 'payment.record', payment)).toMatchObject({ code: 'approval_incomplete' });
    expect(world.get('countersign', claimId)).toMatchObject({
      ...{ why: 'own_claim', askedBy: people.chair, amountCents: 12_050, payeeName: claim.payeeName },
      receipts: [{ shop: 'De Feestwinkel', amountCents: 12_050 }],
    });
    world.ok('district_manager', 'claim.countersign', claims.sign);
    expect(world.get('claim', claimId)).toMatchObject({ awaits: null, secondBy: people.district_manager });
    world.ok('chair', 'payment.record', payment);
  });

  test('a signature that is refused gives the claim back with the reason', () => {
    const world = claims.askedWorld();
    world.ok('auditor', 'claim.countersign', { ...claims.sign, signs: false, reason: 'De bon is onleesbaar' });
    const back = { state: 'returned', approvedCents: 0, judgeReason: 'De bon is onleesbaar' };
    expect(world.get('claim', claimId)).toMatchObject(back);
    expect(world.get('claim', claimId)).not.toHaveProperty('awaits');
  });

  test('a claim that is given back takes the question for a signature along', () => {
    const world = claims.askedWorld();
    world.ok('chair', 'claim.return', { claimId, reason: 'Datum' });
    expect(world.get('countersign', claimId).state).toBe('void');
    expect(world.send('auditor', 'claim.countersign', claims.sign)).toMatchObject({ code: 'wrong_state' });
  });

  test('an account of before still counts', () => {
    const world = given.claimedWorld();
    const own = { ...given.receipt, receiptId: claims.ask.claimId, shop: 'Bakker', photos: [] };
    const mine = { ...claim, claimId: claims.ask.claimId, receipts: [own] };
    world.ok('chair', 'claim.submit', mine);
    world.ok('treasurer', 'claim.return', { claimId: mine.claimId, reason: 'Andere rekening' });
    world.ok('chair', 'claim.submit', { ...mine, iban: 'NL20INGB0001234567' });
    expect(world.send('chair', 'claim.approve', approve)).toMatchObject({ code: 'same_account' });
  });
});

describe('a change after the approval', () => {
  const change = (fields: Partial<typeof claim>) => {
    const world = given.approvedWorld();
    world.ok('initiator', 'claim.submit', { ...claim, ...fields });
    return world.get('claim', claimId);
  };

  test.each([
    ['iban', { iban: 'NL20INGB0001234567' }],
    ['payee', { payeeName: 'Iemand anders' }],
    ['payee', { holder: 'Iemand anders' }],
    ['amount', { receipts: [{ ...given.receipt, amountCents: 13_000 }] }],
  ] as const)('of the %s undoes it, and what stood stays to be seen', (what, fields) => {
    expect(change(fields)).toMatchObject({
      ...{ state: 'submitted', approvedCents: 0, judgedBy: null },
      voided: { changed: [what], approvedCents: 12_050, judgedBy: people.treasurer, payeeName: claim.payeeName },
    });
  });

  test('frees the award again: nothing of it is in the books', () => {
    const world = given.approvedWorld();
    const before = yearSummary(world.all('ledgerLine'));
    world.ok('initiator', 'claim.submit', { ...claim, iban: 'NL20INGB0001234567' });
    expect(yearSummary(world.all('ledgerLine'))).toEqual(before);
    expect(world.send('treasurer', 'payment.record', payment)).toMatchObject({ code: 'wrong_state' });
  });

  test('that the second approver did not see: an approval from before it is no approval of the new account', () => {
    const world = given.approvedWorld();
    world.ok('initiator', 'claim.submit', { ...claim, iban: 'NL20INGB0001234567' });
    const stale = { ...approve, seenPayee: given.seenPayee }; // given without a connection, on the claim as it was
    expect(world.send('chair', 'claim.approve', stale)).toMatchObject({ code: 'changed_meanwhile' });
    expect(world.get('claim', claimId)).toMatchObject({ state: 'submitted', ibanLast4: '4567' });
    world.ok('chair', 'claim.approve', { ...approve, seenPayee: { ...given.seenPayee, ibanLast4: '4567' } });
  });

  test('of the name alone goes to the bank too, with the number that was known', () => {
    const world = given.approvedWorld();
    world.ok('initiator', 'claim.submit', { ...claim, payeeName: 'H. Jansen', iban: null, holder: null });
    expect(world.get('claim', claimId)).toMatchObject({ state: 'submitted', ibanLast4: '4300' });
    expect(world.get('claimAccount', claimId)).toMatchObject({ iban: claim.iban, holder: 'H. Jansen' });
  });

  test('the same thing sent once more undoes nothing', () => {
    const world = given.approvedWorld();
    expect(world.ok('initiator', 'claim.submit', claim)).toEqual([]);
  });

  test('comes too late once something is paid', () => {
    const world = given.paidWorld();
    const other = { ...claim, iban: 'NL20INGB0001234567' };
    expect(world.send('initiator', 'claim.submit', other)).toMatchObject({ code: 'wrong_state' });
  });
});
