/** What people do: commands drawn from the seed, made from what stands on one device's screen, from what people told each
 *  other in the room (ids that this phone has not seen yet), and sometimes from nothing that makes sense. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import { type CommandName, mayRun } from '../../src/domain/permissions.ts';
import {
  type AgendaItem,
  agendaItemId,
  type Claim,
  decisionId,
  type Meeting,
  type Photo,
  type Proposal,
  type Role,
  type Rows,
  type RowType,
} from '../../src/domain/rows.ts';
import type { Random } from './random.ts';

export interface PhotoBytes extends Photo {
  readonly bytes: ArrayBuffer;
}

export interface Wish {
  readonly name: CommandName;
  readonly args: unknown;
  readonly photos: readonly PhotoBytes[];
}

/** What one person has before her when she decides what to do. */
export interface Desk {
  readonly random: Random;
  readonly personId: string;
  readonly role: Role | 'founder' | null; // null: this device knows no rights
  readonly peopleIds: readonly string[];
  /** Weight of changes of rights (F33). */
  readonly rightsWeight: number;
  readonly rows: <T extends RowType>(type: T) => readonly Rows[T][];
  /** Ids heard in the room, of things that this device may not have. */
  readonly heard: { readonly proposals: readonly string[]; readonly meetings: readonly string[] };
  readonly heldCommandIds: readonly string[];
  readonly newPhoto: () => PhotoBytes;
}

type Maker = (desk: Desk) => Wish | undefined;
const wish = <N extends CommandName>(name: N, args: CommandArgs<N>, photos: readonly PhotoBytes[] = []): Wish => ({
  name,
  args,
  photos,
});

export function newUuid(random: Random): string {
  const [a, b, c, d] = [random.hex8(), random.hex8(), random.hex8(), random.hex8()];
  return `${a}-${b.slice(0, 4)}-7${b.slice(5)}-8${c.slice(1, 4)}-${c.slice(4)}${d}`;
}

const days = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-04-13'] as const;
const amounts = [5_000, 10_000, 25_000, 45_000, 100_000] as const;
const words = ['straatfeest', 'bankje', 'moestuin', 'zomerkamp', 'lichtjes'] as const;
const roles: readonly Role[] = [
  'chair',
  'secretary',
  'treasurer',
  'member',
  'auditor',
  'district_manager',
  'initiator',
];

const day = ({ random }: Desk): string => random.pick(days);
const amount = ({ random }: Desk): number => random.pick(amounts);
const word = ({ random }: Desk): string => random.pick(words);

/** Mostly something on the screen, sometimes something that was only heard of. */
function proposalId(desk: Desk): string | undefined {
  const { random, heard } = desk;
  const known = random.chance(0.12) ? heard.proposals : desk.rows('proposal').map(({ id }) => id);
  return random.pickOr(known) ?? random.pickOr(heard.proposals);
}
function meetingId(desk: Desk): string | undefined {
  const { random, heard } = desk;
  const meetings = random.chance(0.12) ? heard.meetings : desk.rows('meeting').map(({ id }) => id);
  return random.pickOr(meetings) ?? random.pickOr(heard.meetings);
}
const pickRow = <T extends RowType>(desk: Desk, type: T, fits: (row: Rows[T]) => boolean = () => true) =>
  desk.random.pickOr(desk.rows(type).filter(fits));

/** The arguments with which a committee is founded: always the same year, so that a second founding meets the first. */
export const foundingWish = (desk: Desk): Wish =>
  wish('committee.found', {
    ...{ name: 'Spoelkwartier', bodyWord: 'commissie wijkbudgetten', city: 'Enschede', founderName: 'Anna' },
    ...{ year: 2026, grantCents: desk.random.pick([150_000, 2_000_000]), smallLimitCents: 100_000 },
    ...{ quorum: { kind: 'more_than_half' }, quarters: ['Binnenhof'], foundedOn: '2026-01-05' },
  });

export function memberWish({ random }: Desk, personId: string, role: Role): Wish {
  return wish('member.add', { personId, name: random.pick(['Bram', 'Carla', 'Dirk']), role, proposalIds: [] });
}

const createProposal: Maker = (desk) => {
  const { random } = desk;
  const requestedCents = amount(desk);
  const halves = random.chance(0.5);
  return wish('proposal.create', {
    ...{ proposalId: newUuid(random), year: random.chance(0.03) ? 2031 : 2026, title: word(desk) },
    ...{ summary: random.chance(0.9) ? 'Met de hele buurt' : '', applicant: 'Speeltuinvereniging Klosplein' },
    kind: random.pick(['recurring_event', 'professional', 'unique_project'] as const),
    themeShares: halves
      ? [
          { theme: 6, percent: 50 },
          { theme: 7, percent: random.chance(0.95) ? 50 : 40 },
        ]
      : [{ theme: 7, percent: 100 }],
    ...{ quarters: [], budgetLines: [], requestedCents },
  });
};

