/** Projects of the years before this app: known by name, theme and amount from the city's own lists. */
import { defineCommand, Rejection, rowKey } from '../command.ts';
import type { Proposal } from '../rows.ts';
import { enschedeThemes } from '../themes.ts';
import { same } from './rules.ts';
import { schemas } from './schemas.ts';

/** Writes down what was decided and paid before. It touches no ledger: the books of that time were kept elsewhere, and
 *  what they said of grants and payments is not known here. It gets no number, because the paper may have had another. */
export const recordPast = defineCommand({
  name: 'proposal.record',
  v: 1,
  schema: schemas['proposal.record'],
  touches: (args) => [rowKey('proposal', args.proposalId), rowKey('budgetYear', String(args.year))],
  run(tx, { proposalId, year, title, themeShares, amountCents }) {
    const proposal: Proposal = {
      ...{ id: proposalId, year, title, themeShares, past: true, state: 'finished', kind: 'unique_project' },
      ...{ requestedCents: amountCents, awardedCents: amountCents, number: null, summary: '', applicant: '' },
      ...{ quarters: [], streets: '', period: null, intake: 'own', repeatOfId: null, mergedIntoId: null },
      ...{ budgetLines: [], awardDecisionId: null, returnReason: null, submittedOn: null },
    };
    const known = tx.get('proposal', proposalId);
    if (known !== undefined) {
      if (same(known, proposal)) return;
      throw new Rejection('id_taken');
    }
    tx.put('proposal', proposal);
    if (tx.get('budgetYear', String(year)) !== undefined) return;
    tx.put('budgetYear', { id: String(year), year, smallLimitCents: 0, themes: enschedeThemes });
  },
});
