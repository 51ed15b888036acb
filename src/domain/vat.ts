/** The VAT of a receipt: a part of its total, all rates together. Where money came back, both are below zero. */
import type { Cents } from './rows.ts';

export const vatFits = (amountCents: Cents, vatCents: Cents): boolean =>
  vatCents === 0 || (Math.sign(vatCents) === Math.sign(amountCents) && Math.abs(vatCents) < Math.abs(amountCents));

const highRate = 21; // percent of what is paid without it; several lines are each rounded to a cent
const roundingCents = 5;

/** More than the highest Dutch rate: possible on a receipt from abroad, mostly another figure that was taken for it. */
export const aboveHighRate = (amountCents: Cents, vatCents: Cents): boolean =>
  100 * (Math.abs(vatCents) - roundingCents) > highRate * Math.abs(amountCents - vatCents);
