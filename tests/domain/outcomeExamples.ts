/** Examples of the commands about what came of a project, who guides it, and its years; and why each can be refused. */
import * as given from './committee.ts';
import { after, example } from './example.ts';
import { type Scene, scene } from './scene.ts';
import { uid } from './world.ts';

const { proposalId } = given;
const nothing = { visitors: null, story: '', nicer: null, nicerFor: '', withoutBudget: null } as const;
const answers = { visitors: 140, nicer: 'yes', withoutBudget: 'gone_on_smaller', volunteerHours: 36 } as const;

export const tell = {
  proposalId,
  fields: { ...answers, story: 'De hele straat danste.', nicerFor: 'Kinderen en ouderen', volunteers: 9 },
  seen: { ...nothing, volunteers: null, volunteerHours: null },
} as const;
const photos = [given.photo('dance')];
const { sha256 } = given.photo('dance');
export const told = {
  ...{ title: 'Zomerfeest', story: 'De hele straat danste.', nicerFor: 'Kinderen en ouderen', sideEffects: '' },
  ...answers,
} as const;
export const publish = { proposalId, told, seen: null, photoHashes: [sha256], publishedOn: '2026-07-20' } as const;

export const toldWorld = after(given.decidedWorld, (world) => {
  world.ok('initiator', 'outcome.change', tell);
  world.ok('initiator', 'outcome.addPhotos', { proposalId, photos, sight: 'published' });
});
export const publishedWorld = after(toldWorld, (world) => world.ok('member', 'outcome.publish', publish));
const hide = { proposalId, sha256, sight: 'committee', seen: 'published' } as const;
const guide = {
  proposalId,
  kind: 'guide',
  fields: { name: 'Joke van de Bleek', helpsWith: 'De begroting' },
  seen: { name: '', helpsWith: '' },
} as const;
const years = { proposalId, untilYear: 2028, seen: null } as const;

export const tellYear = {
  ...{ proposalId, year: 2026, fields: { visitors: 60, story: 'Elke week zat het vol.' } },
  seen: { visitors: null, story: '' },
} as const;
export const yearToldWorld = after(given.decidedWorld, (world) => {
  world.ok('chair', 'proposal.setYears', years);
  world.ok('initiator', 'outcome.tellYear', tellYear);
});

export const hours = {
  ...{ hoursId: uid('hours'), year: 2026, hours: 12, what: 'Kraam op de braderie', workedOn: '2026-06-13' },
} as const;
export const familiarity = {
  ...{ countId: uid('familiarity'), year: 2026, askedCount: 40, knewCount: 11, place: 'Braderie' },
  countedOn: '2026-06-13',
} as const;
const hoursWorld = after(given.foundedWorld, (world) => world.ok('member', 'volunteerHours.add', hours));
const countedWorld = after(given.foundedWorld, (world) => world.ok('member', 'familiarityCount.add', familiarity));

export const outcomeExamples = {
  'volunteerHours.add': example('volunteerHours.add', given.foundedWorld, 'member', hours),
  'volunteerHours.withdraw': example('volunteerHours.withdraw', hoursWorld, 'chair', { hoursId: hours.hoursId }),
  'familiarityCount.add': example('familiarityCount.add', given.foundedWorld, 'member', familiarity),
  'familiarityCount.withdraw': example('familiarityCount.withdraw', countedWorld, 'chair', {
    countId: familiarity.countId,
  }),
  'outcome.change': example('outcome.change', given.decidedWorld, 'initiator', tell),
  'outcome.tellYear': example(
    'outcome.tellYear',
    after(given.decidedWorld, (world) => world.ok('chair', 'proposal.setYears', years)),
    'initiator',
    tellYear,
  ),
  'outcome.addPhotos': example('outcome.addPhotos', given.decidedWorld, 'initiator', {
    ...{ proposalId, photos, sight: 'committee' },
  }),
  'outcome.showPhoto': example('outcome.showPhoto', publishedWorld, 'initiator', hide),
  'outcome.publish': example('outcome.publish', toldWorld, 'member', publish),
  'outcome.takeBack': example('outcome.takeBack', publishedWorld, 'secretary', { proposalId }),
  'proposalGuide.change': example('proposalGuide.change', given.draftedWorld, 'member', guide),
  'proposal.setYears': example('proposal.setYears', given.draftedWorld, 'initiator', years),
} as const;

