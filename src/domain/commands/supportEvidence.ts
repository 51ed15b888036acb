/** Support beside the sheets: where people were asked, objections, letters, visitors, what people know; and what a member
 *  makes of it all, under his own name. */
import { type Context, defineCommand, Rejection, rowKey } from '../command.ts';
import { type SupportArea, type SupportIndication, type SupportJudgement, supportJudgementId } from '../rows.ts';
import type { CommandArgs } from './index.ts';
import { same } from './rules.ts';
import { schemas } from './schemas.ts';

/** Says in which streets people are asked and how many households live there. The latest description holds. */
export const describeSupportArea = defineCommand({
  name: 'support.describeArea',
  v: 1,
  schema: schemas['support.describeArea'],
  touches: (args) => [rowKey('supportArea', args.proposalId)],
  run(tx, args) {
    tx.mustOrWait('proposal', args.proposalId);
    const area: SupportArea = { id: args.proposalId, ...args };
    if (!same(tx.get('supportArea', area.id), area)) tx.put('supportArea', area);
  },
});

export const noteSupport = defineCommand({
  name: 'support.note',
  v: 1,
  schema: schemas['support.note'],
  touches: (args) => [rowKey('supportIndication', args.indicationId)],
  run(tx, args, ctx) {
    tx.mustOrWait('proposal', args.proposalId);
    const noted = indicationOf(args, ctx);
    const known = tx.get('supportIndication', noted.id);
    if (known === undefined) tx.put('supportIndication', noted);
    else if (!same(said(known), said(noted))) throw new Rejection('id_taken');
  },
});

/** What the committee did with an objection. Nobody writes over an answer without having seen it. */
export const answerObjection = defineCommand({
  name: 'support.answer',
  v: 1,
  schema: schemas['support.answer'],
  touches: (args) => [rowKey('supportIndication', args.indicationId)],
  run(tx, args, ctx) {
    const known = tx.mustOrWait('supportIndication', args.indicationId);
    if (known.kind !== 'objection') throw new Rejection('malformed');
    if (known.answer === args.answer) return;
    if (known.answer !== args.seenAnswer) throw new Rejection('changed_meanwhile');
    tx.put('supportIndication', { ...known, answer: args.answer, answeredBy: ctx.actor.personId });
  },
});

/** Takes an indication back: it stays on record with the reason, and counts no more. */
export const withdrawSupport = defineCommand({
  name: 'support.withdraw',
  v: 1,
  schema: schemas['support.withdraw'],
  touches: (args) => [rowKey('supportIndication', args.indicationId)],
  run(tx, args) {
    const known = tx.mustOrWait('supportIndication', args.indicationId);
    if (known.withdrawnReason === null) tx.put('supportIndication', { ...known, withdrawnReason: args.reason });
  },
});

/** One judgement a member; a new one replaces the own one only. */
export const judgeSupport = defineCommand({
  name: 'support.judge',
  v: 1,
  schema: schemas['support.judge'],
  touches: (args) => [rowKey('proposal', args.proposalId)],
  run(tx, args, ctx) {
    tx.mustOrWait('proposal', args.proposalId);
    const { personId } = ctx.actor;
    const judgement: SupportJudgement = { id: supportJudgementId(args.proposalId, personId), personId, ...args };
    if (!same(tx.get('supportJudgement', judgement.id), judgement)) tx.put('supportJudgement', judgement);
  },
});

function indicationOf(args: CommandArgs<'support.note'>, ctx: Context): SupportIndication {
  const { indicationId: id, proposalId, kind, from, text, photos, notedOn } = args;
  return {
    ...{ id, proposalId, kind, from, text, photos, notedOn },
    count: 'count' in args ? args.count : null,
    editions: 'editions' in args ? [...args.editions].sort((a, b) => b.year - a.year) : [],
    notedBy: ctx.actor.personId,
    ...{ answer: '', answeredBy: null, withdrawnReason: null },
  };
}

const said = ({ answer: _, answeredBy: _by, withdrawnReason: _why, ...rest }: SupportIndication) => rest;
