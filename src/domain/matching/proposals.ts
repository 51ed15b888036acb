/** What each open line of the bank probably is, with the reason. A proposal is only shown: a person accepts it. */
import { byDay, isIncoming } from '../bank/match.ts';
import type { Payable } from '../payments/payable.ts';
import type {
  BankAccount,
  BankTransaction,
  Cents,
  CoFinancing,
  LedgerLine,
  MatchPart,
  MatchRule,
  OrganisationCost,
  Payment,
  PaymentFile,
  Proposal,
  Transfer,
} from '../rows.ts';
import { candidatesFor } from './candidates.ts';
import { indexMatching, type MatchingIndex } from './matchingIndex.ts';

/** reference: our own number came back · amount · iban: of the claim or payment · name: of the payee, as the bank writes it ·
 *  sum: several claims together · file: all of a payment file · part: less than is open · rule: it was this before · near: within some days ·
 *  reversal: the bank says that it takes a line back · own: an account of the committee · city: the name of the city ·
 *  only: nothing else has this amount */
export type Reason =
  | 'reference'
  | 'amount'
  | 'iban'
  | 'name'
  | 'sum'
  | 'file'
  | 'part'
  | 'rule'
  | 'near'
  | 'reversal'
  | 'own'
  | 'city'
  | 'only';

/** sure: can be accepted unseen with others · likely: look at it · maybe: a guess among several */
export type Certainty = 'sure' | 'likely' | 'maybe';

export interface MatchProposal {
  readonly parts: readonly MatchPart[]; // together the whole line
  readonly reasons: readonly Reason[];
  readonly certainty: Certainty;
}

export interface OpenLine {
  readonly line: BankTransaction;
  readonly proposals: readonly MatchProposal[]; // best first, at most `proposalsMax`
}

export interface MatchingRows {
  readonly open: readonly BankTransaction[]; // that count and are not matched
  readonly matched: readonly BankTransaction[];
  readonly accounts: readonly BankAccount[];
  readonly payables: readonly Payable[];
  readonly payments: readonly PaidTo[];
  readonly paymentFiles: readonly PaymentFile[];
  readonly proposals: readonly Proposal[];
  readonly claimedProposalIds: ReadonlySet<string>; // that have a claim
  readonly coFinancings: readonly CoFinancing[];
  readonly costs: readonly OrganisationCost[];
  readonly transfers: readonly Transfer[];
  readonly matchedTransferIds: ReadonlySet<string>;
  readonly grants: readonly GrantYear[];
  readonly rules: readonly MatchRule[];
  readonly city: string;
  /** For the id of a cost that accepting would record. */
  readonly newId: () => string;
  /** Words for what came back, for whoever handed in the claim. */
  readonly refundReason: string;
}

/** A payment, also one that was taken back, with the account of its claim. */
export interface PaidTo {
  readonly payment: Payment;
  readonly iban: string;
  readonly name: string;
}

/** Money of the city in the books of a year, and how much of it the bank has shown. */
export interface GrantYear {
  readonly year: number;
  readonly bookedCents: Cents;
  readonly shownCents: Cents;
}

export const proposalsMax = 4;
const order: Readonly<Record<Certainty, number>> = { sure: 0, likely: 1, maybe: 2 };

/** Open lines, oldest first. What two lines would both be is proposed for one of them as sure, the surest and oldest; the
 *  others keep it as a guess. */
export function proposeMatches(rows: MatchingRows): readonly OpenLine[] {
  const index = indexMatching(rows);
  const lines = [...rows.open].sort(byDay).map((line) => ({ line, proposals: proposalsFor(line, index) }));
  const taken = new Set<string>();
  const best = new Map<string, MatchProposal>();
  for (const certainty of ['sure', 'likely'] as const) {
    for (const { line, proposals } of lines) {
      const [first] = best.has(line.id)
        ? []
        : proposals.filter((one) => one.certainty === certainty && isFree(one, taken));
      if (first === undefined) continue;
      best.set(line.id, first);
      for (const name of namesOf(first)) taken.add(name);
    }
  }
  return lines.map(({ line, proposals }) => {
    const first = best.get(line.id);
    const others = proposals
      .filter((one) => one !== first)
      .map((one): MatchProposal => (isFree(one, taken) ? one : { ...one, certainty: 'maybe' }));
    return { line, proposals: [...(first === undefined ? [] : [first]), ...sorted(others)].slice(0, proposalsMax) };
  });
}

function proposalsFor(line: BankTransaction, index: MatchingIndex): readonly MatchProposal[] {
  const all = candidatesFor(line, index).filter(({ parts }) =>
    parts.every(({ target }) => (isIncoming(target.kind) ?? line.cents > 0) === line.cents > 0),
  );
  const byTarget = new Map<string, MatchProposal>();
  for (const one of sorted(all)) {
    const key = namesOf(one).join();
    if (!byTarget.has(key)) byTarget.set(key, one);
  }
  return [...byTarget.values()];
}

const sorted = (proposals: readonly MatchProposal[]): readonly MatchProposal[] =>
  [...proposals].sort((a, b) => order[a.certainty] - order[b.certainty] || b.reasons.length - a.reasons.length);

const isFree = (proposal: MatchProposal, taken: ReadonlySet<string>): boolean =>
  namesOf(proposal).every((name) => !taken.has(name));

/** What can only be one line: a payment, a cost, a transfer. A rule, a year or an account can be many. */
function namesOf({ parts }: MatchProposal): readonly string[] {
  return parts.flatMap(({ target }): string[] => {
    switch (target.kind) {
      case 'payment':
        return [`payment ${target.claimId} ${target.number}`];
      case 'refund':
        return [`refund ${target.paymentId}`];
      case 'transfer':
        return [`transfer ${target.transferId}`];
      case 'co_financing':
        return [`co_financing ${target.coFinancingId}`];
      case 'cost_refund':
        return [`cost ${target.costId}`];
      case 'reversed_line':
        return [`line ${target.transactionId}`];
      case 'cost':
        return [`cost ${target.costId}`];
      default:
        return [];
    }
  });
}

/** What the city gave and what of it the bank showed, from the books and the matches. */
export function grantYears(lines: readonly LedgerLine[], shown: ReadonlyMap<number, Cents>): readonly GrantYear[] {
  const booked = new Map<number, Cents>();
  for (const { account, year, amountCents } of lines) {
    if (account === 'grant') booked.set(year, (booked.get(year) ?? 0) - amountCents);
  }
  return [...booked].map(([year, bookedCents]) => ({ year, bookedCents, shownCents: shown.get(year) ?? 0 }));
}
