/** What a committee decided in a year, for anybody to use: published facts, without names of people (docs/open-data.md). */
import type { Cents, Committee, Decision, DecisionOutcome, IsoDate, Proposal } from '../domain/rows.ts';

export const openDataFormat = 'buurtkas-open-data-1';

export interface OpenData {
  readonly format: typeof openDataFormat;
  readonly madeOn: IsoDate;
  readonly year: number;
  readonly body: {
    readonly name: string;
    readonly kind: string; // what the place calls it
    readonly city: string;
    readonly district: string;
    readonly quarters: readonly string[];
  };
  readonly themes: readonly { readonly number: number; readonly name: string }[];
  readonly decisions: readonly OpenDecision[];
  readonly totals: { readonly projects: number; readonly awardedCents: Cents };
}

export interface OpenDecision {
  readonly id: string;
  readonly proposalId: string;
  readonly title: string;
  readonly outcome: DecisionOutcome; // as it stands now, corrections included
  readonly awardedCents: Cents; // as it stands now
  readonly decidedOn: IsoDate;
  readonly reason: string;
  readonly conditions: readonly string[];
  readonly votes: { readonly for: number; readonly against: number; readonly abstained: number };
  readonly kind: Proposal['kind'];
  readonly themes: readonly { readonly number: number; readonly percent: number }[];
  readonly quarters: readonly string[];
}

export interface OpenDataInput {
  readonly year: number;
  readonly today: IsoDate;
  readonly committee: Committee;
  readonly themes: readonly { readonly number: number; readonly name: string }[];
  readonly proposals: readonly Proposal[];
  readonly decisions: readonly Decision[];
}

/** Decisions that the committee published and that stand, in the order in which they were taken. */
export function openDataOf({ year, today, committee, themes, proposals, decisions }: OpenDataInput): OpenData {
  const byId = new Map(proposals.filter((one) => one.year === year).map((one) => [one.id, one]));
  const open = decisions
    .filter(({ published, withdrawn }) => published && !withdrawn)
    .flatMap((decision) => {
      const proposal = byId.get(decision.proposalId);
      return proposal === undefined ? [] : [openDecision(decision, proposal)];
    })
    .sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : a.decidedOn > b.decidedOn ? 1 : a.id < b.id ? -1 : 1));
  const { name, bodyWord: kind, city, district = '', quarters } = committee;
  const awarded = open.filter(({ awardedCents }) => awardedCents > 0);
  return {
    ...{ format: openDataFormat, madeOn: today, year },
    body: { name, kind, city, district, quarters },
    themes: themes.map(({ number, name: theme }) => ({ number, name: theme })),
    decisions: open,
    totals: {
      projects: awarded.length,
      awardedCents: awarded.reduce((sum, { awardedCents }) => sum + awardedCents, 0),
    },
  };
}

function openDecision(decision: Decision, proposal: Proposal): OpenDecision {
  const { id, proposalId, decidedOn, reason, conditions, takenUnder } = decision;
  const stands = proposal.awardDecisionId === id;
  const { forCount, againstCount, abstainedCount } = takenUnder.votes;
  return {
    ...{ id, proposalId, title: decision.title ?? proposal.title, decidedOn, reason, conditions },
    outcome: stands ? outcomeNow(proposal, decision) : decision.outcome,
    awardedCents: stands ? proposal.awardedCents : decision.awardedCents,
    votes: { for: forCount, against: againstCount, abstained: abstainedCount },
    kind: proposal.kind,
    themes: proposal.themeShares.map(({ theme, percent }) => ({ number: theme, percent })),
    quarters: proposal.quarters,
  };
}

/** A correction changes what stands; a dossier that is closed since says no more how it was awarded. */
const outcomeNow = ({ state }: Proposal, { outcome }: Decision): DecisionOutcome =>
  state === 'awarded' || state === 'partly_awarded' || state === 'refused' ? state : outcome;
