// When a proposal can still be changed: the same states as `proposal.change` allows, to hide what would be refused.
import type { Access } from '../../../domain/access.ts';
import type { ProposalState } from '../../../domain/rows.ts';

const initiatorMay: ReadonlySet<ProposalState> = new Set(['draft', 'returned']);
const committeeMay: ReadonlySet<ProposalState> = new Set(['draft', 'submitted', 'returned', 'deferred']);

export function mayChange(role: Access['role'], state: ProposalState): boolean {
  return (role === 'initiator' ? initiatorMay : committeeMay).has(state);
}
