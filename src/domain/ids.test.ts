import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUuid, uuidV7 } from './ids.ts';

test('uuidV7 follows RFC 9562, appendix A.6', () => {
  // rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F without its variant bits
  const bytes = new Uint8Array([0xcc, 0x31, 0x8c, 0x4d, 0xc0, 0xc0, 0xc0, 0x73, 0x98, 0xf0]);
  const id = uuidV7(0x017f22e279b0, bytes);
  expect(id.slice(0, 18)).toBe('017f22e2-79b0-7cc3');
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('every time and every ten bytes give a lower-case UUID of version 7', () => {
  const times = fc.double({ min: -1e15, max: 1e18, noNaN: true });
  fc.assert(
    fc.property(times, fc.uint8Array({ minLength: 10, maxLength: 16 }), (ms, bytes) => {
      const id = uuidV7(ms, bytes);
      expect(isUuid(id)).toBe(true);
      expect(id.charAt(14)).toBe('7');
      expect('89ab').toContain(id.charAt(19));
    }),
  );
});

test('random bits reach the id: two that differ in any byte that is used give two ids', () => {
  const base = new Uint8Array(10).fill(0x55);
  const ids = [...base.keys()].map((n) =>
    uuidV7(
      1,
      base.map((byte, at) => (at === n ? 0x0f : byte)),
    ),
  );
  expect(new Set([uuidV7(1, base), ...ids]).size).toBe(11);
});

test('needs enough randomness', () => {
  expect(() => uuidV7(1, new Uint8Array(9))).toThrow();
});

test.each([
  '',
  'abc',
  '017F22E2-79B0-7CC3-98C4-DC0C0C07398F',
  '017f22e279b07cc398c4dc0c0c07398f',
  '017f22e2-79b0-7cc3-98c4-dc0c0c07398g',
])('%j is no id', (text) => {
  expect(isUuid(text)).toBe(false);
});
