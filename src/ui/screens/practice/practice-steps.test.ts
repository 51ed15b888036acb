import { expect, test } from 'vitest';
import { type Done, stepsDone } from './practice-steps.ts';

const start: Done = {
  ...{ meetings: [{ state: 'planned' }], presences: [], marks: [], recusals: [], decisions: [] },
  ...{ members: Array.from({ length: 6 }, () => ({ active: true })), items: [{ id: 'a' }, { id: 'b' }] },
};
const done = (more: Partial<Done>) => [...stepsDone({ ...start, ...more })];
const present = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ personId: String(n), state: 'present' as const }));

test('each step is ticked off by what was done, and by nothing else', () => {
  expect(done({})).toEqual([]);
  expect(done({ meetings: [{ state: 'open' }], presences: present(3) })).toEqual(['open', 'present']);
  expect(done({ presences: present(4) })).toEqual(['present', 'quorum']);
  expect(done({ recusals: [{ recused: false }] })).toEqual([]);
  expect(done({ recusals: [{ recused: true }] })).toEqual(['recuse']);
});

test('a decision that was undone is decided again before all items are done', () => {
  const undone = [
    { itemId: 'a', withdrawn: true },
    { itemId: 'b', withdrawn: false },
  ];
  expect(done({ decisions: undone })).toEqual(['decide', 'undo']);
  expect(done({ decisions: [...undone, { itemId: 'a', withdrawn: false }] })).toEqual(['decide', 'undo', 'all']);
  expect(done({ meetings: [{ state: 'closed' }] })).toEqual(['open', 'list']);
});
