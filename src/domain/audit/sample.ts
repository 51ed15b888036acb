/** Which claims a kascommissie looks at. Nobody chooses them: the same rows give the same sample to everybody. */
import type { Claim } from '../rows.ts';

const leastCount = 5;
const share = 0.2;

/** A fifth of the claims that were paid, at least five: half of them the largest, the others spread over the rest by a hash
 *  of their ids, so that small ones can be hit too and nobody can guess which. */
export function auditSample(claims: readonly Claim[], year: number): readonly Claim[] {
  const paid = claims.filter(({ paidCents }) => paidCents > 0);
  const size = Math.min(paid.length, Math.max(leastCount, Math.ceil(paid.length * share)));
  const byAmount = paid.toSorted((a, b) => b.paidCents - a.paidCents || (a.id < b.id ? -1 : 1));
  const largest = byAmount.slice(0, Math.ceil(size / 2));
  const rest = byAmount.slice(largest.length).toSorted((a, b) => lot(a.id, year) - lot(b.id, year));
  return [...largest, ...rest.slice(0, size - largest.length)];
}

/** FNV-1a: spread, and the same everywhere. */
function lot(id: string, year: number): number {
  let hash = 0x811c9dc5;
  for (const char of `${year}:${id}`) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
  return hash;
}
