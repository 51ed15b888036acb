// Commands that change named fields over what their author saw: which row they are about, and the same change once more
// over what stands there now.
import type { Row, RowType } from '../../../domain/rows.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface ChangedRow {
  readonly type: RowType;
  readonly id: string;
}

const rowOf: Readonly<Record<string, (args: Fields, committeeId: string) => ChangedRow>> = {
  'proposal.change': ({ proposalId }) => ({ type: 'proposal', id: String(proposalId) }),
  'outcome.change': ({ proposalId }) => ({ type: 'outcome', id: String(proposalId) }),
  'committee.change': (_, committeeId) => ({ type: 'committee', id: committeeId }),
  'budgetYear.change': ({ year }) => ({ type: 'budgetYear', id: String(year) }),
  'meeting.change': ({ meetingId }) => ({ type: 'meeting', id: String(meetingId) }),
};

export function changedRow(name: string, args: unknown, committeeId: string): ChangedRow | undefined {
  return Object.hasOwn(rowOf, name) ? rowOf[name]?.(args as Fields, committeeId) : undefined;
}

/** What a row without the field means: of a budget year, a committee, a meeting that nobody said this of yet. */
const nothingYet: Fields = {
  ...{ barriers: [], thanksCents: 0, district: '', showsFigures: true, invitation: '' },
};

/** `seen` becomes what the row holds now, so that the change is no longer over something its author did not see. */
export function seenAgain(args: unknown, row: Row): { readonly fields: Fields; readonly seen: Fields } {
  const { fields, ...rest } = args as { readonly fields: Fields };
  const now: Fields = { ...nothingYet, ...row };
  const seen = Object.fromEntries(Object.keys(fields).map((name) => [name, now[name]]));
  return { ...rest, fields, seen };
}
