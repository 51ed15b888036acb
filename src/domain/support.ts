/** What signature sheets say, and what they do not say. People who were not at home have an opinion that nobody knows:
 *  the bounds show what the outcome would be if every one of them were against, or in favour (PRODUCT.md, S5). */

import { canonical } from './canonical.ts';
import { groupBy } from './groupBy.ts';
import type {
  Edition,
  IsoDate,
  Proposal,
  SupportCount,
  SupportIndication,
  SupportNumbers,
  SupportSheet,
} from './rows.ts';

/** From the lowest to the highest that the counts allow; the same number twice when they agree. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** `perMille` of a low bound is rounded down and of a high bound up, so that a bound is never better than the paper. */
export interface Fraction {
  readonly count: number;
  readonly of: number;
  readonly perMille: number; // 0 when `of` is 0
}

export type SheetState = 'one_count' | 'agreed' | 'differs' | 'settled';

export interface SupportTotals {
  readonly asked: Range; // households
  readonly known: Range; // of them: for, against or no opinion
  readonly unknown: Range; // not at home, or no answer on paper
  readonly forCount: Range;
  readonly againstCount: Range;
  readonly noOpinionCount: Range;
  readonly notAtHomeCount: Range;
}

export interface SheetSummary extends SupportTotals {
  readonly sheetId: string;
  readonly number: number;
  readonly area: string;
  readonly state: SheetState;
  readonly countedBy: readonly string[];
}

export interface SupportSummary extends SupportTotals {
  readonly sheets: readonly SheetSummary[]; // by the number on the paper
  readonly secondCountDue: number; // sheets that only one person counted
  readonly differing: number; // sheets whose counts differ and are not settled
  readonly certain: boolean; // every sheet is counted by two people who agree, or settled
  readonly forLow: Fraction; // of the households asked, if every unknown one were against
  readonly forHigh: Fraction; // if every unknown one were in favour
  readonly shareLow: Fraction; // in favour, of those whose answer is known
  readonly shareHigh: Fraction;
}

export function supportSummary(sheets: readonly SupportSheet[], counts: readonly SupportCount[]): SupportSummary {
  const bySheet = groupBy(counts, ({ sheetId }) => sheetId);
  const summaries = [...sheets]
    .sort((a, b) => a.number - b.number)
    .map((sheet) => summaryOf(sheet, bySheet.get(sheet.id) ?? []));
  const total = (field: keyof SupportTotals): Range => ({
    low: summaries.reduce((sum, sheet) => sum + sheet[field].low, 0),
    high: summaries.reduce((sum, sheet) => sum + sheet[field].high, 0),
  });
  const totals = { asked: total('asked'), known: total('known'), unknown: total('unknown'), ...fourTotals(total) };
  const { asked, forCount, againstCount, noOpinionCount } = totals;
  const inState = (state: SheetState): number => summaries.filter((sheet) => sheet.state === state).length;
  return {
    ...totals,
    sheets: summaries,
    secondCountDue: inState('one_count'),
    differing: inState('differs'),
    certain: summaries.every((sheet) => sheet.state === 'agreed' || sheet.state === 'settled'),
    forLow: atLeast(forCount.low, asked.high),
    forHigh: atMost(asked.high - againstCount.low - noOpinionCount.low, asked.high),
    shareLow: atLeast(forCount.low, forCount.low + againstCount.high + noOpinionCount.high),
    shareHigh: atMost(forCount.high, forCount.high + againstCount.low + noOpinionCount.low),
  };
}

function fourTotals(total: (field: keyof SupportTotals) => Range): Omit<SupportTotals, 'asked' | 'known' | 'unknown'> {
  return {
    forCount: total('forCount'),
    againstCount: total('againstCount'),
    noOpinionCount: total('noOpinionCount'),
    notAtHomeCount: total('notAtHomeCount'),
  };
}

