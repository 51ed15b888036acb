/** What an approval takes beside it: a second officer above the limit, or a signature from outside where only one officer is
 *  active. Until it is there, nothing is paid. */
import { type Context, defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import type { BudgetLine, Claim, Countersign, Receipt, Settlement, SignedReceipt } from '../rows.ts';
import { hindrance, mustBeSeenPayee } from './approvers.ts';
import { bookPaid } from './ledger.ts';
import { dayOf } from './rules.ts';
import { schemas } from './schemas.ts';

/** The second of two officers. The same person cannot be both. */
export const approveSecond = defineCommand({
  name: 'claim.approveSecond',
  v: 2, // says to whom the money went when it was looked at
  older: { 1: (args) => args },
  schema: schemas['claim.approveSecond'],
  touches: (args) => [rowKey('claim', args.claimId)],
  run(tx, { claimId, seenApprovedCents, seenPayee }, ctx) {
    const claim = tx.mustOrWait('claim', claimId);
    const me = ctx.actor.personId;
    const hindered = hindrance(tx, claim, me);
    if (hindered !== null) throw new Rejection(hindered);
    if (claim.judgedBy === me) throw new Rejection('own_claim');
    if (claim.state !== 'approved') throw new Rejection('wrong_state');
    if (claim.approvedCents !== seenApprovedCents) throw new Rejection('changed_meanwhile');
    if (claim.awaits !== 'second') {
      if (claim.secondBy === me) return;
      throw new Rejection('wrong_state');
    }
    mustBeSeenPayee(claim, seenPayee);
    tx.put('claim', { ...claim, awaits: null, secondBy: me });
  },
});

/** Asks the auditor and the district manager. With the receipts in words: the district gets no claims (D12). */
export function askCountersign(tx: Tx, ctx: Context, claim: Claim, why: Countersign['why']): void {
  const receipts = tx.list('receipt', 'claimId', claim.id);
  const { title, budgetLines } = tx.mustOrWait('proposal', claim.proposalId);
  const asked: Countersign = {
    ...{ id: claim.id, proposalId: claim.proposalId, title },
    ...{ payeeName: claim.payeeName, amountCents: claim.approvedCents, why },
    ...(claim.what === undefined ? {} : { what: claim.what }),
    ...{ askedBy: ctx.actor.personId, askedOn: dayOf(ctx) },
    receipts: [...receipts].sort((a, b) => (a.id < b.id ? -1 : 1)).map((receipt) => inWords(receipt, budgetLines)),
    ...{ state: 'asked', signedBy: null, signedOn: null, reason: '' },
  };
  tx.put('countersign', asked);
}

function inWords(receipt: Receipt, budgetLines: readonly BudgetLine[]): SignedReceipt {
  const { shop, what, boughtOn, amountCents, noPhoto, vatCents, budgetLineId } = receipt;
  const line = budgetLines.find(({ id }) => id === budgetLineId)?.label;
  return {
    ...{ shop, what, boughtOn, amountCents },
    ...(line === undefined ? {} : { line }),
    ...(noPhoto === undefined ? {} : { noPhoto }),
    ...(vatCents === undefined ? {} : { vatCents }),
  };
}

/** The approval that it was asked for fell. */
export function voidCountersign(tx: Tx, claimId: string): void {
  const asked = tx.get('countersign', claimId);
  if (asked?.state === 'asked') tx.put('countersign', { ...asked, state: 'void' });
}

/** The auditor or the district manager signs, or does not and says why: then the claim goes back to its maker. It runs on the
 *  row that was asked, and the claim follows where it is known: on the server always. */
export const countersignClaim = defineCommand({
  name: 'claim.countersign',
  v: 2, // says to whom the money went when it was looked at
  older: { 1: (args) => args },
  schema: schemas['claim.countersign'],
  touches: (args) => [rowKey('countersign', args.claimId), rowKey('claim', args.claimId)],
  run(tx, { claimId, signs, reason, seenAmountCents, seenPayeeName, signedOn }, ctx) {
    const asked = tx.mustOrWait('countersign', claimId);
    const claim = tx.get('claim', claimId);
    const me = ctx.actor.personId;
    const hindered = claim === undefined ? null : hindrance(tx, claim, me);
    if (hindered !== null) throw new Rejection(hindered);
    const state = signs ? 'signed' : 'refused';
    if (asked.state === state && asked.signedBy === me) return;
    if (asked.state !== 'asked') throw new Rejection('wrong_state');
    const samePayee = (seenPayeeName ?? asked.payeeName) === asked.payeeName;
    if (asked.amountCents !== seenAmountCents || !samePayee) throw new Rejection('changed_meanwhile');
    if (!signs && reason.trim() === '') throw new Rejection('reason_missing');
    tx.put('countersign', { ...asked, state, signedBy: me, signedOn, reason });
    if (claim === undefined) return;
    if (signs) return tx.put('claim', { ...claim, awaits: null, secondBy: me });
    if (claim.settlement?.state === 'settled') return giveBackAccount(tx, ctx, claim, reason);
    const refused = { state: 'returned', approvedCents: 0, judgedBy: me, judgeReason: reason } as const;
    tx.put('claim', { ...withoutSecond(claim), ...refused });
  },
});

/** Without what belonged to an approval of before. */
export function withoutSecond({ awaits: _, secondBy: __, ...claim }: Claim): Claim {
  return claim;
}

/** The account that was given of an advance goes back to its holder. Where it was accepted already, what was accepted is no
 *  longer spent in the books; what came back of it stays where it is. */
export function giveBackAccount(tx: Tx, ctx: Context, claim: Claim, reason: string): void {
  const { settlement } = claim;
  if (settlement === undefined) throw new Rejection('wrong_state');
  const returned: Settlement = { ...settlement, state: 'returned', reason };
  if (settlement.state !== 'settled') {
    tx.put('claim', { ...claim, settlement: returned });
    return;
  }
  const back: Claim = {
    ...{ ...withoutSecond(claim), approvedCents: claim.paidCents },
    settlement: { ...returned, acceptedCents: 0, settledBy: null, settledOn: null },
  };
  tx.put('claim', back);
  const proposal = tx.mustOrWait('proposal', claim.proposalId);
  bookPaid(tx, ctx, { kind: 'advance_settlement', bookedOn: dayOf(ctx), proposal, before: claim, after: back });
}
