import { expect, test } from 'vitest';
import { decidedWorld, itemId, meetingId, round1 } from '../../tests/domain/committee.ts';
import { people } from '../../tests/domain/world.ts';
import { checkDecision } from './decisionFlags.ts';
import type { Presence, Recusal } from './rows.ts';

const decision = decidedWorld().get('decision', round1); // chair, secretary and treasurer were there, nobody abstained
const presence = (personId: string, state: Presence['state'], of = meetingId): Presence => ({
  ...{ id: `${of}:${personId}`, meetingId: of, personId, state, at: '2026-03-10T19:00:00.000Z' },
});
const recusal = (personId: string, recused = true, of = itemId): Recusal => ({
  ...{ id: `${of}:${personId}`, meetingId, itemId: of, personId, recused, reason: '' },
});
const there = [people.chair, people.secretary, people.treasurer].map((id) => presence(id, 'present'));

test('[D2] rows that say the same raise nothing', () => {
  expect(checkDecision(decision, there, [])).toEqual({
    flags: [],
    presentOnlyInRows: [],
    presentOnlyInDecision: [],
    recusedOnlyInRows: [],
    recusedOnlyInDecision: [],
  });
  expect(checkDecision(decision, [], [recusal(people.chair, false)]).flags).toEqual([]); // no presence row says nothing
});

test('[D2] somebody who is in the rows only, or left since', () => {
  const rows = [...there.slice(0, 2), presence(people.treasurer, 'absent'), presence(people.member, 'present')];
  expect(checkDecision(decision, rows, [])).toMatchObject({
    flags: ['presence_differs'],
    presentOnlyInRows: [people.member],
    presentOnlyInDecision: [people.treasurer],
  });
  expect(checkDecision(decision, [presence(people.member, 'present', 'other')], []).flags).toEqual([]);
});

test('[D2] a recusal that the decision does not know, or the rows do not', () => {
  expect(checkDecision(decision, there, [recusal(people.chair), recusal(people.member, true, 'other')])).toMatchObject({
    flags: ['recusal_differs'],
    recusedOnlyInRows: [people.chair],
  });
  const taken = { ...decision, takenUnder: { ...decision.takenUnder, recusedIds: [people.member] } };
  expect(checkDecision(taken, there, []).recusedOnlyInDecision).toEqual([people.member]);
});

test('flags that were raised when it was recorded come first', () => {
  expect(checkDecision({ ...decision, flags: ['no_quorum'] }, [], [recusal(people.chair)]).flags).toEqual([
    'no_quorum',
    'recusal_differs',
  ]);
});
