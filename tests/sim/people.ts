/** What people do: commands drawn from the seed, made from what stands on one device's screen, from what people told each
 *  other in the room (ids that this phone has not seen yet), and sometimes from nothing that makes sense. */
import { mayRun } from '../../src/domain/permissions.ts';
import { agendaItemId, decisionId, type Role } from '../../src/domain/rows.ts';
import { auditWish, paymentFile } from './auditWishes.ts';
import { bankWish } from './bankWishes.ts';
import { claimWeight, claimWish } from './claimWishes.ts';
import { type Desk, day, type Maker, newUuid, pickRow, roles, type Subject, type Wish, wish } from './desk.ts';
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

/** An auditor has nothing else to do; and who was asked something answers. */
function auditWeight({ role, rows }: Desk): number {
  if (role === 'auditor') return 30;
  return rows('auditFinding').length > 0 ? 60 : 6;
}

/** Where something can be paid, the treasurer is at her papers. */
const payWeight = ({ rows }: Desk): number =>
  rows('claim').some(({ state, awaits }) => state === 'approved' && awaits == null) ? 30 : 0.5;

/** Lines first; and who has matched some goes on with it, or finds another treasurer's. */
function bankWeight({ rows }: Desk): number {
  if (rows('bankTransaction').length < 3) return 16;
  return rows('bankMatch').length > 0 ? 40 : 14;
}

const makers = (desk: Desk): readonly (readonly [number, Subject, Maker])[] => [
  [desk.rows('proposal').length < 4 ? 8 : 1.5, 'dossier', createProposal],
  [4, 'dossier', changeProposal],
  [6, 'dossier', submitProposal],
  [4, 'dossier', stepOfProposal],
  [2, 'dossier', finishProposal],
  [7, 'support', countSupport],
  [2, 'support', settleSupport],
  [desk.rows('supportSheet').some(({ photos }) => photos.length > 0) ? 12 : 0.3, 'support', destroySheets],
  [3, 'support', supportEvidence],
  [desk.role === 'district_manager' ? 20 : 4, 'dossier', ruling],
  [desk.rows('meeting').length < 2 ? 6 : 0.7, 'meeting', planMeeting],
  [7, 'meeting', stepOfMeeting],
  [7, 'meeting', agenda],
  [6, 'meeting', presence],
  [1.5, 'meeting', guests],
  [1.5, 'meeting', minutes],
  [8, 'meeting', decisionList],
  [0.7, 'meeting', meetingRules],
  [18, 'meeting', recordDecision],
  [3, 'meeting', afterDecision],
  [desk.rows('consultation').length < 1 ? 3 : 0.3, 'hall', announceConsultation],
  [6, 'hall', countBallots],
  // What one phone closed is often closed on another too.
  [desk.rows('consultationResult').length > 0 ? 30 : 3, 'hall', stepOfConsultation],
  [submitWeight(desk), 'money', submitClaim],
  [34, 'money', judgeClaim],
  [26, 'money', pay],
  [payWeight(desk), 'money', paymentFile],
  [claimWeight(desk), 'money', claimWish],
  [2, 'money', addReceiptPhoto],
  [2, 'street', catchIdea],
  [2, 'street', stepOfIdea],
  [2, 'street', mergeProposals],
  [6, 'street', belongings],
  [6, 'outcome', outcomeWish],
  [3 * desk.rightsWeight, 'people', rights],
  [hasLeft(desk).length > 0 ? 7 : 0.5, 'people', names],
  [2, 'year', money],
  [11, 'year', yearWish],
  [bankWeight(desk), 'bank', bankWish],
  [1.5, 'year', planWish],
  [auditWeight(desk), 'audit', auditWish],
  [5, 'people', taskWish],
  [1, 'people', committee],
  [1, 'people', dropHeld],
  [1.5, 'people', settleRefused],
  [3, 'people', nonsense],
];

const busyWeight = 6;

/** Mostly what the role allows; now and then what it does not, which must be refused. */
export function drawWish(desk: Desk): Wish | undefined {
  const weighted = makers(desk).map(
    ([weight, subject, maker]) => [desk.busyWith.has(subject) ? busyWeight * weight : weight, maker] as const,
  );
  const careless = desk.random.chance(0.05);
  for (let tries = 0; tries < 12; tries += 1) {
    const found = desk.random.weighted(weighted)(desk);
    if (found !== undefined && (careless || desk.role === null || mayRun(desk.role, found.name))) return found;
  }
  return undefined;
}
