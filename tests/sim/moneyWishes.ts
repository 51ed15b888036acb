/** What people want with claims, payments and the budget. */
import type { Claim, Proposal } from '../../src/domain/rows.ts';
import { amount, type Desk, day, type Maker, newUuid, photoOf, pickRow, proposalId, type Wish, wish } from './desk.ts';

/** Mostly an account of one's own; now and then one that several people share, so that they may not approve for each other. */
const ibans = [
  'NL91ABNA0417164300',
  'NL20INGB0001234567',
  'NL44RABO0123456789',
  'NL12TRIO0198765432',
  'NL60ASNB0267890123',
] as const;
export function ownIban({ random, peopleIds, personId }: Desk): string {
  return random.chance(0.25) ? ibans[0] : (ibans[1 + (peopleIds.indexOf(personId) % 4)] ?? ibans[0]);
}

export const hasAward = ({ awardedCents, state }: Proposal): boolean => awardedCents > 0 && state !== 'finished';

/** Claims of which a file may be at the bank. */
const filed = ({ rows }: Desk): ReadonlySet<string> =>
  new Set(
    rows('paymentFile')
      .filter(({ state }) => state === 'made')
      .flatMap(({ transfers }) => transfers.map(({ claimId }) => claimId)),
  );

/** Whoever sees that her own claim is on its way to the bank sometimes wants to change it yet, which may not be. */
export function submitWeight(desk: Desk): number {
  const inFile = filed(desk);
  const mine = ({ id, claimantId, state, paidCents }: Claim): boolean =>
    claimantId === desk.personId && state === 'approved' && paidCents === 0 && inFile.has(id);
  return inFile.size > 0 && desk.rows('claim').some(mine) ? 400 : 8;
}

export const submitClaim: Maker = (desk) => {
  const { random } = desk;
  // Also one that is approved: a change undoes that.
  const mine = (row: Claim): boolean => row.claimantId === desk.personId && row.kind !== 'advance';
  const inFile = filed(desk);
  const changes = ({ id }: Claim): boolean => random.chance(inFile.has(id) ? 0.9 : 0.1);
  const returned = pickRow(
    desk,
    'claim',
    (row) => mine(row) && (row.state === 'returned' || (row.state === 'approved' && changes(row))),
  );
  const awarded = random.chance(0.6) ? pickRow(desk, 'proposal', hasAward)?.id : undefined;
  const id = returned?.proposalId ?? awarded ?? proposalId(desk);
  if (id === undefined) return undefined;
  const photos = random.chance(0.5) ? [desk.newPhoto()] : [];
  const receipt = {
    ...{ receiptId: newUuid(random), amountCents: random.pick([1_250, 2_500, 4_999]), boughtOn: day(desk) },
    ...{ shop: random.pick(['Hema', 'Gamma']), what: 'Slingers', budgetLineId: null, photos: photos.map(photoOf) },
    ...(random.chance(0.3) ? { vatCents: random.chance(0.1) ? 3_000 : 217 } : {}), // 3,000 is more than some receipts are
  };
  const deposit = {
    ...receipt,
    receiptId: newUuid(random),
    amountCents: -250,
    vatCents: random.pick([0, -43]),
    photos: [],
  };
  return wish(
    'claim.submit',
    {
      ...{ claimId: returned?.id ?? newUuid(random), proposalId: id, kind: 'reimbursement', payeeName: 'Anna' },
      iban: random.chance(0.8) ? ownIban(desk) : null,
      ...{ holder: null, receipts: random.chance(0.2) ? [receipt, deposit] : [receipt] },
    },
    photos,
  );
};

/** What the phone shows of it when somebody approves. */
export const seenOf = ({ payeeName: name, ibanLast4 }: Claim) => ({ seenPayee: { name, ibanLast4 } });

export const judgeClaim: Maker = (desk) => {
  const awarded = new Set(
    desk
      .rows('proposal')
      .filter(hasAward)
      .map(({ id }) => id),
  );
  const fits = ({ state, claimantId, proposalId: of }: Claim): boolean =>
    (state === 'submitted' || desk.random.chance(0.3)) &&
    (awarded.has(of) || desk.random.chance(0.2)) &&
    (claimantId !== desk.personId || desk.random.chance(0.1));
  const claim: Claim | undefined = pickRow(desk, 'claim', fits);
  if (claim === undefined) return undefined;
  const { id: claimId, claimedCents: seenClaimedCents } = claim;
  return desk.random.weighted<Wish>([
    [7, wish('claim.approve', { claimId, approvedCents: seenClaimedCents, seenClaimedCents, ...seenOf(claim) })],
    [1, wish('claim.approve', { claimId, approvedCents: seenClaimedCents + 1, seenClaimedCents })],
    [1, wish('claim.return', { claimId, reason: 'Bon onleesbaar' })],
    [0.5, wish('claim.reject', { claimId, reason: 'Hoort hier niet bij' })],
  ]);
};

/** Two treasurers often pay the same claim: under one number it is one payment, under two it must not fit. */
export const pay: Maker = (desk) => {
  const { random } = desk;
  const payment = pickRow(desk, 'payment');
  if (payment !== undefined && random.chance(0.35)) {
    return wish('payment.reverse', {
      paymentId: payment.id,
      reason: random.pick(['Teruggestort', 'Dubbel']),
      reversedOn: day(desk),
    });
  }
  const claim = pickRow(desk, 'claim', ({ state }) => state === 'approved' || random.chance(0.1));
  if (claim === undefined) return undefined;
  const amountCents = random.chance(0.8) ? Math.max(claim.approvedCents, 1) : 1_000;
  const number = random.chance(0.8) ? 1 : 2;
  return wish('payment.record', { claimId: claim.id, number, amountCents, paidOn: day(desk), reference: 'Buurtkas' });
};

export const addReceiptPhoto: Maker = (desk) => {
  const receipt = pickRow(desk, 'receipt');
  if (receipt === undefined) return undefined;
  const photo = desk.newPhoto();
  return wish('receipt.addPhoto', { receiptId: receipt.id, photo: photoOf(photo) }, [photo]);
};

export const money: Maker = (desk) =>
  desk.random.weighted<Wish>([
    [2, wish('grant.add', { year: 2026, amountCents: amount(desk), note: '', bookedOn: day(desk) })],
    [
      1,
      wish('budgetYear.open', {
        year: 2027,
        grantCents: amount(desk),
        smallLimitCents: 100_000,
        bookedOn: '2027-01-04',
      }),
    ],
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
