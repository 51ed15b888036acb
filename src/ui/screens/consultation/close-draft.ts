// The result as it is being recorded: who was there, what the lot said, and why it is another one than before.
import type { CommandArgs } from '../../../domain/commands/index.ts';
import { type Lot, type Outcome, outcomeOf } from '../../../domain/consultation/outcome.ts';
import type { Papers } from '../../../domain/consultation/stacks.ts';
import type { Consultation, ConsultationResult, IsoDate } from '../../../domain/rows.ts';
import { nlConsultationResult } from '../../nl/consultation-result.ts';
import type { FieldError } from '../../parts/error-summary.tsx';
import { wholeIn } from '../support/count-draft.ts';

export interface CloseDraft {
  readonly present: string;
  readonly lot: readonly number[]; // in the order drawn
  readonly lotDone: boolean;
  readonly lotDrawnBy: string;
  readonly reason: string;
}
export const emptyClose: CloseDraft = { present: '', lot: [], lotDone: false, lotDrawnBy: '', reason: '' };
export const closeFields = { present: 'mensen', lot: 'lot', drawnBy: 'trekker', reason: 'waarom' } as const;

const { result } = nlConsultationResult;
const lotOf = ({ lot, lotDone }: CloseDraft): Lot => ({ order: lotDone ? lot : [], drawn: lotDone });

export const previewOf = (consultation: Consultation, papers: Papers, draft: CloseDraft): Outcome =>
  outcomeOf(consultation, papers, lotOf(draft));

export interface CloseFacts {
  readonly consultation: Consultation;
  readonly papers: Papers;
  readonly outcome: Outcome;
  readonly round: number;
  readonly closedOn: IsoDate;
}

export function closeProblems(draft: CloseDraft, { outcome, round }: CloseFacts): readonly FieldError[] {
  const problems: FieldError[] = [];
  if (wholeIn(draft.present) === undefined)
    problems.push({ fieldId: closeFields.present, sentence: result.presentError });
  if (outcome.kind === 'lot_needed') problems.push({ fieldId: closeFields.lot, sentence: result.lot.title });
  if (draft.lotDone && draft.lotDrawnBy.trim() === '') {
    problems.push({ fieldId: closeFields.drawnBy, sentence: result.lot.drawnByError });
  }
  if (round > 1 && draft.reason.trim() === '') {
    problems.push({ fieldId: closeFields.reason, sentence: result.reasonError });
  }
  return problems;
}

/** Undefined while something is wrong; `closeProblems` says what. */
export function closeArgs(draft: CloseDraft, facts: CloseFacts): CommandArgs<'consultation.close'> | undefined {
  const { consultation, papers, outcome, round, closedOn } = facts;
  if (closeProblems(draft, facts).length > 0 || outcome.kind !== 'done') return undefined;
  const { ballotCount, blankCount, invalidCount, votes } = papers;
  return {
    ...{ consultationId: consultation.id, round, presentCount: wholeIn(draft.present) ?? 0 },
    ...{ ballotCount, blankCount, invalidCount, votes, steps: outcome.steps },
    ...{ lot: draft.lotDone ? draft.lot : [], lotDrawnBy: draft.lotDone ? draft.lotDrawnBy.trim() : '' },
    ...{ reason: round > 1 ? draft.reason.trim() : '', closedOn },
  };
}

/** Whether the papers on this phone still say what was recorded. */
export function checkOf(
  consultation: Consultation,
  papers: Papers,
  recorded: ConsultationResult,
): { readonly state: 'same' | 'differs'; readonly outcome: Outcome } {
  const outcome = outcomeOf(consultation, papers, { order: recorded.lot, drawn: recorded.lotDrawnBy !== '' });
  const { ballotCount, blankCount, invalidCount, votes } = recorded;
  const same =
    outcome.kind === 'done' &&
    JSON.stringify(outcome.steps) === JSON.stringify(recorded.steps) &&
    papers.ballotCount === ballotCount &&
    papers.blankCount === blankCount &&
    papers.invalidCount === invalidCount &&
    papers.votes.every((one) => {
      const other = votes.find(({ number }) => number === one.number);
      return (
        other?.forCount === one.forCount &&
        other.againstCount === one.againstCount &&
        other.abstainedCount === one.abstainedCount
      );
    });
  return { state: same ? 'same' : 'differs', outcome };
}
