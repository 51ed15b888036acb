/** Examples of advances, second approvals and signatures, and why they are refused. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import { paymentId } from '../../src/domain/rows.ts';
import * as given from './committee.ts';
import { after, example } from './example.ts';
import { type Scene, scene } from './scene.ts';
import { people, uid, type World } from './world.ts';

const { claimId, receiptId, proposalId, receipt } = given;
const advanceId = uid('advance');
const spent = { ...receipt, receiptId: uid('receipt of the advance'), amountCents: 8_000 };

export const ask: CommandArgs<'advance.ask'> = {
  ...{ claimId: advanceId, proposalId, amountCents: 10_000, what: 'Inkopen voor het buffet' },
  ...{ payeeName: 'Greet de Vries', iban: 'NL91ABNA0417164300', holder: 'G. de Vries' },
};
export const handIn: CommandArgs<'advance.handIn'> = { claimId: advanceId, receipts: [spent] };
export const settle: CommandArgs<'advance.settle'> = {
  ...{ claimId: advanceId, acceptedCents: 8_000, seenSpentCents: 8_000, reason: '', settledOn: '2026-04-10' },
};
export const refund: CommandArgs<'advance.refund'> = {
  ...{ claimId: advanceId, number: 1, amountCents: 2_000, receivedOn: '2026-04-20' },
};
export const limit = { year: 2026, fields: { secondAboveCents: 10_000 }, seen: { secondAboveCents: 0 } } as const;
export const second: CommandArgs<'claim.approveSecond'> = { claimId, seenApprovedCents: 12_050 };
export const sign: CommandArgs<'claim.countersign'> = {
  ...{ claimId, signs: true, reason: '', seenAmountCents: 12_050, signedOn: '2026-03-18' },
};
const twin = { ...receipt, receiptId: uid('receipt twin'), photos: [] };
export const dismiss: CommandArgs<'double.dismiss'> = {
  ...{ claimId, receiptId, otherId: twin.receiptId, reason: 'Twee keer dezelfde boodschappen gehaald' },
};

export const limitedWorld = after(given.claimedWorld, (world) => world.ok('treasurer', 'budgetYear.change', limit));
export const secondWorld = after(limitedWorld, (world) => world.ok('treasurer', 'claim.approve', given.approve));
/** Money of chair and treasurer goes to one account, so neither may approve for the other. */
export const sharedWorld = after(given.decidedWorld, (world) => {
  const ofChair = { ...receipt, receiptId: uid('receipt of the chair'), amountCents: 100, shop: 'Bakker', photos: [] };
  world.ok('chair', 'claim.submit', { ...given.claim, claimId: uid('claim of the chair'), receipts: [ofChair] });
  world.ok('treasurer', 'claim.submit', given.claim);
});
export const askedWorld = after(sharedWorld, (world) => world.ok('chair', 'claim.approve', given.approve));
export const advanceAskedWorld = after(given.decidedWorld, (world) => world.ok('initiator', 'advance.ask', ask));
export const advancePaidWorld = after(advanceAskedWorld, (world) => {
  world.ok('treasurer', 'claim.approve', { claimId: advanceId, approvedCents: 10_000, seenClaimedCents: 10_000 });
  world.ok('treasurer', 'payment.record', { ...given.payment, claimId: advanceId, amountCents: 10_000 });
});
export const handedInWorld = after(advancePaidWorld, (world) => world.ok('initiator', 'advance.handIn', handIn));
export const settledWorld = after(handedInWorld, (world) => world.ok('treasurer', 'advance.settle', settle));
export const refundedWorld = after(settledWorld, (world) => world.ok('treasurer', 'advance.refund', refund));
const twinsWorld = after(given.claimedWorld, (world) => {
  world.ok('initiator', 'claim.submit', { ...given.claim, claimId: uid('claim twin'), receipts: [twin] });
});

export const claimExamples = {
  'claim.approveSecond': example('claim.approveSecond', secondWorld, 'secretary', second),
  'claim.countersign': example('claim.countersign', askedWorld, 'auditor', sign),
  'double.dismiss': example('double.dismiss', twinsWorld, 'treasurer', dismiss),
  'advance.ask': example('advance.ask', given.decidedWorld, 'initiator', ask),
  'advance.handIn': example('advance.handIn', advancePaidWorld, 'initiator', handIn),
  'advance.settle': example('advance.settle', handedInWorld, 'treasurer', settle),
  'advance.refund': example('advance.refund', settledWorld, 'treasurer', refund),
} as const;

const madeBy = (who: 'chair' | 'treasurer') =>
  after(given.decidedWorld, (world: World) => {
    world.ok(who, 'advance.ask', ask);
    const other = who === 'chair' ? 'treasurer' : 'chair';
    world.ok(other, 'claim.approve', { claimId: advanceId, approvedCents: 10_000, seenClaimedCents: 10_000 });
    world.ok(other, 'payment.record', { ...given.payment, claimId: advanceId, amountCents: 10_000 });
    world.ok(who, 'advance.handIn', handIn);
  });
