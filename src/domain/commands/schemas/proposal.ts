/** A proposal and notes about it. */
import * as v from 'valibot';
import {
  budgetLine,
  cents,
  change,
  filled,
  filledText,
  intake,
  isoDate,
  language,
  line,
  listOf,
  period,
  proposalKind,
  quarters,
  text,
  themeShare,
  uuid,
  year,
} from '../fields.ts';

/** Since version 2. Who says nothing about them leaves them as they are; a new proposal then has none. */
const laterFields = {
  streets: v.exactOptional(line(300)),
  period: v.exactOptional(v.nullable(period)),
  intake: v.exactOptional(intake),
  language: v.exactOptional(v.nullable(language)),
  repeatOfId: v.exactOptional(v.nullable(uuid)),
};

const proposalFields = {
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
  ...laterFields,
  budgetLines: v.pipe(
    listOf(budgetLine, 60),
    v.check((lines) => new Set(lines.map((one) => one.id)).size === lines.length),
  ),
  requestedCents: cents,
};

const pastFields = {
  ...{ year, title: filled(300), amountCents: cents },
  themeShares: v.pipe(proposalFields.themeShares, v.minLength(1)),
};

export const proposalSchemas = {
  'proposal.create': v.strictObject({ proposalId: uuid, ...proposalFields }),
  'proposal.change': v.strictObject({ proposalId: uuid, ...change(proposalFields) }),
  'proposal.submit': v.strictObject({ proposalId: uuid, submittedOn: isoDate }),
  'proposal.return': v.strictObject({ proposalId: uuid, reason: filledText(2_000) }),
  'proposal.withdraw': v.strictObject({ proposalId: uuid, reason: text(2_000) }),
  'proposal.finish': v.strictObject({ proposalId: uuid, finishedOn: isoDate }),
  'proposal.record': v.strictObject({ proposalId: uuid, ...pastFields }),
  'proposalNote.add': v.strictObject({ noteId: uuid, proposalId: uuid, text: filledText(5_000) }),
} as const;
