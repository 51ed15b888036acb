/** Co-financing promised and received, and what the initiator does in return. Every change stays in the history. */
import { type Context, defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import type { CoFinancing, CounterContribution } from '../rows.ts';
import { keepChange } from './proposal.ts';
import { changesOf, mergePhotos, mustHaveProposal, mustOwnProposal, same } from './rules.ts';
import { schemas } from './schemas.ts';

export const addCoFinancing = defineCommand({
  name: 'coFinancing.add',
  v: 1,
  schema: schemas['coFinancing.add'],
  touches: (args) => [rowKey('coFinancing', args.coFinancingId)],
  run(tx, { coFinancingId: id, ...fields }, ctx) {
    mustHaveProposal(tx, ctx, fields.proposalId);
    const made: CoFinancing = { id, ...fields, receivedCents: 0, receivedOn: null };
    const known = tx.get('coFinancing', id);
    if (known !== undefined && !same(known, made)) throw new Rejection('id_taken');
    if (known === undefined) putCoFinancing(tx, ctx, undefined, made);
  },
});

export const changeCoFinancing = defineCommand({
  name: 'coFinancing.change',
  v: 1,
  schema: schemas['coFinancing.change'],
  touches: (args) => [rowKey('coFinancing', args.coFinancingId)],
  run(tx, args, ctx) {
    const known = tx.mustOrWait('coFinancing', args.coFinancingId);
    mustOwnProposal(tx, ctx, known.proposalId);
    const changes = changesOf<CoFinancing>(known, args, ['promisedCents', 'receivedCents', 'receivedOn']);
    if (changes !== undefined) putCoFinancing(tx, ctx, known, { ...known, ...changes.after });
  },
});

function putCoFinancing(tx: Tx, ctx: Context, known: CoFinancing | undefined, next: CoFinancing): void {
  tx.put('coFinancing', next);
  keepChange(tx, ctx, next.proposalId, { before: { coFinancing: known ?? null }, after: { coFinancing: next } });
}

export const addCounterContribution = defineCommand({
  name: 'counterContribution.add',
  v: 1,
  schema: schemas['counterContribution.add'],
  touches: (args) => [rowKey('counterContribution', args.counterContributionId)],
  run(tx, { counterContributionId: id, ...fields }, ctx) {
    mustHaveProposal(tx, ctx, fields.proposalId);
    const made: CounterContribution = { id, ...fields, deliveredOn: null, proof: '', photos: [] };
    const known = tx.get('counterContribution', id);
    if (known !== undefined && !same(known, made)) throw new Rejection('id_taken');
    if (known === undefined) putCounterContribution(tx, ctx, undefined, made);
  },
});

export const changeCounterContribution = defineCommand({
  name: 'counterContribution.change',
  v: 1,
  schema: schemas['counterContribution.change'],
  touches: (args) => [rowKey('counterContribution', args.counterContributionId)],
  run(tx, args, ctx) {
    const known = tx.mustOrWait('counterContribution', args.counterContributionId);
    const changes = changesOf<CounterContribution>(known, args, ['what', 'dueOn']);
    if (changes !== undefined) putCounterContribution(tx, ctx, known, { ...known, ...changes.after });
  },
});

/** What people saw is a fact: proof is asked for on the screen and not demanded here. Two who tell it meet at one row; the
 *  words of the later hold, those of the earlier stay in the history, photos of both are kept. */
export const deliverCounterContribution = defineCommand({
  name: 'counterContribution.deliver',
  v: 1,
  schema: schemas['counterContribution.deliver'],
  touches: (args) => [rowKey('counterContribution', args.counterContributionId)],
  run(tx, { counterContributionId, deliveredOn, proof, photos }, ctx) {
    const known = tx.mustOrWait('counterContribution', counterContributionId);
    mustOwnProposal(tx, ctx, known.proposalId);
    const next = { ...known, deliveredOn, proof, photos: mergePhotos(known.photos, photos) };
    if (!same(next, known)) putCounterContribution(tx, ctx, known, next);
  },
});

function putCounterContribution(
  tx: Tx,
  ctx: Context,
  known: CounterContribution | undefined,
  next: CounterContribution,
): void {
  tx.put('counterContribution', next);
  keepChange(tx, ctx, next.proposalId, {
    before: { counterContribution: known === undefined ? null : told(known) },
    after: { counterContribution: told(next) },
  });
}

/** Photos are in the row itself, for ever; the history says how many. */
const told = ({ photos, ...rest }: CounterContribution) => ({ ...rest, photoCount: photos.length });
