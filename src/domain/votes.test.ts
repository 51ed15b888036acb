/** Quorum, recusal and majority together, over every edge that an evening can have: each line is one vote as the room took
 *  it, sent as the command that the phone sends, and what the chair is shown. */
import { describe, expect, test } from 'vitest';
import * as given from '../../tests/domain/committee.ts';
import { people, uid } from '../../tests/domain/world.ts';
import type { CommandArgs } from './commands/index.ts';
import { type DecisionFlag, type DecisionOutcome, decisionId, type QuorumRule, type TieSettled } from './rows.ts';
import { ballotsFit, fitsVotes, tieAsks, voteResult, votesOf } from './votes.ts';

const { chair, secretary, treasurer, member } = people; // four who vote: base 4, needed 3
const outsiders = [people.auditor, people.district_manager, people.initiator, people.stranger];
const four = [chair, secretary, treasurer, member];
const byLot: TieSettled = { rule: 'lot', side: 'for', how: 'De voorzitter trok het lot' };

interface Line {
  readonly when: string;
  readonly present?: readonly string[];
  readonly recused?: readonly string[];
  readonly votes: readonly [number, number, number]; // for, against, abstained
  readonly tie?: TieSettled;
  readonly outcome?: DecisionOutcome;
  readonly rule?: QuorumRule;
  readonly flags: readonly DecisionFlag[];
}

const lines: readonly Line[] = [
  { when: 'everybody is there and in favour', votes: [4, 0, 0], flags: [] },
  { when: 'just more than half are there', present: [chair, secretary, treasurer], votes: [3, 0, 0], flags: [] },
  { when: 'exactly half are there', present: [chair, secretary], votes: [2, 0, 0], flags: ['no_quorum'] },
  { when: 'nobody is there', present: [], votes: [0, 0, 0], flags: ['no_quorum'] },
  {
    when: 'half are there with any number of guests, readers and initiators',
    present: [chair, secretary, ...outsiders],
    votes: [2, 0, 0],
    flags: ['no_quorum'],
  },
  { when: 'a guest voted along', present: [...four, people.auditor], votes: [5, 0, 0], flags: ['votes_do_not_fit'] },
  {
    when: 'one is recused: two of the other three are enough',
    present: [chair, secretary, member],
    recused: [member],
    votes: [2, 0, 0],
    flags: [],
  },
  {
    when: 'the recused one voted all the same',
    present: [chair, secretary, member],
    recused: [member],
    votes: [3, 0, 0],
    flags: ['votes_do_not_fit'],
  },
  { when: 'the chair is recused', recused: [chair], votes: [3, 0, 0], flags: [] },
  {
    when: 'somebody who is not there is recused',
    present: [chair, secretary],
    recused: [member],
    votes: [2, 0, 0],
    flags: [],
  },
  {
    when: 'a guest is "recused": that changes no base',
    present: [chair, secretary],
    recused: [people.auditor],
    votes: [2, 0, 0],
    flags: ['no_quorum'],
  },
  { when: 'all but one are recused', recused: [secretary, treasurer, member], votes: [1, 0, 0], flags: [] },
  { when: 'everybody is recused: nobody may decide', recused: four, votes: [0, 0, 0], flags: ['no_quorum'] },
  { when: 'a majority of one', votes: [2, 1, 1], flags: [] },
  { when: 'one in favour and the rest abstain', votes: [1, 0, 3], flags: [] },
  { when: 'everybody abstains and it is awarded', votes: [0, 0, 4], flags: ['votes_say_otherwise'] },
  { when: 'everybody abstains and it is refused', votes: [0, 0, 4], outcome: 'refused', flags: [] },
  { when: 'everybody abstains and it waits', votes: [0, 0, 4], outcome: 'deferred', flags: [] },
  { when: 'no vote was counted: agreed without one', votes: [0, 0, 0], flags: [] },
  { when: 'not everybody who is there voted', votes: [2, 1, 0], flags: [] },
  { when: 'more votes than people', votes: [4, 1, 0], flags: ['votes_do_not_fit'] },
  { when: 'a majority against and it is awarded', votes: [1, 3, 0], flags: ['votes_say_otherwise'] },
  { when: 'a majority against and it is refused', votes: [1, 3, 0], outcome: 'refused', flags: [] },
  { when: 'a majority against and it waits', votes: [1, 3, 0], outcome: 'deferred', flags: [] },
  {
    when: 'a majority in favour of refusing it',
    votes: [3, 1, 0],
    outcome: 'refused',
    flags: [],
  },
  { when: 'a majority in favour of a part', votes: [3, 1, 0], outcome: 'partly_awarded', flags: [] },
  { when: 'even votes, and nobody wrote down how it ended', votes: [2, 2, 0], flags: ['tie_open'] },
  { when: 'even votes and refused, not written down how', votes: [2, 2, 0], outcome: 'refused', flags: ['tie_open'] },
  { when: 'even votes and it waits', votes: [2, 2, 0], outcome: 'deferred', flags: [] },
  { when: 'even votes with abstentions', votes: [1, 1, 2], flags: ['tie_open'] },
  { when: 'even votes, the lot says yes', votes: [2, 2, 0], tie: byLot, flags: [] },
  {
    when: 'even votes, the lot says no, and it is awarded',
    votes: [2, 2, 0],
    tie: { ...byLot, side: 'against' },
    flags: ['votes_say_otherwise'],
  },
  {
    when: 'even votes, the lot says yes, and it is refused',
    votes: [2, 2, 0],
    tie: byLot,
    outcome: 'refused',
    flags: ['votes_say_otherwise'],
  },
  {
    when: 'even votes, the rule is refusal',
    votes: [2, 2, 0],
    tie: { rule: 'rejected', side: 'against', how: '' },
    outcome: 'refused',
    flags: [],
  },
  {
    when: 'even votes, the chair decides in favour',
    votes: [2, 2, 0],
    tie: { rule: 'chair', side: 'for', how: '' },
    flags: [],
  },
  {
    when: 'even votes, postponed, and awarded all the same',
    votes: [2, 2, 0],
    tie: { rule: 'postponed', side: 'postponed', how: '' },
    flags: ['votes_say_otherwise'],
  },
  {
    when: 'a recusal makes the votes even',
    recused: [member],
    votes: [1, 1, 1],
    outcome: 'deferred',
    flags: [],
  },
  {
    when: 'a fixed number of three is there',
    rule: { kind: 'count', count: 3 },
    present: [chair, secretary, treasurer],
    votes: [3, 0, 0],
    flags: [],
  },
  {
    when: 'a fixed number of three, one of them recused',
    rule: { kind: 'count', count: 3 },
    present: [chair, secretary, treasurer],
    recused: [treasurer],
    votes: [2, 0, 0],
    flags: ['no_quorum'],
  },
  {
    when: 'a fixed number above those who may decide',
    rule: { kind: 'count', count: 9 },
    recused: [treasurer],
    votes: [3, 0, 0],
    flags: [],
  },
];

