/** The committee, its years, its members. */
import * as v from 'valibot';
import {
  barrier,
  cents,
  change,
  filled,
  isoDate,
  line,
  listOf,
  quarters,
  quorumRule,
  role,
  signedCents,
  theme,
  uuid,
  year,
} from '../fields.ts';

/** `barriers` and `thanksCents` since version 2, `secondAboveCents` after it: whoever does not know it says nothing of it. */
const yearFields = {
  ...{ smallLimitCents: cents, themes: listOf(theme, 30) },
  ...{ barriers: listOf(barrier, 60), thanksCents: cents, secondAboveCents: cents },
};

export const committeeSchemas = {
  'committee.found': v.strictObject({
    name: filled(100),
    bodyWord: filled(60),
    city: filled(60),
    district: v.exactOptional(line(60)),
    founderName: filled(100),
    year,
    grantCents: cents,
    smallLimitCents: cents,
    quorum: quorumRule,
    quarters: v.exactOptional(quarters),
    foundedOn: isoDate,
  }),
  'committee.change': v.strictObject(
    change({
      ...{ name: filled(100), bodyWord: filled(60), city: filled(60), district: line(60) },
      ...{ quorum: quorumRule, quarters, showsFigures: v.boolean() },
    }),
  ),
  'budgetYear.open': v.strictObject({ year, grantCents: cents, smallLimitCents: cents, bookedOn: isoDate }),
  'budgetYear.change': v.strictObject({ year, ...change(yearFields) }),
  'grant.add': v.strictObject({ year, amountCents: signedCents, note: line(200), bookedOn: isoDate }),
  'member.add': v.strictObject({ personId: uuid, name: filled(100), role, proposalIds: listOf(uuid, 200) }),
  'member.changeRole': v.strictObject({ personId: uuid, role, proposalIds: listOf(uuid, 200), seenRole: role }),
  'member.remove': v.strictObject({ personId: uuid }),
  'person.rename': v.strictObject({ personId: uuid, name: filled(100) }),
  'person.erase': v.strictObject({ personId: uuid, erasedOn: isoDate }),
} as const;
