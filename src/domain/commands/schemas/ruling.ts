/** The check of a proposal against the rules, its publication, and the advice of the district. */
import * as v from 'valibot';
import { cents, filled, filledText, isoDate, line, numberedId, period, quarters, text, uuid } from '../fields.ts';

const verdict = v.picklist(['yes', 'no', 'not_applicable', 'can_be_mended']);
const barrier = v.picklist(['other_subsidy', 'statutory_rule', 'professional_needed', 'private_gain']);
const finding = v.pipe(
  v.strictObject({ verdict, barrier: v.nullable(barrier), note: text(2_000) }),
  v.check((args) => args.barrier === null || args.verdict === 'no' || args.verdict === 'can_be_mended'),
);
const publication = v.pipe(
  v.strictObject({ on: isoDate, until: isoDate, where: filled(200) }),
  v.check(({ on, until }) => on <= until),
);

export const rulingSchemas = {
  /** `seen`: what stood there for its author; null while nobody had checked this rule. */
  'ruleCheck.record': v.strictObject({
    proposalId: uuid,
    ruleId: numberedId,
    finding,
    seen: v.nullable(finding),
    checkedOn: isoDate,
  }),
  'proposal.publish': v.strictObject({ proposalId: uuid, publication, seen: v.nullable(publication) }),
  'advice.ask': v.strictObject({
    adviceId: uuid,
    proposalId: uuid,
    about: v.strictObject({
      title: filled(200),
      summary: text(5_000),
      requestedCents: cents,
      quarters,
      streets: line(500),
      period: v.nullable(period),
    }),
    question: filledText(2_000),
    neededBy: v.nullable(isoDate),
    askedOn: isoDate,
  }),
  'advice.withdraw': v.strictObject({ adviceId: uuid }),
  'advice.answer': v.strictObject({
    answerId: uuid,
    adviceId: uuid,
    view: v.picklist(['no_objection', 'with_conditions', 'objection', 'no_view']),
    text: text(5_000),
    answeredOn: isoDate,
  }),
} as const;
