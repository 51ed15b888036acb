/** What claims take beside judging and paying them: advances, second approvals, signatures, doubles. */
import type { Claim, Member } from '../../src/domain/rows.ts';
import { type Desk, day, type Maker, newUuid, pickRow, proposalId, wish } from './desk.ts';
import { hasAward, ownIban, seenOf } from './moneyWishes.ts';

/** Of the year's limit: then a second officer has to look, or an outsider signs. */
const limit: Maker = (desk) =>
  wish('budgetYear.change', {
    ...{ year: 2026, fields: { secondAboveCents: desk.random.pick([0, 2_000, 4_000]) } },
    seen: { secondAboveCents: pickRow(desk, 'budgetYear', ({ year }) => year === 2026)?.secondAboveCents ?? 0 },
  });

const askAdvance: Maker = (desk) => {
  const { random } = desk;
  const mine = pickRow(desk, 'claim', (row) => row.kind === 'advance' && row.claimantId === desk.personId);
  const id = mine?.proposalId ?? pickRow(desk, 'proposal', hasAward)?.id ?? proposalId(desk);
  if (id === undefined) return undefined;
  return wish('advance.ask', {
    ...{ claimId: (random.chance(0.3) ? mine?.id : undefined) ?? newUuid(random), proposalId: id },
    ...{ amountCents: random.pick([2_000, 5_000]), what: 'Inkopen', payeeName: 'Anna' },
    ...{ iban: random.chance(0.8) ? ownIban(desk) : null, holder: null },
  });
};

const handIn: Maker = (desk) => {
  const { random } = desk;
  const paid = (row: Claim): boolean => row.kind === 'advance' && (row.paidCents > 0 || random.chance(0.1));
  const claim = pickRow(desk, 'claim', (row) => paid(row) && (row.claimantId === desk.personId || random.chance(0.1)));
  if (claim === undefined) return undefined;
  const amountCents = random.pick([-100, 1_250, 2_000, 4_999, 90_000]);
  const receipt = { receiptId: newUuid(random), amountCents, boughtOn: day(desk), shop: 'Gamma', what: 'Verf' };
  return wish('advance.handIn', {
    claimId: claim.id,
    receipts: random.chance(0.1) ? [] : [{ ...receipt, budgetLineId: null, photos: [], noPhoto: 'Kwijt' }],
  });
};

const settle: Maker = (desk) => {
  const { random } = desk;
  const claim = pickRow(
    desk,
    'claim',
    ({ settlement, kind }) => settlement !== undefined || (kind === 'advance' && random.chance(0.1)),
  );
  if (claim === undefined) return undefined;
  const spentCents = claim.settlement?.spentCents ?? 0;
  if (claim.settlement?.state === 'settled' && random.chance(0.8)) {
    const leftCents = Math.max(1, claim.paidCents - claim.settlement.acceptedCents);
    const amountCents = random.chance(0.8) ? leftCents : 100;
    return wish('advance.refund', {
      ...{ claimId: claim.id, number: random.between(1, 2), amountCents, receivedOn: day(desk) },
    });
  }
  return wish('advance.settle', {
    ...{
      claimId: claim.id,
      acceptedCents: random.pick([spentCents, spentCents, Math.max(0, spentCents - 100), 95_000]),
    },
    ...{
      seenSpentCents: random.chance(0.9) ? spentCents : 1,
      reason: random.chance(0.7) ? 'Zonder het statiegeld' : '',
    },
    settledOn: day(desk),
  });
};

const second: Maker = (desk) => {
  const { random } = desk;
  const claim = pickRow(
    desk,
    'claim',
    ({ awaits, state }) => awaits === 'second' || (state === 'approved' && random.chance(0.1)),
  );
  if (claim === undefined) return undefined;
  const seenApprovedCents = random.chance(0.9) ? claim.approvedCents : claim.approvedCents + 1;
  return wish('claim.approveSecond', {
    claimId: claim.id,
    seenApprovedCents: Math.max(1, seenApprovedCents),
    ...seenOf(claim),
  });
};

const countersign: Maker = (desk) => {
  const { random } = desk;
  const asked = pickRow(desk, 'countersign', ({ state }) => state === 'asked' || random.chance(0.2));
  if (asked === undefined) return undefined;
  return wish('claim.countersign', {
    ...{ claimId: asked.id, signs: random.chance(0.7), reason: random.chance(0.5) ? 'Bon onleesbaar' : '' },
    ...{ seenAmountCents: random.chance(0.9) ? asked.amountCents : 1, signedOn: day(desk) },
  });
};

const approvers = ({ rows }: Desk): readonly Member[] =>
  rows('member').filter(({ active, role }) => active && (role === 'chair' || role === 'treasurer'));
const outsiders = ({ rows }: Desk): readonly Member[] =>
  rows('member').filter(({ active, role }) => active && (role === 'auditor' || role === 'district_manager'));

/** A claim of her own that the only approver has to approve herself: an outsider signs. */
function ownClaim(desk: Desk): Claim | undefined {
  const awarded = new Set(
    desk
      .rows('proposal')
      .filter(hasAward)
      .map(({ id }) => id),
  );
  return desk
    .rows('claim')
    .find(
      ({ claimantId, state, kind, proposalId: of }) =>
        claimantId === desk.personId && state === 'submitted' && kind !== 'advance' && awarded.has(of),
    );
}

