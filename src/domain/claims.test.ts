import { describe, expect, test } from 'vitest';
import { awardLeft, claimStage, handedInAbove, leftToSpend, lineLeft } from './claims.ts';
import type { Claim, Proposal, Receipt } from './rows.ts';

const proposal: Proposal = {
  id: 'p',
  year: 2026,
  number: 1,
  title: 'Lichtjestocht',
  summary: '',
  applicant: '',
  kind: 'recurring_event',
  themeShares: [],
  quarters: [],
  streets: '',
  period: null,
  intake: 'own',
  repeatOfId: null,
  mergedIntoId: null,
  budgetLines: [],
  requestedCents: 50_000,
  state: 'awarded',
  awardedCents: 50_000,
  awardDecisionId: 'd',
  returnReason: null,
  submittedOn: '2026-01-01',
};
const claim: Claim = {
  id: 'c',
  proposalId: 'p',
  kind: 'reimbursement',
  claimantId: 'm',
  claimedCents: 8_640,
  approvedCents: 0,
  paidCents: 0,
  state: 'submitted',
  judgedBy: null,
  judgeReason: null,
  submittedAt: '2026-01-02T10:00:00.000Z',
  payeeName: 'M',
  ibanLast4: '0189',
  flags: [],
};
const receipt: Receipt = {
  id: 'r',
  claimId: 'c',
  proposalId: 'p',
  amountCents: 8_640,
  boughtOn: '2026-01-02',
  shop: 'De Klos',
  what: '',
  budgetLineId: 'line',
  photos: [],
};

describe('where a claim stands', () => {
  const undecided: Proposal = { ...proposal, state: 'submitted', awardedCents: 0 };
  test.each([
    ['to_judge', claim, proposal],
    ['waits_for_decision', claim, undecided],
    ['waits_for_decision', claim, undefined],
    ['waits_for_decision', claim, { ...undecided, state: 'deferred' as const }],
    ['no_money', claim, { ...undecided, state: 'refused' as const }],
    ['no_money', claim, { ...undecided, state: 'withdrawn' as const }],
    ['returned', { ...claim, state: 'returned' as const }, undecided],
    ['rejected', { ...claim, state: 'rejected' as const }, proposal],
    ['to_pay', { ...claim, state: 'approved' as const, approvedCents: 8_000 }, proposal],
    ['partly_paid', { ...claim, state: 'approved' as const, approvedCents: 8_000, paidCents: 1 }, proposal],
    ['paid', { ...claim, state: 'approved' as const, approvedCents: 8_000, paidCents: 8_000 }, proposal],
  ] as const)('%s', (stage, of, about) => {
    expect(claimStage(of, about)).toBe(stage);
  });
});

test('only approved claims of the proposal take room of its award', () => {
  const approved: Claim = { ...claim, id: 'a', state: 'approved', approvedCents: 30_000 };
  const others: readonly Claim[] = [
    { ...approved, id: 'b', proposalId: 'other' },
    { ...approved, id: 'c', state: 'returned' },
  ];
  expect(awardLeft(proposal, [claim, approved, ...others])).toBe(20_000);
});

test('what can still be spent is less what waits to be judged, and never below zero', () => {
  const approved: Claim = { ...claim, id: 'b', state: 'approved', approvedCents: 30_000 };
  const waiting: Claim = { ...claim, id: 'c', state: 'submitted', claimedCents: 12_000 };
  const returned: Claim = { ...claim, id: 'd', state: 'returned', claimedCents: 5_000 };
  expect(leftToSpend({ ...proposal, awardedCents: 50_000 }, [approved, waiting, returned])).toBe(8_000);
  expect(leftToSpend({ ...proposal, awardedCents: 40_000 }, [approved, waiting, returned])).toBe(0);
});

test('what was handed in above the award counts what was approved and what waits, not what came back', () => {
  const approved: Claim = { ...claim, id: 'b', state: 'approved', approvedCents: 30_000 };
  const waiting: Claim = { ...claim, id: 'c', state: 'submitted', claimedCents: 25_000 };
  const returned: Claim = { ...claim, id: 'd', state: 'returned', claimedCents: 90_000 };
  expect(handedInAbove(proposal, [approved, waiting, returned])).toBe(5_000);
  expect(handedInAbove({ ...proposal, awardedCents: 55_000 }, [approved, waiting])).toBe(0);
  expect(handedInAbove({ ...proposal, awardedCents: 0 }, [waiting])).toBe(0); // it waits for a decision
});

test('an award that was lowered below what is approved has less than nothing left', () => {
  const approved: Claim = { ...claim, state: 'approved', approvedCents: 30_000 };
  expect(awardLeft({ ...proposal, awardedCents: 10_000 }, [approved])).toBe(-20_000);
});

test('a budget line is used by every receipt that was not rejected, and a refund gives back', () => {
  const line = { id: 'line', label: 'Lampionnen', amountCents: 35_000 };
  const receipts: readonly Receipt[] = [
    receipt,
    { ...receipt, id: 'refund', amountCents: -640 },
    { ...receipt, id: 'elsewhere', budgetLineId: null },
    { ...receipt, id: 'refused', claimId: 'no' },
  ];
  expect(lineLeft(line, receipts, [claim, { ...claim, id: 'no', state: 'rejected' }])).toBe(27_000);
});
