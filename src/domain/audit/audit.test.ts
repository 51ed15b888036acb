import { describe, expect, test } from 'vitest';
import { matchedWorld } from '../../../tests/domain/bankExamples.ts';
import * as given from '../../../tests/domain/committee.ts';
import { booksOf } from '../../../tests/domain/world.ts';
import type { BankTransaction, Claim } from '../rows.ts';
import { type BookRows, bookProblems } from './bookCheck.ts';
import { auditSample } from './sample.ts';

const world = given.paidWorld();
const paid = world.get('claim', given.claimId);
const claims = (count: number, cents: (n: number) => number): readonly Claim[] =>
  Array.from({ length: count }, (_, n) => ({ ...paid, id: `claim ${n}`, paidCents: cents(n) }));

describe('the sample of the kascommissie', () => {
  test('is a fifth, at least five, and never what was not paid', () => {
    expect(
      auditSample(
        claims(100, (n) => n),
        2026,
      ),
    ).toHaveLength(20);
    expect(
      auditSample(
        claims(8, () => 10),
        2026,
      ),
    ).toHaveLength(5);
    expect(
      auditSample(
        claims(3, () => 10),
        2026,
      ),
    ).toHaveLength(3);
    expect(
      auditSample(
        claims(9, () => 0),
        2026,
      ),
    ).toEqual([]);
  });

  test('holds the largest and others too, the same whatever order the rows come in', () => {
    const all = claims(100, (n) => n + 1);
    const sample = auditSample(all, 2026);
    expect(sample.slice(0, 10).map(({ paidCents }) => paidCents)).toEqual([100, 99, 98, 97, 96, 95, 94, 93, 92, 91]);
    expect(sample.slice(10).every(({ paidCents }) => paidCents <= 90)).toBe(true);
    expect(new Set(sample.map(({ id }) => id)).size).toBe(20);
    expect(auditSample(all.toReversed(), 2026)).toEqual(sample);
    expect(auditSample(all, 2027).slice(10)).not.toEqual(sample.slice(10));
  });
});

describe('the books computed again', () => {
  const rows = booksOf(given.yearEndWorld());
  const codes = (change: Partial<BookRows>, from = rows) =>
    bookProblems({ ...from, ...change }).map(({ code }) => code);

  test('fit when commands made them, also after a year was closed and a payment and a cost were taken back', () => {
    expect(bookProblems(rows)).toEqual([]);
    const later = given.yearEndWorld();
    later.ok('treasurer', 'payment.reverse', {
      ...{ paymentId: later.all('payment')[0]?.id ?? '', reason: 'Terug', reversedOn: '2026-12-01' },
    });
    later.ok('treasurer', 'budgetYear.close', { year: 2026, closedOn: '2027-01-31', seenLeftCents: 850_500 });
    later.ok('treasurer', 'organisationCost.reverse', {
      ...{ costId: given.cost.costId, reason: 'Terug', reversedOn: '2027-02-02' },
    });
    expect(bookProblems(booksOf(later))).toEqual([]);
  });

  test('a line that is gone shows in its entry and in what it was about', () => {
    const lines = rows.lines.filter(({ account }) => account !== 'paid');
    expect(codes({ lines })).toEqual(['entry_uneven', 'payments_booked']);
  });

  test('an amount that was changed shows everywhere that it is said', () => {
    const payments = rows.payments.map((payment) => ({ ...payment, amountCents: payment.amountCents + 1 }));
    expect(codes({ payments })).toEqual(['claim_paid', 'claim_above', 'payments_booked', 'award_booked']);
    const proposals = rows.proposals.map((proposal) => ({ ...proposal, awardedCents: 1 }));
    expect(codes({ proposals })).toEqual(['award_booked', 'paid_above_award']);
  });

  test('a payment that vanished shows with what it should have been', () => {
    expect(bookProblems({ ...rows, payments: [] })).toContainEqual({
      ...{ code: 'claim_paid', id: given.claimId, saysCents: given.payment.amountCents, countedCents: 0 },
    });
  });

  test('an own cost that was made smaller, or added without an entry, shows', () => {
    const [cost] = rows.costs;
    const costs = rows.costs.map((one) => ({ ...one, amountCents: one.amountCents - 1 }));
    expect(codes({ costs })).toEqual(['costs_booked']);
    expect(codes({ costs: cost === undefined ? [] : [cost, { ...cost, id: 'other' }] })).toEqual(['costs_booked']);
  });

  test('a line of the bank that was changed after it was read shows, and so does what it was matched with', () => {
    const bank = booksOf(matchedWorld());
    expect(bookProblems(bank)).toEqual([]);
    const change = (fields: Partial<BankTransaction>) => ({
      transactions: bank.transactions.map((line) => (line.id === bank.matches[0]?.id ? { ...line, ...fields } : line)),
    });
    expect(codes(change({ counterIban: 'NL00ABNA0000000000' }), bank)).toEqual(['bank_line_changed']);
    expect(codes(change({ cents: -1 }), bank)).toEqual(['bank_line_changed', 'match_uneven']);
    expect(codes({ transactions: [] }, bank)).toEqual(['match_uneven']);
    expect(codes({ transactions: [], matches: [] }, bank)).toEqual([]); // who may not see the bank has neither
  });
});
