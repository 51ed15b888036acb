// The account as tables: projects with what they brought in figures, themes, quarters and the ledger of the year. No story:
// these go to anybody, and what was told may name people until the committee published it.

import type { Group } from '../../../domain/insight/projects.ts';
import type { Told } from '../../../domain/insight/results.ts';
import { yearReport } from '../../../domain/yearReport.ts';
import type { Sheet } from '../../../files/sheets.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { nlOutcome } from '../../nl/outcome.ts';
import { nlProposals, titleOr } from '../../nl/proposals.ts';
import { themeName } from '../../nl/themes.ts';
import { nlVolunteers } from '../../nl/volunteers.ts';
import { nlYear } from '../../nl/year.ts';
import { sumOf } from './sources.ts';
import { barsOf } from './theme-card.tsx';
import { paidPerProposal, type YearInsight } from './use-insight.ts';

const words = nlAccountability.sheets;
const column = (title: string, width = 14) => ({ title, width });

export function sheetsOf(data: YearInsight): readonly Sheet[] {
  const more = data.moreYears.length === 0 ? [] : [moreYearsSheet(data)];
  return [projectSheet(data), themeSheet(data), quarterSheet(data), ...more, moneySheet(data), volunteerSheet(data)];
}

function projectSheet({ insight, budgetYear }: YearInsight): Sheet {
  const { results, paid } = insight;
  const [visitors, hours] = [countsOf(results.visitors), countsOf(results.hours)];
  const nicer = answerOf(results.nicer, nlOutcome.nicer);
  const withoutBudget = answerOf(results.withoutBudget, nlOutcome.withoutBudget);
  return {
    name: words.projects,
    columns: [
      ...[column(words.number, 10), column(words.title, 40), column(words.kind, 18), column(words.state, 18)],
      ...[column(words.themes, 50), column(words.quarters, 30), column(words.requested), column(words.awarded)],
      ...[column(words.paid), column(words.submittedOn), column(words.visitors), column(words.hours)],
      ...[column(words.nicer, 24), column(words.withoutBudget, 24)],
    ],
    rows: insight.projects.map((one) => [
      ...[one.number, titleOr(one.title), nlAccountability.figures.kind[one.kind], nlProposals.states[one.state]],
      one.themeShares.map(({ theme, percent }) => `${themeName(budgetYear?.themes, theme)} ${percent} %`).join(', '),
      one.quarters.join(', '),
      ...[{ cents: one.requestedCents }, { cents: one.awardedCents }, { cents: paid.get(one.id) ?? 0 }],
      one.submittedOn === null ? null : { date: one.submittedOn },
      ...[visitors.get(one.id) ?? null, hours.get(one.id) ?? null, nicer(one.id), withoutBudget(one.id)],
    ]),
  };
}

const countsOf = (all: readonly Told[]): ReadonlyMap<string, number> =>
  new Map(all.map(({ proposalId, count }) => [proposalId, count]));

function answerOf<K extends string>(groups: readonly Group<K>[], labels: Readonly<Record<K, string>>) {
  const byId = new Map(groups.flatMap(({ key, ids }) => ids.map((id) => [id, labels[key]] as const)));
  return (id: string): string => byId.get(id) ?? '';
}

/** Each with the year of its own in which this is: what it cost and drew in it. */
export function moreYearsSheet({ moreYears, lines }: Pick<YearInsight, 'moreYears' | 'lines'>): Sheet {
  const paid = paidPerProposal(lines);
  return {
    name: words.moreYears,
    columns: [
      ...[column(words.title, 40), column(words.from, 10), column(words.until, 14)],
      ...[column(words.paidInYear, 20), column(words.visitors)],
    ],
    rows: moreYears.map(({ proposal: { id, title, year: from, untilYear = from }, told }) => [
      ...[titleOr(title), from, untilYear, { cents: paid(id) }, told?.visitors ?? null],
    ]),
  };
}

function themeSheet(data: YearInsight): Sheet {
  return {
    name: words.byTheme,
    columns: [column(words.number, 10), column(words.theme, 45), column(words.count), column(words.awarded)],
    rows: [...barsOf(data)]
      .sort((a, b) => a.theme - b.theme)
      .map(({ theme, name, count, cents }) => [theme, name, count, { cents }]),
  };
}

function quarterSheet({ insight }: YearInsight): Sheet {
  return {
    name: words.byQuarter,
    columns: [column(words.quarter, 30), column(words.count), column(words.awarded), column(words.residents)],
    rows: insight.quarters.map(({ key, ids, cents, residents }) => [
      key === '' ? nlAccountability.quarters.none : key,
      ids.length,
      { cents },
      residents,
    ]),
  };
}

function moneySheet({ lines }: YearInsight): Sheet {
  const { came, went, stands } = yearReport(lines);
  const part = (title: string, figures: typeof came) =>
    figures.map(([figure, cents]) => [title, nlYear.report.figures[figure], { cents }] as const);
  const { report } = nlYear;
  return {
    name: words.money,
    columns: [column('', 20), column(words.what, 40), column(words.amount)],
    rows: [...part(report.came, came), ...part(report.went, went), ...part(report.stands, stands)],
  };
}

function volunteerSheet({ volunteers, insight }: YearInsight): Sheet {
  const { ownHours, familiarity, thanksCents, agreedCents } = volunteers;
  return {
    name: words.volunteers,
    columns: [column(words.what, 40), column(words.quantity)],
    rows: [
      [nlAccountability.figures.ownHours, ownHours],
      [nlOutcome.facts.hours, sumOf(insight.results.hours)],
      [nlVolunteers.thanks.title, { cents: thanksCents }],
      [words.agreed, { cents: agreedCents }],
      [words.asked, familiarity?.asked ?? null],
      [nlAccountability.figures.familiarity, familiarity?.knew ?? null],
    ],
  };
}