const changeProposal: Maker = (desk) => {
  const proposal = pickRow(desk, 'proposal');
  if (proposal === undefined) return undefined;
  const { requestedCents, title, summary } = proposal;
  const args = desk.random.pick<Pick<CommandArgs<'proposal.change'>, 'fields' | 'seen'>>([
    { fields: { requestedCents: amount(desk) }, seen: { requestedCents } },
    { fields: { title: `${word(desk)} ${desk.random.between(1, 9)}` }, seen: { title } },
    { fields: { summary: `Samen ${desk.random.between(1, 99)}` }, seen: { summary } },
  ]);
  return wish('proposal.change', { proposalId: proposal.id, ...args });
};

const submitProposal: Maker = (desk) => {
  const open = pickRow(desk, 'proposal', ({ state }) => state === 'draft' || state === 'returned')?.id;
  const id = open ?? proposalId(desk);
  return id === undefined ? undefined : wish('proposal.submit', { proposalId: id, submittedOn: day(desk) });
};

const stepOfProposal: Maker = (desk) => {
  const id = proposalId(desk);
  if (id === undefined) return undefined;
  return desk.random.weighted<Wish>([
    [3, wish('proposal.return', { proposalId: id, reason: 'Graag een begroting' })],
    [1, wish('proposal.withdraw', { proposalId: id, reason: '' })],
    [2, wish('proposal.finish', { proposalId: id, finishedOn: day(desk) })],
    [3, wish('proposalNote.add', { noteId: newUuid(desk.random), proposalId: id, text: 'Goed plan' })],
  ]);
};

function numbers({ random }: Desk) {
  const forCount = random.between(8, 10);
  const againstCount = random.between(0, 2);
  return {
    householdsAsked: 20,
    forCount,
    againstCount,
    noOpinionCount: 2,
    notAtHomeCount: random.chance(0.05) ? 9 : 4,
  };
}

const countSupport: Maker = (desk) => {
  const id = proposalId(desk);
  if (id === undefined) return undefined;
  const photos = desk.random.chance(0.4) ? [desk.newPhoto()] : [];
  return wish(
    'support.count',
    {
      ...{ proposalId: id, sheetNumber: desk.random.between(1, 3), area: `Klosstraat ${desk.random.between(1, 3)}` },
      ...numbers(desk),
      ...{ photos: photos.map(photoOf), countedOn: day(desk) },
    },
    photos,
  );
};

const settleSupport: Maker = (desk) => {
  const sheet = pickRow(desk, 'supportSheet');
  if (sheet === undefined) return undefined;
  return wish('support.settle', { sheetId: sheet.id, numbers: numbers(desk), reason: 'Samen nageteld' });
};

const planMeeting: Maker = ({ random }) =>
  wish('meeting.plan', {
    ...{ meetingId: newUuid(random), title: 'Maartvergadering', place: 'Buurthuis' },
    ...{ plannedOn: random.pick(days), startTime: '19:30' },
  });

