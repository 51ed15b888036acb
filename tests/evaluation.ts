/** The table of the evaluation of 2017: projects by district, theme (1-7) and year, and the CSV that a city would load. */
const table = {
  Centrum: ['0/0', '1/10', '8/15', '1/1', '1/10', '22/52', '43/83'],
  Noord: ['2/2', '2/6', '10/4', '8/5', '3/3', '24/41', '52/72'],
  Oost: ['1/1', '11/14', '10/16', '0/2', '5/4', '37/31', '70/75'],
  Zuid: ['2/0', '15/4', '6/13', '1/4', '1/4', '46/35', '90/84'],
  West: ['1/0', '10/8', '2/10', '2/3', '2/0', '37/30', '72/68'],
} as const;

export interface Cell {
  readonly district: string;
  readonly year: number;
  readonly theme: number;
  readonly count: number;
}

export const evaluationCells: readonly Cell[] = Object.entries(table)
  .sort()
  .flatMap(([district, themes]) =>
    [2014, 2016].flatMap((year, at) =>
      themes.map((pair, n) => ({ district, year, theme: n + 1, count: Number(pair.split('/')[at]) })),
    ),
  );

/** As the evaluation prints them under its table. */
export const evaluationTotals = { 2014: [6, 39, 36, 12, 12, 166, 327], 2016: [3, 42, 58, 15, 21, 189, 382] } as const;
export const evaluationPercents = [1, 6, 7, 2, 3, 27, 54] as const;

const names = [
  'arbeidsparticipatie',
  'schone en hele leefomgeving',
  'veiligheidsgevoel',
  'wijkdiensten voor hulpbehoevenden',
  'duurzaam gedrag',
  'leefbaarheid',
  'sociale samenhang',
];

/** Amounts in the ways in which people type them; each is 1,250 euro. */
const amounts = ['1250', '1.250', '€ 1.250,00', '1250,-', '1250.00', '1 250', 'EUR 1.250'];
export const evaluationAmountCents = 125_000;

/** Two committees a district, themes by number and by name. */
export function evaluationCsv(mark = ';', lineEnd = '\r\n'): string {
  const lines = evaluationCells.flatMap(({ district, year, theme, count }) =>
    Array.from({ length: count }, (_, n) => {
      const name = n % 2 === 0 ? String(theme) : (names[theme - 1] ?? '');
      const cells = [`Project ${n}`, amounts[n % amounts.length], name, `${district} ${(n % 2) + 1}`, year, district];
      return cells.map((cell) => `"${cell}"`).join(mark);
    }),
  );
  return `\ufeff${['TITEL', 'Bedrag', 'thema', 'Commissie', 'jaar', 'Stadsdeel'].join(mark)}${lineEnd}${lines.join(lineEnd)}${lineEnd}`;
}
