/** What projects brought, in the answers that the city asks of each (S20), and how often the rules were left (S6). */
import { runningIn, toldOfYear } from '../outcome.ts';
import type { Decision, Nicer, Outcome, Proposal, WithoutBudget } from '../rows.ts';
import { type Group, grouped } from './projects.ts';

/** A number that somebody told of a project. */
export interface Told {
  readonly proposalId: string;
  readonly count: number;
}

export interface Results {
  readonly visitors: readonly Told[]; // of this year, also of projects of more years that began earlier
  readonly hours: readonly Told[]; // of volunteers
  readonly nicer: readonly Group<Nicer>[]; // only those that answered
  readonly withoutBudget: readonly Group<WithoutBudget>[];
}

const nicers: readonly Nicer[] = ['yes', 'partly', 'no', 'unknown'];
const withouts: readonly WithoutBudget[] = ['not_gone_on', 'gone_on_smaller', 'later', 'gone_on', 'unknown'];

/** `projects`: of the year. Answers and hours are about a project as a whole: they count in the year in which it got its
 *  money, and once. */
export function resultsOf(
  projects: readonly Proposal[],
  all: readonly Proposal[],
  outcomes: readonly Outcome[],
  year: number,
): Results {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const earlier = runningIn(all, outcomes, year).flatMap(({ proposal }) => (proposal.year < year ? [proposal] : []));
  const told = (of: readonly Proposal[], countOf: (one: Proposal) => number | null | undefined): readonly Told[] =>
    of.flatMap((one) => {
      const count = countOf(one);
      return count == null ? [] : [{ proposalId: one.id, count }];
    });
  return {
    visitors: told([...projects, ...earlier], (one) => toldOfYear(one, byId.get(one.id), year)?.visitors),
    hours: told(projects, ({ id }) => byId.get(id)?.volunteerHours),
    nicer: grouped(nicers, projects, ({ id }) => byId.get(id)?.nicer),
    withoutBudget: grouped(withouts, projects, ({ id }) => byId.get(id)?.withoutBudget),
  };
}

export interface Exceptions {
  readonly awarded: readonly Decision[]; // although a rule was not met
  readonly refused: readonly Decision[]; // although all were
}

/** In both directions, of the proposals of a year. */
export function exceptionsTo(proposals: readonly Proposal[], decisions: readonly Decision[]): Exceptions {
  const ids = new Set(proposals.map(({ id }) => id));
  const standing = decisions.filter(({ proposalId, withdrawn }) => ids.has(proposalId) && !withdrawn);
  return {
    awarded: standing.filter(({ exception }) => exception?.kind === 'rules_missed'),
    refused: standing.filter(({ exception }) => exception?.kind === 'all_rules_met'),
  };
}
