// What a secretary fills in at one item, and what it means. Kept as typed, so that a draft gives back exactly that.
import { parseAmount } from '../../../domain/money.ts';
import type {
  Cents,
  DecisionException,
  DecisionOutcome,
  TieSettled,
  Vote,
  Votes,
  Voting,
} from '../../../domain/rows.ts';
import { euroTyped } from '../../format.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlDecision } from '../../nl/decision.ts';
import { nlRuling } from '../../nl/ruling.ts';
import type { VoteCounts } from '../../parts/counter.tsx';
import type { FieldError } from '../../parts/error-summary.tsx';

export interface DecisionDraft {
  readonly votes: VoteCounts;
  /** Undefined: as the committee does it. Drafts of before do not have these three. */
  readonly voting?: Voting;
  readonly byName?: Readonly<Record<string, Vote>>; // by person
  readonly tie?: TieDraft;
  readonly outcome: DecisionOutcome | null;
  readonly amount: string; // as typed
  readonly conditions: readonly string[];
  readonly newCondition: string; // typed, not added yet: goes along when the decision is recorded
  readonly reason: string;
  /** Why it is awarded although rules are missed. Drafts of before have none. */
  readonly exceptionReason?: string;
}

export interface TieDraft {
  readonly side: TieSettled['side'] | null;
  readonly how: string; // as typed
  /** What this device drew. It draws once: what people do after that, they do by hand. */
  readonly drawn?: 'for' | 'against';
  readonly byHand?: true;
}

/** The ids that the error summary links to. */
export const decisionFields = {
  outcome: 'besluit-keuze',
  amount: 'besluit-bedrag',
  reason: 'besluit-reden',
  condition: 'besluit-voorwaarde',
  exception: 'besluit-afwijking',
} as const;

export const conditionLengthMax = 300; // characters
export const conditionsMax = 20;
export const reasonLengthMax = 2_000; // characters

export const noVotes: VoteCounts = { for: 0, against: 0, abstain: 0 };

export function emptyDraft(requestedCents: Cents): DecisionDraft {
  return {
    votes: noVotes,
    outcome: null,
    amount: euroTyped(requestedCents),
    conditions: [],
    newCondition: '',
    reason: '',
  };
}

export function isTouched(draft: DecisionDraft): boolean {
  const { votes, outcome, conditions, newCondition, reason } = draft;
  return (
    votesCounted(votes) > 0 || outcome !== null || conditions.length > 0 || newCondition !== '' || reason.trim() !== ''
  );
}

/** Choosing an outcome puts the amount that goes with it: all that was asked, or an empty field for a part of it. */
export function withOutcome(draft: DecisionDraft, outcome: DecisionOutcome, requestedCents: Cents): DecisionDraft {
  const asked = euroTyped(requestedCents);
  if (outcome === 'awarded') return { ...draft, outcome, amount: asked };
  if (outcome === 'partly_awarded' && centsOf(draft.amount) === requestedCents)
    return { ...draft, outcome, amount: '' };
  return { ...draft, outcome };
}

/** Leaving the amount: less than asked is a part, exactly what was asked is the whole. Never while typing. */
export function withAmountLeft(draft: DecisionDraft, requestedCents: Cents): DecisionDraft {
  const cents = centsOf(draft.amount);
  if (cents === undefined || cents === 0) return draft;
  if (draft.outcome === 'awarded' && cents < requestedCents) return { ...draft, outcome: 'partly_awarded' };
  if (draft.outcome === 'partly_awarded' && cents === requestedCents) return { ...draft, outcome: 'awarded' };
  return draft;
}

export function withConditionAdded(draft: DecisionDraft): DecisionDraft {
  const text = draft.newCondition.trim();
  if (draft.conditions.includes(text)) return { ...draft, newCondition: '' };
  if (text === '' || text.length > conditionLengthMax || draft.conditions.length >= conditionsMax) return draft;
  return { ...draft, newCondition: '', conditions: [...draft.conditions, text] };
}

export function isMoneyOutcome(outcome: DecisionOutcome | null): boolean {
  return outcome === 'awarded' || outcome === 'partly_awarded';
}

/** What the command will carry; undefined while the amount cannot be read. */
export function awardedCentsOf(draft: Pick<DecisionDraft, 'outcome' | 'amount'>): Cents | undefined {
  return isMoneyOutcome(draft.outcome) ? centsOf(draft.amount) : 0;
}

/** The conditions with the one that was typed and not added. They belong to an award or to waiting, not to a refusal. */
export function conditionsOf(draft: DecisionDraft): readonly string[] {
  if (draft.outcome === 'refused') return [];
  return withConditionAdded(draft).conditions;
}

export function problemsIn(
  draft: DecisionDraft,
  requestedCents: Cents,
  exception?: DecisionException['kind'],
): readonly FieldError[] {
  const { errors } = nlDecision.decide;
  const { outcome } = draft;
  if (outcome === null) return [{ fieldId: decisionFields.outcome, sentence: errors.outcome }];
  const problems: FieldError[] = [];
  const amount = isMoneyOutcome(outcome) ? amountProblem(draft, requestedCents) : undefined;
  if (amount !== undefined) problems.push({ fieldId: decisionFields.amount, sentence: amount });
  if (exception === 'rules_missed' && (draft.exceptionReason ?? '').trim() === '')
    problems.push({ fieldId: decisionFields.exception, sentence: nlRuling.exception.whyAwardMissing });
  if (outcome !== 'refused' && draft.newCondition.trim().length > conditionLengthMax)
    problems.push({ fieldId: decisionFields.condition, sentence: errors.conditionLong });
  if (needsReason(outcome) && draft.reason.trim() === '')
    problems.push({
      fieldId: decisionFields.reason,
      sentence: outcome === 'refused' ? errors.reasonRefused : errors.reasonPartly,
    });
  return problems;
}

export const needsReason = (outcome: DecisionOutcome | null): boolean =>
  outcome === 'partly_awarded' || outcome === 'refused';

export function votesCounted(votes: VoteCounts): number {
  return votes.for + votes.against + votes.abstain;
}

export function votesOf(votes: VoteCounts): Votes {
  return { forCount: votes.for, againstCount: votes.against, abstainedCount: votes.abstain };
}

function amountProblem(draft: DecisionDraft, requestedCents: Cents): string | undefined {
  const { errors } = nlDecision.decide;
  const parsed = parseAmount(draft.amount);
  if (!parsed.ok) return amountSentence(parsed.code);
  if (parsed.cents === 0) return errors.amountZero;
  if (parsed.cents > requestedCents) return errors.amountAbove(requestedCents);
  if (draft.outcome === 'partly_awarded' && parsed.cents === requestedCents) return errors.amountPart(requestedCents);
  return undefined;
}

function centsOf(text: string): Cents | undefined {
  const parsed = parseAmount(text);
  return parsed.ok ? parsed.cents : undefined;
}
