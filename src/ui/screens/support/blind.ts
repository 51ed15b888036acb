// The second count is blind: whoever still has to count a sheet does not see what the first person counted, not in the
// list, not in a sum. Otherwise the second count only repeats the first.
import { type Access, isVotingRole } from '../../../domain/access.ts';
import type { Proposal, SupportCount, SupportSheet } from '../../../domain/rows.ts';
import { isCountable, type SupportSummary, secondCountOpen, supportSummary } from '../../../domain/support.ts';

export interface ShownSupport {
  /** What this person may see: without the sheets that are still his to count. */
  readonly summary: SupportSummary;
  /** Numbers of the sheets that are left out, as on the paper. */
  readonly hiddenSheets: readonly number[];
}

export interface SupportRows {
  readonly access: Access;
  readonly proposal: Pick<Proposal, 'state'>;
  readonly sheets: readonly SupportSheet[];
  readonly counts: readonly SupportCount[];
}

/** While the proposal is open for counting. Once it is decided nobody counts any more, and everything is shown. */
export function shownSupport({ access, proposal, sheets, counts }: SupportRows): ShownSupport {
  const summary = supportSummary(sheets, counts);
  if (!isVotingRole(access.role) || !isCountable(proposal)) return { summary, hiddenSheets: [] };
  const hidden = summary.sheets.filter((sheet) => secondCountOpen(sheet, access.personId));
  if (hidden.length === 0) return { summary, hiddenSheets: [] };
  const ids = new Set(hidden.map(({ sheetId }) => sheetId));
  return {
    summary: supportSummary(
      sheets.filter(({ id }) => !ids.has(id)),
      counts,
    ),
    hiddenSheets: hidden.map(({ number }) => number),
  };
}
