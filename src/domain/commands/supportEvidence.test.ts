import { expect, test } from 'vitest';
import * as given from '../../../tests/domain/committee.ts';
import { people, uid } from '../../../tests/domain/world.ts';
import { supportJudgementId } from '../rows.ts';

const { proposalId, objection } = given;
const { indicationId } = objection;
const visitors = {
  ...objection,
  kind: 'visitors',
  count: 80,
  editions: [
    { year: 2024, visitors: 60 },
    { year: 2025, visitors: 75 },
  ],
} as const;

test('expected visitors keep what earlier editions drew, the latest year first', () => {
  const world = given.draftedWorld();
  world.ok('member', 'support.note', visitors);
  expect(world.get('supportIndication', indicationId)).toMatchObject({
    kind: 'visitors',
    count: 80,
    editions: [
      { year: 2025, visitors: 75 },
      { year: 2024, visitors: 60 },
    ],
    notedBy: people.member,
    withdrawnReason: null,
  });
});

test('an objection has no count, and one year stands in the editions once', () => {
  const world = given.draftedWorld();
  const twice = [...visitors.editions, { year: 2025, visitors: 5 }];
  for (const args of [
    { ...objection, count: 3 },
    { ...visitors, editions: twice },
  ]) {
    expect(world.send('member', 'support.note', args as never)).toMatchObject({ kind: 'rejected', code: 'malformed' });
  }
});

test('noting again after the answer changes nothing: the answer stays', () => {
  const world = given.objectedWorld();
  world.ok('chair', 'support.answer', { indicationId, answer: 'De muziek stopt om tien uur', seenAnswer: '' });
  world.ok('member', 'support.note', objection);
  expect(world.get('supportIndication', indicationId)).toMatchObject({
    answer: 'De muziek stopt om tien uur',
    answeredBy: people.chair,
  });
});

test('an answer is changed by who saw the one before', () => {
  const world = given.objectedWorld();
  world.ok('chair', 'support.answer', { indicationId, answer: 'Om tien uur stil', seenAnswer: '' });
  world.ok('secretary', 'support.answer', { indicationId, answer: 'Om elf uur stil', seenAnswer: 'Om tien uur stil' });
  expect(world.get('supportIndication', indicationId)).toMatchObject({
    answer: 'Om elf uur stil',
    answeredBy: people.secretary,
  });
});

test('what is crossed out stays with its first reason', () => {
  const world = given.objectedWorld();
  world.ok('member', 'support.withdraw', { indicationId, reason: 'Dubbel' });
  world.ok('chair', 'support.withdraw', { indicationId, reason: 'Toch anders' });
  expect(world.get('supportIndication', indicationId).withdrawnReason).toBe('Dubbel');
});

test('each member judges under an own name, and a new judgement replaces the own one only', () => {
  const world = given.draftedWorld();
  const judged = { proposalId, text: '', judgedOn: '2026-03-02' };
  world.ok('member', 'support.judge', { ...judged, verdict: 'doubtful' });
  world.ok('chair', 'support.judge', { ...judged, verdict: 'enough' });
  world.ok('member', 'support.judge', { ...judged, verdict: 'not_enough', text: 'Twee straten zijn niet gevraagd' });
  const verdictOf = (personId: string) => world.get('supportJudgement', supportJudgementId(proposalId, personId));
  expect(verdictOf(people.member)).toMatchObject({ verdict: 'not_enough', personId: people.member });
  expect(verdictOf(people.chair).verdict).toBe('enough');
});

test('[D2] what comes before its proposal waits for it', () => {
  const world = given.foundedWorld();
  for (const [name, args] of [
    ['support.note', objection],
    ['support.describeArea', given.supportArea],
    ['support.judge', { proposalId, verdict: 'enough', text: '', judgedOn: '2026-03-02' }],
  ] as const) {
    expect(world.send('member', name, args as never)).toMatchObject({ kind: 'waits', key: `proposal/${proposalId}` });
  }
  const answer = { indicationId: uid('unknown'), answer: 'Ja', seenAnswer: '' };
  expect(world.send('member', 'support.answer', answer)).toMatchObject({ kind: 'waits' });
});
