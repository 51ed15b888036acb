import { expect, test } from 'vitest';
import { duplicatesOf } from './duplicates.ts';
import type { ProposalState } from './rows.ts';

const proposal = (
  id: string,
  title: string,
  applicant: string,
  quarter: string,
  state: ProposalState = 'submitted',
) => ({
  ...{ id, year: 2026, title, applicant, quarters: [quarter], state },
});
const party = proposal('a', 'Buurtfeest op het Klosplein', 'Speeltuinvereniging Klosplein', 'Klosplein');
const alikeWith = (other: ReturnType<typeof proposal>) => duplicatesOf(party, [other])[0]?.alike;

test('a like title is enough, whatever its case, accents, signs and small words', () => {
  expect(alikeWith(proposal('b', 'BUURTFEEST Klosplein!', 'Wie anders', 'Bleekveld'))).toEqual(['title']);
  const cafe = proposal('c', 'Café ’t Hoekje', '', '');
  expect(duplicatesOf(cafe, [proposal('d', 'cafe t hoekje', '', 'Klosplein')])).toHaveLength(1);
});

test('the same applicant in the same quarter is enough; one of the two is not', () => {
  const other = proposal('b', 'Nieuwe schommel', 'speeltuinvereniging  klosplein', 'Klosplein');
  expect(alikeWith(other)).toEqual(['applicant', 'quarter']);
  expect(alikeWith({ ...other, quarters: ['Bleekveld'] })).toBeUndefined();
  expect(alikeWith({ ...other, applicant: 'Iemand anders' })).toBeUndefined();
});

test('nothing is like itself, another year, or what was withdrawn or merged; two empty titles are not alike', () => {
  expect(
    duplicatesOf(party, [party, { ...party, id: 'b', year: 2025 }, { ...party, id: 'c', state: 'withdrawn' }]),
  ).toEqual([]);
  const empty = proposal('x', '', '', 'Klosplein');
  expect(duplicatesOf(empty, [proposal('y', 'de het een', '', 'Klosplein')])).toEqual([]);
});

test('the most alike comes first', () => {
  const two = [proposal('b', 'Klosplein buurtfeest', '', 'Ver'), { ...party, id: 'c' }];
  expect(duplicatesOf(party, two).map(({ proposal: { id } }) => id)).toEqual(['c', 'b']);
});
