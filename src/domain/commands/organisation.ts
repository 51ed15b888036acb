/** The small budget for the committee's own costs (S1): rent, coffee, flyers. */
import { costCents } from '../budget.ts';
import { type Context, defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import type { OrganisationCost } from '../rows.ts';
import { balance, book, freeCents } from './ledger.ts';
import type { TakenBack } from './payment.ts';
import { mustHave, same } from './rules.ts';
import { schemas } from './schemas.ts';

/** Sets money of the year apart for own costs, or gives it back. */
export const reserveForOrganisation = defineCommand({
  name: 'organisation.reserve',
  v: 1,
  schema: schemas['organisation.reserve'],
  touches: (args) => [rowKey('budgetYear', String(args.year))],
  run(tx, { year, amountCents, bookedOn }, ctx) {
    if (tx.get('budgetYear', String(year)) === undefined) throw new Rejection('unknown_year');
    if (amountCents === 0) throw new Rejection('amount_not_fitting');
    if (amountCents > 0) mustHave(freeCents(tx, year), amountCents);
    else mustHave(balance(tx, year, 'organisation'), -amountCents);
    book(tx, ctx, { year, kind: 'organisation', bookedOn, from: 'free', to: 'organisation', amountCents });
  },
});

/** It is paid already: more than was set apart is shown, and not refused (D2). */
export const recordCost = defineCommand({
  name: 'organisationCost.record',
  v: 2,
  older: { 1: (args) => args },
  schema: schemas['organisationCost.record'],
  touches: (args) => [rowKey('organisationCost', args.costId), rowKey('budgetYear', String(args.year))],
  run(tx, { costId: id, ...fields }, ctx) {
    const known = tx.get('organisationCost', id);
    if (known !== undefined) {
      if (same({ ...known, ...fields }, known)) return;
      throw new Rejection('id_taken');
    }
    if (tx.get('budgetYear', String(fields.year)) === undefined) throw new Rejection('unknown_year');
    const open = { reversed: false, reversedOn: null, reversedReason: null };
    tx.put('organisationCost', { id, ...fields, recordedBy: ctx.actor.personId, ...open });
    book(tx, ctx, {
      ...{ year: fields.year, kind: 'organisation_cost', bookedOn: fields.paidOn, note: fields.what },
      ...{ from: 'organisation', to: 'organisation_paid', amountCents: fields.amountCents },
    });
  },
});

/** The money came back, or never left: all of it, or what did not come back before. */
export const reverseCost = defineCommand({
  name: 'organisationCost.reverse',
  v: 1,
  schema: schemas['organisationCost.reverse'],
  touches: (args) => [rowKey('organisationCost', args.costId)],
  run(tx, { costId, reason, reversedOn }, ctx) {
    const known = tx.mustOrWait('organisationCost', costId);
    const { reversed, reversedReason } = known;
    if (reversed && same([known.reversedOn, reversedReason], [reversedOn, reason])) return;
    if (reversed) throw new Rejection('already_reversed');
    takeBackCost(tx, ctx, known, { reason, reversedOn, handBackCents: (known.handBackCents ?? 0) + costCents(known) });
  },
});

/** Books back what is left of it. */
export function takeBackCost(
  tx: Tx,
  ctx: Context,
  cost: OrganisationCost,
  { reason: reversedReason, reversedOn, handBackCents }: TakenBack,
): void {
  tx.put('organisationCost', { ...cost, reversed: true, reversedOn, reversedReason, handBackCents });
  book(tx, ctx, {
    ...{ year: cost.year, kind: 'organisation_reversal', bookedOn: reversedOn, note: cost.what },
    ...{ from: 'organisation_paid', to: 'organisation', amountCents: costCents(cost) },
  });
}
