/** A neighbourhood consultation: what is announced, counted and recorded. */
import * as v from 'valibot';
import {
  cents,
  change,
  count,
  filled,
  filledText,
  isoDate,
  line,
  listOf,
  numberedId,
  ordinal,
  positiveCents,
  startTime,
  text,
  uuid,
} from '../fields.ts';

const optionsMax = 60;
const stackMax = 500; // papers in one stack: what two people can count in an evening
const optionNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(99));

const unique = <T>(of: (item: T) => unknown) =>
  v.check((items: readonly T[]) => new Set(items.map(of)).size === items.length);

const option = v.strictObject({ number: optionNumber, proposalId: uuid, title: filled(200), costCents: positiveCents });
const options = v.pipe(
  listOf(option, optionsMax),
  v.check((list) => list.length > 0),
  unique(({ number }) => number),
  unique(({ proposalId }) => proposalId),
);
const optionVotes = v.strictObject({
  number: optionNumber,
  forCount: count,
  againstCount: count,
  abstainedCount: count,
});
const votes = v.pipe(
  listOf(optionVotes, optionsMax),
  unique(({ number }) => number),
);
const numbers = v.pipe(
  listOf(optionNumber, optionsMax),
  unique((number) => number),
);
const ballot = v.pipe(
  numbers,
  v.check((chosen) => chosen.length > 0), // an empty paper is a blank one
);
const papers = { blankCount: count, invalidCount: count };
const content = v.variant('kind', [
  v.strictObject({ kind: v.literal('tally'), ballotCount: count, ...papers, votes }),
  v.strictObject({ kind: v.literal('ballots'), ...papers, ballots: listOf(ballot, stackMax) }),
]);
const step = v.strictObject({
  number: optionNumber,
  because: v.picklist(['majority', 'majority_by_lot', 'votes', 'shares', 'left_over']),
  votes: count,
  payCents: cents,
});

const words = {
  title: filled(150),
  text: text(5_000),
  place: line(150),
  heldOn: isoDate,
  startTime,
  whoMayVote: filled(300),
  quorumCount: count,
};

export const consultationSchemas = {
  'consultation.announce': v.pipe(
    v.strictObject({
      consultationId: uuid,
      ...words,
      method: v.picklist(['for_against', 'approval', 'equal_shares']),
      budgetCents: cents,
      choicesMax: v.pipe(count, v.maxValue(optionsMax)),
      tieRule: v.picklist(['cheapest', 'lot']),
      options,
    }),
    // For and against judges every plan by itself; the other methods divide money.
    v.check(({ method, budgetCents }) => (method === 'for_against') === (budgetCents === 0)),
  ),
  /** The method, the tie rule and how many plans one may choose are never changed: papers were printed with them. A
   *  budget of nothing (for and against) stays nothing: `seen` cannot name it. */
  'consultation.change': v.strictObject({
    consultationId: uuid,
    ...change({ ...words, budgetCents: positiveCents, options }),
  }),
  'consultation.cancel': v.strictObject({ consultationId: uuid, reason: filledText(1_000) }),
  'consultation.attend': v.strictObject({ consultationId: uuid, presentCount: count }),
  'ballotStack.count': v.strictObject({ consultationId: uuid, stackNumber: ordinal, content, countedOn: isoDate }),
  'ballotStack.settle': v.strictObject({ stackId: numberedId, content, reason: text(1_000) }),
  'consultation.close': v.strictObject({
    consultationId: uuid,
    round: ordinal,
    presentCount: count,
    ballotCount: count,
    ...papers,
    votes,
    steps: v.pipe(
      listOf(step, optionsMax),
      unique(({ number }) => number),
    ),
    lot: numbers,
    lotDrawnBy: line(150),
    reason: text(2_000),
    closedOn: isoDate,
  }),
} as const;
