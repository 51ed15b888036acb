/** One scene for every reason for which a command can be refused. The tests play each of them, docs/domain.md is made of
 *  them, and every other test of the domain fails when a command is refused for a reason that is not listed here. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import type { CommandName } from '../../src/domain/permissions.ts';
import type { RejectionCode } from '../../src/domain/rejections.ts';
import { paymentId, ruleId, supportSheetId } from '../../src/domain/rows.ts';
import { auditScenes } from './auditExamples.ts';
import { bankScenes } from './bankExamples.ts';
import { claimScenes } from './claimExamples.ts';
import * as given from './committee.ts';
import { dossierScenes } from './dossierScenes.ts';
import { after } from './example.ts';
import { consultationScenes } from './hallRefusals.ts';
import { outcomeScenes } from './outcomeExamples.ts';
import { planScenes } from './planExamples.ts';
import { rulingScenes } from './rulingExamples.ts';
import { type Scene, scene } from './scene.ts';
import { taskScenes } from './taskExamples.ts';
import { committeeId, people, uid } from './world.ts';

const { proposalId, meetingId, itemId, claimId, receiptId, round1, draft, decision, claim } = given;
const finished = after(given.decidedWorld, (world) => {
  world.ok('treasurer', 'proposal.finish', { proposalId, finishedOn: '2026-06-01' });
});
const closed = after(given.decidedWorld, (world) => {
  world.ok('chair', 'meeting.close', { meetingId });
});
const counted = after(given.draftedWorld, (world) => {
  world.ok('member', 'support.count', given.count);
  world.ok('secretary', 'support.count', { ...given.count, forCount: 24 });
});
const lettered = after(given.draftedWorld, (world) => {
  world.ok('member', 'support.note', { ...given.objection, kind: 'letter' });
});
const answered = after(given.objectedWorld, (world) => {
  const { indicationId } = given.objection;
  world.ok('member', 'support.answer', { indicationId, answer: 'De muziek stopt om tien uur', seenAnswer: '' });
});
const otherReceipt = { ...given.receipt, receiptId: uid('receipt 2'), shop: 'Bakker', amountCents: 40_000, photos: [] };
const otherClaim: CommandArgs<'claim.submit'> = { ...claim, claimId: uid('claim 2'), receipts: [otherReceipt] };
const secondMeeting = uid('meeting 2');
const loose = uid('loose');
const looseItem = `${meetingId}:n:${loose}`;
const withLooseItem = after(given.openWorld, (world) => {
  world.ok('secretary', 'agenda.add', {
    meetingId,
    proposalId: null,
    itemNonce: loose,
    title: 'Rondvraag',
    position: 9,
  });
  world.ok('secretary', 'meeting.plan', { ...given.plan, meetingId: secondMeeting });
  world.ok('secretary', 'meeting.open', { meetingId: secondMeeting });
});
const withGuests = after(given.openWorld, (world) => world.ok('member', 'guest.add', given.guest));
const withNote = after(given.openWorld, (world) => {
  world.ok('member', 'minutes.write', { meetingId, itemId: null, text: 'Van de telefoon', seen: '' });
});
const correction: CommandArgs<'decision.correct'> = {
  correctionId: uid('correction'),
  decisionId: round1,
  outcome: 'partly_awarded',
  awardedCents: 30_000,
  reason: 'Verkeerd opgeschreven',
  correctedOn: '2026-04-01',
};
const lowered = after(given.approvedWorld, (world) => {
  world.ok('chair', 'decision.correct', { ...correction, awardedCents: 10_000 });
});
const reversedWorld = after(given.paidWorld, (world) => {
  world.ok('treasurer', 'payment.reverse', {
    paymentId: paymentId(claimId, 1),
    reason: 'Verkeerde rekening',
    reversedOn: '2026-03-22',
  });
});
const past: CommandArgs<'proposal.record'> = {
  ...{ proposalId: uid('past'), year: 2014, title: 'Bankje', amountCents: 50_000 },
  themeShares: [{ theme: 6, percent: 100 }],
};
const numbers = { householdsAsked: 40, forCount: 25, againstCount: 3, noOpinionCount: 2, notAtHomeCount: 6 };

const committee: readonly Scene[] = [
  scene(
    'committee.found',
    'not_permitted',
    'the committee exists and the actor has a role in it',
    given.foundedWorld,
    'chair',
    given.found,
  ),
  scene(
    'committee.found',
    'already_founded',
    'somebody else founded it first',
    given.foundedWorld,
    'stranger',
    given.found,
  ),
  scene(
    'committee.change',
    'changed_meanwhile',
    'the field no longer holds what the author saw',
    given.foundedWorld,
    'chair',
    {
      fields: { name: 'Nieuw' },
      seen: { name: 'Oud' },
    },
  ),
  scene('budgetYear.open', 'year_exists', 'the year is open with other amounts', given.foundedWorld, 'treasurer', {
    year: 2026,
    grantCents: 1,
    smallLimitCents: 500_000,
    bookedOn: '2026-01-06',
  }),
  scene('budgetYear.change', 'unknown_year', 'the year was never opened', given.foundedWorld, 'treasurer', {
    year: 2031,
    fields: { smallLimitCents: 1 },
    seen: { smallLimitCents: 2 },
  }),
  scene(
    'budgetYear.change',
    'changed_meanwhile',
    'the field no longer holds what the author saw',
    given.foundedWorld,
    'treasurer',
    {
      year: 2026,
      fields: { smallLimitCents: 1 },
      seen: { smallLimitCents: 2 },
    },
  ),
  scene('grant.add', 'unknown_year', 'the year was never opened', given.foundedWorld, 'treasurer', {
    year: 2031,
    amountCents: 1,
    note: '',
    bookedOn: '2026-01-06',
  }),
  scene('grant.add', 'amount_not_fitting', 'the amount is 0', given.foundedWorld, 'treasurer', {
    year: 2026,
    amountCents: 0,
    note: '',
    bookedOn: '2026-01-06',
  }),
  scene('member.add', 'not_permitted', 'a secretary makes a chair', given.foundedWorld, 'secretary', {
    personId: uid('Jan'),
    name: 'Jan',
    role: 'chair',
    proposalIds: [],
  }),
  scene('member.add', 'id_taken', 'this person is in already, with another name or role', given.foundedWorld, 'chair', {
    personId: people.member,
    name: 'Jan',
    role: 'member',
    proposalIds: [],
  }),
  scene(
    'member.changeRole',
    'changed_meanwhile',
    'the role is no longer the one that the author saw',
    given.foundedWorld,
    'chair',
    {
      personId: people.member,
      role: 'treasurer',
      proposalIds: [],
      seenRole: 'auditor',
    },
  ),
  scene('member.changeRole', 'last_chair', 'the only chair would become something else', given.foundedWorld, 'chair', {
    personId: people.chair,
    role: 'member',
    proposalIds: [],
    seenRole: 'chair',
  }),
  scene(
    'member.changeRole',
    'wrong_state',
    'the person was removed',
    after(given.foundedWorld, (world) => world.ok('chair', 'member.remove', { personId: people.member })),
    'chair',
    { personId: people.member, role: 'treasurer', proposalIds: [], seenRole: 'member' },
  ),
  scene('member.remove', 'last_chair', 'the only chair would leave', given.foundedWorld, 'chair', {
    personId: people.chair,
  }),
  scene('person.erase', 'still_member', 'the person did not leave', given.foundedWorld, 'chair', {
    personId: people.member,
    erasedOn: '2026-05-01',
  }),
  scene('member.add', 'name_erased', 'the name was erased', erasedWorld, 'chair', {
    personId: people.member,
    name: 'Dina Bos',
    role: 'member',
    proposalIds: [],
  }),
  scene('person.rename', 'name_erased', 'the name was erased', erasedWorld, 'secretary', {
    personId: people.member,
    name: 'Dina Bos',
  }),
];

function erasedWorld() {
  const world = given.leftWorld();
  world.ok('chair', 'person.erase', { personId: people.member, erasedOn: '2026-05-01' });
  return world;
}

const proposals: readonly Scene[] = [
  scene('proposal.create', 'id_taken', 'the same id with other content', given.draftedWorld, 'member', {
    ...draft,
    title: 'Anders',
  }),
  scene('proposal.create', 'unknown_year', 'the year was never opened', given.foundedWorld, 'member', {
    ...draft,
    year: 2031,
  }),
  scene(
    'proposal.change',
    'not_permitted',
    "an initiator changes somebody else's proposal",
    given.draftedWorld,
    'neighbour',
    {
      proposalId,
      fields: { title: 'Mijn' },
      seen: {},
    },
  ),
  scene(
    'proposal.change',
    'wrong_state',
    'an initiator after submitting, or anybody after the decision',
    given.submittedWorld,
    'initiator',
    {
      proposalId,
      fields: { title: 'Nieuw' },
      seen: {},
    },
  ),
  scene(
    'proposal.change',
    'changed_meanwhile',
    'a guarded figure no longer holds what the author saw',
    given.submittedWorld,
    'member',
    {
      proposalId,
      fields: { requestedCents: 40_000 },
      seen: { requestedCents: 50_000 },
    },
  ),
  scene('proposal.change', 'unknown_year', 'the new year was never opened', given.submittedWorld, 'member', {
    proposalId,
    fields: { year: 2031 },
    seen: { year: 2026 },
  }),
  scene(
    'proposal.submit',
    'not_permitted',
    "an initiator submits somebody else's proposal",
    given.draftedWorld,
    'neighbour',
    {
      proposalId,
      submittedOn: '2026-02-01',
    },
  ),
  scene(
    'proposal.submit',
    'not_submittable',
    'something is missing; params.missing counts',
    after(given.foundedWorld, (world) =>
      world.ok('initiator', 'proposal.create', { ...draft, title: ' ', budgetLines: [] }),
    ),
    'initiator',
    { proposalId, submittedOn: '2026-02-01' },
  ),
  scene(
    'proposal.submit',
    'shares_not_100',
    'the shares of the themes do not add up to 100 %',
    after(given.foundedWorld, (world) =>
      world.ok('initiator', 'proposal.create', { ...draft, themeShares: [{ theme: 7, percent: 90 }] }),
    ),
    'initiator',
    { proposalId, submittedOn: '2026-02-01' },
  ),
  scene('proposal.submit', 'wrong_state', 'it is withdrawn or finished', finished, 'member', {
    proposalId,
    submittedOn: '2026-02-01',
  }),
  scene('proposal.return', 'wrong_state', 'it is not waiting for the committee', given.draftedWorld, 'member', {
    proposalId,
    reason: 'Offerte ontbreekt',
  }),
  scene(
    'proposal.withdraw',
    'not_permitted',
    "an initiator withdraws somebody else's proposal",
    given.draftedWorld,
    'neighbour',
    {
      proposalId,
      reason: '',
    },
  ),
  scene(
    'proposal.withdraw',
    'wrong_state',
    'it is refused or finished, or something was paid',
    given.paidWorld,
    'initiator',
    {
      proposalId,
      reason: '',
    },
  ),
  scene('proposal.finish', 'wrong_state', 'nothing is awarded', given.submittedWorld, 'treasurer', {
    proposalId,
    finishedOn: '2026-06-01',
  }),
  scene(
    'proposal.finish',
    'claims_open',
    'a claim is not judged or not paid; params.count counts',
    given.approvedWorld,
    'treasurer',
    {
      proposalId,
      finishedOn: '2026-06-01',
    },
  ),
  scene(
    'proposal.record',
    'id_taken',
    'the same id with other content',
    after(given.foundedWorld, (world) => world.ok('system', 'proposal.record', past)),
    'system',
    { ...past, amountCents: 1 },
  ),
  scene(
    'proposalNote.add',
    'id_taken',
    'the same id with other content',
    after(given.draftedWorld, (world) =>
      world.ok('member', 'proposalNote.add', { noteId: uid('note'), proposalId, text: 'Goed plan' }),
    ),
    'member',
    { noteId: uid('note'), proposalId, text: 'Slecht plan' },
  ),
  scene('support.count', 'counts_do_not_fit', 'more answers than households asked', given.draftedWorld, 'member', {
    ...given.count,
    householdsAsked: 35,
  }),
  scene('support.settle', 'counts_do_not_fit', 'more answers than households asked', counted, 'chair', {
    sheetId: supportSheetId(proposalId, 1),
    numbers: { ...numbers, householdsAsked: 35 },
    reason: 'Samen nageteld',
  }),
  scene(
    'support.settle',
    'reason_missing',
    'the numbers differ from a count and no reason is given',
    counted,
    'chair',
    {
      sheetId: supportSheetId(proposalId, 1),
      numbers,
      reason: ' ',
    },
  ),
  scene(
    'support.settle',
    'own_count',
    'the actor counted the sheet and somebody else could settle it',
    counted,
    'member',
    {
      sheetId: supportSheetId(proposalId, 1),
      numbers,
      reason: 'Samen nageteld',
    },
  ),
  scene('support.destroySheets', 'sheets_still_kept', 'it is before 1 March after the year', counted, 'secretary', {
    ...{ sheetIds: [supportSheetId(proposalId, 1)], destroyedOn: '2027-02-28' },
  }),
  scene('support.note', 'id_taken', 'the same id with other content', given.objectedWorld, 'member', {
    ...given.objection,
    text: 'Geen bezwaar',
  }),
  scene('support.answer', 'malformed', 'the indication is no objection', lettered, 'chair', {
    indicationId: given.objection.indicationId,
    answer: 'Dank u wel',
    seenAnswer: '',
  }),
  scene('support.answer', 'changed_meanwhile', 'somebody else answered meanwhile', answered, 'chair', {
    indicationId: given.objection.indicationId,
    answer: 'De muziek stopt om elf uur',
    seenAnswer: '',
  }),
];

const evening: readonly Scene[] = [
  scene('meeting.plan', 'id_taken', 'the same id with other content', given.plannedWorld, 'secretary', {
    ...given.plan,
    place: 'Kerk',
  }),
  scene(
    'meeting.change',
    'changed_meanwhile',
    'the field no longer holds what the author saw',
    given.plannedWorld,
    'secretary',
    {
      meetingId,
      fields: { place: 'Kerk' },
      seen: { place: 'School' },
    },
  ),
  scene('meeting.change', 'wrong_state', 'the meeting is closed', closed, 'secretary', {
    meetingId,
    fields: { place: 'Kerk' },
    seen: { place: given.plan.place },
  }),
  scene(
    'meeting.enter',
    'id_taken',
    'it was opened on the evening, or entered with other content',
    given.openWorld,
    'secretary',
    {
      ...given.plan,
      endTime: '22:00',
    },
  ),
  scene('guest.add', 'id_taken', 'the same id with other content', withGuests, 'member', { ...given.guest, count: 4 }),
  scene('minutes.write', 'malformed', 'the item is of another meeting', withLooseItem, 'member', {
    meetingId: secondMeeting,
    itemId,
    text: 'Iets',
    seen: '',
  }),
  scene('minutes.write', 'changed_meanwhile', 'another device of the same person wrote here', withNote, 'member', {
    meetingId,
    itemId: null,
    text: 'Van de tablet',
    seen: '',
  }),
  scene(
    'meetingRules.change',
    'changed_meanwhile',
    'the field no longer holds what the author saw',
    given.foundedWorld,
    'chair',
    {
      fields: { tieRule: 'lot' },
      seen: { tieRule: 'rejected' },
    },
  ),
  scene('agenda.remove', 'wrong_state', 'something is decided on it', given.decidedWorld, 'secretary', { itemId }),
  scene('recusal.set', 'malformed', 'the item is of another meeting', withLooseItem, 'secretary', {
    itemId,
    meetingId: secondMeeting,
    personId: people.member,
    recused: true,
    reason: '',
  }),
  scene('decision.record', 'malformed', 'the item is of another meeting', withLooseItem, 'secretary', {
    ...decision,
    meetingId: secondMeeting,
  }),
  scene('decision.record', 'nothing_to_decide', 'the item is about no proposal', withLooseItem, 'secretary', {
    ...decision,
    itemId: looseItem,
  }),
  scene(
    'decision.record',
    'already_decided',
    'another decision stands on this item and round',
    given.decidedWorld,
    'chair',
    {
      ...decision,
      outcome: 'deferred',
      awardedCents: 0,
    },
  ),
  scene(
    'decision.record',
    'amount_not_fitting',
    'an award without money, or money without an award',
    given.openWorld,
    'secretary',
    {
      ...decision,
      awardedCents: 0,
    },
  ),
  scene(
    'decision.record',
    'reason_missing',
    'refused or awarded in part without a reason',
    given.openWorld,
    'secretary',
    {
      ...decision,
      outcome: 'refused',
      awardedCents: 0,
      reason: ' ',
    },
  ),
  scene('decision.withdraw', 'wrong_state', 'the meeting is closed, or something was paid', closed, 'secretary', {
    decisionId: round1,
  }),
  scene(
    'decision.correct',
    'id_taken',
    'the same id with other content',
    after(given.decidedWorld, (world) => world.ok('chair', 'decision.correct', correction)),
    'chair',
    { ...correction, awardedCents: 20_000 },
  ),
  scene(
    'decision.correct',
    'wrong_state',
    'it is withdrawn, or the proposal is finished',
    finished,
    'chair',
    correction,
  ),
  scene(
    'decision.correct',
    'amount_not_fitting',
    'an award without money, or money without an award',
    given.decidedWorld,
    'chair',
    {
      ...correction,
      awardedCents: 0,
    },
  ),
  scene('decision.correct', 'above_award', 'less than what is already paid', given.paidWorld, 'chair', {
    ...correction,
    awardedCents: 12_000,
  }),
];

const money: readonly Scene[] = [
  scene(
    'claim.submit',
    'not_permitted',
    "an initiator claims on somebody else's proposal",
    given.decidedWorld,
    'neighbour',
    claim,
  ),
  scene(
    'claim.submit',
    'id_taken',
    'the claim or a receipt is of somebody or something else',
    given.claimedWorld,
    'member',
    claim,
  ),
  scene(
    'claim.submit',
    'wrong_state',
    'it changes a claim that waits for its judgement, or was paid',
    given.claimedWorld,
    'initiator',
    {
      ...claim,
      receipts: [{ ...given.receipt, amountCents: 1 }],
    },
  ),
  scene(
    'claim.submit',
    'amount_not_fitting',
    'the receipts together are not above 0',
    given.decidedWorld,
    'initiator',
    {
      ...claim,
      receipts: [{ ...given.receipt, amountCents: -500 }],
    },
  ),
  scene(
    'claim.submit',
    'vat_not_fitting',
    'the VAT of a receipt is all of it or more, or goes the other way',
    given.decidedWorld,
    'initiator',
    { ...claim, receipts: [{ ...given.receipt, vatCents: given.receipt.amountCents }] },
  ),
  scene(
    'claim.approve',
    'own_claim',
    'the actor made the claim',
    after(given.decidedWorld, (world) => world.ok('treasurer', 'claim.submit', claim)),
    'treasurer',
    given.approve,
  ),
  scene(
    'claim.approve',
    'wrong_state',
    'it is not waiting to be judged, or the proposal is finished',
    after(given.claimedWorld, (world) => world.ok('chair', 'claim.reject', { claimId, reason: 'Niet voor het feest' })),
    'treasurer',
    given.approve,
  ),
  scene(
    'claim.approve',
    'changed_meanwhile',
    'the claimed amount is not the one that the author saw',
    given.claimedWorld,
    'treasurer',
    {
      ...given.approve,
      seenClaimedCents: 12_000,
    },
  ),
  scene(
    'claim.approve',
    'changed_meanwhile',
    'the money goes to another name or account than the author saw',
    after(given.claimedWorld, (world) => {
      world.ok('chair', 'claim.return', { claimId, reason: 'Welke rekening is dit?' });
      world.ok('initiator', 'claim.submit', { ...claim, iban: 'NL20INGB0001234567' });
    }),
    'treasurer',
    { ...given.approve, seenPayee: given.seenPayee },
  ),
  scene('claim.approve', 'above_claim', 'more than is claimed', given.claimedWorld, 'treasurer', {
    ...given.approve,
    approvedCents: 12_051,
  }),
  scene(
    'claim.approve',
    'no_award',
    'nothing is awarded yet',
    after(given.submittedWorld, (world) => world.ok('initiator', 'claim.submit', claim)),
    'treasurer',
    given.approve,
  ),
  scene(
    'claim.approve',
    'above_award',
    'the approved claims together would pass the award',
    after(given.approvedWorld, (world) => world.ok('initiator', 'claim.submit', otherClaim)),
    'treasurer',
    { claimId: otherClaim.claimId, approvedCents: 40_000, seenClaimedCents: 40_000 },
  ),
  ...(['claim.return', 'claim.reject'] as const).flatMap((command) => [
    scene(
      command,
      'own_claim',
      'the actor made the claim',
      after(given.decidedWorld, (world) => world.ok('treasurer', 'claim.submit', claim)),
      'treasurer',
      { claimId, reason: 'Dubbel' },
    ),
    scene(command, 'wrong_state', 'it is settled, or something was paid on it', given.paidWorld, 'treasurer', {
      claimId,
      reason: 'Dubbel',
    }),
  ]),
  scene(
    'receipt.addPhoto',
    'not_permitted',
    "an initiator adds to somebody else's receipt",
    given.claimedWorld,
    'neighbour',
    {
      receiptId,
      photo: given.photo('back'),
    },
  ),
  scene('payment.record', 'already_paid', 'another payment has this number', given.paidWorld, 'treasurer', {
    ...given.payment,
    amountCents: 100,
  }),
  scene('payment.record', 'wrong_state', 'the claim is not approved', given.claimedWorld, 'treasurer', given.payment),
  scene(
    'payment.record',
    'above_approved',
    'the payments together would pass what is approved',
    given.paidWorld,
    'treasurer',
    {
      ...given.payment,
      number: 2,
      amountCents: 1,
    },
  ),
  scene(
    'payment.record',
    'above_award',
    'the payments together would pass an award that was lowered',
    lowered,
    'treasurer',
    given.payment,
  ),
  scene(
    'payment.record',
    'already_reversed',
    'the same payment was taken back meanwhile',
    reversedWorld,
    'treasurer',
    given.payment,
  ),
  scene(
    'payment.reverse',
    'already_reversed',
    'it was reversed for another reason or on another day',
    reversedWorld,
    'chair',
    { paymentId: paymentId(claimId, 1), reason: 'Teruggestort', reversedOn: '2026-03-23' },
  ),
];

const { goal, transfer, rule } = given;
const put = { goalId: goal.goalId, year: 2026, amountCents: 1_000_001, bookedOn: '2026-11-01' };
const ruled2026 = ruleId(rule.ruleKey, 2026);
const costed = after(given.reservedWorld, (world) => {
  world.ok('treasurer', 'organisationCost.record', given.cost);
  world.ok('chair', 'organisationCost.reverse', {
    costId: given.cost.costId,
    reason: 'Dubbel',
    reversedOn: '2026-03-01',
  });
});
const sent = { transferId: transfer.transferId, settledOn: '2026-04-02' };

const year: readonly Scene[] = [
  scene('budgetYear.close', 'unknown_year', 'the year was never opened', given.foundedWorld, 'treasurer', {
    ...{ year: 2031, closedOn: '2027-01-31', seenLeftCents: 0 },
  }),
  scene('budgetYear.close', 'next_year_missing', 'the next year is not open', given.paidWorld, 'treasurer', {
    ...{ year: 2026, closedOn: '2027-01-31', seenLeftCents: 955_000 },
  }),
  scene(
    'budgetYear.close',
    'changed_meanwhile',
    'what is left is not what the author saw; params.leftCents says it',
    given.yearEndWorld,
    'treasurer',
    { year: 2026, closedOn: '2027-01-31', seenLeftCents: 1 },
  ),
  scene(
    'budgetYear.close',
    'wrong_state',
    'the next year is closed already',
    after(given.yearEndWorld, (world) => {
      world.ok('treasurer', 'budgetYear.open', { ...given.nextYear, year: 2028 });
      world.ok('treasurer', 'budgetYear.close', { year: 2027, closedOn: '2027-01-31', seenLeftCents: 1_100_000 });
    }),
    'treasurer',
    { year: 2026, closedOn: '2027-01-31', seenLeftCents: 850_500 },
  ),
  scene('rule.add', 'id_taken', 'the same id with other content', given.ruledWorld, 'chair', {
    ...rule,
    text: 'Anders',
  }),
  scene('rule.add', 'unknown_year', 'the year was never opened', given.foundedWorld, 'chair', { ...rule, year: 2031 }),
  scene('rule.add', 'limit_not_fitting', 'a figure and nobody to compare it, or none', given.foundedWorld, 'chair', {
    ...{ ...rule, limit: null },
  }),
  scene('rule.change', 'limit_not_fitting', 'a figure and nobody to compare it, or none', given.ruledWorld, 'chair', {
    ...{ ruleId: ruled2026, fields: { check: 'judged' }, seen: { check: 'amount_max' } },
  }),
  scene(
    'rule.change',
    'changed_meanwhile',
    'the field no longer holds what the author saw',
    given.ruledWorld,
    'chair',
    {
      ...{ ruleId: ruled2026, fields: { limit: 1 }, seen: { limit: 2 } },
    },
  ),
  scene('rule.copy', 'unknown_year', 'the year was never opened', given.ruledWorld, 'chair', {
    ...{ fromYear: 2026, toYear: 2031 },
  }),
  scene('savings.start', 'savings_too_long', 'longer than three years', given.foundedWorld, 'treasurer', {
    ...{ ...goal, untilYear: 2030 },
  }),
  scene('savings.start', 'id_taken', 'the same id with other content', given.savingWorld, 'treasurer', {
    ...{ ...goal, goal: 'Iets anders' },
  }),
  scene('savings.put', 'not_enough', 'more than is free', given.savingWorld, 'treasurer', put),
  scene('savings.put', 'unknown_year', 'the year was never opened', given.savingWorld, 'treasurer', {
    ...{ ...put, year: 2031 },
  }),
  scene(
    'savings.put',
    'savings_too_long',
    'the year is after the last one of the goal',
    after(given.foundedWorld, (world) => {
      world.ok('treasurer', 'savings.start', { ...goal, untilYear: 2026 });
      world.ok('treasurer', 'budgetYear.open', given.nextYear);
    }),
    'treasurer',
    { ...put, year: 2027, amountCents: 1 },
  ),
  scene('savings.take', 'not_enough', 'more than is saved', given.savingWorld, 'treasurer', put),
  scene('savings.take', 'unknown_year', 'the year was never opened', given.savingWorld, 'treasurer', {
    ...{ ...put, year: 2031 },
  }),
  scene('organisation.reserve', 'unknown_year', 'the year was never opened', given.foundedWorld, 'treasurer', {
    ...{ year: 2031, amountCents: 1, bookedOn: '2026-01-10' },
  }),
  scene('organisation.reserve', 'amount_not_fitting', 'the amount is 0', given.foundedWorld, 'treasurer', {
    ...{ year: 2026, amountCents: 0, bookedOn: '2026-01-10' },
  }),
  scene(
    'organisation.reserve',
    'not_enough',
    'more than is free, or more back than was set apart',
    given.reservedWorld,
    'treasurer',
    { year: 2026, amountCents: -30_001, bookedOn: '2026-01-10' },
  ),
  scene('organisationCost.record', 'id_taken', 'the same id with other content', costed, 'treasurer', {
    ...{ ...given.cost, amountCents: 1 },
  }),
  scene('organisationCost.record', 'unknown_year', 'the year was never opened', given.foundedWorld, 'treasurer', {
    ...{ ...given.cost, year: 2031 },
  }),
  scene(
    'organisationCost.reverse',
    'already_reversed',
    'it was reversed for another reason or on another day',
    costed,
    'treasurer',
    { costId: given.cost.costId, reason: 'Teruggestort', reversedOn: '2026-03-01' },
  ),
  scene('transfer.send', 'own_committee', 'it goes to this committee itself', given.foundedWorld, 'treasurer', {
    ...{ ...transfer, toCommitteeId: committeeId },
  }),
  scene('transfer.send', 'id_taken', 'the same id with other content', given.sentWorld, 'treasurer', {
    ...{ ...transfer, amountCents: 1 },
  }),
  scene('transfer.send', 'unknown_year', 'the year was never opened', given.foundedWorld, 'treasurer', {
    ...{ ...transfer, year: 2031 },
  }),
  scene('transfer.send', 'not_enough', 'more than is free', given.foundedWorld, 'treasurer', {
    ...{ ...transfer, amountCents: 1_000_001 },
  }),
  scene('transfer.receive', 'id_taken', 'the same id with other content', given.sentWorld, 'system', given.received),
  scene('transfer.receive', 'unknown_year', 'this committee never opened the year', given.foundedWorld, 'system', {
    ...{ ...given.received, year: 2031 },
  }),
  scene(
    'transfer.settle',
    'wrong_state',
    'it ended the other way already',
    after(given.sentWorld, (world) => world.ok('system', 'transfer.settle', { ...sent, result: 'refused' })),
    'system',
    { ...sent, result: 'arrived' },
  ),
];

export const scenes: readonly Scene[] = [
  ...committee,
  ...proposals,
  ...dossierScenes,
  ...rulingScenes,
  ...outcomeScenes,
  ...evening,
  ...consultationScenes,
  ...money,
  ...year,
  ...planScenes,
  ...auditScenes,
  ...taskScenes,
  ...bankScenes,
  ...claimScenes,
];

/** Every command is also refused to roles that may not send it, and when its arguments have another shape. */
export function isListed(command: CommandName, code: RejectionCode): boolean {
  return (
    code === 'not_permitted' ||
    code === 'malformed' ||
    scenes.some((one) => one.command === command && one.code === code)
  );
}
