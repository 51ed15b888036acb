// What a line is, in words, as far as this phone knows the rows.
import { costBackCents, paymentBackCents } from '../../../domain/bank/match.ts';
import {
  type BankTransaction,
  type Cents,
  type MatchPart,
  type MatchRule,
  type MatchTarget,
  type OrganisationCost,
  type Payment,
  paymentId,
} from '../../../domain/rows.ts';
import { type Seen, useRows } from '../../data.ts';
import { nlBank } from '../../nl/bank.ts';

export interface BankNames {
  readonly target: (target: MatchTarget) => string;
  readonly parts: (parts: readonly MatchPart[]) => string;
  /** Of what came back: how much of it is left, and whether the books know it already. '' when all of it came back now. */
  readonly left: (part: MatchPart) => string;
}

const words = nlBank.target;

export function useBankNames(transactions: readonly BankTransaction[]): BankNames {
  const claims = byId(useRows('claim'));
  const proposals = byId(useRows('proposal'));
  const payments = byId(useRows('payment'));
  const costs = byId(useRows('organisationCost'));
  const coFinancings = byId(useRows('coFinancing'));
  const transfers = byId(useRows('transfer'));
  const accounts = byId(useRows('bankAccount'));
  const claim = (id: string): string => {
    const found = claims.get(id);
    return found === undefined
      ? words.unknown
      : words.payment(found.payeeName, proposals.get(found.proposalId)?.title ?? '');
  };
  const target = (one: MatchTarget): string => {
    switch (one.kind) {
      case 'payment':
        return taken(claim(one.claimId), payments.get(paymentId(one.claimId, one.number)));
      case 'refund':
        return words.refund(claims.get(one.paymentId.slice(0, 36))?.payeeName ?? words.unknown);
      case 'cost':
        return taken(words.cost(one.what), costs.get(one.costId));
      case 'cost_refund':
        return words.costRefund(costs.get(one.costId)?.what ?? words.unknown);
      case 'grant':
        return words.grant(one.year, one.book);
      case 'co_financing':
        return words.coFinancing(coFinancings.get(one.coFinancingId)?.source ?? words.unknown);
      case 'transfer': {
        const found = transfers.get(one.transferId);
        if (found === undefined) return words.unknown;
        return found.direction === 'out' ? words.transferOut(found.otherName) : words.transferIn(found.otherName);
      }
      case 'own_account':
        return words.ownAccount(accounts.get(one.accountId)?.name ?? one.accountId);
      case 'award':
        return words.award(proposals.get(one.proposalId)?.title ?? words.unknown);
      case 'reversed_line':
        return words.reversed(
          transactions.find(({ id }) => id === one.transactionId)?.bookedOn ?? one.transactionId.split(':')[1] ?? '',
        );
      case 'explained':
        return one.note === '' ? nlBank.explained[one.why] : `${nlBank.explained[one.why]}: ${one.note}`;
    }
  };
  const parts = (all: readonly MatchPart[]): string =>
    all.length === 1
      ? all.map((part) => target(part.target)).join('')
      : all.map((part) => `${target(part.target)} (${words.part(part.amountCents)})`).join('; ');
  const left = ({ target: of, amountCents }: MatchPart): string => {
    if (of.kind === 'refund') {
      const payment = payments.get(of.paymentId);
      return payment === undefined ? '' : leftWords(payment, paymentBackCents(payment), amountCents);
    }
    const cost = of.kind === 'cost_refund' ? costs.get(of.costId) : undefined;
    return cost === undefined ? '' : leftWords(cost, costBackCents(cost), amountCents);
  };
  return { target, parts, left };
}

const taken = (what: string, row: Payment | OrganisationCost | undefined): string =>
  row?.reversed ? words.takenBack(what) : what;

function leftWords({ reversed, amountCents }: Payment | OrganisationCost, leftCents: Cents, cents: Cents): string {
  if (reversed) return words.backByHand(leftCents);
  return cents < leftCents || leftCents < amountCents ? words.back(leftCents, amountCents) : '';
}

export function ruleWords({ target }: MatchRule, accounts: readonly Seen<'bankAccount'>[]): string {
  switch (target.kind) {
    case 'payee':
      return nlBank.rules.payee(target.payeeName);
    case 'cost':
      return words.cost(target.what);
    case 'grant':
      return nlBank.choose.kinds.grant_known;
    case 'co_financing':
      return words.coFinancing(target.source);
    case 'own_account':
      return words.ownAccount(accounts.find(({ id }) => id === target.accountId)?.name ?? target.accountId);
    case 'explained':
      return target.note === '' ? nlBank.explained[target.why] : `${nlBank.explained[target.why]}: ${target.note}`;
  }
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));
