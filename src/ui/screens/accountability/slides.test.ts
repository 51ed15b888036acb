import { expect, test } from 'vitest';
import { noOutcome } from '../../../domain/outcome.ts';
import type { CounterContribution, Photo, Proposal, PublishedOutcome } from '../../../domain/rows.ts';
import { tellable } from './slides.ts';

const project = (id: string, awardedCents: number, summary = ''): Proposal =>
  ({ id, awardedCents, summary, year: 2026 }) as Proposal;
const photo = { sha256: 'a'.repeat(64) } as Photo;
const outcome = (id: string, told: Partial<PublishedOutcome>): PublishedOutcome => ({
  ...{ ...noOutcome(id), year: 2026, title: id, photos: [], publishedOn: '2026-12-01', published: true },
  ...told,
});
const order = (
  projects: readonly Proposal[],
  published: readonly PublishedOutcome[],
  contributions: readonly CounterContribution[],
): readonly string[] => {
  const data = { year: 2026, insight: { projects }, moreYears: [], published, contributions };
  return tellable(data).map(({ id }) => id);
};

test('[S12] the presentation proposes first what came of projects, then pictures, then plans, then the larger award', () => {
  const projects = [
    ...[project('dear', 900_000, 'Een plan'), project('bare', 800_000), project('plan', 300_000, 'Een plan')],
    ...[project('proof', 200_000), project('story', 100_000), project('both', 50_000), project('taken back', 40_000)],
  ];
  const published = [
    outcome('story', { story: 'Het was vol' }),
    outcome('both', { years: [{ year: 2026, visitors: null, story: 'Elke week' }], photos: [photo] }),
    outcome('taken back', { story: 'Met namen', published: false }),
  ];
  expect(
    order(projects, published, [{ proposalId: 'proof', photos: [photo] } as unknown as CounterContribution]),
  ).toEqual([...['both', 'story', 'proof', 'dear', 'plan', 'bare', 'taken back']]);
});