describe('a vote in the room is recorded as it was, and flagged where it stands out', () => {
  test.each(lines.map((line) => [line.when, line] as const))('%s', (_, line) => {
    const world = given.openWorld();
    if (line.rule !== undefined) {
      const seen = { quorum: { kind: 'more_than_half' } } as const;
      world.ok('chair', 'committee.change', { fields: { quorum: line.rule }, seen });
    }
    const [forCount, againstCount, abstainedCount] = line.votes;
    const outcome = line.outcome ?? 'awarded';
    world.ok('secretary', 'decision.record', {
      ...given.decision,
      outcome,
      awardedCents: { awarded: 45_000, partly_awarded: 20_000, refused: 0, deferred: 0 }[outcome],
      reason: 'Zo besloten',
      takenUnder: {
        presentIds: line.present ?? four,
        recusedIds: line.recused ?? [],
        votes: { forCount, againstCount, abstainedCount },
        voting: 'hands',
        ...(line.tie === undefined ? {} : { tie: line.tie }),
      },
    });
    expect(world.get('decision', given.round1).flags).toEqual(line.flags);
  });
});

test('somebody leaves between two votes: the first one has a quorum, the second has none', () => {
  const world = given.openWorld();
  const other = uid('second proposal');
  world.ok('member', 'proposal.create', { ...given.draft, proposalId: other });
  world.ok('member', 'proposal.submit', { proposalId: other, submittedOn: '2026-02-01' });
  world.ok('secretary', 'agenda.add', { meetingId: given.meetingId, proposalId: other, title: 'Twee', position: 2 });
  const second = `${given.meetingId}:${other}`;
  const vote = (itemId: string, presentIds: readonly string[]): CommandArgs<'decision.record'> => ({
    ...given.decision,
    itemId,
    takenUnder: {
      presentIds: [...presentIds],
      recusedIds: [],
      votes: { forCount: presentIds.length, againstCount: 0, abstainedCount: 0 },
      voting: 'hands',
    },
  });
  world.ok('secretary', 'decision.record', vote(given.itemId, [chair, secretary, treasurer]));
  world.ok('secretary', 'decision.record', vote(second, [chair, secretary]));
  expect(world.get('decision', given.round1).flags).toEqual([]);
  expect(world.get('decision', decisionId(second, 1)).flags).toEqual(['no_quorum']);
});

