import { describe, expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import type { Claim, ClaimAccount, Payment, Proposal } from '../rows.ts';
import { paymentId } from '../rows.ts';
import { otherAccountOf, payables } from './payable.ts';

const world = given.claimedWorld();
const proposal: Proposal = { ...world.get('proposal', given.proposalId), state: 'awarded', awardedCents: 100_000 };
const base: Claim = { ...world.get('claim', given.claimId), state: 'approved', approvedCents: 5_000, paidCents: 0 };
const ibans = { here: 'NL91ABNA0417164300', there: 'NL20INGB0001234567' };

const claim = (id: string, fields: Partial<Claim> = {}): Claim => ({ ...base, id, ...fields });
const account = (id: string, iban: string): readonly [string, ClaimAccount] => [id, { id, iban, holder: 'Jan' }];
const payment = (claimId: string, fields: Partial<Payment> = {}): Payment => ({
  id: paymentId(claimId, 1),
  claimId,
  proposalId: proposal.id,
  amountCents: 5_000,
  paidOn: '2026-02-03',
  reference: '',
  recordedBy: 'p',
  reversed: false,
  reversedOn: null,
  reversedReason: null,
  ...fields,
});

const list = (
  claims: readonly Claim[],
  accounts: readonly (readonly [string, ClaimAccount])[],
  payments: Payment[] = [],
) => payables({ claims, proposals: new Map([[proposal.id, proposal]]), accounts: new Map(accounts), payments });

describe('what can be paid', () => {
  test('what is approved and not paid whole, oldest first, with what is left of it', () => {
    const found = list(
      [
        claim('new', { submittedAt: '2026-03-02T10:00:00.000Z' }),
        claim('part', { paidCents: 2_000, submittedAt: '2026-03-01T10:00:00.000Z' }),
        claim('paid', { paidCents: 5_000 }),
        claim('asked', { state: 'submitted', approvedCents: 0 }),
      ],
      [account('new', ibans.here), account('part', ibans.here)],
      [payment('part', { amountCents: 2_000 })],
    );
    expect(found.map(({ claim: { id }, amountCents, number, block }) => [id, amountCents, number, block])).toEqual([
      ['part', 3_000, 2, null],
      ['new', 5_000, 1, null],
    ]);
  });

  test('without an account, or with a wrong number, it cannot go into a file', () => {
    const found = list([claim('a'), claim('b')], [account('b', 'NL00ABNA0417164300')]);
    expect(found.map(({ claim: { id }, block }) => [id, block])).toEqual([
      ['a', 'no_iban'],
      ['b', 'wrong_iban'],
    ]);
  });

  test('the proposal has not arrived on this phone: nothing is offered', () => {
    expect(list([claim('a', { proposalId: 'elsewhere' })], [account('a', ibans.here)])).toEqual([]);
  });
});

describe('another account than before', () => {
  const before = claim('before', { paidCents: 5_000, payeeName: 'Bakkerij Vós' });
  const withOther = (fields: Partial<Claim>, iban: string, past: Partial<Payment> = {}) =>
    list(
      [before, claim('now', fields)],
      [account('before', ibans.here), account('now', iban)],
      [payment('before', past)],
    )[0]?.otherAccount;
  const sameName = { payeeName: 'bakkerij vos', claimantId: 'somebody else' };

  test('the same name on another number is said, with when the old one was paid', () => {
    const paid = { iban: ibans.here, name: 'Bakkerij Vós', paidOn: '2026-02-03', claimId: 'before' };
    expect(withOther(sameName, ibans.there)).toEqual({ changed: 'iban', ...paid });
  });

  test('so is the same person under another name', () => {
    expect(withOther({ payeeName: 'J. de Vries' }, ibans.there)?.iban).toBe(ibans.here);
  });

  test('of a claim that nobody judged yet too', () => {
    const now = claim('now', { ...sameName, state: 'submitted', approvedCents: 0 });
    const accounts = new Map([account('before', ibans.here), account('now', ibans.there)]);
    const rows = { claims: [before, now], accounts, payments: [payment('before')] };
    expect(otherAccountOf(now, rows)?.changed).toBe('iban');
  });

  test('a shop that sends its bill through that person is another one, not a changed account', () => {
    expect(withOther({ payeeName: 'Slager', kind: 'invoice' }, ibans.there)).toBeNull();
  });

  test('the number that was paid before under a name that has nothing of this one is said', () => {
    expect(withOther({ payeeName: 'Slager', kind: 'invoice' }, ibans.here)).toMatchObject({
      changed: 'name',
      name: 'Bakkerij Vós',
    });
    expect(withOther({ payeeName: 'Vos', kind: 'invoice' }, ibans.here)).toBeNull();
  });

  test('the number that was paid before, a stranger, and a payment that was taken back say nothing', () => {
    expect(withOther(sameName, ibans.here)).toBeNull();
    expect(withOther({ payeeName: 'Slager', claimantId: 'x' }, ibans.there)).toBeNull();
    expect(withOther(sameName, ibans.there, { reversed: true })).toBeNull();
  });
});
