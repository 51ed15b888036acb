// What a correction says, as typed, and whether it can be.
import { isIsoDate } from '../../../domain/dates.ts';
import { parseAmount } from '../../../domain/money.ts';
import type { Cents, Decision, DecisionOutcome, IsoDate } from '../../../domain/rows.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlDecision } from '../../nl/decision.ts';
import type { FieldError } from '../../parts/error-summary.tsx';
import { isMoneyOutcome } from './decision-draft.ts';

export interface CorrectionDraft {
  readonly outcome: DecisionOutcome | null;
  readonly amount: string;
  readonly reason: string;
  readonly correctedOn: string;
}

export const correctionFields = {
  outcome: 'herstel-besluit',
  amount: 'herstel-bedrag',
  reason: 'herstel-reden',
  date: 'herstel-dag',
} as const;

export interface CorrectionFacts {
  readonly requestedCents: Cents;
  /** What stands now, with earlier corrections. */
  readonly now: Pick<Decision, 'outcome' | 'awardedCents'>;
  readonly decidedOn: IsoDate;
  readonly today: IsoDate;
}

/** The outcome that goes with the amount: people choose "geld" or not, the words follow from what was asked. */
export function correctedOf(
  draft: CorrectionDraft,
  requestedCents: Cents,
): Pick<Decision, 'outcome' | 'awardedCents'> | undefined {
  if (draft.outcome === null) return undefined;
  if (!isMoneyOutcome(draft.outcome)) return { outcome: draft.outcome, awardedCents: 0 };
  const parsed = parseAmount(draft.amount);
  if (!parsed.ok) return undefined;
  return { outcome: parsed.cents === requestedCents ? 'awarded' : 'partly_awarded', awardedCents: parsed.cents };
}

export function correctionProblems(draft: CorrectionDraft, facts: CorrectionFacts): readonly FieldError[] {
  const { errors } = nlDecision.correction;
  const problems: FieldError[] = [];
  const outcome = outcomeProblem(draft, facts);
  if (outcome !== undefined) problems.push(outcome);
  if (draft.reason.trim() === '') problems.push({ fieldId: correctionFields.reason, sentence: errors.reason });
  const date = dateProblem(draft.correctedOn, facts);
  if (date !== undefined) problems.push({ fieldId: correctionFields.date, sentence: date });
  return problems;
}

function outcomeProblem(draft: CorrectionDraft, { requestedCents, now }: CorrectionFacts): FieldError | undefined {
  const { errors } = nlDecision.correction;
  if (draft.outcome === null) return { fieldId: correctionFields.outcome, sentence: nlDecision.decide.errors.outcome };
  const money = isMoneyOutcome(draft.outcome);
  const amount = money ? amountProblem(draft.amount, requestedCents) : undefined;
  if (amount !== undefined) return { fieldId: correctionFields.amount, sentence: amount };
  const next = correctedOf(draft, requestedCents);
  if (next?.outcome !== now.outcome || next.awardedCents !== now.awardedCents) return undefined;
  return { fieldId: money ? correctionFields.amount : correctionFields.outcome, sentence: errors.same };
}

function amountProblem(text: string, requestedCents: Cents): string | undefined {
  const { errors } = nlDecision.decide;
  const parsed = parseAmount(text);
  if (!parsed.ok) return amountSentence(parsed.code);
  if (parsed.cents === 0) return errors.amountZero;
  return parsed.cents > requestedCents ? errors.amountAbove(requestedCents) : undefined;
}

function dateProblem(text: string, { decidedOn, today }: CorrectionFacts): string | undefined {
  const { errors } = nlDecision.correction;
  if (!isIsoDate(text)) return errors.date;
  if (text > today) return errors.dateFuture;
  // Today always passes: the decision's day is another phone's, or of a meeting that was held before its day.
  return text < decidedOn && text !== today ? errors.dateEarly : undefined;
}
