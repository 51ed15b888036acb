// Which projects stand behind a figure, by the address that the figure links to.
import { groupBy } from '../../../domain/groupBy.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { themeName } from '../../nl/themes.ts';
import type { YearInsight } from './use-insight.ts';

export interface Source {
  readonly title: string;
  readonly ids: readonly string[];
  /** What to say of each, where the figure is about something else than its money. */
  readonly note: (id: string) => string | undefined;
}

const words = nlAccountability.sources.of;
const none = (): undefined => undefined;

export function sourceOf({ insight, budgetYear }: YearInsight, of: string, key: string): Source {
  const { themes, quarters, kinds, newness, support, refusedIds, projects } = insight;
  const ids = <K>(groups: readonly { readonly key: K; readonly ids: readonly string[] }[], wanted: K) =>
    groups.find((group) => group.key === wanted)?.ids ?? [];
  const days = ({ waits }: typeof insight.toDecision): Pick<Source, 'ids' | 'note'> => {
    const byProposal = groupBy(waits, ({ proposalId }) => proposalId);
    return {
      ids: [...byProposal.keys()],
      note: (id) => {
        const longest = byProposal.get(id)?.[0];
        return longest && nlAccountability.sources.waited(longest.days);
      },
    };
  };
  const { figures } = nlAccountability;
  if (of === 'thema') {
    return {
      title: words.thema(themeName(budgetYear?.themes, Number(key))),
      ids: ids(themes, Number(key)),
      note: none,
    };
  }
  if (of === 'buurt') {
    const title = key === '' ? nlAccountability.quarters.none : words.buurt(key);
    return { title, ids: ids(quarters, key), note: none };
  }
  const kind = kinds.find((group) => group.key === key);
  if (of === 'soort' && kind !== undefined) return { title: figures.kind[kind.key], ids: kind.ids, note: none };
  const group = newness.find((one) => one.key === key);
  if (of === 'aanvrager' && group !== undefined) return { title: figures.isNew[group.key], ids: group.ids, note: none };
  if (of === 'draagvlak') {
    if (key === 'lijst') return { title: figures.withSheets, ids: support.withSheets, note: none };
    if (key === 'anders') return { title: figures.withOther, ids: support.withOther, note: none };
    return { title: figures.without, ids: support.without, note: none };
  }
  if (of === 'besluit') return { title: words.besluit(), ...days(insight.toDecision) };
  if (of === 'betaling') return { title: words.betaling(), ...days(insight.toPayment) };
  if (of === 'afgewezen') return { title: words.afgewezen(), ids: refusedIds, note: none };
  return { title: words.alles(), ids: projects.map(({ id }) => id), note: none };
}
