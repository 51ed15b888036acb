/** The books computed again from what lies under them: whoever trusts no sum can run this on rows of her own. */
import { bankTransactionId } from '../bank/lines.ts';
import { costCents, unbalancedEntries } from '../budget.ts';
import { addCents } from '../money.ts';
import type {
  BankMatch,
  BankTransaction,
  Cents,
  Claim,
  LedgerLine,
  OrganisationCost,
  Payment,
  Proposal,
} from '../rows.ts';

export type BookProblemCode =
  | 'entry_uneven' // an entry of the ledger does not add up to zero
  | 'claim_paid' // a claim says that it was paid another sum than its payments
  | 'claim_above' // a claim was paid more than was approved
  | 'payments_booked' // the ledger says that a project was paid another sum than its payments
  | 'award_booked' // what lies under "awarded" is not award less payments
  | 'paid_above_award'
  | 'costs_booked' // the ledger says that another sum went to own costs than those costs are together
  | 'bank_line_changed' // a line of the bank is not what its id was made from when it was read
  | 'match_uneven'; // what a line of the bank is said to be is not its amount

export interface BookProblem {
  readonly code: BookProblemCode;
  /** Of the entry, the claim, the proposal or the line of the bank; empty where it is about all own costs. */
  readonly id: string;
  readonly saysCents: Cents;
  readonly countedCents: Cents;
}

export interface BookRows {
  readonly lines: readonly LedgerLine[]; // of all years
  readonly proposals: readonly Proposal[];
  readonly claims: readonly Claim[];
  readonly payments: readonly Payment[];
  readonly costs: readonly OrganisationCost[]; // of all years
  /** Both empty on the phone of who may not see the bank. */
  readonly transactions: readonly BankTransaction[];
  readonly matches: readonly BankMatch[];
}

/** Empty when everything fits, to the cent. */
export function bookProblems(rows: BookRows): readonly BookProblem[] {
  return [
    ...entryProblems(rows),
    ...claimProblems(rows),
    ...proposalProblems(rows),
    ...costProblems(rows),
    ...bankProblems(rows),
  ];
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
  const paid = sums(standing(payments), ({ claimId }) => claimId);
  return claims.flatMap((claim): BookProblem[] => {
    const { id, paidCents: saysCents, approvedCents } = claim;
    const countedCents = (paid.get(id) ?? 0) - cameBack(claim);
    return [
      ...(saysCents === countedCents ? [] : [{ code: 'claim_paid', id, saysCents, countedCents } as const]),
      ...(countedCents <= approvedCents
        ? []
        : [{ code: 'claim_above', id, saysCents: approvedCents, countedCents } as const]),
    ];
  });
}

function proposalProblems({ proposals, claims, payments, lines }: BookRows): readonly BookProblem[] {
  const paid = sums(standing(payments), ({ proposalId }) => proposalId);
  const back = sums(
    claims.map((claim) => ({ proposalId: claim.proposalId, amountCents: cameBack(claim) })),
    ({ proposalId }) => proposalId,
  );
  const under = (...accounts: readonly LedgerLine['account'][]) =>
    sums(
      lines.filter(({ account }) => accounts.includes(account)),
      ({ proposalId }) => proposalId ?? '',
    );
  const [left, awarded] = [under('paid', 'advance'), under('awarded')];
  return proposals.flatMap(({ id, awardedCents, state }): BookProblem[] => {
    const countedCents = (paid.get(id) ?? 0) - (back.get(id) ?? 0);
    const booked = left.get(id) ?? 0;
    const open = state === 'finished' ? 0 : awardedCents - countedCents;
    const held = awarded.get(id) ?? 0;
    return [
      ...(booked === countedCents ? [] : [{ code: 'payments_booked', id, saysCents: booked, countedCents } as const]),
      ...(held === open ? [] : [{ code: 'award_booked', id, saysCents: held, countedCents: open } as const]),
      ...(countedCents <= awardedCents
        ? []
        : [{ code: 'paid_above_award', id, saysCents: awardedCents, countedCents } as const]),
    ];
  });
}

/** All years together: what comes back of a cost of a closed year is booked in the next one. */
function costProblems({ lines, costs }: BookRows): readonly BookProblem[] {
  const own = lines.filter(({ account }) => account === 'organisation_paid');
  const saysCents = addCents(own.map(({ amountCents }) => amountCents));
  const countedCents = addCents(costs.map(costCents));
  return saysCents === countedCents ? [] : [{ code: 'costs_booked', id: '', saysCents, countedCents }];
}

function bankProblems({ transactions, matches }: BookRows): readonly BookProblem[] {
  const centsById = new Map(transactions.map(({ id, cents }) => [id, Math.abs(cents)]));
  return [
    ...transactions.flatMap((line): BookProblem[] =>
      bankTransactionId(line.accountId, line) === line.id
        ? []
        : [{ code: 'bank_line_changed', id: line.id, saysCents: line.cents, countedCents: line.cents }],
    ),
    ...matches.flatMap(({ id, undone, parts }): BookProblem[] => {
      const saysCents = addCents(parts.map(({ amountCents }) => amountCents));
      const countedCents = centsById.get(id) ?? 0;
      return undone || saysCents === countedCents ? [] : [{ code: 'match_uneven', id, saysCents, countedCents }];
    }),
  ];
}

const standing = (payments: readonly Payment[]): readonly Payment[] => payments.filter(({ reversed }) => !reversed);

/** What was not spent of an advance. */
const cameBack = ({ refunds = [] }: Claim): Cents => addCents(refunds.map(({ amountCents }) => amountCents));

function sums<T extends { readonly amountCents: Cents }>(
  items: readonly T[],
  key: (item: T) => string,
): ReadonlyMap<string, Cents> {
  const found = new Map<string, Cents>();
  for (const item of items) found.set(key(item), (found.get(key(item)) ?? 0) + item.amountCents);
  return found;
}
