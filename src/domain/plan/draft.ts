/** The draft of a spending plan (S11): next year as what is known of this one and of the years before says it may be. Every
 *  line tells why it stands there and with these amounts. No euro is in two lines: an award belongs to an event that comes
 *  back, or to ideas from the street, or to the other projects. */
import { costCents } from '../budget.ts';
import { whereItWent } from '../ideas.ts';
import { addCents } from '../money.ts';
import { overOn } from '../outcome.ts';
import type {
  Cents,
  Idea,
  IsoDate,
  LedgerLine,
  OrganisationCost,
  PlanKind,
  PlanRange,
  Proposal,
  ThemeShare,
} from '../rows.ts';
import { themeParts } from '../themeShares.ts';
import { isDecided } from '../themeTable.ts';
import { eventsOf, medianOf, rangeOf, recurringOf, type YearAmount, yearsToLearnFrom } from './past.ts';

export type PlanReason =
  | { readonly code: 'held_in'; readonly amounts: readonly YearAmount[] } // awarded then
  | { readonly code: 'still_open'; readonly until: IsoDate | null }
  | {
      readonly code: 'ideas_open';
      readonly open: number;
      readonly settled: number; // of earlier ideas it is known what came of them
      readonly awarded: number; // of these, how many went on in a proposal with an award
      readonly typicalCents: Cents; // of such an award
    }
  | { readonly code: 'other_years'; readonly amounts: readonly YearAmount[] }
  | { readonly code: 'by_hand' };

export interface DraftLine extends PlanRange {
  readonly key: string; // the same at every draft, so that what people changed finds its line again
  readonly kind: PlanKind;
  readonly title: string; // '' where the kind (and the theme) says it
  readonly themeShares: readonly ThemeShare[]; // none: not known, or of no theme
  readonly proposalId: string | null; // the latest one that it rests on
  readonly reason: PlanReason;
}

export interface Known {
  readonly proposals: readonly Proposal[];
  readonly ledgerLines: readonly Pick<LedgerLine, 'account' | 'amountCents' | 'proposalId' | 'year'>[];
  readonly ideas: readonly Idea[];
  readonly costs: readonly OrganisationCost[];
}

export function draftPlan(planYear: number, known: Known): readonly DraftLine[] {
  const earlier = known.proposals.filter(({ year }) => year < planYear);
  const decided = earlier.filter(isDecided);
  const years = yearsToLearnFrom(
    planYear,
    decided.map(({ year }) => year),
  );
  const comesBack = recurringOf(earlier);
  const events = eventsOf(comesBack).filter((event) => event.some(({ past }) => past !== true));
  const ofEvent = new Set(comesBack.map(({ id }) => id));
  const fromIdeas = proposalsFromIdeas(known);
  const ideas = decided.filter(({ id }) => !ofEvent.has(id) && fromIdeas.has(id));
  const others = decided.filter(({ id }) => !ofEvent.has(id) && !fromIdeas.has(id));
  return [
    ...events.flatMap((event) => recurring(planYear, event)),
    ...promises(planYear, decided, known.ledgerLines),
    ...ideasLine(known, ideas, years),
    ...newByTheme(others, years),
    ...ownCosts(planYear, known.costs),
  ];
}

/** What the committee may reckon with: the grant of that year, or else of the year before; and what comes along. */
export function planMeans(planYear: number, { ledgerLines }: Known, lines: readonly DraftLine[]) {
  const grant = (year: number): Cents =>
    0 - addCents(ledgerLines.filter((l) => l.account === 'grant' && l.year === year).map((l) => l.amountCents));
  const own = grant(planYear);
  const promised = lines.filter(({ kind }) => kind === 'promise').map(({ highCents }) => highCents);
  return {
    grantCents: own === 0 ? grant(planYear - 1) : own,
    grantIsKnown: own !== 0,
    carriedCents: addCents(promised),
  };
}

/** Comes back when it was held this year or the year before. This year's, not decided yet, counts with what is asked. */
function recurring(planYear: number, event: readonly [Proposal, ...Proposal[]]): readonly DraftLine[] {
  // An import of earlier years changes no key: what people changed in the plan finds its line again.
  const first = event.find(({ past }) => past !== true) ?? event[0];
  const recent = event.filter(
    ({ year, state }) => year >= planYear - 2 && state !== 'withdrawn' && state !== 'refused',
  );
  const last = recent.at(-1);
  const held = event.filter(isDecided);
  // One that was given for more years runs on what it got: a promise, and nobody asks again.
  if (held.some(({ untilYear = planYear - 1 }) => untilYear >= planYear)) return [];
  if (last === undefined || (held.length === 0 && last.year < planYear - 1)) return [];
  const amounts = held.map(({ year, awardedCents }) => ({ year, cents: awardedCents }));
  const range = rangeOf(
    amounts.map(({ cents }) => cents),
    last.requestedCents,
  );
  const lastCents = isDecided(last) ? last.awardedCents : last.requestedCents;
  return [
    {
      ...{ key: `recurring:${first.id}`, kind: 'recurring', title: last.title, themeShares: last.themeShares },
      ...{ lowCents: Math.min(range.lowCents, lastCents), expectedCents: lastCents },
      ...{ highCents: Math.max(range.highCents, lastCents), proposalId: last.id, reason: { code: 'held_in', amounts } },
    },
  ];
}

