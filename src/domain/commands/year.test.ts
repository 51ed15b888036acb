/** A year from its grant to its end: savings, own costs, transfers, and what is carried over or flows back (S1). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import { uid, type World } from '../../../tests/domain/world.ts';
import { unbalancedEntries } from '../budget.ts';
import { addCents } from '../money.ts';
import type { LedgerAccount } from '../rows.ts';

const { goal, proposalId } = given;
const cents = (world: World, year: number, account: LedgerAccount, about: string | null = null): number =>
  addCents(
    world
      .all('ledgerLine')
      .filter((line) => line.year === year && line.account === account)
      .filter((line) => about === null || line.proposalId === about || line.goalId === about)
      .map(({ amountCents }) => amountCents),
  );
const close = (world: World, seenLeftCents = 850_500, year = 2026) =>
  world.send('treasurer', 'budgetYear.close', { year, closedOn: `${year + 1}-01-31`, seenLeftCents });
const closed = (): World => {
  const world = given.yearEndWorld();
  expect(close(world).kind).toBe('applied');
  return world;
};

/** No euro is made or lost: every entry is zero, and what leaves a year comes into another. */
function everyEuro(world: World): void {
  const lines = world.all('ledgerLine');
  expect(unbalancedEntries(lines)).toEqual([]);
  const carried = lines.filter(({ account }) => account === 'carried').map(({ amountCents }) => amountCents);
  expect(addCents(carried)).toBe(0);
}

describe('closing a year', () => {
  test('promises and savings go along, own costs that were not spent and free money flow back', () => {
    const world = closed();
    const year = (at: number) =>
      Object.fromEntries(
        (
          [
            'grant',
            'free',
            'awarded',
            'paid',
            'savings',
            'organisation',
            'organisation_paid',
            'carried',
            'returned',
          ] as const
        ).map((account) => [account, cents(world, at, account)]),
      );
    expect(year(2026)).toEqual({
      ...{ grant: -1_000_000, free: 0, awarded: 0, paid: 12_050, savings: 0, organisation: 0 },
      ...{ organisation_paid: 4_500, carried: 132_950, returned: 850_500 },
    });
    expect(year(2027)).toEqual({
      ...{ grant: -1_100_000, free: 1_100_000, awarded: 32_950, paid: 0, savings: 100_000, organisation: 0 },
      ...{ organisation_paid: 0, carried: -132_950, returned: 0 },
    });
    expect(world.get('budgetYear', '2026')).toMatchObject({ closedInto: 2027, closedOn: '2027-01-31' });
    everyEuro(world);
  });

  test('what arrives late is booked in the next year; the closed figures stay as they are', () => {
    const world = closed();
    const before = world.all('ledgerLine').filter(({ year }) => year === 2026);
    world.ok('treasurer', 'grant.add', { year: 2026, amountCents: 100, note: '', bookedOn: '2027-02-01' });
    world.ok('treasurer', 'payment.reverse', {
      ...{ paymentId: `${given.claimId}:1`, reason: 'Teruggestort', reversedOn: '2027-02-02' },
    });
    world.ok('treasurer', 'payment.record', { ...given.payment, number: 2, paidOn: '2027-02-03' });
    world.ok('treasurer', 'proposal.finish', { proposalId, finishedOn: '2027-03-01' });
    world.ok('treasurer', 'organisationCost.record', { ...given.cost, costId: uid('late') });
    expect(world.all('ledgerLine').filter(({ year }) => year === 2026)).toEqual(before);
    expect(cents(world, 2027, 'awarded', proposalId)).toBe(0);
    expect(cents(world, 2027, 'free')).toBe(1_100_000 + 100 + 32_950);
    expect(cents(world, 2027, 'organisation')).toBe(-4_500); // more than was set apart: shown, never refused
    everyEuro(world);
  });

  test('a proposal of the closed year that is decided later takes its money from the next one', () => {
    const world = given.openWorld();
    world.ok('treasurer', 'budgetYear.open', given.nextYear);
    expect(close(world, 1_000_000).kind).toBe('applied');
    world.ok('secretary', 'decision.record', { ...given.decision, decidedOn: '2027-02-10' });
    expect([cents(world, 2026, 'awarded'), cents(world, 2027, 'awarded')]).toEqual([0, 45_000]);
    everyEuro(world);
  });

  test('more promised than there was: the next year begins with less', () => {
    const world = given.openWorld();
    world.ok('secretary', 'decision.record', { ...given.decision, awardedCents: 1_200_000 });
    world.ok('treasurer', 'budgetYear.open', given.nextYear);
    expect(close(world, -200_000).kind).toBe('applied');
    expect([cents(world, 2026, 'free'), cents(world, 2026, 'returned')]).toEqual([0, 0]);
    expect(cents(world, 2027, 'free')).toBe(900_000);
    everyEuro(world);
  });

  test('savings that reach their last year flow back when that is closed', () => {
    const world = closed();
    world.ok('treasurer', 'budgetYear.open', { ...given.nextYear, year: 2028 });
    expect(close(world, 1_100_000, 2027).kind).toBe('applied');
    expect(cents(world, 2028, 'savings', goal.goalId)).toBe(100_000);
    world.ok('treasurer', 'budgetYear.open', { ...given.nextYear, year: 2029 });
    expect(close(world, 1_100_000, 2028).kind).toBe('applied');
    expect([cents(world, 2028, 'returned', goal.goalId), cents(world, 2029, 'savings')]).toEqual([100_000, 0]);
    everyEuro(world);
  });

  test('savings of a closed year are taken out of the year they went to', () => {
    const world = closed();
    world.ok('treasurer', 'savings.take', {
      goalId: goal.goalId,
      year: 2026,
      amountCents: 100_000,
      bookedOn: '2027-03-01',
    });
    expect([cents(world, 2027, 'savings'), cents(world, 2027, 'free')]).toEqual([0, 1_200_000]);
    everyEuro(world);
  });
});

