import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epcQrText } from './epcQr.ts';
import { endToEndId, paymentOf } from './reference.ts';
import { sepaName, sepaRemittance, sepaText } from './sepaText.ts';

describe('texts for banks', () => {
  test('letters with signs lose them, other letters are written out, what has no place becomes a point', () => {
    expect(sepaName('Ayşe Şahin-Özdemir')).toBe('Ayse Sahin-Ozdemir');
    expect(sepaName('Café “De Łódź” & Zn. ß')).toBe("Cafe 'De Lodz' + Zn. ss");
    expect(sepaName('ĳsclub €')).toBe('ijsclub EUR');
    expect(sepaName('公園')).toBe('..');
    expect(sepaName('')).toBe('-');
    expect(sepaRemittance('regel 1\r\nregel\t2')).toBe('regel 1 regel 2');
  });

  test('slashes neither begin nor end it and stand alone', () => {
    expect(sepaText('//RF18//539/', 35)).toBe('RF18/539');
    expect(sepaText('abc/def', 4)).toBe('abc');
  });

  test('whatever is typed comes out in the set and within its length, and does not change when done again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 1, max: 140 }), (text, max) => {
        const done = sepaText(text, max);
        expect(done).toMatch(/^[A-Za-z0-9/\-?:().,'+ ]*$/);
        expect(done.length).toBeLessThanOrEqual(max);
        expect(done).not.toMatch(/\/\/|^\/|\/$/);
        expect(sepaText(done, max)).toBe(done);
      }),
    );
  });
});

describe('the end-to-end id', () => {
  const claimId = '01939f2c-7b6a-7c3e-9a51-0c2f7c7d1e44';

  test('names claim and number in 35 characters, and is read back also in capitals', () => {
    expect(endToEndId(claimId, 1)).toBe('01939f2c7b6a7c3e9a510c2f7c7d1e44-1');
    expect(endToEndId(claimId, 99)).toHaveLength(35);
    expect(paymentOf(endToEndId(claimId, 12).toUpperCase())).toEqual({ claimId, number: 12 });
  });

  test.each(['', 'NOTPROVIDED', '2026-0012', '01939f2c7b6a7c3e9a510c2f7c7d1e44', '01939f2c7b6a7c3e9a510c2f7c7d1e44-0'])(
    '%j is not one of ours',
    (text) => expect(paymentOf(text)).toBeUndefined(),
  );

  test('a number that does not fit is refused', () => {
    expect(() => endToEndId(claimId, 100)).toThrow();
  });
});

describe('the QR code of a payment', () => {
  test('is the eleven lines that the standard asks', () => {
    const text = epcQrText({
      amountCents: 8_640,
      name: 'Fatma Şahin',
      iban: 'NL91ABNA0417164300',
      description: 'Wijkbudget 2026-3 Lichtjestocht',
    });
    expect(text.split('\n')).toEqual([
      ...['BCD', '002', '1', 'SCT', '', 'Fatma Sahin', 'NL91ABNA0417164300', 'EUR86.40', '', ''],
      'Wijkbudget 2026-3 Lichtjestocht',
    ]);
  });

  test.each([
    [1, 'EUR0.01'],
    [99_999_999, 'EUR999999.99'],
  ])('%i cents is %s', (amountCents, shown) => {
    expect(epcQrText({ amountCents, name: 'A', iban: 'NL91ABNA0417164300', description: '' })).toContain(
      `\n${shown}\n`,
    );
  });

  test('no cent is no payment', () => {
    expect(() => epcQrText({ amountCents: 0, name: 'A', iban: 'NL91ABNA0417164300', description: '' })).toThrow();
  });
});
