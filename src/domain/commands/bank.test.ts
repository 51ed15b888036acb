/** The bank: what came in counts once, what was matched is in the books once, and both can be taken back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as bank from '../../../tests/domain/bankExamples.ts';
import * as given from '../../../tests/domain/committee.ts';
import { after } from '../../../tests/domain/example.ts';
import { booksOf, people, uid, type World } from '../../../tests/domain/world.ts';
import { bookProblems } from '../audit/bookCheck.ts';
import { matchesById, standing } from '../bank/match.ts';
import { costCents, unbalancedEntries, yearSummary } from '../budget.ts';
import { addCents } from '../money.ts';
import { type MatchTarget, paymentId } from '../rows.ts';

const { claimId, proposalId } = given;
const counting = (world: World): readonly string[] =>
  standing(world.all('bankTransaction'), world.all('bankImport')).map(({ id }) => id);
const books = (world: World) => yearSummary(world.all('ledgerLine'));
const claimOf = (world: World, id = claimId) => world.get('claim', id);
const other = uid('file 2');
/** Brings a second file in, with what stands in it. */
function bring(
  world: World,
  importId: string,
  lines: readonly ReturnType<typeof bank.line>[],
  known: readonly string[] = [],
) {
  world.ok('treasurer', 'bankImport.begin', { ...bank.begin, importId, fileName: `${importId}.940` });
  world.ok('treasurer', 'bankImport.addLines', { ...bank.lines, importId, lines, known });
}

describe('files', () => {
  test('two phones that bring the same file in have its transactions once', () => {
    const world = bank.filedWorld();
    const before = counting(world);
    bring(world, other, bank.lines.lines);
    expect(counting(world)).toEqual(before);
  });

  test('two real equal payments on one day stay two', () => {
    const world = bank.filedWorld();
    bring(world, other, [bank.line({ nth: 2, line: 9 })], [bank.idOf(bank.paid)]);
    expect(world.all('bankTransaction').filter(({ cents }) => cents === -12_050)).toHaveLength(2);
  });

  test('a part that comes in twice, and one after the file was undone, add nothing', () => {
    const world = bank.filedWorld();
    expect(world.send('treasurer', 'bankImport.addLines', bank.lines)).toEqual({ kind: 'applied', writes: [] });
    world.ok('treasurer', 'bankImport.undo', bank.undo);
    expect(counting(world)).toEqual([]);
    expect(world.send('treasurer', 'bankImport.addLines', { ...bank.lines, part: 1 })).toMatchObject({ writes: [] });
  });

  test('an import that is undone leaves no memory: the corrected file is taken as if it were the first', () => {
    const world = bank.filedWorld();
    world.ok('treasurer', 'bankImport.undo', bank.undo);
    bring(world, other, [bank.paid, bank.coffee]);
    expect(counting(world)).toEqual([bank.paid, bank.coffee].map(bank.idOf));
    expect(world.get('bankTransaction', bank.idOf(bank.paid)).importId).toBe(other);
  });

  test('what a later file holds too stays when the first is undone, with its match', () => {
    const world = bank.approvedWorld();
    bring(world, other, [], [bank.idOf(bank.paid)]);
    world.ok('treasurer', 'bankMatch.make', bank.asPayment);
    world.ok('treasurer', 'bankImport.undo', bank.undo);
    expect(counting(world)).toEqual([bank.idOf(bank.paid)]);
    expect([...matchesById(world.all('bankMatch')).keys()]).toEqual([bank.idOf(bank.paid)]);
    const second = { ...bank.undo, importId: other };
    expect(world.send('treasurer', 'bankImport.undo', second)).toMatchObject({ code: 'lines_matched' });
  });

  test('lines wait for their file, and a file for its account, in whatever order they come', () => {
    const world = given.foundedWorld();
    expect(world.send('treasurer', 'bankImport.addLines', bank.lines)).toMatchObject({ kind: 'waits' });
    expect(world.send('treasurer', 'bankImport.begin', bank.begin)).toMatchObject({ kind: 'waits' });
    world.ok('treasurer', 'bankAccount.add', bank.account);
    expect(counting(world)).toHaveLength(4);
  });
});

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
    bring(world, other, [both]);
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
    bring(world, other, [mixed]);
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
    bring(world, other, [first, rest]);
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

