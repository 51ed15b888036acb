/** What came of a project, what is published of it, who guides it, and for how many years it runs. */
import * as v from 'valibot';
import { yearsMax } from '../../outcome.ts';
import { change, count, filled, isoDate, line, photoHash, photos, text, uuid, year } from '../fields.ts';

const some = v.nullable(count);
const told = {
  visitors: some,
  story: text(5_000),
  nicer: v.nullable(v.picklist(['yes', 'partly', 'no', 'unknown'])),
  nicerFor: text(1_000),
  withoutBudget: v.nullable(v.picklist(['gone_on', 'gone_on_smaller', 'later', 'not_gone_on', 'unknown'])),
  sideEffects: text(2_000),
  volunteerHours: some,
};
const toldYear = v.strictObject({ year, visitors: some, story: text(5_000) });
const published = v.strictObject({
  ...{ title: filled(150), ...told },
  years: v.exactOptional(v.pipe(v.array(toldYear), v.minLength(1), v.maxLength(yearsMax), v.readonly())),
});
const sight = v.picklist(['published', 'committee']);

export const outcomeSchemas = {
  'outcome.change': v.strictObject({ proposalId: uuid, ...change({ ...told, volunteers: some }) }),
  'outcome.tellYear': v.strictObject({ proposalId: uuid, year, ...change({ visitors: some, story: text(5_000) }) }),
  'outcome.addPhotos': v.strictObject({ proposalId: uuid, photos: v.pipe(photos, v.minLength(1)), sight }),
  /** `nobody`: the photo goes away. `seen`: who might see it when the author chose. */
  'outcome.showPhoto': v.strictObject({
    ...{ proposalId: uuid, sha256: photoHash, sight: v.picklist(['published', 'committee', 'nobody']), seen: sight },
  }),
  /** `told` and the photos as the author read them; `seen` what was published before, null when nothing was. */
  'outcome.publish': v.strictObject({
    ...{ proposalId: uuid, told: published, seen: v.nullable(published), publishedOn: isoDate },
    photoHashes: v.pipe(v.array(photoHash), v.maxLength(60), v.readonly()),
  }),
  'outcome.takeBack': v.strictObject({ proposalId: uuid }),
  'proposalGuide.change': v.strictObject({
    ...{ proposalId: uuid, kind: v.picklist(['guide', 'ambassador']) },
    ...change({ name: line(100), helpsWith: line(300) }),
  }),
  /** Null: only the year that it is asked for. */
  'proposal.setYears': v.strictObject({ proposalId: uuid, untilYear: v.nullable(year), seen: v.nullable(year) }),
} as const;
