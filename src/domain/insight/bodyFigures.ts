/** What a committee shows of itself to the others on its server (S18): sums, rules and waiting times. No names, no projects. */
import { yearSummary } from '../budget.ts';
import type {
  BudgetYear,
  Cents,
  Claim,
  Committee,
  Decision,
  LedgerLine,
  Payment,
  Proposal,
  QuorumRule,
  Rule,
  SupportCount,
  SupportIndication,
  SupportSheet,
} from '../rows.ts';
import { decidedProjects, type ThemeRow, themeCells } from '../themeTable.ts';
import { supportAsked } from './evidence.ts';
import { toDecision, toPayment } from './leadTimes.ts';
import { awardedTo, byNewness, knowsWhoIsNew, type Newness, projectsOf } from './projects.ts';
import { exceptionsTo } from './results.ts';

/** Rows of all years of one committee. */
export interface BodyInput {
  readonly committee: Committee;
  readonly budgetYears: readonly BudgetYear[];
  readonly rules: readonly Rule[];
  readonly proposals: readonly Proposal[];
  readonly decisions: readonly Decision[];
  readonly claims: readonly Claim[];
  readonly payments: readonly Payment[];
  readonly lines: readonly LedgerLine[];
  readonly sheets: readonly SupportSheet[];
  readonly counts: readonly SupportCount[];
  readonly indications: readonly SupportIndication[];
}

export interface BodyFigures {
  readonly id: string;
  readonly name: string;
  readonly bodyWord: string;
  readonly district: string; // '' when it said none
  readonly quorum: QuorumRule;
  readonly years: readonly BodyYear[]; // the newest first
}

export type BodyTheme = Pick<ThemeRow, 'theme' | 'count' | 'cents'> & { readonly name: string };

export interface BodyYear {
  readonly year: number;
  readonly grantCents: Cents; // 0 for a year of before the app
  readonly awardedCents: Cents; // to the projects below, corrections included
  readonly projects: number;
  /** Of these, the ones that this app followed: of the others only theme and amount are known. Not told by older servers. */
  readonly booked?: number | undefined;
  readonly refused: number;
  readonly themes: readonly BodyTheme[]; // only those with a project
  /** Null for a year that was never opened in the app: then nobody knows. */
  readonly smallLimitCents: Cents | null;
  readonly rules: readonly Pick<Rule, 'owner' | 'text'>[];
  readonly askedSupport: number; // projects
  readonly exceptions: number; // decisions that left the rules, either way
  /** Both 0 in a year in which nobody can be found to be new: then there is no share of them. */
  readonly newApplicants: number;
  readonly returningApplicants: number;
  readonly daysToDecision: number | null; // medians; null when there is none
  readonly daysToPayment: number | null;
}

/** Unless it said otherwise a committee shows its figures: they are sums of public money. */
export const showsFigures = ({ showsFigures: shows = true }: Pick<Committee, 'showsFigures'>): boolean => shows;

export function bodyFigures(input: BodyInput): BodyFigures {
  const { id, name, bodyWord, district = '', quorum } = input.committee;
  const years = new Set([...input.budgetYears, ...decidedProjects(input.proposals, undefined)].map(({ year }) => year));
  const newestFirst = [...years].sort((a, b) => b - a);
  return { id, name, bodyWord, district, quorum, years: newestFirst.map((year) => bodyYear(input, year)) };
}

function bodyYear(input: BodyInput, year: number): BodyYear {
  const { committee, proposals, sheets, counts, indications, payments } = input;
  const budgetYear = input.budgetYears.find((one) => one.year === year);
  const projects = projectsOf(proposals, year);
  const ofYear = proposals.filter((proposal) => proposal.year === year);
  const ids = new Set(ofYear.map(({ id }) => id));
  const decisions = input.decisions.filter(({ proposalId, withdrawn }) => ids.has(proposalId) && !withdrawn);
  const claims = input.claims.filter(({ proposalId }) => ids.has(proposalId));
  const lines = input.lines.filter((line) => line.year === year);
  const booked = projects.filter(({ past }) => past !== true);
  const support = supportAsked(booked, sheets, counts, indications);
  const newness = knowsWhoIsNew(year, proposals) ? byNewness(projects, proposals) : [];
  const applicants = (of: Newness): number => newness.find(({ key }) => key === of)?.ids.length ?? 0;
  const exceptions = exceptionsTo(ofYear, decisions);
  const rules = input.rules.filter((rule) => rule.year === year && !rule.retired);
  return {
    ...{ year, projects: projects.length, booked: booked.length, awardedCents: awardedTo(projects) },
    grantCents: yearSummary(lines).grantCents,
    refused: ofYear.filter(({ state }) => state === 'refused').length,
    themes: themeCells(decidedProjects(projects, committee))
      .map(({ theme, count, cents }) => ({ theme, count, cents, name: nameIn(budgetYear, theme) }))
      .sort((a, b) => a.theme - b.theme),
    smallLimitCents: budgetYear?.smallLimitCents ?? null,
    rules: rules.map(({ owner, text }) => ({ owner, text })),
    askedSupport: support.withSheets.length + support.withOther.length,
    exceptions: exceptions.awarded.length + exceptions.refused.length,
    ...{ newApplicants: applicants('new'), returningApplicants: applicants('returning') },
    daysToDecision: toDecision(ofYear, decisions).median,
    daysToPayment: toPayment(claims, payments).median,
  };
}

const nameIn = (budgetYear: BudgetYear | undefined, number: number): string =>
  budgetYear?.themes.find((theme) => theme.number === number)?.plain ?? '';
