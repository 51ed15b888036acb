/** [D8] Whatever people do, in whatever order and however wrong: every entry adds up to zero, and what the city gave is
 *  what is free, promised and paid. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as given from '../../tests/domain/committee.ts';
import { isListed } from '../../tests/domain/refusals.ts';
import { booksOf, uid, type Who, type World } from '../../tests/domain/world.ts';
import { outstandingOf } from './advance.ts';
import { bookProblems } from './audit/bookCheck.ts';
import { heldCents, trialBalance } from './books/balance.ts';
import { unbalancedEntries, yearSummary } from './budget.ts';
import type { CommandArgs } from './commands/index.ts';
import { addCents } from './money.ts';
import type { CommandName } from './permissions.ts';
import { agendaItemId, decisionId, type LedgerAccount, type Rows } from './rows.ts';

const proposals = [uid('first'), uid('second')] as const;
const meetings = [uid('march'), uid('april')] as const;

/** Small numbers, so that random commands meet the same rows and the same amounts often. */
interface Step {
  readonly what: number;
  readonly stray: Who | null; // now and then somebody tries who may not, or who made the claim himself
  readonly a: 0 | 1;
  readonly b: 0 | 1;
  readonly n: 1 | 2 | 3;
  readonly cents: number;
}
const bit = fc.constantFrom<0 | 1>(0, 1);
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.noBias(fc.nat(1_000)), // without bias, else the first acts come far more often
  stray: fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom<Who>('chair', 'treasurer', 'member', 'initiator', 'stranger') },
  ),
  a: bit,
  b: bit,
  n: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
  cents: fc.constantFrom(0, 1, 5_000, 12_050, 20_000, 30_000, 45_000),
});

const outcomes = ['awarded', 'partly_awarded', 'refused', 'deferred'] as const;
const day = (n: number): string => `2026-03-1${n}`;

type Act = (world: World, step: Step) => unknown;

const rare: readonly Act[] = [
  (world, { stray, a }) =>
    world.send(stray ?? 'member', 'proposal.submit', { proposalId: proposals[a], submittedOn: '2026-02-01' }),
  (world, { stray, a, cents }) =>
    world.send(stray ?? 'member', 'proposal.change', {
      proposalId: proposals[a],
      fields: { requestedCents: cents, budgetLines: [] },
      seen: { requestedCents: 45_000, budgetLines: given.draft.budgetLines },
    }),
  (world, { stray, a }) =>
    world.send(stray ?? 'member', 'proposal.return', { proposalId: proposals[a], reason: 'Offerte' }),
  (world, { stray, a, n }) =>
    n === 1 && world.send(stray ?? 'member', 'proposal.withdraw', { proposalId: proposals[a], reason: '' }),
  (world, { stray, a, n }) =>
    n === 1 &&
    world.send(stray ?? 'treasurer', 'proposal.finish', { proposalId: proposals[a], finishedOn: '2026-06-01' }),
];

