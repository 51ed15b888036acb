import { describe, expect, test } from 'vitest';
import { emptyPlan, heldProblems, moved, planFields, planProblems, timeFrom, toggled, withAll } from './plan-draft.ts';

let count = 0;
const newId = () => {
  count += 1;
  return `id-${count}`;
};
const titles = (items: readonly { readonly title: string }[]) => items.map(({ title }) => title);
const proposal = (id: string) => ({ id, title: `Plan ${id}` });

test('a ticked proposal comes before the closing item, and goes away when it is unticked', () => {
  const { items } = emptyPlan(newId);
  const two = toggled(toggled(items, proposal('a')), proposal('b'));
  expect(titles(two)).toEqual(['Opening', 'Plan a', 'Plan b', 'Rondvraag en sluiting']);
  expect(titles(toggled(two, proposal('a')))).toEqual(['Opening', 'Plan b', 'Rondvraag en sluiting']);
});

test('an item moves one place and stays at the ends', () => {
  const items = toggled(toggled([], proposal('a')), proposal('b'));
  expect(titles(moved(items, 'b', -1))).toEqual(['Plan b', 'Plan a']);
  expect(moved(items, 'a', -1)).toBe(items);
  expect(moved(items, 'b', 1)).toBe(items);
});

test.each([
  ['19.30', '19:30'],
  ['19:30', '19:30'],
  ['1930', '19:30'],
  ['930', '09:30'],
  ['20u15', '20:15'],
  ['20 uur', '20:00'],
  ['19.30 uur', '19:30'],
  ['20', '20:00'],
  ['24.00', undefined],
  ['19.60', undefined],
  ['half acht', undefined],
  ['', undefined],
])('the time %j is read as %j', (typed, expected) => {
  expect(timeFrom(typed)).toBe(expected);
});

test('what is missing is told in the order of the fields', () => {
  const empty = { title: ' ', place: '', plannedOn: '', startTime: 'straks' };
  expect(planProblems(empty, '2026-11-24').map(({ fieldId }) => fieldId)).toEqual([
    planFields.date,
    planFields.time,
    planFields.place,
    planFields.title,
  ]);
});

test('a new meeting is today or later; changing an old one may keep its day', () => {
  const plan = { title: 'Vergadering', place: 'De Schering', plannedOn: '2026-11-23', startTime: '19.30' };
  expect(planProblems(plan, '2026-11-24').map(({ fieldId }) => fieldId)).toEqual([planFields.date]);
  expect(planProblems(plan, undefined)).toEqual([]);
  expect(planProblems({ ...plan, plannedOn: '2026-11-24' }, '2026-11-24')).toEqual([]);
  expect(planProblems({ ...plan, plannedOn: '2026-02-30' }, undefined).length).toBe(1);
});

describe('a meeting that was held already', () => {
  const held = {
    ...emptyPlan(() => 'id'),
    ...{ place: 'School', plannedOn: '2026-03-10', afterwards: true, endTime: '0.20' },
  };
  test('has a day that has gone by and an end, also after midnight', () => {
    expect(heldProblems(held, '2026-03-12')).toEqual([]);
    expect(heldProblems(held, '2026-03-10')).toEqual([]); // earlier today
    expect(heldProblems({ ...held, endTime: 'laat' }, '2026-03-12').map(({ fieldId }) => fieldId)).toEqual([
      'eindtijd',
    ]);
    expect(heldProblems(held, '2026-03-09').map(({ fieldId }) => fieldId)).toEqual(['dag']);
  });
});

test('everything that is ready comes in one go, before the closing item, and nothing twice', () => {
  const { items } = emptyPlan(() => 'x');
  const ready = ['a', 'b', 'c'].map((id) => ({ id, title: id }));
  const picked = toggled(items, { id: 'b', title: 'b' });
  expect(withAll(picked, ready).map(({ title }) => title)).toEqual(['Opening', 'b', 'a', 'c', 'Rondvraag en sluiting']);
});
