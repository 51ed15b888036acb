/** Examples of the commands of the kascommissie, of payment files and of bookings by hand, and why they are refused. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import * as given from './committee.ts';
import { after, example } from './example.ts';
import { type Scene, scene } from './scene.ts';
import { people, uid, type World } from './world.ts';

const { claimId } = given;
const paidCents = given.payment.amountCents;
const [year, day] = [2026, '2026-11-20'];

export const file: CommandArgs<'paymentFile.make'> = {
  ...{ fileId: uid('file'), madeOn: day, executeOn: '2026-11-21' },
  transfers: [{ claimId, number: 1, amountCents: given.payment.amountCents }],
};
export const check: CommandArgs<'auditCheck.record'> = {
  ...{ claimId, verdict: 'right', seenPaidCents: paidCents, checkedOn: day },
};
export const finding: CommandArgs<'finding.record'> = {
  ...{ findingId: uid('finding'), year, claimId, text: 'Waar is de bon van de soep?', foundOn: day },
};
export const answer: CommandArgs<'finding.answer'> = {
  ...{ findingId: finding.findingId, answer: 'Die zat achter de andere', seenAnswer: '', answeredOn: day },
};
export const sign: CommandArgs<'statement.sign'> = {
  ...{ year, verdict: 'right', remarks: '', seenPaidCents: paidCents, signedOn: '2027-01-20' },
};
const opening: CommandArgs<'opening.book'> = {
  ...{ year, goalId: null, amountCents: 250_000, seenCents: 0, bookedOn: '2026-01-10' },
};
const correction: CommandArgs<'ledger.correct'> = {
  ...{ year, from: 'free', to: 'returned', amountCents: 5_000, bookedOn: day },
  reason: 'Aan de gemeente teruggestort, was niet geboekt',
};
const { goalId } = given.goal;

const filed = after(given.approvedWorld, (world) => world.ok('treasurer', 'paymentFile.make', file));
const found = after(given.paidWorld, (world) => world.ok('auditor', 'finding.record', finding));
const answered = after(found, (world) => world.ok('treasurer', 'finding.answer', answer));
const signed = after(given.paidWorld, (world) => world.ok('auditor', 'statement.sign', sign));
const unpaid = after(given.approvedWorld, (world: World) => {
  world.ok('treasurer', 'claim.return', { claimId, reason: 'Toch niet' });
});

export const auditExamples = {
  'paymentFile.make': example('paymentFile.make', given.approvedWorld, 'treasurer', file),
  'paymentFile.drop': example('paymentFile.drop', filed, 'chair', { fileId: file.fileId, reason: 'Bank weigerde het' }),
  'auditCheck.record': example('auditCheck.record', given.paidWorld, 'auditor', check),
  'finding.record': example('finding.record', given.paidWorld, 'auditor', finding),
  'finding.answer': example('finding.answer', found, 'treasurer', answer),
  'finding.settle': example('finding.settle', answered, 'auditor', { findingId: finding.findingId, settled: true }),
  'statement.sign': example('statement.sign', given.paidWorld, 'auditor', sign),
  'statement.withdraw': example('statement.withdraw', signed, 'auditor', { year, reason: 'Bon gevonden' }),
  'opening.book': example('opening.book', given.foundedWorld, 'treasurer', opening, 'changed_meanwhile'),
  'ledger.correct': example('ledger.correct', given.foundedWorld, 'treasurer', correction, 'again'),
} as const;

export const auditScenes: readonly Scene[] = [
  scene('paymentFile.make', 'id_taken', 'the same id with other content', filed, 'treasurer', {
    ...{ ...file, executeOn: '2026-12-01' },
  }),
  scene('paymentFile.make', 'wrong_state', 'a claim in it is not approved any more', unpaid, 'treasurer', file),
  scene('paymentFile.make', 'above_approved', 'more than was approved', given.approvedWorld, 'treasurer', {
    ...file,
    transfers: [{ claimId, number: 1, amountCents: 1_000_000 }],
  }),
  scene('paymentFile.make', 'already_in_file', 'another file holds the same payment', filed, 'chair', {
    ...{ ...file, fileId: uid('file 2') },
  }),
  scene(
    'paymentFile.drop',
    'wrong_state',
    'it was dropped for another reason',
    after(filed, (world) => world.ok('chair', 'paymentFile.drop', { fileId: file.fileId, reason: 'Bank weigerde' })),
    'treasurer',
    { fileId: file.fileId, reason: 'Dubbel' },
  ),
  scene('auditCheck.record', 'changed_meanwhile', 'something was paid since', given.paidWorld, 'auditor', {
    ...{ ...check, seenPaidCents: 0 },
  }),
  scene(
    'auditCheck.record',
    'own_claim',
    'the auditor handed it in, before she was one',
    after(given.paidWorld, (world) => {
      world.ok('chair', 'member.changeRole', {
        ...{ personId: people.initiator, role: 'auditor', proposalIds: [], seenRole: 'initiator' },
      });
    }),
    'initiator',
    check,
  ),
  scene('finding.record', 'id_taken', 'the same id with other content', found, 'auditor', {
    ...{ ...finding, text: 'Iets anders' },
  }),
  scene('finding.record', 'unknown_year', 'the year was never opened', given.paidWorld, 'auditor', {
    ...{ ...finding, year: 2031 },
  }),
  scene(
    'finding.answer',
    'wrong_state',
    'the auditor is content already',
    after(found, (world) => world.ok('auditor', 'finding.settle', { findingId: finding.findingId, settled: true })),
    'treasurer',
    answer,
  ),
  scene('finding.answer', 'changed_meanwhile', 'somebody else answered', answered, 'chair', {
    ...{ ...answer, answer: 'Die is kwijt' },
  }),
  scene('statement.sign', 'unknown_year', 'the year was never opened', given.paidWorld, 'auditor', {
    ...{ ...sign, year: 2031 },
  }),
  scene(
    'statement.sign',
    'reason_missing',
    'it does not simply approve, and says not why',
    given.paidWorld,
    'auditor',
    {
      ...{ ...sign, verdict: 'right_with_remarks' },
    },
  ),
  scene('statement.sign', 'already_signed', 'the same auditor signed something else', signed, 'auditor', {
    ...{ ...sign, verdict: 'not_right', remarks: 'De bon mist' },
  }),
  scene('statement.sign', 'changed_meanwhile', 'something was paid since', given.paidWorld, 'auditor', {
    ...{ ...sign, seenPaidCents: 0 },
  }),
  scene(
    'statement.withdraw',
    'wrong_state',
    'it was withdrawn for another reason',
    after(signed, (world) => world.ok('auditor', 'statement.withdraw', { year, reason: 'Bon gevonden' })),
    'auditor',
    { year, reason: 'Iets anders' },
  ),
  scene('opening.book', 'unknown_year', 'the year was never opened', given.foundedWorld, 'treasurer', {
    ...{ ...opening, year: 2031 },
  }),
  scene(
    'opening.book',
    'changed_meanwhile',
    'somebody brought a balance in since',
    after(given.foundedWorld, (world) => world.ok('chair', 'opening.book', opening)),
    'treasurer',
    opening,
  ),
  scene(
    'opening.book',
    'savings_too_long',
    'the goal ended before this year',
    after(given.foundedWorld, (world) => {
      world.ok('treasurer', 'savings.start', { ...given.goal, fromYear: 2024, untilYear: 2025 });
    }),
    'treasurer',
    { ...opening, goalId },
  ),
  scene('ledger.correct', 'unknown_year', 'the year was never opened', given.foundedWorld, 'treasurer', {
    ...{ ...correction, year: 2031 },
  }),
  scene('ledger.correct', 'not_enough', 'more than is free', given.foundedWorld, 'treasurer', {
    ...{ ...correction, amountCents: 1_000_001 },
  }),
];
