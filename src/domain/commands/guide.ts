/** Who guides a proposal, and for how many years it runs (S21). */
import { defineCommand, Rejection, rowKey } from '../command.ts';
import { yearsMax } from '../outcome.ts';
import { type ProposalGuide, type ProposalState, proposalGuideId } from '../rows.ts';
import { keepChange } from './proposal.ts';
import { changesOf, mustHaveProposal } from './rules.ts';
import { schemas } from './schemas.ts';

export const changeGuide = defineCommand({
  name: 'proposalGuide.change',
  v: 1,
  schema: schemas['proposalGuide.change'],
  touches: (args) => [rowKey('proposalGuide', proposalGuideId(args.proposalId, args.kind))],
  run(tx, { proposalId, kind, ...change }, ctx) {
    tx.mustOrWait('proposal', proposalId);
    const id = proposalGuideId(proposalId, kind);
    const known = tx.get('proposalGuide', id) ?? { id, proposalId, kind, name: '', helpsWith: '' };
    const changes = changesOf<ProposalGuide>(known, change, ['name']);
    if (changes === undefined) return;
    tx.put('proposalGuide', { ...known, ...changes.after });
    // Names of people are not kept in the history: only that it changed.
    keepChange(tx, ctx, proposalId, { before: { guide: kind }, after: { guide: kind } });
  },
});

const over: readonly ProposalState[] = ['withdrawn', 'refused', 'finished'];
const initiatorMayChange: readonly ProposalState[] = ['draft', 'returned'];

/** A proposal for several years. One decision stands for all of them, and what is left of the award goes along when a year is
 *  closed. */
export const setYears = defineCommand({
  name: 'proposal.setYears',
  v: 1,
  schema: schemas['proposal.setYears'],
  touches: (args) => [rowKey('proposal', args.proposalId)],
  run(tx, { proposalId, untilYear, seen }, ctx) {
    const { untilYear: now = null, ...proposal } = mustHaveProposal(tx, ctx, proposalId);
    if (now === untilYear) return;
    const { state, year } = proposal;
    if (over.includes(state)) throw new Rejection('wrong_state');
    if (ctx.actor.role === 'initiator' && !initiatorMayChange.includes(state)) throw new Rejection('wrong_state');
    if (untilYear !== null && (untilYear <= year || untilYear >= year + yearsMax)) {
      throw new Rejection('years_not_fitting');
    }
    if (now !== seen) throw new Rejection('changed_meanwhile');
    tx.put('proposal', untilYear === null ? proposal : { ...proposal, untilYear });
    keepChange(tx, ctx, proposalId, { before: { untilYear: now }, after: { untilYear } });
  },
});
