// The account of one year, live. All that it reckons with is on this phone; nothing is asked from the server.
import { useMemo } from 'preact/hooks';
import { groupBy } from '../../../domain/groupBy.ts';
import { type Insight, insightOf } from '../../../domain/insight/insight.ts';
import { addCents } from '../../../domain/money.ts';
import { type RunningProject, runningIn } from '../../../domain/outcome.ts';
import type { CounterContribution, PublishedOutcome, RowType } from '../../../domain/rows.ts';
import { type VolunteersOfYear, volunteersOfYear } from '../../../domain/wijk.ts';
import { type Seen, useMe, useRowsFound, useToday } from '../../data.ts';

export interface YearInsight {
  readonly year: number;
  readonly insight: Insight;
  readonly budgetYear: Seen<'budgetYear'> | undefined;
  readonly years: readonly number[]; // of this committee, the newest first
  readonly lines: readonly Seen<'ledgerLine'>[];
  readonly proposals: readonly Seen<'proposal'>[];
  readonly moreYears: readonly RunningProject[]; // in this year
  readonly volunteers: VolunteersOfYear;
  readonly published: readonly PublishedOutcome[]; // of all years
  readonly contributions: readonly CounterContribution[];
}

const types = [
  ...(['proposal', 'decision', 'claim', 'receipt', 'payment', 'ledgerLine', 'budgetYear', 'quarter'] as const),
  ...(['counterContribution', 'coFinancing', 'supportSheet', 'supportCount', 'supportIndication', 'outcome'] as const),
  ...(['volunteerHours', 'familiarityCount', 'organisationCost', 'publishedOutcome'] as const),
] as const satisfies readonly RowType[];

/** Undefined while it is being read. */
export function useInsight(asked: number): YearInsight | undefined {
  const { committee } = useMe();
  const today = useToday();
  const found = types.map((type) => useRowsFound(type)); // always the same list, so the hooks keep their order
  const rows = <T extends (typeof types)[number]>(type: T): readonly Seen<T>[] =>
    found[types.indexOf(type)]?.value as never;
  const loaded = found.every((one) => one.loaded);
  return useMemo(() => {
    if (!loaded) return undefined;
    const budgetYears = rows('budgetYear');
    const budgetYear = budgetYears.find(({ year }) => year === asked);
    const proposals = rows('proposal');
    const lines = rows('ledgerLine');
    const outcomes = rows('outcome');
    const moreYears = runningIn(proposals, outcomes, asked);
    const insight = insightOf({
      ...{ year: asked, today, budgetYear, proposals, lines, outcomes },
      ...{ quarterNames: committee?.quarters ?? [], quarters: rows('quarter'), decisions: rows('decision') },
      ...{ claims: rows('claim'), receipts: rows('receipt'), payments: rows('payment') },
      ...{ contributions: rows('counterContribution'), coFinancings: rows('coFinancing') },
      ...{ sheets: rows('supportSheet'), counts: rows('supportCount'), indications: rows('supportIndication') },
    });
    const years = budgetYears.map(({ year }) => year).sort((a, b) => b - a);
    const ofYear = <T extends { readonly year: number }>(all: readonly T[]) => all.filter(({ year }) => year === asked);
    const volunteers = volunteersOfYear(
      {
        ...{ hours: ofYear(rows('volunteerHours')), counts: ofYear(rows('familiarityCount')) },
        costs: ofYear(rows('organisationCost')),
      },
      budgetYear,
    );
    return {
      ...{ year: asked, insight, budgetYear, years, lines: ofYear(lines), proposals, moreYears, volunteers },
      ...{ published: rows('publishedOutcome'), contributions: rows('counterContribution') },
    };
  }, [asked, today, committee, loaded, ...found.map(({ value }) => value)]);
}

/** What was paid for a project by these lines, in cents. */
export function paidPerProposal(lines: YearInsight['lines']): (proposalId: string) => number {
  const paid = groupBy(
    lines.filter(({ account }) => account === 'paid'),
    ({ proposalId }) => proposalId,
  );
  return (proposalId) => addCents((paid.get(proposalId) ?? []).map(({ amountCents }) => amountCents));
}

/** The year in the address (`?jaar=2025`), else the one that screens show. */
export function useAskedYear(query: Readonly<Record<string, string>>): number {
  const { year } = useMe();
  return /^\d{4}$/.test(query['jaar'] ?? '') ? Number(query['jaar']) : year;
}

export const homeHref = (year: number): string => `/verantwoording?jaar=${year}`;
export const sourceHref = (year: number, of: string, key: string | number = ''): string =>
  `/verantwoording/projecten?jaar=${year}&van=${of}&wat=${encodeURIComponent(String(key))}`;
