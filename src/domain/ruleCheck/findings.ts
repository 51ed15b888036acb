/** What the app can see of a rule by itself. It proposes, with its reason; a person decides. Codes and numbers only. */
import { daysBetween, yearOf } from '../dates.ts';
import { addCents } from '../money.ts';
import type { CoFinancing, CounterContribution, Proposal, Rule, RuleVerdict } from '../rows.ts';
import type { Range } from '../support.ts';

export interface CheckFacts {
  readonly proposal: Proposal;
  /** Signatures in favour, from the lowest to the highest that the counts allow. */
  readonly supporters: Range;
  /** Whether the neighbourhood was asked at all: a sheet, a letter, a count of visitors. */
  readonly supportAsked: boolean;
  readonly coFinancing: readonly CoFinancing[];
  readonly counterContributions: readonly CounterContribution[];
}

export type Because =
  | 'person_judges'
  | 'amount_within'
  | 'amount_above'
  | 'amount_above_supported'
  | 'supporters_enough'
  | 'supporters_few'
  | 'supporters_uncertain'
  | 'co_financing_enough'
  | 'co_financing_little'
  | 'not_submitted'
  | 'no_period'
  | 'days_enough'
  | 'days_few'
  | 'submitted_in_time'
  | 'submitted_late'
  | 'period_inside'
  | 'period_outside'
  | 'support_asked'
  | 'support_not_asked'
  | 'counter_named'
  | 'counter_missing';

/** `verdict` null: the data do not say. `found` is held against `limit`; 0 where there is none. */
export interface Proposed {
  readonly verdict: RuleVerdict | null;
  readonly because: Because;
  readonly found: number;
  readonly limit: number;
}

export function proposedFor(rule: Rule, facts: CheckFacts): Proposed {
  const { proposal, supporters } = facts;
  const limit = rule.limit ?? 0;
  const say = (verdict: RuleVerdict | null, because: Because, found = 0): Proposed => ({
    verdict,
    because,
    found,
    limit,
  });
  switch (rule.check) {
    case 'amount_max':
      return amountMax(rule, facts);
    case 'supporters_min':
      if (supporters.low >= limit) return say('yes', 'supporters_enough', supporters.low);
      if (supporters.high < limit) return say('can_be_mended', 'supporters_few', supporters.high);
      return say(null, 'supporters_uncertain', supporters.low);
    case 'co_financing_min_percent': {
      const promisedCents = addCents(facts.coFinancing.map((one) => one.promisedCents));
      const costCents = promisedCents + proposal.requestedCents;
      const percent = costCents === 0 ? 0 : Math.floor((100 * promisedCents) / costCents);
      if (percent >= limit) return say('yes', 'co_financing_enough', percent);
      return say('can_be_mended', 'co_financing_little', percent);
    }
    case 'days_before_min': {
      if (proposal.period === null) return say('can_be_mended', 'no_period');
      if (proposal.submittedOn === null) return say(null, 'not_submitted');
      const days = daysBetween(proposal.submittedOn, proposal.period.from);
      return days >= limit ? say('yes', 'days_enough', days) : say('no', 'days_few', days);
    }
    case 'submitted_before':
      if (proposal.submittedOn === null) return say(null, 'not_submitted');
      return proposal.submittedOn < dayOfYear(proposal.year, limit)
        ? say('yes', 'submitted_in_time')
        : say('no', 'submitted_late');
    case 'period_in_year': {
      const { period, year } = proposal;
      if (period === null) return say('can_be_mended', 'no_period');
      const inside = yearOf(period.from) === year && yearOf(period.until) === year;
      return inside ? say('yes', 'period_inside', year) : say('no', 'period_outside', year);
    }
    case 'support_asked':
      return facts.supportAsked ? say('yes', 'support_asked') : say('can_be_mended', 'support_not_asked');
    case 'counter_contribution': {
      const { length } = facts.counterContributions;
      return length > 0 ? say('yes', 'counter_named', length) : say('can_be_mended', 'counter_missing');
    }
    default:
      return say(null, 'person_judges');
  }
}

/** '2026-10-01' of 1001. */
export const dayOfYear = (year: number, monthAndDay: number): string =>
  `${year}-${String(Math.floor(monthAndDay / 100)).padStart(2, '0')}-${String(monthAndDay % 100).padStart(2, '0')}`;

function amountMax(rule: Rule, { proposal, supporters }: CheckFacts): Proposed {
  const [found, limit] = [proposal.requestedCents, rule.limit ?? 0];
  if (found <= limit) return { verdict: 'yes', because: 'amount_within', found, limit };
  const unless = rule.unlessAbove ?? null;
  if (unless === null || supporters.high <= unless)
    return { verdict: 'can_be_mended', because: 'amount_above', found, limit };
  if (supporters.low > unless)
    return { verdict: 'yes', because: 'amount_above_supported', found: supporters.low, limit: unless };
  return { verdict: null, because: 'supporters_uncertain', found: supporters.low, limit: unless + 1 };
}