const filed = after(given.approvedWorld, (world) => {
  const transfers = [{ claimId, number: 1, amountCents: 12_050 }];
  world.ok('treasurer', 'paymentFile.make', {
    ...{ fileId: uid('file'), madeOn: '2026-03-19', executeOn: '2026-03-20', transfers },
  });
});
const auditorAccount = after(askedWorld, (world) => {
  const change = { personId: people.member, role: 'auditor', proposalIds: [], seenRole: 'member' } as const;
  const own = { ...receipt, receiptId: uid('receipt of Dina'), amountCents: 100, shop: 'Slager', photos: [] };
  world.ok('member', 'claim.submit', { ...given.claim, claimId: uid('claim of Dina'), receipts: [own] });
  world.ok('chair', 'member.changeRole', change);
});
const otherIban = { ...given.claim, iban: 'NL20INGB0001234567', holder: 'H. Jansen' };

const approvals: readonly Scene[] = [
  scene('claim.submit', 'in_payment_file', 'a payment file holds it already', filed, 'initiator', otherIban),
  scene(
    'claim.approve',
    'same_account',
    'money of the actor goes to the same account, and somebody else can approve',
    after(given.claimedWorld, (world) => {
      const own = { ...receipt, receiptId: uid('receipt of the chair'), amountCents: 100, shop: 'Bakker', photos: [] };
      world.ok('chair', 'claim.submit', { ...given.claim, claimId: uid('claim of the chair'), receipts: [own] });
    }),
    'chair',
    given.approve,
  ),
  scene(
    'payment.record',
    'approval_incomplete',
    'a second approval is missing',
    secondWorld,
    'treasurer',
    given.payment,
  ),
  scene('paymentFile.make', 'approval_incomplete', 'a signature is missing', askedWorld, 'treasurer', {
    ...{ fileId: uid('file'), madeOn: '2026-03-19', executeOn: '2026-03-20' },
    transfers: [{ claimId, number: 1, amountCents: 12_050 }],
  }),
  scene('payment.reverse', 'wrong_state', 'a part of the advance came back already', refundedWorld, 'treasurer', {
    ...{ paymentId: paymentId(advanceId, 1), reason: 'Vergist', reversedOn: '2026-05-01' },
  }),
  scene(
    'claim.approveSecond',
    'own_claim',
    'the actor made the claim, or approved it',
    secondWorld,
    'treasurer',
    second,
  ),
  scene(
    'claim.approveSecond',
    'same_account',
    'money of the actor goes to the same account',
    after(secondWorld, (world) => {
      const own = { ...receipt, receiptId: uid('receipt of Bas'), amountCents: 100, shop: 'Bakker', photos: [] };
      world.ok('secretary', 'claim.submit', { ...given.claim, claimId: uid('claim of Bas'), receipts: [own] });
    }),
    'secretary',
    second,
  ),
  scene('claim.approveSecond', 'wrong_state', 'nothing asks for it', given.approvedWorld, 'secretary', second),
  scene('claim.approveSecond', 'changed_meanwhile', 'another amount was approved', secondWorld, 'secretary', {
    ...{ ...second, seenApprovedCents: 12_000 },
  }),
  scene(
    'claim.approveSecond',
    'changed_meanwhile',
    'the money goes to another name or account than the actor saw',
    after(secondWorld, (world) => {
      world.ok('initiator', 'claim.submit', otherIban);
      world.ok('treasurer', 'claim.approve', given.approve);
    }),
    'secretary',
    { ...second, seenPayee: given.seenPayee },
  ),
  scene('claim.countersign', 'own_claim', 'the signer made the claim', ownSigner(), 'treasurer', sign),
  scene('claim.countersign', 'same_account', 'money of the signer goes there too', auditorAccount, 'member', sign),
  scene(
    'claim.countersign',
    'wrong_state',
    'it was signed or refused before',
    after(askedWorld, (world) => world.ok('district_manager', 'claim.countersign', sign)),
    'auditor',
    sign,
  ),
  scene('claim.countersign', 'changed_meanwhile', 'another amount was approved', askedWorld, 'auditor', {
    ...{ ...sign, seenAmountCents: 1 },
  }),
  scene(
    'claim.countersign',
    'changed_meanwhile',
    'the money goes to another name than the signer saw',
    askedWorld,
    'auditor',
    {
      ...{ ...sign, seenPayeeName: 'Iemand anders' },
    },
  ),
  scene('claim.countersign', 'reason_missing', 'it is refused without a reason', askedWorld, 'auditor', {
    ...{ ...sign, signs: false },
  }),
  scene('double.dismiss', 'own_claim', 'the actor made the claim', ownTwins(), 'treasurer', dismiss),
  scene('double.dismiss', 'id_taken', 'the receipt is of another claim', twinsWorld, 'treasurer', {
    ...{ ...dismiss, receiptId: twin.receiptId, otherId: receiptId },
  }),
];

