import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import type { World } from '../../../tests/domain/world.ts';
import { addCents } from '../money.ts';
import { noOutcome } from '../outcome.ts';
import type { Claim, Decision, LedgerLine, Outcome, Payment, Proposal } from '../rows.ts';
import { enschedeThemes } from '../themes.ts';
import { type InsightInput, insightOf } from './insight.ts';
import { toDecision, toPayment } from './leadTimes.ts';
import { byNewness, byQuarter, byTheme } from './projects.ts';

const blank: Proposal = {
  ...{ id: '', year: 2026, number: null, title: '', summary: '', applicant: '', kind: 'unique_project' as const },
  ...{ themeShares: [], quarters: [], streets: '', period: null, intake: 'own' as const, repeatOfId: null },
  ...{ budgetLines: [], requestedCents: 0, state: 'awarded' as const, awardedCents: 0, awardDecisionId: null },
  ...{ returnReason: null, submittedOn: null, mergedIntoId: null },
};
let count = 0;
const project = (fields: Partial<Proposal>): Proposal => {
  count += 1;
  return { ...blank, id: `p${count}`, ...fields };
};

const paidWhole = (claim: Claim): Claim => ({
  ...claim,
  state: 'approved',
  awaits: null,
  paidCents: claim.approvedCents,
});

const inputOf = (world: World, over: Partial<InsightInput> = {}): InsightInput => ({
  ...{ year: 2026, today: '2026-12-01' },
  budgetYear: world.all('budgetYear').find(({ year }) => year === 2026),
  quarterNames: world.all('committee')[0]?.quarters ?? [],
  ...{ quarters: world.all('quarter'), proposals: world.all('proposal'), decisions: world.all('decision') },
  ...{ claims: world.all('claim'), receipts: world.all('receipt'), payments: world.all('payment') },
  ...{ contributions: world.all('counterContribution'), coFinancings: world.all('coFinancing') },
  ...{ sheets: world.all('supportSheet'), counts: world.all('supportCount') },
  ...{ indications: world.all('supportIndication'), lines: world.all('ledgerLine') },
  outcomes: world.all('outcome'),
  ...over,
});

