/** Counting signature sheets. */
import * as v from 'valibot';
import {
  count,
  filled,
  filledText,
  isoDate,
  line,
  listOf,
  numberedId,
  ordinal,
  photos,
  supportNumbers,
  text,
  uuid,
  year,
} from '../fields.ts';

const editions = v.pipe(
  listOf(v.strictObject({ year, visitors: count }), 20),
  v.check((all) => new Set(all.map((edition) => edition.year)).size === all.length),
);
/** At once; a wijk collects fewer in a year, and can send the rest after these. */
const destroyedSheetsMax = 200;

/** What every indication says, and what only some kinds say: a number of people, or earlier editions. */
const indication = {
  indicationId: uuid,
  proposalId: uuid,
  from: line(150),
  text: text(5_000),
  photos,
  notedOn: isoDate,
};
const said = { ...indication, text: filledText(5_000) };

export const supportSchemas = {
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
  'support.destroySheets': v.strictObject({
    sheetIds: v.pipe(listOf(numberedId, destroyedSheetsMax), v.minLength(1)),
    destroyedOn: isoDate,
  }),
  'support.describeArea': v.strictObject({
    proposalId: uuid,
    streets: filled(500),
    households: count,
    source: line(200),
  }),
  'support.note': v.variant('kind', [
    v.strictObject({ kind: v.literal('objection'), ...said }),
    v.strictObject({ kind: v.literal('letter'), ...said }),
    v.strictObject({ kind: v.literal('experience'), ...said }),
    v.strictObject({ kind: v.literal('visitors'), ...indication, count, editions }),
    v.strictObject({ kind: v.literal('online'), ...indication, count }),
  ]),
  'support.answer': v.strictObject({ indicationId: uuid, answer: filledText(2_000), seenAnswer: text(2_000) }),
  'support.withdraw': v.strictObject({ indicationId: uuid, reason: filledText(1_000) }),
  'support.judge': v.strictObject({
    proposalId: uuid,
    verdict: v.picklist(['enough', 'doubtful', 'not_enough']),
    text: text(2_000),
    judgedOn: isoDate,
  }),
} as const;
