import { describe, expect, test } from 'vitest';
import * as hall from '../../../tests/domain/hall.ts';
import type { BallotCount, BallotStack, Consultation, OptionVotes, StackContent } from '../rows.ts';
import { type Lot, outcomeOf, type Told } from './outcome.ts';
import { ballotDifference, contentFits, papersOf, sameContent } from './stacks.ts';

const noLot: Lot = { order: [], drawn: false };
const drawn = (...order: number[]): Lot => ({ order, drawn: true });

function announced(change: Partial<Consultation> = {}): Consultation {
  const { consultationId: id, ...rest } = hall.announce;
  return { id, ...rest, state: 'announced', cancelReason: null, ...change };
}
const stack = (number: number, settled: StackContent | null = null): BallotStack => ({
  ...{ id: `c:${number}`, consultationId: 'c', number, settled, settledBy: null, settledReason: null },
});
const count = (number: number, countedBy: string, content: StackContent): BallotCount => ({
  ...{ id: `c:${number}:${countedBy}`, stackId: `c:${number}`, consultationId: 'c', countedBy },
  ...{ countedOn: '2026-05-12', content },
});
const votes = (number: number, forCount: number, againstCount: number, abstainedCount = 0): OptionVotes => ({
  ...{ number, forCount, againstCount, abstainedCount },
});
const tally = (...all: OptionVotes[]): StackContent => ({
  ...{ kind: 'tally', ballotCount: 10, blankCount: 0, invalidCount: 0, votes: all },
});
const twice = (content: StackContent) =>
  papersOf([stack(1)], [count(1, 'a', content), count(1, 'b', content)], [1, 2, 3, 4]);