/** The treasurer, who made the claim, became the auditor meanwhile. */
function ownSigner() {
  return after(askedWorld, (world) => {
    const change = { personId: people.treasurer, role: 'auditor', proposalIds: [], seenRole: 'treasurer' } as const;
    world.ok('chair', 'member.changeRole', change);
  });
}

function ownTwins() {
  return after(given.decidedWorld, (world) => {
    world.ok('treasurer', 'claim.submit', given.claim);
    world.ok('treasurer', 'claim.submit', { ...given.claim, claimId: uid('claim twin'), receipts: [twin] });
  });
}

const advances: readonly Scene[] = [
  scene(
    'advance.ask',
    'not_permitted',
    "an initiator asks for somebody else's proposal",
    given.decidedWorld,
    'neighbour',
    ask,
  ),
  scene('advance.ask', 'id_taken', 'the claim is of somebody or something else', advanceAskedWorld, 'member', ask),
  scene('advance.ask', 'wrong_state', 'it changes one that was not given back', advanceAskedWorld, 'initiator', {
    ...{ ...ask, amountCents: 1 },
  }),
  scene('advance.handIn', 'not_permitted', 'the advance is of somebody else', advancePaidWorld, 'member', handIn),
  scene('advance.handIn', 'id_taken', 'a receipt is of another claim', claimedToo(), 'initiator', {
    ...{ claimId: advanceId, receipts: [receipt] },
  }),
  scene('advance.handIn', 'wrong_state', 'it is not paid, or settled', advanceAskedWorld, 'initiator', handIn),
  scene('advance.handIn', 'amount_not_fitting', 'the receipts together are below 0', advancePaidWorld, 'initiator', {
    ...{ claimId: advanceId, receipts: [{ ...spent, amountCents: -1 }] },
  }),
  scene('advance.handIn', 'vat_not_fitting', 'as for `claim.submit`', advancePaidWorld, 'initiator', {
    ...{ claimId: advanceId, receipts: [{ ...spent, vatCents: spent.amountCents }] },
  }),
  scene('advance.settle', 'own_claim', 'the actor has the advance', madeBy('treasurer'), 'treasurer', settle),
  scene(
    'advance.settle',
    'same_account',
    'as for `claim.approve`',
    after(handedInWorld, (world) => {
      const own = { ...receipt, receiptId: uid('receipt of the chair'), amountCents: 100, shop: 'Bakker', photos: [] };
      world.ok('chair', 'claim.submit', { ...given.claim, claimId: uid('claim of the chair'), receipts: [own] });
    }),
    'chair',
    settle,
  ),
  scene('advance.settle', 'wrong_state', 'no receipts were handed in', advancePaidWorld, 'treasurer', settle),
  scene('advance.settle', 'changed_meanwhile', 'other receipts were handed in', handedInWorld, 'treasurer', {
    ...{ ...settle, seenSpentCents: 1 },
  }),
  scene('advance.settle', 'above_claim', 'more than was spent', handedInWorld, 'treasurer', {
    ...{ ...settle, acceptedCents: 8_001 },
  }),
  scene('advance.settle', 'reason_missing', 'less than was spent, without a reason', handedInWorld, 'treasurer', {
    ...{ ...settle, acceptedCents: 7_000 },
  }),
  scene(
    'advance.settle',
    'above_award',
    'with the other claims it would pass the award',
    after(advancePaidWorld, (world) => {
      world.ok('initiator', 'advance.handIn', { ...handIn, receipts: [{ ...spent, amountCents: 50_000 }] });
    }),
    'treasurer',
    { ...settle, acceptedCents: 50_000, seenSpentCents: 50_000 },
  ),
  scene('advance.refund', 'wrong_state', 'it is not settled', handedInWorld, 'treasurer', refund),
  scene('advance.refund', 'not_enough', 'more than has to come back', settledWorld, 'treasurer', {
    ...{ ...refund, amountCents: 2_001 },
  }),
  scene('advance.refund', 'already_paid', 'another refund has this number', refundedWorld, 'treasurer', {
    ...{ ...refund, amountCents: 1 },
  }),
  scene('claim.return', 'wrong_state', 'the advance is settled', settledWorld, 'treasurer', {
    ...{ claimId: advanceId, reason: 'Toch niet' },
  }),
  scene('proposal.finish', 'claims_open', 'an advance is not accounted for', advancePaidWorld, 'treasurer', {
    ...{ proposalId, finishedOn: '2026-06-01' },
  }),
];

function claimedToo() {
  return after(advancePaidWorld, (world) => world.ok('initiator', 'claim.submit', given.claim));
}

export const claimScenes: readonly Scene[] = [...approvals, ...advances];
