/** What the chair does about commands that were held or refused. */
import * as v from 'valibot';
import { uuid } from '../fields.ts';

export const recordSchemas = {
  'held.drop': v.strictObject({ commandId: uuid }),
  'refused.settle': v.strictObject({ commandId: uuid, as: v.picklist(['taken_over', 'set_aside']) }),
} as const;
