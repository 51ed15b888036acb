/** Examples of the commands about ideas and about what belongs to a proposal. */
import * as given from './committee.ts';
import { after, example } from './example.ts';
import { people, uid } from './world.ts';

const { proposalId } = given;

/** A second proposal for the same square, by the committee. */
export const otherId = uid('other proposal');
export const twoProposals = after(given.submittedWorld, (world) => {
  world.ok('member', 'proposal.create', { ...given.draft, proposalId: otherId, title: 'Feest op het Klosplein' });
});
export const mergedWorld = after(twoProposals, (world) => {
  world.ok('member', 'proposal.merge', { proposalId: otherId, intoId: proposalId });
});

export const ideaId = uid('idea');
export const idea = {
  ideaId,
  text: 'Een bankje bij de bushalte',
  voice: { sha256: given.photo('voice').sha256, size: 24_000, mime: 'audio/webm', seconds: 6 },
  photos: [given.photo('bus stop')],
  quarter: 'Klosplein',
  channel: 'IJscokar',
  heardOf: 'Buren',
  caughtOn: '2026-05-12',
} as const;
export const ideaWorld = after(given.draftedWorld, (world) => {
  world.ok('member', 'idea.add', idea);
});
export const joinedWorld = after(ideaWorld, (world) => {
  world.ok('member', 'idea.join', { ideaId, proposalId, seenProposalId: null });
});

export const documentId = uid('document');
export const quote = {
  documentId,
  proposalId,
  kind: 'quote',
  label: 'Offerte springkussen',
  photos: [given.photo('quote')],
} as const;

export const coFinancingId = uid('co-financing');
export const coFinancing = {
  coFinancingId,
  proposalId,
  source: 'Woningcorporatie De Spoel',
  promisedCents: 20_000,
} as const;
export const coFinancedWorld = after(given.draftedWorld, (world) => {
  world.ok('initiator', 'coFinancing.add', coFinancing);
});

export const counterContributionId = uid('counter-contribution');
export const counterContribution = {
  counterContributionId,
  proposalId,
  what: 'Verslag met foto voor de wijkkrant',
  dueOn: '2026-07-01',
} as const;
export const promisedWorld = after(given.draftedWorld, (world) => {
  world.ok('initiator', 'counterContribution.add', counterContribution);
});

export const dossierExamples = {
  'idea.add': example('idea.add', given.foundedWorld, 'member', idea),
  'idea.change': example('idea.change', ideaWorld, 'secretary', {
    ideaId,
    fields: { text: 'Een bankje bij de bushalte, met leuning' },
    seen: { text: idea.text },
  }),
  'idea.join': example('idea.join', ideaWorld, 'secretary', { ideaId, proposalId, seenProposalId: null }),
  'idea.setAside': example('idea.setAside', ideaWorld, 'member', { ideaId, reason: 'Dat doet de gemeente al' }),
  'ideaChannels.change': example('ideaChannels.change', given.foundedWorld, 'secretary', {
    fields: { names: ['IJscokar', 'Braderie'] },
    seen: { names: ['Op straat', 'IJscokar', 'Netwerkborrel', 'Vragenlijst', 'Telefoon', 'Buurthuis'] },
  }),
  'proposal.merge': example('proposal.merge', twoProposals, 'member', { proposalId: otherId, intoId: proposalId }),
  'proposal.split': example('proposal.split', mergedWorld, 'chair', { proposalId: otherId }),
  'proposalComment.add': example('proposalComment.add', given.draftedWorld, 'initiator', {
    commentId: uid('comment'),
    proposalId,
    text: 'De muziek stopt om tien uur.',
  }),
  'proposalDocument.add': example('proposalDocument.add', given.draftedWorld, 'initiator', quote),
  'proposalDocument.remove': example(
    'proposalDocument.remove',
    after(given.draftedWorld, (world) => world.ok('initiator', 'proposalDocument.add', quote)),
    'member',
    { documentId },
  ),
  'proposalOwner.change': example('proposalOwner.change', given.draftedWorld, 'secretary', {
    proposalId,
    fields: { ownerId: people.member, nextStep: 'Bel over de vergunning', dueOn: '2026-03-01' },
    seen: { ownerId: null, nextStep: '', dueOn: null },
  }),
  'lesson.add': example('lesson.add', given.decidedWorld, 'initiator', {
    lessonId: uid('lesson'),
    proposalId,
    text: 'Vraag de vergunning in maart al aan.',
  }),
  'coFinancing.add': example('coFinancing.add', given.draftedWorld, 'initiator', coFinancing),
  'coFinancing.change': example('coFinancing.change', coFinancedWorld, 'treasurer', {
    coFinancingId,
    fields: { receivedCents: 15_000, receivedOn: '2026-04-02' },
    seen: { receivedCents: 0, receivedOn: null },
  }),
  'counterContribution.add': example('counterContribution.add', given.draftedWorld, 'initiator', counterContribution),
  'counterContribution.change': example('counterContribution.change', promisedWorld, 'member', {
    counterContributionId,
    fields: { dueOn: '2026-08-01' },
    seen: { dueOn: '2026-07-01' },
  }),
  'counterContribution.deliver': example('counterContribution.deliver', promisedWorld, 'initiator', {
    counterContributionId,
    deliveredOn: '2026-06-20',
    proof: 'Staat in de wijkkrant van juni, bladzijde 3',
    photos: [given.photo('paper')],
  }),
} as const;
