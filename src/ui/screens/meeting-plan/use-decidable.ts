// What can still be decided on, and what has to come before it.
import type { IsoDate } from '../../../domain/rows.ts';
import { isFollowed, type RoadStep, roadOf, roadStep } from '../../../domain/ruleCheck/road.ts';
import { type Seen, useMe, useRows } from '../../data.ts';
import { nlPlan } from '../../nl/meeting-plan.ts';
import { canBeOnAgenda } from './plan-draft.ts';

/** Handed in or put off, of the year that screens show and of those around it: what was put off in December is decided in
 *  January, and what is for next year comes in before 1 October. */
export function useUndecided(): readonly Seen<'proposal'>[] {
  const { year } = useMe();
  const before = useRows('proposal', 'year', year - 1);
  const now = useRows('proposal', 'year', year);
  const after = useRows('proposal', 'year', year + 1);
  return [...before, ...now, ...after]
    .filter(canBeOnAgenda)
    .sort((a, b) => a.year - b.year || (a.number ?? 0) - (b.number ?? 0));
}

export interface Decidable {
  readonly proposal: Seen<'proposal'>;
  readonly step: RoadStep;
  /** Nothing has to come before its decision on that day. */
  readonly ready: boolean;
}

export function useDecidable(on: IsoDate): readonly Decidable[] {
  const proposals = useUndecided();
  const budgetYears = useRows('budgetYear');
  const rules = useRows('rule');
  const consultations = useRows('consultation');
  const results = useRows('consultationResult');
  const told = new Set(results.map(({ consultationId }) => consultationId));
  const consulted = new Set(
    consultations.filter(({ id }) => told.has(id)).flatMap(({ options }) => options.map((one) => one.proposalId)),
  );
  return proposals.map((proposal) => {
    const { id, year, requestedCents, publication } = proposal;
    const { road } = roadOf({
      requestedCents,
      budgetYear: budgetYears.find((one) => one.year === year),
      rules: rules.filter((one) => one.year === year),
    });
    const step = roadStep({ road, publication, consulted: consulted.has(id), today: on });
    return { proposal, step, ready: isFollowed(step) };
  });
}

/** What was asked; with its year where that is not the one that screens show. */
export const askedText = ({ number, requestedCents, year }: Seen<'proposal'>, shownYear: number): string =>
  nlPlan.asked(number, requestedCents, year === shownYear ? undefined : year);
