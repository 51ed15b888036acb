import { expect, test } from 'vitest';
import * as given from '../../tests/domain/committee.ts';
import { toldWorld } from '../../tests/domain/outcomeExamples.ts';
import { missingInOutcome, moneyByYear, noOutcome, overOn, reportDueOn, reportStage } from './outcome.ts';

const { proposalId } = given;
const period = { from: '2026-12-19', until: '2026-12-19' };

test('what is missing: what happened, and the two questions that have one answer', () => {
  expect(missingInOutcome(undefined)).toEqual(['told', 'nicer', 'without_budget']);
  expect(missingInOutcome({ ...noOutcome('x'), visitors: 0, nicer: 'unknown' })).toEqual(['without_budget']);
  expect(missingInOutcome({ ...noOutcome('x'), story: ' ', nicer: 'no', withoutBudget: 'later' })).toEqual(['told']);
});

test('due four weeks after its last day; for more years, or without a day, after the last year', () => {
  expect(reportDueOn({ year: 2026, period })).toBe('2027-01-16');
  expect(overOn({ year: 2026, period: null })).toBe('2026-12-31');
  expect(overOn({ year: 2026, period, untilYear: 2028 })).toBe('2028-12-31');
});

test('from award to closed book: running, due, reported, closed', () => {
  const world = toldWorld();
  const proposal = { ...world.get('proposal', proposalId), period };
  const outcome = world.get('outcome', proposalId);
  expect(reportStage(proposal, undefined, '2026-12-19')).toBe('running');
  expect(reportStage(proposal, undefined, '2026-12-20')).toBe('due');
  expect(reportStage(proposal, outcome, '2026-12-20')).toBe('reported');
  expect(reportStage({ ...proposal, state: 'finished' }, outcome, '2026-12-20')).toBe('closed');
  expect(reportStage({ ...proposal, state: 'finished' }, undefined, '2026-12-01')).toBe('due');
  expect(reportStage({ ...proposal, state: 'refused' }, outcome, '2026-12-20')).toBe('none');
  expect(reportStage({ ...proposal, state: 'finished', past: true }, undefined, '2026-12-20')).toBe('none');
});

test('money by year: what was paid, and what is still promised', () => {
  const lines = given
    .paidWorld()
    .all('ledgerLine')
    .filter((line) => line.proposalId === proposalId);
  expect(moneyByYear(lines)).toEqual([{ year: 2026, paidCents: 12_050, leftCents: 45_000 - 12_050 }]);
});
