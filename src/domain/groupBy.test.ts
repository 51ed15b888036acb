import { expect, test } from 'vitest';
import { groupBy } from './groupBy.ts';

test('rows stand under their key, in the order in which they came, and so do the keys', () => {
  const rows = [
    { of: 'b', n: 1 },
    { of: null, n: 2 },
    { of: 'a', n: 3 },
    { of: 'b', n: 4 },
  ];
  const groups = groupBy(rows, ({ of }) => of);
  expect([...groups].map(([key, own]) => [key, own.map(({ n }) => n)])).toEqual([
    ['b', [1, 4]],
    [null, [2]],
    ['a', [3]],
  ]);
  expect(groups.get('c')).toBeUndefined();
});
