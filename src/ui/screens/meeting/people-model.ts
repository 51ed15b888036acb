// Who sits at the table, and who decides along on one item.
import { isVotingRole } from '../../../domain/access.ts';
import { type Stay, staysOf } from '../../../domain/attendance.ts';
import type { Member, Person, Presence, PresenceMark, Recusal, Role, TakenUnder } from '../../../domain/rows.ts';

export interface Attender {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  /** undefined: nobody has noted it yet. */
  readonly presence: Presence | undefined;
  /** From when to when, as far as somebody noted it. */
  readonly stays: readonly Stay[];
  /** Only on an item: does not take part in it. */
  readonly recusal: Recusal | undefined;
}

export type Seat = 'in' | 'off' | 'away';

const seatOrder: readonly Role[] = ['chair', 'secretary', 'treasurer', 'member'];

export interface TableRows {
  readonly members: readonly Member[];
  readonly persons: readonly Person[];
  readonly presences: readonly Presence[];
  readonly marks: readonly PresenceMark[];
  /** Those of the item at hand; none on the page of the whole meeting. */
  readonly recusals: readonly Recusal[];
}

/** The members who count for the quorum, in the order of a table: chair, secretary, treasurer, then by name. */
export function attendersOf({ members, persons, presences, marks, recusals }: TableRows): readonly Attender[] {
  return members
    .filter(({ active, role }) => active && isVotingRole(role))
    .map(({ id, role }) => ({
      personId: id,
      role,
      name: persons.find((person) => person.id === id)?.name ?? '',
      presence: presences.find(({ personId }) => personId === id),
      stays: staysOf(marks, id),
      recusal: recusals.find(({ personId, recused }) => personId === id && recused),
    }))
    .sort((a, b) => seatOrder.indexOf(a.role) - seatOrder.indexOf(b.role) || a.name.localeCompare(b.name, 'nl'));
}

export const isHere = ({ presence }: Attender): boolean => presence?.state === 'present';

export function seatOf(attender: Attender): Seat {
  if (attender.recusal !== undefined) return 'off';
  return isHere(attender) ? 'in' : 'away';
}

/** Lit windows first, then who does not take part, then the dark ones: as a street is easiest to count. */
export function seatsInOrder(attenders: readonly Attender[]): readonly Seat[] {
  const order: readonly Seat[] = ['in', 'off', 'away'];
  return attenders.map(seatOf).sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** How it was voted, without who was there. */
export type VoteTaken = Omit<TakenUnder, 'presentIds' | 'recusedIds'>;

/** What the decision is taken under, exactly as the screen shows it (D2). */
export function takenUnderOf(attenders: readonly Attender[], vote: VoteTaken): TakenUnder {
  return {
    presentIds: attenders.filter(isHere).map(({ personId }) => personId),
    recusedIds: attenders.filter(({ recusal }) => recusal !== undefined).map(({ personId }) => personId),
    ...vote,
  };
}