test('[D15] money to another committee: sender, way and receiver together always hold the same', () => {
  const [sender, receiver] = [given.foundedWorld(), given.foundedWorld()];
  const held = (world: World): number => cents(world, 2026, 'free') + cents(world, 2026, 'under_way');
  const { transferId } = given.transfer;
  sender.ok('treasurer', 'transfer.send', given.transfer);
  expect([cents(sender, 2026, 'under_way'), held(sender) + held(receiver)]).toEqual([60_000, 2_000_000]);
  receiver.ok('system', 'transfer.receive', given.received);
  sender.ok('system', 'transfer.settle', { transferId, result: 'arrived', settledOn: '2026-04-02' });
  expect([cents(sender, 2026, 'free'), cents(receiver, 2026, 'free')]).toEqual([940_000, 1_060_000]);
  expect(cents(sender, 2026, 'transferred') + cents(receiver, 2026, 'transferred')).toBe(0);
  for (const world of [sender, receiver]) everyEuro(world);

  const refused = given.sentWorld();
  refused.ok('system', 'transfer.settle', { transferId, result: 'refused', settledOn: '2026-04-02' });
  expect([cents(refused, 2026, 'free'), cents(refused, 2026, 'under_way')]).toEqual([1_000_000, 0]);
});

test('[D15] a transfer that is under way when the year closes is settled in the next one', () => {
  const world = given.sentWorld();
  world.ok('treasurer', 'budgetYear.open', given.nextYear);
  expect(close(world, 940_000).kind).toBe('applied');
  world.ok('system', 'transfer.settle', {
    ...{ transferId: given.transfer.transferId, result: 'refused', settledOn: '2027-02-02' },
  });
  expect([cents(world, 2027, 'under_way'), cents(world, 2027, 'free')]).toEqual([0, 1_160_000]);
  everyEuro(world);
});

