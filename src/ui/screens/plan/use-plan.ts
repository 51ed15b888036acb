// What the screens of the spending plan read: the draft with what people changed, what there is to spend, and what was
// finished before.
import { isCommitteeRole } from '../../../domain/access.ts';
import { draftPlan, planMeans } from '../../../domain/plan/draft.ts';
import { type PlannedLine, planWith } from '../../../domain/plan/plan.ts';
import type { Theme } from '../../../domain/rows.ts';
import { type Seen, useMe, useRowsFound } from '../../data.ts';
import { titleOfLine } from './words.ts';

export interface Plan {
  readonly year: number;
  readonly lines: readonly PlannedLine[]; // with a title, also where the draft has none
  readonly means: ReturnType<typeof planMeans>;
  readonly themes: readonly Theme[];
  readonly versions: readonly Seen<'spendingPlan'>[]; // newest first
  readonly pending: boolean;
}

export const planHome = '/kas/plan';

/** The year after the one that screens show. Undefined until everything was read. */
export function usePlan(): Plan | undefined {
  const { year: thisYear, budgetYear } = useMe();
  const year = thisYear + 1;
  const proposals = useRowsFound('proposal');
  const ledger = useRowsFound('ledgerLine');
  const ideas = useRowsFound('idea');
  const costs = useRowsFound('organisationCost');
  const changes = useRowsFound('planLine', 'year', year);
  const versions = useVersions();
  if (![proposals, ledger, ideas, costs, changes, versions].every(({ loaded }) => loaded)) return undefined;
  const known = { proposals: proposals.value, ledgerLines: ledger.value, ideas: ideas.value, costs: costs.value };
  const draft = draftPlan(year, known);
  const themes = budgetYear?.themes ?? [];
  const named = draft.map((line) => ({ ...line, title: titleOfLine(line, themes) }));
  return {
    ...{ year, themes, versions: versions.value, lines: planWith(named, changes.value) },
    means: planMeans(year, known, draft),
    pending: changes.value.some(({ pending }) => pending),
  };
}

export function useVersions() {
  const found = useRowsFound('spendingPlan');
  const newestFirst = [...found.value].sort((a, b) => b.year - a.year || (a.id < b.id ? 1 : -1));
  return { loaded: found.loaded, value: newestFirst };
}

/** Who is not in the committee reads what was finished. */
export function useMayDraft(): boolean {
  return isCommitteeRole(useMe().access.role);
}
