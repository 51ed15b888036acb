/** What people want with ideas from the street, and with what belongs to a proposal besides its own fields. */
import { channelsOf } from '../../src/domain/ideas.ts';
import type { Voice } from '../../src/domain/rows.ts';
import {
  amount,
  type Desk,
  day,
  type Maker,
  newUuid,
  type PhotoBytes,
  photoOf,
  pickRow,
  proposalId,
  type Wish,
  wish,
  word,
} from './desk.ts';

/** The simulator's server looks at hashes only, so the bytes of a photo do for what was spoken. */
const voiceOf = ({ sha256, size }: PhotoBytes): Voice => ({ sha256, size, mime: 'audio/webm', seconds: 4 });

export const catchIdea: Maker = (desk) => {
  const { random } = desk;
  const photos = random.chance(0.3) ? [desk.newPhoto()] : [];
  const spoken = random.chance(0.3) ? desk.newPhoto() : undefined;
  return wish(
    'idea.add',
    {
      ...{ ideaId: newUuid(random), text: word(desk), voice: spoken === undefined ? null : voiceOf(spoken) },
      ...{ photos: photos.map(photoOf), quarter: random.pick(['', 'Klosplein']), caughtOn: day(desk) },
      ...{ channel: random.pick(['IJscokar', 'Op straat', '']), heardOf: '' },
    },
    spoken === undefined ? photos : [...photos, spoken],
  );
};

export const stepOfIdea: Maker = (desk) => {
  const { random } = desk;
  const idea = pickRow(desk, 'idea');
  const into = proposalId(desk);
  if (idea === undefined) return undefined;
  const { id: ideaId, text, proposalId: seenProposalId } = idea;
  const { heardOf } = channelsOf(pickRow(desk, 'ideaChannels'));
  return random.weighted<Wish>([
    [3, wish('idea.join', { ideaId, proposalId: random.chance(0.8) ? (into ?? null) : null, seenProposalId })],
    [2, wish('idea.change', { ideaId, fields: { text: `${word(desk)}, uitgeschreven` }, seen: { text } })],
    [1, wish('idea.setAside', { ideaId, reason: random.chance(0.7) ? 'Kan niet' : null })],
    [0.5, wish('ideaChannels.change', { fields: { heardOf: ['Buren', word(desk)] }, seen: { heardOf } })],
  ]);
};

export const mergeProposals: Maker = (desk) => {
  const [from, into] = [proposalId(desk), proposalId(desk)];
  if (from === undefined || into === undefined) return undefined;
  const merged = pickRow(desk, 'proposal', ({ mergedIntoId }) => mergedIntoId !== null);
  if (merged !== undefined && desk.random.chance(0.4)) return wish('proposal.split', { proposalId: merged.id });
  return wish('proposal.merge', { proposalId: from, intoId: into });
};

export const belongings: Maker = (desk) => {
  const id = proposalId(desk);
  return id === undefined ? undefined : desk.random.pick([say, document, owner, coFinancing, inReturn])(desk, id);
};

function say({ random }: Desk, of: string): Wish {
  const said = { proposalId: of, text: 'Vraag de vergunning op tijd aan' };
  return random.chance(0.5)
    ? wish('proposalComment.add', { commentId: newUuid(random), ...said })
    : wish('lesson.add', { lessonId: newUuid(random), ...said });
}

function document(desk: Desk, of: string): Wish {
  const known = pickRow(desk, 'proposalDocument');
  if (known !== undefined && desk.random.chance(0.3)) return wish('proposalDocument.remove', { documentId: known.id });
  const photo = desk.newPhoto();
  const kind = desk.random.pick(['paper_form', 'quote', 'other'] as const);
  const args = { documentId: newUuid(desk.random), proposalId: of, kind, label: 'Offerte', photos: [photoOf(photo)] };
  return wish('proposalDocument.add', args, [photo]);
}

function owner(desk: Desk, of: string): Wish {
  const now = desk.rows('proposalOwner').find(({ id }) => id === of);
  const fields = { ownerId: desk.random.pickOr(desk.peopleIds) ?? null, dueOn: day(desk) };
  return wish('proposalOwner.change', {
    ...{ proposalId: of, fields },
    seen: { ownerId: now?.ownerId ?? null, dueOn: now?.dueOn ?? null },
  });
}

function coFinancing(desk: Desk, of: string): Wish {
  const known = pickRow(desk, 'coFinancing');
  if (known === undefined || desk.random.chance(0.5)) {
    const promised = { source: 'Woningcorporatie', promisedCents: amount(desk) };
    return wish('coFinancing.add', { coFinancingId: newUuid(desk.random), proposalId: of, ...promised });
  }
  const { id, receivedCents, receivedOn } = known;
  const fields = { receivedCents: amount(desk), receivedOn: day(desk) };
  return wish('coFinancing.change', { coFinancingId: id, fields, seen: { receivedCents, receivedOn } });
}

function inReturn(desk: Desk, of: string): Wish {
  const known = pickRow(desk, 'counterContribution');
  if (known === undefined || desk.random.chance(0.4)) {
    const promised = { proposalId: of, what: 'Verslag voor de site', dueOn: day(desk) };
    return wish('counterContribution.add', { counterContributionId: newUuid(desk.random), ...promised });
  }
  const { id: counterContributionId, dueOn } = known;
  if (desk.random.chance(0.3))
    return wish('counterContribution.change', { counterContributionId, fields: { dueOn: day(desk) }, seen: { dueOn } });
  const photos = desk.random.chance(0.5) ? [desk.newPhoto()] : [];
  return wish(
    'counterContribution.deliver',
    { counterContributionId, deliveredOn: day(desk), proof: word(desk), photos: photos.map(photoOf) },
    photos,
  );
}
