// Which projects stand behind a figure, by the address that the figure links to.
import { groupBy } from '../../../domain/groupBy.ts';
import type { LeadTime } from '../../../domain/insight/leadTimes.ts';
import type { Group, PartGroup } from '../../../domain/insight/projects.ts';
import type { Told } from '../../../domain/insight/results.ts';
import { addCents } from '../../../domain/money.ts';
import type { Cents } from '../../../domain/rows.ts';
import type { SupportSummary } from '../../../domain/support.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { nlOutcome } from '../../nl/outcome.ts';
import { themeName } from '../../nl/themes.ts';
import type { YearInsight } from './use-insight.ts';

export interface Source {
  readonly title: string;
  readonly ids: readonly string[];
  /** What to say of each, where the figure is about something else than its money. */
  readonly note?: (id: string) => string | undefined;
  /** The part of each in the figure; without it, what was awarded. */
  readonly cents?: (id: string) => Cents;
  /** How many of them the figure counts; without it, all. */
  readonly count?: number;
  readonly lead?: (count: number, cents: Cents) => string;
  readonly foot?: string;
}

const { figures, quarters } = nlAccountability;
const words = nlAccountability.sources.of;

export const sumOf = (all: readonly Told[]): number => all.reduce((sum, { count }) => sum + count, 0);

const sources: Readonly<Record<string, (data: YearInsight, key: string) => Source | undefined>> = {
  thema: ({ insight, budgetYear }, key) => {
    const group = insight.themes.find((one) => one.key === Number(key));
    const counted = new Set(group?.ids);
    return {
      ...partsOf(words.thema(themeName(budgetYear?.themes, Number(key))), group),
      note: (id) => (counted.has(id) ? undefined : nlAccountability.sources.elsewhere),
      foot: nlAccountability.themes.note,
    };
  },
  buurt: ({ insight }, key) => ({
    ...partsOf(
      key === '' ? quarters.none : words.buurt(key),
      insight.quarters.find((group) => group.key === key),
    ),
    foot: quarters.note,
  }),
  betaald: ({ insight: { paid } }) => ({
    title: words.betaald(),
    ids: [...paid.keys()],
    cents: (id) => paid.get(id) ?? 0,
    lead: nlAccountability.sources.leadPaid,
  }),
  soort: ({ insight }, key) => groupOf(insight.kinds, key, figures.kind),
  aanvrager: ({ insight }, key) => groupOf(insight.newness, key, figures.isNew),
  binnen: ({ insight }, key) => {
    const group = insight.intakes.find((one) => one.key === key);
    return group && { title: nlBelongings.intakes[group.key].label, ids: group.ids };
  },
  taal: ({ insight }, key) => groupOf(insight.languages, key, nlBelongings.languages),
  prettiger: ({ insight }, key) => groupOf(insight.results.nicer, key, nlOutcome.nicer),
  zonder: ({ insight }, key) => groupOf(insight.results.withoutBudget, key, nlOutcome.withoutBudget),
  bezoekers: ({ insight }) => told(nlOutcome.facts.visitors, insight.results.visitors, figures.people),
  uren: ({ insight }) => told(nlOutcome.facts.hours, insight.results.hours, nlOutcome.facts.hoursText),
  draagvlak: ({ insight: { support } }, key) => {
    if (key === 'lijst')
      return { title: figures.withSheets, ids: support.withSheets, note: (id) => askedOf(support.byProject.get(id)) };
    if (key === 'anders') return { title: figures.withOther, ids: support.withOther };
    if (key === 'bezwaar') return { title: figures.objections, ids: support.withObjections };
    return { title: figures.without, ids: support.without };
  },
  uitzondering: ({ insight }, key) => {
    const way = key === 'refused' ? key : 'awarded';
    const decisions = new Map(insight.exceptions[way].map((decision) => [decision.proposalId, decision]));
    return {
      title: figures.exception[way],
      ids: [...decisions.keys()],
      note: (id) => decisions.get(id)?.exception?.reason || decisions.get(id)?.reason,
    };
  },
  tegenprestatie: ({ insight }) => {
    const own = groupBy(insight.inReturn.promised, ({ proposalId }) => proposalId);
    const done = (id: string): number => (own.get(id) ?? []).filter(({ deliveredOn }) => deliveredOn !== null).length;
    return {
      title: figures.inReturn,
      ids: [...own.keys()],
      note: (id) => figures.delivered(done(id), own.get(id)?.length ?? 0),
    };
  },
  cofinanciering: ({ insight }) => {
    const own = groupBy(insight.inReturn.coFinancings, ({ proposalId }) => proposalId);
    const sum = (id: string, of: 'receivedCents' | 'promisedCents') =>
      addCents((own.get(id) ?? []).map((one) => one[of]));
    return {
      title: figures.coFinancing,
      ids: [...own.keys()],
      note: (id) => figures.coReceived(sum(id, 'receivedCents'), sum(id, 'promisedCents')),
    };
  },
  besluit: ({ insight }) => waited(words.besluit(), insight.toDecision),
  betaling: ({ insight }) => waited(words.betaling(), insight.toPayment),
  afgewezen: ({ insight }) => ({ title: words.afgewezen(), ids: insight.refusedIds }),
};

export const sourceOf = (data: YearInsight, of: string, key: string): Source =>
  (Object.hasOwn(sources, of) ? sources[of]?.(data, key) : undefined) ?? {
    ...{ title: words.alles(), ids: data.insight.projects.map(({ id }) => id) },
  };

/** Those that count first, then those that only bring money. */
function partsOf(title: string, group: PartGroup<unknown> | undefined): Source {
  const { ids = [], parts = new Map<string, Cents>() } = group ?? {};
  const counted = new Set(ids);
  const more = [...parts].filter(([id, cents]) => cents !== 0 && !counted.has(id)).map(([id]) => id);
  return { title, ids: [...ids, ...more], cents: (id) => parts.get(id) ?? 0, count: ids.length };
}

function askedOf(project: Pick<SupportSummary, 'asked' | 'known'> | undefined): string | undefined {
  if (project === undefined) return undefined;
  const { asked, known } = project;
  return nlAccountability.sources.asked(
    figures.households(asked.low, asked.high),
    figures.households(known.low, known.high),
  );
}

function groupOf<K extends string>(
  groups: readonly Group<K>[],
  key: string,
  titles: Readonly<Record<K, string>>,
): Source | undefined {
  const group = groups.find((one) => one.key === key);
  return group && { title: titles[group.key], ids: group.ids };
}

function told(title: string, all: readonly Told[], text: (count: number) => string): Source {
  const counts = new Map(all.map(({ proposalId, count }) => [proposalId, count]));
  return { title, ids: [...counts.keys()], note: (id) => text(counts.get(id) ?? 0) };
}

function waited(title: string, { waits }: LeadTime): Source {
  const byProposal = groupBy(waits, ({ proposalId }) => proposalId);
  return {
    title,
    ids: [...byProposal.keys()],
    note: (id) => {
      const longest = byProposal.get(id)?.[0];
      return longest && nlAccountability.sources.waited(longest.days);
    },
  };
}