describe('the account of a year', () => {
  test('says of a whole year what the dossiers and the ledger say, to the cent', () => {
    const world = given.yearEndWorld();
    const { projects, awardedCents, paid, paidCents, fitsLedger, themes } = insightOf(inputOf(world));
    expect(projects.map(({ id }) => id)).toEqual([given.proposalId]);
    expect([awardedCents, paidCents, fitsLedger]).toEqual([45_000, 12_050, true]);
    expect([...paid]).toEqual([[given.proposalId, 12_050]]);
    expect(addCents(themes.map(({ cents }) => cents))).toBe(45_000);
    expect(themes).toHaveLength(enschedeThemes.length);
  });

  test('a ledger that says otherwise is noticed', () => {
    const world = given.yearEndWorld();
    const lines = world
      .all('ledgerLine')
      .map((line): LedgerLine => (line.kind === 'award' ? { ...line, amountCents: line.amountCents - 1 } : line));
    expect(insightOf(inputOf(world, { lines })).fitsLedger).toBe(false);
  });

  test('[S21] of a project of more years it lacks what came of this year, once the year is over', () => {
    const world = given.yearEndWorld();
    const proposals = world.all('proposal').map((one): Proposal => ({ ...one, period: null, untilYear: 2028 }));
    const lacks = (today: string) => insightOf(inputOf(world, { proposals, today })).missing.map(({ lack }) => lack);
    expect(lacks('2026-12-31')).not.toContain('outcome');
    expect(lacks('2027-01-01')).toContain('outcome');
  });

  test('[S21] a project that runs on lacks no closing, and is asked the questions of the city when all of it is over', () => {
    const world = given.yearEndWorld();
    const proposals = world.all('proposal').map((one): Proposal => ({ ...one, period: null, untilYear: 2028 }));
    const told = { ...noOutcome(given.proposalId), years: [{ year: 2026, visitors: 40, story: '' }] };
    const rest = { proposals, claims: world.all('claim').slice(0, 1).map(paidWhole), receipts: [], contributions: [] };
    const lacks = (today: string, outcomes: readonly Outcome[]) =>
      insightOf(inputOf(world, { ...rest, coFinancings: [], today, outcomes })).missing.map(({ lack }) => lack);
    expect(lacks('2027-06-01', [told])).toEqual([]);
    expect(lacks('2029-01-01', [told])).toEqual(['answers']);
    expect(lacks('2029-01-01', [{ ...told, nicer: 'yes', withoutBudget: 'later' }])).toEqual(['not_finished']);
  });

  test('[S20] a picture alone is no report, and a report without the questions of the city lacks answers', () => {
    const world = given.yearEndWorld();
    const blankOutcome = noOutcome(given.proposalId);
    const lacks = (outcome: Partial<Outcome>) =>
      insightOf(inputOf(world, { outcomes: [{ ...blankOutcome, ...outcome }] }))
        .missing.map(({ lack }) => lack)
        .filter((lack) => lack === 'outcome' || lack === 'answers');
    expect(lacks({ volunteers: 5 })).toEqual(['outcome']);
    expect(lacks({ story: 'Gezellig' })).toEqual(['answers']);
    expect(lacks({ story: 'Gezellig', nicer: 'unknown' })).toEqual(['answers']);
    expect(lacks({ visitors: 0, nicer: 'unknown', withoutBudget: 'unknown' })).toEqual([]);
    expect(lacks({ nicer: 'yes', withoutBudget: 'later' })).toEqual(['outcome']);
  });

  test('names what is missing and who can supply it, and is complete without it', () => {
    const world = given.yearEndWorld();
    const lacks = insightOf(inputOf(world)).missing.map(({ lack, by }) => [lack, by]);
    expect(lacks).toContainEqual(['outcome', 'initiator']);
    const whole = { visitors: 60, nicer: 'yes', withoutBudget: 'later' } as const;
    const outcomes = [{ ...noOutcome(given.proposalId), ...whole }];
    const after = insightOf(inputOf(world, { outcomes }));
    expect(after.missing.map(({ lack }) => lack)).not.toContain('outcome');
    const finished = world
      .all('proposal')
      .map((one): Proposal => ({ ...one, state: 'finished', awardedCents: 45_000 }));
    const empty = { claims: [], receipts: [], contributions: [], coFinancings: [] };
    const done = insightOf(inputOf(world, { outcomes, proposals: finished, ...empty }));
    expect([done.missing, done.complete]).toEqual([[], 1]);
  });
});

describe('every euro stands once', () => {
  const shares = fc
    .array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 })
    .map((themes) => [...new Set(themes)])
    .map((themes) => themes.map((theme, n) => ({ theme, percent: n === 0 ? 100 - 10 * (themes.length - 1) : 10 })));
  const projects = fc.array(
    fc
      .record({
        themeShares: shares,
        awardedCents: fc.integer({ min: 1, max: 500_000 }),
        quarters: fc.uniqueArray(fc.constantFrom('A', 'B', 'C')),
      })
      .map(project),
    { maxLength: 12 },
  );
  const numbers = enschedeThemes.map(({ number }) => number);

  test('over themes, with every project under one of them', () => {
    fc.assert(
      fc.property(projects, (all) => {
        const groups = byTheme(all, numbers);
        expect(addCents(groups.map(({ cents }) => cents))).toBe(addCents(all.map(({ awardedCents }) => awardedCents)));
        expect(groups.flatMap(({ ids }) => ids).sort()).toEqual(all.map(({ id }) => id).sort());
        for (const { ids, parts, cents } of groups) {
          expect(addCents([...parts.values()])).toBe(cents);
          for (const id of ids) expect(parts.has(id)).toBe(true);
        }
      }),
    );
  });

  test('over quarters, those without one apart', () => {
    fc.assert(
      fc.property(projects, (all) => {
        const groups = byQuarter(all, ['A', 'B'], [{ name: 'A', residents: 100 }]);
        expect(addCents(groups.map(({ cents }) => cents))).toBe(addCents(all.map(({ awardedCents }) => awardedCents)));
      }),
    );
  });
});

