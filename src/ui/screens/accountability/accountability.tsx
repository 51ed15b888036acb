// /verantwoording: the account of a year, which built itself from what was done.
import { useMe } from '../../data.ts';
import { CircleAlert, Info, Presentation, Printer } from '../../icons.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Columns, Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { useLocation } from '../../router.tsx';
import { YearPick } from '../../year-choice.tsx';
import { ExportsCard } from './exports-card.tsx';
import { FiguresCard } from './figures-card.tsx';
import { forCommittee } from './for-committee.tsx';
import { MissingCard } from './missing-card.tsx';
import { MoreYearsCard } from './more-years.tsx';
import { ProudCard } from './proud-card.tsx';
import { QuartersCard } from './quarters-card.tsx';
import { ThemeCard } from './theme-card.tsx';
import { homeHref, sourceHref, useAskedYear, useInsight, type YearInsight } from './use-insight.ts';

export const AccountabilityScreen = forCommittee(AccountabilityOfCommittee);

function AccountabilityOfCommittee() {
  const { query } = useLocation();
  const data = useInsight(useAskedYear(query));
  return data === undefined ? null : <Account data={data} />;
}

function Account({ data }: { readonly data: YearInsight }) {
  const { year, years, insight } = data;
  const { route } = useLocation();
  return (
    <>
      <PageHead
        title={nlAccountability.title(year)}
        kicker={insight.fromLists ? undefined : nlAccountability.before(year)}
        actions={
          insight.projects.length > 0 &&
          !insight.fromLists && (
            <div class="bk-row bk-gap-2">
              <LinkButton kind="primary" icon={Presentation} href={`/presentatie/${year}`}>
                {nlAccountability.present}
              </LinkButton>
              <LinkButton icon={Printer} href={`/print/verantwoording/${year}`}>
                {nlAccountability.print}
              </LinkButton>
            </div>
          )
        }
      />
      <Stack gap={5}>
        <YearPick
          years={[...new Set([...years, year])].sort((a, b) => b - a)}
          value={year}
          onValue={(chosen) => route(homeHref(chosen), true)}
        />
        {insight.projects.length === 0 ? (
          <Nothing year={year} />
        ) : insight.fromLists ? (
          <OfBefore data={data} />
        ) : (
          <Whole data={data} />
        )}
        <MoreYearsCard data={data} />
      </Stack>
    </>
  );
}

function Sum({ data: { insight, year } }: { readonly data: YearInsight }) {
  return (
    <p class="bk-strong">
      <a href={sourceHref(year, 'alles')}>{nlAccountability.summary(insight.projects.length, insight.awardedCents)}</a>
    </p>
  );
}

/** A year from the city's lists: what is not known of it is not shown as nothing. */
function OfBefore({ data }: { readonly data: YearInsight }) {
  return (
    <Stack gap={5}>
      <Sum data={data} />
      <Note icon={Info}>{nlAccountability.fromLists}</Note>
      <Columns kind="side">
        <ThemeCard data={data} />
        <ExportsCard data={data} />
      </Columns>
    </Stack>
  );
}

function Whole({ data }: { readonly data: YearInsight }) {
  const { insight } = data;
  return (
    <Stack gap={5}>
      <div class="bk-stack bk-gap-1">
        <Sum data={data} />
        <p class="bk-soft">
          {insight.paid.size === 0 ? (
            nlAccountability.paid(insight.paidCents)
          ) : (
            <a href={sourceHref(data.year, 'betaald')}>{nlAccountability.paid(insight.paidCents)}</a>
          )}
          {insight.refusedIds.length > 0 && (
            <>
              {' '}
              <a href={sourceHref(data.year, 'afgewezen')}>{nlAccountability.refused(insight.refusedIds.length)}</a>
            </>
          )}
        </p>
        <p>
          <a href={`/kas/jaar?jaar=${String(data.year)}`}>{nlAccountability.allMoney}</a>
        </p>
      </div>
      {!insight.fitsLedger && (
        <Note tone="bad" icon={CircleAlert}>
          {nlAccountability.unfit}
        </Note>
      )}
      <Columns kind="side">
        <Stack gap={5}>
          <ThemeCard data={data} />
          <QuartersCard data={data} />
          <FiguresCard data={data} />
        </Stack>
        <Stack gap={5}>
          <ProudCard data={data} />
          <ExportsCard data={data} />
          <MissingCard data={data} />
        </Stack>
      </Columns>
    </Stack>
  );
}

function Nothing({ year }: { readonly year: number }) {
  const { committee } = useMe();
  const { none } = nlAccountability;
  return (
    <Empty
      title={none.title(year)}
      action={committee !== undefined && <LinkButton href="/aanvragen">{none.action}</LinkButton>}
    >
      {none.text}
    </Empty>
  );
}
