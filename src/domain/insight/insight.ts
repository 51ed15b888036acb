/** The account of a year: built from what is there, every figure with its sources, and what is still missing. */
import { addCents } from '../money.ts';
import type {
  BudgetYear,
  Cents,
  Claim,
  CoFinancing,
  CounterContribution,
  Decision,
  Intake,
  IsoDate,
  Language,
  LedgerLine,
  Outcome,
  Payment,
  Proposal,
  ProposalKind,
  Quarter,
  Receipt,
  SupportCount,
  SupportIndication,
  SupportSheet,
} from '../rows.ts';
import { type InReturn, inReturn, type SupportAsked, supportAsked } from './evidence.ts';
import { type LeadTime, toDecision, toPayment } from './leadTimes.ts';
import { type Missing, missingFor } from './missing.ts';
import {
  awardedByLedger,
  awardedTo,
  byIntake,
  byKind,
  byLanguage,
  byNewness,
  byQuarter,
  byTheme,
  type Group,
  type Newness,
  type PartGroup,
  paidTo,
  projectsOf,
  type QuarterGroup,
} from './projects.ts';
import { type Exceptions, exceptionsTo, type Results, resultsOf } from './results.ts';

/** Rows of all years where not said otherwise. */
export interface InsightInput {
  readonly year: number;
  readonly today: IsoDate;
  readonly budgetYear: BudgetYear | undefined;
  readonly quarterNames: readonly string[]; // that the committee serves
  readonly quarters: readonly Quarter[];
  readonly proposals: readonly Proposal[];
  readonly decisions: readonly Decision[];
  readonly claims: readonly Claim[];
  readonly receipts: readonly Receipt[];
  readonly payments: readonly Payment[];
  readonly contributions: readonly CounterContribution[];
  readonly coFinancings: readonly CoFinancing[];
  readonly sheets: readonly SupportSheet[];
  readonly counts: readonly SupportCount[];
  readonly indications: readonly SupportIndication[];
  readonly lines: readonly LedgerLine[];
  readonly outcomes: readonly Outcome[];
}

export interface Insight {
  readonly projects: readonly Proposal[];
  /** All of them are of before this app: of those only theme and amount are known. */
  readonly fromLists: boolean;
  readonly awardedCents: Cents;
  /** By project, also what was paid in another year than its own. */
  readonly paid: ReadonlyMap<string, Cents>;
  readonly paidCents: Cents;
  /** Whether the ledger says the same of what was awarded, to the cent. */
  readonly fitsLedger: boolean;
  readonly refusedIds: readonly string[];
  readonly themes: readonly PartGroup<number>[];
  readonly kinds: readonly Group<ProposalKind>[];
  readonly newness: readonly Group<Newness>[];
  readonly quarters: readonly QuarterGroup[];
  readonly toDecision: LeadTime;
  readonly toPayment: LeadTime;
  readonly support: SupportAsked;
  readonly inReturn: InReturn;
  readonly intakes: readonly Group<Intake>[];
  readonly languages: readonly Group<Language>[];
  readonly exceptions: Exceptions;
  readonly results: Results;
  readonly missing: readonly Missing[];
  readonly complete: number; // projects of which nothing is missing
}

export function insightOf(input: InsightInput): Insight {
  const { year, today, proposals, decisions, claims, payments, contributions, coFinancings } = input;
  const projects = projectsOf(proposals, year);
  const ofYear = proposals.filter((proposal) => proposal.year === year);
  const ids = new Set(projects.map(({ id }) => id));
  const paid = paidTo(ids, input.lines);
  const booked = projects.filter(({ past }) => past !== true);
  const missing = missingFor({ ...input, projects });
  const lacking = new Set(missing.map(({ proposalId }) => proposalId));
  return {
    projects,
    fromLists: projects.length > 0 && booked.length === 0,
    awardedCents: awardedTo(projects),
    paid,
    paidCents: addCents([...paid.values()]),
    fitsLedger: awardedByLedger(booked, input.lines) === awardedTo(booked),
    refusedIds: ofYear.filter(({ state }) => state === 'refused').map(({ id }) => id),
    themes: byTheme(projects, input.budgetYear?.themes.map(({ number }) => number) ?? []),
    kinds: byKind(booked),
    newness: byNewness(projects, proposals),
    quarters: byQuarter(projects, input.quarterNames, input.quarters),
    toDecision: toDecision(ofYear, decisions),
    toPayment: toPayment(
      claims.filter(({ proposalId }) => ids.has(proposalId)),
      payments,
    ),
    support: supportAsked(booked, input.sheets, input.counts, input.indications),
    inReturn: inReturn(projects, contributions, coFinancings, today),
    intakes: byIntake(ofYear),
    languages: byLanguage(ofYear),
    exceptions: exceptionsTo(ofYear, decisions),
    results: resultsOf(projects, proposals, input.outcomes, year),
    missing,
    complete: projects.length - lacking.size,
  };
}
