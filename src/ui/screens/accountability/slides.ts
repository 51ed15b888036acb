// What is shown to the council: one idea a slide, made from the same figures as the report.
import type { Proposal } from '../../../domain/rows.ts';
import { useDraft } from '../../draft.ts';
import { barsOf } from './theme-card.tsx';
import type { YearInsight } from './use-insight.ts';

export type Slide =
  | { readonly kind: 'title' }
  | { readonly kind: 'sum' }
  | { readonly kind: 'themes' }
  | { readonly kind: 'quarters' }
  | { readonly kind: 'project'; readonly project: Proposal }
  | { readonly kind: 'thanks' };

const projectsShown = 8;

export type Tellable = Pick<YearInsight, 'year' | 'moreYears' | 'published' | 'contributions'> & {
  readonly insight: Pick<YearInsight['insight'], 'projects'>;
};

/** The projects with the most to show: what came of them before what was asked for, a picture before words, then the larger
 *  award. With them those of an earlier year that still run, once somebody told of this year. */
export function tellable(data: Tellable): readonly Proposal[] {
  const { insight, moreYears, year, published, contributions } = data;
  const running = moreYears.filter((one) => one.proposal.year < year && one.told !== undefined);
  const outcomes = new Map(published.map((outcome) => [outcome.id, outcome]));
  const withProof = new Set(
    contributions.filter(({ photos }) => photos.length > 0).map(({ proposalId }) => proposalId),
  );
  const worth = ({ id, summary }: Proposal): number => {
    const outcome = outcomes.get(id);
    const isTold = outcome?.published === true;
    const hasStory = isTold && (outcome.story !== '' || (outcome.years ?? []).some(({ story }) => story !== ''));
    const hasPhoto = (isTold && outcome.photos.length > 0) || withProof.has(id);
    return (hasStory ? 4 : 0) + (hasPhoto ? 2 : 0) + (summary === '' ? 0 : 1);
  };
  return [...insight.projects, ...running.map(({ proposal }) => proposal)]
    .filter(({ past }) => past !== true)
    .map((project) => ({ project, worth: worth(project) }))
    .sort((a, b) => b.worth - a.worth || b.project.awardedCents - a.project.awardedCents)
    .map(({ project }) => project);
}

export interface SlideChoice {
  readonly chosen: readonly Proposal[]; // in the order in which they are shown
  readonly left: readonly Proposal[];
  choose(ids: readonly string[] | null): void;
}

/** Which projects are shown and in which order, kept on the device that shows them. Null: as the app proposes. */
export function useSlideChoice(data: YearInsight): SlideChoice {
  const draft = useDraft<{ readonly ids: readonly string[] | null }>(`slides:${data.year}`, { ids: null });
  const all = tellable(data);
  const { ids } = draft.value;
  const chosen =
    ids === null ? all.slice(0, projectsShown) : ids.flatMap((id) => all.find((project) => project.id === id) ?? []);
  return {
    chosen,
    left: all.filter((project) => !chosen.includes(project)),
    choose: (next) => draft.set({ ids: next }),
  };
}

export function slidesOf(data: YearInsight, chosen: readonly Proposal[]): readonly Slide[] {
  const { quarters } = data.insight;
  return [
    { kind: 'title' },
    { kind: 'sum' },
    ...(barsOf(data).length > 0 ? [{ kind: 'themes' } as const] : []),
    ...(quarters.some(({ key, cents }) => key !== '' && cents > 0) ? [{ kind: 'quarters' } as const] : []),
    ...chosen.map((project) => ({ kind: 'project', project }) as const),
    { kind: 'thanks' },
  ];
}
