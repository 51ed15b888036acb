/** Lines of the bank that are no payment of a claim: costs, grants, awards, parts, and what was learned from them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as bank from '../../../tests/domain/bankExamples.ts';
import * as given from '../../../tests/domain/committee.ts';
import { people, uid, type World } from '../../../tests/domain/world.ts';
import { matchesById } from '../bank/match.ts';
import { costCents, unbalancedEntries, yearSummary } from '../budget.ts';
import { addCents } from '../money.ts';
import { type MatchTarget, paymentId } from '../rows.ts';

const { claimId, proposalId } = given;
const books = (world: World) => yearSummary(world.all('ledgerLine'));
const claimOf = (world: World, id = claimId) => world.get('claim', id);

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
    bank.bring(world, [rest]);
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
    bank.bring(world, [again, more]);
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
    bank.bring(world, [rest]);
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
    bank.bring(world, [back, again]);
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
    bank.bring(world, [again]);
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
      bank.bring(world, [...out, ...back]);
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
