/** Two proposals that are one plan. The one that goes keeps all that it has, support too: nothing is ever added up. */
import { defineCommand, Rejection, rowKey } from '../command.ts';
import type { ProposalState } from '../rows.ts';
import { keepChange } from './proposal.ts';
import { dayOf } from './rules.ts';
import { schemas } from './schemas.ts';
import { applyStanding } from './standing.ts';

/** What was awarded or refused has its answer: a decision also takes a proposal out of a merge (`standing.ts`), so that the
 *  order in which the two arrive does not matter. */
const mayGo: readonly ProposalState[] = ['draft', 'submitted', 'returned', 'deferred'];

export const mergeProposal = defineCommand({
  name: 'proposal.merge',
  v: 1,
  schema: schemas['proposal.merge'],
  touches: (args) => [rowKey('proposal', args.proposalId), rowKey('proposal', args.intoId)],
  run(tx, { proposalId, intoId }, ctx) {
    if (proposalId === intoId) throw new Rejection('malformed');
    const proposal = tx.mustOrWait('proposal', proposalId);
    const into = tx.mustOrWait('proposal', intoId);
    if (proposal.mergedIntoId === into.id) return;
    if (!mayGo.includes(proposal.state)) throw new Rejection('wrong_state');
    if (into.state === 'withdrawn' || into.state === 'finished') throw new Rejection('wrong_state');
    tx.put('proposal', { ...proposal, state: 'withdrawn', mergedIntoId: into.id });
    keepChange(tx, ctx, proposal.id, {
      before: { state: proposal.state, mergedIntoId: null },
      after: { state: 'withdrawn', mergedIntoId: into.id },
    });
  },
});

/** Takes a merge back: the proposal stands where its own decisions and dates leave it. */
export const splitProposal = defineCommand({
  name: 'proposal.split',
  v: 1,
  schema: schemas['proposal.split'],
  touches: (args) => [rowKey('proposal', args.proposalId)],
  run(tx, args, ctx) {
    const proposal = tx.mustOrWait('proposal', args.proposalId);
    const { mergedIntoId } = proposal;
    if (mergedIntoId === null) return;
    const loose = { ...proposal, state: 'draft', mergedIntoId: null } as const;
    tx.put('proposal', loose);
    applyStanding(tx, ctx, loose, { kind: 'award', bookedOn: dayOf(ctx) });
    const { state } = tx.mustOrWait('proposal', proposal.id);
    keepChange(tx, ctx, proposal.id, {
      before: { state: 'withdrawn', mergedIntoId },
      after: { state, mergedIntoId: null },
    });
  },
});
