// /verantwoording/jaren?van=2023&tot=2026: the table of the evaluation for the years that somebody chooses (S18).
import { useMemo, useState } from 'preact/hooks';
import { decidedProjects, type ThemeTable, themeTable } from '../../../domain/themeTable.ts';
import { type Seen, useMe, useRowsFound } from '../../data.ts';
import { CircleAlert, Download } from '../../icons.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { BackLink, Button } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { SelectField } from '../../parts/text-fields.tsx';
import { useLocation } from '../../router.tsx';
import { saveFile } from '../hand-over/save-file.ts';
import { themeName } from './theme-names.ts';
import { homeHref } from './use-insight.ts';
import { yearSheets } from './year-sheets.ts';

const words = nlAccountability.yearsTable;

export interface YearsData {
  readonly from: number;
  readonly to: number;
  readonly table: ThemeTable;
  readonly themes: readonly { readonly number: number; readonly name: string }[];
  readonly years: readonly number[]; // with a project, between from and to
}

export function YearsScreen() {
  const { query } = useLocation();
  const { committee } = useMe();
  const proposals = useRowsFound('proposal');
  const budgetYears = useRowsFound('budgetYear');
  const all = useMemo(() => decidedProjects(proposals.value, committee), [proposals.value, committee]);
  if (!proposals.loaded || !budgetYears.loaded) return null;
  const known = [...new Set(all.map(({ year }) => year))].sort((a, b) => a - b);
  const [first, last] = [known[0], known.at(-1)];
  return (
    <>
      <Stack gap={2}>
        <BackLink href="/verantwoording">{words.back}</BackLink>
        <PageHead title={words.title} lead={words.lead} />
      </Stack>
      {first === undefined || last === undefined ? (
        <Empty title={words.none.title}>{words.none.text}</Empty>
      ) : (
        <Years data={dataOf(all, budgetYears.value, asked(query, first, last))} known={known} />
      )}
    </>
  );
}

const asYear = (text: string | undefined, or: number): number => (/^\d{4}$/.test(text ?? '') ? Number(text) : or);

function asked(query: Readonly<Record<string, string>>, first: number, last: number): readonly [number, number] {
  const [from, to] = [asYear(query['van'], first), asYear(query['tot'], last)];
  return from <= to ? [from, to] : [to, from];
}

function dataOf(
  all: ReturnType<typeof decidedProjects>,
  budgetYears: readonly Seen<'budgetYear'>[],
  [from, to]: readonly [number, number],
): YearsData {
  const inRange = ({ year }: { readonly year: number }): boolean => year >= from && year <= to;
  const newestFirst = budgetYears.filter(inRange).sort((a, b) => b.year - a.year);
  const table = themeTable(
    all.filter(inRange),
    newestFirst.flatMap(({ themes }) => themes.map(({ number }) => number)),
  );
  const themes = Object.keys(table.percent)
    .map(Number)
    .sort((a, b) => a - b)
    .map((number) => ({
      number,
      name: themeName(
        newestFirst.find((one) => one.themes.some((theme) => theme.number === number)),
        number,
      ),
    }));
  const years = Object.keys(table.totals)
    .filter((key) => key !== 'all')
    .map(Number);
  return { from, to, table, themes, years };
}

const hrefOf = (from: number, to: number): string => `/verantwoording/jaren?van=${from}&tot=${to}`;

function Years({ data, known }: { readonly data: YearsData; readonly known: readonly number[] }) {
  const { route } = useLocation();
  const { from, to, years } = data;
  const options = [...new Set([...known, from, to])]
    .sort((a, b) => a - b)
    .map((year) => ({ value: String(year), label: String(year) }));
  return (
    <Stack gap={5}>
      <div class="bk-row bk-gap-3">
        <SelectField
          {...{ id: 'van', label: words.from, options, value: String(from) }}
          onValue={(value) => route(hrefOf(Number(value), Math.max(Number(value), to)), true)}
        />
        <SelectField
          {...{ id: 'tot', label: words.to, options, value: String(to) }}
          onValue={(value) => route(hrefOf(Math.min(from, Number(value)), Number(value)), true)}
        />
      </div>
      {years.length === 0 ? (
        <Empty title={words.none.title}>{words.none.text}</Empty>
      ) : (
        <>
          <Part data={data} of="count" />
          <Part data={data} of="cents" />
          <p class="bk-small bk-soft">{nlAccountability.themes.note}</p>
          <Export data={data} />
        </>
      )}
    </Stack>
  );
}

type Theme = YearsData['themes'][number];

function Part({ data, of }: { readonly data: YearsData; readonly of: 'count' | 'cents' }) {
  const { table, themes, years } = data;
  const totals = of === 'count' ? table.totals : table.totalCents;
  const percent = of === 'count' ? table.percent : table.percentOfCents;
  const value = (key: number | 'all', theme: number): number => totals[key]?.[theme] ?? 0;
  const sum = (key: number | 'all'): number => themes.reduce((all, { number }) => all + value(key, number), 0);
  const shown = (number: number) => (of === 'count' ? number : <MoneyText cents={number} />);
  const many = years.length > 1;
  const together = ({ number }: Theme) => shown(value('all', number));
  const columns: readonly Column<Theme>[] = [
    {
      ...{ id: 'thema', label: nlAccountability.themes.theme, rowHead: true },
      cell: ({ number, name }) => `${number}. ${name}`,
    },
    ...years.map((year) => ({
      ...{ id: String(year), label: String(year), end: true },
      cell: ({ number }: Theme) => {
        const found = shown(value(year, number));
        return value(year, number) === 0 ? (
          found
        ) : (
          <a href={`/verantwoording/projecten?jaar=${year}&van=thema&wat=${number}`}>{found}</a>
        );
      },
    })),
    ...(many ? [{ id: 'samen', label: words.total, end: true, cell: together }] : []),
    { id: 'deel', label: words.share, end: true, cell: ({ number }) => words.percent(percent[number] ?? 0) },
  ];
  const title = words.of[of];
  return (
    <Card labelledBy={`deel-${of}`} gap={3}>
      <h2 id={`deel-${of}`}>{title}</h2>
      <Table
        caption={title}
        rows={themes}
        rowKey={({ number }) => String(number)}
        framed={false}
        columns={columns}
        foot={[words.total, ...years.map((year) => shown(sum(year))), ...(many ? [shown(sum('all'))] : []), '']}
      />
    </Card>
  );
}

function Export({ data }: { readonly data: YearsData }) {
  const { committee } = useMe();
  const [failed, setFailed] = useState(false);
  const save = async (format: 'xlsx' | 'csv') => {
    try {
      const sheets = yearSheets(data);
      const [counts] = sheets;
      const content =
        format === 'xlsx'
          ? await (await import('../../../files/xlsx.ts')).xlsxOf(sheets)
          : (await import('../../../files/csvOut.ts')).csvOf(counts);
      saveFile(new File([content], words.fileName(committee?.name ?? '', data.from, data.to, format)));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <Card labelledBy="meenemen" gap={3}>
      <h2 id="meenemen">{nlAccountability.exports.title}</h2>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button key={format} icon={Download} onClick={() => void save(format)}>
          {nlAccountability.exports[format]}
        </Button>
      ))}
      {failed && (
        <Note tone="bad" icon={CircleAlert}>
          {nlAccountability.exports.failed}
        </Note>
      )}
      <p class="bk-small bk-soft">
        <a href={homeHref(data.to)}>{nlAccountability.title(data.to)}</a>
      </p>
    </Card>
  );
}
