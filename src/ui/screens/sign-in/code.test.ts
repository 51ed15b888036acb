import { expect, test } from 'vitest';
import { parseInvitation } from '../../invitation.ts';
import { linkFor } from '../settings/invite-person.tsx';
import { readCode } from './code.ts';

test.each([
  ['K7QM-2XF9', 'K7QM-2XF9'],
  [' k7qm 2xf9 ', 'K7QM-2XF9'],
  ['k7qm\u20132xf9', 'K7QM-2XF9'],
  ['KOQM-IXFL', 'K0QM-1XF1'],
])('a code typed as %j is read as %j', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});

test.each(['', 'K7QM-2XF', 'K7QM-2XF99', 'K7QU-2XF9', 'https://x.nl/#a'])('%j is no code', (typed) => {
  expect(readCode(typed)).toBeUndefined();
});

test('the link of an invitation tells the newcomer which committee it is for', () => {
  const token = 'abcdefghijklmnopqrstuvwxyz_-0123456789ABCDE';
  const link = linkFor({ url: `https://kas.example/aanmelden#${token}` }, 'Wijk ’t Zeggelt & Co');
  expect(parseInvitation(new URL(link).hash.slice(1))).toEqual({ token, committeeName: 'Wijk ’t Zeggelt & Co' });
});

test('a link without or with a broken name still signs in, and a link within the page is no invitation', () => {
  const token = 'abcdefghijklmnopqrstuvwxyz_-0123456789ABCDE';
  expect(parseInvitation(token)).toEqual({ token, committeeName: undefined });
  expect(parseInvitation(`${token}/%E0%A4%A`)).toEqual({ token, committeeName: undefined });
  expect(parseInvitation('inhoud')).toBeUndefined();
});
