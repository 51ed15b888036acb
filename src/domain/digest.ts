/** A 64-bit sum over type, id and version of rows (D10, docs/sync.md R6): equal on phone and server when both hold the
 *  same rows, in whatever order they came. It finds divergence; it is no protection against anybody who wants to fool it. */

export interface DigestRow {
  readonly t: string;
  readonly id: string;
  readonly v: number;
}

export const emptyDigest = '0000000000000000';

export const digestOf = (rows: Iterable<DigestRow>): string => changeDigest(emptyDigest, [], rows);
export const addToDigest = (digest: string, row: DigestRow): string => changeDigest(digest, [], [row]);
export const removeFromDigest = (digest: string, row: DigestRow): string => changeDigest(digest, [row], []);

/** The digest after some rows left and others came; both halves are sums modulo 2^32, so the order does not matter. */
export function changeDigest(digest: string, removed: Iterable<DigestRow>, added: Iterable<DigestRow>): string {
  let high = Number.parseInt(digest.slice(0, 8), 16);
  let low = Number.parseInt(digest.slice(8), 16);
  for (const row of removed) {
    const text = textOf(row);
    high = (high - mix(text, highSeed)) >>> 0;
    low = (low - mix(text, lowSeed)) >>> 0;
  }
  for (const row of added) {
    const text = textOf(row);
    high = (high + mix(text, highSeed)) >>> 0;
    low = (low + mix(text, lowSeed)) >>> 0;
  }
  return hex(high) + hex(low);
}

const highSeed = 0x9e3779b9;
const lowSeed = 0x85ebca6b;
const hex = (half: number): string => half.toString(16).padStart(8, '0');
/** A space stands in no type, so two different rows never give the same text. */
const textOf = (row: DigestRow): string => `${row.t} ${row.v} ${row.id}`;

/** MurmurHash3 over UTF-16 code units, one word a unit, with its 32-bit finish (A. Appleby, public domain). */
function mix(text: string, seed: number): number {
  let hash = seed;
  for (let n = 0; n < text.length; n += 1) {
    let word = Math.imul(text.charCodeAt(n), 0xcc9e2d51);
    word = Math.imul((word << 15) | (word >>> 17), 0x1b873593);
    hash ^= word;
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  hash ^= text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