test('euros for each resident where the number of residents is known', () => {
  const groups = byQuarter(
    [project({ quarters: ['A', 'B'], awardedCents: 1_001 })],
    ['A', 'B', 'C'],
    [
      { name: 'A', residents: 100 },
      { name: 'B', residents: null },
      { name: 'C', residents: 0 },
    ],
  );
  expect(groups.map(({ key, cents, centsPerResident }) => [key, cents, centsPerResident])).toEqual([
    ['A', 501, 5],
    ['B', 500, null],
    ['C', 0, null],
  ]);
});

test('an applicant is known by the name of an earlier year; without earlier years nobody can say', () => {
  const before = project({ year: 2025, applicant: 'Speeltuin  Klosplein' });
  const same = project({ applicant: 'speeltuin klosplein ' });
  const other = project({ applicant: 'Dorien' });
  const nameless = project({});
  const repeat = project({ repeatOfId: 'x' });
  const ids = (groups: ReturnType<typeof byNewness>) => Object.fromEntries(groups.map(({ key, ids: of }) => [key, of]));
  expect(ids(byNewness([same, other, nameless, repeat], [before, same, other, nameless, repeat]))).toEqual({
    new: [other.id],
    returning: [same.id, repeat.id],
    unknown: [nameless.id],
  });
  expect(ids(byNewness([other], [other]))).toEqual({ new: [], returning: [], unknown: [other.id] });
  const imported = project({ year: 2025 });
  expect(ids(byNewness([other], [imported, other])), 'of 2025 no name is known').toMatchObject({ unknown: [other.id] });
});

describe('lead times', () => {
  const decision = (proposalId: string, decidedOn: string, over: Partial<Decision> = {}): Decision =>
    ({ proposalId, decidedOn, withdrawn: false, outcome: 'awarded', ...over }) as Decision;

  test('to the first decision that was not to wait; the median of an even number lies between', () => {
    const [a, b, c, late] = [1, 2, 3, 4].map(() => project({ submittedOn: '2026-03-01' })) as [
      Proposal,
      Proposal,
      Proposal,
      Proposal,
    ];
    const decisions = [
      decision(a.id, '2026-03-05', { outcome: 'deferred' }),
      decision(a.id, '2026-03-11'),
      decision(b.id, '2026-03-03', { withdrawn: true }),
      decision(b.id, '2026-03-21'),
      decision(c.id, '2026-02-01'), // decided before it came in
    ];
    const { waits, median } = toDecision([a, b, c, late], decisions);
    expect(waits.map(({ proposalId, days }) => [proposalId, days])).toEqual([
      [b.id, 20],
      [a.id, 10],
    ]);
    expect(median).toBe(15);
    expect(toDecision([], decisions)).toEqual({ waits: [], median: null });
  });

  test('to the last payment of a claim that is paid whole', () => {
    const claim = (id: string, paidCents: number): Claim =>
      ({ id, proposalId: 'p', submittedAt: '2026-03-01T10:00:00.000Z', approvedCents: 500, paidCents }) as Claim;
    const payment = (claimId: string, paidOn: string, reversed = false): Payment =>
      ({ claimId, paidOn, reversed }) as Payment;
    const payments = [
      payment('whole', '2026-03-04'),
      payment('whole', '2026-03-08'),
      payment('whole', '2026-04-30', true),
      payment('part', '2026-03-04'),
    ];
    expect(toPayment([claim('whole', 500), claim('part', 100)], payments)).toEqual({
      waits: [{ proposalId: 'p', days: 7 }],
      median: 7,
    });
  });
});
