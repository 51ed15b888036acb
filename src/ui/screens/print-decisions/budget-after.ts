// The year's money as it was right after this meeting: what was booked later does not change an old list.
import { yearSummary } from '../../../domain/budget.ts';
import { yearOf } from '../../../domain/dates.ts';
import type { Cents, LedgerLine, Meeting } from '../../../domain/rows.ts';
import { useRows } from '../../data.ts';
import { nl } from '../../nl/index.ts';
import { nlPrint } from '../../nl/print-decisions.ts';

export interface BudgetRow {
  readonly label: string;
  readonly cents: Cents;
}

export interface BudgetRows {
  /** Budget, awarded, what is saved or for own costs if anything is, free; the last one is the sum line. Empty when nothing was given for this year by then. */
  readonly rows: readonly BudgetRow[];
  /** A part of it is not confirmed by the server yet (D8). */
  readonly pending: boolean;
}

export function useBudgetRows(meeting: Meeting): BudgetRows {
  const year = yearOf(meeting.plannedOn);
  const lines = useRows('ledgerLine', 'year', year).filter(({ bookedOn }) => bookedOn <= meeting.plannedOn);
  return { rows: budgetRows(lines, year), pending: lines.some(({ pending }) => pending) };
}

export function budgetRows(lines: readonly LedgerLine[], year: number): readonly BudgetRow[] {
  const { grantCents, cameCents, awardedCents, paidCents, advanceCents, freeCents } = yearSummary(lines);
  if (grantCents === 0) return [];
  const { budget } = nlPrint;
  const toProjectsCents = awardedCents + paidCents + advanceCents;
  const apartCents = cameCents - toProjectsCents - freeCents;
  return [
    { label: budget.total(year), cents: cameCents },
    { label: budget.awarded, cents: toProjectsCents },
    ...(apartCents === 0 ? [] : [{ label: nl.budget.apart, cents: apartCents }]),
    { label: budget.free, cents: freeCents },
  ];
}
