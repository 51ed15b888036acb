/** The advice of the district: asked by the committee, answered on the district manager's own device, whenever that is. */
import { defineCommand, Rejection, rowKey } from '../command.ts';
import type { Advice, AdviceAnswer } from '../rows.ts';
import { same } from './rules.ts';
import { schemas } from './schemas.ts';

export const askAdvice = defineCommand({
  name: 'advice.ask',
  v: 1,
  schema: schemas['advice.ask'],
  touches: (args) => [rowKey('advice', args.adviceId)],
  run(tx, { adviceId: id, ...fields }, ctx) {
    tx.mustOrWait('proposal', fields.proposalId);
    const known = tx.get('advice', id);
    const asked: Advice = { id, ...fields, askedBy: ctx.actor.personId, withdrawn: known?.withdrawn ?? false };
    if (known === undefined) tx.put('advice', asked);
    else if (!same(known, asked)) throw new Rejection('id_taken');
  },
});

/** It is not needed any more: the district is not asked any longer. What was answered stays. */
export const withdrawAdvice = defineCommand({
  name: 'advice.withdraw',
  v: 1,
  schema: schemas['advice.withdraw'],
  touches: (args) => [rowKey('advice', args.adviceId)],
  run(tx, args) {
    const advice = tx.mustOrWait('advice', args.adviceId);
    if (!advice.withdrawn) tx.put('advice', { ...advice, withdrawn: true });
  },
});

/** Taken whatever became of the question meanwhile: what the district said is a fact (D2). */
export const answerAdvice = defineCommand({
  name: 'advice.answer',
  v: 1,
  schema: schemas['advice.answer'],
  touches: (args) => [rowKey('adviceAnswer', args.answerId)],
  run(tx, { answerId: id, ...fields }, ctx) {
    const { proposalId } = tx.mustOrWait('advice', fields.adviceId);
    const answer: AdviceAnswer = { id, proposalId, ...fields, answeredBy: ctx.actor.personId };
    const known = tx.get('adviceAnswer', id);
    if (known === undefined) tx.put('adviceAnswer', answer);
    else if (!same(known, answer)) throw new Rejection('id_taken');
  },
});
