/** What was asked of the neighbourhood and what the neighbourhood did in return. */
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
import { type Range, supportSummary } from '../support.ts';

export interface SupportAsked {
  readonly withSheets: readonly string[]; // proposals
  readonly withOther: readonly string[]; // letters, visitors and the like, and no sheet
  readonly without: readonly string[];
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
  const bySheet = new Set(own.map(({ proposalId }) => proposalId));
  const byOther = new Set(standing.filter(({ kind }) => kind !== 'objection').map(({ proposalId }) => proposalId));
  const { asked, known } = supportSummary(
    own,
    counts.filter(({ proposalId }) => bySheet.has(proposalId)),
  );
  const list = (fits: (id: string) => boolean): readonly string[] => [...ids].filter(fits);
  return {
    withSheets: list((id) => bySheet.has(id)),
    withOther: list((id) => !bySheet.has(id) && byOther.has(id)),
    without: list((id) => !bySheet.has(id) && !byOther.has(id)),
    households: asked,
    answered: known,
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
