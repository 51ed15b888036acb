// The sheets and counts of one proposal, live, and who counted what.

import type { Role } from '../../../domain/rows.ts';
import { type Seen, useMe, useRowFound, useRows, useRowsFound } from '../../data.ts';
import { type ShownSupport, shownSupport } from './blind.ts';

export interface SupportData extends ShownSupport {
  readonly loaded: boolean;
  readonly proposal: Seen<'proposal'> | undefined;
  readonly sheets: readonly Seen<'supportSheet'>[];
  readonly counts: readonly Seen<'supportCount'>[];
  /** The role of who counted; undefined when this phone does not know the person. Roles, not names: sheets are printed. */
  readonly roleOf: (personId: string) => Role | undefined;
}

export function useSupport(proposalId: string): SupportData {
  const { access } = useMe();
  const proposal = useRowFound('proposal', proposalId);
  const sheets = useRowsFound('supportSheet', 'proposalId', proposalId);
  const counts = useRowsFound('supportCount', 'proposalId', proposalId);
  const members = useRows('member');
  const state = proposal.value?.state ?? 'submitted';
  return {
    loaded: proposal.loaded && sheets.loaded && counts.loaded,
    proposal: proposal.value,
    sheets: sheets.value,
    counts: counts.value,
    roleOf: (personId) => members.find(({ id }) => id === personId)?.role,
    ...shownSupport({ access, proposal: { state }, sheets: sheets.value, counts: counts.value }),
  };
}
