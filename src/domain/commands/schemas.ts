/** What travels: the shape of the arguments of every command, version 1. A shape is for ever: a new meaning gets a new
 *  version beside it, an upcaster and a golden sample (ARCHITECTURE 2). */
import * as v from 'valibot';
import type { CommandName } from '../permissions.ts';
import {
  budgetLine,
  cents,
  count,
  decisionIdText,
  decisionOutcome,
  filled,
  filledText,
  iban,
  isoDate,
  itemId,
  line,
  listOf,
  numberedId,
  ordinal,
  photo,
  photos,
  positiveCents,
  proposalKind,
  quorumRule,
  role,
  signedCents,
  startTime,
  supportNumbers,
  text,
  theme,
  themeShare,
  uuid,
  year,
} from './fields.ts';

const quarters = listOf(filled(100), 100);
const votes = v.strictObject({ forCount: count, againstCount: count, abstainedCount: count });

/** A change names only the fields that the author changed, and what stood there when he did: `seen`. */
const change = <const E extends v.ObjectEntries>(entries: E) => ({
  fields: v.partial(v.strictObject(entries)),
  seen: v.partial(v.strictObject(entries)),
});

export const proposalFields = {
  year,
  title: line(150),
  summary: text(5_000),
  applicant: line(150),
  kind: proposalKind,
  themeShares: v.pipe(
    listOf(themeShare, 20),
    v.check((shares) => new Set(shares.map((share) => share.theme)).size === shares.length),
  ),
  quarters,
  budgetLines: v.pipe(
    listOf(budgetLine, 60),
    v.check((lines) => new Set(lines.map((one) => one.id)).size === lines.length),
  ),
  requestedCents: cents,
};

