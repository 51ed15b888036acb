import { expect, test } from 'vitest';
import { evaluationCells, evaluationPercents, evaluationTotals } from '../../tests/evaluation.ts';
import { tableOf, themeCells, themeTable } from './themeTable.ts';

const project = (
  district: string,
  year: number,
  themeShares: readonly (readonly [number, number])[],
  awardedCents = 100,
) => ({
  ...{ district, year, awardedCents },
  themeShares: themeShares.map(([theme, percent]) => ({ theme, percent })),
});

test("[S18] the evaluation's counts give its table, totals and percentages", () => {
  const projects = evaluationCells.flatMap(({ district, year, theme, count }) =>
    Array.from({ length: count }, () => project(district, year, [[theme, 100]])),
  );
  const table = themeTable(projects, [1, 2, 3, 4, 5, 6, 7]);
  expect(table.rows.map(({ cents: _, ...cell }) => cell)).toEqual(evaluationCells);
  expect(Object.values(table.totals['2014'] ?? {})).toEqual(evaluationTotals[2014]);
  expect(Object.values(table.totals['2016'] ?? {})).toEqual(evaluationTotals[2016]);
  expect(Object.values(table.percent)).toEqual(evaluationPercents);
});

test('[D26] a project counts under its largest share, of equal ones the first named; its euros go by share', () => {
  const projects = [
    project(
      'Oost',
      2014,
      [
        [6, 30],
        [7, 70],
      ],
      101,
    ),
    project(
      'Oost',
      2014,
      [
        [7, 50],
        [6, 50],
      ],
      1,
    ),
    project('Oost', 2014, [[9, 100]], 7), // a theme of the wijk itself
    project('Oost', 2014, [], 50),
  ];
  const { rows, totals, totalCents, percent } = themeTable(projects, [6, 7]);
  expect(rows).toEqual([
    { district: 'Oost', year: 2014, theme: 6, count: 0, cents: 30 },
    { district: 'Oost', year: 2014, theme: 7, count: 2, cents: 72 },
    { district: 'Oost', year: 2014, theme: 9, count: 1, cents: 7 },
  ]);
  expect(totals).toEqual({ 2014: { 6: 0, 7: 2, 9: 1 }, all: { 6: 0, 7: 2, 9: 1 } });
  expect(totalCents['all']).toEqual({ 6: 30, 7: 72, 9: 7 });
  expect(percent).toEqual({ 6: 0, 7: 67, 9: 33 });
});

test('without projects there is nothing to show', () => {
  expect(themeTable([], [1, 2])).toEqual({ rows: [], totals: {}, totalCents: {}, percent: {}, percentOfCents: {} });
});

test('[S18] cells of several bodies give the same table as their projects together', () => {
  const bodies = [
    [
      project('Oost', 2014, [[6, 100]]),
      project(
        'Oost',
        2016,
        [
          [6, 60],
          [7, 40],
        ],
        101,
      ),
    ],
    [
      project(
        'Oost',
        2014,
        [
          [7, 50],
          [6, 50],
        ],
        33,
      ),
      project('West', 2014, [[1, 100]]),
    ],
  ];
  const cells = bodies.flatMap((projects) => themeCells(projects));
  expect(tableOf(cells, [1, 6, 7])).toEqual(themeTable(bodies.flat(), [1, 6, 7]));
  expect(tableOf(cells, []).totals['all']).toEqual({ 1: 1, 6: 2, 7: 1 });
});
