import { expect, test } from 'vitest';
import { noOutcome } from '../../../domain/outcome.ts';
import { changedOf, numberIn, tellDraft } from './tell-draft.ts';

test('a phone sends only what its owner answered, with what stood there when the form was opened', () => {
  const draft = {
    ...tellDraft({ ...noOutcome('p'), visitors: 40, story: 'Leuk' }),
    story: ' Leuk ',
    nicer: 'yes' as const,
  };
  expect(changedOf(draft)).toEqual({ fields: { nicer: 'yes' }, seen: { nicer: null } });
  expect(changedOf({ ...draft, visitors: '' })).toEqual({
    fields: { nicer: 'yes', visitors: null },
    seen: { nicer: null, visitors: 40 },
  });
});

test('numbers as people type them', () => {
  expect(['', ' 12 ', '1.250', '0', '-3', 'veel'].map(numberIn)).toEqual([null, 12, 1250, 0, undefined, undefined]);
});
