import * as v from 'valibot';
import { expect, test } from 'vitest';
import { schemas } from '../domain/commands/index.ts';
import { readQuarters } from './quarters.ts';

const square = [
  [
    [6.89, 52.22],
    [6.9, 52.22],
    [6.900001, 52.220001],
    [6.9, 52.23],
    [6.89, 52.22],
  ],
];
const feature = (properties: object, geometry: object | null) => ({ type: 'Feature', properties, geometry });
const collection = (...features: readonly object[]): string => JSON.stringify({ type: 'FeatureCollection', features });

test('a map gives names, codes, residents and rounded outer rings', () => {
  const quarters = readQuarters(
    collection(
      feature(
        { BU_NAAM: 'Velve', BU_CODE: 'BU01530105', aantal_inwoners: 1240 },
        { type: 'Polygon', coordinates: square },
      ),
      feature({ naam: 'Lasonder' }, { type: 'MultiPolygon', coordinates: [square, square] }),
      feature({ naam: 'velve' }, null),
      feature(
        { naam: 'In meters' },
        {
          type: 'Polygon',
          coordinates: [
            [
              [250000, 470000],
              [250100, 470000],
              [250000, 470100],
            ],
          ],
        },
      ),
    ),
  );
  if (typeof quarters === 'string') throw new Error(quarters);
  expect(quarters.map(({ name, rings }) => [name, rings.length])).toEqual([
    ['velve', 0],
    ['Lasonder', 2],
    ['In meters', 0],
  ]);
  expect(quarters[1]?.rings[0]).toEqual([
    [6.89, 52.22],
    [6.9, 52.22],
    [6.9, 52.23],
    [6.89, 52.22],
  ]);
  expect(v.is(schemas['quarter.add'], { quarters })).toBe(true); // what is read can be sent
});

test('a list gives names, with what else it holds', () => {
  expect(readQuarters('Buurtcode;Buurtnaam;Inwoners\nBU1;Velve;1.240\nBU2; Lasonder ;\nBU3;;5')).toEqual([
    { name: 'Velve', code: 'BU1', residents: 1_240, rings: [] },
    { name: 'Lasonder', code: 'BU2', residents: null, rings: [] },
  ]);
});

test('a ring with many points is thinned until it can travel', () => {
  const ring = Array.from({ length: 5_000 }, (_, n) => [6 + n / 10_000, 52]);
  const quarters = readQuarters(collection(feature({ naam: 'Lang' }, { type: 'Polygon', coordinates: [ring] })));
  expect(v.is(schemas['quarter.add'], { quarters })).toBe(true);
});

test.each([
  ['{"type":', 'not_readable'],
  ['{"type":"Topology"}', 'not_readable'],
  [collection(feature({ x: 1 }, null)), 'no_names'],
  ['a;b\n1;2', 'no_names'],
  ['', 'no_names'],
  [`naam\n${Array.from({ length: 1_001 }, (_, n) => `Buurt ${n}`).join('\n')}`, 'too_many'],
])('what is no list of quarters says why: %s', (text, problem) => {
  expect(readQuarters(text)).toBe(problem);
});
