/** What a committee decided in a year and what came of it, for anybody to use: published facts, without names of people (docs/open-data.md). */
import { toldIn } from '../domain/commands/outcome.ts';
import { runsIn, yearsTold } from '../domain/outcome.ts';
import type {
  Cents,
  Committee,
  Decision,
  DecisionOutcome,
  IsoDate,
  OutcomeYear,
  Proposal,
  PublishedOutcome,
} from '../domain/rows.ts';

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
  readonly stories: readonly OpenStory[];
}

export interface OpenDecision {
  readonly id: string;
  readonly proposalId: string;
  readonly title: string;
  readonly outcome: DecisionOutcome; // as it stands now, corrections included
  readonly awardedCents: Cents; // that is kept for it now: 0 of an award beside one that stands already
  readonly decidedOn: IsoDate;
  readonly reason: string;
  readonly conditions: readonly string[];
  readonly votes: { readonly for: number; readonly against: number; readonly abstained: number };
  readonly kind: Proposal['kind'];
  readonly themes: readonly { readonly number: number; readonly percent: number }[];
  readonly quarters: readonly string[];
}

/** Of a project, word for word as the committee published it. */
export interface OpenStory extends Omit<PublishedOutcome, 'id' | 'year' | 'photos' | 'years' | 'published'> {
  readonly proposalId: string;
  readonly photos: number; // how many the committee shows with it
  /** Of a project of more years: each year that was told by itself, the earliest first. */
  readonly years: readonly OutcomeYear[];
}

export interface OpenDataInput {
  readonly year: number;
  readonly today: IsoDate;
  readonly committee: Committee;
  readonly themes: readonly { readonly number: number; readonly name: string }[];
  readonly proposals: readonly Proposal[];
  readonly decisions: readonly Decision[];
  readonly published: readonly PublishedOutcome[];
}

/** Decisions that the committee published and that stand, in the order in which they were taken; and the stories of the
 *  projects that ran in the year. */
export function openDataOf(input: OpenDataInput): OpenData {
  const { year, today, committee, themes, proposals, decisions } = input;
  const byId = new Map(proposals.filter((one) => one.year === year).map((one) => [one.id, one]));
  const open = decisions
    .filter(({ published, withdrawn }) => published && !withdrawn)
    .flatMap((decision) => {
      const proposal = byId.get(decision.proposalId);
      return proposal === undefined ? [] : [openDecision(decision, proposal)];
    })
    .sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : a.decidedOn > b.decidedOn ? 1 : a.id < b.id ? -1 : 1));
  const stories = proposals
    .filter((one) => runsIn(one, year))
    .flatMap((proposal) => {
      const story = input.published.find(({ id, published }) => published && id === proposal.id);
      return story === undefined ? [] : [openStory(story, proposal)];
    });
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
    stories: stories.sort((a, b) => (a.proposalId < b.proposalId ? -1 : 1)),
  };
}

function openStory(story: PublishedOutcome, proposal: Proposal): OpenStory {
  const { id: proposalId, publishedOn, photos } = story;
  return { proposalId, publishedOn, ...toldIn(story), photos: photos.length, years: yearsTold(story, proposal) };
}

function openDecision(decision: Decision, proposal: Proposal): OpenDecision {
  const { id, proposalId, decidedOn, reason, conditions, takenUnder } = decision;
  const stands = proposal.awardDecisionId === id;
  const { forCount, againstCount, abstainedCount } = takenUnder.votes;
  return {
    ...{ id, proposalId, title: decision.title ?? proposal.title, decidedOn, reason, conditions },
    outcome: stands ? outcomeNow(proposal, decision) : decision.outcome,
    awardedCents: stands ? proposal.awardedCents : 0, // money is kept for one decision alone (D7)
    votes: { for: forCount, against: againstCount, abstained: abstainedCount },
    kind: proposal.kind,
    themes: proposal.themeShares.map(({ theme, percent }) => ({ number: theme, percent })),
    quarters: proposal.quarters,
  };
}

/** A correction changes what stands; a dossier that is closed since says no more how it was awarded. */
const outcomeNow = ({ state }: Proposal, { outcome }: Decision): DecisionOutcome =>
  state === 'awarded' || state === 'partly_awarded' || state === 'refused' ? state : outcome;