const stepOfMeeting: Maker = (desk) => {
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

const agenda: Maker = (desk) => {
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

const presence: Maker = (desk) => {
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
function itemToDecide(desk: Desk): Pick<AgendaItem, 'id' | 'meetingId' | 'proposalId'> | undefined {
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
const recordDecision: Maker = (desk) => {
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

const afterDecision: Maker = (desk) => {
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

const submitClaim: Maker = (desk) => {
  const { random } = desk;
  const returned = pickRow(desk, 'claim', (row) => row.state === 'returned' && row.claimantId === desk.personId);
  const id = returned?.proposalId ?? proposalId(desk);
  if (id === undefined) return undefined;
  const photos = random.chance(0.5) ? [desk.newPhoto()] : [];
  const receipt = {
    ...{ receiptId: newUuid(random), amountCents: random.pick([1_250, 2_500, 4_999]), boughtOn: day(desk) },
    ...{ shop: random.pick(['Hema', 'Gamma']), what: 'Slingers', budgetLineId: null, photos: photos.map(photoOf) },
  };
  const deposit = { ...receipt, receiptId: newUuid(random), amountCents: -250, photos: [] };
  return wish(
    'claim.submit',
    {
      ...{ claimId: returned?.id ?? newUuid(random), proposalId: id, kind: 'reimbursement', payeeName: 'Anna' },
      iban: random.chance(0.8) ? 'NL91ABNA0417164300' : null,
      ...{ holder: null, receipts: random.chance(0.2) ? [receipt, deposit] : [receipt] },
    },
    photos,
  );
};

const judgeClaim: Maker = (desk) => {
  const claim: Claim | undefined = pickRow(desk, 'claim', (row) => row.state !== 'approved' || desk.random.chance(0.3));
  if (claim === undefined) return undefined;
  const { id: claimId, claimedCents: seenClaimedCents } = claim;
  return desk.random.weighted<Wish>([
    [7, wish('claim.approve', { claimId, approvedCents: seenClaimedCents, seenClaimedCents })],
    [1, wish('claim.approve', { claimId, approvedCents: seenClaimedCents + 1, seenClaimedCents })],
    [1, wish('claim.return', { claimId, reason: 'Bon onleesbaar' })],
    [0.5, wish('claim.reject', { claimId, reason: 'Hoort hier niet bij' })],
  ]);
};

/** Two treasurers often pay the same claim: under one number it is one payment, under two it must not fit. */
const pay: Maker = (desk) => {
  const { random } = desk;
  const payment = pickRow(desk, 'payment');
  if (payment !== undefined && random.chance(0.2)) {
    return wish('payment.reverse', { paymentId: payment.id, reason: 'Teruggestort', reversedOn: '2026-04-13' });
  }
  const claim = pickRow(desk, 'claim', ({ state }) => state === 'approved' || random.chance(0.1));
  if (claim === undefined) return undefined;
  const amountCents = random.chance(0.8) ? Math.max(claim.approvedCents, 1) : 1_000;
  const number = random.chance(0.8) ? 1 : 2;
  return wish('payment.record', { claimId: claim.id, number, amountCents, paidOn: day(desk), reference: 'Buurtkas' });
};

const addReceiptPhoto: Maker = (desk) => {
  const receipt = pickRow(desk, 'receipt');
  if (receipt === undefined) return undefined;
  const photo = desk.newPhoto();
  return wish('receipt.addPhoto', { receiptId: receipt.id, photo: photoOf(photo) }, [photo]);
};

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

const money: Maker = (desk) =>
  desk.random.weighted<Wish>([
    [2, wish('grant.add', { year: 2026, amountCents: amount(desk), note: '', bookedOn: day(desk) })],
    [1, wish('budgetYear.open', { year: 2027, grantCents: 500_000, smallLimitCents: 100_000, bookedOn: '2027-01-04' })],
    [1, wish('grant.add', { year: 2027, amountCents: amount(desk), note: '', bookedOn: '2027-02-01' })],
    [
      1,
      wish('budgetYear.change', {
        year: 2026,
        fields: { smallLimitCents: amount(desk) },
        seen: { smallLimitCents: pickRow(desk, 'budgetYear')?.smallLimitCents ?? 0 },
      }),
    ],
    [
      1,
      wish('person.rename', { personId: desk.random.pick(desk.peopleIds), name: `Els ${desk.random.between(1, 9)}` }),
    ],
  ]);

const committee: Maker = (desk) => {
  const known = pickRow(desk, 'committee');
  if (known === undefined || desk.random.chance(0.1)) return foundingWish(desk);
  return wish('committee.change', {
    fields: { name: `Spoel ${desk.random.between(1, 3)}` },
    seen: { name: known.name },
  });
};

const dropHeld: Maker = (desk) => {
  const commandId = desk.random.pickOr(desk.heldCommandIds);
  return commandId === undefined ? undefined : wish('held.drop', { commandId });
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

const makers = (desk: Desk): readonly (readonly [number, Maker])[] => [
  [desk.rows('proposal').length < 4 ? 8 : 1.5, createProposal],
  [4, changeProposal],
  [6, submitProposal],
  [4, stepOfProposal],
  [7, countSupport],
  [2, settleSupport],
  [desk.rows('meeting').length < 2 ? 6 : 0.7, planMeeting],
  [7, stepOfMeeting],
  [7, agenda],
  [6, presence],
  [14, recordDecision],
  [3, afterDecision],
  [8, submitClaim],
  [7, judgeClaim],
  [7, pay],
  [2, addReceiptPhoto],
  [3 * desk.rightsWeight, rights],
  [2, money],
  [1, committee],
  [1, dropHeld],
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

const photoOf = ({ bytes: _, ...photo }: PhotoBytes): Photo => photo;
