import { expect, test } from 'vitest';
import { rejections } from '../../domain/rejections.ts';
import { refusalCodes, refusalText } from './rejections.ts';

const held = ['waits_for', 'unknown_command', 'depends_on_held', 'server_error', 'healing'];

test('every code of the domain, of held commands and of full devices says what happened and what you can do', () => {
  const wanted = [...Object.keys(rejections), ...held, 'storage_full', 'storage_lost'];
  expect([...refusalCodes].sort()).toEqual([...wanted].sort());
  for (const code of wanted) {
    const { happened, youCan } = refusalText(code);
    expect(happened, code).toMatch(/^[A-Z€].+\.$/);
    expect(youCan, code).toMatch(/^[A-Z€].+\.$/);
    expect(`${happened} ${youCan}`, code).not.toMatch(/helaas|ongeldig|synchronis|undefined|NaN/i);
  }
});

test('no two codes say the same', () => {
  const said = refusalCodes.map((code) => refusalText(code).happened);
  expect(new Set(said).size).toBe(said.length);
});

test('an amount stands in the sentence when the refusal carries it, and the sentence holds without it', () => {
  expect(refusalText('above_award', { leftCents: 125_000 }).happened).toContain('Er is nog €\u00a01.250,00 over.');
  expect(refusalText('above_award').happened).not.toContain('nog');
  expect(refusalText('claims_open', { count: 1 }).happened).toContain('1 declaratie die');
});

test('a code of a newer server still gets a sentence', () => {
  expect(refusalText('toString').happened).toMatch(/niet kent/);
});
