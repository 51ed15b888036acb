import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as given from '../../tests/domain/committee.ts';
import { people } from '../../tests/domain/world.ts';
import { type Access, photosOf, type Scope, scopeOf, visible, visibleScopes } from './access.ts';
import { type Role, type Row, type RowType, rowTypes } from './rows.ts';

const access = (role: Access['role'], proposalIds: readonly string[] = []): Access => ({
  personId: people.chair,
  role,
  proposalIds,
  v: 1,
});
const roles = [
  'chair',
  'secretary',
  'treasurer',
  'member',
  'auditor',
  'district_manager',
  'initiator',
  'founder',
] as const;

describe('[D12] who sees which scope', () => {
  const seen: Readonly<Record<Role | 'founder', readonly Scope[]>> = {
    chair: ['pub', 'com', 'fin', 'dist', 'prop:own', 'prop:other'],
    secretary: ['pub', 'com', 'dist', 'prop:own', 'prop:other'],
    treasurer: ['pub', 'com', 'fin', 'dist', 'prop:own', 'prop:other'],
    member: ['pub', 'com', 'dist', 'prop:own', 'prop:other'],
    auditor: ['pub', 'com', 'fin', 'dist', 'prop:own', 'prop:other'],
    district_manager: ['pub', 'dist'],
    initiator: ['pub', 'prop:own'],
    founder: [],
  };
  const scopes: readonly Scope[] = ['pub', 'com', 'fin', 'dist', 'prop:own', 'prop:other'];
  test.each(roles)('%s', (role) => {
    const who = access(role, ['own']);
    expect(scopes.filter((scope) => visible(who, scope))).toEqual(seen[role]);
  });

  test('proposal ids give nothing to a role that is not an initiator', () => {
    expect(visible(access('district_manager', ['own']), 'prop:own')).toBe(false);
  });

  test('the list for a store says the same as the question for one row', () => {
    const ids = fc.subarray(['a', 'b', 'c']);
    fc.assert(
      fc.property(
        fc.constantFrom(...roles),
        ids,
        fc.constantFrom<Scope>(...scopes, 'prop:a', 'prop:b'),
        (role, own, scope) => {
          const who = access(role, own);
          const list = visibleScopes(who);
          const inList = list.scopes.includes(scope) || (list.everyProposal && scope.startsWith('prop:'));
          expect(inList).toBe(visible(who, scope));
        },
      ),
    );
  });
});

describe('[D12] which scope a row has', () => {
  const world = given.paidWorld();
  world.ok('member', 'support.count', { ...given.count, photos: [given.photo('sheet')] });
  world.ok('member', 'presence.set', { meetingId: given.meetingId, personId: people.member, state: 'present' });
  const own: Scope = `prop:${given.proposalId}`;
  const first = <T extends RowType>(type: T): Scope => {
    const row = world.all(type)[0];
    if (row === undefined) throw new Error(`no ${type}`);
    return scopeOf(type, row);
  };

  test.each([
    ['committee', 'pub'],
    ['budgetYear', 'pub'],
    ['person', 'com'],
    ['member', 'com'],
    ['proposal', own],
    ['supportSheet', 'com'],
    ['supportCount', 'com'],
    ['meeting', 'com'],
    ['agendaItem', 'com'],
    ['presence', 'com'],
    ['decision', own],
    ['claim', own],
    ['claimAccount', 'fin'],
    ['receipt', own],
    ['payment', own],
    ['ledgerLine', 'dist'],
  ] as const)('%s: %s', (type, scope) => {
    expect(first(type)).toBe(scope);
  });

  test('a decision becomes public when its meeting is closed', () => {
    const closed = given.decidedWorld();
    closed.ok('chair', 'meeting.close', { meetingId: given.meetingId });
    expect(scopeOf('decision', closed.get('decision', given.round1))).toBe('pub');
  });

  test('whole account numbers are in no row that more than treasurer, auditor and chair see', () => {
    for (const type of rowTypes) {
      for (const row of world.all(type)) {
        if (scopeOf(type, row) !== 'fin') expect(JSON.stringify(row)).not.toContain('ABNA0417164300');
      }
    }
  });

  test('notes and signature sheets are never in the scope of an initiator', () => {
    const initiator = access('initiator', [given.proposalId]);
    const note = { id: 'n', proposalId: given.proposalId, by: 'x', at: '', text: '' };
    expect(visible(initiator, scopeOf('proposalNote', note))).toBe(false);
    for (const sheet of world.all('supportSheet'))
      expect(visible(initiator, scopeOf('supportSheet', sheet))).toBe(false);
  });

  test('photos are those of receipts and sheets, and of no other row', () => {
    expect(photosOf('receipt', world.get('receipt', given.receiptId))).toEqual([given.photo('receipt').sha256]);
    expect(photosOf('supportSheet', world.all('supportSheet')[0] as Row)).toEqual([given.photo('sheet').sha256]);
    expect(photosOf('claim', world.get('claim', given.claimId))).toEqual([]);
  });
});

test('[D12] what stands on a bank account is in the payment, and in no line that the district manager gets', () => {
  const world = given.approvedWorld();
  world.ok('treasurer', 'payment.record', { ...given.payment, reference: 'Wijkbudget A. Bakker' });
  const lines = world.all('ledgerLine').filter(({ kind }) => kind === 'payment');
  expect(lines.map(({ note }) => note)).toEqual(['', '']);
  expect(world.all('payment').map(({ reference }) => reference)).toEqual(['Wijkbudget A. Bakker']);
});

test('[D12] a decision that is public says what it is about to who may not see the proposal', () => {
  const world = given.decidedWorld();
  world.ok('chair', 'meeting.close', { meetingId: given.meetingId });
  const [decision] = world.all('decision');
  if (decision === undefined) throw new Error('no decision');
  expect(visible(access('district_manager'), scopeOf('decision', decision))).toBe(true);
  expect(decision.title).toBe('Buurtfeest Klosplein');
});