describe('stacks', () => {
  const [first, second] = [hall.papers, { ...hall.papers, blankCount: 0 }];

  test('one count, two that agree, two that differ, a settled difference', () => {
    const state = (counts: readonly BallotCount[], settled: StackContent | null = null) =>
      papersOf([stack(1, settled)], counts, [1, 2]).stacks.map((one) => one.state)[0];
    expect(state([count(1, 'a', first)])).toBe('one_count');
    expect(state([count(1, 'a', first), count(1, 'b', first)])).toBe('agreed');
    expect(state([count(1, 'a', first), count(1, 'b', second)])).toBe('differs');
    expect(state([count(1, 'a', first), count(1, 'b', second)], second)).toBe('settled');
  });

  test('a stack that was turned over is the same stack, and what differs is found', () => {
    if (first.kind !== 'ballots') throw new Error('typed papers');
    const turned: StackContent = { ...first, ballots: [...first.ballots].reverse().map((one) => [...one].reverse()) };
    expect(sameContent(first, turned)).toBe(true);
    const wrong = [[1, 2], [2], [1], [2]];
    expect(sameContent(first, { ...first, ballots: wrong })).toBe(false);
    expect(ballotDifference(first.ballots, wrong)).toEqual({ onlyA: [[1, 2]], onlyB: [[2]] });
  });

  test('sums tallies and typed papers, and leaves out stacks whose counts differ', () => {
    const numbers = tally(votes(1, 5, 3, 2), votes(2, 1, 9));
    const papers = papersOf(
      [stack(2), stack(1), stack(3)],
      [
        ...[count(1, 'a', first), count(1, 'b', first), count(2, 'a', numbers)],
        ...[count(3, 'a', first), count(3, 'b', second)],
      ],
      [1, 2],
    );
    expect(papers).toMatchObject({ ballotCount: 14, blankCount: 1, secondCountDue: 1, differing: 1, certain: false });
    expect(papers.votes).toEqual([votes(1, 8, 3, 2), votes(2, 4, 9)]);
    expect(papers.everyPaperTyped).toBe(false);
    expect(papers.stacks.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('no plan has more answers than there are papers, no paper more choices than announced', () => {
    expect(contentFits(tally(votes(1, 5, 3, 2)), 0)).toBe(true);
    expect(contentFits(tally(votes(1, 5, 3, 3)), 0)).toBe(false);
    expect(contentFits(first, 2)).toBe(true);
    expect(contentFits(first, 1)).toBe(false);
  });
});

describe('for and against', () => {
  const four = tally(votes(1, 6, 4), votes(2, 4, 6), votes(3, 5, 5), votes(4, 0, 0, 10));
  const asked = announced({ method: 'for_against', budgetCents: 0 });
  const ends = (told: Told) => (told.method === 'for_against' ? told.verdicts.map(({ end }) => end) : []);

  test('more for than against; a tie is no majority; nobody for is no tie', () => {
    const outcome = outcomeOf(asked, twice(four), noLot);
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    expect(ends(outcome.told)).toEqual(['accepted', 'rejected', 'tied', 'rejected']);
    expect(outcome.steps).toEqual([{ number: 1, because: 'majority', votes: 6, payCents: 0 }]);
  });

  test('a tie waits for the lot that was announced, and ends as it fell', () => {
    const byLot = { ...asked, tieRule: 'lot' } as const;
    expect(outcomeOf(byLot, twice(four), noLot)).toEqual({ kind: 'lot_needed', among: [3] });
    const yes = outcomeOf(byLot, twice(four), drawn(3));
    const no = outcomeOf(byLot, twice(four), drawn());
    if (yes.kind !== 'done' || no.kind !== 'done') throw new Error('not done');
    expect(yes.steps.map(({ number, because }) => [number, because])).toEqual([
      [1, 'majority'],
      [3, 'majority_by_lot'],
    ]);
    expect(ends(no.told)).toEqual(['accepted', 'rejected', 'rejected_by_lot', 'rejected']);
  });
});

describe('dividing money', () => {
  const options = [1, 2, 3].map((number) => ({ number, proposalId: `p${number}`, title: '', costCents: 30_000 }));
  const typed = (...ballots: number[][]): StackContent => ({
    kind: 'ballots',
    blankCount: 0,
    invalidCount: 0,
    ballots,
  });

  test('most votes first; a plan that is too dear is passed over', () => {
    const dear = options.map((one) => (one.number === 2 ? { ...one, costCents: 90_000 } : one));
    const asked = announced({ method: 'approval', options: dear, budgetCents: 60_000 });
    const outcome = outcomeOf(asked, twice(tally(votes(1, 9, 0), votes(2, 8, 0), votes(3, 2, 0))), noLot);
    if (outcome.kind !== 'done' || outcome.told.method !== 'approval') throw new Error('not done');
    expect(outcome.told.steps.map(({ number, chosen, leftCents }) => [number, chosen, leftCents])).toEqual([
      [1, true, 60_000],
      [2, false, 30_000],
      [3, true, 30_000],
    ]);
  });

  test('a lot only where it decides, and over all plans that are alike', () => {
    const equal = twice(typed([1, 2, 3], [1, 2, 3]));
    const with_ = (budgetCents: number, lot: Lot) =>
      outcomeOf(announced({ method: 'approval', options, budgetCents }), equal, lot);
    expect(with_(90_000, noLot).kind).toBe('done');
    expect(with_(20_000, noLot)).toMatchObject({ kind: 'done', steps: [] });
    expect(with_(60_000, noLot)).toEqual({ kind: 'lot_needed', among: [1, 2, 3] });
    expect(with_(60_000, drawn(3, 1, 2))).toMatchObject({ steps: [{ number: 3 }, { number: 1 }] });
  });

  test('equal shares asks for every paper by itself, and gives the result that was recorded', () => {
    expect(outcomeOf(announced(), twice(tally(votes(1, 5, 0))), noLot)).toEqual({ kind: 'papers_needed' });
    const outcome = outcomeOf(announced(), twice(hall.papers), noLot);
    expect(outcome).toMatchObject({ kind: 'done', steps: hall.close.steps });
    expect(twice(hall.papers)).toMatchObject({ ballotCount: hall.close.ballotCount, blankCount: 1 });
    expect(twice(hall.papers).votes.slice(0, 2)).toEqual(hall.close.votes);
  });

  test('nobody voted: nothing is chosen, by any method', () => {
    for (const method of ['for_against', 'approval', 'equal_shares'] as const) {
      expect(outcomeOf(announced({ method }), papersOf([], [], [1, 2]), noLot)).toMatchObject({ steps: [] });
    }
  });
});