describe('other lines', () => {
  test.each<readonly [string, ReturnType<typeof bank.line>, MatchTarget]>([
    ['own costs', bank.coffee, { kind: 'cost', costId: uid('coffee'), year: 2026, what: 'Koffie' }],
    ['money of the city', bank.fromCity, { kind: 'grant', year: 2026, note: '', book: true }],
    ['an account of our own', bank.coffee, { kind: 'own_account', accountId: bank.accountId }],
    ['no money of ours', bank.fromCity, { kind: 'explained', why: 'not_ours', note: 'Van de voetbalclub' }],
    ['an award without a claim', bank.coffee, { kind: 'award', proposalId }],
  ])('%s: matched, taken apart, and the books are as before', (_, line, target) => {
    const world = bank.approvedWorld();
    const before = books(world);
    world.ok('treasurer', 'bankMatch.make', bank.match(line, target));
    expect(matchesById(world.all('bankMatch')).get(bank.idOf(line))).toMatchObject({ matchedBy: people.treasurer });
    const moved = target.kind === 'grant' ? 50_000 : 0;
    expect(books(world).grantCents).toBe(before.grantCents + moved);
    world.ok('treasurer', 'bankMatch.undo', bank.loosen(line));
    expect({ ...books(world), byProposal: [] }).toEqual({ ...before, byProposal: [] });
    expect(unbalancedEntries(world.all('ledgerLine'))).toEqual([]);
  });

  test('a cost that was recorded by hand is only linked', () => {
    const world = bank.approvedWorld();
    world.ok('treasurer', 'organisationCost.record', given.cost);
    const { costId, year, what } = given.cost;
    world.ok('treasurer', 'bankMatch.make', bank.match(bank.coffee, { kind: 'cost', costId, year, what }));
    expect(world.all('organisationCost')).toMatchObject([{ amountCents: 4_500, bankCents: 4_500 }]);
    world.ok('treasurer', 'bankMatch.undo', bank.loosen(bank.coffee));
    expect(world.all('organisationCost')).toMatchObject([{ reversed: false }]);
  });

  test('a cost that comes back is reversed; taken apart it stands again', () => {
    const world = bank.approvedWorld();
    world.ok('treasurer', 'organisationCost.record', { ...given.cost, amountCents: 4_000 });
    const target = { kind: 'cost_refund', costId: given.cost.costId, reason: 'Terug' } as const;
    world.ok('treasurer', 'bankMatch.make', bank.match(bank.back, target));
    expect(world.all('organisationCost')).toMatchObject([{ reversed: true }]);
    world.ok('treasurer', 'bankMatch.undo', bank.loosen(bank.back));
    expect(world.all('organisationCost')).toMatchObject([{ reversed: false }]);
    const under = world.all('ledgerLine').filter(({ account }) => account === 'organisation_paid');
    expect(under.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(4_000);
  });

  test('a cost comes back in two parts: what is left is spent, and each part can be taken apart in any order', () => {
    const world = bank.approvedWorld();
    world.ok('treasurer', 'organisationCost.record', { ...given.cost, amountCents: 10_000 });
    const rest = bank.line({ cents: 6_000, description: 'borg terug', line: 8 });
    bring(world, other, [rest]);
    const back = { kind: 'cost_refund', costId: given.cost.costId, reason: 'Terug' } as const;
    const spent = () =>
      world
        .all('ledgerLine')
        .filter(({ account }) => account === 'organisation_paid')
        .reduce((sum, { amountCents }) => sum + amountCents, 0);
    world.ok('treasurer', 'bankMatch.make', bank.match(bank.back, back)); // 40.00
    expect(world.all('organisationCost')).toMatchObject([{ reversed: false, refundedCents: 4_000 }]);
    expect(spent()).toBe(6_000);
    world.ok('treasurer', 'bankMatch.make', bank.match(rest, back));
    expect(world.all('organisationCost')).toMatchObject([{ reversed: true, refundedCents: 4_000 }]);
    expect(spent()).toBe(0);
    world.ok('treasurer', 'bankMatch.undo', bank.loosen(bank.back));
    expect(world.all('organisationCost')).toMatchObject([{ reversed: false, refundedCents: 6_000 }]);
    expect(spent()).toBe(4_000);
    world.ok('treasurer', 'bankMatch.undo', bank.loosen(rest));
    expect(world.all('organisationCost')).toEqual([expect.not.objectContaining({ refundedCents: expect.anything() })]);
    expect(spent()).toBe(10_000);
    expect(unbalancedEntries(world.all('ledgerLine'))).toEqual([]);
  });

  test('taken back by hand after a part came back, only the rest is booked back', () => {
    const world = bank.approvedWorld();
    world.ok('treasurer', 'organisationCost.record', { ...given.cost, amountCents: 10_000 });
    const back = { kind: 'cost_refund', costId: given.cost.costId, reason: 'Terug' } as const;
    world.ok('treasurer', 'bankMatch.make', bank.match(bank.back, back));
    const reversal = { costId: given.cost.costId, reason: 'Nooit betaald', reversedOn: '2026-04-02' };
    world.ok('treasurer', 'organisationCost.reverse', reversal);
    const under = world.all('ledgerLine').filter(({ account }) => account === 'organisation_paid');
    expect(under.map(({ amountCents }) => amountCents)).toEqual([10_000, -4_000, -6_000]);
  });

  test('taken back by hand, the bank shows it in parts and once: nothing is booked again', () => {
    const world = bank.approvedWorld();
    world.ok('treasurer', 'organisationCost.record', { ...given.cost, amountCents: 10_000 });
    const [again, more] = [6_000, 100].map((cents, n) => bank.line({ cents, description: 'terug', line: 8 + n }));
    if (again === undefined || more === undefined) throw new Error('no lines');
    bring(world, other, [again, more]);
    const back = { kind: 'cost_refund', costId: given.cost.costId, reason: 'Terug' } as const;
    const reversal = { costId: given.cost.costId, reason: 'Teruggestort', reversedOn: '2026-04-02' };
    const hand = () => world.all('organisationCost')[0]?.handBackCents;
    world.ok('treasurer', 'bankMatch.make', bank.match(bank.back, back)); // 40.00 before
    world.ok('treasurer', 'organisationCost.reverse', reversal);
    expect(hand()).toBe(6_000);
    const lines = world.all('ledgerLine');
    world.ok('treasurer', 'bankMatch.make', bank.match(again, back));
    expect(hand()).toBe(0);
    expect(world.send('treasurer', 'bankMatch.make', bank.match(more, back))).toMatchObject({
      code: 'already_reversed',
    });
    world.ok('treasurer', 'bankMatch.undo', bank.loosen(again));
    expect(hand()).toBe(6_000);
    world.ok('treasurer', 'bankMatch.make', bank.match(more, back));
    expect(hand()).toBe(5_900);
    expect(world.all('ledgerLine')).toEqual(lines);
  });

  test('a payment taken back by hand: the bank shows of it what came back, and no more', () => {
    const world = bank.matchedWorld();
    const rest = bank.line({ cents: 8_051, description: 'terug', line: 8 });
    bring(world, other, [rest]);
    const id = paymentId(claimId, 1);
    const target = { kind: 'refund', paymentId: id, reason: 'Terug' } as const;
    world.ok('treasurer', 'payment.reverse', { paymentId: id, reason: 'Teruggestort', reversedOn: '2026-04-02' });
    const before = books(world);
    world.ok('treasurer', 'bankMatch.make', bank.asRefund); // 40.00 of 120.50
    expect(world.get('payment', id)).toMatchObject({ reversed: true, handBackCents: 8_050 });
    expect(world.send('treasurer', 'bankMatch.make', bank.match(rest, target))).toMatchObject({
      code: 'already_reversed',
    });
    expect(books(world)).toEqual(before);
    world.ok('treasurer', 'bankMatch.undo', bank.loosen(bank.back));
    expect(world.get('payment', id)).toMatchObject({ handBackCents: 12_050 });
    world.ok('treasurer', 'bankMatch.make', bank.match(rest, target));
  });

  test('taken back by hand before the file came: the line out and the line back both find it, and nothing is booked', () => {
    const world = bank.approvedWorld();
    const back = bank.line({ cents: 12_050, description: 'terug', line: 8 });
    const again = bank.line({ bookedOn: '2026-04-05', line: 9 });
    bring(world, other, [back, again]);
    const id = paymentId(claimId, 1);
    const refund = { kind: 'refund', paymentId: id, reason: 'Terug' } as const;
    world.ok('treasurer', 'payment.record', given.payment);
    world.ok('treasurer', 'payment.reverse', { paymentId: id, reason: 'Geweigerd', reversedOn: '2026-04-02' });
    const [before, lines] = [books(world), world.all('ledgerLine')];
    world.ok('treasurer', 'bankMatch.make', bank.asPayment);
    world.ok('treasurer', 'bankMatch.make', bank.match(back, refund));
    expect(world.get('payment', id)).toMatchObject({ reversed: true, bankCents: 12_050, handBackCents: 0 });
    expect(world.all('bankMatch').map(({ parts }) => parts[0]?.booked)).toEqual([false, false]);
    // Once: and a line of after it was taken back is another payment.
    const target = { kind: 'payment', claimId, number: 1 } as const;
    expect(world.send('treasurer', 'bankMatch.make', bank.match(again, target))).toMatchObject({
      code: 'already_reversed',
    });
    world.ok('treasurer', 'bankMatch.undo', bank.loosen(bank.paid));
    world.ok('treasurer', 'bankMatch.undo', bank.loosen(back));
    expect(world.get('payment', id)).toMatchObject({ reversed: true, handBackCents: 12_050 });
    expect(world.get('payment', id).bankCents).toBeUndefined();
    expect([books(world), world.all('ledgerLine')]).toEqual([before, lines]);
    world.ok('treasurer', 'bankMatch.make', bank.match(again, { ...target, number: 2 }));
    expect(books(world).paidCents).toBe(12_050);
  });

  test('[D2] matched and then taken back ends as taken back and then matched, of a payment and of a cost', () => {
    const id = paymentId(claimId, 1);
    const cost = { ...given.cost, amountCents: 4_500 };
    const { costId, year, what } = cost;
    const matches = [bank.asPayment, bank.match(bank.coffee, { kind: 'cost', costId, year, what })];
    const reversals = { reason: 'Geweigerd', reversedOn: '2026-04-02' };
    const ends = [true, false].map((matchFirst) => {
      const world = bank.approvedWorld();
      world.ok('treasurer', 'payment.record', given.payment);
      world.ok('treasurer', 'organisationCost.record', cost);
      const match = () => matches.map((one) => world.ok('treasurer', 'bankMatch.make', one));
      if (matchFirst) match();
      world.ok('treasurer', 'payment.reverse', { paymentId: id, ...reversals });
      world.ok('treasurer', 'organisationCost.reverse', { costId, ...reversals });
      if (!matchFirst) match();
      return [world.all('payment'), world.all('organisationCost'), world.all('bankMatch'), books(world)];
    });
    expect(ends[0]).toEqual(ends[1]);
    expect(ends[0]?.[0]).toMatchObject([{ reversed: true, bankCents: 12_050, handBackCents: 12_050 }]);
  });

  test.each([
    ['more than the cost was', 3_999, 'parts_do_not_fit'],
    ['more than is left of it', 7_000, 'already_reversed'],
  ])('a refund of %s is refused, and nothing is written', (_, amountCents, code) => {
    const world = bank.approvedWorld();
    world.ok('treasurer', 'organisationCost.record', { ...given.cost, amountCents });
    const back = { kind: 'cost_refund', costId: given.cost.costId, reason: 'Terug' } as const;
    const again = bank.line({ cents: 4_000, description: 'nog eens', line: 8 });
    bring(world, other, [again]);
    if (amountCents > 4_000) world.ok('treasurer', 'bankMatch.make', bank.match(again, back));
    const before = world.text();
    expect(world.send('treasurer', 'bankMatch.make', bank.match(bank.back, back))).toMatchObject({ code });
    expect(world.text()).toBe(before);
  });

  test('the rule of one other side is the last thing it was', () => {
    const world = given.foundedWorld();
    world.ok('treasurer', 'matchRule.learn', bank.rule);
    world.ok('treasurer', 'matchRule.learn', { ...bank.rule, target: { kind: 'payee', payeeName: 'Bakkerij' } });
    expect(world.all('matchRule')).toMatchObject([{ target: { kind: 'payee' }, forgotten: false }]);
    world.ok('chair', 'matchRule.forget', { direction: 'out', key: bank.rule.key });
    expect(world.all('matchRule')).toMatchObject([{ forgotten: true }]);
  });
});

test('[D8] however lines are divided, matched and taken apart, the books hold what the rows say', () => {
  const out = [-12_050, -14_000, -6_000].map((cents, nth) => bank.line({ cents, line: 10 + nth, description: 'uit' }));
  const back = [4_000, 2_500, 6_000].map((cents, nth) => bank.line({ cents, line: 20 + nth, description: 'terug' }));
  const costIds = [uid('cost a'), uid('cost b')] as const;
  // What it is when money went out, and when it came in.
  const kinds: readonly (readonly [(costId: string) => MatchTarget, (costId: string) => MatchTarget])[] = [
    [
      (costId) => ({ kind: 'cost', costId, year: 2026, what: 'Zaalhuur' }),
      (costId) => ({ kind: 'cost_refund', costId, reason: 'Terug' }),
    ],
    [
      () => ({ kind: 'payment', claimId, number: 1 }),
      () => ({ kind: 'refund', paymentId: paymentId(claimId, 1), reason: 'Terug' }),
    ],
    [
      () => ({ kind: 'explained', why: 'other', note: '' }),
      () => ({ kind: 'grant', year: 2026, note: '', book: true }),
    ],
  ];
  const target = fc.record({ kind: fc.constantFrom(...kinds), costId: fc.constantFrom(...costIds) });
  const act = fc.record({
    line: fc.constantFrom(...out, ...back),
    what: fc.constantFrom('match', 'match', 'match', 'loosen', 'reverse'),
    first: target,
    second: target,
    secondCents: fc.constantFrom(0, 0, 500, 2_000),
  });
  const seen = { split: 0, partly: 0, byHand: 0 };
  fc.assert(
    fc.property(fc.array(act, { minLength: 8, maxLength: 20 }), (acts) => {
      const world = bank.approvedWorld();
      world.ok('treasurer', 'organisationCost.record', { ...given.cost, costId: costIds[0], amountCents: 10_000 });
      bring(world, other, [...out, ...back]);
      for (const { line, what, first, second, secondCents } of acts) {
        const known = world.all('bankMatch').find(({ id }) => id === bank.idOf(line));
        const reversal = { costId: first.costId, reason: 'Fout', reversedOn: '2026-04-02' };
        if (what === 'reverse') world.send('treasurer', 'organisationCost.reverse', reversal);
        if (what === 'reverse' && second.costId === costIds[1])
          world.send('treasurer', 'payment.reverse', {
            ...{ paymentId: paymentId(claimId, 1), reason: 'Fout', reversedOn: '2026-04-02' },
          });
        if (what === 'loosen') world.send('treasurer', 'bankMatch.undo', bank.loosen(line, known?.round ?? 1));
        if (what !== 'match') continue;
        const side = line.cents < 0 ? 0 : 1;
        const named = ({ kind, costId }: typeof first): MatchTarget => kind[side](costId);
        const firstPart = { amountCents: Math.abs(line.cents) - secondCents, target: named(first) };
        const rest = secondCents === 0 ? [] : [{ amountCents: secondCents, target: named(second) }];
        const match = bank.match(line, named(first), (known?.round ?? 0) + 1);
        world.send('treasurer', 'bankMatch.make', { ...match, parts: [firstPart, ...rest] });
      }
      const under = (account: 'paid' | 'organisation_paid') =>
        addCents(world.all('ledgerLine').flatMap((one) => (one.account === account ? [one.amountCents] : [])));
      const costs = world.all('organisationCost');
      expect(under('organisation_paid')).toBe(addCents(costs.map(costCents)));
      expect(under('paid')).toBe(claimOf(world).paidCents);
      expect(unbalancedEntries(world.all('ledgerLine'))).toEqual([]);
      for (const { amountCents, refundedCents = 1 } of costs) {
        expect(refundedCents > 0 && refundedCents < amountCents).toBe(true);
      }
      const shown = [...matchesById(world.all('bankMatch')).values()].flatMap(({ parts }) => parts);
      for (const cost of costs) {
        const atBank = shown.filter(({ target: of }) => of.kind === 'cost_refund' && of.costId === cost.id);
        const { handBackCents = 0 } = cost;
        expect(handBackCents).toBeGreaterThanOrEqual(0);
        // What lines show as come back, and what a hand says beside them, is at most what the books say.
        const cameBack = addCents(atBank.map(({ amountCents }) => amountCents)) + handBackCents;
        expect(cameBack).toBeLessThanOrEqual(cost.amountCents - costCents(cost));
        if (atBank.some(({ booked }) => !booked)) seen.byHand += 1;
      }
      if (world.all('bankMatch').some(({ parts }) => parts.length > 1)) seen.split += 1;
      if (costs.some(({ refundedCents }) => refundedCents !== undefined)) seen.partly += 1;
    }),
    { numRuns: 300 },
  );
  // It says nothing of what never happened.
  expect(Math.min(seen.split, seen.partly, seen.byHand)).toBeGreaterThan(20);
});
