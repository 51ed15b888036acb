/** A committee that exists, with a proposal, an open meeting and whatever else a test begins with. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import { agendaItemId, decisionId, type Photo, presenceMarkId } from '../../src/domain/rows.ts';
import { people, uid, type Who, World } from './world.ts';

export const proposalId = uid('proposal');
export const meetingId = uid('meeting');
export const itemId = agendaItemId(meetingId, proposalId);
export const round1 = decisionId(itemId, 1);
export const claimId = uid('claim');
export const receiptId = uid('receipt');

export const found: CommandArgs<'committee.found'> = {
  name: 'Spoelkwartier',
  bodyWord: 'commissie wijkbudgetten',
  city: 'Enschede',
  founderName: 'Annie',
  year: 2026,
  grantCents: 1_000_000,
  smallLimitCents: 500_000,
  quorum: { kind: 'more_than_half' },
  foundedOn: '2026-01-05',
};

export const draft: CommandArgs<'proposal.create'> = {
  proposalId,
  year: 2026,
  title: 'Buurtfeest Klosplein',
  summary: 'Een middag met muziek en spelletjes.',
  applicant: 'Speeltuinvereniging Klosplein',
  kind: 'recurring_event',
  themeShares: [
    { theme: 7, percent: 70 },
    { theme: 6, percent: 30 },
  ],
  quarters: ['Klosplein'],
  budgetLines: [
    { id: uid('line 1'), label: 'Muziek', amountCents: 30_000 },
    { id: uid('line 2'), label: 'Springkussen', amountCents: 15_000 },
  ],
  requestedCents: 45_000,
};

export const count: CommandArgs<'support.count'> = {
  proposalId,
  sheetNumber: 1,
  area: 'Klosplein 1-40',
  householdsAsked: 40,
  forCount: 25,
  againstCount: 3,
  noOpinionCount: 2,
  notAtHomeCount: 6,
  photos: [],
  countedOn: '2026-02-20',
};

export const supportArea: CommandArgs<'support.describeArea'> = {
  proposalId,
  streets: 'Klosplein en Weefstraat 1 tot 60',
  households: 84,
  source: 'Zelf geteld',
};
export const objection = {
  kind: 'objection',
  indicationId: uid('indication'),
  proposalId,
  from: 'Een bewoner van de Weefstraat',
  text: 'De muziek is te laat op de avond',
  photos: [],
  notedOn: '2026-02-21',
} as const satisfies CommandArgs<'support.note'>;

export const plan: CommandArgs<'meeting.plan'> = {
  meetingId,
  title: 'Vergadering maart',
  place: 'Buurthuis De Spil',
  plannedOn: '2026-03-10',
  startTime: '19:30',
};

export const takenUnder = {
  presentIds: [people.chair, people.secretary, people.treasurer],
  recusedIds: [],
  votes: { forCount: 3, againstCount: 0, abstainedCount: 0 },
} as const;

export const decision: CommandArgs<'decision.record'> = {
  meetingId,
  itemId,
  round: 1,
  outcome: 'awarded',
  awardedCents: 45_000,
  conditions: ['Verslag voor de site'],
  reason: '',
  takenUnder,
  decidedOn: '2026-03-10',
};

export const arrival: CommandArgs<'presence.mark'> = {
  meetingId,
  personId: people.treasurer,
  state: 'present',
  at: '2026-03-10T18:35:00.000Z',
};
export const arrivalId = presenceMarkId(meetingId, arrival.personId, arrival.at, arrival.state);
export const guest: CommandArgs<'guest.add'> = {
  guestId: uid('guests'),
  meetingId,
  who: 'Bewoners van de Klosstraat',
  count: 3,
};
export const nextMeetingId = uid('meeting in April');
export const adoption: CommandArgs<'decisionList.adopt'> = {
  meetingId,
  inMeetingId: nextMeetingId,
  adoptedOn: '2026-04-14',
  remarks: 'Het bedrag van punt 1 is hersteld.',
};

export const photo = (name: string): Photo => ({
  sha256: hash(name),
  originalSha256: hash(`original of ${name}`),
  size: 120_000,
  mime: 'image/jpeg',
  width: 1200,
  height: 1600,
});
const hash = (name: string): string =>
  [1, 2, 3]
    .map((n) => uid(`${name} ${n}`).replaceAll('-', ''))
    .join('')
    .slice(0, 64);

export const receipt = {
  receiptId,
  amountCents: 12_050,
  boughtOn: '2026-03-14',
  shop: 'De Feestwinkel',
  what: 'Slingers en limonade',
  budgetLineId: null,
  photos: [photo('receipt')],
};

export const claim: CommandArgs<'claim.submit'> = {
  claimId,
  proposalId,
  kind: 'reimbursement',
  payeeName: 'Greet de Vries',
  iban: 'NL91ABNA0417164300',
  holder: 'G. de Vries',
  receipts: [receipt],
};

export const approve: CommandArgs<'claim.approve'> = { claimId, approvedCents: 12_050, seenClaimedCents: 12_050 };
export const seenPayee = { name: claim.payeeName, ibanLast4: '4300' } as const;
export const payment: CommandArgs<'payment.record'> = {
  claimId,
  number: 1,
  amountCents: 12_050,
  paidOn: '2026-03-20',
  reference: 'Buurtfeest',
};

const roles = ['secretary', 'treasurer', 'member', 'auditor', 'district_manager'] as const;

/** Founded, with one person in every role; the initiator is bound to the one proposal. */
export function foundedWorld(): World {
  const world = new World();
  world.ok('chair', 'committee.found', found);
  for (const role of roles) {
    world.ok('chair', 'member.add', { personId: people[role], name: role, role, proposalIds: [] });
  }
  const initiators: readonly Who[] = ['initiator', 'neighbour'];
  for (const who of initiators) {
    const proposalIds = who === 'initiator' ? [proposalId] : [];
    world.ok('chair', 'member.add', { personId: people[who], name: who, role: 'initiator', proposalIds });
  }
  return world;
}

