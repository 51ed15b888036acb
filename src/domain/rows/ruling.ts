/** What is found of a proposal before it is decided: its rules one by one, and what the district advises. */
import type { Cents, IsoDate, Period } from './values.ts';

/** can_be_mended: not met now, and the initiator can still do something about it. */
export type RuleVerdict = 'yes' | 'no' | 'not_applicable' | 'can_be_mended';

/** Why something is not for a neighbourhood budget (the evaluation of 2017, barriers per theme). */
export type Barrier = 'other_subsidy' | 'statutory_rule' | 'professional_needed' | 'private_gain';

/** What the committee found of one rule. Of the committee alone: it is a judgement. */
export interface RuleCheck {
  readonly id: string; // ruleCheckId(proposalId, ruleId)
  readonly proposalId: string;
  readonly ruleId: string;
  readonly verdict: RuleVerdict;
  readonly barrier: Barrier | null; // of `no` and `can_be_mended`
  readonly note: string;
  readonly checkedBy: string;
  readonly checkedOn: IsoDate;
}

/** What the district is told of a proposal when its advice is asked: nothing else of it reaches the district manager. */
export interface AdviceSubject {
  readonly title: string;
  readonly summary: string;
  readonly requestedCents: Cents;
  readonly quarters: readonly string[];
  readonly streets: string;
  readonly period: Period | null;
}

/** A question to the district. It carries the plan as the asker saw it, so it says the same on whatever phone. */
export interface Advice {
  readonly id: string;
  readonly proposalId: string;
  readonly about: AdviceSubject;
  readonly question: string;
  readonly neededBy: IsoDate | null;
  readonly askedBy: string;
  readonly askedOn: IsoDate;
  readonly withdrawn: boolean; // not needed any more; answers stay
}

export type AdviceView = 'no_objection' | 'with_conditions' | 'objection' | 'no_view';

/** One answer is one row: a second one stands beside the first, whichever phone is heard first. */
export interface AdviceAnswer {
  readonly id: string;
  readonly adviceId: string;
  readonly proposalId: string;
  readonly view: AdviceView;
  readonly text: string;
  readonly answeredBy: string;
  readonly answeredOn: IsoDate;
}