/** Awarded, not all paid, and not over before the new year begins. Where no end is known it may still be paid this year. */
function promises(
  planYear: number,
  decided: readonly Proposal[],
  ledgerLines: Known['ledgerLines'],
): readonly DraftLine[] {
  const leftById = new Map<string, Cents>();
  for (const { account, proposalId, amountCents } of ledgerLines)
    if (account === 'awarded' && proposalId !== null)
      leftById.set(proposalId, (leftById.get(proposalId) ?? 0) + amountCents);
  return decided.flatMap((project): readonly DraftLine[] => {
    const { id, title, themeShares, period, state, untilYear } = project;
    const leftCents = leftById.get(id) ?? 0;
    const until = period === null && untilYear === undefined ? null : overOn(project);
    if (leftCents <= 0 || state === 'finished' || (until !== null && until < `${planYear}-01-01`)) return [];
    const range = { lowCents: until === null ? 0 : leftCents, expectedCents: leftCents, highCents: leftCents };
    const reason = { code: 'still_open', until } as const;
    return [{ key: `promise:${id}`, kind: 'promise', title, themeShares, ...range, proposalId: id, reason }];
  });
}

/** Which share of the ideas came to an award, and how large such an award is, times the ideas that lie open. */
function ideasLine(
  { ideas, proposals }: Known,
  awarded: readonly Proposal[],
  years: readonly number[],
): readonly DraftLine[] {
  const open = ideas.filter(({ proposalId, setAside }) => proposalId === null && setAside === null).length;
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const ends = ideas.flatMap(({ proposalId, setAside }): readonly boolean[] => {
    if (proposalId === null) return setAside === null ? [] : [false];
    const proposal = byId.get(whereItWent(proposalId, byId));
    if (proposal === undefined || ['draft', 'submitted', 'returned', 'deferred'].includes(proposal.state)) return [];
    return [isDecided(proposal)];
  });
  const good = ends.filter((came) => came).length;
  const typicalCents = medianOf(awarded.map(({ awardedCents }) => awardedCents));
  const past = rangeOf(years.map((year) => awardedIn(awarded, year)));
  const likely = Math.round((open * (ends.length === 0 ? 0 : good / ends.length) * typicalCents) / 100) * 100;
  const expectedCents = open > 0 && ends.length > 0 ? likely : past.expectedCents;
  if (open === 0 && past.highCents === 0) return [];
  return [
    {
      ...{ key: 'ideas', kind: 'ideas', title: '', themeShares: [], proposalId: null },
      ...{ lowCents: Math.min(past.lowCents, expectedCents), expectedCents },
      highCents: Math.max(past.highCents, open * typicalCents, expectedCents),
      reason: { code: 'ideas_open', open, settled: ends.length, awarded: good, typicalCents },
    },
  ];
}

function newByTheme(others: readonly Proposal[], years: readonly number[]): readonly DraftLine[] {
  const sum = (year: number, theme: number, of: (proposal: Proposal) => Cents): Cents =>
    addCents(others.filter((one) => one.year === year).map((one) => partOf(one.themeShares, theme, of(one))));
  const themes = [...new Set(others.flatMap(({ themeShares }) => themeShares.map(({ theme }) => theme)))].sort(
    (a, b) => a - b,
  );
  return themes.flatMap((theme): readonly DraftLine[] => {
    const amounts = years.map((year) => ({ year, cents: sum(year, theme, ({ awardedCents }) => awardedCents) }));
    const asked = Math.max(0, ...years.map((year) => sum(year, theme, ({ requestedCents }) => requestedCents)));
    const range = rangeOf(
      amounts.map(({ cents }) => cents),
      asked,
    );
    if (range.highCents === 0) return [];
    return [
      {
        ...{ key: `new:${theme}`, kind: 'new', title: '', themeShares: [{ theme, percent: 100 }], ...range },
        ...{ proposalId: null, reason: { code: 'other_years', amounts } },
      },
    ];
  });
}

function ownCosts(planYear: number, costs: readonly OrganisationCost[]): readonly DraftLine[] {
  const standing = costs.filter(({ reversed }) => !reversed);
  const years = yearsToLearnFrom(
    planYear,
    standing.map(({ year }) => year),
  );
  const amounts = years.map((year) => ({
    year,
    cents: addCents(standing.filter((cost) => cost.year === year).map(costCents)),
  }));
  if (amounts.length === 0) return [];
  const range = rangeOf(amounts.map(({ cents }) => cents));
  return [
    {
      ...{ key: 'own_costs', kind: 'own_costs', title: '', themeShares: [], ...range, proposalId: null },
      reason: { code: 'other_years', amounts },
    },
  ];
}

function proposalsFromIdeas({ ideas, proposals }: Known): ReadonlySet<string> {
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  return new Set(ideas.flatMap(({ proposalId }) => (proposalId === null ? [] : [whereItWent(proposalId, byId)])));
}

const awardedIn = (proposals: readonly Proposal[], year: number): Cents =>
  addCents(proposals.filter((one) => one.year === year).map(({ awardedCents }) => awardedCents));

const partOf = (shares: readonly ThemeShare[], theme: number, cents: Cents): Cents =>
  themeParts(shares, cents).find((part) => part.theme === theme)?.cents ?? 0;
