// What the forms about the money of a year share: the rows they read, an amount, and what happens once it is saved.
import { parseAmount } from '../../../domain/money.ts';
import type { Seen } from '../../data.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlYear } from '../../nl/year.ts';
import type { FieldError } from '../../parts/error-summary.tsx';
import { showToast } from '../../parts/toast-store.ts';

export interface YearFormProps {
  /** Of the goal or the cost that the form is about; '' when it makes a new one. */
  readonly id: string;
  readonly lines: readonly Seen<'ledgerLine'>[];
  readonly onDone: () => void;
}

/** Cents above zero (or, where less is meant too, other than zero), else the sentence for the field. */
export function amountIn(
  text: string,
  options: { readonly negative?: boolean } = {},
): { readonly cents: number; readonly errors: readonly FieldError[] } {
  const parsed = parseAmount(text, options);
  if (parsed.ok && parsed.cents !== 0) return { cents: parsed.cents, errors: [] };
  const sentence = amountSentence(parsed.ok ? 'empty' : parsed.code);
  return { cents: 0, errors: [{ fieldId: 'amount', sentence }] };
}

export const filledIn = (fieldId: string, value: string, sentence: string): readonly FieldError[] =>
  value.trim() === '' ? [{ fieldId, sentence }] : [];

export async function finish(draft: { readonly clear: () => Promise<void> }, onDone: () => void): Promise<void> {
  await draft.clear();
  showToast({ text: nlYear.saved });
  onDone();
}
