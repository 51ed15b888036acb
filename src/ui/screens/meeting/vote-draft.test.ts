import { expect, test } from 'vitest';
import type { MeetingRules } from '../../../domain/rows.ts';
import { defaultMeetingRules } from '../../../domain/votes.ts';
import { emptyDraft } from './decision-draft.ts';
import type { Attender } from './people-model.ts';
import { notVotedYet, voteTaken, withAllFor, withBallots, withLotByHand, withLotDrawn } from './vote-draft.ts';

const at = '2026-03-10T18:30:00.000Z';
const seat = (personId: string, role: Attender['role'], here = true, recused = false): Attender => ({
  ...{ personId, name: personId, role, stays: [] },
  presence: { id: personId, meetingId: 'm', personId, state: here ? 'present' : 'absent', at },
  recusal: recused ? { id: personId, meetingId: 'm', itemId: 'i', personId, recused, reason: '' } : undefined,
});
const table = [seat('annie', 'chair'), seat('bas', 'secretary'), seat('cor', 'member', false), seat('dina', 'member')];
const draft = emptyDraft(45_000);
const rules = (change: Partial<MeetingRules> = {}): MeetingRules => ({ ...defaultMeetingRules, ...change });
const even = { ...draft, votes: { for: 1, against: 1, abstain: 0 } };

test('all in favour by hands, by name where the committee votes so: one tap, the same numbers', () => {
  const votes = { forCount: 3, againstCount: 0, abstainedCount: 0 };
  expect(voteTaken(withAllFor(draft, table, rules()), table, rules())).toEqual({ votes, voting: 'hands' });
  const byName = rules({ votesByName: true });
  expect(voteTaken(withAllFor(draft, table, byName), table, byName)).toEqual({
    votes,
    voting: 'by_name',
    ballots: ['annie', 'bas', 'dina'].map((personId) => ({ personId, vote: 'for' })),
  });
});

test('who has not voted yet, and whose vote no longer counts because he left or takes no part', () => {
  const asked = withBallots({ ...draft, voting: 'by_name' }, { annie: 'for', cor: 'against', dina: 'abstained' });
  expect(notVotedYet(asked, table).map(({ name }) => name)).toEqual(['bas']);
  const recused = [seat('annie', 'chair', true, true), ...table.slice(1)];
  expect(voteTaken(asked, recused, rules())).toMatchObject({
    votes: { forCount: 0, againstCount: 0, abstainedCount: 1 },
    ballots: [{ personId: 'dina', vote: 'abstained' }],
  });
});

test('a secret vote carries no names, also when names were typed before', () => {
  const paper = { ...withBallots(even, { annie: 'for' }), voting: 'paper' as const };
  expect(voteTaken(paper, table, rules())).not.toHaveProperty('ballots');
});

test('a tie carries what the rule says', () => {
  expect(voteTaken(even, table, rules()).tie).toEqual({ rule: 'postponed', side: 'postponed', how: '' });
  expect(voteTaken(even, table, rules({ tieRule: 'rejected' })).tie).toMatchObject({ side: 'against' });
  expect(voteTaken(even, table, rules({ tieRule: 'lot' })).tie).toBeUndefined(); // nobody drew yet
  const drawn = { ...even, tie: { side: 'for' as const, how: ' Bas trok ' } };
  expect(voteTaken(drawn, table, rules({ tieRule: 'lot' })).tie).toEqual({ rule: 'lot', side: 'for', how: 'Bas trok' });
  expect(voteTaken(drawn, table, rules({ tieRule: 'chair' })).tie).toEqual({ rule: 'chair', side: 'for', how: '' });
  const chairAway = [seat('annie', 'chair', false), ...table.slice(1)];
  expect(voteTaken(drawn, chairAway, rules({ tieRule: 'chair' })).tie).toMatchObject({ side: 'postponed' });
  expect(voteTaken({ ...drawn, votes: { for: 2, against: 1, abstain: 0 } }, table, rules()).tie).toBeUndefined();
});

test('this device draws once; whoever draws by hand after that leaves on record what it drew', () => {
  const lot = rules({ tieRule: 'lot' });
  const drawn = withLotDrawn(even, 'for');
  expect(withLotDrawn(drawn, 'against')).toBe(drawn);
  expect(voteTaken(drawn, table, lot).tie).toEqual({ rule: 'lot', side: 'for', how: 'Dit toestel trok het lot: voor' });
  const byHand = withLotByHand(drawn);
  expect(voteTaken(byHand, table, lot).tie).toBeUndefined(); // nobody said where it fell
  expect(withLotDrawn(byHand, 'against')).toBe(byHand);
  const told = { ...byHand, tie: { ...byHand.tie, side: 'against' as const, how: 'Bas trok' } };
  expect(voteTaken(told, table, lot).tie).toEqual({
    ...{ rule: 'lot', side: 'against', how: 'Bas trok. Eerder trok dit toestel: voor' },
  });
});
