/** Refusals of the commands about ideas and about what belongs to a proposal. */
import * as given from './committee.ts';
import * as made from './dossierExamples.ts';
import { after } from './example.ts';
import { type Scene, scene } from './scene.ts';
import { people, uid } from './world.ts';

const { proposalId } = given;
const { ideaId, otherId, coFinancingId, counterContributionId, documentId } = made;
const another = 'the same id with other content';
const notOwn = "an initiator does it with somebody else's proposal";
const withComment = after(given.draftedWorld, (world) => {
  world.ok('member', 'proposalComment.add', { commentId: uid('comment'), proposalId, text: 'Wanneer is het?' });
  world.ok('member', 'lesson.add', { lessonId: uid('lesson'), proposalId, text: 'Begin eerder' });
});
const withQuote = after(given.draftedWorld, (world) => world.ok('initiator', 'proposalDocument.add', made.quote));

const ideas: readonly Scene[] = [
  scene('idea.add', 'id_taken', another, made.ideaWorld, 'member', { ...made.idea, text: 'Iets anders' }),
  scene('idea.change', 'changed_meanwhile', 'the text is not the one that the author saw', made.ideaWorld, 'member', {
    ideaId,
    fields: { text: 'Een boom' },
    seen: { text: 'Een struik' },
  }),
  scene(
    'idea.join',
    'changed_meanwhile',
    'it went on in another proposal meanwhile',
    after(made.joinedWorld, (world) => {
      world.ok('member', 'proposal.create', { ...given.draft, proposalId: otherId });
    }),
    'member',
    { ideaId, proposalId: otherId, seenProposalId: null },
  ),
  scene('idea.setAside', 'wrong_state', 'it went on in a proposal', made.joinedWorld, 'member', {
    ideaId,
    reason: 'Te duur',
  }),
  scene(
    'ideaChannels.change',
    'changed_meanwhile',
    'the list is not the one that the author saw',
    given.foundedWorld,
    'chair',
    { fields: { heardOf: ['Buren'] }, seen: { heardOf: [] } },
  ),
];

const merging: readonly Scene[] = [
  scene('proposal.merge', 'malformed', 'both are the same', given.draftedWorld, 'member', {
    proposalId,
    intoId: proposalId,
  }),
  scene(
    'proposal.merge',
    'wrong_state',
    'it was decided on, or the other is withdrawn or finished',
    made.mergedWorld,
    'member',
    { proposalId, intoId: otherId },
  ),
];

const belongings: readonly Scene[] = [
  ...(['neighbour'] as const).flatMap((who) => [
    scene('proposalComment.add', 'not_permitted', notOwn, given.draftedWorld, who, {
      commentId: uid('comment'),
      proposalId,
      text: 'Ik ook',
    }),
    scene('lesson.add', 'not_permitted', notOwn, given.draftedWorld, who, {
      lessonId: uid('lesson'),
      proposalId,
      text: 'Ik ook',
    }),
    scene('proposalDocument.remove', 'not_permitted', notOwn, withQuote, who, { documentId }),
    scene('coFinancing.add', 'not_permitted', notOwn, given.draftedWorld, who, made.coFinancing),
    scene('coFinancing.change', 'not_permitted', notOwn, made.coFinancedWorld, who, {
      coFinancingId,
      fields: { promisedCents: 0 },
      seen: { promisedCents: 20_000 },
    }),
    scene('counterContribution.add', 'not_permitted', notOwn, given.draftedWorld, who, made.counterContribution),
    scene('counterContribution.deliver', 'not_permitted', notOwn, made.promisedWorld, who, {
      counterContributionId,
      deliveredOn: '2026-06-20',
      proof: '',
      photos: [],
    }),
  ]),
  scene(
    'proposalDocument.add',
    'not_permitted',
    "an initiator adds a paper form, or to somebody else's proposal",
    given.draftedWorld,
    'initiator',
    { ...made.quote, kind: 'paper_form' },
  ),
  scene('proposalComment.add', 'id_taken', another, withComment, 'member', {
    commentId: uid('comment'),
    proposalId,
    text: 'Anders',
  }),
  scene('lesson.add', 'id_taken', another, withComment, 'member', {
    lessonId: uid('lesson'),
    proposalId,
    text: 'Anders',
  }),
  scene('proposalDocument.add', 'id_taken', another, withQuote, 'initiator', { ...made.quote, label: 'Anders' }),
  scene(
    'proposalOwner.change',
    'changed_meanwhile',
    'somebody else took it on meanwhile',
    given.draftedWorld,
    'member',
    { proposalId, fields: { ownerId: people.member }, seen: { ownerId: people.chair } },
  ),
  scene('coFinancing.add', 'id_taken', another, made.coFinancedWorld, 'initiator', {
    ...made.coFinancing,
    promisedCents: 1,
  }),
  scene(
    'coFinancing.change',
    'changed_meanwhile',
    'an amount is not the one that the author saw',
    made.coFinancedWorld,
    'treasurer',
    { coFinancingId, fields: { receivedCents: 500 }, seen: { receivedCents: 100 } },
  ),
  scene('counterContribution.add', 'id_taken', another, made.promisedWorld, 'initiator', {
    ...made.counterContribution,
    what: 'Anders',
  }),
  scene(
    'counterContribution.change',
    'changed_meanwhile',
    'it no longer holds what the author saw',
    made.promisedWorld,
    'member',
    { counterContributionId, fields: { dueOn: null }, seen: { dueOn: '2026-09-01' } },
  ),
];

export const dossierScenes: readonly Scene[] = [...ideas, ...merging, ...belongings];
