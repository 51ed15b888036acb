/** Counting signature sheets. */
import * as v from 'valibot';
import { isoDate, line, numberedId, ordinal, photos, supportNumbers, text, uuid } from '../fields.ts';

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
} as const;
