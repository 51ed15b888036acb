import { describe, expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import { check } from '../../../tests/domain/rulingExamples.ts';
import type { Proposal, Rule, RuleCheck, RuleVerdict } from '../rows.ts';
import { type CheckInput, checkedFor, checkOf, exceptionAsked } from './check.ts';
import { type CheckFacts, proposedFor } from './findings.ts';
import { isFollowed, lastDay, type RoadInput, roadOf, roadStep } from './road.ts';

const proposal: Proposal = {
  ...given.submittedWorld().get('proposal', given.proposalId),
  period: { from: '2026-06-20', until: '2026-06-20' },
};
const rule = (kind: Rule['check'], limit: number | null, more: Partial<Rule> = {}): Rule => ({
  ...{ id: `${kind}:2026`, key: kind, year: 2026, owner: 'body', text: kind, help: '' },
  ...{ check: kind, limit, retired: false },
  ...more,
});
const facts = (more: Partial<CheckFacts> = {}, change: Partial<Proposal> = {}): CheckFacts => ({
  proposal: { ...proposal, ...change },
  ...{ supporters: { low: 0, high: 0 }, supportAsked: false, coFinancing: [], counterContributions: [] },
  ...more,
});
const behind = (low: number, high = low) => ({ supporters: { low, high } });
const promised = (promisedCents: number): CheckFacts['coFinancing'] => [
  { id: 'c', proposalId: 'p', source: 'Corporatie', promisedCents, receivedCents: 0, receivedOn: null },
];

const limit5000 = rule('amount_max', 500_000, { unlessAbove: 10 });
const cases: readonly (readonly [string, Rule, CheckFacts, RuleVerdict | null])[] = [
  ['exactly the most that may be asked', limit5000, facts({}, { requestedCents: 500_000 }), 'yes'],
  ['a cent more', limit5000, facts({}, { requestedCents: 500_001 }), 'can_be_mended'],
  ['more, with ten behind it', limit5000, facts(behind(10), { requestedCents: 600_000 }), 'can_be_mended'],
  ['more, with eleven behind it', limit5000, facts(behind(11), { requestedCents: 600_000 }), 'yes'],
  ['more, with counts that differ', limit5000, facts(behind(9, 12), { requestedCents: 600_000 }), null],
  ['six of six residents', rule('supporters_min', 6), facts(behind(6)), 'yes'],
  ['five of six', rule('supporters_min', 6), facts(behind(5)), 'can_be_mended'],
  ['five or six of six', rule('supporters_min', 6), facts(behind(5, 6)), null],
  ['a tenth from others', rule('co_financing_min_percent', 10), facts({ coFinancing: promised(5_000) }), 'yes'],
  ['less from others', rule('co_financing_min_percent', 10), facts({ coFinancing: promised(4_999) }), 'can_be_mended'],
  ['nobody pays along', rule('co_financing_min_percent', 10), facts(), 'can_be_mended'],
  ['139 days before', rule('days_before_min', 139), facts(), 'yes'],
  ['a day too late', rule('days_before_min', 140), facts(), 'no'],
  ['no day is known', rule('days_before_min', 30), facts({}, { period: null }), 'can_be_mended'],
  ['not handed in', rule('days_before_min', 30), facts({}, { submittedOn: null }), null],
  ['on 30 September', rule('submitted_before', 1001), facts({}, { submittedOn: '2026-09-30' }), 'yes'],
  ['on 1 October itself', rule('submitted_before', 1001), facts({}, { submittedOn: '2026-10-01' }), 'no'],
  ['in the year before', rule('submitted_before', 1001), facts({}, { submittedOn: '2025-12-30' }), 'yes'],
  ['in the year', rule('period_in_year', null), facts(), 'yes'],
  [
    'over new year',
    rule('period_in_year', null),
    facts({}, { period: { from: '2026-12-31', until: '2027-01-01' } }),
    'no',
  ],
  ['the street was asked', rule('support_asked', null), facts({ supportAsked: true }), 'yes'],
  ['nobody was asked', rule('support_asked', null), facts(), 'can_be_mended'],
  ['nothing in return', rule('counter_contribution', null), facts(), 'can_be_mended'],
  ['for people to judge', rule('judged', null), facts(behind(99)), null],
];

test.each(cases)('[S6] %s: %o', (_, one, seen, verdict) => {
  expect(proposedFor(one, seen).verdict).toBe(verdict);
});

describe('[S8] the road of a proposal', () => {
  const real = [rule('publish_from', 100_000), rule('publication_days', 21), rule('amount_max', 500_000)];
  const road = (requestedCents: number, more: Partial<RoadInput> = {}) =>
    roadOf({ requestedCents, budgetYear: { smallLimitCents: 500_000 }, rules: real, ...more });

  test.each([
    [99_999, 'at_once', 'below', 100_000],
    [100_000, 'publish_first', 'publish_from', 100_000],
    [500_000, 'publish_first', 'publish_from', 100_000],
    [500_001, 'consultation', 'above_small_limit', 500_000],
  ] as const)('of %i cents: %s', (cents, expected, because, limitCents) => {
    expect(road(cents)).toMatchObject({ road: expected, because, limitCents });
  });

  test('a rule for the consultation goes before the limit for small projects', () => {
    const rules = [...real, rule('consult_from', 300_000)];
    expect(road(300_000, { rules })).toMatchObject({ road: 'consultation', because: 'consult_from' });
    expect(road(299_999, { rules }).road).toBe('publish_first');
  });

  test('a retired rule asks nothing, and without limits the committee decides', () => {
    const rules = [rule('publish_from', 100_000, { retired: true })];
    expect(road(200_000, { rules }).road).toBe('at_once');
    expect(roadOf({ requestedCents: 9_999_999, budgetYear: undefined, rules: [] })).toMatchObject({
      road: 'at_once',
      because: 'no_limits',
    });
  });

  test('the term of a publication: its last day is still a day to respond', () => {
    const publication = { on: '2026-02-01', until: lastDay('2026-02-01', real), where: 'Wijkkrant' };
    expect(publication.until).toBe('2026-02-22');
    const step = (today: string, published: typeof publication | undefined = publication) =>
      roadStep({ road: 'publish_first', publication: published, consulted: false, today });
    expect(step('2026-02-22')).toBe('term_running');
    expect(step('2026-02-23')).toBe('gone');
    expect(roadStep({ road: 'publish_first', publication: undefined, consulted: true, today: '2026-02-23' })).toBe(
      'to_publish',
    );
    expect(lastDay('2026-02-01', [])).toBe('2026-02-15'); // as is usual where no rule says it
  });

  test('a consultation is gone when it has a result, and what is at once is free', () => {
    const state = { publication: undefined, today: '2026-03-01' };
    expect(roadStep({ road: 'consultation', consulted: false, ...state })).toBe('to_consult');
    expect(roadStep({ road: 'consultation', consulted: true, ...state })).toBe('gone');
    expect(isFollowed(roadStep({ road: 'at_once', consulted: false, ...state }))).toBe(true);
  });
});

describe('[S6] the check as a whole', () => {
  const amount = rule('amount_max', 500_000);
  const gain = rule('judged', null, { owner: 'city' });
  const found = (of: Rule, verdict: RuleVerdict): RuleCheck => ({
    ...{ id: of.id, proposalId: given.proposalId, ruleId: of.id, verdict, barrier: null, note: '' },
    ...{ checkedBy: 'a', checkedOn: check.checkedOn },
  });
  const whole = (recorded: readonly RuleCheck[], more: Partial<CheckInput> = {}) =>
    checkOf({
      ...{ facts: facts(), rules: [gain, amount, rule('publish_from', 100_000)], recorded },
      ...{ road: { road: 'at_once', because: 'below', limitCents: 100_000 }, step: 'free' },
      ...more,
    });

  test('what the app proposes counts for nothing until a person says so', () => {
    const checked = whole([]);
    expect(checked.lines.map((line) => line.rule.check)).toEqual(['amount_max', 'judged']); // the road is no rule to meet
    expect(checked).toMatchObject({ open: 2, missed: [], allMet: false });
    expect(exceptionAsked('awarded', checked)).toBeUndefined();
    expect(exceptionAsked('refused', checked)).toBeUndefined();
  });

  test('both directions ask for a reason; waiting does not', () => {
    const missed = whole([found(amount, 'yes'), found(gain, 'can_be_mended')]);
    expect(missed.missed.map((line) => line.rule.id)).toEqual([gain.id]);
    expect(exceptionAsked('awarded', missed)).toBe('rules_missed');
    expect(exceptionAsked('partly_awarded', missed)).toBe('rules_missed');
    expect(exceptionAsked('refused', missed)).toBeUndefined();
    const met = whole([found(amount, 'yes'), found(gain, 'not_applicable')]);
    expect(met.allMet).toBe(true);
    expect(exceptionAsked('refused', met)).toBe('all_rules_met');
    expect(exceptionAsked('awarded', met)).toBeUndefined();
    expect(exceptionAsked('deferred', missed)).toBeUndefined();
    expect(exceptionAsked(null, met)).toBeUndefined();
  });

  test('a part that is no more than the rule for the amount allows goes along with the rules', () => {
    const missed = whole([found(amount, 'no'), found(gain, 'yes')]);
    expect(exceptionAsked('partly_awarded', checkedFor(500_000, missed))).toBeUndefined();
    expect(exceptionAsked('partly_awarded', checkedFor(500_001, missed))).toBe('rules_missed');
    expect(checkedFor(undefined, missed)).toBe(missed); // the amount cannot be read yet
    const both = whole([found(amount, 'no'), found(gain, 'no')]);
    expect(checkedFor(100, both).missed.map((line) => line.rule.id)).toEqual([gain.id]);
  });

  test.each([
    ['publish_first', 'publish_from', 'term_running'],
    ['consultation', 'consult_from', 'to_consult'],
    ['consultation', 'above_small_limit', 'to_consult'],
  ] as const)('an award before the road %s (%s) was gone to its end asks for a reason', (name, because, step) => {
    const road = { road: name, because, limitCents: 100_000 };
    const ended = [found(amount, 'yes'), found(gain, 'yes')];
    const checked = whole(ended, { road, step });
    expect(checked).toMatchObject({ missedRoad: name, allMet: false });
    expect(exceptionAsked('awarded', checked)).toBe('rules_missed');
    expect(exceptionAsked('refused', checked)).toBeUndefined();
    expect(whole(ended, { road, step: 'gone' })).toMatchObject({ missedRoad: undefined, allMet: true });
  });

  test('without rules nothing is an exception; a retired rule only shows what was found', () => {
    expect(whole([], { rules: [] }).allMet).toBe(false);
    const old = { ...amount, retired: true };
    expect(whole([], { rules: [old] }).lines).toEqual([]);
    const checked = whole([found(old, 'no')], { rules: [old] });
    expect(checked.lines).toHaveLength(1);
    expect(checked.missed).toEqual([]);
  });
});
