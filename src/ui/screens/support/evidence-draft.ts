// An indication as it is typed, what is wrong with it and the command it becomes.
import type { CommandArgs } from '../../../domain/commands/index.ts';
import type { IndicationKind, IsoDate, Photo } from '../../../domain/rows.ts';
import { nlEvidence, nlIndications } from '../../nl/support-evidence.ts';
import type { FieldError } from '../../parts/error-summary.tsx';
import { wholeIn } from './count-draft.ts';

export interface EvidenceDraft {
  readonly indicationId: string; // made at the first save, so that a second one after a crash is the same
  readonly kind: IndicationKind | undefined;
  readonly from: string;
  readonly text: string;
  readonly count: string;
  /** What was typed for each earlier year. */
  readonly editions: Readonly<Record<string, string>>;
}

export const emptyEvidence: EvidenceDraft = {
  indicationId: '',
  kind: undefined,
  from: '',
  text: '',
  count: '',
  editions: {},
};

export const evidenceFields = { kind: 'soort', text: 'tekst', count: 'aantal' } as const;
export const editionField = (year: number): string => `bezoekers-${year}`;
const earlierEditions = 3;

/** The years before the proposal's, the latest first. */
export const editionYears = (year: number): readonly number[] =>
  Array.from({ length: earlierEditions }, (_, n) => year - 1 - n);

/** How many came, by year, as the accountability of the earlier projects told. */
export type KnownEditions = Readonly<Record<string, number>>;

export function withKnown(draft: EvidenceDraft, known: KnownEditions): EvidenceDraft {
  const told = Object.fromEntries(Object.entries(known).map(([year, visitors]) => [year, String(visitors)]));
  return { ...draft, editions: { ...told, ...draft.editions } };
}

const asksCount = (kind: IndicationKind | undefined): boolean => kind === 'visitors' || kind === 'online';

export function evidenceProblems(draft: EvidenceDraft, year: number): readonly FieldError[] {
  const { errors } = nlEvidence.form;
  const { kind } = draft;
  if (kind === undefined) return [{ fieldId: evidenceFields.kind, sentence: errors.kind }];
  const problems: FieldError[] = [];
  if (asksCount(kind) && wholeIn(draft.count) === undefined)
    problems.push({ fieldId: evidenceFields.count, sentence: errors.count });
  for (const one of kind === 'visitors' ? editionYears(year) : []) {
    const typed = draft.editions[one] ?? '';
    if (typed.trim() !== '' && wholeIn(typed) === undefined)
      problems.push({ fieldId: editionField(one), sentence: errors.edition(one) });
  }
  const { textError } = nlIndications[kind];
  if (textError !== '' && draft.text.trim() === '')
    problems.push({ fieldId: evidenceFields.text, sentence: textError });
  return problems;
}

export interface EvidenceFacts {
  readonly indicationId: string;
  readonly proposalId: string;
  readonly year: number;
  readonly photos: readonly Photo[];
  readonly notedOn: IsoDate;
}

/** Undefined while something is wrong; `evidenceProblems` says what. */
export function evidenceArgs(draft: EvidenceDraft, facts: EvidenceFacts): CommandArgs<'support.note'> | undefined {
  const { kind } = draft;
  if (kind === undefined || evidenceProblems(draft, facts.year).length > 0) return undefined;
  const { indicationId, proposalId, notedOn } = facts;
  const photos = kind === 'letter' ? facts.photos : [];
  const said = { indicationId, proposalId, from: draft.from.trim(), text: draft.text.trim(), photos, notedOn };
  const count = wholeIn(draft.count) ?? 0;
  if (kind === 'online') return { kind, ...said, count };
  if (kind !== 'visitors') return { kind, ...said };
  const editions = editionYears(facts.year).flatMap((year) => {
    const visitors = wholeIn(draft.editions[year] ?? '');
    return visitors === undefined ? [] : [{ year, visitors }];
  });
  return { kind, ...said, count, editions };
}
