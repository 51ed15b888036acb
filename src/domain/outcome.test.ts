import { describe, expect, test } from 'vitest';
import * as given from '../../tests/domain/committee.ts';
import { toldWorld } from '../../tests/domain/outcomeExamples.ts';
import {
  missingInOutcome,
  moneyByYear,
  noOutcome,
  overOn,
  reportDueOn,
  reportStage,
  runningIn,
  toldOfYear,
  yearReportDueOn,
  yearsToTell,
} from './outcome.ts';

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

describe('a project of more years', () => {
  const world = toldWorld();
  const proposal = { ...world.get('proposal', proposalId), untilYear: 2028 };
  const whole = world.get('outcome', proposalId);
  const years = [{ year: 2026, visitors: 60, story: '' }];
  const told = { ...noOutcome(proposalId), years };

  test('is asked for each year that is over, four weeks after it; not for the last, which is told in the report', () => {
    expect(yearReportDueOn(2026)).toBe('2027-01-28');
    expect(yearsToTell(proposal, undefined, '2026-12-31')).toEqual([]);
    expect(yearsToTell(proposal, undefined, '2027-01-01')).toEqual([2026]);
    expect(yearsToTell(proposal, undefined, '2028-06-01')).toEqual([2026, 2027]);
    expect(yearsToTell(proposal, told, '2028-06-01')).toEqual([2027]);
    expect(yearsToTell({ ...proposal, state: 'refused' }, undefined, '2028-06-01')).toEqual([]);
    const { untilYear: _, ...ofOneYear } = proposal;
    expect(yearsToTell(ofOneYear, undefined, '2028-06-01')).toEqual([]);
  });

  test('a report that is whole too early does not take a year’s place; at the end it asks for no more', () => {
    expect(yearsToTell(proposal, whole, '2027-06-01')).toEqual([2026]);
    expect(yearsToTell(proposal, whole, '2029-01-01')).toEqual([]);
    expect(yearsToTell(proposal, undefined, '2029-01-01'), 'then the report is due').toEqual([]);
  });

  test('what was told of a year is its own; of the last one it is the report', () => {
    expect(toldOfYear(proposal, told, 2026)).toEqual(years[0]);
    expect(toldOfYear(proposal, whole, 2026)).toBeUndefined();
    expect(toldOfYear(proposal, whole, 2028)).toEqual({ year: 2028, visitors: 140, story: 'De hele straat danste.' });
    const empty = { ...told, years: [{ year: 2026, visitors: null, story: ' ' }] };
    expect(toldOfYear(proposal, empty, 2026)).toBeUndefined();
  });

  test('runs in each of its years when it got money, and in no other', () => {
    const runs = (year: number, over = {}) => runningIn([{ ...proposal, ...over }], [told], year);
    expect([2025, 2026, 2028, 2029].map((year) => runs(year).length)).toEqual([0, 1, 1, 0]);
    expect(runs(2026)[0]?.told).toEqual(years[0]);
    expect([runs(2026, { awardedCents: 0 }), runs(2026, { untilYear: undefined })]).toEqual([[], []]);
  });
});