const usual: readonly Act[] = [
  (world, { stray, b }) => world.send(stray ?? 'member', 'meeting.open', { meetingId: meetings[b] }),
  (world, { stray, b, n }) => n === 1 && world.send(stray ?? 'chair', 'meeting.close', { meetingId: meetings[b] }),
  ...[0, 1, 2, 3].map((which) => (world: World, { stray, a, b, n, cents }: Step) => {
    const itemId = agendaItemId(meetings[b], proposals[a]);
    const outcome = outcomes[which] ?? 'awarded';
    const awardedCents = outcome === 'awarded' ? 45_000 : outcome === 'partly_awarded' ? cents : 0;
    const words = { outcome, awardedCents, reason: 'Besproken', decidedOn: day(n) };
    return world.send(stray ?? 'secretary', 'decision.record', {
      ...given.decision,
      meetingId: meetings[b],
      itemId,
      round: n === 3 ? 1 : n,
      ...words,
    });
  }),
  (world, { stray, a, b, n }) =>
    world.send(stray ?? 'secretary', 'decision.withdraw', {
      decisionId: decisionId(agendaItemId(meetings[b], proposals[a]), n),
    }),
  (world, { stray, a, b, n, what, cents }) =>
    world.send(stray ?? 'chair', 'decision.correct', {
      correctionId: uid(`correction ${n} ${a}`),
      decisionId: decisionId(agendaItemId(meetings[b], proposals[a]), 1),
      outcome: outcomes[what % 4] ?? 'refused',
      awardedCents: cents,
      reason: 'Fout',
      correctedOn: day(n),
    }),
  (world, { stray, a, n, cents }) =>
    world.send(stray ?? 'member', 'claim.submit', {
      ...given.claim,
      claimId: uid(`claim ${n} ${a}`),
      proposalId: proposals[a],
      receipts: [{ ...given.receipt, receiptId: uid(`receipt ${n} ${a}`), amountCents: cents - 1 }],
    }),
  (world, { stray, a, n, cents }) => {
    const claimId = uid(`claim ${n} ${a}`);
    const seen = world.all('claim').find((claim) => claim.id === claimId)?.claimedCents ?? 0;
    return world.send(stray ?? 'treasurer', 'claim.approve', {
      claimId,
      approvedCents: Math.max(1, Math.min(seen, cents)),
      seenClaimedCents: seen,
    });
  },
  (world, { stray, a, n, cents }) =>
    world.send(stray ?? 'member', 'advance.ask', {
      ...{ claimId: uid(`claim ${n} ${a}`), proposalId: proposals[a], amountCents: cents + 1, what: 'Inkopen' },
      ...{ payeeName: 'Dina', iban: null, holder: null },
    }),
  (world, { stray, a, n, cents, what }) =>
    world.send(stray ?? 'member', 'advance.handIn', {
      claimId: uid(`claim ${n} ${a}`),
      receipts: [{ ...given.receipt, receiptId: uid(`receipt ${n} ${a} ${what % 2}`), amountCents: cents }],
    }),
  (world, { stray, a, n, cents, what }) => {
    const claimId = uid(`claim ${n} ${a}`);
    const spent = world.all('claim').find((claim) => claim.id === claimId)?.settlement?.spentCents ?? 0;
    const accepted = { acceptedCents: what % 3 === 0 ? Math.min(spent, cents) : spent, seenSpentCents: spent };
    return world.send(stray ?? 'treasurer', 'advance.settle', {
      ...{ claimId, ...accepted, reason: 'Nagekeken', settledOn: day(n) },
    });
  },
  (world, { stray, a, b, n, cents, what }) => {
    const claim = world.all('claim').find(({ id }) => id === uid(`claim ${n} ${a}`));
    const due = (claim?.paidCents ?? 0) - (claim?.settlement?.acceptedCents ?? 0);
    return world.send(stray ?? 'treasurer', 'advance.refund', {
      ...{ claimId: uid(`claim ${n} ${a}`), number: b + 1, receivedOn: day(n) },
      amountCents: Math.max(1, what % 3 === 0 ? cents : due),
    });
  },
  (world, { stray, a, n }) =>
    world.send(stray ?? 'treasurer', 'claim.return', { claimId: uid(`claim ${n} ${a}`), reason: 'Datum' }),
  (world, { stray, a, n, b, cents, what }) => {
    const claimId = uid(`claim ${n} ${a}`);
    const approved = world.all('claim').find((claim) => claim.id === claimId)?.approvedCents ?? 0;
    const amountCents = Math.max(1, what % 3 === 0 ? cents : Math.min(approved, cents));
    const words = { claimId, number: b + 1, amountCents, paidOn: day(n), reference: '' };
    return world.send(stray ?? 'treasurer', 'payment.record', words);
  },
  (world, { stray, a, n, b }) =>
    world.send(stray ?? 'treasurer', 'payment.reverse', {
      paymentId: `${uid(`claim ${n} ${a}`)}:${b + 1}`,
      reason: 'Fout',
      reversedOn: day(n),
    }),
  (world, { stray, cents, n }) =>
    n === 1 &&
    world.send(stray ?? 'treasurer', 'grant.add', {
      year: 2026,
      amountCents: cents - 5_000,
      note: '',
      bookedOn: day(n),
    }),
  (world, { stray, a, cents, n }) =>
    n === 1 &&
    world.send(stray ?? 'treasurer', 'ledger.correct', {
      ...{ year: 2026, from: a === 0 ? 'free' : 'grant', to: a === 0 ? 'returned' : 'free' },
      ...{ amountCents: cents + 1, reason: 'Recht gezet', bookedOn: day(n) },
    }),
  (world, { stray, cents, n, what }) => {
    const seenCents = what % 2 === 0 ? yearSummary(world.all('ledgerLine')).openingCents : 0;
    const opening = { year: 2026, goalId: null, amountCents: cents + 1, seenCents, bookedOn: day(n) };
    return n === 1 && world.send(stray ?? 'treasurer', 'opening.book', opening);
  },
  (world, { stray, cents, n }) =>
    n === 1 &&
    world.send(stray ?? 'treasurer', 'organisation.reserve', {
      ...{ year: 2026, amountCents: cents - 5_000, bookedOn: day(n) },
    }),
  (world, { stray, a, n, cents }) =>
    n === 1 &&
    world.send(stray ?? 'treasurer', 'organisationCost.record', {
      ...{ costId: uid(`cost ${a}`), year: 2026, amountCents: cents + 1, what: 'Koffie', paidOn: day(n) },
    }),
  (world, { stray, a, n }) =>
    n === 1 &&
    world.send(stray ?? 'treasurer', 'organisationCost.reverse', {
      ...{ costId: uid(`cost ${a}`), reason: 'Terug', reversedOn: day(n) },
    }),
  (world, { stray, a, n, cents }) => {
    const name = a === 0 ? 'savings.put' : 'savings.take';
    const moved = { goalId: given.goal.goalId, year: 2026, amountCents: cents + 1, bookedOn: day(n) };
    return n === 1 && world.send(stray ?? 'treasurer', name, moved);
  },
];

