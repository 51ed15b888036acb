// The table of the evaluation for chosen years: themes by year, in counts and in euros, on a screen and for a spreadsheet.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type ThemeRow, type ThemeTable, tableOf } from '../../../domain/themeTable.ts';
import { CircleAlert, Download } from '../../icons.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { Note } from '../../parts/status.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { SelectField } from '../../parts/text-fields.tsx';
import { saveFile } from '../hand-over/save-file.ts';
import { type NamedTheme, yearSheets } from './year-sheets.ts';

const words = nlAccountability.yearsTable;

export interface ThemeYears {
  readonly from: number;
  readonly to: number;
  readonly table: ThemeTable;
  readonly themes: readonly NamedTheme[];
  readonly years: readonly number[]; // with a project, between from and to
}

type Range = readonly [from: number, to: number];

/** `themes`: those that must stand in the table although no project has them. */
export function themeYears(
  cells: readonly ThemeRow[],
  themes: readonly number[],
  nameOf: (theme: number) => string,
  [from, to]: Range,
): ThemeYears {
  const table = tableOf(
    cells.filter(({ year }) => year >= from && year <= to),
    themes,
  );
  const numbers = Object.keys(table.percent).map(Number);
  const years = Object.keys(table.totals)
    .filter((key) => key !== 'all')
    .map(Number);
  return {
    ...{ from, to, table, years },
    themes: numbers.sort((a, b) => a - b).map((number) => ({ number, name: nameOf(number) })),
  };
}

const asYear = (text: string | undefined, or: number): number => (/^\d{4}$/.test(text ?? '') ? Number(text) : or);

/** `?van=2023&tot=2026`, in whatever order. */
export function askedRange(query: Readonly<Record<string, string>>, [first, last]: Range): Range {
  const [from, to] = [asYear(query['van'], first), asYear(query['tot'], last)];
  return from <= to ? [from, to] : [to, from];
}

export function YearChoice(props: {
  readonly range: Range;
  readonly known: readonly number[];
  readonly onRange: (range: Range) => void;
}) {
  const [from, to] = props.range;
  const options = [...new Set([...props.known, from, to])]
    .sort((a, b) => a - b)
    .map((year) => ({ value: String(year), label: String(year) }));
  return (
    <div class="bk-beside">
      <SelectField
        {...{ id: 'van', label: words.from, options, value: String(from) }}
        onValue={(value) => props.onRange([Number(value), Math.max(Number(value), to)])}
      />
      <SelectField
        {...{ id: 'tot', label: words.to, options, value: String(to) }}
        onValue={(value) => props.onRange([Math.min(from, Number(value)), Number(value)])}
      />
    </div>
  );
}

export interface ThemeYearsProps {
  readonly data: ThemeYears;
  readonly name: string; // of whose projects they are, for the names of files
  /** Where the projects behind a figure are; without it figures are only read. */
  readonly hrefOf?: (year: number, theme: number) => string;
  readonly children?: ComponentChildren; // between the figures and the export
}

export function ThemeYearsCards({ data, name, hrefOf, children }: ThemeYearsProps) {
  if (data.years.length === 0) return <Empty title={words.none.title}>{words.none.text}</Empty>;
  return (
    <>
      <Part data={data} of="count" hrefOf={hrefOf} />
      <Part data={data} of="cents" hrefOf={hrefOf} />
      {children}
      <p class="bk-small bk-soft bk-prose">{nlAccountability.themes.note}</p>
      <Export data={data} name={name} />
    </>
  );
}

interface PartProps {
  readonly data: ThemeYears;
  readonly of: 'count' | 'cents';
  readonly hrefOf: ThemeYearsProps['hrefOf'];
}

function Part({ data, of, hrefOf }: PartProps) {
  const { table, themes, years } = data;
  const totals = of === 'count' ? table.totals : table.totalCents;
  const percent = of === 'count' ? table.percent : table.percentOfCents;
  const value = (key: number | 'all', theme: number): number => totals[key]?.[theme] ?? 0;
  const sum = (key: number | 'all'): number => themes.reduce((all, { number }) => all + value(key, number), 0);
  const shown = (number: number) => (of === 'count' ? number : <MoneyText cents={number} />);
  const many = years.length > 1;
  const together = ({ number }: NamedTheme) => shown(value('all', number));
  const columns: readonly Column<NamedTheme>[] = [
    {
      ...{ id: 'thema', label: nlAccountability.themes.theme, rowHead: true },
      cell: ({ number, name }) => `${number}. ${name}`,
    },
    ...years.map((year) => ({
      ...{ id: String(year), label: String(year), end: true },
      cell: ({ number }: NamedTheme) => {
        const found = shown(value(year, number));
        return value(year, number) === 0 || hrefOf === undefined ? found : <a href={hrefOf(year, number)}>{found}</a>;
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
        counts={of === 'count'}
        columns={columns}
        foot={[words.total, ...years.map((year) => shown(sum(year))), ...(many ? [shown(sum('all'))] : []), '']}
      />
    </Card>
  );
}

function Export({ data, name }: Pick<ThemeYearsProps, 'data' | 'name'>) {
  const [failed, setFailed] = useState(false);
  const save = async (format: 'xlsx' | 'csv') => {
    try {
      const sheets = yearSheets(data);
      const [counts] = sheets;
      const content =
        format === 'xlsx'
          ? await (await import('../../../files/xlsx.ts')).xlsxOf(sheets)
          : (await import('../../../files/csvOut.ts')).csvOf(counts);
      saveFile(new File([content], words.fileName(name, data.from, data.to, format)));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <Card labelledBy="meenemen" gap={3}>
      <h2 id="meenemen">{nlAccountability.exports.title}</h2>
      <Actions>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button key={format} icon={Download} onClick={() => void save(format)}>
            {nlAccountability.exports[format]}
          </Button>
        ))}
      </Actions>
      {failed && (
        <Note tone="bad" icon={CircleAlert}>
          {nlAccountability.exports.failed}
        </Note>
      )}
    </Card>
  );
}
