/** The money of a year as sums of ledger lines (D8). The sum of an account is never stored anywhere. */
import { groupBy } from './groupBy.ts';
import { addCents } from './money.ts';
import type { BudgetYear, Cents, LedgerAccount, LedgerLine, OrganisationCost, Proposal } from './rows.ts';
import { themeParts } from './themeShares.ts';
import { yearReport } from './yearReport.ts';

export interface ProposalMoney {
  readonly proposalId: string;
  readonly awardedCents: Cents; // promised and not yet paid
  readonly paidCents: Cents;
  readonly advanceCents: Cents; // paid in advance, not yet accounted for
}

export interface YearSummary {
  readonly grantCents: Cents; // what the city gave
  readonly openingCents: Cents; // what was there before Buurtkas
  readonly cameCents: Cents; // all that came into the year: also from the year before and from other committees
  readonly freeCents: Cents; // not yet promised; below 0 when more was awarded than there is
  readonly awardedCents: Cents; // promised, not yet paid
  readonly paidCents: Cents; // left the bank, and is spent
  readonly advanceCents: Cents; // left the bank in advance, and is not yet accounted for
  readonly overCents: Cents; // how much more was promised than there is, else 0
  readonly byProposal: readonly ProposalMoney[];
  readonly balanced: boolean; // every entry adds up to zero
}

/** The year in which something of `year` is booked now: of a closed year the one that it went along to. */
export function bookedIn(year: number, budgetYears: readonly Pick<BudgetYear, 'year' | 'closedInto'>[]): number {
  const next = budgetYears.find((one) => one.year === year)?.closedInto;
  return next === undefined ? year : bookedIn(next, budgetYears);
}

export function yearSummary(lines: readonly LedgerLine[]): YearSummary {
  const sum = (account: LedgerAccount, of = lines): Cents =>
    addCents(of.filter((line) => line.account === account).map((line) => line.amountCents));
  const freeCents = sum('free');
  return {
    grantCents: 0 - sum('grant'),
    openingCents: 0 - sum('opening'),
    cameCents: yearReport(lines).cameCents,
    freeCents,
    awardedCents: sum('awarded'),
    paidCents: sum('paid'),
    advanceCents: sum('advance'),
    overCents: Math.max(0, 0 - freeCents),
    byProposal: [...groupBy(lines, (line) => line.proposalId)].flatMap(([proposalId, own]) =>
      proposalId === null
        ? []
        : [
            {
              proposalId,
              awardedCents: sum('awarded', own),
              paidCents: sum('paid', own),
              advanceCents: sum('advance', own),
            },
          ],
    ),
    balanced: unbalancedEntries(lines).length === 0,
  };
}

/** What is still spent of an own cost: not what came back. */
export const costCents = ({ amountCents, refundedCents = 0, reversed }: OrganisationCost): Cents =>
  reversed ? 0 : amountCents - refundedCents;

/** Entries that do not add up to zero, or mix years: there must never be one. */
export function unbalancedEntries(lines: readonly LedgerLine[]): readonly string[] {
  return [...groupBy(lines, (line) => line.entryId)]
    .filter(([, entry]) => {
      const years = new Set(entry.map((line) => line.year));
      return addCents(entry.map((line) => line.amountCents)) !== 0 || years.size !== 1;
    })
    .map(([entryId]) => entryId);
}

/** A phone shows confirmed money, and beside it what its own commands would change that the server has not decided. */
export function yearMoney(lines: readonly (LedgerLine & { readonly pending: boolean })[]): {
  readonly confirmed: YearSummary;
  readonly expected: YearSummary; // with what is not yet confirmed
  readonly hasPending: boolean;
} {
  const confirmed = lines.filter((line) => !line.pending);
  return {
    confirmed: yearSummary(confirmed),
    expected: yearSummary(lines),
    hasPending: confirmed.length < lines.length,
  };
}

export interface ThemeTotal {
  readonly theme: number;
  readonly count: number;
  readonly cents: Cents;
}

/** Themes in counts and in euros side by side (S2), in the order of the theme numbers. Proposals without shares are left
 *  out: give the sum of the rest beside it. */
export function themeTotals(
  entries: readonly { readonly proposal: Pick<Proposal, 'themeShares'>; readonly cents: Cents }[],
): readonly ThemeTotal[] {
  const totals = new Map<number, { count: number; cents: Cents }>();
  const at = (theme: number): { count: number; cents: Cents } => {
    const known = totals.get(theme) ?? { count: 0, cents: 0 };
    totals.set(theme, known);
    return known;
  };
  for (const { proposal, cents } of entries) {
    for (const part of themeParts(proposal.themeShares, cents)) {
      const total = at(part.theme);
      total.count += part.count;
      total.cents += part.cents;
    }
  }
  return [...totals].map(([theme, total]) => ({ theme, ...total })).sort((a, b) => a.theme - b.theme);
}
