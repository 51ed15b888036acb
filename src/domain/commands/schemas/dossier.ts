/** What belongs to a proposal besides its own fields. */
import * as v from 'valibot';
import { cents, change, documentKind, filled, filledText, isoDate, line, photos, text, uuid } from '../fields.ts';

const day = v.nullable(isoDate);
const somePhotos = v.pipe(photos, v.minLength(1));

export const dossierSchemas = {
  'proposal.merge': v.strictObject({ proposalId: uuid, intoId: uuid }),
  'proposal.split': v.strictObject({ proposalId: uuid }),
  'proposalComment.add': v.strictObject({ commentId: uuid, proposalId: uuid, text: filledText(5_000) }),
  'lesson.add': v.strictObject({ lessonId: uuid, proposalId: uuid, text: filledText(5_000) }),
  'proposalDocument.add': v.strictObject({
    documentId: uuid,
    proposalId: uuid,
    kind: documentKind,
    label: line(150),
    photos: somePhotos,
  }),
  'proposalDocument.remove': v.strictObject({ documentId: uuid }),
  'proposalOwner.change': v.strictObject({
    proposalId: uuid,
    ...change({ ownerId: v.nullable(uuid), nextStep: line(300), dueOn: day }),
  }),
  'coFinancing.add': v.strictObject({
    coFinancingId: uuid,
    proposalId: uuid,
    source: filled(150),
    promisedCents: cents,
  }),
  'coFinancing.change': v.strictObject({
    coFinancingId: uuid,
    ...change({ source: filled(150), promisedCents: cents, receivedCents: cents, receivedOn: day }),
  }),
  'counterContribution.add': v.strictObject({
    counterContributionId: uuid,
    proposalId: uuid,
    what: filled(300),
    dueOn: day,
  }),
  'counterContribution.change': v.strictObject({
    counterContributionId: uuid,
    ...change({ what: filled(300), dueOn: day }),
  }),
  /** `deliveredOn` null: it was not delivered after all. */
  'counterContribution.deliver': v.strictObject({
    counterContributionId: uuid,
    deliveredOn: day,
    proof: text(2_000),
    photos,
  }),
} as const;
