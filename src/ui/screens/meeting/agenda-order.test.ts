import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movesFor, placesFor } from './agenda-order.ts';

const order = ['a', 'b', 'c', 'd'].map((id, n) => ({ id, position: n + 1 }));

test('an item goes one place up or down with one command, and not past the ends', () => {
  expect(movesFor(order, 'c', -1)).toEqual([{ itemId: 'c', position: 1.5 }]);
  expect(movesFor(order, 'b', -1)).toEqual([{ itemId: 'b', position: 0 }]);
  expect(movesFor(order, 'c', 1)).toEqual([{ itemId: 'c', position: 5 }]);
  expect(movesFor(order, 'a', -1)).toEqual([]);
  expect(movesFor(order, 'd', 1)).toEqual([]);
  expect(movesFor(order, 'x', 1)).toEqual([]);
});

test('whatever places the rows have, also equal ones, the order afterwards is the one that was asked', () => {
  const places = fc.array(fc.constantFrom(1, 2, 2.5), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(places, fc.nat(5), fc.constantFrom<1 | -1>(1, -1), (positions, at, by) => {
      const sorted = (items: readonly { readonly id: string; readonly position: number }[]) =>
        [...items].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
      const start = sorted(positions.map((position, n) => ({ id: `i${n}`, position })));
      const from = at % start.length;
      const item = start[from];
      if (item === undefined || start[from + by] === undefined) return;
      const moves = movesFor(start, item.id, by);
      const end = sorted(
        start.map((one) => ({
          ...one,
          position: moves.find(({ itemId }) => itemId === one.id)?.position ?? one.position,
        })),
      ).map(({ id }) => id);
      const wanted = start.map(({ id }) => id).filter((id) => id !== item.id);
      wanted.splice(from + by, 0, item.id);
      expect(end).toEqual(wanted);
    }),
  );
});

test('new items come before the item that closes the evening, in their order', () => {
  const places = placesFor(order, 3, true);
  expect(places).toEqual([3.25, 3.5, 3.75]);
  expect(placesFor(order, 2, false)).toEqual([5, 6]);
  expect(placesFor([], 2, false)).toEqual([1, 2]);
});
