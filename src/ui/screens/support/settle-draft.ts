// Which numbers of a sheet shall hold, as it is being chosen.
import type { CommandArgs } from '../../../domain/commands/index.ts';
import type { SupportCount, SupportNumbers } from '../../../domain/rows.ts';
import { nlSupport } from '../../nl/support.ts';
import type { FieldError } from '../../parts/error-summary.tsx';
import { answersIn, wholeIn } from './count-draft.ts';

/** `choice` is the id of a count, or `own`: counted anew by who settles. Empty: neither is preselected. */
export interface SettleDraft {
  readonly choice: string;
  readonly reason: string;
  readonly asked: string;
  readonly forCount: number;
  readonly againstCount: number;
  readonly noOpinionCount: number;
  readonly notAtHomeCount: number;
}

export const ownChoice = 'own';
export const emptySettle: SettleDraft = {
  choice: '',
  reason: '',
  asked: '',
  forCount: 0,
  againstCount: 0,
  noOpinionCount: 0,
  notAtHomeCount: 0,
};

export const settleFields = (sheetNumber: number) => ({
  choice: `keuze-${sheetNumber}`,
  reason: `reden-${sheetNumber}`,
  asked: `gevraagd-${sheetNumber}`,
});

export function chosenNumbers(draft: SettleDraft, counts: readonly SupportCount[]): SupportNumbers | undefined {
  if (draft.choice === ownChoice) {
    const householdsAsked = wholeIn(draft.asked);
    if (householdsAsked === undefined || householdsAsked < answersIn(draft)) return undefined;
    return { householdsAsked, ...four(draft) };
  }
  const count = counts.find(({ id }) => id === draft.choice);
  return count === undefined ? undefined : { householdsAsked: count.householdsAsked, ...four(count) };
}

function four(numbers: Omit<SupportNumbers, 'householdsAsked'>): Omit<SupportNumbers, 'householdsAsked'> {
  const { forCount, againstCount, noOpinionCount, notAtHomeCount } = numbers;
  return { forCount, againstCount, noOpinionCount, notAtHomeCount };
}

export function settleProblems(
  draft: SettleDraft,
  counts: readonly SupportCount[],
  sheetNumber: number,
): readonly FieldError[] {
  const { errors } = nlSupport.settle;
  const fields = settleFields(sheetNumber);
  const problems: FieldError[] = [];
  const known = draft.choice === ownChoice || counts.some(({ id }) => id === draft.choice);
  if (!known) problems.push({ fieldId: fields.choice, sentence: errors.choice });
  if (draft.choice === ownChoice && chosenNumbers(draft, counts) === undefined) {
    const tooLow = wholeIn(draft.asked) !== undefined;
    problems.push({
      fieldId: fields.asked,
      sentence: tooLow ? errors.askedTooLow(answersIn(draft)) : errors.asked,
    });
  }
  if (draft.reason.trim() === '') problems.push({ fieldId: fields.reason, sentence: errors.reason });
  return problems;
}

export function settleArgs(
  draft: SettleDraft,
  counts: readonly SupportCount[],
  sheet: { readonly id: string; readonly number: number },
): CommandArgs<'support.settle'> | undefined {
  const numbers = chosenNumbers(draft, counts);
  if (numbers === undefined || settleProblems(draft, counts, sheet.number).length > 0) return undefined;
  return { sheetId: sheet.id, numbers, reason: draft.reason.trim() };
}
