/** A neighbourhood consultation: announced, visited, counted from paper by two people, closed with its result. What people
 *  counted and announced is a fact and is applied in whatever order the phones come online (D2): counts also after the
 *  end. The result is what was announced in the room; whether the papers say the same is computed wherever both are
 *  visible, and shown (docs/consultation.md). */
import { defineCommand, Rejection, rowKey } from '../command.ts';
import { contentFits, sameContent } from '../consultation/stacks.ts';
import {
  type BallotStack,
  ballotStackId,
  type Consultation,
  type ConsultationOption,
  type ConsultationResult,
  consultationResultId,
  type StackContent,
} from '../rows.ts';
import { maySettle } from '../support.ts';
import { changesOf, same, votingMembers } from './rules.ts';
import { type CommandArgs, schemas } from './schemas.ts';

export const announceConsultation = defineCommand({
  name: 'consultation.announce',
  v: 1,
  schema: schemas['consultation.announce'],
  touches: (args) => [rowKey('consultation', args.consultationId)],
  run(tx, args) {
    for (const { proposalId } of args.options) tx.mustOrWait('proposal', proposalId);
    const { consultationId: id, ...announced } = args;
    const known = tx.get('consultation', id);
    if (known === undefined) tx.put('consultation', { id, ...announced, state: 'announced', cancelReason: null });
    else if (!same({ ...known, ...announced }, known)) throw new Rejection('id_taken');
  },
});

/** Everything that may change is guarded: two people who write one announcement must see each other's words. */
export const changeConsultation = defineCommand({
  name: 'consultation.change',
  v: 1,
  schema: schemas['consultation.change'],
  touches: (args) => [rowKey('consultation', args.consultationId)],
  run(tx, args) {
    const consultation = tx.mustOrWait('consultation', args.consultationId);
    const changes = changesOf(consultation, args, [
      ...(['title', 'text', 'place', 'heldOn', 'startTime', 'whoMayVote', 'quorumCount'] as const),
      ...(['budgetCents', 'options'] as const),
    ]);
    if (changes === undefined) return;
    if (consultation.state !== 'announced') throw new Rejection('wrong_state');
    const next: Consultation = { ...consultation, ...changes.after };
    for (const { proposalId } of next.options) tx.mustOrWait('proposal', proposalId);
    mustKeepNumbers(consultation.options, next.options);
    tx.put('consultation', next);
  },
});

/** A paper that was printed or typed says only a number: it is never given to another plan. */
function mustKeepNumbers(before: readonly ConsultationOption[], after: readonly ConsultationOption[]): void {
  const planOf = new Map(before.map(({ number, proposalId }) => [number, proposalId]));
  for (const { number, proposalId } of after) {
    if ((planOf.get(number) ?? proposalId) !== proposalId) throw new Rejection('id_taken');
  }
}

export const cancelConsultation = defineCommand({
  name: 'consultation.cancel',
  v: 1,
  schema: schemas['consultation.cancel'],
  touches: (args) => [rowKey('consultation', args.consultationId)],
  run(tx, args) {
    const consultation = tx.mustOrWait('consultation', args.consultationId);
    if (consultation.state === 'closed') throw new Rejection('wrong_state'); // it was held
    if (consultation.state === 'cancelled') return;
    tx.put('consultation', { ...consultation, state: 'cancelled', cancelReason: args.reason });
  },
});

/** How many people are there, by one who counted. Counting again replaces the own number only. */
export const attendConsultation = defineCommand({
  name: 'consultation.attend',
  v: 1,
  schema: schemas['consultation.attend'],
  touches: (args) => [rowKey('consultation', args.consultationId)],
  run(tx, args, ctx) {
    const { id: consultationId } = tx.mustOrWait('consultation', args.consultationId);
    const countedBy = ctx.actor.personId;
    const id = `${consultationId}:${countedBy}`;
    const attendance = { id, consultationId, countedBy, presentCount: args.presentCount };
    if (!same(tx.get('consultationAttendance', id), attendance)) tx.put('consultationAttendance', attendance);
  },
});

