import { expect, test } from 'vitest';
import type { Member, Presence, Recusal, Role } from '../../../domain/rows.ts';
import { attendersOf, seatOf, seatsInOrder, takenUnderOf } from './people-model.ts';

const member = (id: string, role: Role, active = true): Member => ({ id, role, active, proposalIds: [] });
const presence = (personId: string, state: Presence['state']): Presence => ({
  id: `m:${personId}`,
  meetingId: 'm',
  personId,
  state,
  at: '2026-11-24T18:34:00Z',
});
const recusal = (personId: string, recused: boolean): Recusal => ({
  id: `i:${personId}`,
  meetingId: 'm',
  itemId: 'i',
  personId,
  recused,
  reason: 'organiseert mee',
});
const names = { chair: 'Vera', secretary: 'Sjoerd', treasurer: 'Paul', first: 'Ans', second: 'Bram', auditor: 'Koos' };
const persons = Object.entries(names).map(([id, name]) => ({ id, name }));
const members = [
  member('second', 'member'),
  member('auditor', 'auditor'),
  member('first', 'member'),
  member('treasurer', 'treasurer'),
  member('secretary', 'secretary'),
  member('chair', 'chair'),
  member('gone', 'member', false),
];
const table = (presences: readonly Presence[], recusals: readonly Recusal[] = []) =>
  attendersOf({ members, persons, presences, marks: [], recusals });

test('only active members who vote sit at the table, the board first, then by name', () => {
  expect(table([]).map(({ personId }) => personId)).toEqual(['chair', 'secretary', 'treasurer', 'first', 'second']);
});

test('who does not take part is off, also when present; who was not noted is away', () => {
  const seats = table(
    [presence('chair', 'present'), presence('secretary', 'present'), presence('treasurer', 'excused')],
    [recusal('secretary', true), recusal('chair', false)],
  );
  expect(seats.map(seatOf)).toEqual(['in', 'off', 'away', 'away', 'away']);
  expect(seatsInOrder(seats)).toEqual(['in', 'off', 'away', 'away', 'away']);
});

test('[D2] a decision is taken under exactly what the screen shows', () => {
  const seats = table(
    [presence('chair', 'present'), presence('first', 'present'), presence('second', 'absent')],
    [recusal('first', true), recusal('second', false)],
  );
  const votes = { forCount: 1, againstCount: 0, abstainedCount: 0 };
  expect(takenUnderOf(seats, { votes })).toEqual({ presentIds: ['chair', 'first'], recusedIds: ['first'], votes });
});
