// A count of one stack as it is typed, what is wrong with it and the command it becomes.
import { mayTally, mayTypeBallots } from '../../../domain/consultation/outcome.ts';
import type { Consultation, StackContent } from '../../../domain/rows.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import type { FieldError } from '../../parts/error-summary.tsx';
import { wholeIn } from '../support/count-draft.ts';

/** Numbers as typed; `votes` by number of the plan and kind: '3 for'. */
export interface CountDraft {
  readonly stack: string;
  readonly how: StackContent['kind'] | '';
  readonly valid: string;
  readonly blank: string;
  readonly invalid: string;
  readonly votes: Readonly<Record<string, string>>;
  readonly ballots: readonly (readonly number[])[];
  readonly paper: string; // the one that is being typed
}

export const countFields = {
  ...{ stack: 'stapel', how: 'hoe', valid: 'geldig', blank: 'leeg', invalid: 'ongeldig', paper: 'briefje' },
} as const;
export type VoteKind = 'for' | 'against' | 'abstained';
export const voteKey = (number: number, kind: VoteKind): string => `${number} ${kind}`;
export const voteFieldId = (number: number, kind: VoteKind): string => `stem-${kind}-${number}`;
const stackMax = 9_999;
const ballotsMax = 500;
const { errors, paperErrors } = nlConsultation.count;

type Asked = Pick<Consultation, 'method' | 'options' | 'choicesMax'>;

/** Only for and against has three answers a plan. */
export const kindsOf = ({ method }: Pick<Consultation, 'method'>): readonly VoteKind[] =>
  method === 'for_against' ? ['for', 'against', 'abstained'] : ['for'];

/** How a stack may be counted under this method; the only way there is needs no choice. */
export function waysOf({ method }: Pick<Consultation, 'method'>): readonly StackContent['kind'][] {
  return [...(mayTally(method) ? (['tally'] as const) : []), ...(mayTypeBallots(method) ? (['ballots'] as const) : [])];
}

export function startCount(asked: Asked, stack: number | undefined, own: StackContent | undefined): CountDraft {
  const [only, ...more] = waysOf(asked);
  const empty: CountDraft = {
    ...{ stack: stack === undefined ? '' : String(stack), how: more.length === 0 ? (only ?? '') : '' },
    ...{ valid: '', blank: '0', invalid: '0', votes: {}, ballots: [], paper: '' },
  };
  if (own === undefined) return empty;
  const papers = { how: own.kind, blank: String(own.blankCount), invalid: String(own.invalidCount) };
  if (own.kind === 'ballots') return { ...empty, ...papers, ballots: own.ballots };
  const votes = own.votes.flatMap(({ number, forCount, againstCount, abstainedCount }) => [
    [voteKey(number, 'for'), String(forCount)] as const,
    [voteKey(number, 'against'), String(againstCount)] as const,
    [voteKey(number, 'abstained'), String(abstainedCount)] as const,
  ]);
  return { ...empty, ...papers, valid: String(own.ballotCount), votes: Object.fromEntries(votes) };
}

export type Paper =
  | { readonly ok: true; readonly numbers: readonly number[] }
  | { readonly ok: false; readonly sentence: string };

/** '1 4 7', '1,4,7' or '1-4' as the numbers of one paper. */
export function paperFrom(typed: string, { options, choicesMax }: Asked): Paper {
  const parts = typed.split(/[\s,.;+-]+/).filter((part) => part !== '');
  const wrong = (sentence: string): Paper => ({ ok: false, sentence });
  if (parts.length === 0) return wrong(paperErrors.empty);
  if (parts.some((part) => !/^\d{1,3}$/.test(part))) return wrong(paperErrors.letters);
  const numbers = parts.map(Number);
  const unknown = numbers.find((number) => !options.some((option) => option.number === number));
  if (unknown !== undefined) return wrong(paperErrors.unknown(unknown));
  const twice = numbers.find((number, at) => numbers.indexOf(number) !== at);
  if (twice !== undefined) return wrong(paperErrors.twice(twice));
  if (choicesMax > 0 && numbers.length > choicesMax) return wrong(paperErrors.tooMany(choicesMax));
  return { ok: true, numbers };
}

export const isFull = ({ ballots }: CountDraft): boolean => ballots.length >= ballotsMax;

export function stackIn({ stack }: CountDraft): number | undefined {
  const number = wholeIn(stack, stackMax);
  return number === 0 ? undefined : number;
}

/** Papers in this count, blank and invalid ones too. */
export function papersIn(draft: CountDraft): number {
  const valid = draft.how === 'ballots' ? draft.ballots.length : (wholeIn(draft.valid) ?? 0);
  return valid + (wholeIn(draft.blank) ?? 0) + (wholeIn(draft.invalid) ?? 0);
}

export function countProblems(draft: CountDraft, asked: Asked): readonly FieldError[] {
  const problems: FieldError[] = [];
  const say = (fieldId: string, sentence: string): void => {
    problems.push({ fieldId, sentence });
  };
  if (stackIn(draft) === undefined) say(countFields.stack, errors.number);
  if (draft.how === '') say(countFields.how, errors.how);
  if (draft.how === 'tally') {
    const valid = wholeIn(draft.valid);
    if (valid === undefined) say(countFields.valid, errors.whole);
    for (const { number } of asked.options) {
      const kinds = kindsOf(asked).map((kind) => ({ kind, count: wholeIn(draft.votes[voteKey(number, kind)] ?? '') }));
      for (const { kind, count } of kinds) if (count === undefined) say(voteFieldId(number, kind), errors.whole);
      const answers = kinds.reduce((sum, { count }) => sum + (count ?? 0), 0);
      if (valid !== undefined && answers > valid) say(voteFieldId(number, 'for'), errors.tooMany(valid));
    }
  }
  if (draft.how === 'ballots' && draft.paper.trim() !== '') say(countFields.paper, errors.unfinished);
  if (wholeIn(draft.blank) === undefined) say(countFields.blank, errors.whole);
  if (wholeIn(draft.invalid) === undefined) say(countFields.invalid, errors.whole);
  if (problems.length === 0 && papersIn(draft) === 0) {
    say(draft.how === 'tally' ? countFields.valid : countFields.paper, errors.nothing);
  }
  return problems;
}

/** Undefined while something is wrong; `countProblems` says what. */
export function contentOf(draft: CountDraft, asked: Asked): StackContent | undefined {
  if (countProblems(draft, asked).length > 0 || draft.how === '') return undefined;
  const papers = { blankCount: wholeIn(draft.blank) ?? 0, invalidCount: wholeIn(draft.invalid) ?? 0 };
  if (draft.how === 'ballots') return { kind: 'ballots', ...papers, ballots: draft.ballots };
  const count = (number: number, kind: VoteKind): number =>
    kindsOf(asked).includes(kind) ? (wholeIn(draft.votes[voteKey(number, kind)] ?? '') ?? 0) : 0;
  return {
    kind: 'tally',
    ballotCount: wholeIn(draft.valid) ?? 0,
    ...papers,
    votes: asked.options.map(({ number }) => ({
      number,
      forCount: count(number, 'for'),
      againstCount: count(number, 'against'),
      abstainedCount: count(number, 'abstained'),
    })),
  };
}
