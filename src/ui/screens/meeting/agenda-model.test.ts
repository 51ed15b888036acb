import { describe, expect, test } from 'vitest';
import type { AgendaItem, Decision, Proposal } from '../../../domain/rows.ts';
import { agendaOf, nextEntry, nextRound, standingOf } from './agenda-model.ts';

const item = (id: string, position: number, more: Partial<AgendaItem> = {}): AgendaItem => ({
  id,
  meetingId: 'm',
  proposalId: `p-${id}`,
  title: id,
  position,
  removed: false,
  ...more,
});
const decision = (itemId: string, round = 1, withdrawn = false): Decision => ({
  id: `${itemId}:${round}`,
  meetingId: 'm',
  itemId,
  proposalId: `p-${itemId}`,
  round,
  outcome: 'awarded',
  awardedCents: 100,
  conditions: [],
  reason: '',
  takenUnder: { presentIds: [], recusedIds: [], votes: { forCount: 0, againstCount: 0, abstainedCount: 0 } },
  decidedOn: '2026-11-24',
  recordedBy: 'x',
  recordedAt: '2026-11-24T19:00:00Z',
  withdrawn,
  published: false,
  flags: [],
});
const none: readonly Proposal[] = [];
const statesOf = (items: readonly AgendaItem[], decisions: readonly Decision[]) =>
  agendaOf(items, none, decisions).map(({ item: { id }, state }) => `${id} ${state}`);

const opening = item('opening', 1, { proposalId: null });
const closing = item('closing', 9, { proposalId: null });

describe('agendaOf', () => {
  test('the first proposal without a decision is at hand; what came before it without one is passed', () => {
    expect(statesOf([closing, item('b', 3), item('a', 2), opening], [])).toEqual([
      'opening passed',
      'a now',
      'b later',
      'closing later',
    ]);
    expect(statesOf([opening, item('a', 2), item('b', 3), closing], [decision('a')])).toEqual([
      'opening passed',
      'a decided',
      'b now',
      'closing later',
    ]);
  });

  test('[D7] a withdrawn decision puts the item back in turn', () => {
    const items = [item('a', 1), item('b', 2)];
    expect(statesOf(items, [decision('a', 1, true), decision('b')])).toEqual(['a now', 'b decided']);
    expect(statesOf(items, [decision('a', 1, true), decision('a', 2), decision('b')])).toEqual([
      'a decided',
      'b decided',
    ]);
  });

  test('when everything is decided, what follows the last decision is at hand', () => {
    expect(statesOf([item('a', 1), closing], [decision('a')])).toEqual(['a decided', 'closing now']);
  });

  test('[D2] a removed item stays visible once something was decided on it', () => {
    const gone = item('a', 1, { removed: true });
    expect(statesOf([gone, item('b', 2)], [])).toEqual(['b now']);
    expect(statesOf([gone, item('b', 2)], [decision('a')])).toEqual(['a decided', 'b now']);
  });

  test('two items with one place stand in the same order on every phone, and are numbered without holes', () => {
    const [x, y] = [item('x', 1), item('y', 1)];
    const numbers = (items: readonly AgendaItem[]) =>
      agendaOf(items, none, []).map(({ item: { id }, number }) => `${number} ${id}`);
    expect(numbers([y, x])).toEqual(['1 x', '2 y']);
    expect(numbers([x, y])).toEqual(['1 x', '2 y']);
  });
});

describe('nextEntry', () => {
  const agenda = (decisions: readonly Decision[]) =>
    agendaOf([opening, item('a', 2), item('b', 3), item('c', 4)], none, decisions);

  test('goes to the next proposal without a decision, and back to a skipped one at the end', () => {
    expect(nextEntry(agenda([decision('a')]), 'a')?.item.id).toBe('b');
    expect(nextEntry(agenda([decision('a'), decision('b')]), 'a')?.item.id).toBe('c');
    expect(nextEntry(agenda([decision('b'), decision('c')]), 'c')?.item.id).toBe('a');
  });

  test('offers none when all is decided, and never the item itself', () => {
    expect(nextEntry(agenda([decision('a'), decision('b'), decision('c')]), 'c')).toBeUndefined();
    expect(nextEntry(agenda([decision('b'), decision('c')]), 'a')).toBeUndefined();
  });
});

test('[D7] the next round is one above the withdrawn ones', () => {
  expect(nextRound([])).toBe(1);
  expect(nextRound([decision('a', 1, true)])).toBe(2);
  expect(nextRound([decision('a', 2, true), decision('a', 1, true)])).toBe(3);
});

test('the decision that stands is the one that was not withdrawn', () => {
  expect(standingOf([decision('a', 1, true)])).toBeUndefined();
  expect(standingOf([decision('a', 1, true), decision('a', 2)])?.round).toBe(2);
});
