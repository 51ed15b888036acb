import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addToDigest, changeDigest, type DigestRow, digestOf, emptyDigest, removeFromDigest } from './digest.ts';

const row = (t: string, id: string, v: number): DigestRow => ({ t, id, v });
const anyRow = fc.record({
  t: fc.constantFrom('proposal', 'claim', 'ledgerLine'),
  id: fc.string(),
  v: fc.integer({ min: 0, max: 1_000_000 }),
});

test('[R6] the same rows give the same 16 hex digits, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(anyRow), (rows) => {
      const digest = digestOf(rows);
      expect(digest).toMatch(/^[0-9a-f]{16}$/);
      expect(digestOf([...rows].reverse())).toBe(digest);
    }),
  );
});

test('[R6] adding and removing one by one ends where counting anew ends', () => {
  fc.assert(
    fc.property(fc.array(anyRow), fc.array(anyRow), (kept, gone) => {
      const all = [...kept, ...gone].reduce(addToDigest, emptyDigest);
      expect(all).toBe(digestOf([...kept, ...gone]));
      expect(gone.reduce(removeFromDigest, all)).toBe(digestOf(kept));
      expect(changeDigest(all, gone, [])).toBe(digestOf(kept));
    }),
  );
});

test('[R6] another version, id or type, and a missing row show', () => {
  const rows = [row('claim', 'a', 1), row('claim', 'b', 2)];
  const others = [
    [row('claim', 'a', 2), row('claim', 'b', 1)],
    [row('claim', 'a', 1), row('claim', 'c', 2)],
    [row('receipt', 'a', 1), row('claim', 'b', 2)],
    [row('claim', 'a', 1)],
    [row('claim', 'a', 1), row('claim', 'b', 3)],
    [row('claim', 'a 1', 1), row('claim', 'b', 2)],
  ].map(digestOf);
  expect(new Set([digestOf(rows), emptyDigest, ...others]).size).toBe(others.length + 2);
});

test('[R6] ten thousand rows that differ in one figure have ten thousand different sums', () => {
  const sums = new Set<string>();
  for (let n = 0; n < 10_000; n += 1) sums.add(digestOf([row('ledgerLine', 'id', n)]));
  expect(sums.size).toBe(10_000);
});
