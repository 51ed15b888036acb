/** What is said about a proposal, the papers with it, and who in the committee sees to it. */
import { type Context, defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import type { Lesson, ProposalComment, ProposalDocument, ProposalOwner } from '../rows.ts';
import { changesOf, mustHaveProposal, mustOwnProposal, same } from './rules.ts';
import { schemas } from './schemas.ts';

export const addComment = defineCommand({
  name: 'proposalComment.add',
  v: 1,
  schema: schemas['proposalComment.add'],
  touches: (args) => [rowKey('proposalComment', args.commentId)],
  run(tx, args, ctx) {
    const said = sayOnce(tx, ctx, args.commentId, args, tx.get('proposalComment', args.commentId));
    if (said !== undefined) tx.put('proposalComment', said);
  },
});

export const addLesson = defineCommand({
  name: 'lesson.add',
  v: 1,
  schema: schemas['lesson.add'],
  touches: (args) => [rowKey('lesson', args.lessonId)],
  run(tx, args, ctx) {
    const said = sayOnce(tx, ctx, args.lessonId, args, tx.get('lesson', args.lessonId));
    if (said !== undefined) tx.put('lesson', said);
  },
});

type Saying = ProposalComment & Lesson;

/** The row to write; undefined when it stands there already. */
function sayOnce(
  tx: Tx,
  ctx: Context,
  id: string,
  { proposalId, text }: { readonly proposalId: string; readonly text: string },
  known: Saying | undefined,
): Saying | undefined {
  mustHaveProposal(tx, ctx, proposalId);
  const said = { id, proposalId, by: ctx.actor.personId, at: known?.at ?? ctx.at, text };
  if (known === undefined) return said;
  if (!same(known, said)) throw new Rejection('id_taken');
  return undefined;
}

export const addDocument = defineCommand({
  name: 'proposalDocument.add',
  v: 1,
  schema: schemas['proposalDocument.add'],
  touches: (args) => [rowKey('proposalDocument', args.documentId)],
  run(tx, { documentId: id, ...fields }, ctx) {
    mustHaveProposal(tx, ctx, fields.proposalId);
    // A paper form is the committee's: who has an account fills in the proposal himself.
    if (fields.kind === 'paper_form' && ctx.actor.role === 'initiator') throw new Rejection('not_permitted');
    const known = tx.get('proposalDocument', id);
    const at = known?.at ?? ctx.at;
    const made: ProposalDocument = { id, ...fields, by: ctx.actor.personId, at, removed: false };
    if (known === undefined) tx.put('proposalDocument', made);
    else if (!same(known, made) && !known.removed) throw new Rejection('id_taken');
  },
});

/** A letter of somebody else, a photo of the wrong page: nobody is shown it any more. */
export const removeDocument = defineCommand({
  name: 'proposalDocument.remove',
  v: 1,
  schema: schemas['proposalDocument.remove'],
  touches: (args) => [rowKey('proposalDocument', args.documentId)],
  run(tx, args, ctx) {
    const known = tx.mustOrWait('proposalDocument', args.documentId);
    mustOwnProposal(tx, ctx, known.proposalId);
    if (!known.removed) tx.put('proposalDocument', { ...known, photos: [], removed: true });
  },
});

/** Takes it on, hands it over, or says what comes next and before which day. */
export const changeOwner = defineCommand({
  name: 'proposalOwner.change',
  v: 1,
  schema: schemas['proposalOwner.change'],
  touches: (args) => [rowKey('proposalOwner', args.proposalId)],
  run(tx, args) {
    const { id } = tx.mustOrWait('proposal', args.proposalId);
    const nobody: ProposalOwner = { id, ownerId: null, nextStep: '', dueOn: null };
    const known = tx.get('proposalOwner', id) ?? nobody;
    const changes = changesOf<ProposalOwner>(known, args, ['ownerId', 'nextStep', 'dueOn']);
    if (changes !== undefined) tx.put('proposalOwner', { ...known, ...changes.after });
  },
});
