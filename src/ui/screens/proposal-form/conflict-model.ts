// A change names what its author saw. When another value stands there now, the person chooses; neither is preselected.
import { canonical } from '../../../domain/canonical.ts';
import type { CommandArgs } from '../../../domain/commands/index.ts';
import type { ProposalField } from '../../nl/proposal-form.ts';
import { type ProposalDraft, type ProposalValues, typedFrom, valuesIn, valuesOf } from './proposal-draft.ts';

export interface FieldConflict {
  readonly field: ProposalField;
  readonly now: ProposalValues;
  readonly mine: ProposalValues;
}

const fields: readonly ProposalField[] = [
  'title',
  'summary',
  'applicant',
  'kind',
  'year',
  'quarters',
  'streets',
  'period',
  'intake',
  'language',
  'themeShares',
  'budgetLines',
  'requestedCents',
];

const same = (a: ProposalValues, b: ProposalValues, field: ProposalField): boolean =>
  canonical(a[field]) === canonical(b[field]);

/** Fields that the author changed and that no longer hold what the author saw. */
export function conflictsOf(draft: ProposalDraft, current: ProposalValues): readonly FieldConflict[] {
  const { seen } = draft;
  if (seen === null) return [];
  const mine = valuesOf(draft);
  const now = valuesIn(current);
  return fields
    .filter((field) => !same(mine, seen, field) && !same(now, seen, field) && !same(now, mine, field))
    .map((field) => ({ field, now, mine }));
}

/** Fields that only somebody else changed take over the new value, so that the form shows what is true. */
export function withNews(draft: ProposalDraft, current: ProposalValues): ProposalDraft {
  const { seen } = draft;
  if (seen === null) return draft;
  const mine = valuesOf(draft);
  const now = valuesIn(current);
  const news = fields.filter((field) => !same(now, seen, field) && (same(mine, seen, field) || same(now, mine, field)));
  return news.reduce((value, field) => withField(value, field, now), draft);
}

/** `now`: leave what stands there. `mine`: the author saw the new value and still wants the own one. */
export function chosen(draft: ProposalDraft, conflict: FieldConflict, take: 'now' | 'mine'): ProposalDraft {
  const { field, now } = conflict;
  if (take === 'now') return withField(draft, field, now);
  return draft.seen === null ? draft : { ...draft, seen: { ...draft.seen, [field]: now[field] } };
}

function withField(draft: ProposalDraft, field: ProposalField, now: ProposalValues): ProposalDraft {
  const typed = typedFrom(now);
  const seen = draft.seen === null ? null : { ...draft.seen, [field]: now[field] };
  switch (field) {
    case 'themeShares':
      return { ...draft, seen, shares: typed.shares };
    case 'budgetLines':
      return { ...draft, seen, lines: typed.lines };
    case 'requestedCents':
      return { ...draft, seen, requested: typed.requested };
    case 'quarters':
      return { ...draft, seen, quarters: typed.quarters, quartersTyped: typed.quartersTyped };
    case 'period':
      return { ...draft, seen, from: typed.from, until: typed.until };
    default:
      return { ...draft, seen, [field]: typed[field] };
  }
}

/** Only what the author changed, with what stood there when he did. Undefined: nothing changed. */
export function changeArgs(draft: ProposalDraft): CommandArgs<'proposal.change'> | undefined {
  const { proposalId, seen } = draft;
  if (seen === null) return undefined;
  const mine = valuesOf(draft);
  // A draft of an older app knows nothing of newer fields: it does not change them.
  const changed = fields.filter((field) => seen[field] !== undefined && !same(mine, seen, field));
  if (changed.length === 0) return undefined;
  const pick = (values: ProposalValues) => Object.fromEntries(changed.map((field) => [field, values[field]]));
  return { proposalId, fields: pick(mine), seen: pick(seen) };
}
