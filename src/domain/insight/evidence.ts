/** What was asked of the neighbourhood and what the neighbourhood did in return. */
import { groupBy } from '../groupBy.ts';
import { addCents } from '../money.ts';
import type {
  Cents,
  CoFinancing,
  CounterContribution,
  IsoDate,
  Proposal,
  SupportCount,
  SupportIndication,
  SupportSheet,
} from '../rows.ts';
import { type Range, type SupportSummary, supportSummary } from '../support.ts';

export interface SupportAsked {
  readonly withSheets: readonly string[]; // proposals
  readonly withOther: readonly string[]; // letters, visitors and the like, and no sheet
  readonly without: readonly string[];
  /** Of each project with a sheet. */
  readonly byProject: ReadonlyMap<string, Pick<SupportSummary, 'asked' | 'known'>>;
  readonly households: Range; // asked in all
  readonly answered: Range;
  readonly withObjections: readonly string[];
  readonly objections: number;
  readonly objectionsAnswered: number;
}

export function supportAsked(
  projects: readonly Proposal[],
  sheets: readonly SupportSheet[],
  counts: readonly SupportCount[],
  indications: readonly SupportIndication[],
): SupportAsked {
  const ids = new Set(projects.map(({ id }) => id));
  const own = sheets.filter(({ proposalId }) => ids.has(proposalId));
  const standing = indications.filter(({ proposalId, withdrawnReason }) => ids.has(proposalId) && !withdrawnReason);
  const objections = standing.filter(({ kind }) => kind === 'objection');
  const byOther = new Set(standing.filter(({ kind }) => kind !== 'objection').map(({ proposalId }) => proposalId));
  const sheetsBy = groupBy(own, ({ proposalId }) => proposalId);
  const countsBy = groupBy(counts, ({ proposalId }) => proposalId);
  const byProject = new Map([...sheetsBy].map(([id, of]) => [id, supportSummary(of, countsBy.get(id) ?? [])] as const));
  const total = (of: 'asked' | 'known'): Range => ({
    low: [...byProject.values()].reduce((sum, one) => sum + one[of].low, 0),
    high: [...byProject.values()].reduce((sum, one) => sum + one[of].high, 0),
  });
  const list = (fits: (id: string) => boolean): readonly string[] => [...ids].filter(fits);
  return {
    withSheets: list((id) => byProject.has(id)),
    withOther: list((id) => !byProject.has(id) && byOther.has(id)),
    without: list((id) => !byProject.has(id) && !byOther.has(id)),
    byProject,
    households: total('asked'),
    answered: total('known'),
    withObjections: [...new Set(objections.map(({ proposalId }) => proposalId))],
    objections: objections.length,
    objectionsAnswered: objections.filter(({ answer }) => answer !== '').length,
  };
}

export interface InReturn {
  readonly promised: readonly CounterContribution[];
  readonly deliveredCount: number;
  readonly lateCount: number;
  readonly coFinancings: readonly CoFinancing[];
  readonly coPromisedCents: Cents;
  readonly coReceivedCents: Cents;
}

export function inReturn(
  projects: readonly Proposal[],
  contributions: readonly CounterContribution[],
  coFinancings: readonly CoFinancing[],
  today: IsoDate,
): InReturn {
  const ids = new Set(projects.map(({ id }) => id));
  const own = contributions.filter(({ proposalId }) => ids.has(proposalId));
  const money = coFinancings.filter(({ proposalId }) => ids.has(proposalId));
  const open = own.filter(({ deliveredOn }) => deliveredOn === null);
  return {
    promised: own,
    deliveredCount: own.length - open.length,
    lateCount: open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    coFinancings: money,
    coPromisedCents: addCents(money.map(({ promisedCents }) => promisedCents)),
    coReceivedCents: addCents(money.map(({ receivedCents }) => receivedCents)),
  };
}
