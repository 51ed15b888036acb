/** What the treasurer gives to the bank, what the kascommissie asks and signs, and the two bookings by hand. */
import { amount, type Desk, day, type Maker, newUuid, pickRow, type Wish, wish } from './desk.ts';

const year = 2026;
const paid = (desk: Desk): number =>
  desk
    .rows('ledgerLine')
    .filter((line) => line.year === year && line.account === 'paid')
    .reduce((sum, { amountCents }) => sum + amountCents, 0);

export const paymentFile: Maker = (desk) => {
  const { random } = desk;
  const known = pickRow(desk, 'paymentFile', () => random.chance(0.3));
  if (known !== undefined)
    return wish('paymentFile.drop', { fileId: known.id, reason: random.pick(['Bank weigerde het', 'Dubbel']) });
  // Also what is not approved, or is paid already: another phone may know better.
  const claim = pickRow(desk, 'claim', ({ state }) => state === 'approved' || random.chance(0.2));
  if (claim === undefined) return undefined;
  const transfers = [
    { claimId: claim.id, number: random.between(1, 2), amountCents: random.chance(0.8) ? 100 : 90_000 },
  ];
  const again = pickRow(desk, 'paymentFile', () => random.chance(0.1))?.id;
  return wish('paymentFile.make', {
    fileId: again ?? newUuid(random),
    madeOn: day(desk),
    executeOn: day(desk),
    transfers,
  });
};

const check: Maker = (desk) => {
  const claim = pickRow(desk, 'claim');
  if (claim === undefined) return undefined;
  const seenPaidCents = desk.random.chance(0.9) ? claim.paidCents : amount(desk);
  const verdict = desk.random.pick(['right', 'question'] as const);
  return wish('auditCheck.record', { claimId: claim.id, verdict, seenPaidCents, checkedOn: day(desk) });
};

const finding: Maker = (desk) => {
  const { random } = desk;
  const known = pickRow(desk, 'auditFinding');
  if (known !== undefined && random.chance(0.8)) {
    const { id: findingId, answer } = known;
    return random.pick<Wish>([
      wish('finding.answer', {
        ...{ findingId, answer: `Antwoord ${random.between(1, 9)}`, answeredOn: day(desk) },
        seenAnswer: random.chance(0.9) ? answer : 'Iets anders',
      }),
      wish('finding.settle', { findingId, settled: random.chance(0.6) }),
    ]);
  }
  const claimId = random.chance(0.5) ? (pickRow(desk, 'claim')?.id ?? null) : null;
  return wish('finding.record', {
    ...{ findingId: random.chance(0.1) && known !== undefined ? known.id : newUuid(random), claimId },
    ...{ year: random.chance(0.9) ? year : 2031, text: 'Waar is de bon?', foundOn: day(desk) },
  });
};

const statement: Maker = (desk) => {
  const { random } = desk;
  const own = pickRow(desk, 'auditStatement', ({ signedBy }) => signedBy === desk.personId);
  if (own !== undefined && random.chance(0.5))
    return wish('statement.withdraw', { year, reason: random.pick(['Bon gevonden', 'Vergist']) });
  const verdict = random.pick(['right', 'right', 'right_with_remarks', 'not_right'] as const);
  return wish('statement.sign', {
    ...{ year: random.chance(0.95) ? year : 2031, verdict, remarks: random.chance(0.5) ? '' : 'Eén bon mist' },
    ...{ seenPaidCents: random.chance(0.9) ? paid(desk) : 1, signedOn: day(desk) },
  });
};

const byHand: Maker = (desk) => {
  const { random } = desk;
  const at = random.chance(0.9) ? year : 2031;
  if (random.chance(0.5)) {
    const [from, to] = random.pick([
      ['free', 'returned'],
      ['grant', 'free'],
      ['organisation', 'free'],
    ] as const);
    return wish('ledger.correct', {
      ...{
        year: at,
        from,
        to,
        amountCents: random.pick([100, 2_500, 90_000_000]),
        reason: 'Recht gezet',
        bookedOn: day(desk),
      },
    });
  }
  const goalId = random.chance(0.3) ? (pickRow(desk, 'savingsGoal')?.id ?? null) : null;
  const seen = desk
    .rows('ledgerLine')
    .filter((line) => line.year === year && line.account === 'opening' && (line.goalId ?? null) === goalId)
    .reduce((sum, { amountCents }) => sum - amountCents, 0);
  const seenCents = random.chance(0.9) ? seen : 1;
  return wish('opening.book', { year: at, goalId, amountCents: amount(desk), seenCents, bookedOn: day(desk) });
};

export const auditWish: Maker = (desk) =>
  desk.role === 'auditor'
    ? desk.random.weighted<Maker>([
        [5, check],
        [5, finding],
        [3, statement],
      ])(desk)
    : desk.random.weighted<Maker>([
        [desk.rows('auditFinding').length > 0 ? 6 : 1, finding],
        [1.5, byHand],
      ])(desk);
