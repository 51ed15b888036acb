import { describe, expect, test } from 'vitest';
import * as given from '../../tests/domain/committee.ts';
import { alikeFinder, doublesOf, doubtsFinder } from './doubles.ts';
import type { Claim, Photo, Receipt } from './rows.ts';

const world = given.claimedWorld();
const base = world.get('claim', given.claimId);
const bought: Receipt = { ...world.get('receipt', given.receiptId), photos: [] };

const claim = (id: string, fields: Partial<Claim> = {}): Claim => ({ ...base, id, flags: [], ...fields });
/** Each of a shop, a day and an amount of its own, unless said otherwise. */
const receipt = (id: string, claimId: string, fields: Partial<Receipt> = {}): Receipt => {
  const own = { amountCents: 1_000 + id.charCodeAt(0), shop: `Winkel ${id}`, boughtOn: '2026-03-01' };
  return { ...bought, ...own, id, claimId, ...fields };
};
const photo = (hash: string, fields: Partial<Photo> = {}): Photo => {
  const size = { size: 10, mime: 'image/jpeg', width: 10, height: 10 } as const;
  return { sha256: hash.repeat(64), originalSha256: hash.repeat(64), ...size, ...fields };
};
const rowsOf = (claims: readonly Claim[], receipts: readonly Receipt[]) => ({
  receipts,
  claims: new Map(claims.map((one) => [one.id, one])),
});
const found = (claims: readonly Claim[], receipts: readonly Receipt[], of = 'new') => {
  const rows = rowsOf(claims, receipts);
  const one = rows.claims.get(of);
  if (one === undefined) throw new Error('no claim');
  return {
    why: doublesOf(one, rows).map(({ receipt: { id }, other, why }) => `${id} ${other.id} ${why}`),
    doubtful: doubtsFinder(rows)(one),
  };
};

describe('what may be double', () => {
  const last = claim('old', { proposalId: 'a plan of last year', paidCents: 1_000 });
  const now = claim('new', { proposalId: 'a plan of this year' });

  test.each([
    ['the same picture as it was sent', photo('a'), photo('a'), 'same_photo'],
    [
      'a picture that was cut from the same file',
      photo('a'),
      photo('b', { originalSha256: 'a'.repeat(64) }),
      'same_photo',
    ],
    [
      'a picture that nearly is the same',
      photo('a', { look: 'f'.repeat(64) }),
      photo('b', { look: `${Array.from({ length: 20 }, () => '7ff').join('')}ffff` }),
      'near_photo',
    ],
  ] as const)('is said of %s in the claim of another year', (_, before, after, why) => {
    const receipts = [
      receipt('p', 'old', { boughtOn: '2025-06-01', photos: [before] }),
      receipt('q', 'new', { photos: [photo('c'), after] }),
    ];
    expect(found([last, now], receipts)).toEqual({ why: [`q p ${why}`], doubtful: true });
    expect(found([last, now], receipts, 'old')).toEqual({ why: [`p q ${why}`], doubtful: true });
  });

  // 20 bits in 20 places: the most that may differ, spread as far as it goes.
  test('is not said of a picture with 21 bits that differ', () => {
    const looks = [`${'f'.repeat(58)}100000`, 'f'.repeat(64)];
    const receipts = looks.map((look, n) =>
      receipt(`${n}`, n === 0 ? 'old' : 'new', { photos: [photo(`${n}`, { look })] }),
    );
    expect(found([last, now], receipts)).toEqual({ why: [], doubtful: false });
  });

  test('is said of the same shop, day and amount, however it is written; of a bill, of whoever sent it', () => {
    const same = { amountCents: 8_640, boughtOn: '2026-05-05' };
    const twice = [
      receipt('p', 'old', { ...same, shop: 'Hema B.V.' }),
      receipt('q', 'new', { ...same, shop: ' hema bv' }),
    ];
    expect(found([last, now], twice).why).toEqual(['q p same_purchase']);
    const bills = twice.map((one) => ({ ...one, shop: one.id }));
    expect(found([last, now], bills).why).toEqual([]);
    const sentBy = { kind: 'invoice', payeeName: 'Tentverhuur' } as const;
    expect(
      found(
        [
          { ...last, ...sentBy },
          { ...now, ...sentBy },
        ],
        bills,
      ).why,
    ).toEqual(['q p same_purchase']);
  });

  test('two of one claim are one pair, and what was rejected is none', () => {
    const receipts = ['p', 'q'].map((id) => receipt(id, 'new', { photos: [photo('a')] }));
    expect(found([now], receipts).why).toEqual(['p q same_photo']);
    const rejected = [receipt('p', 'old', { photos: [photo('a')] }), receipt('q', 'new', { photos: [photo('a')] })];
    expect(found([{ ...last, state: 'rejected' }, now], rejected)).toEqual({ why: [], doubtful: false });
  });

  test('stays until somebody looked at every pair; the reason is known from either side', () => {
    const receipts = [
      receipt('p', 'old', { photos: [photo('a')] }),
      receipt('q', 'new', { photos: [photo('a'), photo('b')] }),
      receipt('r', 'old', { photos: [photo('b')] }),
    ];
    const no = (otherId: string) => ({ receiptId: 'q', otherId, reason: `Een andere dan ${otherId}`, by: 'x' });
    const half = claim('new', { notDouble: [no('p')] });
    expect(found([last, half], receipts).doubtful).toBe(true);
    const looked = claim('new', { notDouble: [no('p'), no('r')] });
    expect(found([last, looked], receipts).doubtful).toBe(false);
    const fromOld = doublesOf(last, rowsOf([last, looked], receipts));
    expect(fromOld.map(({ dismissal }) => dismissal?.reason)).toEqual(['Een andere dan p', 'Een andere dan r']);
  });

  test('a mark from when it came in stays where the other receipt is not on this device', () => {
    expect(found([claim('new', { flags: ['maybe_double'] })], [receipt('q', 'new')])).toEqual({
      why: [],
      doubtful: true,
    });
  });
});

test('a receipt that is being typed is compared with all that this device knows', () => {
  const known = receipt('p', 'old', { boughtOn: '2025-06-01', photos: [photo('a')] });
  const alikeTo = alikeFinder(rowsOf([claim('old')], [known]));
  expect([...alikeTo(receipt('q', '', { photos: [photo('a')] }))]).toEqual([[known, 'same_photo']]);
  expect([...alikeTo(receipt('q', '', { photos: [photo('b')] }))]).toEqual([]);
  expect([...alikeTo({ ...known, photos: [] })]).toEqual([]); // itself
});
