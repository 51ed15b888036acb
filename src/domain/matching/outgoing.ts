/** What money that left can be: payments that were recorded, claims to pay, own costs, an award without a claim. */

import { unseenCents } from '../bank/match.ts';
import { addCents } from '../money.ts';
import { paymentOf } from '../payments/reference.ts';
import {
  type BankTransaction,
  type Cents,
  type MatchTarget,
  type PlannedPayment,
  paymentId,
  paymentNumber,
} from '../rows.ts';
import type { MatchingIndex } from './matchingIndex.ts';
import { namedIn, sameName } from './names.ts';
import type { Certainty, MatchProposal, PaidTo, Reason } from './proposals.ts';
import { type Payable, payablesTogether } from './together.ts';
import { daysBetween, whole } from './whole.ts';

export function outgoingCandidates(line: BankTransaction, index: MatchingIndex): readonly MatchProposal[] {
  const cents = -line.cents;
  return [
    ...byReference(line, index),
    ...paymentFiles(line, index, cents),
    ...recorded(line, index, cents),
    ...toPay(line, index, cents),
    ...partly(line, index, cents),
    ...payablesTogether(line, index),
    ...costs(line, index, cents),
    ...byRule(line, index),
    ...awards(line, index, cents),
  ];
}

const target = (claimId: string, number: number): MatchTarget => ({ kind: 'payment', claimId, number });

/** Our own end-to-end id came back: then there is no doubt which payment it was, only about the amount. */
function byReference(line: BankTransaction, index: MatchingIndex): readonly MatchProposal[] {
  const named = paymentOf(line.reference) ?? paymentOf(/[0-9a-f]{32}-[1-9]\d?/i.exec(line.description)?.[0] ?? '');
  if (named === undefined) return [];
  const paid = index.paymentById.get(paymentId(named.claimId, named.number));
  const open = paid?.payment.amountCents ?? index.payableByClaim.get(named.claimId)?.amountCents;
  if (open === undefined || (paid?.payment.reversed && unseenCents(paid.payment, line.bookedOn) === 0)) return [];
  const exact = open === -line.cents;
  const reasons: readonly Reason[] = exact ? ['reference', 'amount'] : ['reference'];
  if (!exact && (paid !== undefined || -line.cents > open)) return [];
  return [whole(line, target(named.claimId, named.number), reasons, exact ? 'sure' : 'likely')];
}

const fileDaysMax = 14;
const partsMax = 50; // of one match, see bankMatch.make

/** Some banks, and accounts that are set so, book a payment file as one sum. It names nobody then. */
function paymentFiles(line: BankTransaction, index: MatchingIndex, cents: Cents): readonly MatchProposal[] {
  const fitting = index.paymentFiles.filter(
    ({ state, transfers, executeOn }) =>
      state === 'made' &&
      transfers.length > 1 &&
      transfers.length <= partsMax &&
      addCents(transfers.map(({ amountCents }) => amountCents)) === cents &&
      daysBetween(executeOn, line.bookedOn) <= fileDaysMax &&
      transfers.every((transfer) => isUnseen(transfer, line, index)),
  );
  return fitting.map(({ transfers }) => ({
    parts: transfers.map(({ claimId, number, amountCents }) => ({ amountCents, target: target(claimId, number) })),
    reasons: ['file', 'sum'],
    certainty: fitting.length === 1 && line.counterIban === '' ? 'sure' : 'likely',
  }));
}

/** To be paid still, or paid and not shown by the bank. */
function isUnseen(
  { claimId, number, amountCents }: PlannedPayment,
  line: BankTransaction,
  index: MatchingIndex,
): boolean {
  const paid = index.paymentById.get(paymentId(claimId, number))?.payment;
  if (paid !== undefined) return !paid.reversed && unseenCents(paid, line.bookedOn) === amountCents;
  const open = index.payableByClaim.get(claimId);
  return open !== undefined && open.number === number && open.amountCents >= amountCents;
}

const recordedDaysMax = 14;

/** Recorded by hand, or put into a payment file, and not seen at the bank yet. One that was taken back since is never sure:
 *  it may have been a mistake that never left the bank. */
function recorded(line: BankTransaction, index: MatchingIndex, cents: Cents): readonly MatchProposal[] {
  const near = (index.unseenByCents.get(cents) ?? []).filter(
    (paid) => couldBe(line)(paid) && daysBetween(paid.payment.paidOn, line.bookedOn) <= recordedDaysMax,
  );
  const days = ({ payment }: PaidTo): number => daysBetween(payment.paidOn, line.bookedOn);
  const byDays = near.toSorted((one, other) => days(one) - days(other));
  return byDays.map((paid, n) => {
    const { reasons, certainty } = judged(line, paid, near.length, ['amount', 'near']);
    // A payment that bounced and was made again: the line of the first is not that of the second.
    const closer = byDays.slice(0, n).some(({ payment }) => payment.claimId === paid.payment.claimId);
    return whole(
      line,
      target(paid.payment.claimId, paymentNumber(paid.payment)),
      reasons,
      doubted(certainty, paid.payment.reversed || closer),
    );
  });
}