/** A member has left. */
export function leftWorld(): World {
  const world = foundedWorld();
  world.ok('chair', 'member.remove', { personId: people.member });
  return world;
}

export function draftedWorld(): World {
  const world = foundedWorld();
  world.ok('initiator', 'proposal.create', draft);
  return world;
}

export function objectedWorld(): World {
  const world = draftedWorld();
  world.ok('member', 'support.note', objection);
  return world;
}

export function submittedWorld(): World {
  const world = draftedWorld();
  world.ok('initiator', 'proposal.submit', { proposalId, submittedOn: '2026-02-01' });
  return world;
}

/** Submitted and on the agenda of a meeting that is planned. */
export function plannedWorld(): World {
  const world = submittedWorld();
  world.ok('secretary', 'meeting.plan', plan);
  world.ok('secretary', 'agenda.add', { meetingId, proposalId, title: draft.title, position: 1 });
  return world;
}

export function openWorld(): World {
  const world = plannedWorld();
  world.ok('secretary', 'meeting.open', { meetingId });
  return world;
}

export function decidedWorld(change: Partial<CommandArgs<'decision.record'>> = {}): World {
  const world = openWorld();
  world.ok('secretary', 'decision.record', { ...decision, ...change });
  return world;
}

/** Decided, and the initiator handed in a claim of 120.50. */
export function claimedWorld(): World {
  const world = decidedWorld();
  world.ok('initiator', 'claim.submit', claim);
  return world;
}

export function approvedWorld(): World {
  const world = claimedWorld();
  world.ok('treasurer', 'claim.approve', approve);
  return world;
}

export function paidWorld(): World {
  const world = approvedWorld();
  world.ok('treasurer', 'payment.record', payment);
  return world;
}

/** The treasurer is noted as present. */
export function arrivedWorld(): World {
  const world = openWorld();
  world.ok('secretary', 'presence.mark', arrival);
  return world;
}

/** The meeting of March is over, and the one of April has begun. */
export function nextWorld(): World {
  const world = decidedWorld();
  world.ok('chair', 'meeting.close', { meetingId });
  world.ok('secretary', 'meeting.plan', { ...plan, meetingId: nextMeetingId, plannedOn: '2026-04-14' });
  world.ok('secretary', 'meeting.open', { meetingId: nextMeetingId });
  return world;
}

export const nextYear: CommandArgs<'budgetYear.open'> = {
  ...{ year: 2027, grantCents: 1_100_000, smallLimitCents: 500_000, bookedOn: '2027-01-04' },
};
export const rule: CommandArgs<'rule.add'> = {
  ...{ ruleKey: uid('rule'), year: 2026, owner: 'body', text: 'Hoogstens € 5.000 per aanvraag', help: '' },
  ...{ check: 'amount_max', limit: 500_000 },
};
export const quarter: CommandArgs<'quarter.add'>['quarters'][number] = {
  ...{ name: 'Klosplein', code: 'BU01530101', residents: 1_240 },
  rings: [
    [
      [6.89, 52.22],
      [6.9, 52.22],
      [6.9, 52.23],
    ],
  ],
};
export const goal: CommandArgs<'savings.start'> = {
  ...{ goalId: uid('goal'), goal: 'Nieuwe speeltuin', targetCents: 300_000, fromYear: 2026, untilYear: 2028 },
};
export const cost: CommandArgs<'organisationCost.record'> = {
  ...{ costId: uid('cost'), year: 2026, amountCents: 4_500, what: 'Koffie en zaalhuur', paidOn: '2026-02-14' },
};
export const transfer: CommandArgs<'transfer.send'> = {
  ...{ transferId: uid('transfer'), year: 2026, amountCents: 60_000, reason: 'Samen een feest', sentOn: '2026-04-01' },
  ...{ toCommitteeId: uid('other committee'), toName: 'Velve' },
};
export const received: CommandArgs<'transfer.receive'> = {
  ...{ transferId: uid('transfer'), year: 2026, amountCents: 60_000, reason: 'Samen een feest', sentOn: '2026-04-01' },
  ...{ fromCommitteeId: uid('other committee'), fromName: 'Velve' },
};

export function ruledWorld(): World {
  const world = foundedWorld();
  world.ok('secretary', 'rule.add', rule);
  return world;
}

/** With € 1,000 saved. */
export function savingWorld(start: () => World = foundedWorld): World {
  const world = start();
  world.ok('treasurer', 'savings.start', goal);
  world.ok('treasurer', 'savings.put', {
    goalId: goal.goalId,
    year: 2026,
    amountCents: 100_000,
    bookedOn: '2026-10-01',
  });
  return world;
}

/** With € 300 for own costs. */
export function reservedWorld(start: () => World = foundedWorld): World {
  const world = start();
  world.ok('treasurer', 'organisation.reserve', { year: 2026, amountCents: 30_000, bookedOn: '2026-01-10' });
  return world;
}

export function sentWorld(): World {
  const world = foundedWorld();
  world.ok('treasurer', 'transfer.send', transfer);
  return world;
}

/** € 10,000 given; 450 awarded and 120.50 of that paid, 1,000 saved, 300 for own costs of which 45 spent. */
export function yearEndWorld(): World {
  const world = reservedWorld(() => savingWorld(paidWorld));
  world.ok('treasurer', 'organisationCost.record', cost);
  world.ok('treasurer', 'budgetYear.open', nextYear);
  return world;
}
