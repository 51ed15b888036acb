// The books of a year as tables and as an audit file, from the rows.
import { trialBalance } from '../../../domain/books/balance.ts';
import { chart, chartAccount } from '../../../domain/books/chart.ts';
import { claimStage } from '../../../domain/claims.ts';
import { groupBy } from '../../../domain/groupBy.ts';
import type { Claim, IsoDate, LedgerLine, Payment, Proposal, Receipt } from '../../../domain/rows.ts';
import type { Sheet } from '../../../files/sheets.ts';
import type { AuditEntry, AuditFile } from '../../../files/xaf.ts';
import { nlBooks } from '../../nl/books.ts';
import { nlClaim } from '../../nl/claim.ts';
import { nlMoney } from '../../nl/money.ts';
import { titleOr } from '../../nl/proposals.ts';

export interface BooksOfYear {
  readonly year: number;
  readonly lines: readonly LedgerLine[]; // of the year
  readonly proposals: ReadonlyMap<string, Proposal>;
  /** Of proposals that appear in the lines. */
  readonly claims: readonly Claim[];
  readonly payments: readonly Payment[];
}

const { sheets: words } = nlBooks;
const { accounts: accountNames, kinds } = nlMoney.ledger;
const column = (title: string, width = 14) => ({ title, width });

interface Entry {
  readonly id: string;
  readonly number: string; // in the order of booking, from 1
  readonly lines: readonly LedgerLine[];
}

/** The journal, oldest first; numbers are the same on every phone, because the order is. */
function entriesOf(lines: readonly LedgerLine[]): readonly Entry[] {
  const groups = new Map<string, LedgerLine[]>();
  for (const line of lines) {
    const group = groups.get(line.entryId);
    if (group === undefined) groups.set(line.entryId, [line]);
    else group.push(line);
  }
  return [...groups]
    .map(([id, group]) => ({ id, lines: group, on: group[0]?.bookedOn ?? '' }))
    .sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1))
    .map(({ id, lines: group }, n) => ({ id, number: String(n + 1), lines: group }));
}

/** "2026-3 Lichtjestocht", or nothing. */
function proposalName(proposals: BooksOfYear['proposals'], id: string | null): string {
  const proposal = proposals.get(id ?? '');
  if (proposal === undefined) return '';
  return `${proposal.year}${proposal.number === null ? '' : `-${proposal.number}`} ${titleOr(proposal.title)}`;
}

export function journalSheet({ lines, proposals }: BooksOfYear): Sheet {
  return {
    name: words.journal,
    columns: [
      ...[column(words.entry, 10), column(words.on), column(words.kind, 24), column(words.number, 10)],
      ...[column(words.account, 30), column(words.debit), column(words.credit), column(words.proposal, 40)],
      column(words.note, 50),
    ],
    rows: entriesOf(lines).flatMap(({ number, lines: own }) =>
      own.map((line) => [
        ...[Number(number), { date: line.bookedOn }, kinds[line.kind], chartAccount(line.account).number],
        accountNames[line.account],
        line.amountCents > 0 ? { cents: line.amountCents } : null,
        line.amountCents < 0 ? { cents: 0 - line.amountCents } : null,
        ...[proposalName(proposals, line.proposalId), line.note],
      ]),
    ),
  };
}

function accountSheet({ lines, year }: BooksOfYear): Sheet {
  return {
    name: words.accounts,
    columns: [
      column(words.number, 10),
      column(words.account, 34),
      ...[words.debit, words.credit, words.closing].map((title) => column(title)),
    ],
    rows: trialBalance(lines, year, `${year + 1}-12-31`).accounts.map((one) => [
      ...[one.number, accountNames[one.account]],
      ...[{ cents: one.debitCents }, { cents: one.creditCents }, { cents: one.closingCents }],
    ]),
  };
}

function claimSheet({ claims, proposals }: BooksOfYear): Sheet {
  return {
    name: words.claims,
    columns: [
      ...[column(words.proposal, 40), column(words.payee, 28), column(words.submittedOn), column(words.claimed)],
      ...[column(words.approved), column(words.paid), column(words.state, 22)],
    ],
    rows: claims.map((claim) => [
      ...[proposalName(proposals, claim.proposalId), claim.payeeName, { date: claim.submittedAt.slice(0, 10) }],
      ...[{ cents: claim.claimedCents }, { cents: claim.approvedCents }, { cents: claim.paidCents }],
      nlClaim.committee[claimStage(claim, proposals.get(claim.proposalId))],
    ]),
  };
}

function paymentSheet({ payments, claims, proposals }: BooksOfYear): Sheet {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return {
    name: words.payments,
    columns: [
      ...[column(words.on), column(words.payee, 28), column(words.amount), column(words.proposal, 40)],
      ...[column(words.reference, 50), column(words.reversed)],
    ],
    rows: payments.map((payment) => [
      ...[{ date: payment.paidOn }, byId.get(payment.claimId)?.payeeName ?? '', { cents: payment.amountCents }],
      ...[proposalName(proposals, payment.proposalId), payment.reference],
      payment.reversedOn === null ? null : { date: payment.reversedOn },
    ]),
  };
}

/** Those of the claims, with their VAT where somebody wrote it down. */
function receiptSheet({ claims, proposals }: BooksOfYear, receipts: readonly Receipt[]): Sheet {
  const byClaim = groupBy(receipts, ({ claimId }) => claimId);
  return {
    name: words.receipts,
    columns: [
      ...[column(words.boughtOn), column(words.shop, 28), column(words.amount), column(words.vat)],
      ...[column(words.proposal, 40), column(words.payee, 28), column(words.note, 50)],
    ],
    rows: claims.flatMap(({ id, proposalId, payeeName }) =>
      (byClaim.get(id) ?? []).map(({ boughtOn, shop, amountCents, vatCents, what }) => [
        ...[{ date: boughtOn }, shop, { cents: amountCents }, vatCents === undefined ? null : { cents: vatCents }],
        ...[proposalName(proposals, proposalId), payeeName, what],
      ]),
    ),
  };
}

export const bookSheets = (books: BooksOfYear, receipts: readonly Receipt[]): readonly Sheet[] => [
  journalSheet(books),
  accountSheet(books),
  claimSheet(books),
  receiptSheet(books, receipts),
  paymentSheet(books),
];

export interface AuditFileHead {
  readonly createdOn: IsoDate;
  readonly committee: { readonly id: string; readonly name: string };
  readonly version: string;
}

export function auditFileOf(books: BooksOfYear, { createdOn, committee, version }: AuditFileHead): AuditFile {
  const { year, lines, proposals } = books;
  return {
    year,
    createdOn,
    company: { id: committee.id.slice(0, 35), name: committee.name },
    softwareVersion: version,
    accounts: chart.map(({ account, number, kind }) => ({
      ...{ number, name: accountNames[account] },
      kind: kind === 'result' ? 'result' : 'balance', // what is due is no income
    })),
    entries: entriesOf(lines).map((entry): AuditEntry => {
      const [first] = entry.lines;
      const about = [kinds[first?.kind ?? 'correction'], first?.note ?? ''].filter((text) => text !== '').join(': ');
      return {
        number: entry.number,
        description: about,
        bookedOn: first?.bookedOn ?? `${year}-01-01`,
        lines: entry.lines.map((line) => ({
          account: chartAccount(line.account).number,
          cents: line.amountCents,
          document: proposalName(proposals, line.proposalId),
        })),
      };
    }),
  };
}
