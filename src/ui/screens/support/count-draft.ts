// A count as it is typed, what is wrong with it and the command it becomes.
import type { CommandArgs } from '../../../domain/commands/index.ts';
import type { IsoDate, Photo, SupportNumbers } from '../../../domain/rows.ts';
import { nlSupport } from '../../nl/support.ts';
import type { FieldError } from '../../parts/error-summary.tsx';

/** Counters are numbers, what is typed in a field is text. */
export interface CountDraft {
  readonly number: string;
  readonly area: string;
  readonly asked: string;
  readonly forCount: number;
  readonly againstCount: number;
  readonly noOpinionCount: number;
  readonly notAtHomeCount: number;
}

export const countFields = { number: 'nummer', asked: 'gevraagd', tally: 'telling' } as const;
const sheetNumberMax = 9_999;
const householdsMax = 99_999;

export interface CountStart {
  readonly number: number | undefined;
  readonly area: string;
  /** The own earlier count of this sheet. */
  readonly own: SupportNumbers | undefined;
}

export function startCount({ number, area, own }: CountStart): CountDraft {
  return {
    number: number === undefined ? '' : String(number),
    area,
    asked: own === undefined ? '' : String(own.householdsAsked),
    forCount: own?.forCount ?? 0,
    againstCount: own?.againstCount ?? 0,
    noOpinionCount: own?.noOpinionCount ?? 0,
    notAtHomeCount: own?.notAtHomeCount ?? 0,
  };
}

/** Households whose answer, or absence, is on the paper. */
export const answersIn = (count: Omit<CountDraft, 'number' | 'area' | 'asked'>): number =>
  count.forCount + count.againstCount + count.noOpinionCount + count.notAtHomeCount;

export function wholeIn(typed: string, max = householdsMax): number | undefined {
  const digits = typed.replace(/[\s.]/g, '');
  if (!/^\d{1,6}$/.test(digits)) return undefined;
  const number = Number(digits);
  return number <= max ? number : undefined;
}

export function sheetNumberIn(draft: CountDraft): number | undefined {
  const number = wholeIn(draft.number, sheetNumberMax);
  return number === 0 ? undefined : number;
}

export function countProblems(draft: CountDraft): readonly FieldError[] {
  const { errors } = nlSupport.count;
  const problems: FieldError[] = [];
  if (sheetNumberIn(draft) === undefined) problems.push({ fieldId: countFields.number, sentence: errors.number });
  const asked = wholeIn(draft.asked);
  const answers = answersIn(draft);
  if (answers === 0) problems.push({ fieldId: countFields.tally, sentence: errors.nothing });
  if (asked === undefined || asked === 0) problems.push({ fieldId: countFields.asked, sentence: errors.asked });
  else if (answers > asked) problems.push({ fieldId: countFields.asked, sentence: errors.askedTooLow(answers) });
  return problems;
}

export interface CountFacts {
  readonly proposalId: string;
  readonly photos: readonly Photo[];
  readonly countedOn: IsoDate;
}

/** Undefined while something is wrong; `countProblems` says what. */
export function countArgs(draft: CountDraft, facts: CountFacts): CommandArgs<'support.count'> | undefined {
  const sheetNumber = sheetNumberIn(draft);
  const householdsAsked = wholeIn(draft.asked);
  if (countProblems(draft).length > 0 || sheetNumber === undefined || householdsAsked === undefined) return undefined;
  const { forCount, againstCount, noOpinionCount, notAtHomeCount } = draft;
  return {
    ...facts,
    sheetNumber,
    area: draft.area.trim(),
    householdsAsked,
    forCount,
    againstCount,
    noOpinionCount,
    notAtHomeCount,
  };
}