/** One person's count of one stack; makes the stack when nobody did before. Counting again replaces the own count only. */
export const countBallots = defineCommand({
  name: 'ballotStack.count',
  v: 1,
  schema: schemas['ballotStack.count'],
  touches: (args) => [
    rowKey('consultation', args.consultationId),
    rowKey('ballotStack', ballotStackId(args.consultationId, args.stackNumber)),
  ],
  run(tx, args, ctx) {
    const { id: consultationId, choicesMax } = tx.mustOrWait('consultation', args.consultationId);
    mustFit(args.content, choicesMax);
    const stackId = ballotStackId(consultationId, args.stackNumber);
    if (tx.get('ballotStack', stackId) === undefined) {
      const unsettled = { settled: null, settledBy: null, settledReason: null };
      tx.put('ballotStack', { id: stackId, consultationId, number: args.stackNumber, ...unsettled });
    }
    const countedBy = ctx.actor.personId;
    const id = `${stackId}:${countedBy}`;
    const count = { id, stackId, consultationId, countedBy, countedOn: args.countedOn, content: args.content };
    if (!same(tx.get('ballotCount', id), count)) tx.put('ballotCount', count);
  },
});

/** Says what a stack holds. */
export const settleBallots = defineCommand({
  name: 'ballotStack.settle',
  v: 1,
  schema: schemas['ballotStack.settle'],
  touches: (args) => [rowKey('ballotStack', args.stackId)],
  run(tx, args, ctx) {
    const stack = tx.mustOrWait('ballotStack', args.stackId);
    const { choicesMax } = tx.mustOrWait('consultation', stack.consultationId);
    mustFit(args.content, choicesMax);
    const counts = tx.list('ballotCount', 'stackId', stack.id);
    const differ = counts.some(({ content }) => !sameContent(content, args.content));
    if (differ && args.reason.trim() === '') throw new Rejection('reason_missing');
    const settledBy = ctx.actor.personId;
    const countedBy = counts.map((count) => count.countedBy);
    if (!maySettle(countedBy, settledBy, votingMembers(tx).length)) throw new Rejection('own_count');
    const next: BallotStack = { ...stack, settled: args.content, settledBy, settledReason: args.reason };
    if (!same(next, stack)) tx.put('ballotStack', next);
  },
});

function mustFit(content: StackContent, choicesMax: number): void {
  if (!contentFits(content, choicesMax)) throw new Rejection('papers_do_not_fit');
}

/** The result as it was announced. Two secretaries in one room make the same id: an equal result changes nothing, a
 *  different one is refused and its author sees which one stands. A correction is the next round. */
export const closeConsultation = defineCommand({
  name: 'consultation.close',
  v: 1,
  schema: schemas['consultation.close'],
  touches: (args) => [
    rowKey('consultation', args.consultationId),
    rowKey('consultationResult', consultationResultId(args.consultationId, args.round)),
    ...(args.round > 1
      ? [rowKey('consultationResult', consultationResultId(args.consultationId, args.round - 1))]
      : []),
  ],
  run(tx, args, ctx) {
    const consultation = tx.mustOrWait('consultation', args.consultationId);
    const id = consultationResultId(args.consultationId, args.round);
    const earlier = tx.get('consultationResult', id);
    if (earlier !== undefined) {
      if (sameResult(earlier, args)) return;
      throw new Rejection('already_closed', { resultId: id });
    }
    if (args.round > 1) {
      tx.mustOrWait('consultationResult', consultationResultId(args.consultationId, args.round - 1));
      if (args.reason.trim() === '') throw new Rejection('reason_missing');
    }
    tx.put('consultationResult', { id, ...args, recordedBy: ctx.actor.personId, recordedAt: ctx.at });
    // Somebody called it off on another phone, but it was held.
    if (consultation.state !== 'closed') {
      tx.put('consultation', { ...consultation, state: 'closed', cancelReason: null });
    }
  },
});

function sameResult(result: ConsultationResult, args: CommandArgs<'consultation.close'>): boolean {
  const { id, recordedBy, recordedAt } = result;
  return same(result, { id, ...args, recordedBy, recordedAt });
}
