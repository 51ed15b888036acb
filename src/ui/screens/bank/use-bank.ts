// Everything of the bank on this phone, and what Buurtkas proposes for each open line.
import { useMemo } from 'preact/hooks';
import { matchesById, standing } from '../../../domain/bank/match.ts';
import {
  grantYears,
  type MatchingRows,
  type OpenLine,
  type PaidTo,
  proposeMatches,
} from '../../../domain/matching/proposals.ts';
import { type Payable, payables } from '../../../domain/payments/payable.ts';
import type { Cents } from '../../../domain/rows.ts';
import { newId, type Seen, useMe, useRowsFound } from '../../data.ts';
import { nlBank } from '../../nl/bank.ts';

export interface BankRows {
  readonly loaded: boolean;
  readonly accounts: readonly Seen<'bankAccount'>[];
  readonly imports: readonly Seen<'bankImport'>[];
  readonly transactions: readonly Seen<'bankTransaction'>[]; // that count, oldest first
  readonly matches: ReadonlyMap<string, Seen<'bankMatch'>>; // that stand, by transaction
  readonly allMatches: readonly Seen<'bankMatch'>[];
  readonly rules: readonly Seen<'matchRule'>[];
}

export function useBankRows(): BankRows {
  const accounts = useRowsFound('bankAccount');
  const imports = useRowsFound('bankImport');
  const transactions = useRowsFound('bankTransaction');
  const matches = useRowsFound('bankMatch');
  const rules = useRowsFound('matchRule');
  return useMemo(
    () => ({
      loaded: [accounts, imports, transactions, matches, rules].every(({ loaded }) => loaded),
      accounts: accounts.value,
      imports: imports.value,
      transactions: standing(transactions.value, imports.value) as readonly Seen<'bankTransaction'>[],
      matches: matchesById(matches.value),
      allMatches: matches.value,
      rules: rules.value,
    }),
    [accounts, imports, transactions, matches, rules],
  );
}

export interface Matching {
  readonly loaded: boolean;
  readonly lines: readonly OpenLine[];
  readonly rows: MatchingRows;
}

/** The rows of the kas beside those of the bank. */
export function useMatching(bank: BankRows): Matching {
  const { committee } = useMe();
  const kas = useKas();
  return useMemo(() => {
    const rows = matchingRows(bank, kas, committee?.city ?? '');
    const loaded = bank.loaded && kas.loaded;
    return { loaded, rows, lines: loaded ? proposeMatches(rows) : [] };
  }, [bank, kas, committee?.city]);
}

function useKas() {
  const found = {
    claims: useRowsFound('claim'),
    claimAccounts: useRowsFound('claimAccount'),
    payments: useRowsFound('payment'),
    paymentFiles: useRowsFound('paymentFile'),
    proposals: useRowsFound('proposal'),
    coFinancings: useRowsFound('coFinancing'),
    costs: useRowsFound('organisationCost'),
    transfers: useRowsFound('transfer'),
    ledger: useRowsFound('ledgerLine'),
  };
  return useMemo(
    () => ({
      loaded: Object.values(found).every(({ loaded }) => loaded),
      claims: found.claims.value,
      claimAccounts: new Map(found.claimAccounts.value.map((one) => [one.id, one])),
      payments: found.payments.value,
      paymentFiles: found.paymentFiles.value,
      proposals: found.proposals.value,
      coFinancings: found.coFinancings.value,
      costs: found.costs.value,
      transfers: found.transfers.value,
      ledger: found.ledger.value,
    }),
    Object.values(found),
  );
}
type Kas = ReturnType<typeof useKas>;

function matchingRows(bank: BankRows, kas: Kas, city: string): MatchingRows {
  const proposals = new Map(kas.proposals.map((one) => [one.id, one]));
  const standingMatches = [...bank.matches.values()];
  return {
    open: bank.transactions.filter(({ id }) => !bank.matches.has(id)),
    matched: bank.transactions.filter(({ id }) => bank.matches.has(id)),
    accounts: bank.accounts,
    payables: payables({
      claims: kas.claims,
      proposals,
      accounts: kas.claimAccounts,
      payments: kas.payments,
    }) as readonly Payable[],
    payments: paidTo(kas),
    paymentFiles: kas.paymentFiles,
    proposals: kas.proposals,
    claimedProposalIds: new Set(kas.claims.map(({ proposalId }) => proposalId)),
    coFinancings: kas.coFinancings,
    costs: kas.costs,
    transfers: kas.transfers,
    matchedTransferIds: new Set(
      standingMatches.flatMap(({ parts }) =>
        parts.flatMap(({ target }) => (target.kind === 'transfer' ? [target.transferId] : [])),
      ),
    ),
    grants: grantYears(kas.ledger, grantsShown(standingMatches)),
    rules: bank.rules,
    ...{ city, newId, refundReason: nlBank.refundReason },
  };
}

function paidTo({ payments, claims, claimAccounts }: Kas): readonly PaidTo[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return payments.map((payment) => {
    const account = claimAccounts.get(payment.claimId);
    const name = account?.holder || (byId.get(payment.claimId)?.payeeName ?? '');
    return { payment, iban: account?.iban ?? '', name };
  });
}

function grantsShown(matches: readonly Seen<'bankMatch'>[]): ReadonlyMap<number, Cents> {
  const shown = new Map<number, Cents>();
  for (const { target, amountCents } of matches.flatMap(({ parts }) => parts)) {
    if (target.kind === 'grant') shown.set(target.year, (shown.get(target.year) ?? 0) + amountCents);
  }
  return shown;
}
