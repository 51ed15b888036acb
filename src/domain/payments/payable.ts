/** What can be paid now, to whom, and what to look at before the money goes. */
import { claimStage } from '../claims.ts';
import { groupBy } from '../groupBy.ts';
import { isIban } from '../iban.ts';
import type { Cents, Claim, ClaimAccount, IsoDate, Payment, Proposal } from '../rows.ts';

/** Why a claim cannot go into a payment file yet. It can be paid by hand all the same. */
export type PayBlock = 'no_iban' | 'wrong_iban';

/** The account is another one than the last payment to the same name or person went to. */
export interface OtherAccount {
  readonly iban: string; // of the payment before
  readonly paidOn: IsoDate;
  readonly claimId: string;
}

export interface Payable {
  readonly claim: Claim;
  readonly proposal: Proposal;
  readonly number: number; // of the payment that would be made, see paymentId
  readonly amountCents: Cents; // what is left of what was approved
  readonly name: string; // of the account's holder, else of the payee
  readonly iban: string; // '' where none is known
  readonly block: PayBlock | null;
  readonly otherAccount: OtherAccount | null;
}

export interface PayableRows {
  readonly claims: readonly Claim[];
  readonly proposals: ReadonlyMap<string, Proposal>;
  readonly accounts: ReadonlyMap<string, ClaimAccount>; // by claim
  readonly payments: readonly Payment[];
}

/** Approved claims of which something is left to pay, oldest first. */
export function payables({ claims, proposals, accounts, payments }: PayableRows): readonly Payable[] {
  const past = pastPayments(claims, accounts, payments);
  const madeFor = groupBy(payments, ({ claimId }) => claimId);
  return claims
    .flatMap((claim): Payable[] => {
      const proposal = proposals.get(claim.proposalId);
      const stage = claimStage(claim, proposal);
      if (proposal === undefined || (stage !== 'to_pay' && stage !== 'partly_paid')) return [];
      const account = accounts.get(claim.id);
      const iban = account?.iban ?? '';
      return [
        {
          claim,
          proposal,
          number: nextPayment(madeFor.get(claim.id) ?? []),
          amountCents: claim.approvedCents - claim.paidCents,
          name: account?.holder || claim.payeeName,
          iban,
          block: iban === '' ? 'no_iban' : isIban(iban) ? null : 'wrong_iban',
          otherAccount: otherAccountThan(iban, claim, past),
        },
      ];
    })
    .sort((a, b) => (a.claim.submittedAt < b.claim.submittedAt ? -1 : 1));
}

/** After those that are known: two treasurers who record the same payment make one row. */
export function nextPayment(payments: readonly { readonly id: string }[]): number {
  return 1 + Math.max(0, ...payments.map(({ id }) => Number(id.slice(id.lastIndexOf(':') + 1)) || 0));
}

interface PastPayment extends OtherAccount {
  readonly claimantId: string;
  readonly name: string;
}

/** Payments that stand, with the account of their claim, newest first. */
function pastPayments(
  claims: readonly Claim[],
  accounts: ReadonlyMap<string, ClaimAccount>,
  payments: readonly Payment[],
): readonly PastPayment[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return payments
    .flatMap(({ claimId, paidOn, reversed }): PastPayment[] => {
      const claim = byId.get(claimId);
      const iban = accounts.get(claimId)?.iban ?? '';
      if (reversed || claim === undefined || iban === '') return [];
      return [{ claimId, paidOn, iban, claimantId: claim.claimantId, name: plain(claim.payeeName) }];
    })
    .sort((a, b) => (a.paidOn < b.paidOn ? 1 : -1));
}

function otherAccountThan(iban: string, claim: Claim, past: readonly PastPayment[]): OtherAccount | null {
  if (iban === '') return null;
  const payee = plain(claim.payeeName);
  const same = past.filter(
    ({ claimId, claimantId, name }) => claimId !== claim.id && (name === payee || claimantId === claim.claimantId),
  );
  const [last] = same;
  if (last === undefined || same.some((one) => one.iban === iban)) return null;
  return { iban: last.iban, paidOn: last.paidOn, claimId: last.claimId };
}

/** As it is compared: capitals, accents and signs do not make another name. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
