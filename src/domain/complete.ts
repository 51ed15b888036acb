/** What a proposal still needs before it can be submitted: the same list for the check and for the screen. */
import { addCents } from './money.ts';
import type { Proposal } from './rows.ts';

export type Missing = 'title' | 'summary' | 'applicant' | 'themes' | 'themes_not_100' | 'amount' | 'lines_differ';

type Checked = Pick<Proposal, 'title' | 'summary' | 'applicant' | 'themeShares' | 'requestedCents' | 'budgetLines'>;

export function missingForSubmit(proposal: Checked): readonly Missing[] {
  const { title, summary, applicant, themeShares, requestedCents, budgetLines } = proposal;
  const percent = themeShares.reduce((sum, share) => sum + share.percent, 0);
  const linesCents = addCents(budgetLines.map((line) => line.amountCents));
  const checks: readonly (readonly [Missing, boolean])[] = [
    ['title', title.trim() === ''],
    ['summary', summary.trim() === ''],
    ['applicant', applicant.trim() === ''],
    ['themes', themeShares.length === 0],
    ['themes_not_100', themeShares.length > 0 && percent !== 100],
    ['amount', requestedCents === 0],
    ['lines_differ', budgetLines.length > 0 && linesCents !== requestedCents],
  ];
  return checks.filter(([, missing]) => missing).map(([name]) => name);
}
