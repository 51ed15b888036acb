/** The rules of the city and of the wijk, a row a year. What checks a proposal against them is in `ruleCheck/`. */
import { defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import { type Rule, ruleId } from '../rows.ts';
import { comparesWithLimit } from '../ruleCheck/kinds.ts';
import { changesOf, same } from './rules.ts';
import { schemas } from './schemas.ts';

export const addRule = defineCommand({
  name: 'rule.add',
  v: 2,
  older: { 1: (args) => args }, // version 2 knows more kinds of checks
  schema: schemas['rule.add'],
  touches: (args) => [rowKey('rule', ruleId(args.ruleKey, args.year))],
  run(tx, { ruleKey: key, ...fields }) {
    mustFit(fields);
    mustKnowYear(tx, fields.year);
    const rule: Rule = { id: ruleId(key, fields.year), key, ...fields, retired: false };
    const known = tx.get('rule', rule.id);
    if (known === undefined) tx.put('rule', rule);
    else if (!same(known, rule)) throw new Rejection('id_taken');
  },
});

export const changeRule = defineCommand({
  name: 'rule.change',
  v: 2,
  older: { 1: (args) => args },
  schema: schemas['rule.change'],
  touches: (args) => [rowKey('rule', args.ruleId)],
  run(tx, args) {
    const rule = tx.mustOrWait('rule', args.ruleId);
    const changes = changesOf<Rule>({ unlessAbove: null, ...rule }, args, [
      'owner',
      'text',
      'check',
      'limit',
      'unlessAbove',
    ]);
    if (changes === undefined) return;
    const next = { ...rule, ...changes.after };
    mustFit(next);
    tx.put('rule', next);
  },
});

/** A retired rule stays to be read: decisions were taken under it. */
export const retireRule = defineCommand({
  name: 'rule.retire',
  v: 1,
  schema: schemas['rule.retire'],
  touches: (args) => [rowKey('rule', args.ruleId)],
  run(tx, { ruleId: id, retired }) {
    const rule = tx.mustOrWait('rule', id);
    if (rule.retired !== retired) tx.put('rule', { ...rule, retired });
  },
});

/** Rules that the other year has already stay as they are there, so it may be done again after one was added. */
export const copyRules = defineCommand({
  name: 'rule.copy',
  v: 1,
  schema: schemas['rule.copy'],
  touches: (args) => [rowKey('budgetYear', String(args.toYear))],
  run(tx, { fromYear, toYear }) {
    mustKnowYear(tx, toYear);
    for (const rule of tx.list('rule', 'year', String(fromYear))) {
      const id = ruleId(rule.key, toYear);
      if (!rule.retired && tx.get('rule', id) === undefined) tx.put('rule', { ...rule, id, year: toYear });
    }
  },
});

/** A figure where something is compared, and none where nothing is. */
function mustFit({ check, limit, unlessAbove = null }: Pick<Rule, 'check' | 'limit' | 'unlessAbove'>): void {
  if (comparesWithLimit(check) !== (limit !== null)) throw new Rejection('limit_not_fitting');
  if (unlessAbove !== null && check !== 'amount_max') throw new Rejection('limit_not_fitting');
}

function mustKnowYear(tx: Tx, year: number): void {
  if (tx.get('budgetYear', String(year)) === undefined) throw new Rejection('unknown_year');
}
