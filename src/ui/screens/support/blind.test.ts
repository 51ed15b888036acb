import { describe, expect, test } from 'vitest';
import type { Access } from '../../../domain/access.ts';
import type { ProposalState, SupportCount, SupportSheet } from '../../../domain/rows.ts';
import { shownSupport } from './blind.ts';

const sheet = (number: number): SupportSheet => ({
  id: `p:${number}`,
  proposalId: 'p',
  number,
  area: '',
  photos: [],
  settled: null,
  settledBy: null,
  settledReason: null,
});
const count = (number: number, countedBy: string, forCount: number): SupportCount => ({
  id: `p:${number}:${countedBy}`,
  sheetId: `p:${number}`,
  proposalId: 'p',
  countedBy,
  countedOn: '2026-11-20',
  householdsAsked: 60,
  forCount,
  againstCount: 0,
  noOpinionCount: 0,
  notAtHomeCount: 0,
});
const as = (personId: string, role: Access['role'] = 'member'): Access => ({ personId, role, proposalIds: [], v: 1 });
const shown = (access: Access, state: ProposalState, counts: readonly SupportCount[]) =>
  shownSupport({ access, proposal: { state }, sheets: [sheet(1), sheet(2)], counts });

describe('the second count is blind', () => {
  const counts = [count(1, 'ans', 41), count(2, 'bram', 7)];

  test('a sheet that only somebody else counted is in no sum of whoever still can count it', () => {
    const seen = shown(as('bram'), 'submitted', counts);
    expect(seen.hiddenSheets).toEqual([1]);
    expect(seen.summary.forCount).toEqual({ low: 7, high: 7 });
    expect(seen.summary.sheets.map(({ number }) => number)).toEqual([2]);
  });

  test('after the own count everything is there', () => {
    const seen = shown(as('bram'), 'submitted', [...counts, count(1, 'bram', 40)]);
    expect(seen.hiddenSheets).toEqual([]);
    expect(seen.summary.forCount).toEqual({ low: 47, high: 48 });
  });

  test('who does not count, and who looks after the decision, sees all numbers', () => {
    expect(shown(as('kas', 'auditor'), 'submitted', counts).summary.forCount.low).toBe(48);
    expect(shown(as('bram'), 'awarded', counts).summary.forCount.low).toBe(48);
  });
});
