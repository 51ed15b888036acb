/** The steps of a proposal that are no decision: submitting, giving back, withdrawing, finishing; and notes about it. */
import { isOpenAdvance } from '../advance.ts';
import { defineCommand, Rejection, rowKey } from '../command.ts';
import { missingForSubmit } from '../complete.ts';
import type { Proposal, ProposalState } from '../rows.ts';
import { book, paidCents } from './ledger.ts';
import { keepChange, nextNumber } from './proposal.ts';
import { dayOf, mustHaveProposal, same } from './rules.ts';
import { schemas } from './schemas.ts';

/** Hands the proposal to the committee and gives it its number. A committee that decided already (on another phone, from
 *  paper) keeps its decision: then only number and date are filled in, so that the order of arrival does not matter. */
export const submitProposal = defineCommand({
  name: 'proposal.submit',
  v: 1,
  schema: schemas['proposal.submit'],
  touches: (args) => [rowKey('proposal', args.proposalId)],
  run(tx, args, ctx) {
    const proposal = mustHaveProposal(tx, ctx, args.proposalId);
    if (proposal.state === 'withdrawn' || proposal.state === 'finished') throw new Rejection('wrong_state');
    const handedIn = proposal.state === 'draft' || proposal.state === 'returned';
    if (handedIn) mustBeComplete(proposal);
    const next: Proposal = {
      ...proposal,
      state: handedIn ? 'submitted' : proposal.state,
      number: proposal.number ?? nextNumber(tx, proposal.year),
      submittedOn: proposal.submittedOn ?? args.submittedOn, // the first time counts for the closing date
      returnReason: null,
    };
    if (same(next, proposal)) return;
    tx.put('proposal', next);
    if (proposal.state === 'returned') {
      keepChange(tx, ctx, proposal.id, { before: { state: 'returned' }, after: { state: 'submitted' } });
    } else if (proposal.submittedOn === null) {
      // Not by state: the same is kept when the committee decided before this arrived.
      const { submittedOn } = next;
      keepChange(tx, ctx, proposal.id, { before: { submittedOn: null }, after: { submittedOn } });
    }
  },
});

function mustBeComplete(proposal: Proposal): void {
  const missing = missingForSubmit(proposal);
  if (missing.length === 0) return;
  if (missing.every((name) => name === 'themes_not_100')) throw new Rejection('shares_not_100');
  throw new Rejection('not_submittable', { missing: missing.length });
}

/** Gives a submitted proposal back to its initiator, with what has to be mended. The reason leaves the proposal when it is
 *  handed in again, so the history keeps it. */
export const returnProposal = defineCommand({
  name: 'proposal.return',
  v: 1,
  schema: schemas['proposal.return'],
  touches: (args) => [rowKey('proposal', args.proposalId)],
  run(tx, args, ctx) {
    const proposal = tx.mustOrWait('proposal', args.proposalId);
    if (proposal.state === 'returned' && proposal.returnReason === args.reason) return;
    if (proposal.state !== 'submitted') throw new Rejection('wrong_state');
    tx.put('proposal', { ...proposal, state: 'returned', returnReason: args.reason });
    keepChange(tx, ctx, proposal.id, {
      before: { state: 'submitted' },
      after: { state: 'returned', reason: args.reason },
    });
  },
});

const mayWithdraw: readonly ProposalState[] = [
  'draft',
  'submitted',
  'returned',
  'deferred',
  'awarded',
  'partly_awarded',
];

/** Takes a proposal back. Money that was promised to it is free again; once something was paid it can only be finished. */
export const withdrawProposal = defineCommand({
  name: 'proposal.withdraw',
  v: 1,
  schema: schemas['proposal.withdraw'],
  touches: (args) => [rowKey('proposal', args.proposalId)],
  run(tx, args, ctx) {
    const proposal = mustHaveProposal(tx, ctx, args.proposalId);
    if (proposal.state === 'withdrawn') return;
    if (!mayWithdraw.includes(proposal.state)) throw new Rejection('wrong_state');
    if (paidCents(tx, proposal.id) > 0) throw new Rejection('wrong_state');
    tx.put('proposal', { ...proposal, state: 'withdrawn', awardedCents: 0 });
    keepChange(tx, ctx, proposal.id, {
      before: { state: proposal.state },
      after: { state: 'withdrawn', reason: args.reason },
    });
    book(tx, ctx, {
      year: proposal.year,
      kind: 'release',
      bookedOn: dayOf(ctx),
      from: 'awarded',
      to: 'free',
      amountCents: proposal.awardedCents,
      proposalId: proposal.id,
    });
  },
});

/** Closes the book of a proposal: what was promised and not paid is free again. Claims have to be settled first, because
 *  afterwards no money is kept for them. */
export const finishProposal = defineCommand({
  name: 'proposal.finish',
  v: 1,
  schema: schemas['proposal.finish'],
  touches: (args) => [rowKey('proposal', args.proposalId)],
  run(tx, args, ctx) {
    const proposal = tx.mustOrWait('proposal', args.proposalId);
    if (proposal.state === 'finished') return;
    if (proposal.state !== 'awarded' && proposal.state !== 'partly_awarded') throw new Rejection('wrong_state');
    const open = tx
      .list('claim', 'proposalId', proposal.id)
      .filter(
        (claim) =>
          claim.state === 'submitted' ||
          (claim.state === 'approved' && (claim.paidCents < claim.approvedCents || isOpenAdvance(claim))),
      );
    if (open.length > 0) throw new Rejection('claims_open', { count: open.length });
    tx.put('proposal', { ...proposal, state: 'finished' });
    book(tx, ctx, {
      year: proposal.year,
      kind: 'release',
      bookedOn: args.finishedOn,
      from: 'awarded',
      to: 'free',
      amountCents: proposal.awardedCents - paidCents(tx, proposal.id),
      proposalId: proposal.id,
    });
  },
});

/** A note of the committee; never on an initiator's device. */
export const addNote = defineCommand({
  name: 'proposalNote.add',
  v: 1,
  schema: schemas['proposalNote.add'],
  touches: (args) => [rowKey('proposalNote', args.noteId)],
  run(tx, args, ctx) {
    tx.mustOrWait('proposal', args.proposalId);
    const note = { id: args.noteId, proposalId: args.proposalId, by: ctx.actor.personId, text: args.text };
    const known = tx.get('proposalNote', args.noteId);
    if (known === undefined) tx.put('proposalNote', { ...note, at: ctx.at });
    else if (!same(known, { ...note, at: known.at })) throw new Rejection('id_taken');
  },
});
