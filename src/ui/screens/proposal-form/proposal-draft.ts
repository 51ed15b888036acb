// A proposal as it is typed, and what it becomes. Amounts and shares are text until they are sent.
import type { CommandArgs } from '../../../domain/commands/index.ts';
import { type Missing, missingForSubmit } from '../../../domain/complete.ts';
import { addCents, amountText, parseAmount, splitCents } from '../../../domain/money.ts';
import type { Cents, Intake, Language, Period, Proposal, ProposalKind } from '../../../domain/rows.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { nlProposalForm } from '../../nl/proposal-form.ts';
import type { FieldError } from '../../parts/error-summary.tsx';

/** The fields of a proposal that people write. */
export type ProposalValues = Pick<
  Proposal,
  | 'year'
  | 'title'
  | 'summary'
  | 'applicant'
  | 'kind'
  | 'themeShares'
  | 'quarters'
  | 'streets'
  | 'period'
  | 'intake'
  | 'language'
  | 'budgetLines'
  | 'requestedCents'
>;

export interface TypedLine {
  readonly id: string;
  readonly label: string;
  readonly amount: string;
}

export interface TypedShare {
  readonly theme: number;
  readonly percent: string;
}

export interface ProposalDraft {
  readonly proposalId: string;
  readonly year: number;
  readonly title: string;
  readonly summary: string;
  readonly applicant: string;
  readonly kind: ProposalKind;
  readonly shares: readonly TypedShare[];
  readonly quarters: readonly string[];
  /** Typed names, where the committee has no list of quarters. */
  readonly quartersTyped: string;
  readonly streets: string;
  /** First and last day, empty while nobody knows. */
  readonly from: string;
  readonly until: string;
  readonly intake: Intake;
  readonly language: Language | ''; // empty: nobody knows
  /** The proposal of an earlier year that this one does again. */
  readonly repeatOfId?: string;
  readonly lines: readonly TypedLine[];
  readonly requested: string;
  /** Which question comes next, for who goes on another day. */
  readonly question?: string;
  /** What stood there when the form was opened; null for a new proposal. */
  readonly seen: ProposalValues | null;
}

export const textLimits = { title: 150, summary: 5_000, applicant: 150, line: 200 } as const;
export const linesMax = 60;

export function emptyProposal(proposalId: string, year: number): ProposalDraft {
  return {
    proposalId,
    year,
    title: '',
    summary: '',
    applicant: '',
    kind: 'unique_project',
    shares: [],
    quarters: [],
    quartersTyped: '',
    ...{ streets: '', from: '', until: '', intake: 'own', language: 'nl' },
    lines: [],
    requested: '',
    seen: null,
  };
}

export function draftFrom(proposal: Proposal): ProposalDraft {
  const seen = valuesIn(proposal);
  return { proposalId: proposal.id, ...typedFrom(seen), seen };
}

/** The typed form of values; zero is an empty field, because nobody asks for nothing. */
export function typedFrom(values: ProposalValues): Omit<ProposalDraft, 'proposalId' | 'seen'> {
  const { year, title, summary, applicant, kind, themeShares, quarters, budgetLines, requestedCents } = values;
  const { streets, period, intake, language } = values;
  return {
    year,
    title,
    summary,
    applicant,
    kind,
    shares: themeShares.map(({ theme, percent }) => ({ theme, percent: String(percent) })),
    quarters,
    quartersTyped: quarters.join(', '),
    ...{ streets, intake, language: language ?? '', from: period?.from ?? '', until: period?.until ?? '' },
    lines: budgetLines.map(({ id, label, amountCents }) => ({ id, label, amount: typedCents(amountCents) })),
    requested: typedCents(requestedCents),
  };
}

const typedCents = (cents: Cents): string => (cents === 0 ? '' : amountText(cents));

export function valuesIn(proposal: ProposalValues): ProposalValues {
  const { year, title, summary, applicant, kind, themeShares, quarters, budgetLines, requestedCents } = proposal;
  const { streets, period, intake, language = null } = proposal;
  return {
    ...{ year, title, summary, applicant, kind, themeShares, quarters, streets, period, intake, language },
    ...{ budgetLines, requestedCents },
  };
}

/** What would be saved now. An amount that cannot be read counts as nothing; `amountProblems` says so before it is sent. */
export function valuesOf(draft: ProposalDraft): ProposalValues {
  return {
    year: draft.year,
    title: draft.title.trim(),
    summary: draft.summary.trim(),
    applicant: draft.applicant.trim(),
    kind: draft.kind,
    themeShares: draft.shares
      .map(({ theme, percent }) => ({ theme, percent: percentIn(percent) ?? 0 }))
      .filter(({ percent }) => percent > 0),
    quarters: draft.quarters,
    streets: draft.streets.trim(),
    period: periodOf(draft),
    intake: draft.intake,
    language: draft.language === '' ? null : draft.language,
    budgetLines: draft.lines
      .filter(({ label, amount }) => label.trim() !== '' || amount.trim() !== '')
      .map(({ id, label, amount }) => ({ id, label: label.trim(), amountCents: centsIn(amount) })),
    requestedCents: centsIn(draft.requested),
  };
}

/** A day that is missing is the other one: many plans take one day. */
function periodOf({ from, until }: Pick<ProposalDraft, 'from' | 'until'>): Period | null {
  if (from === '' && until === '') return null;
  return { from: from === '' ? until : from, until: until === '' ? from : until };
}

function centsIn(typed: string): Cents {
  const parsed = parseAmount(typed);
  return parsed.ok ? parsed.cents : 0;
}

