/** The wijkraadplegingen of the demo: one in September with its result, and one of yesterday evening that is being counted. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import { outcomeOf } from '../../src/domain/consultation/outcome.ts';
import { papersOf } from '../../src/domain/consultation/stacks.ts';
import type { CommandName } from '../../src/domain/permissions.ts';
import { ballotStackId, type StackContent } from '../../src/domain/rows.ts';
import type { PersonKey } from './wijk.ts';

export interface HallDesk {
  readonly do: <N extends CommandName>(day: string, time: string, by: PersonKey, name: N, args: CommandArgs<N>) => void;
  readonly id: (name: string) => string;
}
export interface HallPlan {
  readonly proposalId: string;
  readonly title: string;
  readonly euros: number;
}

const place = 'Buurthuis De Schering';
const whoMayVote = 'Iedereen van 16 jaar en ouder die in het Spoelkwartier woont';
const optionsOf = (plans: readonly HallPlan[]) =>
  plans.map(({ proposalId, title, euros }, n) => ({ number: n + 1, proposalId, title, costCents: euros * 100 }));

/** Papers as they came out of the box: what each group of neighbours chose, and how many of them. */
const box: readonly (readonly [numbers: readonly number[], count: number])[] = [
  [[1, 2], 14],
  [[2, 3], 9],
  [[1, 3], 8],
  [[4], 7],
  [[2, 4], 5],
  [[3], 4],
];

/** Money divided by equal shares over the plans of a meeting, a week before it. */
export function closedConsultation(desk: HallDesk, plans: readonly HallPlan[], budgetCents: number): void {
  const consultationId = desk.id('consultation of September');
  const heldOn = '2026-09-10';
  const announced = {
    ...{ title: 'Wijkraadpleging september', place, heldOn, startTime: '19:30', whoMayVote, budgetCents },
    text: 'Vier plannen voor de wijk, en niet genoeg geld voor alle vier.\nKom naar de Schering en kies mee.',
    ...({ method: 'equal_shares', choicesMax: 0, quorumCount: 30, tieRule: 'cheapest' } as const),
    options: optionsOf(plans),
  };
  desk.do('2026-09-08', '12:00', 'secretary', 'consultation.announce', { consultationId, ...announced });
  desk.do(heldOn, '19:40', 'secretary', 'consultation.attend', { consultationId, presentCount: 51 });
  const papers = box.flatMap(([numbers, count]) => Array.from({ length: count }, () => numbers));
  const stacks: readonly StackContent[] = [
    { kind: 'ballots', blankCount: 1, invalidCount: 0, ballots: papers.filter((_, n) => n % 2 === 0) },
    { kind: 'ballots', blankCount: 0, invalidCount: 1, ballots: papers.filter((_, n) => n % 2 === 1) },
  ];
  stacks.forEach((content, n) => {
    const stack = { consultationId, stackNumber: n + 1, countedOn: heldOn };
    desk.do(heldOn, `20:${20 + 10 * n}`, 'bleekveld', 'ballotStack.count', { ...stack, content });
    desk.do(heldOn, `20:${25 + 10 * n}`, 'kettinghof', 'ballotStack.count', { ...stack, content });
  });
  const counted = papersOf(
    stacks.map((content, n) => ({
      ...{ id: ballotStackId(consultationId, n + 1), consultationId, number: n + 1 },
      ...{ settled: content, settledBy: null, settledReason: null },
    })),
    [],
    announced.options.map(({ number }) => number),
  );
  const outcome = outcomeOf(announced, counted, { order: [], drawn: false });
  if (outcome.kind !== 'done') throw new Error(`the consultation of the demo: ${outcome.kind}`);
  const { ballotCount, blankCount, invalidCount, votes } = counted;
  desk.do(heldOn, '21:10', 'secretary', 'consultation.close', {
    ...{ consultationId, round: 1, presentCount: 51, ballotCount, blankCount, invalidCount, votes },
    ...{ steps: outcome.steps, lot: [], lotDrawnBy: '', reason: '', closedOn: heldOn },
  });
}

/** For and against, counted by two people who do not agree on one plan. */
export function openConsultation(desk: HallDesk, plans: readonly HallPlan[]): void {
  const consultationId = desk.id('consultation of November');
  const heldOn = '2026-11-24';
  const options = optionsOf(plans);
  desk.do('2026-11-21', '12:00', 'secretary', 'consultation.announce', {
    ...{ consultationId, title: 'Wijkraadpleging november', place, heldOn, startTime: '16:00', whoMayVote, options },
    text: 'Wat vindt de wijk van deze plannen?',
    ...{ method: 'for_against', budgetCents: 0, choicesMax: 0, quorumCount: 25, tieRule: 'lot' },
  });
  desk.do(heldOn, '16:10', 'secretary', 'consultation.attend', { consultationId, presentCount: 38 });
  desk.do(heldOn, '16:12', 'kettinghof', 'consultation.attend', { consultationId, presentCount: 37 });
  const count = (by: PersonKey, time: string, stackNumber: number, forCount: number): void =>
    desk.do(heldOn, time, by, 'ballotStack.count', {
      ...{ consultationId, stackNumber, countedOn: heldOn },
      content: {
        ...{ kind: 'tally', ballotCount: 18, blankCount: 0, invalidCount: 1 },
        votes: options.map(({ number }) =>
          number === 1
            ? { number, forCount, againstCount: 5, abstainedCount: 1 }
            : { number, forCount: 8, againstCount: 9, abstainedCount: 1 },
        ),
      },
    });
  count('bleekveld', '17:05', 1, 12);
  count('kettinghof', '17:20', 1, 12);
  count('bleekveld', '17:30', 2, 11);
  count('weversbuurt', '17:40', 2, 12);
}
