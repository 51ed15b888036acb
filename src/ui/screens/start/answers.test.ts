import { expect, test } from 'vitest';
import { type Answers, firstAnswers, firstOpenQuestion, foundingArgs, problemsOf, questions } from './answers.ts';

const complete: Answers = {
  ...firstAnswers('M. de Wever', '2026-11-25'),
  name: ' Spoelkwartier ',
  city: 'Enschede',
  grant: '48.500',
  limit: '€ 2.500,00',
  quorum: 'more_than_half',
};

test('complete answers become the founding command, in cents and without spaces around names', () => {
  expect(foundingArgs(complete, '2026-11-25')).toEqual({
    name: 'Spoelkwartier',
    city: 'Enschede',
    bodyWord: 'commissie wijkbudgetten',
    founderName: 'M. de Wever',
    year: 2026,
    grantCents: 4_850_000,
    smallLimitCents: 250_000,
    quorum: { kind: 'more_than_half' },
    foundedOn: '2026-11-25',
  });
});

test('an amount that can be read in two ways is asked again, never guessed', () => {
  const doubtful = { ...complete, grant: '48,500' };
  expect(problemsOf('bedrag', doubtful).map(({ fieldId }) => fieldId)).toEqual(['grant']);
  expect(firstOpenQuestion(doubtful)).toBe('bedrag');
  expect(foundingArgs(doubtful, '2026-11-25')).toBeUndefined();
});

test('a fixed quorum needs a number of members', () => {
  expect(problemsOf('quorum', { ...complete, quorum: 'count' })).toHaveLength(1);
  expect(problemsOf('quorum', { ...complete, quorum: 'count', quorumCount: '0' })).toHaveLength(1);
  expect(foundingArgs({ ...complete, quorum: 'count', quorumCount: '3' }, '2026-11-25')?.quorum).toEqual({
    kind: 'count',
    count: 3,
  });
});

test('every empty answer has its own sentence and nothing is open at the end', () => {
  const empty: Answers = { ...firstAnswers('', '2026-11-25'), bodyWord: '', year: '' };
  const sentences = questions.flatMap((question) => problemsOf(question, empty).map(({ sentence }) => sentence));
  expect(sentences).toHaveLength(8);
  expect(new Set(sentences).size).toBe(7); // both amounts are asked in the same words
  expect(firstOpenQuestion(complete)).toBeUndefined();
});