const notOwn = "an initiator does it with somebody else's proposal";
const another = 'the same id with other content';
const unknown = 'the year is not open';
export const outcomeScenes: readonly Scene[] = [
  scene('volunteerHours.add', 'id_taken', another, hoursWorld, 'member', { ...hours, hours: 13 }),
  scene('volunteerHours.add', 'unknown_year', unknown, given.foundedWorld, 'member', { ...hours, year: 2031 }),
  scene('familiarityCount.add', 'id_taken', another, countedWorld, 'member', { ...familiarity, knewCount: 12 }),
  scene('familiarityCount.add', 'unknown_year', unknown, given.foundedWorld, 'member', { ...familiarity, year: 2031 }),
  scene('familiarityCount.add', 'malformed', 'more knew it than were asked', given.foundedWorld, 'member', {
    ...familiarity,
    knewCount: 41,
  }),
  scene('outcome.change', 'not_permitted', notOwn, given.decidedWorld, 'neighbour', tell),
  scene('outcome.tellYear', 'not_permitted', notOwn, given.decidedWorld, 'neighbour', tellYear),
  scene('outcome.tellYear', 'changed_meanwhile', 'the visitors are not what the author saw', yearToldWorld, 'member', {
    ...{ ...tellYear, fields: { visitors: 70 } },
  }),
  scene('outcome.tellYear', 'years_not_fitting', 'the plan cannot run in that year', yearToldWorld, 'member', {
    ...{ ...tellYear, year: 2031 },
  }),
  scene('outcome.addPhotos', 'not_permitted', notOwn, given.decidedWorld, 'neighbour', {
    ...{ proposalId, photos, sight: 'committee' },
  }),
  scene('outcome.showPhoto', 'not_permitted', notOwn, publishedWorld, 'neighbour', hide),
  scene('proposal.setYears', 'not_permitted', notOwn, given.draftedWorld, 'neighbour', years),
  scene(
    'outcome.change',
    'changed_meanwhile',
    'a figure or an answer is not what the author saw',
    toldWorld,
    'member',
    {
      ...{ proposalId, fields: { visitors: 90 }, seen: { visitors: null } },
    },
  ),
  scene(
    'outcome.showPhoto',
    'changed_meanwhile',
    'more people would see a photo that somebody hid meanwhile',
    after(toldWorld, (world) => world.ok('initiator', 'outcome.showPhoto', hide)),
    'member',
    { proposalId, sha256, sight: 'published', seen: 'published' },
  ),
  scene('outcome.publish', 'changed_meanwhile', 'another text was published meanwhile', publishedWorld, 'secretary', {
    ...publish,
    told: { ...told, story: 'Het was druk.' },
  }),
  scene(
    'proposalGuide.change',
    'changed_meanwhile',
    'somebody else was named meanwhile',
    after(given.draftedWorld, (world) => world.ok('member', 'proposalGuide.change', guide)),
    'chair',
    { ...guide, fields: { name: 'Karim' } },
  ),
  scene(
    'proposal.setYears',
    'changed_meanwhile',
    'other years were set meanwhile',
    after(given.draftedWorld, (world) => world.ok('initiator', 'proposal.setYears', years)),
    'member',
    { ...years, untilYear: 2027 },
  ),
  scene('proposal.setYears', 'years_not_fitting', 'one year, or more than five', given.draftedWorld, 'initiator', {
    ...years,
    untilYear: 2031,
  }),
  scene(
    'proposal.setYears',
    'wrong_state',
    'it is over, or an initiator does it after handing in',
    given.submittedWorld,
    'initiator',
    years,
  ),
];