/** What ends things comes seldom, else little happens before the end. */
const acts: readonly Act[] = [...usual, ...usual, ...usual, ...rare];

/** Two proposals on the agendas of two meetings; the year has money for little more than one of them. */
function start(): World {
  const world = given.foundedWorld();
  world.ok('treasurer', 'grant.add', { year: 2026, amountCents: -940_000, note: '', bookedOn: '2026-01-06' });
  world.ok('treasurer', 'savings.start', given.goal);
  world.ok('treasurer', 'budgetYear.open', given.nextYear);
  for (const proposalId of proposals) world.ok('member', 'proposal.create', { ...given.draft, proposalId });
  for (const meetingId of meetings) {
    world.ok('secretary', 'meeting.plan', { ...given.plan, meetingId });
    for (const proposalId of proposals) {
      world.ok('secretary', 'agenda.add', { meetingId, proposalId, title: 'Feest', position: 1 });
    }
  }
  return world;
}

/** The same, a week later: the first proposal has an award and claims, one of them approved. */
function later(): World {
  const world = start();
  const [meetingId] = meetings;
  const [proposalId] = proposals;
  world.ok('secretary', 'meeting.open', { meetingId });
  const itemId = agendaItemId(meetingId, proposalId);
  world.ok('secretary', 'decision.record', { ...given.decision, meetingId, itemId });
  for (const n of [1, 2]) {
    const receipts = [{ ...given.receipt, receiptId: uid(`receipt ${n} 0`), amountCents: 20_000 }];
    world.ok('member', 'claim.submit', { ...given.claim, claimId: uid(`claim ${n} 0`), proposalId, receipts });
  }
  world.ok('treasurer', 'claim.approve', {
    claimId: uid('claim 1 0'),
    approvedCents: 20_000,
    seenClaimedCents: 20_000,
  });
  const claimId = uid('claim 3 0');
  const advance = { amountCents: 12_050, what: 'Inkopen', payeeName: 'Dina', iban: null, holder: null };
  world.ok('member', 'advance.ask', { claimId, proposalId, ...advance });
  world.ok('treasurer', 'claim.approve', { claimId, approvedCents: 12_050, seenClaimedCents: 12_050 });
  world.ok('treasurer', 'payment.record', { ...given.payment, claimId });
  return world;
}

