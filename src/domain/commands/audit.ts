/** The kascommissie: claims looked at, questions with their answers, and what is signed about a year (S12). */
import { defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import { addCents } from '../money.ts';
import {
  type AuditCheck,
  type AuditFinding,
  type AuditStatement,
  auditCheckId,
  auditStatementId,
  type Cents,
} from '../rows.ts';
import { same } from './rules.ts';
import { schemas } from './schemas.ts';

/** An auditor looked at a claim. Again, with another verdict, replaces it; what was paid meanwhile has to be seen first. */
export const recordCheck = defineCommand({
  name: 'auditCheck.record',
  v: 1,
  schema: schemas['auditCheck.record'],
  touches: (args) => [rowKey('claim', args.claimId)],
  run(tx, { claimId, verdict, seenPaidCents, checkedOn }, ctx) {
    const claim = tx.mustOrWait('claim', claimId);
    if (claim.claimantId === ctx.actor.personId) throw new Rejection('own_claim');
    if (claim.paidCents !== seenPaidCents) throw new Rejection('changed_meanwhile');
    const { year } = tx.mustOrWait('proposal', claim.proposalId);
    const [checkedBy, paidCents] = [ctx.actor.personId, claim.paidCents];
    const id = auditCheckId(claimId, checkedBy);
    const check: AuditCheck = { id, claimId, year, checkedBy, checkedOn, verdict, paidCents };
    if (!same(tx.get('auditCheck', id), check)) tx.put('auditCheck', check);
  },
});

export const recordFinding = defineCommand({
  name: 'finding.record',
  v: 1,
  schema: schemas['finding.record'],
  touches: (args) => [rowKey('auditFinding', args.findingId), rowKey('budgetYear', String(args.year))],
  run(tx, { findingId: id, ...fields }, ctx) {
    const known = tx.get('auditFinding', id);
    if (known !== undefined) {
      if (same({ ...known, ...fields }, known)) return;
      throw new Rejection('id_taken');
    }
    if (tx.get('budgetYear', String(fields.year)) === undefined) throw new Rejection('unknown_year');
    if (fields.claimId !== null) tx.mustOrWait('claim', fields.claimId);
    const open = { answer: '', answeredBy: null, answeredOn: null, settled: false };
    tx.put('auditFinding', { id, ...fields, foundBy: ctx.actor.personId, ...open } satisfies AuditFinding);
  },
});

/** Two who answer at once: the second sees the first answer before it is replaced. */
export const answerFinding = defineCommand({
  name: 'finding.answer',
  v: 1,
  schema: schemas['finding.answer'],
  touches: (args) => [rowKey('auditFinding', args.findingId)],
  run(tx, { findingId, answer, seenAnswer, answeredOn }, ctx) {
    const known = tx.mustOrWait('auditFinding', findingId);
    if (known.answer === answer) return;
    if (known.settled) throw new Rejection('wrong_state');
    if (known.answer !== seenAnswer) throw new Rejection('changed_meanwhile');
    tx.put('auditFinding', { ...known, answer, answeredBy: ctx.actor.personId, answeredOn });
  },
});

/** The auditor is content, or is not after all. */
export const settleFinding = defineCommand({
  name: 'finding.settle',
  v: 1,
  schema: schemas['finding.settle'],
  touches: (args) => [rowKey('auditFinding', args.findingId)],
  run(tx, { findingId, settled }) {
    const known = tx.mustOrWait('auditFinding', findingId);
    if (known.settled !== settled) tx.put('auditFinding', { ...known, settled });
  },
});

/** One statement an auditor and year. It is about the figures that the auditor saw: when something was paid meanwhile, she
 *  sees that first. */
export const signStatement = defineCommand({
  name: 'statement.sign',
  v: 1,
  schema: schemas['statement.sign'],
  touches: (args) => [rowKey('budgetYear', String(args.year))],
  run(tx, { year, verdict, remarks, seenPaidCents, signedOn }, ctx) {
    if (tx.get('budgetYear', String(year)) === undefined) throw new Rejection('unknown_year');
    if (verdict !== 'right' && remarks.trim() === '') throw new Rejection('reason_missing');
    const signedBy = ctx.actor.personId;
    const id = auditStatementId(year, signedBy);
    const known = tx.get('auditStatement', id);
    if (known !== undefined && known.withdrawn === null) {
      if (same({ ...known, verdict, remarks, signedOn }, known)) return;
      throw new Rejection('already_signed');
    }
    const paidCents = paidIn(tx, year);
    if (paidCents !== seenPaidCents) throw new Rejection('changed_meanwhile');
    const checkedCount = tx.list('auditCheck', 'year', String(year)).filter((one) => one.checkedBy === signedBy).length;
    const signed = { id, year, signedBy, signedOn, verdict, remarks, paidCents, checkedCount, withdrawn: null };
    tx.put('auditStatement', signed satisfies AuditStatement);
  },
});

export const withdrawStatement = defineCommand({
  name: 'statement.withdraw',
  v: 1,
  schema: schemas['statement.withdraw'],
  touches: (args) => [rowKey('budgetYear', String(args.year))],
  run(tx, { year, reason: withdrawn }, ctx) {
    const known = tx.mustOrWait('auditStatement', auditStatementId(year, ctx.actor.personId));
    if (known.withdrawn === withdrawn) return;
    if (known.withdrawn !== null) throw new Rejection('wrong_state');
    tx.put('auditStatement', { ...known, withdrawn });
  },
});

/** What was paid out in the year, by the ledger. */
function paidIn(tx: Tx, year: number): Cents {
  const lines = tx.list('ledgerLine', 'year', String(year)).filter(({ account }) => account === 'paid');
  return addCents(lines.map(({ amountCents }) => amountCents));
}
