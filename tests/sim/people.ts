/** What people do: commands drawn from the seed, made from what stands on one device's screen, from what people told each
 *  other in the room (ids that this phone has not seen yet), and sometimes from nothing that makes sense. */
import { mayRun } from '../../src/domain/permissions.ts';
import { agendaItemId, decisionId, type Role } from '../../src/domain/rows.ts';
import { auditWish } from './auditWishes.ts';
import { bankWish } from './bankWishes.ts';
import { claimWeight, claimWish } from './claimWishes.ts';
import { type Desk, day, type Maker, newUuid, pickRow, roles, type Wish, wish } from './desk.ts';
import {
  changeProposal,
  countSupport,
  createProposal,
  destroySheets,
  finishProposal,
  settleSupport,
  stepOfProposal,
  submitProposal,
} from './dossierWishes.ts';
import { announceConsultation, countBallots, stepOfConsultation } from './hallWishes.ts';
import { belongings, catchIdea, mergeProposals, stepOfIdea } from './ideaWishes.ts';
import {
  afterDecision,
  agenda,
  decisionList,
  guests,
  meetingRules,
  minutes,
  planMeeting,
  presence,
  recordDecision,
  stepOfMeeting,
} from './meetingWishes.ts';
import { addReceiptPhoto, judgeClaim, money, pay, submitClaim, submitWeight } from './moneyWishes.ts';
import { outcomeWish } from './outcomeWishes.ts';
import { planWish } from './planWishes.ts';
import type { Random } from './random.ts';
import { ruling } from './rulingWishes.ts';
import { supportEvidence } from './supportWishes.ts';
import { taskWish } from './taskWishes.ts';
import { yearWish } from './yearWishes.ts';

/** The arguments with which a committee is founded: always the same year, so that a second founding meets the first. */
export const foundingWish = (desk: Desk): Wish =>
  wish('committee.found', {
    ...{ name: 'Spoelkwartier', bodyWord: 'commissie wijkbudgetten', city: 'Enschede', founderName: 'Anna' },
    ...{ year: 2026, grantCents: desk.random.pick([150_000, 2_000_000]), smallLimitCents: 100_000 },
    ...{ quorum: { kind: 'more_than_half' }, quarters: ['Binnenhof'], foundedOn: '2026-01-05' },
  });

export interface FirstMember {
  readonly personId: string;
  readonly role: Role;
}

/** Whom a founder adds first: who has a phone gets the work. */
export function firstMembers(
  random: Random,
  others: readonly string[],
  hasPhone: (personId: string) => boolean,
  officerId: string,
): readonly FirstMember[] {
  const second = random.weighted<Role>([
    [4, 'treasurer'],
    [3, 'auditor'],
    ...(['chair', 'secretary', 'initiator', 'district_manager'] as const).map((role) => [1, role] as const),
  ]);
  const roles: readonly Role[] = ['secretary', second];
  return random
    .shuffled(others)
    .sort((a, b) => Number(hasPhone(b)) - Number(hasPhone(a)))
    .map((personId, n) => ({ personId, role: personId === officerId ? 'chair' : (roles[n] ?? 'member') }));
}

export function memberWish({ random }: Desk, personId: string, role: Role): Wish {
  return wish('member.add', { personId, name: random.pick(['Bram', 'Carla', 'Dirk']), role, proposalIds: [] });
}

const rights: Maker = (desk) => {
  const { random } = desk;
  const personId = random.pick(desk.peopleIds);
  const member = desk.rows('member').find(({ id }) => id === personId);
  const proposalIds = random.chance(0.5)
    ? desk
        .rows('proposal')
        .slice(0, 2)
        .map(({ id }) => id)
    : [];
  const role = random.pick(roles);
  if (member === undefined || !member.active) {
    return wish('member.add', { personId, name: 'Bram', role, proposalIds });
  }
  if (random.chance(0.3)) return wish('member.remove', { personId });
  return wish('member.changeRole', { personId, role, proposalIds, seenRole: member.role });
};

/** Who left and still has a name. */
function hasLeft({ rows }: Desk): readonly string[] {
  const named = new Set(
    rows('person')
      .filter(({ erasedOn }) => erasedOn === undefined)
      .map(({ id }) => id),
  );
  return rows('member').flatMap(({ id, active }) => (active || !named.has(id) ? [] : [id]));
}

/** Mostly of somebody who left; now and then of anybody, and the name that a phone still knew (F38). */
const names: Maker = (desk) => {
  const { random } = desk;
  const left = random.pickOr(hasLeft(desk));
  const personId = left === undefined || random.chance(0.1) ? random.pick(desk.peopleIds) : left;
  if (random.chance(0.3)) return wish('person.rename', { personId, name: `Els ${random.between(1, 9)}` });
  return wish('person.erase', { personId, erasedOn: day(desk) });
};