function summaryOf(sheet: SupportSheet, counts: readonly SupportCount[]): SheetSummary {
  const readings: readonly SupportNumbers[] = sheet.settled === null ? counts : [sheet.settled];
  const range = (value: (numbers: SupportNumbers) => number): Range => {
    const values = readings.map(value);
    return values.length === 0 ? { low: 0, high: 0 } : { low: Math.min(...values), high: Math.max(...values) };
  };
  return {
    sheetId: sheet.id,
    number: sheet.number,
    area: sheet.area,
    state: stateOf(sheet, counts),
    countedBy: counts.map((count) => count.countedBy),
    asked: range((numbers) => numbers.householdsAsked),
    known: range(knownIn),
    unknown: range((numbers) => numbers.householdsAsked - knownIn(numbers)),
    ...fourTotals((field) => range((numbers) => numbers[field as keyof SupportNumbers])),
  };
}

const knownIn = (numbers: SupportNumbers): number => numbers.forCount + numbers.againstCount + numbers.noOpinionCount;

function stateOf(sheet: SupportSheet, counts: readonly SupportCount[]): SheetState {
  if (sheet.settled !== null) return 'settled';
  if (counts.length < 2) return 'one_count';
  const first = counts[0];
  return counts.every((count) => first !== undefined && sameNumbers(count, first)) ? 'agreed' : 'differs';
}

export function sameNumbers(a: SupportNumbers, b: SupportNumbers): boolean {
  const numbers = ({ householdsAsked, forCount, againstCount, noOpinionCount, notAtHomeCount }: SupportNumbers) =>
    canonical([householdsAsked, forCount, againstCount, noOpinionCount, notAtHomeCount]);
  return numbers(a) === numbers(b);
}

/** Whether counts of this proposal still serve anything: once it is decided nobody counts or settles any more. */
export const isCountable = ({ state }: Pick<Proposal, 'state'>): boolean =>
  state === 'draft' || state === 'submitted' || state === 'returned' || state === 'deferred';

/** Whether this person still has to count this sheet: one other person did, and nobody settled it. */
export function secondCountOpen(sheet: SheetSummary, personId: string): boolean {
  return sheet.state === 'one_count' && sheet.countedBy.length === 1 && !sheet.countedBy.includes(personId);
}

/** Whether this person may say which numbers of a sheet hold. Where three or more people may vote, somebody who counted
 *  neither does it; a smaller committee has nobody else. */
export function maySettle(countedBy: readonly string[], personId: string, voters: number): boolean {
  return voters < 3 || !countedBy.includes(personId);
}

function atLeast(count: number, of: number): Fraction {
  return { count, of, perMille: of === 0 ? 0 : Math.floor((1000 * count) / of) };
}
function atMost(count: number, of: number): Fraction {
  return { count, of, perMille: of === 0 ? 0 : Math.min(1000, Math.ceil((1000 * count) / of)) };
}

/** What the picture shows of the households in the streets, or of those that were asked while nobody knows how many there
 *  are. Who was never asked is as unknown as who was not at home. */
export interface SupportPicture {
  readonly of: Range; // households that it is about
  readonly sure: Fraction; // in favour, if every unknown one were against
  readonly upTo: Fraction; // in favour, if every unknown one were too
  readonly notAsked: Range;
  readonly unknown: Range; // not asked, not at home, or no answer on paper
}

export function pictureOf(summary: SupportSummary, households: number): SupportPicture {
  const { asked, unknown, forCount, againstCount, noOpinionCount, forLow, forHigh } = summary;
  // Fewer than were asked: one of the numbers is wrong, and the paper goes before a number from elsewhere.
  if (households < asked.high)
    return { of: asked, sure: forLow, upTo: forHigh, notAsked: { low: 0, high: 0 }, unknown };
  const notAsked = { low: households - asked.high, high: households - asked.low };
  return {
    of: { low: households, high: households },
    sure: atLeast(forCount.low, households),
    upTo: atMost(households - againstCount.low - noOpinionCount.low, households),
    notAsked,
    unknown: { low: notAsked.low + unknown.low, high: notAsked.high + unknown.high },
  };
}

/** The latest earlier edition, to hold what is expected against. */
export const lastEdition = ({ editions }: Pick<SupportIndication, 'editions'>): Edition | undefined =>
  editions.reduce<Edition | undefined>(
    (last, next) => (last === undefined || next.year > last.year ? next : last),
    undefined,
  );

/** Until when a paper sheet is kept: 1 March after the year of the proposal, when its accounts are closed. The sheet that
 *  is printed says the same day to who signs. */
export const keepUntil = (year: number): IsoDate => `${year + 1}-03-01`;
