/** What people want in and around a meeting, decisions included. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import { type AgendaItem, agendaItemId, type Meeting, type Proposal } from '../../src/domain/rows.ts';
import {
  amount,
  type Desk,
  days,
  type Maker,
  meetingId,
  newUuid,
  pickRow,
  proposalId,
  type Wish,
  wish,
} from './desk.ts';

export const planMeeting: Maker = ({ random }) =>
  wish('meeting.plan', {
    ...{ meetingId: newUuid(random), title: 'Maartvergadering', place: 'Buurthuis' },
    ...{ plannedOn: random.pick(days), startTime: '19:30' },
  });

export const stepOfMeeting: Maker = (desk) => {
  const id = meetingId(desk);
  if (id === undefined) return undefined;
  const meeting = desk.rows('meeting').find((row) => row.id === id);
  const title = meeting?.title ?? 'Maartvergadering';
  return desk.random.weighted<Wish>([
    [meeting?.state === 'open' ? 1 : 6, wish('meeting.open', { meetingId: id })],
    [meeting?.state === 'open' ? 2 : 0.3, wish('meeting.close', { meetingId: id })],
    [2, wish('meeting.takePen', { meetingId: id })],
    [1, wish('meeting.change', { meetingId: id, fields: { title: `${title}!` }, seen: { title } })],
  ]);
};

export const agenda: Maker = (desk) => {
  const meeting = meetingId(desk);
  if (meeting === undefined) return undefined;
  const { random } = desk;
  const item = pickRow(desk, 'agendaItem');
  if (item !== undefined && random.chance(0.15)) return wish('agenda.remove', { itemId: item.id });
  const proposal = random.chance(0.9) ? proposalId(desk) : undefined;
  const position = random.between(1, 9);
  return proposal === undefined
    ? wish('agenda.add', {
        meetingId: meeting,
        proposalId: null,
        itemNonce: newUuid(random),
        title: 'Rondvraag',
        position,
      })
    : wish('agenda.add', { meetingId: meeting, proposalId: proposal, title: 'Aanvraag', position });
};

export const presence: Maker = (desk) => {
  const id = meetingId(desk);
  if (id === undefined) return undefined;
  const { random } = desk;
  const personId = random.pick(desk.peopleIds);
  const item = pickRow(desk, 'agendaItem', (row) => row.meetingId === id);
  if (item !== undefined && random.chance(0.3)) {
    const recused = random.chance(0.8);
    return wish('recusal.set', { itemId: item.id, meetingId: id, personId, recused, reason: 'Familie' });
  }
  return wish('presence.set', {
    meetingId: id,
    personId,
    state: random.pick(['present', 'absent', 'excused'] as const),
  });
};

/** An item on the screen, or one that must exist because the room talks about it. */
export function itemToDecide(desk: Desk): Pick<AgendaItem, 'id' | 'meetingId' | 'proposalId'> | undefined {
  const open = (item: AgendaItem): boolean => {
    const meeting = desk.rows('meeting').find(({ id }) => id === item.meetingId) as Meeting | undefined;
    return meeting?.state === 'open' || desk.random.chance(0.2);
  };
  const seen = pickRow(desk, 'agendaItem', open);
  if (seen !== undefined && !desk.random.chance(0.08)) return seen;
  const meeting = meetingId(desk);
  const proposal = proposalId(desk);
  if (meeting === undefined || proposal === undefined) return undefined;
  return { id: agendaItemId(meeting, proposal), meetingId: meeting, proposalId: proposal };
}

/** Few different decisions, so that two secretaries often say the same and sometimes not. */
export const recordDecision: Maker = (desk) => {
  const { random } = desk;
  const item = itemToDecide(desk);
  if (item === undefined) return undefined;
  const proposal: Proposal | undefined = desk.rows('proposal').find(({ id }) => id === item.proposalId);
  const asked = proposal?.requestedCents ?? amount(desk);
  const earlier = desk.rows('decision').filter(({ itemId }) => itemId === item.id);
  const outcome = random.weighted<CommandArgs<'decision.record'>['outcome']>([
    [8, 'awarded'],
    [2, 'partly_awarded'],
    [1, 'refused'],
    [1, 'deferred'],
  ]);
  const cents = { awarded: asked, partly_awarded: Math.floor(asked / 2), refused: 0, deferred: 0 }[outcome];
  const presentIds = random.chance(0.8) ? [...desk.peopleIds] : desk.peopleIds.slice(0, 1);
  return wish('decision.record', {
    ...{
      meetingId: item.meetingId,
      itemId: item.id,
      round: Math.max(1, earlier.filter((d) => d.withdrawn).length + 1),
    },
    ...{ outcome, awardedCents: random.chance(0.03) ? cents + 1 : cents, conditions: [] },
    reason: outcome === 'awarded' || random.chance(0.03) ? '' : 'Past maar voor een deel',
    takenUnder: {
      presentIds,
      recusedIds: [],
      votes: { forCount: presentIds.length, againstCount: 0, abstainedCount: 0 },
    },
    decidedOn: '2026-03-09',
  });
};

export const afterDecision: Maker = (desk) => {
  const decision = pickRow(desk, 'decision');
  if (decision === undefined) return undefined;
  const { id } = decision;
  if (desk.random.chance(0.6)) return wish('decision.withdraw', { decisionId: id });
  const cents = Math.floor(decision.awardedCents / 2);
  const outcome = cents > 0 ? 'partly_awarded' : 'refused';
  return wish('decision.correct', {
    ...{ correctionId: newUuid(desk.random), decisionId: id, outcome, awardedCents: cents },
    ...{ reason: 'Verkeerd bedrag genoemd', correctedOn: '2026-04-13' },
  });
};
