// What the kas shows, from the rows. Sums come from the domain; this sorts and names.

import type { Access } from '../../../domain/access.ts';
import { awardLeft, type ClaimStage, claimStage } from '../../../domain/claims.ts';
import { mayApproveSecond, mayJudge, maySettleAdvance } from '../../../domain/dossier.ts';
import { doubtsFinder } from '../../../domain/doubles.ts';
import type { Cents, Decision, IsoDate, LedgerAccount, LedgerLine, Proposal } from '../../../domain/rows.ts';
import type { Seen } from '../../app-context.tsx';

export interface ListedClaim {
  readonly claim: Seen<'claim'>;
  readonly proposal: Seen<'proposal'> | undefined;
  readonly receipts: readonly Seen<'receipt'>[];
  readonly stage: ClaimStage;
  readonly mine: boolean; // whoever looks can judge it now
  readonly double: boolean; // maybe, and nobody looked at both yet
  readonly above: boolean; // asks more than what is left of the award
}

export interface ClaimLists {
  readonly judge: readonly ListedClaim[]; // those I can judge first, then what waits for others
  readonly pay: readonly ListedClaim[];
  readonly done: readonly ListedClaim[];
}

export interface ClaimRows {
  readonly access: Access;
  readonly claims: readonly Seen<'claim'>[]; // of every year: a receipt of last year is as double as one of yesterday
  readonly proposals: ReadonlyMap<string, Seen<'proposal'>>; // whose claims are listed
  readonly receipts: readonly Seen<'receipt'>[];
}

export function claimLists({ access, claims, proposals, receipts }: ClaimRows): ClaimLists {
  const receiptsByClaim = new Map<string, Seen<'receipt'>[]>();
  for (const receipt of receipts) {
    const group = receiptsByClaim.get(receipt.claimId);
    if (group === undefined) receiptsByClaim.set(receipt.claimId, [receipt]);
    else group.push(receipt);
  }
  const isDoubtful = doubtsFinder({ receipts, claims: new Map(claims.map((claim) => [claim.id, claim])) });
  const listed = claims.filter(({ proposalId }) => proposals.has(proposalId));
  const all = listed.map((claim): ListedClaim => {
    const proposal = proposals.get(claim.proposalId);
    const stage = claimStage(claim, proposal);
    const mine =
      (stage === 'to_judge' && mayJudge(access, claim)) ||
      mayApproveSecond(access, claim) ||
      (stage === 'to_settle' && maySettleAdvance(access, claim));
    const above = stage === 'to_judge' && proposal !== undefined && awardLeft(proposal, claims) < claim.claimedCents;
    const double = isDoubtful(claim);
    return { claim, proposal, receipts: receiptsByClaim.get(claim.id) ?? [], stage, mine, double, above };
  });
  const of = (...stages: readonly ClaimStage[]) => all.filter(({ stage }) => stages.includes(stage));
  return {
    judge: [...of(...waiting)].sort(
      (a, b) => rank(a) - rank(b) || (a.claim.submittedAt < b.claim.submittedAt ? -1 : 1),
    ),
    pay: [...of('to_pay', 'partly_paid')].sort((a, b) => (a.claim.submittedAt < b.claim.submittedAt ? -1 : 1)),
    done: [...of('paid', 'rejected')].sort((a, b) => (a.claim.submittedAt > b.claim.submittedAt ? -1 : 1)),
  };
}

const waiting: readonly ClaimStage[] = [
  ...(['to_judge', 'to_settle', 'to_second', 'to_countersign', 'refund_due'] as const),
  ...(['no_money', 'waits_for_decision', 'returned', 'account_returned', 'to_account'] as const),
];
const rank = ({ mine, stage }: ListedClaim): number => (mine ? -1 : waiting.indexOf(stage));

/** What a proposal is called here: a decision that is public says so to whoever may not see the proposal itself. */
export function publicNames(
  proposals: readonly Pick<Proposal, 'id' | 'title'>[],
  decisions: readonly Pick<Decision, 'proposalId' | 'title'>[],
): ReadonlyMap<string, string> {
  const decided = decisions.flatMap(({ proposalId, title = '' }) =>
    title === '' ? [] : [[proposalId, title] as const],
  );
  return new Map([...decided, ...proposals.map(({ id, title }) => [id, title] as const)]);
}

export interface LedgerEntry {
  readonly id: string;
  readonly kind: LedgerLine['kind'];
  readonly bookedOn: IsoDate;
  readonly from: LedgerAccount;
  readonly to: LedgerAccount;
  readonly amountCents: Cents; // as it moves, above zero; in the book of one account with its sign there
  readonly proposalId: string | null;
  readonly claimId: string | null;
  readonly note: string;
  readonly pending: boolean;
}

export interface LedgerFilter {
  readonly account: LedgerAccount | undefined;
  readonly proposalId: string | undefined;
}

/** The journal, newest first. Of one account: only what moves there, with the sign it has there. */
export function ledgerEntries(
  lines: readonly Seen<'ledgerLine'>[],
  { account, proposalId }: LedgerFilter,
): readonly LedgerEntry[] {
  const groups = new Map<string, Seen<'ledgerLine'>[]>();
  for (const line of lines) {
    if (proposalId !== undefined && line.proposalId !== proposalId) continue;
    const group = groups.get(line.entryId);
    if (group === undefined) groups.set(line.entryId, [line]);
    else group.push(line);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const entry = entryFrom(group);
      if (entry === undefined) return [];
      if (account === undefined) return [entry];
      const there = group.find((line) => line.account === account);
      return there === undefined ? [] : [{ ...entry, amountCents: there.amountCents }];
    })
    .sort((a, b) => (a.bookedOn === b.bookedOn ? (a.id < b.id ? 1 : -1) : a.bookedOn < b.bookedOn ? 1 : -1));
}

function entryFrom(group: readonly Seen<'ledgerLine'>[]): LedgerEntry | undefined {
  const from = group.find(({ amountCents }) => amountCents < 0);
  const to = group.find(({ amountCents }) => amountCents > 0);
  if (from === undefined || to === undefined) return undefined;
  const { entryId, kind, bookedOn, proposalId, claimId, note } = to;
  return {
    id: entryId,
    kind,
    bookedOn,
    from: from.account,
    to: to.account,
    amountCents: to.amountCents,
    proposalId,
    claimId,
    note,
    pending: group.some(({ pending }) => pending),
  };
}

/** As they can be asked for; of the rest each is reached from the report of the year. */
export const ledgerAccounts: readonly LedgerAccount[] = [
  ...(['free', 'awarded', 'paid', 'advance', 'grant', 'savings', 'organisation', 'organisation_paid'] as const),
  ...(['under_way', 'transferred', 'carried', 'returned', 'opening'] as const),
];

export function accountFrom(text: string | undefined): LedgerAccount | undefined {
  return ledgerAccounts.find((account) => account === text);
}
