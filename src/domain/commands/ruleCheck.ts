/** What the committee finds of a proposal by its rules, and that the plan was made known before it is decided. */
import { defineCommand, Rejection, rowKey } from '../command.ts';
import { type RuleCheck, ruleCheckId } from '../rows.ts';
import { keepChange } from './proposal.ts';
import { same } from './rules.ts';
import { schemas } from './schemas.ts';

/** Nobody writes over the finding of another without having seen it. */
export const recordRuleCheck = defineCommand({
  name: 'ruleCheck.record',
  v: 1,
  schema: schemas['ruleCheck.record'],
  touches: (args) => [rowKey('ruleCheck', ruleCheckId(args.proposalId, args.ruleId))],
  run(tx, { proposalId, ruleId, finding, seen, checkedOn }, ctx) {
    tx.mustOrWait('proposal', proposalId);
    tx.mustOrWait('rule', ruleId);
    const id = ruleCheckId(proposalId, ruleId);
    const known = tx.get('ruleCheck', id);
    const stands = known === undefined ? null : findingOf(known);
    if (same(stands, finding)) return;
    if (!same(stands, seen)) throw new Rejection('changed_meanwhile');
    tx.put('ruleCheck', { id, proposalId, ruleId, ...finding, checkedBy: ctx.actor.personId, checkedOn });
  },
});

const findingOf = ({ verdict, barrier, note }: RuleCheck) => ({ verdict, barrier, note });

/** A fact: it hung there, whatever the rules or the state of the proposal say. A mistake in a date is put right by saying
 *  it again; the history keeps what stood there. */
export const publishProposal = defineCommand({
  name: 'proposal.publish',
  v: 1,
  schema: schemas['proposal.publish'],
  touches: (args) => [rowKey('proposal', args.proposalId)],
  run(tx, { proposalId, publication, seen }, ctx) {
    const proposal = tx.mustOrWait('proposal', proposalId);
    const stands = proposal.publication ?? null;
    if (same(stands, publication)) return;
    if (!same(stands, seen)) throw new Rejection('changed_meanwhile');
    tx.put('proposal', { ...proposal, publication });
    keepChange(tx, ctx, proposalId, { before: { publication: stands }, after: { publication } });
  },
});
