/** Writing in the ledger: one balanced entry a command, so that a line's id is the command's id and a number (D8). */
import type { Context, Tx } from '../command.ts';
import { addCents } from '../money.ts';
import type { Cents, IsoDate, LedgerAccount, LedgerLine, Proposal } from '../rows.ts';

export interface Entry {
  readonly year: number;
  readonly kind: LedgerLine['kind'];
  readonly bookedOn: IsoDate;
  readonly from: LedgerAccount;
  readonly to: LedgerAccount;
  readonly amountCents: Cents; // moves from `from` to `to`; negative moves back
  readonly proposalId?: string;
  readonly claimId?: string;
  readonly note?: string;
}

/** Books one movement. Nothing moves: nothing is written. */
export function book(tx: Tx, ctx: Context, entry: Entry): void {
  const { from, to, amountCents } = entry;
  if (amountCents === 0) return;
  const line = (n: number, account: LedgerAccount, cents: Cents): LedgerLine => ({
    id: `${ctx.commandId}:${n}`,
    entryId: ctx.commandId,
    year: entry.year,
    account,
    amountCents: cents,
    kind: entry.kind,
    bookedOn: entry.bookedOn,
    proposalId: entry.proposalId ?? null,
    claimId: entry.claimId ?? null,
    note: entry.note ?? '',
  });
  tx.put('ledgerLine', line(0, from, -amountCents));
  tx.put('ledgerLine', line(1, to, amountCents));
}

export function freeCents(tx: Tx, year: number): Cents {
  const lines = tx.list('ledgerLine', 'year', String(year)).filter((line) => line.account === 'free');
  return addCents(lines.map((line) => line.amountCents));
}

/** Where money for this proposal stands until it is paid: finishing gave the rest back to `free`, and what moves after
 *  that (a payment that is reversed, and then made again) moves there. */
export const promisedAccount = (proposal: Proposal): LedgerAccount =>
  proposal.state === 'finished' ? 'free' : 'awarded';

/** Cents of the proposal that have left the bank. */
export function paidCents(tx: Tx, proposalId: string): Cents {
  return addCents(tx.list('claim', 'proposalId', proposalId).map((claim) => claim.paidCents));
}