const nothing = { awardedCents: 0, paidCents: 0, advanceCents: 0 };

/** Of the advance less was spent than paid. */
function settled(): World {
  const world = later();
  const claimId = uid('claim 3 0');
  const receipts = [{ ...given.receipt, receiptId: uid('receipt 3 0 0'), amountCents: 5_000 }];
  world.ok('member', 'advance.handIn', { claimId, receipts });
  const accepted = { acceptedCents: 5_000, seenSpentCents: 5_000, reason: '' };
  world.ok('treasurer', 'advance.settle', { claimId, ...accepted, settledOn: '2026-03-12' });
  return world;
}

function expectSound(world: World): void {
  const lines = world.all('ledgerLine').filter(({ year }) => year === 2026);
  const { grantCents, openingCents, freeCents, awardedCents, paidCents, advanceCents, byProposal } = yearSummary(lines);
  const day = '2026-12-31';
  const books = trialBalance(lines, 2026, day);
  const under = (name: LedgerAccount): number =>
    books.accounts.find(({ account }) => account === name)?.closingCents ?? 0;
  const [returned, costs] = [under('returned'), under('organisation_paid')];
  const aside = under('savings') + under('organisation');
  expect(unbalancedEntries(lines)).toEqual([]);
  expect(bookProblems(booksOf(world))).toEqual([]);
  expect(freeCents + awardedCents + aside + paidCents + costs + advanceCents + returned).toBe(
    grantCents + openingCents,
  );
  expect(books.debitCents).toBe(books.creditCents);
  expect(books.accounts.reduce((sum, { closingCents }) => sum + closingCents, 0)).toBe(0);
  // What must stand at the bank: all that came less all that left.
  expect(heldCents(lines, day)).toBe(grantCents + openingCents - paidCents - costs - advanceCents - returned);
  expectExplained(world, under);
  for (const proposal of world.all('proposal')) {
    const money = byProposal.find((one) => one.proposalId === proposal.id) ?? nothing;
    const claims = world.all('claim').filter(({ proposalId }) => proposalId === proposal.id);
    const paid = addCents(claims.map(({ paidCents }) => paidCents));
    expect(money.paidCents + money.advanceCents).toBe(paid);
    expect(money.advanceCents).toBe(addCents(claims.map(outstandingOf)));
    const open = proposal.state !== 'finished';
    expect(money.awardedCents).toBe(open ? proposal.awardedCents - paid : 0);
    expect(paid).toBeLessThanOrEqual(proposal.awardedCents); // never more than was awarded
    const awardStates: readonly Rows['proposal']['state'][] = ['awarded', 'partly_awarded', 'finished'];
    expect(proposal.awardedCents > 0).toBe(awardStates.includes(proposal.state));
  }
  for (const claim of world.all('claim')) {
    const payments = world.all('payment').filter((one) => one.claimId === claim.id && !one.reversed);
    const refunds = (claim.refunds ?? []).map((one) => -one.amountCents);
    expect(claim.paidCents).toBe(addCents([...payments.map((one) => one.amountCents), ...refunds]));
    if (claim.awaits != null) expect(claim.paidCents).toBe(0);
    expect(claim.paidCents).toBeLessThanOrEqual(claim.approvedCents);
    expect(claim.approvedCents).toBeLessThanOrEqual(claim.claimedCents);
    if (claim.judgedBy === claim.claimantId) expect(claim.awaits ?? claim.secondBy).toBeTruthy();
  }
}

