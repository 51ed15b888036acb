import { expect, test } from 'vitest';
import { noOutcome } from '../outcome.ts';
import type { Decision, Outcome, Proposal } from '../rows.ts';
import { byIntake, byLanguage } from './projects.ts';
import { exceptionsTo, resultsOf } from './results.ts';

const project = (id: string, over: Partial<Proposal> = {}): Proposal => ({
  ...{ id, year: 2026, number: null, title: id, summary: '', applicant: '', kind: 'unique_project' as const },
  ...{ themeShares: [], quarters: [], streets: '', period: null, intake: 'own' as const, repeatOfId: null },
  ...{ budgetLines: [], requestedCents: 0, state: 'awarded' as const, awardedCents: 100, awardDecisionId: null },
  ...{ returnReason: null, submittedOn: '2026-01-02', mergedIntoId: null },
  ...over,
});
const outcome = (id: string, over: Partial<Outcome>): Outcome => ({ ...noOutcome(id), ...over });

test('[S20] what projects brought: only what somebody told, each answer with its projects', () => {
  const projects = [project('a'), project('b'), project('silent')];
  const outcomes = [
    outcome('a', { visitors: 120, nicer: 'yes', withoutBudget: 'not_gone_on', volunteerHours: 30 }),
    outcome('b', { visitors: 0, nicer: 'partly', withoutBudget: 'not_gone_on' }),
  ];
  const { visitors, hours, nicer, withoutBudget } = resultsOf(projects, projects, outcomes, 2026);
  expect(visitors).toEqual([
    { proposalId: 'a', count: 120 },
    { proposalId: 'b', count: 0 },
  ]);
  expect(hours).toEqual([{ proposalId: 'a', count: 30 }]);
  const told = (groups: readonly { readonly key: string; readonly ids: readonly string[] }[]) =>
    groups.flatMap(({ key, ids }) => (ids.length === 0 ? [] : [[key, ...ids]]));
  expect(told(nicer)).toEqual([
    ['yes', 'a'],
    ['partly', 'b'],
  ]);
  expect(told(withoutBudget)).toEqual([['not_gone_on', 'a', 'b']]);
});

test('[S21] a project of more years counts its visitors in each year, and its answers once', () => {
  const language = project('language', { year: 2025, untilYear: 2027 });
  const told = outcome('language', { nicer: 'yes', years: [{ year: 2026, visitors: 31, story: '' }] });
  const in2026 = resultsOf([], [language], [told], 2026);
  expect(in2026.visitors).toEqual([{ proposalId: 'language', count: 31 }]);
  expect(in2026.nicer.flatMap(({ ids }) => ids)).toEqual([]);
  const in2025 = resultsOf([language], [language], [told], 2025);
  expect(in2025.visitors).toEqual([]);
  expect(in2025.nicer.flatMap(({ ids }) => ids)).toEqual(['language']);
});

test('[S6] exceptions in both directions, of decisions of the year that stand', () => {
  const decision = (id: string, kind: 'rules_missed' | 'all_rules_met' | undefined, over: Partial<Decision> = {}) =>
    ({ id, proposalId: 'a', withdrawn: false, ...(kind && { exception: { kind } }), ...over }) as Decision;
  const decisions = [
    decision('missed', 'rules_missed'),
    decision('met', 'all_rules_met'),
    decision('plain', undefined),
    decision('gone', 'rules_missed', { withdrawn: true }),
    decision('other', 'rules_missed', { proposalId: 'of another year' }),
  ];
  const { awarded, refused } = exceptionsTo([project('a')], decisions);
  expect([awarded, refused].map((all) => all.map(({ id }) => id))).toEqual([['missed'], ['met']]);
});

test('[S14] how applications came in, of all that were handed in', () => {
  const all = [
    project('a', { state: 'refused' }),
    project('b', { intake: 'spoken' }),
    project('draft', { submittedOn: null }),
    project('before', { past: true }),
  ];
  expect(byIntake(all).map(({ key, ids }) => [key, ...ids])).toEqual([['own', 'a'], ['paper_form'], ['spoken', 'b']]);
});

test('[S14] in which language they came in; those of before it was asked are in none', () => {
  const all = [
    project('a', { language: 'nl' }),
    project('b', { language: 'tr', state: 'refused' }),
    project('c', { language: 'nl' }),
    project('nobody said', { language: null }),
    project('of before'),
    project('draft', { language: 'tr', submittedOn: null }),
  ];
  const found = byLanguage(all).filter(({ ids }) => ids.length > 0);
  expect(found.map(({ key, ids }) => [key, ...ids])).toEqual([
    ['nl', 'a', 'c'],
    ['tr', 'b'],
  ]);
});
