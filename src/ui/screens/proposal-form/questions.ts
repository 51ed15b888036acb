// The questions of a resident, in order, with what each needs before the next. The address holds the question, so that the
// back button of the phone goes one question back.
import type { FieldError } from '../../parts/error-summary.tsx';
import {
  formFields,
  lineAmountId,
  type ProposalDraft,
  shareId,
  submitProblems,
  typingProblems,
} from './proposal-draft.ts';

export const questions = ['naam', 'wat', 'soort', 'waar', 'thema', 'wie', 'kosten', 'bedrag'] as const;
export type Question = (typeof questions)[number];
export const checkPage = 'controleren';
export const questionParam = 'vraag';

export const questionHref = (path: string, page: Question | typeof checkPage): string =>
  `${path}?${questionParam}=${page}`;

/** What keeps this question from being answered. A question that may stay open has nothing. */
export function questionProblems(question: Question, draft: ProposalDraft): readonly FieldError[] {
  const of = (...fieldIds: readonly string[]) =>
    submitProblems(draft).filter(({ fieldId }) => fieldIds.includes(fieldId));
  switch (question) {
    case 'naam':
      return of(formFields.title);
    case 'wat':
      return of(formFields.summary);
    case 'soort':
      return [];
    case 'waar':
      return of(formFields.until);
    case 'thema':
      return of(formFields.themes, ...draft.shares.map(({ theme }) => shareId(theme)));
    case 'wie':
      return of(formFields.applicant);
    case 'kosten': {
      const amounts = draft.lines.map(({ id }) => lineAmountId(id));
      return typingProblems(draft).filter(({ fieldId }) => amounts.includes(fieldId));
    }
    case 'bedrag':
      return of(formFields.requested);
  }
}

export function firstOpenQuestion(draft: ProposalDraft): Question | undefined {
  return questions.find((question) => questionProblems(question, draft).length > 0);
}

/** The page that the address asks for. The check page may be seen early: it shows what is still open. */
export function pageFrom(text: string | undefined): Question | typeof checkPage | undefined {
  if (text === checkPage) return checkPage;
  return questions.find((question) => question === text);
}
