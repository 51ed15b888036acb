// An announcement as it is typed, what is wrong with it and the command it becomes.
import type { CommandArgs } from '../../../domain/commands/index.ts';
import { isIsoDate } from '../../../domain/dates.ts';
import { parseAmount } from '../../../domain/money.ts';
import type { BallotTieRule, Consultation, ConsultationMethod, Proposal } from '../../../domain/rows.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import type { FieldError } from '../../parts/error-summary.tsx';
import { timeFrom } from '../meeting-plan/plan-draft.ts';

/** What may still be changed after it was announced. */
export interface WordsDraft {
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly heldOn: string;
  readonly startTime: string; // as typed
  readonly whoMayVote: string;
  readonly quorum: string; // as typed; empty: none
}
export interface AnnounceDraft extends WordsDraft {
  readonly consultationId: string; // made with the draft: announcing twice after a crash is one consultation
  readonly method: ConsultationMethod | '';
  readonly budget: string;
  readonly choices: string;
  readonly tieRule: BallotTieRule;
  readonly proposalIds: readonly string[];
}

export const announceFields = {
  ...{ name: 'naam', date: 'dag', time: 'tijd', place: 'plaats', who: 'wie', quorum: 'minimum' },
  ...{ plans: 'plannen', method: 'manier', budget: 'bedrag', choices: 'keuzes' },
} as const;
const fields = announceFields;
const { errors } = nlConsultation.announce;
const choicesMax = 60;

export function emptyAnnounce(consultationId: string): AnnounceDraft {
  return {
    ...{ consultationId, title: nlConsultation.announce.nameDefault, text: '', place: '', heldOn: '' },
    ...{ startTime: '19.30', whoMayVote: '', quorum: '', method: '', budget: '', choices: '', tieRule: 'cheapest' },
    proposalIds: [],
  };
}

export function wordsOf(consultation: Consultation): WordsDraft {
  const { title, text, place, heldOn, startTime, whoMayVote, quorumCount } = consultation;
  const quorum = quorumCount === 0 ? '' : String(quorumCount);
  return { title, text, place, heldOn, startTime: startTime.replace(':', '.'), whoMayVote, quorum };
}

/** A plan can be asked about while it is not decided, and only when it says what it costs. */
export const canBeAsked = ({ state, requestedCents }: Pick<Proposal, 'state' | 'requestedCents'>): boolean =>
  (state === 'submitted' || state === 'deferred') && requestedCents > 0;

/** Empty stands for `none`. Undefined: no whole number. */
function optionalCount(typed: string, max: number): number | undefined {
  const text = typed.trim();
  if (text === '') return 0;
  const count = /^\d{1,5}$/.test(text) ? Number(text) : undefined;
  return count === undefined || count > max ? undefined : count;
}
const quorumMax = 99_999;

export function wordsProblems(draft: WordsDraft): readonly FieldError[] {
  const problems: FieldError[] = [];
  if (draft.title.trim() === '') problems.push({ fieldId: fields.name, sentence: errors.name });
  if (!isIsoDate(draft.heldOn)) problems.push({ fieldId: fields.date, sentence: errors.date });
  if (timeFrom(draft.startTime) === undefined) problems.push({ fieldId: fields.time, sentence: errors.time });
  if (draft.place.trim() === '') problems.push({ fieldId: fields.place, sentence: errors.place });
  if (draft.whoMayVote.trim() === '') problems.push({ fieldId: fields.who, sentence: errors.who });
  const quorum = optionalCount(draft.quorum, quorumMax);
  if (quorum === undefined) problems.push({ fieldId: fields.quorum, sentence: errors.quorum });
  return problems;
}

export function announceProblems(draft: AnnounceDraft): readonly FieldError[] {
  const problems: FieldError[] = [...wordsProblems(draft)];
  if (draft.proposalIds.length === 0) problems.push({ fieldId: fields.plans, sentence: errors.plans });
  if (draft.method === '') problems.push({ fieldId: fields.method, sentence: errors.method });
  else if (draft.method !== 'for_against') {
    const budget = parseAmount(draft.budget);
    if (!budget.ok) {
      const sentence = budget.code === 'empty' ? errors.budget : amountSentence(budget.code);
      problems.push({ fieldId: fields.budget, sentence });
    } else if (budget.cents === 0) problems.push({ fieldId: fields.budget, sentence: errors.budget });
    const choices = optionalCount(draft.choices, choicesMax);
    if (choices === undefined) problems.push({ fieldId: fields.choices, sentence: errors.choices });
  }
  return problems;
}

export function wordsArgs(draft: WordsDraft) {
  return {
    title: draft.title.trim(),
    text: draft.text.trim(),
    place: draft.place.trim(),
    heldOn: draft.heldOn,
    startTime: timeFrom(draft.startTime) ?? '',
    whoMayVote: draft.whoMayVote.trim(),
    quorumCount: optionalCount(draft.quorum, quorumMax) ?? 0,
  };
}

/** Undefined while something is wrong; `announceProblems` says what. Numbers follow the order of the proposals. */
export function announceArgs(
  draft: AnnounceDraft,
  proposals: readonly Proposal[],
): CommandArgs<'consultation.announce'> | undefined {
  const { consultationId, method, tieRule, proposalIds } = draft;
  if (method === '' || announceProblems(draft).length > 0) return undefined;
  const budget = parseAmount(draft.budget);
  const divides = method !== 'for_against';
  const chosen = proposals.filter(({ id }) => proposalIds.includes(id));
  return {
    ...{ consultationId, ...wordsArgs(draft), method, tieRule },
    budgetCents: divides && budget.ok ? budget.cents : 0,
    choicesMax: divides ? (optionalCount(draft.choices, choicesMax) ?? 0) : 0,
    options: chosen.map(({ id, title, requestedCents }, n) => ({
      ...{ number: n + 1, proposalId: id, title, costCents: requestedCents },
    })),
  };
}
