// A line of the plan as it is typed, and what it says when it is sent.
import { parseAmount } from '../../../domain/money.ts';
import type { PlannedLine } from '../../../domain/plan/plan.ts';
import type { PlanEdit, ThemeShare } from '../../../domain/rows.ts';
import { euroTyped } from '../../format.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlPlan } from '../../nl/plan.ts';
import type { FieldError } from '../../parts/error-summary.tsx';

const { form: words } = nlPlan;
export const amountFields = ['low', 'expected', 'high'] as const;

export interface LineDraft {
  readonly key: string;
  readonly title: string;
  /** A theme's number, '' for none, or `as_proposal` for the shares that the line came with. */
  readonly theme: string;
  readonly low: string;
  readonly expected: string;
  readonly high: string;
  /** What the author had before him when he began. */
  readonly seen: PlanEdit | null;
}

export const asProposal = 'as_proposal';

export function draftOf(key: string, line: PlannedLine | undefined): LineDraft {
  if (line === undefined) return { key, title: '', theme: '', low: '', expected: '', high: '', seen: null };
  return {
    ...{ key, title: line.title, theme: themeOf(line.themeShares), seen: line.edit },
    low: euroTyped(line.lowCents),
    expected: euroTyped(line.expectedCents),
    high: euroTyped(line.highCents),
  };
}

function themeOf(shares: readonly ThemeShare[]): string {
  if (shares.length > 1) return asProposal;
  return shares[0] === undefined ? '' : String(shares[0].theme);
}

export type Typed =
  | { readonly ok: true; readonly line: PlanEdit }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

export function lineTyped(draft: LineDraft, shares: readonly ThemeShare[]): Typed {
  const errors: FieldError[] = [];
  const cents = (fieldId: (typeof amountFields)[number]): number => {
    const parsed = parseAmount(draft[fieldId]);
    if (parsed.ok) return parsed.cents;
    errors.push({ fieldId, sentence: amountSentence(parsed.code) });
    return 0;
  };
  if (draft.title.trim() === '') errors.push({ fieldId: 'title', sentence: words.titleMissing });
  const [lowCents, expectedCents, highCents] = [cents('low'), cents('expected'), cents('high')];
  const inOrder = lowCents <= expectedCents && expectedCents <= highCents;
  if (errors.length === 0 && !inOrder) errors.push({ fieldId: 'expected', sentence: words.order });
  if (errors.length > 0) return { ok: false, errors };
  const one = draft.theme === '' ? [] : [{ theme: Number(draft.theme), percent: 100 }];
  const themeShares = draft.theme === asProposal ? shares : one;
  return {
    ok: true,
    line: { title: draft.title.trim(), themeShares, lowCents, expectedCents, highCents, leftOut: false },
  };
}

/** A line as it stands, as what people make of it: to leave it out or take it back without typing anything. */
export function editOf(line: PlannedLine, leftOut: boolean): PlanEdit {
  const { title, themeShares, lowCents, expectedCents, highCents } = line;
  return { title, themeShares, lowCents, expectedCents, highCents, leftOut };
}
