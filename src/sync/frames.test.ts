import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase45, toBase45 } from './base45.ts';
import { FrameReader, frame, framedBytesMax, pieceBytes, pieceCount } from './frames.ts';

const bytesOf = (length: number, seed = 1): Uint8Array =>
  Uint8Array.from({ length }, (_, n) => (n * 31 * seed + n) & 255);
const hash = Uint8Array.from([1, 2, 3, 4, 5, 6]);

test('base45 says what RFC 9285 says, and every string of bytes comes back', () => {
  const text = (words: string) => toBase45(new TextEncoder().encode(words));
  expect([text('AB'), text('Hello!!'), text('ietf!')]).toEqual(['BB8', '%69 VD92EX0', 'QED8WEX0']);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      expect(fromBase45(toBase45(bytes))).toEqual(Uint8Array.from(bytes));
    }),
  );
});

test('what is no base45 is nothing', () => {
  for (const wrong of ['A', 'AAAA', 'a12', 'é12', ':::', '::', 'GGW']) expect(fromBase45(wrong)).toBeUndefined();
});

test('[H11] a code is as large as one of version 11 holds', () => {
  expect(frame(bytesOf(10_000), hash, 7).length).toBeLessThanOrEqual(468);
});

test('[H11] whichever frames get through, in whatever order, the bytes come back', () => {
  const some = fc.record({
    length: fc.integer({ min: 0, max: 9_000 }),
    from: fc.nat({ max: 70_000 }),
    lost: fc.infiniteStream(fc.boolean()),
  });
  fc.assert(
    fc.property(some, ({ length, from, lost }) => {
      const payload = bytesOf(length);
      const reader = new FrameReader();
      for (let n = from; ; n += 1) {
        if (lost.next().value) continue;
        const progress = reader.add(frame(payload, hash, n));
        expect(progress?.of).toBe(pieceCount(length));
        if (progress?.payload === undefined) continue;
        expect(progress).toMatchObject({ hashStart: '01020304', have: progress.of });
        expect(progress.payload).toEqual(payload);
        return;
      }
    }),
    { numRuns: 60 },
  );
});

/** Frames that must be shown until a reader that misses `loss` of them has all: mean over 200 readers. */
function framesNeeded(pieces: number, loss: number, next: (shown: number) => number): { mean: number; worst: number } {
  const payload = bytesOf(pieces * pieceBytes);
  let state = 12345;
  const chance = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
  const counts = Array.from({ length: 200 }, () => {
    const reader = new FrameReader();
    const start = Math.floor(chance() * 1_000);
    for (let shown = 0; ; shown += 1) {
      if (chance() < loss) continue;
      if (reader.add(frame(payload, hash, next(start + shown)))?.payload !== undefined) return shown + 1;
    }
  });
  return { mean: counts.reduce((sum, count) => sum + count, 0) / counts.length, worst: Math.max(...counts) };
}

test('[H11] a reader that misses a third of the codes needs hardly more than what it missed; by turns it would be twice that', () => {
  const pieces = 25;
  const endless = framesNeeded(pieces, 1 / 3, (n) => n);
  const byTurns = framesNeeded(pieces, 1 / 3, (n) => n % pieces);
  const missed = pieces * 1.5; // frames shown for `pieces` that are read
  expect(endless.mean).toBeLessThan(missed * 1.12);
  expect(byTurns.mean).toBeGreaterThan(missed * 2);
});

test('[H11] other codes, damaged ones and those of another hand-over do no harm', () => {
  const [one, other] = [bytesOf(1_200), bytesOf(1_200, 3)];
  const reader = new FrameReader();
  const first = frame(one, hash, 0);
  for (const wrong of ['https://buurtkas.nl', '', 'BK1', `${first}0`, first.slice(0, -3), `${first.slice(0, -1)}a`]) {
    expect(reader.add(wrong)).toBeUndefined();
  }
  expect(reader.add(first)).toMatchObject({ have: 1, of: 4 });
  expect(reader.add(first)).toMatchObject({ have: 1, of: 4 });
  const otherHash = Uint8Array.from([9, 9, 9, 9]);
  expect(reader.add(frame(other, otherHash, 3))).toMatchObject({ have: 1, of: 4 });
  for (const n of [0, 1]) reader.add(frame(other, otherHash, n));
  expect(reader.add(frame(other, otherHash, 2))?.payload).toEqual(other);
});

test('[H11] of the largest payload too any frames will do, wherever a reader begins', () => {
  const payload = bytesOf(framedBytesMax);
  const pieces = pieceCount(framedBytesMax);
  for (const from of [pieces, 5_000, 0x1_0000 - 40]) {
    const reader = new FrameReader();
    let n = from;
    let progress = reader.add(frame(payload, hash, n));
    while (progress?.payload === undefined && n < from + 2 * pieces) {
      n += 1;
      progress = reader.add(frame(payload, hash, n));
    }
    expect(progress?.payload).toEqual(payload);
    expect(n - from).toBeLessThan(pieces + 15);
  }
});