export const schemas = {
  'committee.found': v.strictObject({
    name: filled(100),
    bodyWord: filled(60),
    city: filled(60),
    founderName: filled(100),
    year,
    grantCents: cents,
    smallLimitCents: cents,
    quorum: quorumRule,
    quarters: v.exactOptional(quarters),
    foundedOn: isoDate,
  }),
  'committee.change': v.strictObject(
    change({ name: filled(100), bodyWord: filled(60), city: filled(60), quorum: quorumRule, quarters }),
  ),
  'budgetYear.open': v.strictObject({ year, grantCents: cents, smallLimitCents: cents, bookedOn: isoDate }),
  'budgetYear.change': v.strictObject({ year, ...change({ smallLimitCents: cents, themes: listOf(theme, 30) }) }),
  'grant.add': v.strictObject({ year, amountCents: signedCents, note: line(200), bookedOn: isoDate }),

  'member.add': v.strictObject({ personId: uuid, name: filled(100), role, proposalIds: listOf(uuid, 200) }),
  'member.changeRole': v.strictObject({ personId: uuid, role, proposalIds: listOf(uuid, 200), seenRole: role }),
  'member.remove': v.strictObject({ personId: uuid }),
  'person.rename': v.strictObject({ personId: uuid, name: filled(100) }),

  'proposal.create': v.strictObject({ proposalId: uuid, ...proposalFields }),
  'proposal.change': v.strictObject({ proposalId: uuid, ...change(proposalFields) }),
  'proposal.submit': v.strictObject({ proposalId: uuid, submittedOn: isoDate }),
  'proposal.return': v.strictObject({ proposalId: uuid, reason: filledText(2_000) }),
  'proposal.withdraw': v.strictObject({ proposalId: uuid, reason: text(2_000) }),
  'proposal.finish': v.strictObject({ proposalId: uuid, finishedOn: isoDate }),
  'proposalNote.add': v.strictObject({ noteId: uuid, proposalId: uuid, text: filledText(5_000) }),

  'support.count': v.strictObject({
    proposalId: uuid,
    sheetNumber: ordinal,
    area: line(200),
    ...supportNumbers,
    photos,
    countedOn: isoDate,
  }),
  'support.settle': v.strictObject({
    sheetId: numberedId,
    numbers: v.strictObject(supportNumbers),
    reason: text(1_000),
  }),

  'meeting.plan': v.strictObject({
    meetingId: uuid,
    title: filled(150),
    place: line(150),
    plannedOn: isoDate,
    startTime,
  }),
  'meeting.change': v.strictObject({
    meetingId: uuid,
    ...change({ title: filled(150), place: line(150), plannedOn: isoDate, startTime }),
  }),
  'meeting.open': v.strictObject({ meetingId: uuid }),
  'meeting.close': v.strictObject({ meetingId: uuid }),
  'meeting.takePen': v.strictObject({ meetingId: uuid }),
  /** `itemNonce` makes the id of an item that is about no proposal; with a proposal the id follows from both (D7). */
  'agenda.add': v.pipe(
    v.strictObject({
      meetingId: uuid,
      proposalId: v.nullable(uuid),
      itemNonce: v.exactOptional(uuid),
      title: filled(200),
      position: v.pipe(v.number(), v.finite()),
    }),
    v.check((args) => (args.proposalId === null) === (args.itemNonce !== undefined)),
  ),
  'agenda.remove': v.strictObject({ itemId }),
  'presence.set': v.strictObject({
    meetingId: uuid,
    personId: uuid,
    state: v.picklist(['present', 'absent', 'excused']),
  }),
  'recusal.set': v.strictObject({ itemId, meetingId: uuid, personId: uuid, recused: v.boolean(), reason: line(300) }),

  'decision.record': v.strictObject({
    meetingId: uuid,
    itemId,
    round: ordinal,
    outcome: decisionOutcome,
    awardedCents: cents,
    conditions: listOf(filled(500), 30),
    reason: text(2_000),
    takenUnder: v.strictObject({ presentIds: listOf(uuid, 100), recusedIds: listOf(uuid, 100), votes }),
    decidedOn: isoDate,
  }),
  'decision.withdraw': v.strictObject({ decisionId: decisionIdText }),
  'decision.correct': v.strictObject({
    correctionId: uuid,
    decisionId: decisionIdText,
    outcome: decisionOutcome,
    awardedCents: cents,
    reason: filledText(2_000),
    correctedOn: isoDate,
  }),

  'claim.submit': v.strictObject({
    claimId: uuid,
    proposalId: uuid,
    kind: v.picklist(['reimbursement', 'invoice']),
    payeeName: filled(100),
    iban: v.nullable(iban),
    holder: v.nullable(filled(100)),
    receipts: v.pipe(
      v.array(
        v.strictObject({
          receiptId: uuid,
          amountCents: signedCents,
          boughtOn: isoDate,
          shop: line(150),
          what: line(300),
          budgetLineId: v.nullable(uuid),
          photos,
        }),
      ),
      v.minLength(1),
      v.maxLength(100),
      v.check((receipts) => new Set(receipts.map((receipt) => receipt.receiptId)).size === receipts.length),
      v.readonly(),
    ),
  }),
  'claim.approve': v.strictObject({ claimId: uuid, approvedCents: positiveCents, seenClaimedCents: cents }),
  'claim.return': v.strictObject({ claimId: uuid, reason: filledText(1_000) }),
  'claim.reject': v.strictObject({ claimId: uuid, reason: filledText(1_000) }),
  'receipt.addPhoto': v.strictObject({ receiptId: uuid, photo }),

  'payment.record': v.strictObject({
    claimId: uuid,
    number: ordinal,
    amountCents: positiveCents,
    paidOn: isoDate,
    reference: line(140),
  }),
  'payment.reverse': v.strictObject({ paymentId: numberedId, reason: filledText(1_000), reversedOn: isoDate }),

  'held.drop': v.strictObject({ commandId: uuid }),
  'refused.settle': v.strictObject({ commandId: uuid, as: v.picklist(['taken_over', 'set_aside']) }),
} as const satisfies { readonly [N in CommandName]: v.GenericSchema };

/** The arguments of a command, as its author gives them and as `run` gets them. */
export type CommandArgs<N extends CommandName> = v.InferOutput<(typeof schemas)[N]>;
