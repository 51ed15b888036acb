/** Hours of volunteers, and how well known the budget is: facts that are added and, when they are wrong, crossed out. */
import { defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import { same } from './rules.ts';
import { schemas } from './schemas.ts';

export const addHours = defineCommand({
  name: 'volunteerHours.add',
  v: 1,
  schema: schemas['volunteerHours.add'],
  touches: (args) => [rowKey('volunteerHours', args.hoursId)],
  run(tx, { hoursId: id, ...fields }, ctx) {
    mustKnowYear(tx, fields.year);
    const known = tx.get('volunteerHours', id);
    if (known === undefined) {
      tx.put('volunteerHours', { id, ...fields, recordedBy: ctx.actor.personId, withdrawn: false });
    } else if (!same({ ...known, ...fields }, known)) throw new Rejection('id_taken');
  },
});

export const withdrawHours = defineCommand({
  name: 'volunteerHours.withdraw',
  v: 1,
  schema: schemas['volunteerHours.withdraw'],
  touches: (args) => [rowKey('volunteerHours', args.hoursId)],
  run(tx, { hoursId }) {
    const known = tx.mustOrWait('volunteerHours', hoursId);
    if (!known.withdrawn) tx.put('volunteerHours', { ...known, withdrawn: true });
  },
});

export const addFamiliarity = defineCommand({
  name: 'familiarityCount.add',
  v: 1,
  schema: schemas['familiarityCount.add'],
  touches: (args) => [rowKey('familiarityCount', args.countId)],
  run(tx, { countId: id, ...fields }, ctx) {
    mustKnowYear(tx, fields.year);
    const known = tx.get('familiarityCount', id);
    if (known === undefined) {
      tx.put('familiarityCount', { id, ...fields, countedBy: ctx.actor.personId, withdrawn: false });
    } else if (!same({ ...known, ...fields }, known)) throw new Rejection('id_taken');
  },
});

export const withdrawFamiliarity = defineCommand({
  name: 'familiarityCount.withdraw',
  v: 1,
  schema: schemas['familiarityCount.withdraw'],
  touches: (args) => [rowKey('familiarityCount', args.countId)],
  run(tx, { countId }) {
    const known = tx.mustOrWait('familiarityCount', countId);
    if (!known.withdrawn) tx.put('familiarityCount', { ...known, withdrawn: true });
  },
});

function mustKnowYear(tx: Tx, year: number): void {
  if (tx.get('budgetYear', String(year)) === undefined) throw new Rejection('unknown_year');
}
