// The table of the evaluation for a spreadsheet: one line a district, year and theme, as `admin theme-table` prints it.
import type { ThemeTable } from '../../../domain/themeTable.ts';
import type { Sheet } from '../../../files/sheets.ts';
import { nlAccountability } from '../../nl/accountability.ts';

export interface NamedTheme {
  readonly number: number;
  readonly name: string;
}

const words = nlAccountability.yearsTable;

export function yearSheets({
  table,
  themes,
}: {
  readonly table: ThemeTable;
  readonly themes: readonly NamedTheme[];
}): readonly [Sheet, Sheet] {
  const nameOf = (theme: number): string => themes.find(({ number }) => number === theme)?.name ?? '';
  const line = [
    ...[
      { title: words.district, width: 20 },
      { title: words.year, width: 8 },
      { title: words.number, width: 8 },
    ],
    ...[
      { title: nlAccountability.themes.theme, width: 45 },
      { title: nlAccountability.themes.count, width: 12 },
    ],
    { title: nlAccountability.sheets.awarded, width: 14 },
  ];
  const share = [
    ...[
      { title: words.number, width: 8 },
      { title: nlAccountability.themes.theme, width: 45 },
    ],
    ...[
      { title: nlAccountability.themes.count, width: 12 },
      { title: words.shareOf.count, width: 16 },
    ],
    ...[
      { title: nlAccountability.sheets.awarded, width: 14 },
      { title: words.shareOf.cents, width: 16 },
    ],
  ];
  return [
    {
      name: words.sheet,
      columns: line,
      rows: table.rows.map(({ district, year, theme, count, cents }) => [
        ...[district, year, theme, nameOf(theme), count, { cents }],
      ]),
    },
    {
      name: words.total,
      columns: share,
      rows: themes.map(({ number, name }) => [
        ...[number, name, table.totals['all']?.[number] ?? 0, table.percent[number] ?? 0],
        ...[{ cents: table.totalCents['all']?.[number] ?? 0 }, table.percentOfCents[number] ?? 0],
      ]),
    },
  ];
}
