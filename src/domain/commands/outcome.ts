/** What came of a project (S20): told by initiator and committee, published by the committee. Every change stays in the
 *  history of the dossier. */
import { type Context, defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import { noOutcome } from '../outcome.ts';
import type { Outcome, PublishedOutcome } from '../rows.ts';
import { keepChange } from './proposal.ts';
import { changesOf, mergePhotos, mustHaveProposal, same } from './rules.ts';
import { schemas } from './schemas.ts';

/** What reports count. Texts are simply replaced, as those of a proposal are. */
const guarded = ['visitors', 'nicer', 'withoutBudget', 'volunteers', 'volunteerHours'] as const;

/** In any state of the proposal: what people saw is a fact, and the decision may still be on another phone. */
export const changeOutcome = defineCommand({
  name: 'outcome.change',
  v: 1,
  schema: schemas['outcome.change'],
  touches: (args) => [rowKey('outcome', args.proposalId)],
  run(tx, args, ctx) {
    const known = outcomeOf(tx, ctx, args.proposalId);
    const changes = changesOf<Outcome>(known, args, guarded);
    if (changes === undefined) return;
    tx.put('outcome', { ...known, ...changes.after });
    keepChange(tx, ctx, known.id, { before: { outcome: changes.before }, after: { outcome: changes.after } });
  },
});

/** A photo that is there already stays as it was shown. */
export const addOutcomePhotos = defineCommand({
  name: 'outcome.addPhotos',
  v: 1,
  schema: schemas['outcome.addPhotos'],
  touches: (args) => [rowKey('outcome', args.proposalId)],
  run(tx, args, ctx) {
    const known = outcomeOf(tx, ctx, args.proposalId);
    const sights = new Map(known.photos.map(({ photo, sight }) => [photo.sha256, sight]));
    const all = mergePhotos(
      args.photos,
      known.photos.map(({ photo }) => photo),
    );
    const photos = all.map((photo) => ({ photo, sight: sights.get(photo.sha256) ?? args.sight }));
    if (!same(photos, known.photos)) tx.put('outcome', { ...known, photos });
  },
});

/** Hides at once, also in what is published. Showing it to more people needs that nobody hid it meanwhile, and reaches
 *  everybody only when the committee publishes again. */
export const showOutcomePhoto = defineCommand({
  name: 'outcome.showPhoto',
  v: 1,
  schema: schemas['outcome.showPhoto'],
  touches: (args) => [rowKey('outcome', args.proposalId), rowKey('publishedOutcome', args.proposalId)],
  run(tx, { proposalId, sha256, sight, seen }, ctx) {
    const known = outcomeOf(tx, ctx, proposalId);
    const now = known.photos.find(({ photo }) => photo.sha256 === sha256)?.sight ?? 'nobody';
    if (now === sight || now === 'nobody') return; // whoever removes it second finds it gone
    if (sight === 'published' && now !== seen) throw new Rejection('changed_meanwhile');
    const photos = known.photos.flatMap((one) => {
      if (one.photo.sha256 !== sha256) return [one];
      return sight === 'nobody' ? [] : [{ ...one, sight }];
    });
    tx.put('outcome', { ...known, photos });
    const published = tx.get('publishedOutcome', proposalId);
    if (sight === 'published' || published === undefined) return;
    const left = published.photos.filter((photo) => photo.sha256 !== sha256);
    if (left.length < published.photos.length) tx.put('publishedOutcome', { ...published, photos: left });
  },
});

/** Only what the author read, never what came in after that: so no name of a child slips through. A photo is shown when
 *  both the author chose it and it may still be published. */
export const publishOutcome = defineCommand({
  name: 'outcome.publish',
  v: 2, // may tell of each year of a project of more years
  older: { 1: (args) => args },
  schema: schemas['outcome.publish'],
  touches: (args) => [rowKey('outcome', args.proposalId), rowKey('publishedOutcome', args.proposalId)],
  run(tx, { proposalId, told, seen, photoHashes, publishedOn }, ctx) {
    const { year } = tx.mustOrWait('proposal', proposalId);
    const outcome = tx.mustOrWait('outcome', proposalId);
    const photos = outcome.photos.flatMap(({ photo, sight }) =>
      sight === 'published' && photoHashes.includes(photo.sha256) ? [photo] : [],
    );
    const known = tx.get('publishedOutcome', proposalId);
    const next: PublishedOutcome = { id: proposalId, year, ...told, photos, publishedOn, published: true };
    if (same(known, next)) return;
    const before = known?.published === true ? toldIn(known) : null;
    if (!same(before, seen) && !same(before, told)) throw new Rejection('changed_meanwhile');
    tx.put('publishedOutcome', next);
    keepChange(tx, ctx, proposalId, { before: { published: before }, after: { published: told } });
  },
});

/** Nobody but the committee and the initiator reads it any more. */
export const takeOutcomeBack = defineCommand({
  name: 'outcome.takeBack',
  v: 1,
  schema: schemas['outcome.takeBack'],
  touches: (args) => [rowKey('publishedOutcome', args.proposalId)],
  run(tx, { proposalId }, ctx) {
    const known = tx.mustOrWait('publishedOutcome', proposalId);
    if (!known.published) return;
    tx.put('publishedOutcome', { ...known, published: false });
    keepChange(tx, ctx, proposalId, { before: { published: toldIn(known) }, after: { published: null } });
  },
});

/** The words and figures of it, as an author of the next version saw them. */
export function toldIn(published: PublishedOutcome) {
  const { title, visitors, story, nicer, nicerFor, withoutBudget, sideEffects, volunteerHours, years } = published;
  const told = { title, visitors, story, nicer, nicerFor, withoutBudget, sideEffects, volunteerHours };
  return years === undefined ? told : { ...told, years };
}

function outcomeOf(tx: Tx, ctx: Context, proposalId: string): Outcome {
  mustHaveProposal(tx, ctx, proposalId);
  return tx.get('outcome', proposalId) ?? noOutcome(proposalId);
}
