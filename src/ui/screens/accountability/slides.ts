// What is shown to the council: one idea a slide, made from the same figures as the report.
import type { Proposal } from '../../../domain/rows.ts';
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

/** The projects with the most to tell: a summary first, then the larger award. With them those of an earlier year that still
 *  run, once somebody told of this year. */
export function slidesOf(data: YearInsight): readonly Slide[] {
  const { insight, moreYears, year } = data;
  const running = moreYears.filter((one) => one.proposal.year < year && one.told !== undefined);
  const told = [...insight.projects, ...running.map(({ proposal }) => proposal)]
    .filter(({ past }) => past !== true)
    .sort((a, b) => Number(b.summary !== '') - Number(a.summary !== '') || b.awardedCents - a.awardedCents);
  return [
    { kind: 'title' },
    { kind: 'sum' },
    ...(barsOf(data).length > 0 ? [{ kind: 'themes' } as const] : []),
    ...(insight.quarters.some(({ key, cents }) => key !== '' && cents > 0) ? [{ kind: 'quarters' } as const] : []),
    ...told.slice(0, projectsShown).map((project) => ({ kind: 'project', project }) as const),
    { kind: 'thanks' },
  ];
}
