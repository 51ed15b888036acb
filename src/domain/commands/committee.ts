/** Founding and changing the committee, its budget years and the money that the city gives. */
import { type Context, defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import { addCents } from '../money.ts';
import type { Cents, IsoDate } from '../rows.ts';
import { enschedeThemes } from '../themes.ts';
import { book } from './ledger.ts';
import { changesOf } from './rules.ts';
import { schemas } from './schemas.ts';

/** Makes the committee, its first year with the city's grant, and the founder as its chair. The committee's id and the
 *  founder's id come from the invitation, so that founding twice meets the same row. */
export const foundCommittee = defineCommand({
  name: 'committee.found',
  v: 1,
  schema: schemas['committee.found'],
  touches: (args) => [rowKey('budgetYear', String(args.year))],
  run(tx, args, ctx) {
    if (tx.get('committee', ctx.committeeId) !== undefined) throw new Rejection('already_founded');
    const { name, bodyWord, city, quorum, foundedOn, year, smallLimitCents } = args;
    const { personId } = ctx.actor;
    const { quarters = [], district } = args;
    const place = { bodyWord, city, ...(district === undefined ? {} : { district }) };
    tx.put('committee', { id: ctx.committeeId, name, ...place, quorum, quarters, foundedOn });
    tx.put('budgetYear', { id: String(year), year, smallLimitCents, themes: enschedeThemes });
    tx.put('person', { id: personId, name: args.founderName });
    tx.put('member', { id: personId, role: 'chair', proposalIds: [], active: true });
    bookGrant(tx, ctx, { year, amountCents: args.grantCents, bookedOn: foundedOn, note: '' });
  },
});

/** Changes name, place, words, quarters, the quorum rule, or whether other committees see its figures. */
export const changeCommittee = defineCommand({
  name: 'committee.change',
  v: 2,
  older: { 1: (args) => args }, // version 2 may say more
  schema: schemas['committee.change'],
  touches: () => [],
  run(tx, args, ctx) {
    const committee = tx.mustOrWait('committee', ctx.committeeId);
    const guarded = ['name', 'bodyWord', 'city', 'district', 'quorum', 'quarters', 'showsFigures'] as const;
    const changes = changesOf({ district: '', showsFigures: true, ...committee }, args, guarded);
    if (changes !== undefined) tx.put('committee', { ...committee, ...changes.after });
  },
});

/** Opens a year with the themes of the year before. Two treasurers who open the same year give one grant, not two. */
export const openBudgetYear = defineCommand({
  name: 'budgetYear.open',
  v: 1,
  schema: schemas['budgetYear.open'],
  touches: (args) => [rowKey('budgetYear', String(args.year)), rowKey('budgetYear', String(args.year - 1))],
  run(tx, args, ctx) {
    const { year, smallLimitCents, grantCents, bookedOn } = args;
    const known = tx.get('budgetYear', String(year));
    if (known !== undefined) {
      if (known.smallLimitCents === smallLimitCents && grantOf(tx, year) === grantCents) return;
      throw new Rejection('year_exists');
    }
    const { themes = enschedeThemes, barriers, secondAboveCents } = tx.get('budgetYear', String(year - 1)) ?? {};
    tx.put('budgetYear', {
      ...{ id: String(year), year, smallLimitCents, themes },
      ...(barriers === undefined ? {} : { barriers }),
      ...(secondAboveCents === undefined ? {} : { secondAboveCents }),
    });
    bookGrant(tx, ctx, { year, amountCents: grantCents, bookedOn, note: '' });
  },
});

/** Changes the limit of small proposals, the themes with their barriers, the money to thank with, or above
 *  which amount a claim takes two approvers. */
export const changeBudgetYear = defineCommand({
  name: 'budgetYear.change',
  v: 2,
  older: { 1: (args) => args }, // version 2 may say more
  schema: schemas['budgetYear.change'],
  touches: (args) => [rowKey('budgetYear', String(args.year))],
  run(tx, args) {
    const known = tx.get('budgetYear', String(args.year));
    if (known === undefined) throw new Rejection('unknown_year');
    const now = { barriers: [], thanksCents: 0, secondAboveCents: 0, ...known };
    const guarded = ['smallLimitCents', 'themes', 'barriers', 'thanksCents', 'secondAboveCents'] as const;
    const changes = changesOf(now, args, guarded);
    if (changes !== undefined) tx.put('budgetYear', { ...known, ...changes.after });
  },
});

/** Adds money from the city, or takes back what it asks back (negative). A mistake is a second, opposite one. */
export const addGrant = defineCommand({
  name: 'grant.add',
  v: 1,
  schema: schemas['grant.add'],
  touches: (args) => [rowKey('budgetYear', String(args.year))],
  run(tx, args, ctx) {
    if (tx.get('budgetYear', String(args.year)) === undefined) throw new Rejection('unknown_year');
    if (args.amountCents === 0) throw new Rejection('amount_not_fitting');
    bookGrant(tx, ctx, args);
  },
});

interface Grant {
  readonly year: number;
  readonly amountCents: Cents;
  readonly bookedOn: IsoDate;
  readonly note: string;
}

function bookGrant(tx: Tx, ctx: Context, { year, amountCents, bookedOn, note }: Grant): void {
  book(tx, ctx, { year, kind: 'grant', bookedOn, from: 'grant', to: 'free', amountCents, note });
}

function grantOf(tx: Tx, year: number): Cents {
  const lines = tx.list('ledgerLine', 'year', String(year)).filter((line) => line.account === 'grant');
  return 0 - addCents(lines.map((line) => line.amountCents));
}
