import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quorumOf, votesFit, votingMemberIds } from './quorum.ts';
import type { Member, QuorumRule } from './rows.ts';

const half: QuorumRule = { kind: 'more_than_half' };
const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `p${n}`);
const quorum = (base: number, present: number, recused = 0, rule: QuorumRule = half) =>
  quorumOf({ rule, votingIds: ids(base), presentIds: ids(present), recusedIds: ids(base).slice(base - recused) });

describe('more than half of the members who need not abstain (the idea of art. 29 Gemeentewet)', () => {
  test.each([
    // members, there, abstain, base, needed, reached
    [5, 3, 0, 5, 3, true],
    [5, 2, 0, 5, 3, false],
    [4, 2, 0, 4, 3, false], // half is not more than half
    [4, 3, 0, 4, 3, true],
    [5, 2, 2, 3, 2, true], // two abstain: two of the other three are enough
    [4, 2, 1, 3, 2, true],
    [1, 1, 0, 1, 1, true],
    [1, 0, 0, 1, 1, false],
    [0, 0, 0, 0, 1, false],
    [3, 3, 3, 0, 1, false], // everybody abstains: nobody may decide
  ])(
    '%i members, %i there, %i abstain: base %i, needed %i, reached %s',
    (members, there, recused, base, needed, reached) => {
      expect(quorum(members, there, recused)).toMatchObject({
        baseCount: base,
        neededCount: needed,
        reached,
        recusedCount: recused,
      });
    },
  );
});

describe('a fixed number', () => {
  test.each([
    [7, 4, 0, 4, 4, true],
    [7, 3, 0, 4, 4, false],
    [5, 3, 2, 4, 3, true], // never more than may decide
    [3, 0, 0, 1, 1, false],
  ])(
    '%i members, %i there, %i abstain, number %i: needed %i, reached %s',
    (members, there, recused, count, needed, reached) => {
      const result = quorum(members, there, recused, { kind: 'count', count });
      expect(result).toMatchObject({ neededCount: needed, reached, missingCount: Math.max(0, needed - there) });
    },
  );
});

test('who abstains does not count as present; guests, readers and doubles count nowhere', () => {
  const result = quorumOf({
    rule: half,
    votingIds: ['a', 'b', 'c', 'd'],
    presentIds: ['a', 'a', 'b', 'guest', 'd'],
    recusedIds: ['d', 'd', 'guest'],
  });
  expect(result).toEqual({
    baseCount: 3,
    neededCount: 2,
    presentCount: 2,
    missingCount: 0,
    recusedCount: 1,
    reached: true,
  });
  expect(votesFit(result, { forCount: 1, againstCount: 0, abstainedCount: 1 })).toBe(true);
  expect(votesFit(result, { forCount: 1, againstCount: 1, abstainedCount: 1 })).toBe(false);
});

test('another person there never undoes a quorum, and a recusal never asks for more people', () => {
  const people = fc.subarray([...ids(9)]);
  fc.assert(
    fc.property(people, people, people, fc.constantFrom(...ids(9)), (votingIds, presentIds, recusedIds, extra) => {
      const before = quorumOf({ rule: half, votingIds, presentIds, recusedIds });
      const more = quorumOf({ rule: half, votingIds, presentIds: [...presentIds, extra], recusedIds });
      if (before.reached) expect(more.reached).toBe(true);
      const recused = quorumOf({ rule: half, votingIds, presentIds, recusedIds: [...recusedIds, extra] });
      expect(recused.neededCount).toBeLessThanOrEqual(before.neededCount);
      expect(before.reached).toBe(before.presentCount >= before.neededCount);
    }),
  );
});

test('only active members with a voting role decide', () => {
  const roles = ['chair', 'secretary', 'treasurer', 'member', 'auditor', 'district_manager', 'initiator'] as const;
  const members: readonly Member[] = [
    ...roles.map((role) => ({ id: role, role, proposalIds: [], active: true })),
    { id: 'gone', role: 'member', proposalIds: [], active: false },
  ];
  expect(votingMemberIds(members)).toEqual(['chair', 'secretary', 'treasurer', 'member']);
});