test('rules are copied to the next year once, without the retired ones, and can differ there', () => {
  const world = given.ruledWorld();
  const retired = { ...given.rule, ruleKey: uid('old rule'), text: 'Vervallen' };
  world.ok('secretary', 'rule.add', retired);
  world.ok('secretary', 'rule.retire', { ruleId: `${retired.ruleKey}:2026`, retired: true });
  world.ok('treasurer', 'budgetYear.open', given.nextYear);
  world.ok('secretary', 'rule.copy', { fromYear: 2026, toYear: 2027 });
  const id = `${given.rule.ruleKey}:2027`;
  world.ok('secretary', 'rule.change', { ruleId: id, fields: { limit: 1 }, seen: { limit: 500_000 } });
  world.ok('secretary', 'rule.copy', { fromYear: 2026, toYear: 2027 });
  expect(world.all('rule').filter(({ year }) => year === 2027)).toMatchObject([{ id, limit: 1 }]);
});

test('quarters of a map are added to the committee once, whatever the spelling', () => {
  const world = given.foundedWorld();
  world.ok('chair', 'committee.change', { fields: { quarters: ['klosplein '] }, seen: { quarters: [] } });
  world.ok('secretary', 'quarter.add', { quarters: [given.quarter, { ...given.quarter, name: 'Velve' }] });
  expect(world.get('committee', world.all('committee')[0]?.id ?? '').quarters).toEqual(['klosplein ', 'Velve']);
  world.ok('secretary', 'quarter.add', { quarters: [{ ...given.quarter, residents: 1_300 }] });
  expect(world.get('quarter', 'klosplein').residents).toBe(1_300);
});

test('[D8] whatever people do with a year, in any order, every euro is in one place', () => {
  const amount = fc.integer({ min: 1, max: 400_000 });
  const acts = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), amount, fc.constantFrom(2026, 2027)), {
    maxLength: 25,
  });
  fc.assert(
    fc.property(acts, (list) => {
      const world = given.yearEndWorld();
      list.forEach(([act, amountCents, year], n) => {
        const on = { year, amountCents, bookedOn: '2026-06-01' };
        if (act === 0) world.send('treasurer', 'savings.put', { ...on, goalId: goal.goalId });
        if (act === 1) world.send('treasurer', 'savings.take', { ...on, goalId: goal.goalId });
        if (act === 2) world.send('treasurer', 'organisation.reserve', on);
        if (act === 3) world.send('treasurer', 'organisation.reserve', { ...on, amountCents: -amountCents });
        const cost = { ...given.cost, costId: uid(`cost ${n}`), year, amountCents };
        if (act === 4) world.send('treasurer', 'organisationCost.record', cost);
        const transferId = uid(`transfer ${n % 3}`);
        if (act === 5) world.send('treasurer', 'transfer.send', { ...given.transfer, transferId, year, amountCents });
        if (act === 6)
          world.send('system', 'transfer.settle', {
            ...{ transferId, settledOn: '2026-06-01', result: amountCents % 2 === 0 ? 'arrived' : 'refused' },
          });
        if (act === 7)
          world.send('system', 'transfer.receive', {
            ...given.received,
            transferId: uid(`in ${n}`),
            year,
            amountCents,
          });
        const left = cents(world, 2026, 'free') + cents(world, 2026, 'organisation');
        if (act === 8) close(world, left);
        if (act === 9)
          world.send('treasurer', 'payment.record', { ...given.payment, number: (n % 3) + 2, amountCents: 100 });
      });
      everyEuro(world);
      const under = (account: LedgerAccount): number => cents(world, 2026, account) + cents(world, 2027, account);
      const standing = world.all('payment').filter(({ reversed }) => !reversed);
      expect(under('paid')).toBe(addCents(standing.map(({ amountCents }) => amountCents)));
      expect(under('awarded') + under('paid')).toBe(45_000);
      const out = world.all('transfer').filter(({ direction }) => direction === 'out');
      expect(under('under_way')).toBe(
        addCents(out.filter(({ state }) => state === 'under_way').map(({ amountCents }) => amountCents)),
      );
      if (world.get('budgetYear', '2026').closedInto !== undefined) expect(cents(world, 2026, 'free')).toBe(0);
    }),
    { numRuns: 300 },
  );
});
