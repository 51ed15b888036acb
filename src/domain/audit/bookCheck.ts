/** The books computed again from what lies under them: whoever trusts no sum can run this on rows of her own. */
import { unbalancedEntries } from '../budget.ts';
import { addCents } from '../money.ts';
import type { Cents, Claim, LedgerLine, Payment, Proposal } from '../rows.ts';

export type BookProblemCode =
  | 'entry_uneven' // an entry of the ledger does not add up to zero
  | 'claim_paid' // a claim says that it was paid another sum than its payments
  | 'claim_above' // a claim was paid more than was approved
  | 'payments_booked' // the ledger says that a project was paid another sum than its payments
  | 'award_booked' // what lies under "awarded" is not award less payments
  | 'paid_above_award';

export interface BookProblem {
  readonly code: BookProblemCode;
  /** Of the entry, the claim or the proposal. */
  readonly id: string;
  readonly saysCents: Cents;
  readonly countedCents: Cents;
}

export interface BookRows {
  readonly lines: readonly LedgerLine[]; // of all years
  readonly proposals: readonly Proposal[];
  readonly claims: readonly Claim[];
  readonly payments: readonly Payment[];
}

/** Empty when everything fits, to the cent. */
export function bookProblems(rows: BookRows): readonly BookProblem[] {
  return [...entryProblems(rows), ...claimProblems(rows), ...proposalProblems(rows)];
}

function entryProblems({ lines }: BookRows): readonly BookProblem[] {
  return unbalancedEntries(lines).map((id) => {
    const own = lines.filter(({ entryId }) => entryId === id);
    return {
      code: 'entry_uneven',
      id,
      saysCents: 0,
      countedCents: addCents(own.map(({ amountCents }) => amountCents)),
    };
  });
}

function claimProblems({ claims, payments }: BookRows): readonly BookProblem[] {
  const counted = sums(
    payments.filter(({ reversed }) => !reversed),
    ({ claimId }) => claimId,
  );
  return claims.flatMap(({ id, paidCents: saysCents, approvedCents }): BookProblem[] => {
    const countedCents = counted.get(id) ?? 0;
    return [
      ...(saysCents === countedCents ? [] : [{ code: 'claim_paid', id, saysCents, countedCents } as const]),
      ...(countedCents <= approvedCents
        ? []
        : [{ code: 'claim_above', id, saysCents: approvedCents, countedCents } as const]),
    ];
  });
}

function proposalProblems({ proposals, payments, lines }: BookRows): readonly BookProblem[] {
  const counted = sums(
    payments.filter(({ reversed }) => !reversed),
    ({ proposalId }) => proposalId,
  );
  const under = (account: LedgerLine['account']) =>
    sums(
      lines.filter((line) => line.account === account),
      ({ proposalId }) => proposalId ?? '',
    );
  const [paid, awarded] = [under('paid'), under('awarded')];
  return proposals.flatMap(({ id, awardedCents, state }): BookProblem[] => {
    const countedCents = counted.get(id) ?? 0;
    const booked = paid.get(id) ?? 0;
    const left = state === 'finished' ? 0 : awardedCents - countedCents;
    const held = awarded.get(id) ?? 0;
    return [
      ...(booked === countedCents ? [] : [{ code: 'payments_booked', id, saysCents: booked, countedCents } as const]),
      ...(held === left ? [] : [{ code: 'award_booked', id, saysCents: held, countedCents: left } as const]),
      ...(countedCents <= awardedCents
        ? []
        : [{ code: 'paid_above_award', id, saysCents: awardedCents, countedCents } as const]),
    ];
  });
}

function sums<T extends { readonly amountCents: Cents }>(
  items: readonly T[],
  key: (item: T) => string,
): ReadonlyMap<string, Cents> {
  const found = new Map<string, Cents>();
  for (const item of items) found.set(key(item), (found.get(key(item)) ?? 0) + item.amountCents);
  return found;
}
