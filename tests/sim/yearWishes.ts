/** What people want with a year: rules, quarters, savings, own costs, other committees, and its end. */
import { amount, type Desk, day, type Maker, newUuid, pickRow, type Wish, wish } from './desk.ts';

/** The amounts here are small beside the grant, so that some of them can be had. */
const some = (desk: Desk): number => desk.random.pick([100, 2_500, 10_000]);
const yearOf = (desk: Desk): number => (desk.random.chance(0.85) ? 2026 : desk.random.pick([2027, 2031]));

const rule: Maker = (desk) => {
  const { random } = desk;
  const known = pickRow(desk, 'rule');
  if (known === undefined || random.chance(0.3)) {
    const judged = random.chance(0.5);
    const limit = random.chance(0.9) ? (judged ? null : 500_000) : judged ? 1 : null;
    return wish('rule.add', {
      ...{ ruleKey: newUuid(random), year: yearOf(desk), owner: 'body', text: 'Niet voor eigen gewin', help: '' },
      ...{ check: judged ? 'judged' : 'amount_max', limit },
    });
  }
  const { id: ruleId, text, retired } = known;
  return random.weighted<Wish>([
    [2, wish('rule.change', { ruleId, fields: { text: `Regel ${random.between(1, 9)}` }, seen: { text } })],
    [2, wish('rule.retire', { ruleId, retired: !retired })],
    [3, wish('rule.copy', { fromYear: 2026, toYear: 2027 })],
  ]);
};

const quarters: Maker = ({ random }) =>
  wish('quarter.add', {
    quarters: [{ name: `Buurt ${random.between(1, 4)}`, code: '', residents: random.between(100, 900), rings: [] }],
  });

const savings: Maker = (desk) => {
  const { random } = desk;
  const goal = pickRow(desk, 'savingsGoal');
  if (goal === undefined || random.chance(0.15)) {
    const untilYear = random.pick([2026, 2028, 2030]);
    return wish('savings.start', {
      ...{ goalId: newUuid(random), goal: 'Speeltuin', targetCents: 100_000, fromYear: 2026, untilYear },
    });
  }
  const move = { goalId: goal.id, year: yearOf(desk), bookedOn: day(desk), amountCents: some(desk) };
  return random.chance(0.5)
    ? wish('savings.put', move)
    : wish('savings.take', { ...move, amountCents: 100, year: 2026 });
};

const ownCosts: Maker = (desk) => {
  const { random } = desk;
  const known = pickRow(desk, 'organisationCost');
  if (known !== undefined && random.chance(0.3)) {
    return wish('organisationCost.reverse', {
      ...{ costId: known.id, reason: random.pick(['Dubbel', 'Terug']), reversedOn: day(desk) },
    });
  }
  if (random.chance(0.5)) {
    const amountCents = random.pick([some(desk), -some(desk), 0]);
    return wish('organisation.reserve', { year: yearOf(desk), amountCents, bookedOn: day(desk) });
  }
  const costId = newUuid(random);
  return wish('organisationCost.record', {
    ...{ costId, year: yearOf(desk), amountCents: some(desk), what: 'Koffie', paidOn: day(desk) },
    ...(random.chance(0.3) ? { thanks: true } : {}),
  });
};

/** Mostly to the other committee; now and then to one that is not there, or to this one itself. */
const transfer: Maker = (desk) => {
  const { random, committeeIds } = desk;
  const toCommitteeId = random.chance(0.1) ? newUuid(random) : random.pick(committeeIds);
  return wish('transfer.send', {
    ...{ transferId: newUuid(random), year: yearOf(desk), amountCents: some(desk), reason: '', sentOn: day(desk) },
    ...{ toCommitteeId, toName: 'De buren' },
  });
};

/** Until there is a next year, nothing can be copied or carried into it. */
const openNext: Maker = (desk) =>
  desk.rows('budgetYear').length > 1
    ? undefined
    : wish('budgetYear.open', { year: 2027, grantCents: 500_000, smallLimitCents: 100_000, bookedOn: '2027-01-04' });

const wijk: Maker = (desk) => {
  const { random } = desk;
  const [hours, count] = [pickRow(desk, 'volunteerHours'), pickRow(desk, 'familiarityCount')];
  if (hours !== undefined && random.chance(0.3)) return wish('volunteerHours.withdraw', { hoursId: hours.id });
  if (count !== undefined && random.chance(0.3)) return wish('familiarityCount.withdraw', { countId: count.id });
  const [year, askedCount] = [yearOf(desk), random.between(5, 40)];
  return random.pick<Wish>([
    wish('volunteerHours.add', {
      ...{ hoursId: newUuid(random), year, hours: random.between(1, 30), what: 'Kraam', workedOn: day(desk) },
    }),
    wish('familiarityCount.add', {
      ...{ countId: newUuid(random), year, askedCount, knewCount: random.between(0, askedCount) },
      ...{ place: 'Markt', countedOn: day(desk) },
    }),
  ]);
};

/** With what stands on the screen as what is left; other phones may know better. */
const close: Maker = (desk) => {
  // Mostly the next year is opened first, as the screen asks; else hardly any year would be closed.
  const next = desk.random.chance(0.8) ? openNext(desk) : undefined;
  if (next !== undefined) return next;
  const year = desk.random.chance(0.8) ? 2026 : 2027;
  const left = desk
    .rows('ledgerLine')
    .filter((line) => line.year === year && (line.account === 'free' || line.account === 'organisation'))
    .reduce((sum, line) => sum + line.amountCents, 0);
  const seenLeftCents = desk.random.chance(0.9) ? left : amount(desk);
  return wish('budgetYear.close', { year, closedOn: '2027-01-31', seenLeftCents });
};

export const yearWish: Maker = (desk) =>
  desk.random.weighted<Maker>([
    [4, rule],
    [1, quarters],
    [4, savings],
    [2, wijk],
    [4, ownCosts],
    [3, transfer],
    [2, openNext],
    [1.5, close],
  ])(desk);
