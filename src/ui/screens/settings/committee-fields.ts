// The committee as it stands in the form, and which fields differ from what its author saw.
import type { CommandArgs } from '../../../domain/commands/index.ts';
import { showsFigures } from '../../../domain/insight/bodyFigures.ts';
import { type Committee, type QuorumRule, quarterId } from '../../../domain/rows.ts';
import { nlSettings } from '../../nl/settings.ts';
import type { FieldError } from '../../parts/error-summary.tsx';

export interface CommitteeDraft {
  readonly name: string;
  readonly city: string;
  readonly district: string;
  readonly bodyWord: string;
  readonly quarters: string; // one a line
  readonly quorum: QuorumRule['kind'];
  readonly quorumCount: string;
  readonly figures: 'shown' | 'hidden'; // to other committees
  /** What stood there when the form was opened: kept with the draft, because the committee may change meanwhile. */
  readonly seen: Committee | undefined;
}

/** As many and as long as the command takes. */
const quartersMax = 100;
const quarterLengthMax = 100; // characters

type Fields = CommandArgs<'committee.change'>['fields'];

export function draftOf(committee: Committee | undefined): CommitteeDraft {
  return {
    name: committee?.name ?? '',
    city: committee?.city ?? '',
    district: committee?.district ?? '',
    bodyWord: committee?.bodyWord ?? '',
    quarters: (committee?.quarters ?? []).join('\n'),
    quorum: committee?.quorum.kind ?? 'more_than_half',
    quorumCount: committee?.quorum.kind === 'count' ? String(committee.quorum.count) : '',
    figures: committee === undefined || showsFigures(committee) ? 'shown' : 'hidden',
    seen: committee,
  };
}

export function problemsIn(draft: CommitteeDraft): readonly FieldError[] {
  const empty = (['name', 'city', 'bodyWord'] as const)
    .filter((field) => draft[field].trim() === '')
    .map((field) => ({ fieldId: field, sentence: nlSettings.errors[field] }));
  const names = quartersIn(draft);
  const tooMuch = names.length > quartersMax || names.some(({ length }) => length > quarterLengthMax);
  return [
    ...empty,
    ...(tooMuch ? [{ fieldId: 'quarters', sentence: nlSettings.errors.quarters }] : []),
    ...(quorumIn(draft) === undefined ? [{ fieldId: 'quorumCount', sentence: nlSettings.errors.quorumCount }] : []),
  ];
}

/** Only what differs, with what stood there: two people who change different fields both get their way. */
export function changeFrom(draft: CommitteeDraft): CommandArgs<'committee.change'> | undefined {
  const quorum = quorumIn(draft);
  if (quorum === undefined || draft.seen === undefined) return undefined;
  const seen = { district: '', showsFigures: true, ...draft.seen };
  const wanted = {
    name: draft.name.trim(),
    city: draft.city.trim(),
    district: draft.district.trim(),
    bodyWord: draft.bodyWord.trim(),
    quarters: quartersIn(draft),
    quorum,
    showsFigures: draft.figures === 'shown',
  };
  const names = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
    (name) => JSON.stringify(wanted[name]) !== JSON.stringify(seen[name]),
  );
  const pick = (from: Required<Pick<Committee, keyof typeof wanted>>): Fields =>
    Object.fromEntries(names.map((name) => [name, from[name]]));
  return { fields: pick(wanted), seen: pick(seen) };
}

function quartersIn({ quarters }: CommitteeDraft): readonly string[] {
  const names = quarters.split('\n').map((line) => line.trim());
  // One that stands there twice, with a capital or without, is one quarter.
  return names.filter((name, at) => name !== '' && names.findIndex((one) => quarterId(one) === quarterId(name)) === at);
}

/** Keys in the order of the stored rule, so that equal rules are equal text. */
function quorumIn({ quorum, quorumCount }: CommitteeDraft): QuorumRule | undefined {
  if (quorum === 'more_than_half') return { kind: 'more_than_half' };
  const count = /^\d{1,3}$/.test(quorumCount.trim()) ? Number(quorumCount) : 0;
  return count >= 1 && count <= 100 ? { kind: 'count', count } : undefined;
}
