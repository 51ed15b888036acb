/** Counting paper: every stack by two people, a difference is settled. What a stack holds is what two agree on, or what was
 *  settled; until then its result is not certain. Papers that were typed are compared as a heap: a stack that was turned
 *  over between two counts is the same stack. */
import { canonical } from '../canonical.ts';
import type { BallotCount, BallotStack, OptionVotes, StackContent } from '../rows.ts';

export type StackState = 'one_count' | 'agreed' | 'differs' | 'settled';

export interface StackSummary {
  readonly stackId: string;
  readonly number: number;
  readonly state: StackState;
  readonly countedBy: readonly string[];
  /** What holds: settled, agreed, or the first count for as long as there is no other. Undefined while counts differ. */
  readonly content: StackContent | undefined;
}

export interface PaperTotals {
  readonly ballotCount: number; // valid papers
  readonly blankCount: number;
  readonly invalidCount: number;
  readonly votes: readonly OptionVotes[]; // by number
}

export interface Papers extends PaperTotals {
  readonly stacks: readonly StackSummary[]; // by number
  readonly ballots: readonly (readonly number[])[]; // valid papers that were typed one by one
  readonly everyPaperTyped: boolean; // no stack was counted as numbers only
  readonly secondCountDue: number;
  readonly differing: number;
  readonly certain: boolean;
}

export function papersOf(
  stacks: readonly BallotStack[],
  counts: readonly BallotCount[],
  numbers: readonly number[],
): Papers {
  const summaries = [...stacks]
    .sort((a, b) => a.number - b.number)
    .map((stack) =>
      summaryOf(
        stack,
        counts.filter(({ stackId }) => stackId === stack.id),
      ),
    );
  const contents = summaries.flatMap(({ content }) => (content === undefined ? [] : [content]));
  const inState = (state: StackState): number => summaries.filter((stack) => stack.state === state).length;
  return {
    ...totalsOf(contents, numbers),
    stacks: summaries,
    ballots: contents.flatMap((content) => (content.kind === 'ballots' ? content.ballots : [])),
    everyPaperTyped: contents.every(({ kind }) => kind === 'ballots'),
    secondCountDue: inState('one_count'),
    differing: inState('differs'),
    certain: summaries.every(({ state }) => state === 'agreed' || state === 'settled'),
  };
}

function summaryOf(stack: BallotStack, counts: readonly BallotCount[]): StackSummary {
  const [first, ...others] = counts;
  const agreed = first !== undefined && others.every(({ content }) => sameContent(content, first.content));
  const alone = others.length === 0 ? 'one_count' : agreed ? 'agreed' : 'differs';
  return {
    stackId: stack.id,
    number: stack.number,
    state: stack.settled === null ? alone : 'settled',
    countedBy: counts.map(({ countedBy }) => countedBy),
    content: stack.settled ?? (agreed ? first.content : undefined),
  };
}

/** The votes of these papers for each plan on the ballot. A plan that a typed paper does not choose gets nothing of it. */
export function totalsOf(contents: readonly StackContent[], numbers: readonly number[]): PaperTotals {
  const sum = (of: (content: StackContent) => number): number => contents.reduce((all, one) => all + of(one), 0);
  const inTally = (content: StackContent, number: number): OptionVotes | undefined =>
    content.kind === 'tally' ? content.votes.find((votes) => votes.number === number) : undefined;
  const chosenBy = (content: StackContent, number: number): number =>
    content.kind === 'tally' ? 0 : content.ballots.filter((ballot) => ballot.includes(number)).length;
  return {
    ballotCount: sum((content) => (content.kind === 'tally' ? content.ballotCount : content.ballots.length)),
    blankCount: sum(({ blankCount }) => blankCount),
    invalidCount: sum(({ invalidCount }) => invalidCount),
    votes: numbers.map((number) => ({
      number,
      forCount: sum((content) => (inTally(content, number)?.forCount ?? 0) + chosenBy(content, number)),
      againstCount: sum((content) => inTally(content, number)?.againstCount ?? 0),
      abstainedCount: sum((content) => inTally(content, number)?.abstainedCount ?? 0),
    })),
  };
}

export const sameContent = (a: StackContent, b: StackContent): boolean => canonical(heap(a)) === canonical(heap(b));

function heap(content: StackContent): unknown {
  if (content.kind === 'tally') {
    return { ...content, votes: [...content.votes].sort((a, b) => a.number - b.number) };
  }
  return { ...content, ballots: sortedBallots(content.ballots).map((ballot) => ballot.join()) };
}

/** Each paper by its numbers, and the papers by what they say: nobody can tell who handed in which one. */
export function sortedBallots(ballots: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return ballots.map((ballot) => [...ballot].sort((a, b) => a - b)).sort(byNumbers);
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  for (let n = 0; n < Math.min(a.length, b.length); n += 1) {
    const difference = (a[n] ?? 0) - (b[n] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Papers that stand in one count and not in the other: what to look for in the stack. */
export function ballotDifference(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): { readonly onlyA: readonly (readonly number[])[]; readonly onlyB: readonly (readonly number[])[] } {
  const rest = sortedBallots(b).map((ballot) => ({ ballot, taken: false }));
  const onlyA = sortedBallots(a).filter((ballot) => {
    const match = rest.find((other) => !other.taken && other.ballot.join() === ballot.join());
    if (match !== undefined) match.taken = true;
    return match === undefined;
  });
  return { onlyA, onlyB: rest.filter(({ taken }) => !taken).map(({ ballot }) => ballot) };
}

/** Whether the numbers can stand on one stack of paper: no plan has more answers than there are valid papers. */
export function contentFits(content: StackContent, choicesMax: number): boolean {
  if (content.kind === 'tally') {
    return content.votes.every(
      ({ forCount, againstCount, abstainedCount }) => forCount + againstCount + abstainedCount <= content.ballotCount,
    );
  }
  return content.ballots.every((ballot) => choicesMax === 0 || ballot.length <= choicesMax);
}
