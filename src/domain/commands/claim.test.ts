import { describe, expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import { people, uid, type World } from '../../../tests/domain/world.ts';
import { yearSummary } from '../budget.ts';
import { paymentId } from '../rows.ts';

const { proposalId, claimId, receiptId, claim, receipt, photo } = given;
const second = { ...receipt, receiptId: uid('receipt 2'), shop: 'Bakker', amountCents: 4_000, photos: [photo('cake')] };

describe('claim.submit', () => {
  test('writes the claim, its receipts and the account', () => {
    const world = given.decidedWorld();
    world.ok('initiator', 'claim.submit', { ...claim, receipts: [receipt, second] });
    expect(world.get('claim', claimId)).toEqual({
      ...{ id: claimId, proposalId, kind: 'reimbursement', claimantId: people.initiator, claimedCents: 16_050 },
      ...{ approvedCents: 0, paidCents: 0, state: 'submitted', judgedBy: null, judgeReason: null },
      ...{ submittedAt: '2026-03-10T19:00:00.000Z', payeeName: 'Greet de Vries', ibanLast4: '4300', flags: [] },
    });
    expect(world.get('claimAccount', claimId)).toEqual({
      id: claimId,
      iban: 'NL91ABNA0417164300',
      holder: 'G. de Vries',
    });
    expect(world.get('receipt', receiptId)).toMatchObject({
      claimId,
      proposalId,
      amountCents: 12_050,
      shop: 'De Feestwinkel',
    });
  });

  test('[D12] without an account number no account row is written; the holder is the payee unless named', () => {
    const world = given.decidedWorld();
    world.ok('initiator', 'claim.submit', { ...claim, iban: null, holder: null });
    expect(world.all('claimAccount')).toEqual([]);
    expect(world.get('claim', claimId).ibanLast4).toBe('');
    const named = given.decidedWorld();
    named.ok('initiator', 'claim.submit', { ...claim, holder: null });
    expect(named.get('claimAccount', claimId).holder).toBe('Greet de Vries');
  });

  test('works before anybody decided, and waits for a proposal that has not arrived', () => {
    const world = given.foundedWorld();
    expect(world.send('initiator', 'claim.submit', claim)).toEqual({ kind: 'waits', key: `proposal/${proposalId}` });
    world.ok('initiator', 'proposal.create', given.draft);
    expect(world.get('claim', claimId).state).toBe('submitted');
  });

  test('deposit that comes back lowers the total', () => {
    const world = given.decidedWorld();
    world.ok('initiator', 'claim.submit', { ...claim, receipts: [receipt, { ...second, amountCents: -1_000 }] });
    expect(world.get('claim', claimId).claimedCents).toBe(11_050);
  });

  test('VAT is kept with its receipt, changed when it is handed in again, and a command of before has none', () => {
    const world = given.decidedWorld();
    world.ok('initiator', 'claim.submit', { ...claim, receipts: [{ ...receipt, vatCents: 2_091 }] });
    expect(world.get('receipt', receiptId).vatCents).toBe(2_091);
    world.ok('treasurer', 'claim.return', { claimId, reason: 'De btw klopt niet' });
    world.ok('initiator', 'claim.submit', { ...claim, receipts: [{ ...receipt, vatCents: 995 }] });
    expect(world.get('receipt', receiptId).vatCents).toBe(995);
    const before = given.decidedWorld();
    before.deliver({ who: 'initiator', name: 'claim.submit', v: 1, args: claim, commandId: uid('old') });
    expect(before.get('receipt', receiptId)).not.toHaveProperty('vatCents');
  });

  test.each([12_050, 12_051, -1])('VAT of %i on a receipt of 12050 is refused, and nothing is written', (vatCents) => {
    const world = given.decidedWorld();
    const before = world.text();
    const wrong = { ...claim, receipts: [{ ...receipt, vatCents }] };
    expect(world.send('initiator', 'claim.submit', wrong)).toMatchObject({ code: 'vat_not_fitting' });
    expect(world.text()).toBe(before);
  });

  test('a receipt of another claim cannot be taken over', () => {
    const world = given.claimedWorld();
    const other = { ...claim, claimId: uid('claim 2') };
    expect(world.send('initiator', 'claim.submit', other)).toMatchObject({ code: 'id_taken' });
  });

  test('a returned claim is handed in again: receipts are mended and added, none goes, added photos stay', () => {
    const world = given.decidedWorld();
    world.ok('initiator', 'claim.submit', { ...claim, receipts: [receipt, second] });
    world.ok('treasurer', 'claim.return', { claimId, reason: 'Bedrag klopt niet' });
    world.ok('initiator', 'receipt.addPhoto', { receiptId, photo: photo('back') });
    const third = { ...receipt, receiptId: uid('receipt 3'), shop: 'Markt', amountCents: 500, photos: [] };
    world.ok('initiator', 'claim.submit', {
      ...claim,
      iban: null,
      holder: null,
      receipts: [{ ...receipt, amountCents: 12_000 }, third],
    });
    expect(world.get('claim', claimId)).toMatchObject({
      state: 'submitted',
      claimedCents: 16_500,
      judgeReason: null,
      judgedBy: null,
      ibanLast4: '4300',
    });
    expect(world.all('receipt').map((one) => one.amountCents)).toEqual([12_000, 4_000, 500]);
    expect(world.get('receipt', receiptId).photos).toHaveLength(2);
  });

  test('a returned claim that was right all along can be handed in unchanged', () => {
    const world = given.claimedWorld();
    world.ok('treasurer', 'claim.return', { claimId, reason: 'Datum?' });
    world.ok('initiator', 'claim.submit', claim);
    expect(world.get('claim', claimId).state).toBe('submitted');
  });
});

describe('maybe_double', () => {
  const claimOf = (name: string, change: Partial<typeof receipt>) => ({
    ...claim,
    claimId: uid(`claim ${name}`),
    receipts: [{ ...receipt, receiptId: uid(`receipt ${name}`), shop: 'Elders', photos: [], ...change }],
  });
  const flagsOf = (world: World): readonly string[] => world.all('claim').map((one) => one.flags.join());

  test.each([
    ['the same picture', { photos: [photo('receipt')] }],
    [
      'the same picture made smaller in another way',
      { photos: [{ ...photo('other'), originalSha256: photo('receipt').originalSha256 }] },
    ],
    ['the same shop, day and amount', { shop: ' de feestwinkel ', amountCents: 12_050 }],
  ])('[D14] %s marks both claims', (_, change) => {
    const world = given.claimedWorld();
    world.ok('member', 'claim.submit', claimOf('b', change));
    expect(flagsOf(world)).toEqual(['maybe_double', 'maybe_double']);
  });

  test.each([
    ['another shop', {}],
    ['another day', { shop: 'De Feestwinkel', boughtOn: '2026-03-15' }],
    ['another amount', { shop: 'De Feestwinkel', amountCents: 12_051 }],
    ['no shop', { shop: '' }],
  ])('%s marks none', (_, change) => {
    const world = given.claimedWorld();
    world.ok('member', 'claim.submit', claimOf('b', change));
    expect(flagsOf(world)).toEqual(['', '']);
  });

  test('two receipts without a shop name are not taken for one', () => {
    const world = given.decidedWorld();
    world.ok('member', 'claim.submit', claimOf('a', { shop: '' }));
    world.ok('member', 'claim.submit', claimOf('b', { shop: '' }));
    expect(flagsOf(world)).toEqual(['', '']);
  });

  test('twice in one claim is marked too, and so is a photo that is added later', () => {
    const world = given.decidedWorld();
    world.ok('initiator', 'claim.submit', { ...claim, receipts: [receipt, { ...receipt, receiptId: uid('again') }] });
    expect(flagsOf(world)).toEqual(['maybe_double']);
    const later = given.claimedWorld();
    later.ok('member', 'claim.submit', claimOf('b', {}));
    later.ok('member', 'receipt.addPhoto', { receiptId: uid('receipt b'), photo: photo('receipt') });
    expect(flagsOf(later)).toEqual(['maybe_double', 'maybe_double']);
  });
});

describe('judging', () => {
  test('approving a part, and no more than the award over all claims', () => {
    const world = given.claimedWorld();
    const reason = 'De fooi hoort er niet bij';
    world.ok('treasurer', 'claim.approve', { ...given.approve, approvedCents: 10_000, reason });
    expect(world.get('claim', claimId)).toMatchObject({
      state: 'approved',
      approvedCents: 10_000,
      judgedBy: people.treasurer,
      judgeReason: reason,
    });
    const other = { ...claim, claimId: uid('claim 2'), receipts: [{ ...second, amountCents: 36_000 }] };
    world.ok('member', 'claim.submit', other);
    const rest = { claimId: other.claimId, seenClaimedCents: 36_000 };
    expect(world.send('chair', 'claim.approve', { ...rest, approvedCents: 35_001 })).toMatchObject({
      code: 'above_award',
      params: { leftCents: 35_000 },
    });
    world.ok('chair', 'claim.approve', { ...rest, approvedCents: 35_000 });
  });

  test('an approval can be taken back while nothing was paid', () => {
    const world = given.approvedWorld();
    world.ok('chair', 'claim.return', { claimId, reason: 'Bon hoort bij iets anders' });
    expect(world.get('claim', claimId)).toMatchObject({
      state: 'returned',
      approvedCents: 0,
      judgeReason: 'Bon hoort bij iets anders',
    });
  });

  test('a returned claim that nobody mends can be rejected', () => {
    const world = given.claimedWorld();
    world.ok('treasurer', 'claim.return', { claimId, reason: 'Datum?' });
    world.ok('treasurer', 'claim.reject', { claimId, reason: 'Niets meer gehoord' });
    expect(world.get('claim', claimId).state).toBe('rejected');
    expect(world.send('treasurer', 'claim.return', { claimId, reason: 'Toch' })).toMatchObject({ code: 'wrong_state' });
  });

  test('a finished proposal has no money left to approve from', () => {
    const world = given.decidedWorld();
    world.ok('treasurer', 'proposal.finish', { proposalId, finishedOn: '2026-06-01' });
    world.ok('initiator', 'claim.submit', claim);
    expect(world.send('treasurer', 'claim.approve', given.approve)).toMatchObject({ code: 'wrong_state' });
  });

  test('[D2] judging waits for a claim that has not arrived', () => {
    const world = given.decidedWorld();
    expect(world.send('treasurer', 'claim.approve', given.approve)).toEqual({ kind: 'waits', key: `claim/${claimId}` });
    world.ok('initiator', 'claim.submit', claim);
    expect(world.get('claim', claimId).state).toBe('approved');
  });
});

describe('payment', () => {
  const money = (world: World) => yearSummary(world.all('ledgerLine'));

  test('moves money from promised to paid', () => {
    const world = given.paidWorld();
    expect(world.get('payment', paymentId(claimId, 1))).toEqual({
      ...{
        id: paymentId(claimId, 1),
        claimId,
        proposalId,
        amountCents: 12_050,
        paidOn: '2026-03-20',
        reference: 'Buurtfeest',
      },
      ...{ recordedBy: people.treasurer, reversed: false, reversedOn: null, reversedReason: null },
    });
    expect(world.get('claim', claimId).paidCents).toBe(12_050);
    expect(money(world)).toMatchObject({ freeCents: 955_000, awardedCents: 32_950, paidCents: 12_050, balanced: true });
  });

  test('in two parts, up to what was approved', () => {
    const world = given.approvedWorld();
    world.ok('treasurer', 'payment.record', { ...given.payment, amountCents: 12_000 });
    const rest = { ...given.payment, number: 2, amountCents: 51 };
    expect(world.send('chair', 'payment.record', rest)).toMatchObject({
      code: 'above_approved',
      params: { leftCents: 50 },
    });
    world.ok('chair', 'payment.record', { ...rest, amountCents: 50 });
    expect(world.get('claim', claimId).paidCents).toBe(12_050);
  });

  test('two treasurers who record the same payment make one', () => {
    const world = given.paidWorld();
    expect(world.ok('chair', 'payment.record', given.payment)).toEqual([]);
    expect(money(world).paidCents).toBe(12_050);
  });

  test('reversing gives the money back to what is promised; then it can be paid again under the next number', () => {
    const world = given.paidWorld();
    world.ok('treasurer', 'payment.reverse', {
      paymentId: paymentId(claimId, 1),
      reason: 'Rekening',
      reversedOn: '2026-03-22',
    });
    expect(world.get('payment', paymentId(claimId, 1))).toMatchObject({
      reversed: true,
      reversedOn: '2026-03-22',
      reversedReason: 'Rekening',
    });
    expect(money(world)).toMatchObject({ freeCents: 955_000, awardedCents: 45_000, paidCents: 0, balanced: true });
    expect(world.send('treasurer', 'payment.record', given.payment)).toMatchObject({ code: 'already_reversed' });
    world.ok('treasurer', 'payment.record', { ...given.payment, number: 2 });
    expect(world.get('claim', claimId).paidCents).toBe(12_050);
  });

  test('[D2] a payment waits for its claim, a reversal for its payment', () => {
    const world = given.decidedWorld();
    expect(world.send('treasurer', 'payment.record', given.payment)).toEqual({
      kind: 'waits',
      key: `claim/${claimId}`,
    });
    const reverse = { paymentId: paymentId(claimId, 1), reason: 'x', reversedOn: '2026-03-22' };
    expect(world.send('treasurer', 'payment.reverse', reverse)).toEqual({
      kind: 'waits',
      key: `payment/${paymentId(claimId, 1)}`,
    });
  });
});