/** The other approver stops, or nobody is there yet who could sign: the only way to a signature from outside. */
const loneOfficer: Maker = (desk) => {
  const own = ownClaim(desk);
  const others = approvers(desk).filter(({ id }) => id !== desk.personId);
  const asked = desk.rows('countersign').some(({ state }) => state === 'asked');
  if (own === undefined && !asked) return undefined;
  const [leaving] = others;
  const voter = pickRow(desk, 'member', ({ active, role }) => active && (role === 'member' || role === 'secretary'));
  const next = asked || leaving === undefined ? voter : leaving;
  if (others.length === 0 && own !== undefined && !asked) {
    const { id: claimId, claimedCents } = own;
    const amounts = { approvedCents: claimedCents, seenClaimedCents: claimedCents };
    return wish('claim.approve', { claimId, ...amounts, ...seenOf(own) });
  }
  if (next === undefined) return undefined;
  return wish('member.changeRole', {
    ...{ personId: next.id, role: 'auditor', proposalIds: [], seenRole: next.role },
  });
};

/** Only where it is near: one other approver at most, and a claim of one's own that waits. */
function loneWeight(desk: Desk): number {
  if (desk.role !== 'chair') return 0;
  const asked = desk.rows('countersign').some(({ state }) => state === 'asked');
  if (asked) return outsiders(desk).length < 3 ? 300 : 0;
  const others = approvers(desk).length - 1;
  return others < 3 && ownClaim(desk) !== undefined ? (others === 0 ? 900 : 40) : 0;
}

const dismiss: Maker = (desk) => {
  const { random } = desk;
  const receipt = pickRow(desk, 'receipt');
  const other = pickRow(desk, 'receipt', ({ id }) => id !== receipt?.id);
  const claimId = random.chance(0.9) ? receipt?.claimId : other?.claimId;
  if (receipt === undefined || other === undefined || claimId === undefined) return undefined;
  return wish('double.dismiss', { claimId, receiptId: receipt.id, otherId: other.id, reason: 'Twee keer gehaald' });
};

/** An advance that waits for its approval or its payment: it goes through more hands than a claim does. */
const forward: Maker = (desk) => {
  const awarded = new Set(
    desk
      .rows('proposal')
      .filter(hasAward)
      .map(({ id }) => id),
  );
  const fits = (row: Claim): boolean => row.kind === 'advance' && awarded.has(row.proposalId) && isForward(desk, row);
  const claim = pickRow(desk, 'claim', fits);
  if (claim === undefined) return undefined;
  const { id: claimId, claimedCents, approvedCents } = claim;
  if (claim.state === 'submitted') {
    const amounts = { approvedCents: claimedCents, seenClaimedCents: claimedCents };
    return wish('claim.approve', { claimId, ...amounts, ...seenOf(claim) });
  }
  return wish('payment.record', { claimId, number: 1, amountCents: approvedCents, paidOn: day(desk), reference: '' });
};

const isForward = ({ personId }: Desk, { state, claimantId, paidCents, awaits }: Claim): boolean =>
  (state === 'submitted' && claimantId !== personId) || (state === 'approved' && paidCents === 0 && awaits == null);

/** Whoever finds something waiting mostly does that first; else nothing would ever come to its end. */
function weights(desk: Desk): readonly (readonly [number, Maker])[] {
  const { role, personId } = desk;
  const any = (test: (claim: Claim) => boolean): boolean => desk.rows('claim').some(test);
  const money = role === 'chair' || role === 'treasurer';
  const officer = money || role === 'secretary';
  const mine = ({ claimantId, kind, paidCents, settlement }: Claim): boolean =>
    claimantId === personId && kind === 'advance' && paidCents > 0 && settlement?.state !== 'settled';
  const handedIn = any((claim) => mine(claim) && claim.settlement?.state === 'handed_in');
  const awarded = desk.rows('proposal').some(hasAward);
  const limited = desk.rows('budgetYear').some(({ secondAboveCents = 0 }) => secondAboveCents > 0);
  const asked = desk.rows('countersign').some(({ state }) => state === 'asked');
  return [
    [awarded && !any(({ kind }) => kind === 'advance') ? (money ? 3 : 150) : 0.1, askAdvance],
    [any(mine) ? (handedIn ? 10 : 3_000) : 0.1, handIn],
    [money && any(({ settlement }) => settlement !== undefined) ? 5_000 : 0.1, settle],
    [money && any((claim) => claim.kind === 'advance' && isForward(desk, claim)) ? 1_500 : 0.1, forward],
    [officer && any(({ awaits }) => awaits === 'second') ? 700 : 0.1, second],
    [asked ? 900 : 0.1, countersign],
    [loneWeight(desk), loneOfficer],
    [desk.rows('receipt').length > 1 ? 0.5 : 0, dismiss],
    [money && awarded && !limited ? 60 : 0.2, limit],
  ];
}

export const claimWeight = (desk: Desk): number => weights(desk).reduce((sum, [weight]) => sum + weight, 0);
export const claimWish: Maker = (desk) => desk.random.weighted<Maker>(weights(desk))(desk);