const committee: Maker = (desk) => {
  const known = pickRow(desk, 'committee');
  if (known === undefined || desk.random.chance(0.1)) return foundingWish(desk);
  if (desk.random.chance(0.2)) {
    const { showsFigures = true } = known;
    return wish('committee.change', { fields: { showsFigures: !showsFigures }, seen: { showsFigures } });
  }
  return wish('committee.change', {
    fields: { name: `Spoel ${desk.random.between(1, 3)}` },
    seen: { name: known.name },
  });
};

const dropHeld: Maker = (desk) => {
  const commandId = desk.random.pickOr(desk.heldCommandIds);
  return commandId === undefined ? undefined : wish('held.drop', { commandId });
};

/** Also what was settled before, by the same chair or another one. */
const settleRefused: Maker = (desk) => {
  const commandId = desk.random.pickOr(desk.refusedCommandIds());
  const as = desk.random.pick(['taken_over', 'taken_over', 'set_aside'] as const);
  return commandId === undefined ? undefined : wish('refused.settle', { commandId, as });
};

/** Wrong shapes and things that never were: each must be refused and change nothing. */
const nonsense: Maker = ({ random }) => {
  const unknown = newUuid(random);
  return random.pick<Wish>([
    { name: 'proposal.create', args: { proposalId: 'no-uuid' }, photos: [] },
    { name: 'payment.record', args: { claimId: unknown, number: 1, amountCents: 0.5, paidOn: 'nu' }, photos: [] },
    wish('member.remove', { personId: unknown }),
    wish('payment.reverse', { paymentId: `${unknown}:1`, reason: 'Bestaat niet', reversedOn: '2026-03-02' }),
    wish('claim.approve', { claimId: unknown, approvedCents: 100, seenClaimedCents: 100 }),
    wish('decision.withdraw', { decisionId: `${agendaItemId(unknown, unknown)}:1` }),
    wish('presence.set', { meetingId: unknown, personId: unknown, state: 'present' }),
    wish('held.drop', { commandId: unknown }),
    { name: 'decision.record', args: { itemId: decisionId(unknown, 1), awardedCents: -1 }, photos: [] },
  ]);
};

/** An auditor has nothing else to do; and where one has asked something, the treasurer is at her papers. */
function auditWeight({ role, rows }: Desk): number {
  if (role === 'auditor') return 30;
  if (rows('auditFinding').length > 0) return 60;
  const payable = rows('claim').some(({ state, awaits }) => state === 'approved' && awaits == null);
  return payable ? 60 : 6;
}

/** Lines first; and who has matched some goes on with it, or finds another treasurer's. */
function bankWeight({ rows }: Desk): number {
  if (rows('bankTransaction').length < 3) return 16;
  return rows('bankMatch').length > 0 ? 40 : 14;
}

const makers = (desk: Desk): readonly (readonly [number, Maker])[] => [
  [desk.rows('proposal').length < 4 ? 8 : 1.5, createProposal],
  [4, changeProposal],
  [6, submitProposal],
  [4, stepOfProposal],
  [2, finishProposal],
  [7, countSupport],
  [2, settleSupport],
  [desk.rows('supportSheet').some(({ photos }) => photos.length > 0) ? 12 : 0.3, destroySheets],
  [3, supportEvidence],
  [desk.role === 'district_manager' ? 20 : 4, ruling],
  [desk.rows('meeting').length < 2 ? 6 : 0.7, planMeeting],
  [7, stepOfMeeting],
  [7, agenda],
  [6, presence],
  [1.5, guests],
  [1.5, minutes],
  [8, decisionList],
  [0.7, meetingRules],
  [18, recordDecision],
  [3, afterDecision],
  [desk.rows('consultation').length < 1 ? 3 : 0.3, announceConsultation],
  [6, countBallots],
  // What one phone closed is often closed on another too.
  [desk.rows('consultationResult').length > 0 ? 30 : 3, stepOfConsultation],
  [submitWeight(desk), submitClaim],
  [34, judgeClaim],
  [26, pay],
  [claimWeight(desk), claimWish],
  [2, addReceiptPhoto],
  [2, catchIdea],
  [2, stepOfIdea],
  [2, mergeProposals],
  [6, belongings],
  [6, outcomeWish],
  [3 * desk.rightsWeight, rights],
  [hasLeft(desk).length > 0 ? 7 : 0.5, names],
  [2, money],
  [11, yearWish],
  [bankWeight(desk), bankWish],
  [1.5, planWish],
  [auditWeight(desk), auditWish],
  [5, taskWish],
  [1, committee],
  [1, dropHeld],
  [1.5, settleRefused],
  [3, nonsense],
];

/** Mostly what the role allows; now and then what it does not, which must be refused. */
export function drawWish(desk: Desk): Wish | undefined {
  const weighted = makers(desk);
  const careless = desk.random.chance(0.05);
  for (let tries = 0; tries < 12; tries += 1) {
    const found = desk.random.weighted(weighted)(desk);
    if (found !== undefined && (careless || desk.role === null || mayRun(desk.role, found.name))) return found;
  }
  return undefined;
}
