/** The sum that a phone keeps over its confirmed rows, written a second time from D10: two sums modulo 2^32 of a 32-bit
 *  MurmurHash3 over "type version id", one 16-bit word a character. */
import type { RowKey } from '../../src/domain/command.ts';
import type { Version } from './logOracle.ts';

export function sumOf(rows: ReadonlyMap<RowKey, Version>): string {
  let [high, low] = [0, 0];
  for (const [key, version] of rows) {
    version.sum ??= sumsOf(key, version.v);
    high = (high + version.sum[0]) % 2 ** 32;
    low = (low + version.sum[1]) % 2 ** 32;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}

function sumsOf(key: RowKey, v: number): readonly [number, number] {
  const [type, id] = [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)];
  const words = [...`${type} ${v} ${id}`].map((char) => char.charCodeAt(0));
  return [murmur(words, 0x9e3779b9), murmur(words, 0x85ebca6b)];
}

const rotate = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

function murmur(words: readonly number[], seed: number): number {
  const mixed = words.reduce((hash, word) => {
    const scrambled = Math.imul(rotate(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
    return (Math.imul(rotate(hash ^ scrambled, 13), 5) + 0xe6546b64) | 0;
  }, seed | 0);
  const first = Math.imul(mixed ^ words.length ^ ((mixed ^ words.length) >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}
