import { expect, test } from 'vitest';
import { spell } from './recognise.ts';

test('doubles and blanks are left out, and the wide comma of Chinese becomes a comma', () => {
  const letters = ['5', '，', '0', '：'];
  const steps = [1, 1, 0, 2, 3, 0, 3, 4];
  const chances = new Float32Array(steps.length * (letters.length + 1));
  for (const [at, letter] of steps.entries()) chances[at * (letters.length + 1) + letter] = 0.9;
  const { text, confidence } = spell(chances, steps.length, letters);
  expect(text).toBe('5,00:');
  expect(confidence).toBeCloseTo(0.9);
});
