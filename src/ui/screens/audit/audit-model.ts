// What the kascommissie sees, from the rows.
import { auditSample } from '../../../domain/audit/sample.ts';
import { addCents } from '../../../domain/money.ts';
import type { Cents } from '../../../domain/rows.ts';
import type { Seen } from '../../app-context.tsx';

export type CheckState = 'open' | 'right' | 'question' | 'changed';

export interface CheckedClaim {
  readonly claim: Seen<'claim'>;
  readonly proposal: Seen<'proposal'> | undefined;
  readonly inSample: boolean;
  readonly state: CheckState;
}

export interface AuditRows {
  readonly year: number;
  readonly claims: readonly Seen<'claim'>[];
  readonly proposals: readonly Seen<'proposal'>[];
  readonly checks: readonly Seen<'auditCheck'>[];
  /** Whose checks count: the auditor who looks; undefined for others, who see anybody's. */
  readonly auditorId: string | undefined;
}

/** Claims of the year's proposals of which something was paid: the sample first. */
export function checkedClaims({ year, claims, proposals, checks, auditorId }: AuditRows): readonly CheckedClaim[] {
  const ofYear = new Map(proposals.filter((one) => one.year === year).map((one) => [one.id, one]));
  const paid = claims.filter(({ proposalId, paidCents }) => paidCents > 0 && ofYear.has(proposalId));
  const sample = auditSample(paid, year);
  const byClaim = new Map(
    checks
      .filter(({ checkedBy }) => auditorId === undefined || checkedBy === auditorId)
      .map((one) => [one.claimId, one]),
  );
  const stateOf = (claim: Seen<'claim'>): CheckState => {
    const check = byClaim.get(claim.id);
    if (check === undefined) return 'open';
    return check.paidCents === claim.paidCents ? check.verdict : 'changed';
  };
  const ids = new Set(sample.map(({ id }) => id));
  const rest = paid.filter(({ id }) => !ids.has(id)).sort((a, b) => b.paidCents - a.paidCents);
  return [...sample, ...rest].map((found) => {
    const claim = found as Seen<'claim'>; // the sample gives back what it was given
    return { claim, proposal: ofYear.get(claim.proposalId), inSample: ids.has(claim.id), state: stateOf(claim) };
  });
}

/** Of the sample, what still has to be looked at. */
export const leftToCheck = (all: readonly CheckedClaim[]): readonly CheckedClaim[] =>
  all.filter(({ inSample, state }) => inSample && (state === 'open' || state === 'changed'));

export const paidIn = (lines: readonly Seen<'ledgerLine'>[]): Cents =>
  addCents(lines.filter(({ account }) => account === 'paid').map(({ amountCents }) => amountCents));