/** A payment of the same claim that was taken back may be what this line shows: then a person looks. */
function toPay(line: BankTransaction, index: MatchingIndex, cents: Cents): readonly MatchProposal[] {
  const fitting = index.payablesByCents.get(cents) ?? [];
  const tried = new Set((index.unseenByCents.get(cents) ?? []).filter(couldBe(line)).map((one) => one.payment.claimId));
  return fitting.map((payable) => {
    const { reasons, certainty } = judged(line, payable, fitting.length, ['amount']);
    const found = ruled(line, index, payable) ?? certainty;
    return whole(line, target(payable.claim.id, payable.number), reasons, doubted(found, tried.has(payable.claim.id)));
  });
}

const doubted = (certainty: Certainty, doubt: boolean): Certainty =>
  doubt && certainty === 'sure' ? 'likely' : certainty;
const couldBe =
  ({ bookedOn }: BankTransaction) =>
  ({ payment }: PaidTo): boolean =>
    unseenCents(payment, bookedOn) > 0;

/** The treasurer said before whose account this is. */
function ruled(line: BankTransaction, index: MatchingIndex, payable: Payable): Certainty | undefined {
  const rule = index.ruleOf(line)?.target;
  return rule?.kind === 'payee' && sameName(rule.payeeName, payable.name) ? 'sure' : undefined;
}

/** Account and amount: sure, unless two claims have both. Name and amount: likely. Amount alone: a guess. */
function judged(
  line: BankTransaction,
  { iban, name }: { readonly iban: string; readonly name: string },
  rivals: number,
  base: readonly Reason[],
): { readonly reasons: readonly Reason[]; readonly certainty: Certainty } {
  const sameIban = iban !== '' && iban === line.counterIban;
  const named = sameName(name, line.counterName) || namedIn(name, line.description);
  const reasons: readonly Reason[] = [
    ...base,
    ...(sameIban ? (['iban'] as const) : []),
    ...(named ? (['name'] as const) : []),
    ...(rivals === 1 ? (['only'] as const) : []),
  ];
  if (sameIban) return { reasons, certainty: rivals === 1 || named ? 'sure' : 'likely' };
  // Another account than the claim's: a person looks at it, whatever the name says.
  return { reasons, certainty: named || (rivals === 1 && iban === '') ? 'likely' : 'maybe' };
}

/** Less than is open, to the account of the claim. */
function partly(line: BankTransaction, index: MatchingIndex, cents: Cents): readonly MatchProposal[] {
  const same = line.counterIban === '' ? [] : (index.payablesByIban.get(line.counterIban) ?? []);
  const larger = same.filter(({ amountCents }) => amountCents > cents);
  return larger.map((payable) =>
    whole(line, target(payable.claim.id, payable.number), ['iban', 'part'], larger.length === 1 ? 'likely' : 'maybe'),
  );
}

const costDaysMax = 14;

function costs(line: BankTransaction, index: MatchingIndex, cents: Cents): readonly MatchProposal[] {
  const near = (index.costsByCents.get(cents) ?? []).filter(
    (cost) => unseenCents(cost, line.bookedOn) === cents && daysBetween(cost.paidOn, line.bookedOn) <= costDaysMax,
  );
  return near.map(({ id: costId, year, what, reversed }) => {
    const named = namedIn(what, `${line.description} ${line.counterName}`);
    const reasons: readonly Reason[] = named ? ['amount', 'near', 'name'] : ['amount', 'near'];
    return whole(
      line,
      { kind: 'cost', costId, year, what },
      reasons,
      named && near.length === 1 && !reversed ? 'sure' : 'likely',
    );
  });
}

function byRule(line: BankTransaction, index: MatchingIndex): readonly MatchProposal[] {
  const rule = index.ruleOf(line)?.target;
  const year = Number(line.bookedOn.slice(0, 4));
  if (rule?.kind === 'cost') {
    return [whole(line, { kind: 'cost', costId: index.newId(), year, what: rule.what }, ['rule'], 'sure')];
  }
  if (rule?.kind === 'explained' || rule?.kind === 'own_account') return [whole(line, rule, ['rule'], 'sure')];
  return [];
}

/** Paid to an applicant before anybody handed in a receipt. */
function awards(line: BankTransaction, index: MatchingIndex, cents: Cents): readonly MatchProposal[] {
  return index.proposals
    .filter(
      ({ id, applicant, awardedCents }) =>
        awardedCents >= cents && !index.claimedProposalIds.has(id) && sameName(applicant, line.counterName),
    )
    .map(({ id: proposalId, awardedCents }) => {
      const exact = awardedCents === cents;
      return whole(
        line,
        { kind: 'award', proposalId },
        exact ? ['name', 'amount'] : ['name'],
        exact ? 'likely' : 'maybe',
      );
    });
}
