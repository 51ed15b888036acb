/** The spending plan of a year. */
import * as v from 'valibot';
import { cents, filled, isoDate, listOf, themeShare, uuid, year } from '../fields.ts';

const range = { lowCents: cents, expectedCents: cents, highCents: cents };
const inOrder = (of: { readonly lowCents: number; readonly expectedCents: number; readonly highCents: number }) =>
  of.lowCents <= of.expectedCents && of.expectedCents <= of.highCents;
const themeShares = listOf(themeShare, 20);
const planKind = v.picklist(['recurring', 'promise', 'ideas', 'new', 'own_costs', 'added']);

const edit = v.pipe(
  v.strictObject({ title: filled(150), themeShares, ...range, leftOut: v.boolean() }),
  v.check((line) => inOrder(line)),
);
const finished = v.pipe(
  v.strictObject({ kind: planKind, title: filled(150), themeShares, ...range }),
  v.check((line) => inOrder(line)),
);

export const planSchemas = {
  /** `seen`: what its author had before him, null when nobody had changed the line. */
  'planLine.change': v.strictObject({ year, key: filled(80), line: v.nullable(edit), seen: v.nullable(edit) }),
  'spendingPlan.finish': v.strictObject({
    ...{ planId: uuid, year, finishedOn: isoDate, grantCents: cents, carriedCents: cents },
    lines: v.pipe(listOf(finished, 300), v.minLength(1)),
  }),
} as const;
