/** Rows for the matching: a payee, a claim to pay, a payment that stands, and a line of the bank. */
import type { MatchingRows, PaidTo } from '../../src/domain/matching/proposals.ts';
import type { Payable } from '../../src/domain/payments/payable.ts';
import type { BankTransaction, Payment } from '../../src/domain/rows.ts';
import * as bank from './bankExamples.ts';
import { uid } from './world.ts';

export const iban = 'NL91ABNA0417164300';
let made = 0;
export function bankRow(change: Partial<BankTransaction> = {}): BankTransaction {
  made += 1;
  const line = bank.line({ line: made });
  return { ...line, id: `line ${made}`, accountId: bank.accountId, importId: bank.importId, alsoIn: [], ...change };
}

export function payable(name: string, amountCents: number, change: Partial<Payable> = {}): Payable {
  const claim = { id: uid(name), payeeName: name } as Payable['claim'];
  const proposal = { id: uid(`proposal of ${name}`) } as Payable['proposal'];
  return { ...{ claim, proposal, number: 1, amountCents, name, iban, block: null, otherAccount: null }, ...change };
}

export function paidTo(name: string, amountCents: number, change: Partial<Payment> = {}, account = iban): PaidTo {
  const claimId = uid(name);
  const payment: Payment = {
    ...{ id: `${claimId}:1`, claimId, proposalId: uid('p'), amountCents, paidOn: '2026-03-20', reference: '' },
    ...{ recordedBy: uid('Cor'), reversed: false, reversedOn: null, reversedReason: null, ...change },
  };
  return { payment, iban: account, name };
}

export function matchingRows(change: Partial<MatchingRows> = {}): MatchingRows {
  return {
    ...{ open: [], matched: [], accounts: [], payables: [], payments: [], proposals: [], coFinancings: [], costs: [] },
    ...{
      transfers: [],
      rules: [],
      paymentFiles: [],
      grants: [],
      claimedProposalIds: new Set(),
      matchedTransferIds: new Set(),
    },
    ...{ city: 'Enschede', newId: () => uid('new cost'), refundReason: 'Terug volgens de bank', ...change },
  };
}
