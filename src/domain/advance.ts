/** Where the money of a claim is once it left the bank. Of an advance part of it is not spent yet. */
import type { Cents, Claim } from './rows.ts';

type Paid = Pick<Claim, 'kind' | 'paidCents' | 'settlement'>;

/** What it is spent on is known: all of it, but of an advance only what was accepted. */
export function spentOf({ kind, paidCents, settlement }: Paid): Cents {
  return kind === 'advance' ? Math.min(paidCents, settlement?.acceptedCents ?? 0) : paidCents;
}

/** Paid in advance and not accounted for, or not come back yet. */
export const outstandingOf = (claim: Paid): Cents => claim.paidCents - spentOf(claim);

/** What has to come back of a settled advance. */
export const refundDue = (claim: Paid): Cents => (claim.settlement?.state === 'settled' ? outstandingOf(claim) : 0);

export type AdvanceStage =
  | 'to_account' // paid: its holder hands in receipts
  | 'to_settle' // handed in: to look at
  | 'account_returned' // given back to be mended
  | 'refund_due'
  | 'settled';

/** Undefined until the advance is paid. */
export function advanceStage(claim: Claim): AdvanceStage | undefined {
  if (claim.kind !== 'advance' || claim.state !== 'approved') return undefined;
  const { settlement } = claim;
  if (settlement === undefined) return claim.paidCents > 0 ? 'to_account' : undefined;
  if (settlement.state === 'handed_in') return 'to_settle';
  if (settlement.state === 'returned') return 'account_returned';
  return refundDue(claim) > 0 ? 'refund_due' : 'settled';
}

/** Something still has to happen with it before its proposal can be finished. */
export const isOpenAdvance = (claim: Claim): boolean => {
  const stage = advanceStage(claim);
  return stage !== undefined && (stage !== 'settled' || claim.awaits != null);
};
