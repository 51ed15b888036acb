/** Writing in the ledger: balanced entries, whose lines are named after the command and a number (D8). */
import { outstandingOf, spentOf } from '../advance.ts';
import type { Context, Tx } from '../command.ts';
import { addCents } from '../money.ts';
import type { Cents, Claim, IsoDate, LedgerAccount, LedgerLine, Proposal } from '../rows.ts';

export interface Entry {
  readonly year: number;
  readonly kind: LedgerLine['kind'];
  readonly bookedOn: IsoDate;
  readonly from: LedgerAccount;
  readonly to: LedgerAccount;
  readonly amountCents: Cents; // moves from `from` to `to`; negative moves back
  readonly proposalId?: string;
  readonly claimId?: string;
  readonly goalId?: string;
  readonly note?: string;
}

/** Books one movement. Nothing moves: nothing is written. */
export function book(tx: Tx, ctx: Context, entry: Entry): void {
  bookAll(tx, ctx, [entry]);
}

/** Books movements of one command: those of its first year under the command's id, others beside it, because an entry adds
 *  up to zero within one year. What belongs to a year that is closed goes to the year it was closed into. */
export function bookAll(tx: Tx, ctx: Context, entries: readonly Entry[]): void {
  const moves = entries
    .filter(({ amountCents }) => amountCents !== 0)
    .map((entry) => ({ ...entry, year: openYear(tx, entry.year) }));
  moves.forEach((entry, n) => {
    const { from, to, amountCents, year } = entry;
    const entryId = year === moves[0]?.year ? ctx.commandId : `${ctx.commandId}:${year}`;
    const line = (at: number, account: LedgerAccount, cents: Cents): LedgerLine => ({
      ...{ id: `${ctx.commandId}:${at}`, entryId, year, account, amountCents: cents, kind: entry.kind },
      ...{ bookedOn: entry.bookedOn, proposalId: entry.proposalId ?? null, claimId: entry.claimId ?? null },
      ...(entry.goalId === undefined ? {} : { goalId: entry.goalId }),
      note: entry.note ?? '',
    });
    tx.put('ledgerLine', line(2 * n, from, -amountCents));
    tx.put('ledgerLine', line(2 * n + 1, to, amountCents));
  });
}

export interface PaidChange {
  readonly kind: LedgerLine['kind'];
  readonly bookedOn: IsoDate;
  readonly proposal: Proposal;
  readonly before: Claim;
  readonly after: Claim;
}

/** Books what a change of a claim moves: what is known to be spent lies under `paid`, the rest of an advance that left the
 *  bank under `advance`. A settlement moves no money at the bank, only from the one to the other. */
export function bookPaid(tx: Tx, ctx: Context, { kind, bookedOn, proposal, before, after }: PaidChange): void {
  const base = { year: proposal.year, kind, bookedOn, proposalId: proposal.id, claimId: after.id } as const;
  const spentCents = spentOf(after) - spentOf(before);
  const outCents = outstandingOf(after) - outstandingOf(before);
  const from = promisedAccount(proposal);
  const settles = after.paidCents === before.paidCents;
  bookAll(
    tx,
    ctx,
    settles
      ? [move(base, 'advance', 'paid', spentCents)]
      : [move(base, from, 'paid', spentCents), move(base, from, 'advance', outCents)],
  );
}

/** From the promise, or when it is negative back to it, so that a reversal reads as one. */
function move(
  base: Pick<Entry, 'year' | 'kind' | 'bookedOn' | 'proposalId' | 'claimId'>,
  from: LedgerAccount,
  to: LedgerAccount,
  cents: Cents,
): Entry {
  return cents < 0 ? { ...base, from: to, to: from, amountCents: -cents } : { ...base, from, to, amountCents: cents };
}

/** The year in which something of `year` is booked now. */
export function openYear(tx: Tx, year: number): number {
  let at = year;
  for (let next: number | undefined = at; next !== undefined; next = tx.get('budgetYear', String(at))?.closedInto)
    at = next;
  return at;
}

/** What lies under an account of this year; of one goal when that is named. */
export function balance(tx: Tx, year: number, account: LedgerAccount, goalId?: string): Cents {
  const lines = tx
    .list('ledgerLine', 'year', String(openYear(tx, year)))
    .filter((line) => line.account === account && (goalId === undefined || line.goalId === goalId));
  return addCents(lines.map((line) => line.amountCents));
}

export const freeCents = (tx: Tx, year: number): Cents => balance(tx, year, 'free');

/** Where money for this proposal stands until it is paid: finishing gave the rest back to `free`, and what moves after
 *  that (a payment that is reversed, and then made again) moves there. */
export const promisedAccount = (proposal: Proposal): LedgerAccount =>
  proposal.state === 'finished' ? 'free' : 'awarded';

/** Cents of the proposal that have left the bank. */
export function paidCents(tx: Tx, proposalId: string): Cents {
  return addCents(tx.list('claim', 'proposalId', proposalId).map((claim) => claim.paidCents));
}
