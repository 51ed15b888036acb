// A proposal on the agenda that waits for no decision: taken back, merged or given back since it was put there.
import type { Proposal } from '../../../domain/rows.ts';
import { nlMeeting } from '../../nl/meeting.ts';

const { odd } = nlMeeting.proposal;

export function oddState({
  state,
  mergedIntoId,
}: Pick<Proposal, 'state' | 'mergedIntoId'>): { readonly short: string; readonly note: string } | undefined {
  switch (state) {
    case 'withdrawn':
      return mergedIntoId === null ? odd.withdrawn : odd.merged;
    case 'returned':
    case 'draft':
    case 'finished':
      return odd[state];
    default:
      return undefined;
  }
}
