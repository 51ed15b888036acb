import { describe, expect, test } from 'vitest';
import * as bank from '../../../tests/domain/bankExamples.ts';
import * as given from '../../../tests/domain/committee.ts';
import { after } from '../../../tests/domain/example.ts';
import { booksOf, uid, type World } from '../../../tests/domain/world.ts';
import { bookProblems } from '../audit/bookCheck.ts';
import { unbalancedEntries, yearSummary } from '../budget.ts';
import { paymentId } from '../rows.ts';

const { claimId } = given;
const books = (world: World) => yearSummary(world.all('ledgerLine'));
const claimOf = (world: World, id = claimId) => world.get('claim', id);

describe('a payment', () => {
  test('by hand first, then from the bank: one payment, booked once, that the bank shows', () => {
    const world = bank.approvedWorld();
    world.ok('treasurer', 'payment.record', given.payment);
    world.ok('treasurer', 'bankMatch.make', bank.asPayment);
    expect(world.all('payment')).toMatchObject([{ amountCents: 12_050, bankCents: 12_050, paidOn: '2026-03-20' }]);
    expect(books(world).paidCents).toBe(12_050);
    world.ok('treasurer', 'bankMatch.undo', bank.loosen(bank.paid));
    expect(world.all('payment')).toEqual([expect.not.objectContaining({ bankCents: 12_050 })]);
    expect(claimOf(world).paidCents).toBe(12_050); // it was recorded by hand, and stands
  });

  test('from the bank first, then by hand on another day: still one', () => {
    const world = bank.matchedWorld();
    expect(world.send('chair', 'payment.record', given.payment)).toEqual({ kind: 'applied', writes: [] });
    const less = { ...given.payment, amountCents: 1 };
    expect(world.send('chair', 'payment.record', less)).toMatchObject({ code: 'already_paid' });
  });

  test('undone, the books are as before; matched again it is a payment of its own', () => {
    const world = bank.approvedWorld();
    const before = books(world);
    world.ok('treasurer', 'bankMatch.make', bank.asPayment);
    world.ok('treasurer', 'bankMatch.undo', bank.loosen(bank.paid));
    expect(books(world)).toEqual(before);
    world.ok('treasurer', 'bankMatch.make', bank.match(bank.paid, { kind: 'payment', claimId, number: 2 }, 2));
    expect(claimOf(world).paidCents).toBe(12_050);
    expect(unbalancedEntries(world.all('ledgerLine'))).toEqual([]);
  });

  test('two phones that match one line differently: the first stands', () => {
    const world = bank.matchedWorld();
    const cost = bank.match(bank.paid, { kind: 'cost', costId: uid('c'), year: 2026, what: 'Koffie' });
    const before = world.text();
    expect(world.send('chair', 'bankMatch.make', cost)).toMatchObject({ code: 'already_matched' });
    expect(world.send('chair', 'bankMatch.make', bank.asPayment)).toEqual({ kind: 'applied', writes: [] });
    expect(world.text()).toBe(before);
  });

  const second = uid('claim 2');
  const twoClaims = after(bank.approvedWorld, (world) => {
    const receipt = { ...given.receipt, receiptId: uid('receipt 2'), amountCents: 3_000, photos: [] };
    world.ok('initiator', 'claim.submit', { ...given.claim, claimId: second, receipts: [receipt] });
    world.ok('treasurer', 'claim.approve', { claimId: second, approvedCents: 3_000, seenClaimedCents: 3_000 });
  });

  test('one line pays several claims, each entry with lines of its own', () => {
    const world = twoClaims();
    const both = bank.line({ cents: -15_050, line: 8 });
    bank.bring(world, [both]);
    world.ok('treasurer', 'bankMatch.make', {
      ...bank.match(both, { kind: 'payment', claimId, number: 1 }),
      parts: [
        { amountCents: 12_050, target: { kind: 'payment', claimId, number: 1 } },
        { amountCents: 3_000, target: { kind: 'payment', claimId: second, number: 1 } },
      ],
    });
    expect([claimOf(world).paidCents, claimOf(world, second).paidCents]).toEqual([12_050, 3_000]);
    expect(world.all('ledgerLine').filter(({ kind }) => kind === 'payment')).toHaveLength(4);
    expect(unbalancedEntries(world.all('ledgerLine'))).toEqual([]);
    world.ok('treasurer', 'bankMatch.undo', bank.loosen(both));
    expect(books(world).paidCents).toBe(0);
  });

  test('one line is a claim and something else: each part is booked as what it is, all or nothing', () => {
    const world = twoClaims();
    const mixed = bank.line({ cents: -15_000, line: 8 });
    bank.bring(world, [mixed]);
    const cost = { kind: 'cost', costId: uid('rest'), year: 2026, what: 'Koffie' } as const;
    const parts = (number: number, paidCents: number) => ({
      ...bank.match(mixed, cost),
      parts: [
        { amountCents: paidCents, target: { kind: 'payment', claimId, number } as const },
        { amountCents: 1_000, target: { kind: 'explained', why: 'deposit', note: '' } as const },
        { amountCents: 14_000 - paidCents, target: cost },
      ],
    });
    const before = world.text();
    expect(world.send('treasurer', 'bankMatch.make', parts(1, 12_051))).toMatchObject({ code: 'above_approved' });
    expect(world.text()).toBe(before);
    const untouched = books(world);
    world.ok('treasurer', 'bankMatch.make', parts(1, 12_050));
    expect(claimOf(world)).toMatchObject({ paidCents: 12_050 });
    expect(world.all('organisationCost')).toMatchObject([{ amountCents: 1_950, bankCents: 1_950, what: 'Koffie' }]);
    expect(unbalancedEntries(world.all('ledgerLine'))).toEqual([]);
    world.ok('treasurer', 'bankMatch.undo', bank.loosen(mixed));
    expect(books(world)).toEqual(untouched);
    expect(unbalancedEntries(world.all('ledgerLine'))).toEqual([]);
  });

  test('several lines pay one claim in parts', () => {
    const world = twoClaims();
    const [first, rest] = [bank.line({ cents: -2_000 }), bank.line({ cents: -1_000 })];
    bank.bring(world, [first, rest]);
    world.ok('treasurer', 'bankMatch.make', bank.match(first, { kind: 'payment', claimId: second, number: 1 }));
    expect(claimOf(world, second)).toMatchObject({ paidCents: 2_000 });
    world.ok('treasurer', 'bankMatch.make', bank.match(rest, { kind: 'payment', claimId: second, number: 2 }));
    expect(claimOf(world, second)).toMatchObject({ paidCents: 3_000, approvedCents: 3_000 });
  });

  test('a part that comes back leaves what stayed as a payment of its own, and can be undone', () => {
    const world = bank.matchedWorld();
    world.ok('treasurer', 'bankMatch.make', bank.asRefund);
    expect(claimOf(world).paidCents).toBe(8_050);
    expect(books(world).paidCents).toBe(8_050);
    expect(world.get('payment', paymentId(claimId, 2))).toMatchObject({ amountCents: 8_050, bankCents: 8_050 });
    world.ok('treasurer', 'bankMatch.undo', bank.loosen(bank.back));
    expect(claimOf(world).paidCents).toBe(12_050);
    expect(world.get('payment', paymentId(claimId, 1))).toMatchObject({ amountCents: 12_050, reversed: false });
    expect(bookProblems(booksOf(world))).toEqual([]);
    world.ok('treasurer', 'bankMatch.undo', bank.loosen(bank.paid)); // the line that it left by still names it
    expect(claimOf(world).paidCents).toBe(0);
    expect(world.all('payment').filter(({ reversed }) => !reversed)).toEqual([]);
    expect(bookProblems(booksOf(world))).toEqual([]);
  });

  test('all of it that came back, and was something else after all, stands again under its own number', () => {
    const world = bank.matchedWorld();
    const allBack = bank.line({ cents: 12_050, description: 'terug', line: 7 });
    world.ok('treasurer', 'bankImport.begin', { ...bank.begin, importId: uid('file 3') });
    world.ok('treasurer', 'bankImport.addLines', { ...bank.lines, importId: uid('file 3'), lines: [allBack] });
    const refund = { kind: 'refund', paymentId: paymentId(claimId, 1), reason: 'Terug volgens de bank' } as const;
    world.ok('treasurer', 'bankMatch.make', bank.match(allBack, refund));
    expect(claimOf(world).paidCents).toBe(0);
    world.ok('treasurer', 'bankMatch.undo', bank.loosen(allBack));
    expect(world.all('payment')).toMatchObject([
      { id: paymentId(claimId, 1), reversed: false, reversedOn: null, bankCents: 12_050 },
    ]);
    expect(world.all('payment')[0]).not.toHaveProperty('handBackCents');
    expect(bookProblems(booksOf(world))).toEqual([]);
  });

  test('what an initiator gets to see of it holds no word of the bank', () => {
    const world = bank.matchedWorld();
    world.ok('treasurer', 'bankMatch.make', bank.asRefund);
    const text = JSON.stringify([world.all('payment'), world.all('claim'), world.all('ledgerLine')]);
    expect(text).not.toContain('statiegeld');
    expect(text).not.toContain('NL91ABNA');
  });
});
