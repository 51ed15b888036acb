/** What one year of a project of more years brought (S21). The last year is told in the report of the whole. */
import { defineCommand, Rejection, rowKey } from '../command.ts';
import { noOutcome, yearsMax } from '../outcome.ts';
import type { OutcomeYear } from '../rows.ts';
import { keepChange } from './proposal.ts';
import { changesOf, mustHaveProposal } from './rules.ts';
import { schemas } from './schemas.ts';

/** Of any year that it could run in: the years themselves may be changed on another phone. */
export const tellOutcomeYear = defineCommand({
  name: 'outcome.tellYear',
  v: 1,
  schema: schemas['outcome.tellYear'],
  touches: (args) => [rowKey('outcome', args.proposalId)],
  run(tx, { proposalId, year, ...change }, ctx) {
    const { year: first } = mustHaveProposal(tx, ctx, proposalId);
    if (year < first || year >= first + yearsMax) throw new Rejection('years_not_fitting');
    const known = tx.get('outcome', proposalId) ?? noOutcome(proposalId);
    const all = known.years ?? [];
    const before = all.find((one) => one.year === year) ?? { year, visitors: null, story: '' };
    const changes = changesOf<OutcomeYear>(before, change, ['visitors']);
    if (changes === undefined) return;
    const years = [...all.filter((one) => one.year !== year), { ...before, ...changes.after }];
    tx.put('outcome', { ...known, years: years.sort((a, b) => a.year - b.year) });
    keepChange(tx, ctx, proposalId, {
      ...{ before: { outcomeYear: { year, ...changes.before } }, after: { outcomeYear: { year, ...changes.after } } },
    });
  },
});
