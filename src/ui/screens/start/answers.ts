// The answers of first use as they are typed, what is wrong with them, and the command they become.
import type { CommandArgs } from '../../../domain/commands/index.ts';
import { parseAmount } from '../../../domain/money.ts';
import type { IsoDate, QuorumRule } from '../../../domain/rows.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlStart } from '../../nl/start.ts';
import type { FieldError } from '../../parts/error-summary.tsx';

export const questions = ['wijk', 'jaar', 'bedrag', 'grens', 'quorum'] as const;
export type Question = (typeof questions)[number];

export const pageParam = 'vraag';
export const checkPage = 'controleren';
export const startHref = (page: Question | typeof checkPage): string => `/start?${pageParam}=${page}`;

export interface Answers {
  readonly name: string;
  readonly city: string;
  readonly bodyWord: string;
  readonly founderName: string;
  readonly year: string;
  readonly grant: string;
  readonly limit: string;
  readonly quorum: QuorumRule['kind'] | '';
  readonly quorumCount: string;
}

export function firstAnswers(founderName: string, today: IsoDate): Answers {
  return {
    name: '',
    city: '',
    bodyWord: nlStart.place.bodyWordDefault,
    founderName,
    year: today.slice(0, 4),
    grant: '',
    limit: '',
    quorum: '',
    quorumCount: '',
  };
}

/** What keeps this question from being answered; empty when it is. */
export function problemsOf(question: Question, answers: Answers): readonly FieldError[] {
  switch (question) {
    case 'wijk':
      return (['name', 'city', 'bodyWord', 'founderName'] as const)
        .filter((field) => answers[field].trim() === '')
        .map((field) => ({ fieldId: field, sentence: nlStart.errors[field] }));
    case 'jaar':
      return yearOf(answers) === undefined ? [{ fieldId: 'year', sentence: nlStart.errors.year }] : [];
    case 'bedrag':
      return amountProblem('grant', answers.grant);
    case 'grens':
      return amountProblem('limit', answers.limit);
    case 'quorum':
      if (answers.quorum === '') return [{ fieldId: 'quorum', sentence: nlStart.errors.quorum }];
      return quorumOf(answers) === undefined ? [{ fieldId: 'quorumCount', sentence: nlStart.errors.quorumCount }] : [];
  }
}

export function firstOpenQuestion(answers: Answers): Question | undefined {
  return questions.find((question) => problemsOf(question, answers).length > 0);
}

/** The command, once every question is answered. */
export function foundingArgs(answers: Answers, today: IsoDate): CommandArgs<'committee.found'> | undefined {
  const year = yearOf(answers);
  const quorum = quorumOf(answers);
  if (firstOpenQuestion(answers) !== undefined || year === undefined || quorum === undefined) return undefined;
  return {
    name: answers.name.trim(),
    city: answers.city.trim(),
    bodyWord: answers.bodyWord.trim(),
    founderName: answers.founderName.trim(),
    year,
    grantCents: centsOf(answers.grant),
    smallLimitCents: centsOf(answers.limit),
    quorum,
    foundedOn: today,
  };
}

/** Zero while the amount cannot be read; the questions are checked before it is used. */
export function centsOf(typed: string): number {
  const parsed = parseAmount(typed);
  return parsed.ok ? parsed.cents : 0;
}

export function quorumOf({ quorum, quorumCount }: Answers): QuorumRule | undefined {
  if (quorum === '') return undefined;
  if (quorum === 'more_than_half') return { kind: 'more_than_half' };
  const count = wholeNumber(quorumCount);
  return count !== undefined && count >= 1 && count <= 100 ? { kind: 'count', count } : undefined;
}

function yearOf({ year }: Answers): number | undefined {
  const number = wholeNumber(year);
  return number !== undefined && number >= 2000 && number <= 2199 ? number : undefined;
}

function wholeNumber(typed: string): number | undefined {
  return /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : undefined;
}

function amountProblem(fieldId: string, typed: string): readonly FieldError[] {
  const parsed = parseAmount(typed);
  return parsed.ok ? [] : [{ fieldId, sentence: amountSentence(parsed.code) }];
}
