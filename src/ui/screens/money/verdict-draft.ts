// What is typed while judging, and what is wrong with it.
import { parseAmount } from '../../../domain/money.ts';
import type { Cents } from '../../../domain/rows.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlJudge } from '../../nl/money.ts';
import type { FieldError } from '../../parts/error-summary.tsx';

export type Verdict = 'approve' | 'return' | 'reject';

export interface VerdictDraft {
  readonly verdict: Verdict | '';
  readonly amount: string;
  readonly reason: string;
}

const { errors } = nlJudge.verdict;

export function verdictErrors(draft: VerdictDraft, claimedCents: Cents): readonly FieldError[] {
  if (draft.verdict === 'approve') {
    const sentence = approvedError(draft.amount, claimedCents);
    if (sentence !== undefined) return [{ fieldId: 'approved', sentence }];
    if (!isPart(draft.amount, claimedCents)) return [];
  }
  return draft.reason.trim() === '' ? [{ fieldId: 'reason', sentence: errors.reason }] : [];
}

/** Less than was asked: whoever handed it in reads why. */
export function isPart(amount: string, claimedCents: Cents): boolean {
  const parsed = parseAmount(amount);
  return parsed.ok && parsed.cents > 0 && parsed.cents < claimedCents;
}

export function approvedError(amount: string, claimedCents: Cents): string | undefined {
  const parsed = parseAmount(amount);
  if (!parsed.ok) return parsed.code === 'empty' ? errors.amountZero : amountSentence(parsed.code);
  if (parsed.cents === 0) return errors.amountZero;
  return parsed.cents > claimedCents ? errors.aboveClaim(claimedCents) : undefined;
}
