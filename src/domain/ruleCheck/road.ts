/** Which road a proposal takes by the limits of the committee and the year (S8, S9), how far it is on it, and why. */
import { addDays } from '../dates.ts';
import type { BudgetYear, Cents, IsoDate, Proposal, Publication, Rule } from '../rows.ts';

/** at_once: the committee decides · publish_first: made known, then decided · consultation: the neighbourhood is asked. */
export type Road = 'at_once' | 'publish_first' | 'consultation';

export type RoadBecause = 'no_limits' | 'below' | 'publish_from' | 'consult_from' | 'above_small_limit';

export interface RoadFound {
  readonly road: Road;
  readonly because: RoadBecause;
  readonly limitCents: Cents; // what the amount was held against; 0 without limits
}

export interface RoadInput {
  readonly requestedCents: Cents;
  readonly budgetYear: Pick<BudgetYear, 'smallLimitCents'> | undefined;
  readonly rules: readonly Rule[]; // of the year of the proposal
}

/** The heaviest road that a limit asks for. `publish_from` and `consult_from` hold from their amount on; the limit for
 *  small projects is the last amount that the committee decides on by itself. */
export function roadOf({ requestedCents, budgetYear, rules }: RoadInput): RoadFound {
  const consultFrom = limitOf(rules, 'consult_from');
  const publishFrom = limitOf(rules, 'publish_from');
  const small = budgetYear?.smallLimitCents;
  if (consultFrom !== undefined && requestedCents >= consultFrom)
    return { road: 'consultation', because: 'consult_from', limitCents: consultFrom };
  if (consultFrom === undefined && small !== undefined && requestedCents > small)
    return { road: 'consultation', because: 'above_small_limit', limitCents: small };
  if (publishFrom !== undefined && requestedCents >= publishFrom)
    return { road: 'publish_first', because: 'publish_from', limitCents: publishFrom };
  const limits = [publishFrom, consultFrom ?? small].filter((one) => one !== undefined);
  if (limits.length === 0) return { road: 'at_once', because: 'no_limits', limitCents: 0 };
  return { road: 'at_once', because: 'below', limitCents: Math.min(...limits) };
}

/** The lowest of the rules of this kind that hold. */
function limitOf(rules: readonly Rule[], check: Rule['check']): number | undefined {
  const limits = rules.filter((rule) => rule.check === check && !rule.retired).map(({ limit }) => limit ?? 0);
  return limits.length === 0 ? undefined : Math.min(...limits);
}

/** free: nothing comes before the decision · gone: what comes before it has been done. */
export type RoadStep = 'free' | 'to_publish' | 'term_running' | 'to_consult' | 'gone';

export interface RoadState {
  readonly road: Road;
  readonly publication: Publication | undefined;
  readonly consulted: boolean; // a consultation about it has a result
  readonly today: IsoDate;
}

export function roadStep({ road, publication, consulted, today }: RoadState): RoadStep {
  if (road === 'at_once') return 'free';
  if (road === 'consultation') return consulted ? 'gone' : 'to_consult';
  if (publication === undefined) return 'to_publish';
  return today <= publication.until ? 'term_running' : 'gone';
}

export const isFollowed = (step: RoadStep): boolean => step === 'free' || step === 'gone';

/** When no rule says how long. */
const usualDays = 14;

/** The last day to respond to what is made known on a day: the longest term that the rules of the year ask. */
export function lastDay(publishedOn: IsoDate, rules: readonly Rule[]): IsoDate {
  const asked = rules.filter(({ check, retired }) => check === 'publication_days' && !retired);
  const days = asked.length === 0 ? usualDays : Math.max(...asked.map(({ limit }) => limit ?? 0));
  return addDays(publishedOn, days);
}

/** Whose term is watched: not decided yet. */
export const waitsForDecision = ({ state }: Pick<Proposal, 'state'>): boolean =>
  state === 'submitted' || state === 'deferred';
