// A result in plain sentences: each plan with why it was chosen or not, and how the count went, step by step.
import { type EqualSharesResult, roundedCents, type ShareRound } from '../../../domain/consultation/equalShares.ts';
import type { Told, Verdict } from '../../../domain/consultation/outcome.ts';
import type { PaperTotals } from '../../../domain/consultation/stacks.ts';
import type { Consultation, ConsultationOption, ResultStep } from '../../../domain/rows.ts';
import { euro } from '../../format.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { nlConsultationResult } from '../../nl/consultation-result.ts';

const words = nlConsultationResult.explain;

export interface ToldPlan {
  readonly number: number;
  readonly title: string;
  readonly costCents: number;
  readonly votes: string;
  readonly why: string;
}
export interface Explanation {
  readonly chosen: readonly ToldPlan[]; // in the order in which they were chosen
  readonly others: readonly ToldPlan[];
  readonly how: readonly string[];
  readonly money: string | undefined;
}
type Asked = Pick<Consultation, 'method' | 'budgetCents' | 'options'>;

/** `told` is there where the papers are; elsewhere the recorded steps say enough. */
export function explain(
  asked: Asked,
  { votes }: Pick<PaperTotals, 'votes'>,
  steps: readonly ResultStep[],
  told: Told | undefined,
): Explanation {
  const votesOf = (number: number) =>
    votes.find((one) => one.number === number) ?? { number, forCount: 0, againstCount: 0, abstainedCount: 0 };
  const plan = ({ number, title, costCents }: ConsultationOption, why: string): ToldPlan => ({
    ...{ number, title, costCents, votes: nlConsultationResult.result.votes(votesOf(number), asked.method), why },
  });
  const chosen = steps.flatMap((step) => {
    const option = asked.options.find(({ number }) => number === step.number);
    return option === undefined ? [] : [plan(option, whyChosen(step, told))];
  });
  const others = asked.options
    .filter(({ number }) => !steps.some((step) => step.number === number))
    .map((option) => plan(option, whyNot(option, votesOf(option.number).forCount, asked, told)));
  const spent = chosen.reduce((sum, { costCents }) => sum + costCents, 0);
  const money =
    asked.method === 'for_against'
      ? undefined
      : `${words.spent(spent, asked.budgetCents)} ${words.left(asked.budgetCents - spent)}`;
  return { chosen, others, how: howOf(asked, told), money };
}

function whyChosen(step: ResultStep, told: Told | undefined): string {
  if (step.because === 'majority') return words.majority;
  if (step.because === 'majority_by_lot') return words.byLot(true);
  if (step.because === 'left_over') return words.leftOver(step.votes);
  if (step.because === 'shares') {
    const round =
      told?.method === 'equal_shares' ? told.shares.rounds.find(({ number }) => number === step.number) : undefined;
    return round === undefined ? words.shared(step.votes, step.payCents) : paid(round);
  }
  const at = told?.method === 'approval' ? told.steps.find(({ number }) => number === step.number) : undefined;
  return at === undefined ? words.chosenByVotes(step.votes) : words.fits(at.votes, at.leftCents);
}

function whyNot({ number }: ConsultationOption, forCount: number, asked: Asked, told: Told | undefined): string {
  if (told?.method === 'for_against') return verdict(told.verdicts.find((one) => one.number === number));
  if (asked.method === 'for_against') return words.rejected;
  if (forCount === 0) return words.noVotes;
  const at = told?.method === 'approval' ? told.steps.find((step) => step.number === number) : undefined;
  if (at !== undefined) return words.tooDear(at.votes, at.leftCents);
  return asked.method === 'equal_shares' ? words.notAffordable(forCount) : nlConsultationResult.result.notChosen;
}

function verdict(found: Verdict | undefined): string {
  if (found?.end === 'tied') return words.tied;
  return found?.end === 'rejected_by_lot' ? words.byLot(false) : words.rejected;
}

function paid({ payments, payMost }: ShareRound): string {
  const payers = payments.reduce((sum, { group }) => sum + group.voterCount, 0);
  const most = roundedCents(payMost);
  const less = payments
    .filter(({ each }) => each.num * payMost.den < payMost.num * each.den)
    .reduce((sum, { group }) => sum + group.voterCount, 0);
  if (payers === 1) return words.onePays(most);
  return less === 0 ? words.allPay(payers, most) : words.somePayLess(payers, most, less);
}

function howOf(asked: Asked, told: Told | undefined): readonly string[] {
  if (asked.method === 'for_against') return [words.forAgainstIntro];
  if (asked.method === 'approval') return [words.approvalIntro(asked.budgetCents)];
  if (told?.method !== 'equal_shares') return [words.sharesRule];
  return sharesHow(asked, told.shares);
}

function sharesHow(
  { budgetCents, options }: Asked,
  { rounds, shareCents, raisedEuros }: EqualSharesResult,
): readonly string[] {
  const papers = Number(shareCents.den);
  const titles = new Map(options.map(({ number, title }) => [number, title]));
  return [
    words.sharesIntro(budgetCents, papers, roundedCents({ num: BigInt(budgetCents), den: shareCents.den })),
    words.sharesRule,
    ...(raisedEuros > 0 ? [words.raised(raisedEuros)] : []),
    ...rounds.map((round, at) => `${words.round(at + 1)}: ${titles.get(round.number) ?? ''}. ${paid(round)}`),
  ];
}

/** The whole result as text: for the website, or to read aloud. */
export function explanationText({ chosen, others, how, money }: Explanation): readonly string[] {
  const line = ({ number, title, costCents, why }: ToldPlan): string =>
    `${nlConsultation.plan(number, title)}, ${euro(costCents)}. ${why}`;
  return [
    `${nlConsultationResult.result.chosen}:`,
    ...(chosen.length === 0 ? [nlConsultationResult.result.noneChosen] : chosen.map(line)),
    ...(others.length === 0 ? [] : ['', `${nlConsultationResult.result.notChosen}:`, ...others.map(line)]),
    ...(money === undefined ? [] : ['', money]),
    '',
    ...how,
  ];
}
