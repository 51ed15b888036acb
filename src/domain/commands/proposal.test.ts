import { describe, expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import { people, uid, World } from '../../../tests/domain/world.ts';
import { yearSummary } from '../budget.ts';
import { missingForSubmit } from '../complete.ts';

const { proposalId, draft } = given;
const submit = { proposalId, submittedOn: '2026-02-01' };

const afterHandingIn = 2; // who wrote it and who handed it in are in the history too

describe('proposal.create', () => {
  test('makes a draft that may be incomplete', () => {
    const world = given.foundedWorld();
    world.ok('member', 'proposal.create', {
      ...draft,
      title: '',
      summary: '',
      themeShares: [],
      budgetLines: [],
      requestedCents: 0,
    });
    expect(world.get('proposal', proposalId)).toMatchObject({
      ...{ title: '', state: 'draft', number: null, awardedCents: 0, awardDecisionId: null, submittedOn: null },
    });
    expect(world.all('proposalChange')).toMatchObject([{ proposalId, by: people.member, after: { state: 'draft' } }]);
  });

  test('[D12] makes it the own proposal of the initiator who wrote it, so that he can go on with it', () => {
    const world = given.foundedWorld();
    const mine = { ...draft, proposalId: uid('mine') };
    world.ok('neighbour', 'proposal.create', mine);
    expect(world.get('member', people.neighbour).proposalIds).toEqual([mine.proposalId]);
    world.ok('neighbour', 'proposal.submit', { ...submit, proposalId: mine.proposalId });
    expect(world.send('initiator', 'proposal.withdraw', { proposalId: mine.proposalId, reason: '' })).toMatchObject({
      code: 'not_permitted',
    });
  });

  test("works on the initiator's own phone too, which holds no member rows", () => {
    const phone = new World();
    const server = given.foundedWorld();
    for (const [key, row] of server.rows)
      if (!key.startsWith('member/') && !key.startsWith('person/')) phone.rows.set(key, row);
    phone.accessOf = () => ({ personId: people.neighbour, role: 'initiator', proposalIds: [uid('older')], v: 3 });
    phone.ok('neighbour', 'proposal.create', draft);
    phone.ok('neighbour', 'proposal.change', { proposalId, fields: { title: 'Anders' }, seen: {} });
    phone.ok('neighbour', 'proposal.submit', submit);
    expect(phone.get('member', people.neighbour).proposalIds).toEqual([uid('older'), proposalId]);
  });
});

describe('proposal.change', () => {
  test('keeps what stood there before', () => {
    const world = given.submittedWorld();
    world.ok('member', 'proposal.change', {
      proposalId,
      fields: { summary: 'Korter', requestedCents: 45_000, kind: 'unique_project' },
      seen: { kind: 'recurring_event' },
    });
    expect(world.get('proposal', proposalId)).toMatchObject({ summary: 'Korter', kind: 'unique_project' });
    expect(world.all('proposalChange').slice(afterHandingIn)).toMatchObject([
      {
        ...{ proposalId, by: people.member },
        before: { summary: draft.summary, kind: 'recurring_event' },
        after: { summary: 'Korter', kind: 'unique_project' },
      },
    ]);
  });

  test('a text is replaced whatever the author saw; nothing is lost', () => {
    const world = given.submittedWorld();
    world.ok('member', 'proposal.change', { proposalId, fields: { title: 'Eerste' }, seen: { title: draft.title } });
    world.ok('secretary', 'proposal.change', { proposalId, fields: { title: 'Tweede' }, seen: { title: draft.title } });
    expect(world.get('proposal', proposalId).title).toBe('Tweede');
    expect(
      world
        .all('proposalChange')
        .slice(afterHandingIn)
        .map((change) => change.before),
    ).toEqual([{ title: draft.title }, { title: 'Eerste' }]);
  });

  test('two guarded changes one after the other on one phone do not refuse each other', () => {
    const world = given.submittedWorld();
    world.ok('member', 'proposal.change', {
      proposalId,
      fields: { requestedCents: 40_000 },
      seen: { requestedCents: 45_000 },
    });
    world.ok('member', 'proposal.change', {
      proposalId,
      fields: { requestedCents: 35_000 },
      seen: { requestedCents: 40_000 },
    });
    expect(world.get('proposal', proposalId).requestedCents).toBe(35_000);
  });

  test.each([
    ['requestedCents', 1],
    ['budgetLines', []],
    ['themeShares', []],
    ['kind', 'unique_project'],
    ['year', 2027],
  ] as const)('%s is guarded: an author who did not see the present value is refused', (field, value) => {
    const world = given.submittedWorld();
    world.ok('treasurer', 'budgetYear.open', { year: 2027, grantCents: 0, smallLimitCents: 1, bookedOn: '2027-01-04' });
    const result = world.send('member', 'proposal.change', { proposalId, fields: { [field]: value }, seen: {} });
    expect(result).toMatchObject({ kind: 'rejected', code: 'changed_meanwhile' });
  });

  test('an initiator may again after it was returned; the committee may until the decision', () => {
    const world = given.submittedWorld();
    const change = { proposalId, fields: { title: 'Nieuw' }, seen: {} };
    world.ok('member', 'proposal.return', { proposalId, reason: 'Titel' });
    world.ok('initiator', 'proposal.change', change);
    const decided = given.decidedWorld();
    for (const who of ['member', 'initiator'] as const) {
      expect(decided.send(who, 'proposal.change', change)).toMatchObject({ code: 'wrong_state' });
    }
    const deferred = given.decidedWorld({ outcome: 'deferred', awardedCents: 0 });
    deferred.ok('member', 'proposal.change', change);
  });

  test('another year gives another number', () => {
    const world = given.submittedWorld();
    world.ok('treasurer', 'budgetYear.open', { year: 2027, grantCents: 0, smallLimitCents: 1, bookedOn: '2027-01-04' });
    world.ok('member', 'proposal.create', { ...draft, proposalId: uid('second'), year: 2027 });
    world.ok('member', 'proposal.submit', { ...submit, proposalId: uid('second') });
    world.ok('member', 'proposal.change', { proposalId, fields: { year: 2027 }, seen: { year: 2026 } });
    expect(world.get('proposal', proposalId)).toMatchObject({ year: 2027, number: 2 });
  });
});

describe('proposal.submit', () => {
  test('gives the next number of the year and remembers the day', () => {
    const world = given.submittedWorld();
    world.ok('member', 'proposal.create', { ...draft, proposalId: uid('second') });
    world.ok('member', 'proposal.submit', { proposalId: uid('second'), submittedOn: '2026-02-03' });
    expect(world.get('proposal', proposalId)).toMatchObject({
      state: 'submitted',
      number: 1,
      submittedOn: '2026-02-01',
    });
    expect(world.get('proposal', uid('second'))).toMatchObject({
      state: 'submitted',
      number: 2,
      submittedOn: '2026-02-03',
    });
  });

  test('handed in again after it was returned, it keeps number and first day', () => {
    const world = given.submittedWorld();
    world.ok('member', 'proposal.return', { proposalId, reason: 'Offerte' });
    expect(world.get('proposal', proposalId)).toMatchObject({ state: 'returned', returnReason: 'Offerte' });
    world.ok('initiator', 'proposal.submit', { proposalId, submittedOn: '2026-03-01' });
    expect(world.get('proposal', proposalId)).toMatchObject({
      state: 'submitted',
      returnReason: null,
      number: 1,
      submittedOn: '2026-02-01',
    });
    expect(world.all('proposalChange').map(({ before, after }) => [before, after])).toEqual([
      [{}, { state: 'draft' }],
      [{ submittedOn: null }, { submittedOn: '2026-02-01' }],
      [{ state: 'submitted' }, { state: 'returned', reason: 'Offerte' }],
      [{ state: 'returned' }, { state: 'submitted' }],
    ]);
  });

  test('[D2] waits for a proposal that has not arrived', () => {
    const world = given.foundedWorld();
    expect(world.send('member', 'proposal.submit', submit)).toEqual({ kind: 'waits', key: `proposal/${proposalId}` });
    world.ok('member', 'proposal.create', draft);
    expect(world.get('proposal', proposalId).state).toBe('submitted');
  });
});

describe('missingForSubmit', () => {
  test('a complete proposal misses nothing; budget lines may be left out', () => {
    expect(missingForSubmit(draft)).toEqual([]);
    expect(missingForSubmit({ ...draft, budgetLines: [] })).toEqual([]);
  });

  test.each([
    [{ title: ' ' }, 'title'],
    [{ summary: '' }, 'summary'],
    [{ applicant: '' }, 'applicant'],
    [{ themeShares: [] }, 'themes'],
    [{ themeShares: [{ theme: 1, percent: 99 }] }, 'themes_not_100'],
    [
      {
        themeShares: [
          { theme: 1, percent: 60 },
          { theme: 2, percent: 60 },
        ],
      },
      'themes_not_100',
    ],
    [{ requestedCents: 0, budgetLines: [] }, 'amount'],
    [{ requestedCents: 44_999 }, 'lines_differ'],
  ] as const)('%j misses %s', (change, name) => {
    expect(missingForSubmit({ ...draft, ...change })).toEqual([name]);
  });
});

describe('ending a proposal', () => {
  test('withdrawing frees the money that was promised, and is in the history with its reason', () => {
    const world = given.decidedWorld();
    world.ok('initiator', 'proposal.withdraw', { proposalId, reason: 'Gaat niet door' });
    expect(world.get('proposal', proposalId)).toMatchObject({ state: 'withdrawn', awardedCents: 0 });
    expect(yearSummary(world.all('ledgerLine'))).toMatchObject({
      freeCents: 1_000_000,
      awardedCents: 0,
      balanced: true,
    });
    expect(world.all('proposalChange').slice(afterHandingIn)).toMatchObject([
      { before: { state: 'awarded' }, after: { state: 'withdrawn', reason: 'Gaat niet door' } },
    ]);
  });

  test('finishing frees what was not paid', () => {
    const world = given.paidWorld();
    world.ok('treasurer', 'proposal.finish', { proposalId, finishedOn: '2026-06-01' });
    expect(world.get('proposal', proposalId)).toMatchObject({ state: 'finished', awardedCents: 45_000 });
    expect(yearSummary(world.all('ledgerLine'))).toMatchObject({
      freeCents: 987_950,
      awardedCents: 0,
      paidCents: 12_050,
      balanced: true,
    });
  });

  test('a claim that nobody judged keeps it from being finished; a rejected or returned one does not', () => {
    const finish = { proposalId, finishedOn: '2026-06-01' };
    const world = given.claimedWorld();
    expect(world.send('treasurer', 'proposal.finish', finish)).toMatchObject({
      code: 'claims_open',
      params: { count: 1 },
    });
    world.ok('treasurer', 'claim.return', { claimId: given.claimId, reason: 'Datum?' });
    world.ok('treasurer', 'proposal.finish', finish);
  });

  test('a payment that comes back after finishing is free money', () => {
    const world = given.paidWorld();
    world.ok('treasurer', 'proposal.finish', { proposalId, finishedOn: '2026-06-01' });
    world.ok('treasurer', 'payment.reverse', {
      paymentId: `${given.claimId}:1`,
      reason: 'Teruggestort',
      reversedOn: '2026-06-10',
    });
    expect(yearSummary(world.all('ledgerLine'))).toMatchObject({ freeCents: 1_000_000, awardedCents: 0, paidCents: 0 });
    world.ok('treasurer', 'payment.record', { ...given.payment, number: 2, paidOn: '2026-06-12' });
    expect(yearSummary(world.all('ledgerLine'))).toMatchObject({
      freeCents: 987_950,
      awardedCents: 0,
      paidCents: 12_050,
    });
  });

  test.each(['refused', 'deferred'] as const)('a proposal that is %s cannot be finished', (outcome) => {
    const world = given.decidedWorld({ outcome, awardedCents: 0, reason: 'Regels' });
    expect(world.send('treasurer', 'proposal.finish', { proposalId, finishedOn: '2026-06-01' })).toMatchObject({
      code: 'wrong_state',
    });
  });
});

test('a note carries who wrote it', () => {
  const world = given.draftedWorld();
  world.ok('member', 'proposalNote.add', { noteId: uid('note'), proposalId, text: 'Goed plan' });
  expect(world.get('proposalNote', uid('note'))).toMatchObject({ by: people.member, text: 'Goed plan', proposalId });
});
