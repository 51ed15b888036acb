// /verantwoording/jaren?van=2023&tot=2026: the table of the evaluation for the years that somebody chooses (S18).
import { useMemo } from 'preact/hooks';
import { decidedProjects, themeCells } from '../../../domain/themeTable.ts';
import { useMe, useRowsFound } from '../../data.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { themeName } from '../../nl/themes.ts';
import { BackLink } from '../../parts/button.tsx';
import { Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useLocation } from '../../router.tsx';
import { forCommittee } from './for-committee.tsx';
import { NewnessYearsCard } from './newness-years.tsx';
import { askedRange, ThemeYearsCards, themeYears, YearChoice } from './theme-years.tsx';
import { homeHref, sourceHref } from './use-insight.ts';

const words = nlAccountability.yearsTable;

export const YearsScreen = forCommittee(YearsOfCommittee);

function YearsOfCommittee() {
  const { query, route } = useLocation();
  const { committee } = useMe();
  const proposals = useRowsFound('proposal');
  const budgetYears = useRowsFound('budgetYear');
  const cells = useMemo(() => themeCells(decidedProjects(proposals.value, committee)), [proposals.value, committee]);
  if (!proposals.loaded || !budgetYears.loaded) return null;
  const known = [...new Set(cells.map(({ year }) => year))].sort((a, b) => a - b);
  const [first, last] = [known[0], known.at(-1)];
  const head = (
    <Stack gap={2}>
      <BackLink href="/verantwoording">{words.back}</BackLink>
      <PageHead title={words.title} lead={words.lead} />
    </Stack>
  );
  if (first === undefined || last === undefined) {
    return (
      <>
        {head}
        <Empty title={words.none.title}>{words.none.text}</Empty>
      </>
    );
  }
  const range = askedRange(query, [first, last]);
  const [from, to] = range;
  const newestFirst = budgetYears.value
    .filter(({ year }) => year >= from && year <= to)
    .sort((a, b) => b.year - a.year);
  const nameOf = (number: number): string =>
    themeName(newestFirst.find((one) => one.themes.some((theme) => theme.number === number))?.themes, number);
  const numbers = newestFirst.flatMap(({ themes }) => themes.map(({ number }) => number));
  return (
    <>
      {head}
      <Stack gap={5}>
        <YearChoice {...{ range, known }} onRange={(chosen) => route(hrefOf(chosen), true)} />
        <ThemeYearsCards
          data={themeYears(cells, numbers, nameOf, range)}
          name={committee?.name ?? ''}
          hrefOf={(year, theme) => sourceHref(year, 'thema', theme)}
        />
        <NewnessYearsCard proposals={proposals.value} years={known.filter((year) => year >= from && year <= to)} />
        <p class="bk-small bk-soft">
          <a href={homeHref(to)}>{nlAccountability.title(to)}</a>
        </p>
      </Stack>
    </>
  );
}

const hrefOf = ([from, to]: readonly [number, number]): string => `/verantwoording/jaren?van=${from}&tot=${to}`;
