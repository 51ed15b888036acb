import { describe, expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import type { Claim } from '../rows.ts';
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
  const rows: BookRows = {
    lines: given.yearEndWorld().all('ledgerLine'),
    proposals: given.yearEndWorld().all('proposal'),
    claims: given.yearEndWorld().all('claim'),
    payments: given.yearEndWorld().all('payment'),
  };
  const codes = (change: Partial<BookRows>) => bookProblems({ ...rows, ...change }).map(({ code }) => code);

  test('fit when commands made them, also after a year was closed and a payment taken back', () => {
    expect(bookProblems(rows)).toEqual([]);
    const later = given.yearEndWorld();
    later.ok('treasurer', 'payment.reverse', {
      ...{ paymentId: later.all('payment')[0]?.id ?? '', reason: 'Terug', reversedOn: '2026-12-01' },
    });
    later.ok('treasurer', 'budgetYear.close', { year: 2026, closedOn: '2027-01-31', seenLeftCents: 850_500 });
    const all = { lines: later.all('ledgerLine'), proposals: later.all('proposal') };
    expect(bookProblems({ ...all, claims: later.all('claim'), payments: later.all('payment') })).toEqual([]);
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
});
