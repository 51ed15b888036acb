/** The quarters that a committee serves, from a map of the city. */
import { defineCommand, rowKey } from '../command.ts';
import { quarterId } from '../rows.ts';
import { same } from './rules.ts';
import { schemas } from './schemas.ts';

/** A quarter that is known gets what the map says now; names that the committee typed itself stay in its list. */
export const addQuarters = defineCommand({
  name: 'quarter.add',
  v: 1,
  schema: schemas['quarter.add'],
  touches: (args) => args.quarters.map(({ name }) => rowKey('quarter', quarterId(name))),
  run(tx, args, ctx) {
    const committee = tx.mustOrWait('committee', ctx.committeeId);
    for (const quarter of args.quarters) {
      const row = { ...quarter, id: quarterId(quarter.name) };
      if (!same(tx.get('quarter', row.id), row)) tx.put('quarter', row);
    }
    const known = new Set(committee.quarters.map(quarterId));
    const added = args.quarters.filter(({ name }) => !known.has(quarterId(name))).map(({ name }) => name);
    if (added.length > 0) tx.put('committee', { ...committee, quarters: [...committee.quarters, ...new Set(added)] });
  },
});
