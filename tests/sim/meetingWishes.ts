/** What people want in and around a meeting, decisions included. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import { type AgendaItem, agendaItemId, type Meeting, type Proposal, type TakenUnder } from '../../src/domain/rows.ts';
import { defaultMeetingRules } from '../../src/domain/votes.ts';
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

export const planMeeting: Maker = ({ random }) => {
  const plan = {
    ...{ meetingId: newUuid(random), title: 'Maartvergadering', place: 'Buurthuis' },
    ...{ plannedOn: random.pick(days), startTime: '19:30' },
  };
  return random.chance(0.85) ? wish('meeting.plan', plan) : wish('meeting.enter', { ...plan, endTime: '00:15' });
};

export const stepOfMeeting: Maker = (desk) => {
  const id = meetingId(desk);
  if (id === undefined) return undefined;
  const meeting = desk.rows('meeting').find((row) => row.id === id);
  const { title = 'Maartvergadering', invitation = '' } = meeting ?? {};
  return desk.random.weighted<Wish>([
    [meeting?.state === 'open' ? 1 : 6, wish('meeting.open', { meetingId: id })],
    [meeting?.state === 'open' ? 2 : 0.3, wish('meeting.close', { meetingId: id })],
    // Planned, held without the app, and typed in later; refused where somebody opened it.
    ...(meeting === undefined ? [] : [[0.6, wish('meeting.enter', heldAs(meeting))] as const]),
    [2, wish('meeting.takePen', { meetingId: id })],
    [
      1,
      wish('meeting.change', {
        meetingId: id,
        fields: { title: `${title}!`, invitation: `Er is koffie bij ${title}` },
        seen: { title, invitation },
      }),
    ],
  ]);
};

const heldAs = ({ id: meetingId, title, place, plannedOn, startTime }: Meeting): CommandArgs<'meeting.enter'> => ({
  ...{ meetingId, title, place, plannedOn, startTime, endTime: '22:30' },
});

export const agenda: Maker = (desk) => {
  const meeting = meetingId(desk);
  if (meeting === undefined) return undefined;
  const { random } = desk;
  const item = pickRow(desk, 'agendaItem');
  if (item !== undefined && random.chance(0.15)) return wish('agenda.remove', { itemId: item.id });
  if (item !== undefined && random.chance(0.3))
    return wish('agenda.move', { itemId: item.id, position: random.between(1, 9) + 0.5 });
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
  const state = random.pick(['present', 'absent', 'excused'] as const);
  const mark = pickRow(desk, 'presenceMark', (row) => row.meetingId === id);
  return random.weighted<Wish>([
    [6, wish('presence.mark', { meetingId: id, personId, state, at: random.pick(moments) })],
    [1, wish('presence.set', { meetingId: id, personId, state })], // of a phone of before
    ...(mark === undefined ? [] : [[1, wish('presence.unmark', { markId: mark.id })] as const]),
  ]);
};

/** Across midnight: some meetings last. */
const moments = ['2026-03-09T18:31:00.000Z', '2026-03-09T20:05:00.000Z', '2026-03-09T23:10:00.000Z'] as const;

export const guests: Maker = (desk) => {
  const { random } = desk;
  const known = pickRow(desk, 'guest');
  if (known !== undefined && random.chance(0.4)) return wish('guest.remove', { guestId: known.id });
  const id = meetingId(desk);
  if (id === undefined) return undefined;
  return wish('guest.add', { guestId: newUuid(random), meetingId: id, who: 'Bewoners', count: random.between(1, 5) });
};

/** Notes are one's own; now and then what stands there is not what this device last saw. */
export const minutes: Maker = (desk) => {
  const { random, personId } = desk;
  const id = meetingId(desk);
  if (id === undefined) return undefined;
  if (random.chance(0.3)) return wish('minutes.take', { meetingId: id });
  const item = random.chance(0.7) ? pickRow(desk, 'agendaItem', (row) => row.meetingId === id) : undefined;
  const itemId = item?.id ?? null;
  const seen = desk.rows('minutesNote').find((note) => note.writerId === personId && note.itemId === itemId);
  const text = `${random.pick(['Afgesproken', 'Besproken', 'Vraag'])} ${random.between(1, 9)}`;
  return wish('minutes.write', { meetingId: id, itemId, text, seen: seen?.text ?? '' });
};

export const decisionList: Maker = (desk) => {
  const { random } = desk;
  const adopted = pickRow(desk, 'listAdoption');
  if (adopted !== undefined && random.chance(0.8))
    return wish('decisionList.reopen', { meetingId: adopted.meetingId, inMeetingId: adopted.inMeetingId });
  const closed = pickRow(desk, 'meeting', (row) => row.state === 'closed');
  const id = random.chance(0.85) ? closed?.id : meetingId(desk);
  const inMeetingId = pickRow(desk, 'meeting', (row) => row.id !== id)?.id;
  if (id === undefined || inMeetingId === undefined) return undefined;

  const remarks = random.pick(['', 'Punt 2 klopt niet']);
  return wish('decisionList.adopt', { meetingId: id, inMeetingId, adoptedOn: random.pick(days), remarks });
};

export const meetingRules: Maker = (desk) => {
  const rules = pickRow(desk, 'meetingRules') ?? defaultMeetingRules;
  const tieRule = desk.random.pick(['chair', 'lot', 'rejected', 'postponed'] as const);
  return wish('meetingRules.change', { fields: { tieRule }, seen: { tieRule: rules.tieRule } });
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
    reason: outcome === 'awarded' || random.chance(0.08) ? '' : 'Past maar voor een deel',
    takenUnder: { presentIds, recusedIds: [], ...votesOn(desk, presentIds) },
    decidedOn: '2026-03-09',
  });
};

/** Mostly everybody in favour, as most evenings; sometimes by name, sometimes a tie that a lot settles. */
function votesOn({ random }: Desk, presentIds: readonly string[]): Omit<TakenUnder, 'presentIds' | 'recusedIds'> {
  const count = presentIds.length;
  const allFor = { forCount: count, againstCount: 0, abstainedCount: 0 };
  return random.weighted<Omit<TakenUnder, 'presentIds' | 'recusedIds'>>([
    [6, { votes: allFor, voting: 'hands' }],
    [2, { votes: allFor, voting: 'by_name', ballots: presentIds.map((personId) => ({ personId, vote: 'for' })) }],
    [1, { votes: { forCount: 1, againstCount: 1, abstainedCount: 0 }, voting: 'paper' }],
    [
      1,
      {
        votes: { forCount: 1, againstCount: 1, abstainedCount: 0 },
        voting: 'paper',
        tie: { rule: 'lot', side: 'for', how: 'Anna trok het lot' },
      },
    ],
  ]);
}

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
