/** What a target asks of the line it explains. */
import { costCents } from '../budget.ts';
import type {
  BankImport,
  BankMatch,
  BankTransaction,
  Cents,
  IsoDate,
  MatchRule,
  OrganisationCost,
  Payment,
  TargetKind,
} from '../rows.ts';

const sides: Readonly<Record<TargetKind, boolean | undefined>> = {
  payment: false,
  cost: false,
  award: false,
  refund: true,
  cost_refund: true,
  grant: true,
  co_financing: true,
  transfer: undefined,
  own_account: undefined,
  reversed_line: undefined,
  explained: undefined,
};

/** Whether money of this kind comes in; undefined when it goes both ways. */
export const isIncoming = (kind: TargetKind): boolean | undefined => sides[kind];

export const matchRuleId = (direction: MatchRule['direction'], key: string): string => `${direction}:${key}`;

/** How much the bank can still show as come back: of a payment that stands all of it, of one that was taken back by hand
 *  what no line showed yet. */
export const paymentBackCents = ({ reversed, amountCents, handBackCents = 0 }: Payment): Cents =>
  reversed ? handBackCents : amountCents;

/** The same of an own cost: a part may have come back before. */
export const costBackCents = (cost: OrganisationCost): Cents => Math.max(costCents(cost), cost.handBackCents ?? 0);

/** A line that left after this was taken back is another payment; one of before that can be it, also when the bank's file
 *  came in later. */
export const leftAfter = ({ reversedOn }: Pick<PaidOut, 'reversedOn'>, bookedOn: IsoDate): boolean =>
  reversedOn !== null && reversedOn < bookedOn;

/** How much of it no line that left shows yet. */
export const unseenCents = (paid: PaidOut, bookedOn: IsoDate): Cents =>
  leftAfter(paid, bookedOn) ? 0 : paid.amountCents - (paid.bankCents ?? 0);

type PaidOut = Pick<Payment | OrganisationCost, 'reversedOn' | 'amountCents' | 'bankCents'>;

/** Transactions that count: their import was not undone. Oldest first. */
export function standing(
  transactions: readonly BankTransaction[],
  imports: readonly BankImport[],
): readonly BankTransaction[] {
  const undone = new Set(imports.filter((one) => one.undone).map(({ id }) => id));
  return transactions.filter(({ importId }) => !undone.has(importId)).sort(byDay);
}

export const byDay = (a: BankTransaction, b: BankTransaction): number => {
  if (a.bookedOn !== b.bookedOn) return a.bookedOn < b.bookedOn ? -1 : 1;
  return a.line - b.line || (a.id < b.id ? -1 : 1);
};

/** The matches that stand, by transaction. */
export const matchesById = <M extends BankMatch>(matches: readonly M[]): ReadonlyMap<string, M> =>
  new Map(matches.filter(({ undone }) => !undone).map((match) => [match.id, match]));

/** What a rule recognises a line by: the account of the other side, else the first words that do not change from month
 *  to month. Undefined when neither says anything. */
export function ruleKey({ counterIban, counterName, description }: BankTransaction): string | undefined {
  if (counterIban !== '') return counterIban;
  const words = `${counterName} ${description}`
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z ]/g, ' ')
    .split(/\s+/)
    .filter((word) => word.length > 2 && !months.has(word));
  const key = words.slice(0, 3).join(' ').slice(0, 80);
  return key.length < 3 ? undefined : key;
}
const months = new Set(
  'januari februari maart april mei juni juli augustus september oktober november december jan feb mrt apr jun jul aug sep okt nov dec'.split(
    ' ',
  ),
);
