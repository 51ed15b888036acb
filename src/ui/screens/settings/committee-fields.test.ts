import { expect, test } from 'vitest';
import type { Committee } from '../../../domain/rows.ts';
import { changeFrom, draftOf, problemsIn } from './committee-fields.ts';

const committee: Committee = {
  id: 'c',
  name: 'Spoelkwartier',
  bodyWord: 'wijkraad',
  city: 'Enschede',
  quorum: { kind: 'count', count: 4 },
  quarters: ['Weversbuurt'],
  foundedOn: '2026-01-02',
};

test('only what differs is sent, with what its author saw', () => {
  const draft = { ...draftOf(committee), name: 'Het Spoelkwartier', quarters: 'Weversbuurt\n\n Ververij \n' };
  expect(changeFrom(draft)).toEqual({
    fields: { name: 'Het Spoelkwartier', quarters: ['Weversbuurt', 'Ververij'] },
    seen: { name: 'Spoelkwartier', quarters: ['Weversbuurt'] },
  });
});

test('a quarter that stands there twice, with a capital or without, is one', () => {
  const typed = { ...draftOf(committee), quarters: 'Weversbuurt\nVerverij\nweversbuurt\nVerverij' };
  expect(changeFrom(typed)?.fields).toEqual({ quarters: ['Weversbuurt', 'Ververij'] });
});

test('an untouched form sends nothing', () => {
  expect(changeFrom(draftOf(committee))).toEqual({ fields: {}, seen: {} });
});

test('a draft that was kept says what stood there when it was opened, not what stands there now', () => {
  const kept = { ...draftOf(committee), city: 'Hengelo' };
  const meanwhile = draftOf({ ...committee, city: 'Almelo' });
  expect(changeFrom(kept)?.seen).toEqual({ city: 'Enschede' });
  expect(changeFrom({ ...meanwhile, city: 'Hengelo' })?.seen).toEqual({ city: 'Almelo' });
});

test('empty names and a quorum without a number are said, each beside its field', () => {
  const draft = { ...draftOf(committee), name: ' ', quorumCount: 'vier' };
  expect(problemsIn(draft).map(({ fieldId }) => fieldId)).toEqual(['name', 'quorumCount']);
  const long = { ...draftOf(committee), quarters: `Ververij\n${'x'.repeat(101)}` };
  expect(problemsIn(long).map(({ fieldId }) => fieldId)).toEqual(['quarters']);
});

test('hiding the figures from other wijken says that they were shown, also by a committee that never said so', () => {
  expect(draftOf(committee).figures).toBe('shown');
  expect(draftOf({ ...committee, showsFigures: false }).figures).toBe('hidden');
  expect(changeFrom({ ...draftOf(committee), figures: 'hidden' })).toEqual({
    fields: { showsFigures: false },
    seen: { showsFigures: true },
  });
});