export function percentIn(typed: string): number | undefined {
  const bare = typed.replace(/[\s%]/g, '');
  if (bare === '') return 0;
  return /^\d{1,3}$/.test(bare) && Number(bare) <= 100 ? Number(bare) : undefined;
}

export const linesCents = (draft: ProposalDraft): Cents =>
  addCents(valuesOf(draft).budgetLines.map(({ amountCents }) => amountCents));

/** Below zero when more than 100 % was given away. */
export const percentLeft = (shares: readonly TypedShare[]): number =>
  100 - shares.reduce((sum, { percent }) => sum + (percentIn(percent) ?? 0), 0);

/** Ticking shares evenly as long as nobody typed a share; after that a new theme gets what is left. */
export function toggledTheme(shares: readonly TypedShare[], theme: number): readonly TypedShare[] {
  const even = isEven(shares);
  if (shares.some((share) => share.theme === theme)) {
    const rest = shares.filter((share) => share.theme !== theme);
    return even ? evenShares(rest) : rest;
  }
  const left = Math.max(0, percentLeft(shares));
  const added = [...shares, { theme, percent: String(left) }];
  return even ? evenShares(added) : added;
}

export function evenShares(shares: readonly TypedShare[]): readonly TypedShare[] {
  if (shares.length === 0) return shares;
  const parts = splitCents(
    100,
    shares.map(() => 1),
  );
  return shares.map(({ theme }, n) => ({ theme, percent: String(parts[n] ?? 0) }));
}

export function isEven(shares: readonly TypedShare[]): boolean {
  return evenShares(shares).every(({ percent }, n) => percent === shares[n]?.percent);
}

/** Ids of fields, so that a summary or a checklist can lead to them. */
export const formFields = {
  title: 'naam',
  summary: 'plan',
  applicant: 'aanvrager',
  themes: 'themas',
  lines: 'begroting',
  requested: 'gevraagd',
  until: 'laatste-dag',
} as const;
export const lineAmountId = (id: string): string => `bedrag-${id}`;
export const shareId = (theme: number): string => `deel-${theme}`;

const fieldOfMissing: Readonly<Record<Missing, string>> = {
  title: formFields.title,
  summary: formFields.summary,
  applicant: formFields.applicant,
  themes: formFields.themes,
  themes_not_100: formFields.themes,
  amount: formFields.requested,
  lines_differ: formFields.requested,
};

export interface MissingField {
  readonly missing: Missing;
  readonly fieldId: string;
}

/** What still blocks submitting, with the field where it is mended. */
export function missingIn(draft: ProposalDraft): readonly MissingField[] {
  return missingForSubmit(valuesOf(draft)).map((missing) => ({ missing, fieldId: fieldOfMissing[missing] }));
}

/** What cannot be read at all: blocks saving too, because it would be lost. */
export function typingProblems(draft: ProposalDraft): readonly FieldError[] {
  const { errors } = nlProposalForm;
  const problems: FieldError[] = draft.shares
    .filter(({ percent }) => percentIn(percent) === undefined)
    .map(({ theme }) => ({ fieldId: shareId(theme), sentence: errors.share }));
  for (const [index, { id, amount }] of draft.lines.entries()) {
    const sentence = unreadable(amount);
    if (sentence !== undefined)
      problems.push({ fieldId: lineAmountId(id), sentence: errors.lineAmount(sentence, index + 1) });
  }
  const period = periodOf(draft);
  if (period !== null && period.until < period.from)
    problems.push({ fieldId: formFields.until, sentence: nlBelongings.period.error });
  const requested = unreadable(draft.requested);
  if (requested !== undefined) problems.push({ fieldId: formFields.requested, sentence: requested });
  return problems;
}

function unreadable(typed: string): string | undefined {
  if (typed.trim() === '') return undefined;
  const parsed = parseAmount(typed);
  return parsed.ok ? undefined : amountSentence(parsed.code);
}

/** A concept needs a name to be found again; the rest may be open. */
export function draftProblems(draft: ProposalDraft): readonly FieldError[] {
  const noTitle = draft.title.trim() === '';
  const title = noTitle ? [{ fieldId: formFields.title, sentence: nlProposalForm.checklist.missing.title }] : [];
  return [...title, ...typingProblems(draft)];
}

/** For submitting: everything that is missing, one sentence a field. */
export function submitProblems(draft: ProposalDraft): readonly FieldError[] {
  const typing = typingProblems(draft);
  const taken = new Set(typing.map(({ fieldId }) => fieldId));
  const missing = missingIn(draft)
    .filter(({ fieldId }) => !taken.has(fieldId))
    .map(({ missing: what, fieldId }) => ({ fieldId, sentence: nlProposalForm.checklist.missing[what] }));
  return [...missing, ...typing];
}

export function createArgs(draft: ProposalDraft): CommandArgs<'proposal.create'> {
  const { proposalId, repeatOfId } = draft;
  return { proposalId, ...valuesOf(draft), ...(repeatOfId === undefined ? {} : { repeatOfId }) };
}

/** What was asked before, to be asked again: everything but the days. */
export function repeatOf(earlier: Proposal, proposalId: string, year: number, newLineId: () => string): ProposalDraft {
  const typed = typedFrom(valuesIn(earlier));
  const lines = typed.lines.map((line) => ({ ...line, id: newLineId() }));
  return {
    ...typed,
    lines,
    proposalId,
    year,
    from: '',
    until: '',
    intake: 'own',
    language: 'nl',
    repeatOfId: earlier.id,
    seen: null,
  };
}