/** Every account that no row stands behind is what the applied commands moved there, and nothing else. */
function expectExplained(world: World, under: (account: LedgerAccount) => number): void {
  const corrected = (account: LedgerAccount): number =>
    addCents(
      appliedIn(world, 'ledger.correct').map(({ from, to, amountCents }) =>
        to === account ? amountCents : from === account ? 0 - amountCents : 0,
      ),
    );
  const given = appliedIn(world, 'committee.found')[0]?.grantCents ?? 0;
  expect(0 - under('grant')).toBe(given + sum(appliedIn(world, 'grant.add')) - corrected('grant'));
  expect(0 - under('opening')).toBe(sum(appliedIn(world, 'opening.book')));
  expect(under('returned')).toBe(corrected('returned'));
  expect(under('savings')).toBe(sum(appliedIn(world, 'savings.put')) - sum(appliedIn(world, 'savings.take')));
  const reserved = sum(appliedIn(world, 'organisation.reserve'));
  expect(under('organisation')).toBe(reserved - under('organisation_paid'));
}

const sum = (all: readonly { readonly amountCents: number }[]): number =>
  addCents(all.map(({ amountCents }) => amountCents));

function appliedIn<N extends CommandName>(world: World, name: N): readonly CommandArgs<N>[] {
  return world.outcomes.flatMap(({ sent, result }) =>
    sent.name === name && result.kind === 'applied' ? [sent.args as CommandArgs<N>] : [],
  );
}

/** Closing moves what is promised and saved along, and gives the rest back: nothing is left, and nothing is lost. */
function expectClosable(world: World): void {
  const before = heldCents(world.all('ledgerLine'), '2030-12-31');
  const atHand: readonly LedgerAccount[] = ['free', 'organisation'];
  const seenLeftCents = sum(
    world.all('ledgerLine').filter(({ year, account }) => year === 2026 && atHand.includes(account)),
  );
  world.ok('treasurer', 'budgetYear.close', { year: 2026, closedOn: '2027-01-31', seenLeftCents });
  const lines = world.all('ledgerLine');
  const closed = trialBalance(lines, 2026, '2030-12-31').accounts;
  const open: readonly LedgerAccount[] = ['free', 'awarded', 'advance', 'savings', 'organisation', 'under_way'];
  expect(closed.filter(({ account, closingCents }) => open.includes(account) && closingCents !== 0)).toEqual([]);
  expect(unbalancedEntries(lines)).toEqual([]);
  expect(bookProblems(booksOf(world))).toEqual([]);
  expect(heldCents(lines, '2030-12-31')).toBe(before - Math.max(0, seenLeftCents));
}

const seen = new Map<string, number>();

test('[D8] any sequence of commands leaves the books in balance', () => {
  const bases = [start(), later(), later(), settled()];
  fc.assert(
    fc.property(
      fc.constantFrom(...bases),
      fc.array(step, { minLength: 30, maxLength: 90, size: 'max' }),
      (base, steps) => {
        const world = base.copy();
        for (const one of steps) acts[one.what % acts.length]?.(world, one);
        expectSound(world);
        expectClosable(world.copy());
        for (const { sent, result } of world.outcomes) {
          if (result.kind === 'rejected' && !isListed(sent.name, result.code)) {
            throw new Error(`${sent.name} was refused with ${result.code}, which docs/domain.md does not know`);
          }
          const name = result.kind === 'rejected' ? `${sent.name} ${result.code}` : `${sent.name} ${result.kind}`;
          seen.set(name, (seen.get(name) ?? 0) + 1);
        }
      },
    ),
    { numRuns: 600 },
  );
});

test('the random sequences reach what they are meant to reach', () => {
  const reached = (name: string): number => seen.get(name) ?? 0;
  for (const name of [
    'decision.record',
    'decision.withdraw',
    'decision.correct',
    'claim.approve',
    'payment.record',
    'payment.reverse',
    'advance.ask',
    'advance.handIn',
    'advance.settle',
    'advance.refund',
    'proposal.finish',
    'proposal.withdraw',
    'ledger.correct',
    'opening.book',
    'organisation.reserve',
    'organisationCost.record',
    'organisationCost.reverse',
    'savings.put',
    'savings.take',
  ]) {
    expect(reached(`${name} applied`), name).toBeGreaterThan(0);
  }
  for (const name of [
    'decision.record already_decided',
    'decision.record waits',
    'payment.record above_approved',
    'claim.approve above_award',
  ]) {
    expect(reached(name), name).toBeGreaterThan(0);
  }
});
