/** Saving for something (S1): up to three years after the one in which it begins. */
import { type Context, defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import type { Cents, IsoDate } from '../rows.ts';
import { balance, book, freeCents, openYear } from './ledger.ts';
import { mustHave, same } from './rules.ts';
import { schemas } from './schemas.ts';

const savingYearsMax = 3;

export const startSavings = defineCommand({
  name: 'savings.start',
  v: 1,
  schema: schemas['savings.start'],
  touches: (args) => [rowKey('savingsGoal', args.goalId)],
  run(tx, { goalId: id, ...fields }) {
    const years = fields.untilYear - fields.fromYear;
    if (years < 0 || years > savingYearsMax) throw new Rejection('savings_too_long');
    const goal = { id, ...fields };
    const known = tx.get('savingsGoal', id);
    if (known === undefined) tx.put('savingsGoal', goal);
    else if (!same(known, goal)) throw new Rejection('id_taken');
  },
});

/** Puts free money aside. */
export const putSavings = defineCommand({
  name: 'savings.put',
  v: 1,
  schema: schemas['savings.put'],
  touches: (args) => [rowKey('savingsGoal', args.goalId), rowKey('budgetYear', String(args.year))],
  run(tx, args, ctx) {
    const goal = mustHaveGoal(tx, args);
    if (openYear(tx, args.year) > goal.untilYear) throw new Rejection('savings_too_long');
    mustHave(freeCents(tx, args.year), args.amountCents);
    move(tx, ctx, args, args.amountCents);
  },
});

/** Takes money out again: then it is free, for a project that is awarded as any other. */
export const takeSavings = defineCommand({
  name: 'savings.take',
  v: 1,
  schema: schemas['savings.take'],
  touches: (args) => [rowKey('savingsGoal', args.goalId), rowKey('budgetYear', String(args.year))],
  run(tx, args, ctx) {
    mustHaveGoal(tx, args);
    mustHave(balance(tx, args.year, 'savings', args.goalId), args.amountCents);
    move(tx, ctx, args, -args.amountCents);
  },
});

interface Move {
  readonly goalId: string;
  readonly year: number;
  readonly bookedOn: IsoDate;
}

function mustHaveGoal(tx: Tx, { goalId, year }: Move) {
  if (tx.get('budgetYear', String(year)) === undefined) throw new Rejection('unknown_year');
  return tx.mustOrWait('savingsGoal', goalId);
}

function move(tx: Tx, ctx: Context, { goalId, year, bookedOn }: Move, amountCents: Cents): void {
  book(tx, ctx, { year, kind: 'saving', bookedOn, from: 'free', to: 'savings', amountCents, goalId });
}
