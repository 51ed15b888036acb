// The address says which part of the kas is open, so that the back button works and a figure can lead to its lines.
import type { LedgerAccount } from '../../../domain/rows.ts';

export const moneyParts = ['beoordelen', 'betalen', 'klaar', 'begroting', 'grootboek'] as const;
export type MoneyPart = (typeof moneyParts)[number];

export const partHref = (part: MoneyPart): string => (part === 'beoordelen' ? '/kas' : `/kas?deel=${part}`);
export const judgeHref = (claimId: string): string => `/kas/declaratie/${claimId}`;

export function linesHref(filter: {
  readonly account?: LedgerAccount | undefined;
  readonly proposalId?: string | undefined;
}): string {
  const query = new URLSearchParams({ deel: 'grootboek' });
  if (filter.account !== undefined) query.set('rekening', filter.account);
  if (filter.proposalId !== undefined) query.set('aanvraag', filter.proposalId);
  return `/kas?${query}`;
}
