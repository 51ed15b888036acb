/** What can be paid now, to whom, and what to look at before the money goes. */
import { claimStage } from '../claims.ts';
import { groupBy } from '../groupBy.ts';
import { isIban, isSepaIban } from '../iban.ts';
import { sameName } from '../matching/names.ts';
import type { Cents, Claim, ClaimAccount, IsoDate, Payment, Proposal } from '../rows.ts';

/** Why a claim cannot go into a payment file yet. It can be paid by hand all the same. */
export type PayBlock = 'no_iban' | 'wrong_iban' | 'outside_sepa';

/** Not as it was paid before: the same name or person on another account, or the same account under another name. */
export interface OtherAccount {
  readonly changed: 'iban' | 'name';
  readonly iban: string; // of the payment before, and the name that it was paid to
  readonly name: string;
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
          block: blockOf(iban),
          otherAccount: otherAccountThan(claim, iban, past),
        },
      ];
    })
    .sort((a, b) => (a.claim.submittedAt < b.claim.submittedAt ? -1 : 1));
}

function blockOf(iban: string): PayBlock | null {
  if (iban === '') return 'no_iban';
  if (!isIban(iban)) return 'wrong_iban';
  return isSepaIban(iban) ? null : 'outside_sepa'; // one such payment, and the bank refuses the whole file
}

/** After those that are known: two treasurers who record the same payment make one row. */
export function nextPayment(payments: readonly { readonly id: string }[]): number {
  return 1 + Math.max(0, ...payments.map(({ id }) => Number(id.slice(id.lastIndexOf(':') + 1)) || 0));
}

/** Of one claim, also before it was approved: whoever judges is the first who can ask. */
export function otherAccountOf(claim: Claim, { claims, accounts, payments }: Omit<PayableRows, 'proposals'>) {
  return otherAccountThan(claim, accounts.get(claim.id)?.iban ?? '', pastPayments(claims, accounts, payments));
}

interface PastPayment extends Omit<OtherAccount, 'changed'> {
  readonly claim: Claim;
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
      return [{ claimId, paidOn, iban, name: claim.payeeName, claim }];
    })
    .sort((a, b) => (a.paidOn < b.paidOn ? 1 : -1));
}

function otherAccountThan(claim: Claim, iban: string, past: readonly PastPayment[]): OtherAccount | null {
  if (iban === '') return null;
  const others = past.filter(({ claimId }) => claimId !== claim.id);
  const onThis = others.filter((one) => one.iban === iban);
  const before = others.filter((one) => plain(one.name) === plain(claim.payeeName) || sameClaimant(one.claim, claim));
  const [last] = before;
  if (last !== undefined && !before.some((one) => one.iban === iban)) return changedFrom(last, 'iban');
  const [named] = onThis;
  if (named === undefined || onThis.some(({ name }) => isNamed(name, claim.payeeName))) return null;
  return changedFrom(named, 'name');
}

const changedFrom = ({ claim, ...before }: PastPayment, changed: OtherAccount['changed']): OtherAccount => ({
  changed,
  ...before,
});

/** Of an invoice the money goes to a shop, whoever handed it in. */
const sameClaimant = (a: Claim, b: Claim): boolean =>
  a.claimantId === b.claimantId && a.kind !== 'invoice' && b.kind !== 'invoice';

/** Initials and words left out make no other name. */
const isNamed = (a: string, b: string): boolean => plain(a) === plain(b) || sameName(a, b);

/** As it is compared: capitals, accents and signs do not make another name. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
