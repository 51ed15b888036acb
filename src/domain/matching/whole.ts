import type { BankTransaction, MatchTarget } from '../rows.ts';
import type { Certainty, MatchProposal, Reason } from './proposals.ts';

/** One thing for the whole line. */
export const whole = (
  line: BankTransaction,
  target: MatchTarget,
  reasons: readonly Reason[],
  certainty: Certainty,
): MatchProposal => ({ parts: [{ amountCents: Math.abs(line.cents), target }], reasons, certainty });

export const daysBetween = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
