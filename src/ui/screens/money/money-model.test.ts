import { describe, expect, test } from 'vitest';
import type { Access } from '../../../domain/access.ts';
import type { Seen } from '../../app-context.tsx';
import { claimLists, ledgerEntries, publicNames } from './money-model.ts';

const treasurer: Access = { personId: 'me', role: 'treasurer', proposalIds: [], v: 1 };
const proposal = { id: 'p', state: 'awarded', awardedCents: 50_000 } as unknown as Seen<'proposal'>;
const undecided = { id: 'q', state: 'submitted', awardedCents: 0 } as unknown as Seen<'proposal'>;
const claim = (id: string, change: Partial<Seen<'claim'>>): Seen<'claim'> => ({
  id,
  proposalId: 'p',
  kind: 'reimbursement',
  claimantId: 'other',
  claimedCents: 1_000,
  approvedCents: 0,
  paidCents: 0,
  state: 'submitted',
  judgedBy: null,
  judgeReason: null,
  submittedAt: `2026-11-0${id.length}T10:00:00.000Z`,
  payeeName: '',
  ibanLast4: '',
  flags: [],
  v: 1,
  pending: false,
  ...change,
});

describe('the lists of claims', () => {
  const claims = [
    claim('own', { claimantId: 'me' }),
    claim('early', { submittedAt: '2026-11-01T10:00:00.000Z' }),
    claim('late', { submittedAt: '2026-11-20T10:00:00.000Z' }),
    claim('waits', { proposalId: 'q' }),
    claim('back', { state: 'returned' }),
    claim('pay', { state: 'approved', approvedCents: 900 }),
    claim('part', { state: 'approved', approvedCents: 900, paidCents: 400 }),
    claim('paid', { state: 'approved', approvedCents: 900, paidCents: 900 }),
    claim('no', { state: 'rejected' }),
  ];
  const proposals = new Map([
    ['p', proposal],
    ['q', undecided],
  ]);
  const ids = (access: Access, list: 'judge' | 'pay' | 'done') =>
    claimLists({ access, claims, proposals, receipts: [] })[list].map((one) => one.claim.id);

  test('what I can judge stands first, the longest waiting on top, my own claim behind it', () => {
    expect(ids(treasurer, 'judge')).toEqual(['early', 'late', 'own', 'waits', 'back']);
    const mine = claimLists({ access: treasurer, claims, proposals, receipts: [] }).judge.filter((one) => one.mine);
    expect(mine.map((one) => one.claim.id)).toEqual(['early', 'late']);
  });

  test('a receipt that another year knows already is marked, and the claim of that year is not listed', () => {
    const receiptOf = (claimId: string) =>
      ({ id: `of ${claimId}`, claimId, boughtOn: '2026-11-02', amountCents: 1_000, shop: 'Hema', photos: [] }) as never;
    const old = claim('old', { proposalId: 'of last year', state: 'approved', approvedCents: 1_000, paidCents: 1_000 });
    const receipts = [receiptOf('early'), receiptOf('old')];
    const { judge, done } = claimLists({ access: treasurer, claims: [...claims, old], proposals, receipts });
    expect(judge.filter(({ double }) => double).map((one) => one.claim.id)).toEqual(['early']);
    expect(done.map((one) => one.claim.id)).not.toContain('old');
  });

  test('what asks more than is left of the award is marked', () => {
    const big = claim('big', { claimedCents: 49_000 });
    const { judge } = claimLists({ access: treasurer, claims: [...claims, big], proposals, receipts: [] });
    // 500 awarded, three times 9 approved before: 473 is left.
    expect(judge.filter(({ above }) => above).map((one) => one.claim.id)).toEqual(['big']);
  });

  test('a member sees the same claims and has none to judge', () => {
    const member: Access = { ...treasurer, role: 'member' };
    const { judge } = claimLists({ access: member, claims, proposals, receipts: [] });
    expect(judge).toHaveLength(5);
    expect(judge.some(({ mine }) => mine)).toBe(false);
  });

  test('a claim of which a part was paid is still to be paid', () => {
    expect([...ids(treasurer, 'pay')].sort()).toEqual(['part', 'pay']);
    expect([...ids(treasurer, 'done')].sort()).toEqual(['no', 'paid']);
  });
});

describe('the journal', () => {
  const line = (entryId: string, n: number, change: Partial<Seen<'ledgerLine'>>): Seen<'ledgerLine'> => ({
    id: `${entryId}:${n}`,
    entryId,
    year: 2026,
    account: 'free',
    amountCents: 0,
    kind: 'award',
    bookedOn: '2026-10-01',
    proposalId: 'p',
    claimId: null,
    note: '',
    v: 1,
    pending: false,
    ...change,
  });
  const lines = [
    line('grant', 0, { account: 'grant', amountCents: -10_000, kind: 'grant', proposalId: null }),
    line('grant', 1, { account: 'free', amountCents: 10_000, kind: 'grant', proposalId: null }),
    line('lower', 0, { account: 'free', amountCents: 300, kind: 'award_correction', bookedOn: '2026-11-02' }),
    line('lower', 1, { account: 'awarded', amountCents: -300, kind: 'award_correction', bookedOn: '2026-11-02' }),
    line('pay', 0, { account: 'awarded', amountCents: -500, kind: 'payment', bookedOn: '2026-11-03', pending: true }),
    line('pay', 1, { account: 'paid', amountCents: 500, kind: 'payment', bookedOn: '2026-11-03', pending: true }),
  ];
  const none = { account: undefined, proposalId: undefined };

  test('newest first, and a lowered award moves from awarded back to free', () => {
    expect(ledgerEntries(lines, none).map(({ id, from, to, amountCents }) => [id, from, to, amountCents])).toEqual([
      ['pay', 'awarded', 'paid', 500],
      ['lower', 'awarded', 'free', 300],
      ['grant', 'grant', 'free', 10_000],
    ]);
  });

  test('[D8] the book of one account adds up to what its lines add up to', () => {
    const awarded = ledgerEntries(lines, { ...none, account: 'awarded' });
    expect(awarded.map(({ amountCents }) => amountCents)).toEqual([-500, -300]);
  });

  test('[D8] what the server has not confirmed is marked', () => {
    expect(ledgerEntries(lines, none).map(({ pending }) => pending)).toEqual([true, false, false]);
  });

  test('the lines of one proposal alone', () => {
    expect(ledgerEntries(lines, { ...none, proposalId: 'p' }).map(({ id }) => id)).toEqual(['pay', 'lower']);
  });
});

test('[D12] a decision that is public names a proposal that is not on this phone; what is here has its own title', () => {
  const names = publicNames(
    [{ id: 'p', title: 'Lichtjestocht met soep' }],
    [
      { proposalId: 'p', title: 'Lichtjestocht' },
      { proposalId: 'q', title: 'Bankje' },
      { proposalId: 'r' }, // of before titles stood there
    ],
  );
  expect([...names].sort()).toEqual([
    ['p', 'Lichtjestocht met soep'],
    ['q', 'Bankje'],
  ]);
});
