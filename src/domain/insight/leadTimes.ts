/** How long people wait: from the application to the decision, and from the receipt to the money. Whole days. */
import { daysBetween } from '../dates.ts';
import { groupBy } from '../groupBy.ts';
import type { Claim, Decision, Payment, Proposal } from '../rows.ts';

export interface LeadTime {
  /** One of each, the longest first. */
  readonly waits: readonly { readonly proposalId: string; readonly days: number }[];
  readonly median: number | null; // null when there is none
}

const sorted = (waits: LeadTime['waits']): LeadTime => {
  const longestFirst = [...waits].sort((a, b) => b.days - a.days);
  const days = longestFirst.map((wait) => wait.days);
  const [low, high] = [days[days.length >> 1], days[(days.length - 1) >> 1]];
  return {
    waits: longestFirst,
    median: low === undefined || high === undefined ? null : Math.round((low + high) / 2),
  };
};

/** To the first decision that was not to wait. What was decided before it was submitted (from paper, later) does not say. */
export function toDecision(proposals: readonly Proposal[], decisions: readonly Decision[]): LeadTime {
  const decided = decisions.filter(({ withdrawn, outcome }) => !withdrawn && outcome !== 'deferred');
  const byProposal = groupBy(decided, ({ proposalId }) => proposalId);
  return sorted(
    proposals.flatMap(({ id, submittedOn }) => {
      const decidedOn = (byProposal.get(id) ?? []).map((decision) => decision.decidedOn).sort()[0];
      if (submittedOn === null || decidedOn === undefined || decidedOn < submittedOn) return [];
      return [{ proposalId: id, days: daysBetween(submittedOn, decidedOn) }];
    }),
  );
}

/** From sending in a claim to its last payment. */
export function toPayment(claims: readonly Claim[], payments: readonly Payment[]): LeadTime {
  const standing = payments.filter(({ reversed }) => !reversed);
  const byClaim = groupBy(standing, ({ claimId }) => claimId);
  return sorted(
    claims.flatMap(({ id, proposalId, submittedAt, approvedCents, paidCents }) => {
      if (approvedCents === 0 || paidCents < approvedCents) return [];
      const paidOn = (byClaim.get(id) ?? [])
        .map((payment) => payment.paidOn)
        .sort()
        .at(-1);
      const sentOn = submittedAt.slice(0, 10);
      return paidOn === undefined || paidOn < sentOn ? [] : [{ proposalId, days: daysBetween(sentOn, paidOn) }];
    }),
  );
}
