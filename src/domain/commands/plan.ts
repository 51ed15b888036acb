/** The spending plan: a draft that people change line by line, and what they sent of it. */
import { defineCommand, Rejection, rowKey } from '../command.ts';
import { type PlanLine, planLineId, type SpendingPlan } from '../rows.ts';
import { same } from './rules.ts';
import { schemas } from './schemas.ts';

/** Changes, adds or leaves out a line; null takes all of that back. A line is guarded as a whole: its three amounts only
 *  mean something together. */
export const changePlanLine = defineCommand({
  name: 'planLine.change',
  v: 1,
  schema: schemas['planLine.change'],
  touches: (args) => [rowKey('planLine', planLineId(args.year, args.key))],
  run(tx, { year, key, line, seen }) {
    const id = planLineId(year, key);
    const now = tx.get('planLine', id)?.line ?? null;
    if (same(now, line)) return;
    if (!same(now, seen)) throw new Rejection('changed_meanwhile');
    tx.put('planLine', { id, year, key, line } satisfies PlanLine);
  },
});

/** What is sent is kept as it was, whatever changes in the draft after that. */
export const finishPlan = defineCommand({
  name: 'spendingPlan.finish',
  v: 1,
  schema: schemas['spendingPlan.finish'],
  touches: (args) => [rowKey('spendingPlan', args.planId)],
  run(tx, { planId: id, ...fields }, ctx) {
    const known = tx.get('spendingPlan', id);
    const plan: SpendingPlan = { id, ...fields, finishedBy: known?.finishedBy ?? ctx.actor.personId };
    if (known === undefined) tx.put('spendingPlan', plan);
    else if (!same(known, plan)) throw new Rejection('id_taken');
  },
});
