// The account as tables: projects, themes, quarters and the ledger of the year.

import { yearReport } from '../../../domain/yearReport.ts';
import type { Sheet } from '../../../files/sheets.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { nlProposals, titleOr } from '../../nl/proposals.ts';
import { themeName } from '../../nl/themes.ts';
import { nlYear } from '../../nl/year.ts';
import { barsOf } from './theme-card.tsx';
import { paidPerProposal, type YearInsight } from './use-insight.ts';

const words = nlAccountability.sheets;
const column = (title: string, width = 14) => ({ title, width });

export function sheetsOf(data: YearInsight): readonly Sheet[] {
  return [projectSheet(data), themeSheet(data), quarterSheet(data), moneySheet(data)];
}

function projectSheet({ insight, lines, budgetYear }: YearInsight): Sheet {
  const paid = paidPerProposal(lines);
  return {
    name: words.projects,
    columns: [
      ...[column(words.number, 10), column(words.title, 40), column(words.kind, 18), column(words.state, 18)],
      ...[column(words.themes, 50), column(words.quarters, 30), column(words.requested), column(words.awarded)],
      ...[column(words.paid), column(words.submittedOn)],
    ],
    rows: insight.projects.map((one) => [
      ...[one.number, titleOr(one.title), nlAccountability.figures.kind[one.kind], nlProposals.states[one.state]],
      one.themeShares.map(({ theme, percent }) => `${themeName(budgetYear?.themes, theme)} ${percent} %`).join(', '),
      one.quarters.join(', '),
      ...[{ cents: one.requestedCents }, { cents: one.awardedCents }, { cents: paid(one.id) }],
      one.submittedOn === null ? null : { date: one.submittedOn },
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
