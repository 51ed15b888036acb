/** Examples of the commands that look at a proposal before it is decided, and of their refusals. */
import { ruleId } from '../../src/domain/rows.ts';
import * as given from './committee.ts';
import { after, example } from './example.ts';
import { type Scene, scene } from './scene.ts';
import { uid } from './world.ts';

const { proposalId } = given;
const ofRule = ruleId(given.rule.ruleKey, 2026);

export const ruledProposal = after(given.submittedWorld, (world) => world.ok('secretary', 'rule.add', given.rule));
export const check = {
  ...{ proposalId, ruleId: ofRule, seen: null, checkedOn: '2026-02-24' },
  finding: { verdict: 'yes', barrier: null, note: '' },
} as const;
export const publish = {
  proposalId,
  publication: { on: '2026-02-10', until: '2026-02-24', where: 'Wijkkrant en prikbord De Spil' },
  seen: null,
} as const;
export const adviceId = uid('advice');
export const ask = {
  ...{
    adviceId,
    proposalId,
    question: 'Mag het plein die middag dicht?',
    neededBy: '2026-03-08',
    askedOn: '2026-02-20',
  },
  about: {
    ...{ title: given.draft.title, summary: given.draft.summary, requestedCents: 45_000 },
    ...{ quarters: ['Klosplein'], streets: 'Klosplein', period: { from: '2026-06-20', until: '2026-06-20' } },
  },
} as const;
export const askedWorld = after(given.submittedWorld, (world) => world.ok('member', 'advice.ask', ask));
export const answer = {
  answerId: uid('answer'),
  adviceId,
  view: 'with_conditions',
  text: 'Meld het drie weken vooraf bij het evenementenloket.',
  answeredOn: '2026-03-01',
} as const;

export const rulingExamples = {
  'ruleCheck.record': example('ruleCheck.record', ruledProposal, 'member', check),
  'proposal.publish': example('proposal.publish', given.submittedWorld, 'secretary', publish),
  'advice.ask': example('advice.ask', given.submittedWorld, 'member', ask),
  'advice.withdraw': example('advice.withdraw', askedWorld, 'secretary', { adviceId }),
  'advice.answer': example('advice.answer', askedWorld, 'district_manager', answer),
} as const;

const another = 'the same id with other content';
export const rulingScenes: readonly Scene[] = [
  scene(
    'ruleCheck.record',
    'changed_meanwhile',
    'somebody else found something else meanwhile',
    after(ruledProposal, (world) => world.ok('chair', 'ruleCheck.record', check)),
    'member',
    { ...check, finding: { verdict: 'no', barrier: 'other_subsidy', note: 'Daar is sportsubsidie voor' } },
  ),
  scene(
    'proposal.publish',
    'changed_meanwhile',
    'other days stand there than the author saw',
    after(given.submittedWorld, (world) => world.ok('chair', 'proposal.publish', publish)),
    'secretary',
    { ...publish, publication: { ...publish.publication, until: '2026-03-03' } },
  ),
  scene('advice.ask', 'id_taken', another, askedWorld, 'member', { ...ask, question: 'Is er stroom?' }),
  scene(
    'advice.answer',
    'id_taken',
    another,
    after(askedWorld, (world) => world.ok('district_manager', 'advice.answer', answer)),
    'district_manager',
    { ...answer, view: 'objection' },
  ),
];
