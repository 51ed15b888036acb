// The payment as it is typed. Its number follows from those that are known, so that two treasurers who record the same
// payment without a connection make one row.
import type { CommandArgs } from '../../../domain/commands/index.ts';
import { parseAmount } from '../../../domain/money.ts';
import type { Cents, IsoDate } from '../../../domain/rows.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlJudge } from '../../nl/money.ts';
import type { FieldError } from '../../parts/error-summary.tsx';

export interface PayDraft {
  readonly amount: string;
  readonly paidOn: string;
  readonly reference: string;
}

const { errors } = nlJudge.pay;

export function nextNumber(payments: readonly { readonly id: string }[]): number {
  return 1 + Math.max(0, ...payments.map(({ id }) => Number(id.slice(id.lastIndexOf(':') + 1)) || 0));
}

export function payErrors(draft: PayDraft, leftCents: Cents, today: IsoDate): readonly FieldError[] {
  const amount = paidError(draft.amount, leftCents);
  const on = paidOnError(draft.paidOn, today);
  return [
    ...(amount === undefined ? [] : [{ fieldId: 'amount', sentence: amount }]),
    ...(on === undefined ? [] : [{ fieldId: 'paidOn', sentence: on }]),
  ];
}

export function paidError(amount: string, leftCents: Cents): string | undefined {
  const parsed = parseAmount(amount);
  if (!parsed.ok) return parsed.code === 'empty' ? errors.amountZero : amountSentence(parsed.code);
  if (parsed.cents === 0) return errors.amountZero;
  return parsed.cents > leftCents ? errors.aboveLeft(leftCents) : undefined;
}

export function paidOnError(paidOn: string, today: IsoDate): string | undefined {
  if (paidOn === '') return errors.dateMissing;
  return paidOn > today ? errors.dateFuture : undefined;
}

/** Call it only when `payErrors` found nothing. */
export function payArgs(claimId: string, number: number, draft: PayDraft): CommandArgs<'payment.record'> {
  const parsed = parseAmount(draft.amount);
  return {
    claimId,
    number,
    amountCents: parsed.ok ? parsed.cents : 0,
    paidOn: draft.paidOn,
    reference: draft.reference.trim(),
  };
}
