import { expect, test } from 'vitest';
import { shortMark } from './log-head.ts';

test('the mark of the log can be compared by eye: its number and sixteen characters in fours', () => {
  expect(shortMark(214, '9f3a0c71d2e844b0aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')).toBe(
    'nr. 214, 9f3a 0c71 d2e8 44b0',
  );
});
