// /print/verantwoording/:jaar: the account on paper, or as a PDF from the printer's window.
import { groupBy } from '../../../domain/groupBy.ts';
import { accountOf, type YearFigure, yearReport } from '../../../domain/yearReport.ts';
import { useMe, useToday } from '../../data.ts';
import { Printer } from '../../icons.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { nlBarriers } from '../../nl/barriers.ts';
import { nlPrint } from '../../nl/print-decisions.ts';
import { nlProposals, titleOr } from '../../nl/proposals.ts';
import { nlYear } from '../../nl/year.ts';
import { BackLink, Button } from '../../parts/button.tsx';
import { Mark } from '../../parts/mark.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { usePageTitle } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { Table } from '../../parts/table.tsx';
import { useParam } from '../../router.tsx';
import { linesHref } from '../money/hrefs.ts';
import { BarrierList } from '../rules/barrier-list.tsx';
import { figuresOf } from './figures.tsx';
import { forCommittee } from './for-committee.tsx';
import { MoreYears } from './more-years.tsx';
import { QuarterTable } from './quarters-card.tsx';
import { barsOf, ThemeChart } from './theme-card.tsx';
import { homeHref, useInsight, type YearInsight } from './use-insight.ts';

const words = nlAccountability.paper;

export const PrintAccountScreen = forCommittee(PrintAccountOfCommittee, { bare: true });

function PrintAccountOfCommittee() {
  const data = useInsight(Number(useParam('jaar')));
  return data === undefined ? null : <Paper data={data} />;
}

function Paper({ data }: { readonly data: YearInsight }) {
  const { year, insight } = data;
  const { committee } = useMe();
  const today = useToday();
  const title = nlAccountability.title(year);
  const heading = usePageTitle(title);
  return (
    <>
      <header class="bk-noprint bk-paper-tools bk-row bk-between">
        <BackLink href={homeHref(year)}>{words.back}</BackLink>
        <Button kind="primary" icon={Printer} onClick={() => print()}>
          {nlPrint.print}
        </Button>
      </header>
      <main class="bk-paper" id="inhoud" tabIndex={-1}>
        <header class="bk-paper-head">
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {committee !== undefined && <p>{nlPrint.committee(committee.bodyWord, committee.name)}</p>}
          </div>
          <Mark />
        </header>
        <p class="bk-strong">{nlAccountability.summary(insight.projects.length, insight.awardedCents)}</p>
        <p>{nlAccountability.paid(insight.paidCents)}</p>
        <Money data={data} />
        <Projects data={data} />
        {data.moreYears.length > 0 && (
          <section class="bk-stack bk-gap-2">
            <h2>{nlAccountability.moreYears.title}</h2>
            <MoreYears data={data} />
          </section>
        )}
        <section class="bk-stack bk-gap-2">
          <h2>{nlAccountability.themes.title}</h2>
          <ThemeChart bars={barsOf(data)} count={insight.projects.length} cents={insight.awardedCents} />
          <p class="bk-small bk-soft">{nlAccountability.themes.note}</p>
        </section>
        <Barriers data={data} />
        <section class="bk-stack bk-gap-2">
          <h2>{nlAccountability.quarters.title}</h2>
          <QuarterTable groups={insight.quarters} year={year} />
        </section>
        {figuresOf(data).map((group) => (
          <section key={group.title} class="bk-stack bk-gap-1">
            <h2>{group.title}</h2>
            <SummaryList figures rows={group.rows} />
            {group.note !== undefined && <p class="bk-small bk-soft">{group.note}</p>}
          </section>
        ))}
        <Missing data={data} />
        <footer class="bk-paper-foot">{words.made(today)}</footer>
      </main>
    </>
  );
}

function Money({ data: { lines, year } }: { readonly data: YearInsight }) {
  const { came, went, stands, cameCents } = yearReport(lines);
  const { report } = nlYear;
  const rows = (figures: readonly (readonly [YearFigure, number])[]) =>
    figures
      .filter(([, cents], n) => n === 0 || cents !== 0)
      .map(([figure, cents]) => ({
        label: report.figures[figure],
        value:
          cents === 0 ? (
            <MoneyText cents={cents} />
          ) : (
            <a href={`${linesHref({ account: accountOf[figure] })}&jaar=${year}`}>
              <MoneyText cents={cents} />
            </a>
          ),
      }));
  return (
    <section class="bk-stack bk-gap-2">
      <h2>{words.money}</h2>
      <SummaryList
        figures
        rows={[
          ...rows(came),
          { label: report.total, value: <MoneyText cents={cameCents} strong /> },
          ...rows(went),
          ...rows(stands),
        ]}
      />
    </section>
  );
}

function Projects({ data: { insight } }: { readonly data: YearInsight }) {
  const { columns } = words;
  return (
    <div class="bk-stack bk-gap-2">
      <h2>{words.projects}</h2>
      <div class="bk-scroll">
        <Table
          caption={words.projects}
          cards={false}
          framed={false}
          whole
          rows={insight.projects}
          rowKey={({ id }) => id}
          foot={[
            words.total,
            null,
            <MoneyText key="t" cents={insight.awardedCents} />,
            <MoneyText key="p" cents={insight.paidCents} />,
          ]}
          columns={[
            {
              id: 'titel',
              label: columns.title,
              rowHead: true,
              cell: ({ id, title }) => <a href={`/aanvragen/${id}`}>{titleOr(title)}</a>,
            },
            { id: 'stand', label: columns.state, cell: ({ state }) => nlProposals.states[state] },
            {
              ...{ id: 'toegekend', label: columns.awarded, end: true },
              cell: ({ awardedCents }) => <MoneyText cents={awardedCents} />,
            },
            {
              id: 'betaald',
              label: columns.paid,
              end: true,
              cell: ({ id }) => <MoneyText cents={insight.paid.get(id) ?? 0} />,
            },
          ]}
        />
      </div>
    </div>
  );
}

/** Why little goes to some themes: beside the shares, because the city asks so (S21). */
function Barriers({ data: { budgetYear } }: { readonly data: YearInsight }) {
  if ((budgetYear?.barriers ?? []).length === 0) return null;
  return (
    <section class="bk-stack bk-gap-2">
      <h2>{nlBarriers.title}</h2>
      <BarrierList budgetYear={budgetYear} />
    </section>
  );
}

function Missing({ data: { insight } }: { readonly data: YearInsight }) {
  const { missing, projects } = insight;
  if (missing.length === 0) return null;
  const ofProject = groupBy(missing, ({ proposalId }) => proposalId);
  return (
    <section class="bk-stack bk-gap-2">
      <h2>{words.missing}</h2>
      <ul class="bk-prose">
        {projects
          .filter(({ id }) => ofProject.has(id))
          .map(({ id, title }) => (
            <li key={id}>
              <b>{titleOr(title)}</b>:{' '}
              {(ofProject.get(id) ?? [])
                .map(({ lack, count, by }) => nlAccountability.missing.lack(lack, count, by))
                .join('; ')}
            </li>
          ))}
      </ul>
    </section>
  );
}
