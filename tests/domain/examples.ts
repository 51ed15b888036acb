/** For every command one that works, where it works, and what sending the same thing once more does. */
import type { CommandName } from '../../src/domain/permissions.ts';
import { paymentId, ruleId, supportSheetId } from '../../src/domain/rows.ts';
import { auditExamples } from './auditExamples.ts';
import { bankExamples } from './bankExamples.ts';
import { claimExamples } from './claimExamples.ts';
import * as given from './committee.ts';
import { dossierExamples } from './dossierExamples.ts';
import { after, type Example, example } from './example.ts';
import * as hall from './hall.ts';
import { outcomeExamples } from './outcomeExamples.ts';
import { planExamples } from './planExamples.ts';
import { rulingExamples } from './rulingExamples.ts';
import { taskExamples } from './taskExamples.ts';
import { people, uid, World } from './world.ts';

const { proposalId, meetingId, itemId, claimId, receiptId, round1 } = given;

export const examples: Readonly<Record<CommandName, Example>> = {
  'committee.found': example('committee.found', () => new World(), 'chair', given.found, 'not_permitted'),
  'committee.change': example('committee.change', given.foundedWorld, 'chair', {
    fields: { name: 'Klosplein en Spoelkwartier', quorum: { kind: 'count', count: 3 }, showsFigures: false },
    seen: { name: 'Spoelkwartier', quorum: { kind: 'more_than_half' }, showsFigures: true },
  }),
  'budgetYear.open': example('budgetYear.open', given.foundedWorld, 'treasurer', {
    year: 2027,
    grantCents: 1_100_000,
    smallLimitCents: 500_000,
    bookedOn: '2027-01-04',
  }),
  'budgetYear.change': example('budgetYear.change', given.foundedWorld, 'treasurer', {
    year: 2026,
    fields: {
      ...{ smallLimitCents: 250_000, thanksCents: 20_000 },
      barriers: [{ theme: 3, kind: 'statutory_rule', text: 'Over borden beslist de wegbeheerder' }],
    },
    seen: { smallLimitCents: 500_000, thanksCents: 0, barriers: [] },
  }),
  'grant.add': example(
    'grant.add',
    given.foundedWorld,
    'treasurer',
    { year: 2026, amountCents: 50_000, note: 'Extra voor de zomer', bookedOn: '2026-05-01' },
    'again', // two equal amounts can both be real
  ),
  'member.add': example('member.add', given.foundedWorld, 'secretary', {
    personId: uid('Jan'),
    name: 'Jan',
    role: 'initiator',
    proposalIds: [proposalId],
  }),
  'member.changeRole': example('member.changeRole', given.foundedWorld, 'chair', {
    personId: people.member,
    role: 'treasurer',
    proposalIds: [],
    seenRole: 'member',
  }),
  'member.remove': example('member.remove', given.foundedWorld, 'chair', { personId: people.member }),
  'person.rename': example('person.rename', given.foundedWorld, 'secretary', {
    personId: people.member,
    name: 'Dina Bos',
  }),
  'person.erase': example('person.erase', given.leftWorld, 'chair', {
    personId: people.member,
    erasedOn: '2026-05-01',
  }),
  'proposal.create': example('proposal.create', given.foundedWorld, 'initiator', {
    ...given.draft,
    proposalId: uid('new proposal'),
  }),
  'proposal.change': example('proposal.change', given.draftedWorld, 'initiator', {
    proposalId,
    fields: { title: 'Groot buurtfeest', requestedCents: 50_000, budgetLines: [] },
    seen: { title: 'Buurtfeest Klosplein', requestedCents: 45_000, budgetLines: given.draft.budgetLines },
  }),
  'proposal.submit': example('proposal.submit', given.draftedWorld, 'initiator', {
    proposalId,
    submittedOn: '2026-02-01',
  }),
  'proposal.return': example('proposal.return', given.submittedWorld, 'member', {
    proposalId,
    reason: 'De offerte ontbreekt',
  }),
  'proposal.withdraw': example('proposal.withdraw', given.submittedWorld, 'initiator', {
    proposalId,
    reason: 'Gaat niet door',
  }),
  'proposal.finish': example('proposal.finish', given.paidWorld, 'treasurer', { proposalId, finishedOn: '2026-06-01' }),
  'proposal.record': example('proposal.record', given.foundedWorld, 'system', {
    proposalId: uid('past project'),
    year: 2014,
    title: 'Jeu-de-boulesbaan Klosplein',
    themeShares: [{ theme: 6, percent: 100 }],
    amountCents: 125_050,
  }),
  'proposalNote.add': example('proposalNote.add', given.draftedWorld, 'member', {
    noteId: uid('note'),
    proposalId,
    text: 'Vorig jaar ging het goed.',
  }),
  'support.count': example('support.count', given.draftedWorld, 'member', {
    ...given.count,
    photos: [given.photo('sheet')],
  }),
  'support.settle': example(
    'support.settle',
    after(given.draftedWorld, (world) => {
      world.ok('member', 'support.count', given.count);
      world.ok('secretary', 'support.count', { ...given.count, forCount: 24 });
    }),
    'chair',
    {
      sheetId: supportSheetId(proposalId, 1),
      numbers: { householdsAsked: 40, forCount: 25, againstCount: 3, noOpinionCount: 2, notAtHomeCount: 6 },
      reason: 'Samen nageteld',
    },
  ),
  'support.destroySheets': example(
    'support.destroySheets',
    after(given.draftedWorld, (world) => {
      world.ok('member', 'support.count', { ...given.count, photos: [given.photo('sheet')] });
    }),
    'secretary',
    { sheetIds: [supportSheetId(proposalId, 1)], destroyedOn: '2027-03-01' },
  ),
  'support.describeArea': example('support.describeArea', given.draftedWorld, 'member', given.supportArea),
  'support.note': example('support.note', given.draftedWorld, 'member', given.objection),
  'support.answer': example('support.answer', given.objectedWorld, 'secretary', {
    indicationId: given.objection.indicationId,
    answer: 'De muziek stopt om tien uur',
    seenAnswer: '',
  }),
  'support.withdraw': example('support.withdraw', given.objectedWorld, 'member', {
    indicationId: given.objection.indicationId,
    reason: 'Hoort bij een andere aanvraag',
  }),
  'support.judge': example('support.judge', given.draftedWorld, 'member', {
    proposalId,
    verdict: 'enough',
    text: 'Twee van de drie huizen zijn voor',
    judgedOn: '2026-03-02',
  }),
  'meeting.plan': example('meeting.plan', given.foundedWorld, 'secretary', given.plan),
  'meeting.change': example('meeting.change', given.plannedWorld, 'secretary', {
    meetingId,
    fields: { place: 'School', startTime: '20:00', invitation: 'Er is koffie' },
    seen: { place: 'Buurthuis De Spil', startTime: '19:30', invitation: '' },
  }),
  'meeting.enter': example('meeting.enter', given.foundedWorld, 'secretary', { ...given.plan, endTime: '22:15' }),
  'meeting.open': example('meeting.open', given.plannedWorld, 'member', { meetingId }),
  'meeting.close': example('meeting.close', given.decidedWorld, 'chair', { meetingId }),
  'meeting.takePen': example('meeting.takePen', given.openWorld, 'member', { meetingId }),
  'agenda.add': example('agenda.add', given.openWorld, 'secretary', {
    meetingId,
    proposalId: null,
    itemNonce: uid('round of questions'),
    title: 'Rondvraag',
    position: 9,
  }),
  'agenda.move': example('agenda.move', given.openWorld, 'secretary', { itemId, position: 2.5 }),
  'agenda.remove': example('agenda.remove', given.openWorld, 'secretary', { itemId }),
  'presence.set': example('presence.set', given.openWorld, 'member', {
    meetingId,
    personId: people.treasurer,
    state: 'excused',
  }),
  'presence.mark': example('presence.mark', given.openWorld, 'member', given.arrival),
  'presence.unmark': example('presence.unmark', given.arrivedWorld, 'member', { markId: given.arrivalId }),
  'guest.add': example('guest.add', given.openWorld, 'member', given.guest),
  'guest.remove': example(
    'guest.remove',
    after(given.openWorld, (world) => world.ok('member', 'guest.add', given.guest)),
    'member',
    {
      guestId: given.guest.guestId,
    },
  ),
  'recusal.set': example('recusal.set', given.openWorld, 'member', {
    itemId,
    meetingId,
    personId: people.treasurer,
    recused: true,
    reason: 'Zit in het bestuur van de aanvrager',
  }),
  'decision.record': example('decision.record', given.openWorld, 'secretary', given.decision),
  'decision.withdraw': example('decision.withdraw', given.decidedWorld, 'secretary', { decisionId: round1 }),
  'decision.correct': example('decision.correct', given.decidedWorld, 'chair', {
    correctionId: uid('correction'),
    decisionId: round1,
    outcome: 'partly_awarded',
    awardedCents: 30_000,
    reason: 'Verkeerd opgeschreven',
    correctedOn: '2026-04-01',
  }),
  'minutes.take': example('minutes.take', given.openWorld, 'member', { meetingId }),
  'minutes.write': example('minutes.write', given.openWorld, 'member', {
    meetingId,
    itemId,
    text: 'De buren willen een eerdere eindtijd.',
    seen: '',
  }),
  'decisionList.adopt': example('decisionList.adopt', given.nextWorld, 'secretary', given.adoption),
  'decisionList.reopen': example(
    'decisionList.reopen',
    after(given.nextWorld, (world) => world.ok('secretary', 'decisionList.adopt', given.adoption)),
    'secretary',
    { meetingId, inMeetingId: given.nextMeetingId },
  ),
  'meetingRules.change': example('meetingRules.change', given.foundedWorld, 'chair', {
    fields: { tieRule: 'lot', votesByName: true },
    seen: { tieRule: 'postponed', votesByName: false },
  }),
  'consultation.announce': example('consultation.announce', hall.twoPlansWorld, 'secretary', hall.announce),
  'consultation.change': example('consultation.change', hall.announcedWorld, 'chair', {
    consultationId: hall.consultationId,
    fields: { place: 'School', budgetCents: 65_000 },
    seen: { place: hall.announce.place, budgetCents: hall.announce.budgetCents },
  }),
  'consultation.cancel': example('consultation.cancel', hall.announcedWorld, 'chair', {
    consultationId: hall.consultationId,
    reason: 'De zaal is dicht',
  }),
  'consultation.attend': example('consultation.attend', hall.announcedWorld, 'member', {
    consultationId: hall.consultationId,
    presentCount: 25,
  }),
  'ballotStack.count': example('ballotStack.count', hall.announcedWorld, 'member', hall.counted),
  'ballotStack.settle': example('ballotStack.settle', hall.countedWorld, 'chair', {
    stackId: hall.stackId,
    content: hall.papers,
    reason: 'Eén briefje was leeg',
  }),
  'consultation.close': example('consultation.close', hall.countedWorld, 'secretary', hall.close),
  'claim.submit': example('claim.submit', given.decidedWorld, 'initiator', given.claim),
  'claim.approve': example('claim.approve', given.claimedWorld, 'treasurer', given.approve),
  'claim.return': example('claim.return', given.claimedWorld, 'treasurer', {
    claimId,
    reason: 'De datum is niet te lezen',
  }),
  'claim.reject': example('claim.reject', given.claimedWorld, 'treasurer', { claimId, reason: 'Niet voor het feest' }),
  'receipt.addPhoto': example('receipt.addPhoto', given.claimedWorld, 'initiator', {
    receiptId,
    photo: given.photo('back'),
  }),
  'payment.record': example('payment.record', given.approvedWorld, 'treasurer', given.payment),
  'payment.reverse': example('payment.reverse', given.paidWorld, 'treasurer', {
    paymentId: paymentId(claimId, 1),
    reason: 'Verkeerde rekening',
    reversedOn: '2026-03-22',
  }),
  'budgetYear.close': example('budgetYear.close', given.yearEndWorld, 'treasurer', {
    year: 2026,
    closedOn: '2027-01-31',
    seenLeftCents: 850_500,
  }),
  'rule.add': example('rule.add', given.foundedWorld, 'secretary', given.rule),
  'rule.change': example('rule.change', given.ruledWorld, 'secretary', {
    ruleId: ruleId(given.rule.ruleKey, 2026),
    fields: { text: 'Hoogstens € 4.000 per aanvraag', limit: 400_000 },
    seen: { text: given.rule.text, limit: 500_000 },
  }),
  'rule.retire': example('rule.retire', given.ruledWorld, 'chair', {
    ruleId: ruleId(given.rule.ruleKey, 2026),
    retired: true,
  }),
  'rule.copy': example(
    'rule.copy',
    after(given.ruledWorld, (world) => world.ok('treasurer', 'budgetYear.open', given.nextYear)),
    'secretary',
    { fromYear: 2026, toYear: 2027 },
  ),
  'quarter.add': example('quarter.add', given.foundedWorld, 'secretary', { quarters: [given.quarter] }),
  'savings.start': example('savings.start', given.foundedWorld, 'treasurer', given.goal),
  'savings.put': example(
    'savings.put',
    given.savingWorld,
    'treasurer',
    { goalId: given.goal.goalId, year: 2026, amountCents: 50_000, bookedOn: '2026-11-01' },
    'again', // two equal amounts can both be real
  ),
  'savings.take': example(
    'savings.take',
    given.savingWorld,
    'treasurer',
    { goalId: given.goal.goalId, year: 2026, amountCents: 40_000, bookedOn: '2026-11-01' },
    'again',
  ),
  'organisation.reserve': example(
    'organisation.reserve',
    given.foundedWorld,
    'treasurer',
    { year: 2026, amountCents: 30_000, bookedOn: '2026-01-10' },
    'again',
  ),
  'organisationCost.record': example('organisationCost.record', given.reservedWorld, 'treasurer', {
    ...given.cost,
    thanks: true,
  }),
  'organisationCost.reverse': example(
    'organisationCost.reverse',
    after(given.reservedWorld, (world) => world.ok('treasurer', 'organisationCost.record', given.cost)),
    'chair',
    { costId: given.cost.costId, reason: 'Dubbel betaald', reversedOn: '2026-03-01' },
  ),
  'transfer.send': example('transfer.send', given.foundedWorld, 'treasurer', given.transfer),
  'transfer.receive': example('transfer.receive', given.foundedWorld, 'system', given.received),
  'transfer.settle': example('transfer.settle', given.sentWorld, 'system', {
    transferId: given.transfer.transferId,
    result: 'arrived',
    settledOn: '2026-04-02',
  }),
  ...dossierExamples,
  ...rulingExamples,
  ...planExamples,
  ...auditExamples,
  ...taskExamples,
  ...bankExamples,
  ...claimExamples,
  ...outcomeExamples,
  'held.drop': example('held.drop', given.foundedWorld, 'chair', { commandId: uid('command that waits') }),
  'refused.settle': example('refused.settle', given.foundedWorld, 'chair', {
    commandId: uid('command that was refused'),
    as: 'taken_over',
  }),
};
