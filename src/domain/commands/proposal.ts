/** Writing a proposal: by a resident at the kitchen table or by the committee, without a connection, in any order. */
import { type Context, defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import type { Proposal, ProposalState } from '../rows.ts';
import { changesOf, mustHaveProposal, ownMember, same } from './rules.ts';
import { schemas } from './schemas.ts';

/** Makes a draft; it may be incomplete. An initiator's new proposal becomes one of his own at once. */
export const createProposal = defineCommand({
  name: 'proposal.create',
  v: 2,
  older: { 1: (args) => args }, // version 2 may say more
  schema: schemas['proposal.create'],
  touches: (args) => [rowKey('proposal', args.proposalId)],
  run(tx, args, ctx) {
    const { proposalId: id, ...fields } = args;
    const proposal: Proposal = {
      id,
      ...{ streets: '', period: null, intake: 'own', repeatOfId: null, mergedIntoId: null },
      ...fields,
      number: null,
      state: 'draft',
      awardedCents: 0,
      awardDecisionId: null,
      returnReason: null,
      submittedOn: null,
    };
    const known = tx.get('proposal', id);
    if (known !== undefined) {
      if (same(known, proposal)) return;
      throw new Rejection('id_taken');
    }
    mustBeOpenYear(tx, args.year);
    tx.put('proposal', proposal);
    keepChange(tx, ctx, id, { before: {}, after: { state: 'draft' } });
    if (ctx.actor.role !== 'initiator') return;
    const member = ownMember(tx, ctx);
    if (!member.proposalIds.includes(id)) tx.put('member', { ...member, proposalIds: [...member.proposalIds, id] });
  },
});

/** Figures that a decision rests on: nobody changes them without having seen what stands there now. Texts are simply
 *  replaced; what stood there is kept in a proposalChange row. */
const guardedFields = ['requestedCents', 'budgetLines', 'themeShares', 'kind', 'year'] as const;

const initiatorMayChange: readonly ProposalState[] = ['draft', 'returned'];
const committeeMayChange: readonly ProposalState[] = ['draft', 'submitted', 'returned', 'deferred'];

export const changeProposal = defineCommand({
  name: 'proposal.change',
  v: 2,
  older: { 1: (args) => args },
  schema: schemas['proposal.change'],
  touches: (args) => [rowKey('proposal', args.proposalId)],
  run(tx, args, ctx) {
    const proposal = mustHaveProposal(tx, ctx, args.proposalId);
    const changes = changesOf<Proposal>(proposal, args, guardedFields);
    if (changes === undefined) return;
    const allowed = ctx.actor.role === 'initiator' ? initiatorMayChange : committeeMayChange;
    if (!allowed.includes(proposal.state)) throw new Rejection('wrong_state');
    const { after } = changes;
    if (after.year !== undefined) mustBeOpenYear(tx, after.year);
    const number = after.year === undefined || proposal.number === null ? proposal.number : nextNumber(tx, after.year);
    tx.put('proposal', { ...proposal, ...after, number });
    keepChange(tx, ctx, proposal.id, changes);
  },
});

/** For the history of a dossier: who changed what, with the text that stood there before. */
export function keepChange(
  tx: Tx,
  ctx: Context,
  proposalId: string,
  change: { readonly before: Readonly<Record<string, unknown>>; readonly after: Readonly<Record<string, unknown>> },
): void {
  const { before, after } = change;
  tx.put('proposalChange', { id: ctx.commandId, proposalId, by: ctx.actor.personId, at: ctx.at, before, after });
}

/** One higher than the highest of the year, so that a number that was once printed is not given again. A phone knows
 *  only the proposals that it sees: its number is a forecast until the server has decided. */
export function nextNumber(tx: Tx, year: number): number {
  const numbers = tx.list('proposal', 'year', String(year)).map((proposal) => proposal.number ?? 0);
  return 1 + Math.max(0, ...numbers);
}

function mustBeOpenYear(tx: Tx, year: number): void {
  if (tx.get('budgetYear', String(year)) === undefined) throw new Rejection('unknown_year');
}
