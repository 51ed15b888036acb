/** A proposal against the rules of its year: what was found, what is still open, and what a decision has to explain (S6). */
import type { Cents, DecisionException, DecisionOutcome, Rule, RuleCheck } from '../rows.ts';
import { type CheckFacts, type Proposed, proposedFor } from './findings.ts';
import { isOfRoad } from './kinds.ts';
import { isFollowed, type Road, type RoadFound, type RoadStep } from './road.ts';

export interface RuleLine {
  readonly rule: Rule;
  readonly proposed: Proposed;
  /** What a person found; the app's own proposal counts for nothing until then. */
  readonly recorded: RuleCheck | undefined;
}

export interface Checked {
  readonly lines: readonly RuleLine[]; // those of the wijk first
  readonly open: number; // rules that nobody checked yet
  readonly missed: readonly RuleLine[];
  /** The road that a limit asks for and that was not gone to its end. */
  readonly missedRoad: Road | undefined;
  /** Every rule was checked and none is missed; false without rules. */
  readonly allMet: boolean;
}

export interface CheckInput {
  readonly facts: CheckFacts;
  readonly rules: readonly Rule[]; // of the year of the proposal
  readonly recorded: readonly RuleCheck[]; // of the proposal
  readonly road: RoadFound;
  readonly step: RoadStep;
}

/** A retired rule is shown only where somebody checked it: then it says under which rules was looked. */
export function checkOf({ facts, rules, recorded, road, step }: CheckInput): Checked {
  const byRule = new Map(recorded.map((check) => [check.ruleId, check]));
  const lines = rules
    .filter((rule) => !isOfRoad(rule.check) && (!rule.retired || byRule.has(rule.id)))
    .sort((a, b) => compare(a.owner, b.owner) || compare(a.text, b.text))
    .map((rule) => ({ rule, proposed: proposedFor(rule, facts), recorded: byRule.get(rule.id) }));
  const holding = lines.filter(({ rule }) => !rule.retired);
  const missed = holding.filter((line) => line.recorded !== undefined && !isMet(line.recorded));
  const open = holding.filter((line) => line.recorded === undefined).length;
  const missedRoad = isFollowed(step) ? undefined : road.road;
  return {
    lines,
    open,
    missed,
    missedRoad,
    allMet: holding.length > 0 && open === 0 && missed.length === 0 && missedRoad === undefined,
  };
}

const isMet = ({ verdict }: RuleCheck): boolean => verdict === 'yes' || verdict === 'not_applicable';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** For an award of this amount: less than was asked may be what the rule for the amount allows. */
export function checkedFor(awardedCents: Cents | undefined, checked: Checked): Checked {
  if (awardedCents === undefined || awardedCents === 0) return checked;
  const missed = checked.missed.filter(
    ({ rule: { check, limit } }) => check !== 'amount_max' || limit === null || awardedCents > limit,
  );
  return { ...checked, missed };
}

/** Which exception this outcome would be; undefined when it goes along with the rules. */
export function exceptionAsked(
  outcome: DecisionOutcome | null,
  { missed, missedRoad, allMet }: Pick<Checked, 'missed' | 'missedRoad' | 'allMet'>,
): DecisionException['kind'] | undefined {
  if (outcome === 'refused') return allMet ? 'all_rules_met' : undefined;
  if (outcome !== 'awarded' && outcome !== 'partly_awarded') return undefined;
  return missed.length > 0 || missedRoad !== undefined ? 'rules_missed' : undefined;
}
