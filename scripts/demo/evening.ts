/** What happens in the room on an evening of the demo, beside the decisions: who comes and goes, how people vote, notes. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import type { CommandName } from '../../src/domain/permissions.ts';
import { type PersonKey, people } from './wijk.ts';

export type Do = <N extends CommandName>(
  day: string,
  time: string,
  by: PersonKey,
  name: N,
  args: CommandArgs<N>,
) => void;

export interface Evening {
  readonly month: number;
  readonly meetingId: string;
  /** When it was held. */
  readonly day: string;
  /** When it was written down: another day for the meeting of August, which was held without the app. */
  readonly recordedOn: string;
  readonly previousId: string | undefined;
  readonly itemIds: readonly string[];
  readonly idOf: (name: string) => string;
}

export const isHeldWithoutTheApp = (month: number): boolean => month === 8;

const decidingRoles: readonly string[] = ['chair', 'secretary', 'treasurer', 'member'];
const voters = people.filter(({ role }) => decidingRoles.includes(role)).map(({ key }) => key);
const leftAt = '20:25';

const awayIn = (month: number): PersonKey | undefined => voters[(month + 3) % voters.length];
/** In some months a member has to go before the end. */
const leaverIn = (month: number): PersonKey | undefined =>
  month % 4 === 3 ? voters.find((key, n) => n > 2 && key !== awayIn(month)) : undefined;

/** Who is there when something is decided at this time. */
export function presentAt({ month, idOf }: Evening, time: string): readonly string[] {
  const gone = [awayIn(month), time > leftAt ? leaverIn(month) : undefined];
  return voters.filter((key) => !gone.includes(key)).map((key) => idOf(`person ${key}`));
}

export function comeAndGo(evening: Evening, act: Do): void {
  const { month, meetingId, day, recordedOn, idOf } = evening;
  const instant = (time: string): string => new Date(`${day}T${time}:00+01:00`).toISOString();
  voters.forEach((key, n) => {
    const state = key === awayIn(month) ? 'excused' : 'present';
    const late = month % 3 === 2 && n === voters.length - 2;
    const at = instant(state === 'excused' ? '19:00' : late ? '19:52' : '19:35');
    act(recordedOn, '19:36', 'secretary', 'presence.mark', { meetingId, personId: idOf(`person ${key}`), state, at });
  });
  const leaver = leaverIn(month);
  if (leaver !== undefined) {
    const personId = idOf(`person ${leaver}`);
    const at = instant(leftAt);
    act(recordedOn, leftAt, 'secretary', 'presence.mark', { meetingId, personId, state: 'absent', at });
  }
  if (month % 2 === 1) {
    const guest = { guestId: idOf(`guests ${month}`), meetingId, who: 'Bewoners van de Kettinghof', count: 3 };
    act(recordedOn, '19:40', 'bleekveld', 'guest.add', guest);
  }
}

type VoteTaken = Omit<CommandArgs<'decision.record'>['takenUnder'], 'presentIds' | 'recusedIds'>;

/** By hand as a rule; in April by name, in June in secret. */
export function votesOn(
  { month }: Evening,
  voterIds: readonly string[],
  outcome: CommandArgs<'decision.record'>['outcome'],
): VoteTaken {
  const count = voterIds.length;
  const againstCount = outcome === 'refused' ? count - 1 : outcome === 'partly_awarded' ? 1 : 0;
  const votes = { forCount: count - againstCount, againstCount, abstainedCount: 0 };
  if (month === 4) {
    const ballots = voterIds.map((personId, n) => ({
      personId,
      vote: n < againstCount ? ('against' as const) : ('for' as const),
    }));
    return { votes, voting: 'by_name', ballots };
  }
  if (outcome === 'deferred' && count % 2 === 0) {
    const half = count / 2;
    return {
      votes: { forCount: half, againstCount: half, abstainedCount: 0 },
      voting: 'hands',
      tie: { rule: 'postponed', side: 'postponed', how: '' },
    };
  }
  return { votes, voting: month === 6 ? 'paper' : 'hands' };
}

/** Notes of the evening, and the list of the meeting before. */
export function writeDown({ month, meetingId, day, recordedOn, previousId, itemIds }: Evening, act: Do): void {
  act(recordedOn, '19:37', 'weversbuurt', 'minutes.take', { meetingId });
  const [first = null] = itemIds;
  act(recordedOn, '20:15', 'weversbuurt', 'minutes.write', {
    ...{ meetingId, itemId: first, seen: '' },
    text: 'De buren zijn gevraagd. De muziek stopt om tien uur.\nBram belt de vergunningen.',
  });
  if (month % 3 === 0) {
    const text = 'Volgende keer beginnen we een half uur later.';
    act(recordedOn, '21:30', 'weversbuurt', 'minutes.write', { meetingId, itemId: null, text, seen: '' });
  }
  if (previousId === undefined || month === 11) return; // November has not dealt with the list of October yet
  const remarks = month === 5 ? 'Bij punt 1 ontbrak de voorwaarde over het verslag' : '';
  act(recordedOn, '19:45', 'secretary', 'decisionList.adopt', {
    ...{ meetingId: previousId, inMeetingId: meetingId, adoptedOn: day, remarks },
  });
}
