/** What people want in and around a neighbourhood consultation. Few different papers, so that two counts of one stack are
 *  often the same and sometimes not. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import { totalsOf } from '../../src/domain/consultation/stacks.ts';
import { ballotStackId, type StackContent } from '../../src/domain/rows.ts';
import { amounts, type Desk, day, days, type Maker, newUuid, pickRow, proposalId, type Wish, wish } from './desk.ts';

export const announceConsultation: Maker = (desk) => {
  const { random } = desk;
  const plans = new Set([proposalId(desk), proposalId(desk), proposalId(desk)].filter((id) => id !== undefined));
  if (plans.size === 0) return undefined;
  const method = random.pick(['for_against', 'approval', 'equal_shares'] as const);
  return wish('consultation.announce', {
    ...{ consultationId: newUuid(random), title: 'Wijkraadpleging', text: 'Kom stemmen', place: 'Buurthuis' },
    ...{ heldOn: random.pick(days), startTime: '19:30', whoMayVote: 'Wie hier woont', method },
    ...{ budgetCents: method === 'for_against' ? 0 : 100_000, choicesMax: random.pick([0, 2]), quorumCount: 10 },
    tieRule: random.pick(['cheapest', 'lot'] as const),
    options: [...plans].map((id, n) => ({
      ...{ number: n + 1, proposalId: id, title: 'Plan', costCents: random.pick(amounts) },
    })),
  });
};

/** One on the screen; now and then one that only another phone knows by now. */
function consultationId(desk: Desk): string | undefined {
  return desk.random.chance(0.03) ? newUuid(desk.random) : pickRow(desk, 'consultation')?.id;
}

function papers({ random }: Desk): StackContent {
  const few = { blankCount: random.between(0, 1), invalidCount: 0 };
  if (random.chance(0.5))
    return { kind: 'ballots', ...few, ballots: random.chance(0.5) ? [[1], [1, 2]] : [[2, 1], [1]] };
  const forCount = random.between(3, 4);
  const votes = [{ number: 1, forCount, againstCount: 2, abstainedCount: random.chance(0.15) ? 9 : 0 }];
  return { kind: 'tally', ballotCount: 6, ...few, votes };
}

export const countBallots: Maker = (desk) => {
  const id = consultationId(desk);
  if (id === undefined) return undefined;
  const stackNumber = desk.random.between(1, 2);
  const count = wish('ballotStack.count', {
    ...{ consultationId: id, stackNumber, content: papers(desk), countedOn: day(desk) },
  });
  const stackId = ballotStackId(id, stackNumber);
  const counted = desk.rows('ballotCount').filter((one) => one.stackId === stackId);
  const another = counted.length > 0 && counted.every(({ countedBy }) => countedBy !== desk.personId);
  return desk.random.weighted<Wish>([
    [6, count],
    [2, wish('consultation.attend', { consultationId: id, presentCount: desk.random.between(20, 21) })],
    [another ? 30 : 1, wish('ballotStack.settle', { stackId, content: papers(desk), reason: 'Nageteld' })],
  ]);
};

export const stepOfConsultation: Maker = (desk) => {
  const known = pickRow(desk, 'consultation');
  if (known === undefined) return undefined;
  const { id, place } = known;
  return desk.random.weighted<Wish>([
    [5, wish('consultation.close', resultOf(desk, id))],
    [2, wish('consultation.change', { consultationId: id, fields: { place: `${place}!` }, seen: { place } })],
    [1, wish('consultation.cancel', { consultationId: id, reason: 'De zaal is dicht' })],
  ]);
};

/** What this phone would announce: from its own counts, or once more as a correction. */
function resultOf(desk: Desk, id: string): CommandArgs<'consultation.close'> {
  const { random } = desk;
  const rounds = desk.rows('consultationResult').filter((result) => result.consultationId === id).length;
  const counts = desk.rows('ballotCount').filter((count) => count.consultationId === id);
  const round = rounds > 0 && random.chance(0.4) ? rounds + 1 : Math.max(1, rounds);
  return {
    ...{ consultationId: id, round, presentCount: random.between(20, 21) },
    ...totalsOf(
      counts.slice(0, 1).map(({ content }) => content),
      [1, 2],
    ),
    steps: [{ number: 1, because: 'majority', votes: 4, payCents: 0 }],
    ...{ lot: [], lotDrawnBy: '', reason: round > 1 ? 'Verkeerd geteld' : '', closedOn: '2026-03-09' },
  };
}