test('decisions of phones of before do not say what their votes were for, and are not judged by them', () => {
  const world = given.decidedWorld({
    outcome: 'refused',
    awardedCents: 0,
    reason: 'Past niet',
    takenUnder: { presentIds: four, recusedIds: [], votes: { forCount: 4, againstCount: 0, abstainedCount: 0 } },
  });
  expect(world.get('decision', given.round1).flags).toEqual([]);
});

describe('a tie', () => {
  test.each([
    ['chair', true, 'chair'],
    ['chair', false, 'postponed'], // recused, or not there: nobody decides in the chair's place
    ['lot', true, 'lot'],
    ['lot', false, 'lot'],
    ['rejected', true, 'against'],
    ['postponed', false, 'postponed'],
  ] as const)('with the rule %s and the chair deciding along %s asks for %s', (rule, along, asks) => {
    expect(tieAsks(rule, along)).toBe(asks);
  });

  test('what settled it counts only when the votes are even', () => {
    const votes = (forCount: number, againstCount: number) => ({
      votes: { forCount, againstCount, abstainedCount: 0 },
    });
    expect(voteResult({ ...votes(2, 2), tie: byLot })).toBe('for');
    expect(voteResult(votes(2, 2))).toBe('tied');
    expect(voteResult({ ...votes(1, 2), tie: byLot })).toBe('against');
    expect(voteResult(votes(0, 0))).toBe('none');
    expect(fitsVotes('awarded', { ...votes(2, 2), tie: byLot })).toBe(true);
  });

  test('two secretaries who wrote down another lot did not write the same decision', () => {
    const even = { ...given.takenUnder, votes: { forCount: 1, againstCount: 1, abstainedCount: 1 } };
    const world = given.decidedWorld({ takenUnder: { ...even, tie: byLot } });
    const other = { ...given.decision, takenUnder: { ...even, tie: { ...byLot, side: 'against' as const } } };
    expect(world.send('chair', 'decision.record', other)).toMatchObject({ code: 'already_decided' });
    const equal = { ...given.decision, takenUnder: { ...even, tie: { ...byLot, how: 'Het lot' } } };
    expect(world.ok('chair', 'decision.record', equal)).toEqual([]);
  });
});

describe('votes by name', () => {
  const ballots = [
    { personId: chair, vote: 'for' },
    { personId: secretary, vote: 'against' },
    { personId: member, vote: 'abstained' },
  ] as const;
  const votes = { forCount: 1, againstCount: 1, abstainedCount: 1 };
  const taken = { presentIds: four, recusedIds: [], votes, voting: 'by_name', ballots } as const;

  test('are counted', () => expect(votesOf(ballots)).toEqual(votes));
  test.each([
    ['fit', taken, true],
    ['do not fit the numbers', { ...taken, votes: { ...votes, forCount: 2 } }, false],
    ['hold one of somebody who is not there', { ...taken, presentIds: [chair, secretary] }, false],
    ['hold one of somebody who is recused', { ...taken, recusedIds: [member] }, false],
    ['are not there', { presentIds: four, recusedIds: [], votes }, true],
  ])('%s', (_, one, fits) => expect(ballotsFit(one)).toBe(fits));

  test('a secret vote never carries names, and nobody votes twice', () => {
    const world = given.openWorld();
    const send = (change: object) =>
      world.send('secretary', 'decision.record', { ...given.decision, takenUnder: { ...taken, ...change } });
    expect(send({ voting: 'paper' })).toMatchObject({ code: 'malformed' });
    expect(send({ ballots: [ballots[0], ballots[0]] })).toMatchObject({ code: 'malformed' });
    expect(send({ votes: { ...votes, forCount: 2 }, tie: byLot })).toMatchObject({ code: 'malformed' });
  });
});
