// One field of a proposal as people read it: in the comparison of two values and in the history.
import type { ComponentChildren } from 'preact';
import type { Period, Theme } from '../../../domain/rows.ts';
import { euro } from '../../format.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { nlProposalForm, type ProposalField } from '../../nl/proposal-form.ts';
import { themeName } from '../../nl/themes.ts';
import type { ProposalValues } from './proposal-draft.ts';

export function valueText(
  field: ProposalField,
  values: Partial<ProposalValues>,
  themes: readonly Theme[],
): ComponentChildren {
  const text = textOf(field, values, themes);
  return text === '' ? nlProposalForm.conflict.empty : text;
}

function textOf(field: ProposalField, values: Partial<ProposalValues>, themes: readonly Theme[]): string {
  switch (field) {
    case 'title':
    case 'summary':
    case 'applicant':
    case 'streets':
      return values[field] ?? '';
    case 'year':
      return String(values.year ?? '');
    case 'kind':
      return values.kind === undefined ? '' : nlProposalForm.kinds[values.kind].label;
    case 'quarters':
      return (values.quarters ?? []).join(', ');
    case 'period':
      return periodText(values.period ?? null);
    case 'intake':
      return values.intake === undefined ? '' : nlBelongings.intakes[values.intake].label;
    case 'language':
      return values.language == null ? '' : nlBelongings.languages[values.language];
    case 'requestedCents':
      return euro(values.requestedCents ?? 0);
    case 'themeShares':
      return sharesText(values.themeShares ?? [], themes);
    case 'budgetLines':
      return (values.budgetLines ?? []).map(({ label, amountCents }) => `${label} ${euro(amountCents)}`).join(', ');
  }
}

export const periodText = (period: Period | null): string =>
  period === null ? '' : nlBelongings.period.text(period.from, period.until);

export function sharesText(shares: ProposalValues['themeShares'], themes: readonly Theme[]): string {
  return shares.map(({ theme, percent }) => `${themeName(themes, theme)} ${percent}\u00a0%`).join(', ');
}
