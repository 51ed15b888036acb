import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatIban, isIban, isSepaIban, normalizeIban } from './iban.ts';

// Examples that the registry of ISO 13616 itself publishes; none belongs to a person.
const valid = [
  'NL91ABNA0417164300',
  'DE89370400440532013000',
  'BE68539007547034',
  'FR1420041010050500013M02606',
  'GB29NWBK60161331926819',
  'NO9386011117947',
  'MT84MALT011000012345MTLCAST001S',
];

test.each(valid)('%s is valid', (iban) => {
  expect(isIban(iban)).toBe(true);
});

test.each([
  'NL91ABNA0417164301',
  'NL91ABNA041716430',
  'NL91ABNA04171643000',
  'nl91abna0417164300',
  'NL91 ABNA 0417 1643 00',
  '',
  'NL00ABNA0417164300',
  'PL6910901014000007121981287', // a digit less, with check digits that fit
])('%j is not', (iban) => {
  expect(isIban(iban)).toBe(false);
});

test('a single wrong digit and two neighbours in the wrong order are always noticed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...valid), fc.nat(40), fc.nat(9), (iban, place, digit) => {
      const at = 4 + (place % (iban.length - 5));
      const wrong = `${iban.slice(0, at)}${digit}${iban.slice(at + 1)}`;
      const swapped = `${iban.slice(0, at)}${iban.charAt(at + 1)}${iban.charAt(at)}${iban.slice(at + 2)}`;
      if (/\d/.test(iban.charAt(at)) && wrong !== iban) expect(isIban(wrong)).toBe(false);
      if (swapped !== iban) expect(isIban(swapped)).toBe(false);
    }),
  );
});

test('what people type becomes the stored form, and back in groups', () => {
  expect(normalizeIban(' nl91 abna 0417\u00a01643.00')).toBe('NL91ABNA0417164300');
  expect(normalizeIban('IBAN: NL91 ABNA 0417 1643 00')).toBe('NL91ABNA0417164300');
  expect(formatIban('NL91ABNA0417164300')).toBe('NL91 ABNA 0417 1643 00');
});

test('an account outside SEPA is an account, and no payment file takes it', () => {
  for (const iban of valid) expect(isSepaIban(iban)).toBe(true);
  const turkish = 'TR330006100519786457841326';
  expect([isIban(turkish), isSepaIban(turkish)]).toEqual([true, false]);
  expect(isSepaIban('NL91ABNA0417164301')).toBe(false);
});
