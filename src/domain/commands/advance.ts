/** Advances: money before anything was bought, accounted for with receipts, and what is left comes back. An advance that is
 *  paid is out of the bank and not spent: it lies under `advance` until then. */
import { refundDue } from '../advance.ts';
import { defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import { addCents } from '../money.ts';
import type { Claim, Receipt, Settlement } from '../rows.ts';
import { hindrance, otherApprovers, rememberAccount } from './approvers.ts';
import { flagDoubles, putAccount, receiptFrom, sameAccount, sameHolder } from './claim.ts';
import { mustFitAward, stillNeeded } from './claimJudge.ts';
import { askCountersign, withoutSecond } from './countersign.ts';
import { bookPaid } from './ledger.ts';
import { mustHaveProposal, same } from './rules.ts';
import { schemas } from './schemas.ts';

/** Asks for an advance, or asks again after it was given back. */
export const askAdvance = defineCommand({
  name: 'advance.ask',
  v: 1,
  schema: schemas['advance.ask'],
  touches: (args) => [rowKey('claim', args.claimId)],
  run(tx, args, ctx) {
    const proposal = mustHaveProposal(tx, ctx, args.proposalId);
    const known = tx.get('claim', args.claimId);
    const { claimId: id, proposalId, amountCents, what, payeeName, iban, holder } = args;
    if (known !== undefined) {
      const mine = known.claimantId === ctx.actor.personId && known.proposalId === proposalId;
      if (!mine || known.kind !== 'advance') throw new Rejection('id_taken');
      // Given back, it is asked again whatever changed: the question may have been about the account alone.
      if (known.state !== 'returned') {
        const repeated = known.claimedCents === amountCents && same({ ...known, what, payeeName }, known);
        if (repeated && sameAccount(tx, known, args) && sameHolder(tx, known, args)) return;
        throw new Rejection('wrong_state');
      }
    }
    if (proposal.state === 'finished') throw new Rejection('wrong_state');
    tx.put('claim', {
      ...{ id, proposalId, kind: 'advance', claimantId: ctx.actor.personId, claimedCents: amountCents },
      ...{ approvedCents: 0, paidCents: 0, state: 'submitted', judgedBy: null, judgeReason: null },
      ...{ submittedAt: ctx.at, payeeName, ibanLast4: iban?.slice(-4) ?? known?.ibanLast4 ?? '', flags: [], what },
    });
    putAccount(tx, id, known, args);
    if (iban !== null) rememberAccount(tx, ctx.actor.personId, iban, holder ?? payeeName);
  },
});

/** Hands in the receipts of an advance, or hands them in again. They are added or replaced by id; none disappears. Nothing
 *  spent is an account too: then all of it comes back. */
export const handInAdvance = defineCommand({
  name: 'advance.handIn',
  v: 2, // receipts may say how much of them is VAT
  older: { 1: (args) => args },
  schema: schemas['advance.handIn'],
  touches: (args) => [
    rowKey('claim', args.claimId),
    ...args.receipts.map(({ receiptId }) => rowKey('receipt', receiptId)),
  ],
  run(tx, args, ctx) {
    const claim = tx.mustOrWait('claim', args.claimId);
    mustHaveProposal(tx, ctx, claim.proposalId);
    if (claim.claimantId !== ctx.actor.personId) throw new Rejection('not_permitted');
    const { settlement } = claim;
    const receipts = args.receipts.map((one) => receiptFrom(tx, one, claim));
    if (settlement?.state === 'handed_in' && receipts.every((one) => same(tx.get('receipt', one.id), one))) return;
    if (claim.kind !== 'advance' || claim.paidCents === 0) throw new Rejection('wrong_state');
    if (settlement?.state === 'settled') throw new Rejection('wrong_state');
    const spentCents = addCents(merged(tx, claim, receipts).map(({ amountCents }) => amountCents));
    if (spentCents < 0) throw new Rejection('amount_not_fitting');
    const handedIn: Settlement = {
      ...{ state: 'handed_in', spentCents, acceptedCents: 0, handedInAt: ctx.at },
      ...{ settledBy: null, settledOn: null, reason: '' },
    };
    tx.put('claim', { ...claim, settlement: handedIn });
    for (const receipt of receipts) tx.put('receipt', receipt);
    flagDoubles(tx, receipts);
  },
});

function merged(tx: Tx, claim: Claim, receipts: readonly Receipt[]): readonly Receipt[] {
  const ids = new Set(receipts.map(({ id }) => id));
  return [...tx.list('receipt', 'claimId', claim.id).filter(({ id }) => !ids.has(id)), ...receipts];
}

/** Accepts what was spent, or a part with the reason. Below the advance the rest has to come back; above it the difference is
 *  approved with it, and paid as any claim is. Who may, and who has to look too, is as for an approval. */
export const settleAdvance = defineCommand({
  name: 'advance.settle',
  v: 1,
  schema: schemas['advance.settle'],
  touches: (args) => [rowKey('claim', args.claimId)],
  run(tx, { claimId, acceptedCents, seenSpentCents, reason, settledOn }, ctx) {
    const claim = tx.mustOrWait('claim', claimId);
    const me = ctx.actor.personId;
    const hindered = hindrance(tx, claim, me);
    if (hindered !== null && otherApprovers(tx, ctx, claim, ['chair', 'treasurer']).length > 0) {
      throw new Rejection(hindered);
    }
    const { settlement } = claim;
    if (settlement === undefined) throw new Rejection('wrong_state');
    if (settlement.state === 'settled' && settlement.acceptedCents === acceptedCents) return;
    if (settlement.state !== 'handed_in') throw new Rejection('wrong_state');
    if (settlement.spentCents !== seenSpentCents) throw new Rejection('changed_meanwhile');
    if (acceptedCents > settlement.spentCents) throw new Rejection('above_claim');
    if (acceptedCents < settlement.spentCents && reason.trim() === '') throw new Rejection('reason_missing');
    const proposal = tx.mustOrWait('proposal', claim.proposalId);
    const approvedCents = Math.max(claim.paidCents, acceptedCents);
    if (approvedCents > claim.approvedCents) mustFitAward(tx, proposal, claim, approvedCents);
    const accepted: Claim = {
      ...{ ...claim, approvedCents, claimedCents: Math.max(claim.claimedCents, settlement.spentCents) },
      settlement: { ...settlement, state: 'settled', acceptedCents, settledBy: me, settledOn, reason },
    };
    const more = approvedCents > claim.approvedCents;
    // Of nothing that was spent everything comes back: in that nobody has an interest.
    const alone = hindered !== null && acceptedCents > 0;
    const awaits = alone ? 'countersign' : more ? stillNeeded(tx, ctx, accepted, proposal) : null;
    const settled = awaits === null ? accepted : { ...withoutSecond(accepted), awaits, judgedBy: me };
    tx.put('claim', settled);
    if (awaits === 'countersign') {
      askCountersign(tx, ctx, { ...settled, approvedCents: acceptedCents }, alone ? 'own_claim' : 'above_limit');
    }
    bookPaid(tx, ctx, { kind: 'advance_settlement', bookedOn: settledOn, proposal, before: claim, after: settled });
  },
});

/** What was left came back on the account of the committee. Under one number it is one refund, whoever records it. */
export const refundAdvance = defineCommand({
  name: 'advance.refund',
  v: 1,
  schema: schemas['advance.refund'],
  touches: (args) => [rowKey('claim', args.claimId)],
  run(tx, { claimId, number, amountCents, receivedOn }, ctx) {
    const claim = tx.mustOrWait('claim', claimId);
    const refunds = claim.refunds ?? [];
    const known = refunds.find((one) => one.number === number);
    if (known !== undefined) {
      if (known.amountCents === amountCents && known.receivedOn === receivedOn) return;
      throw new Rejection('already_paid');
    }
    if (claim.settlement?.state !== 'settled') throw new Rejection('wrong_state');
    const leftCents = refundDue(claim);
    if (amountCents > leftCents) throw new Rejection('not_enough', { leftCents });
    const refund = { number, amountCents, receivedOn, recordedBy: ctx.actor.personId };
    const back: Claim = {
      ...{ ...claim, paidCents: claim.paidCents - amountCents, approvedCents: claim.approvedCents - amountCents },
      refunds: [...refunds, refund],
    };
    tx.put('claim', back);
    const proposal = tx.mustOrWait('proposal', claim.proposalId);
    bookPaid(tx, ctx, { kind: 'advance_refund', bookedOn: receivedOn, proposal, before: claim, after: back });
  },
});
