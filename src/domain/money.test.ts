import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AmountProblem, addCents, amountText, maxCents, parseAmount, splitCents } from './money.ts';

const nbsp = '\u00a0';
const narrow = '\u202f';

const accepted: readonly (readonly [string, number])[] = [
  ['1250', 125_000],
  ['0', 0],
  ['007', 700],
  ['1.250', 125_000],
  ['1.250,50', 125_050],
  ['1.250.000', 125_000_000],
  ['1.250.000,5', 125_000_050],
  ['€ 12,5', 1_250],
  ['€12,50', 1_250],
  ['12,50 €', 1_250],
  ['EUR 12,50', 1_250],
  ['eur12,50', 1_250],
  ['12,50 euro', 1_250],
  ['12,50 EUR', 1_250],
  ['1250.50', 125_050],
  ['12.5', 1_250],
  ['12,50', 1_250],
  ['0,05', 5],
  [',50', 50],
  ['.5', 50],
  ['1 250', 125_000],
  ['1 250,50', 125_050],
  [`1${nbsp}250,50`, 125_050],
  [`€${nbsp}1.250,50`, 125_050],
  [`1${narrow}250${narrow}000`, 125_000_000],
  ['  12,50\t', 1_250],
  ['1250,-', 125_000],
  ['1250,--', 125_000],
  ['1.250,-', 125_000],
  ['€ 5,-', 500],
  ['€ 1.250,=', 125_000],
  ['EUR 5,==', 500],
  ['5,–', 500],
  ['5.-', 500],
  ['1,250.50', 125_050],
  ['1,250.5', 125_050],
  ['1,250,500.00', 125_050_000],
  ['100000000', maxCents],
  ['100.000.000,00', maxCents],
  ['-0', 0],
];

const refused: readonly (readonly [string, AmountProblem])[] = [
  ['', 'empty'],
  ['   ', 'empty'],
  ['€', 'empty'],
  ['EUR ', 'empty'],
  ['-', 'empty'],
  ['twaalf', 'letters'],
  ['12a', 'letters'],
  ['12,50 per keer', 'letters'],
  ['€€ 5', 'letters'],
  ['$5', 'letters'],
  ['1e3', 'letters'],
  ['0x10', 'letters'],
  ['Infinity', 'letters'],
  ['NaN', 'letters'],
  ['5+5', 'letters'],
  ['٥', 'letters'],
  ['--5', 'letters'],
  ['-12,50', 'negative'],
  ['−12,50', 'negative'],
  ['€ -12,50', 'negative'],
  ['-€ 12,50', 'negative'],
  ['12,50-', 'negative'],
  ['-1250', 'negative'],
  ['12,505', 'ambiguous'], // an English 12505, or a cent too many
  ['1,250', 'ambiguous'],
  ['12,500', 'ambiguous'],
  ['1,250,500', 'ambiguous'],
  ['0,125', 'too_many_decimals'],
  ['0.125', 'too_many_decimals'],
  ['12,3456', 'too_many_decimals'],
  ['12.3456', 'too_many_decimals'],
  ['1234,567', 'too_many_decimals'],
  ['1234.567', 'too_many_decimals'],
  ['1.250,505', 'too_many_decimals'],
  ['1.25.00', 'ambiguous'],
  ['1.250.50', 'ambiguous'],
  ['1,25,00', 'ambiguous'],
  ['1.25,00', 'ambiguous'],
  ['1.250 500', 'ambiguous'],
  ['12 50', 'ambiguous'],
  ['12 ,50', 'ambiguous'],
  ['12, 50', 'ambiguous'],
  ['12,', 'ambiguous'],
  ['12.', 'ambiguous'],
  [',', 'ambiguous'],
  ['..', 'ambiguous'],
  ['1.250,50,10', 'ambiguous'],
  ['1250.50,10', 'ambiguous'],
  ['100000000,01', 'too_large'],
  ['999999999999999999999999', 'too_large'],
  ['1.000.000.000', 'too_large'],
];

describe('parseAmount', () => {
  test.each(accepted)('reads %j as %i cents', (text, cents) => {
    expect(parseAmount(text)).toEqual({ ok: true, cents });
  });

  test.each(refused)('refuses %j: %s', (text, code) => {
    expect(parseAmount(text)).toEqual({ ok: false, code });
  });

  test.each([
    ['-12,50', -1_250],
    ['−12,50', -1_250],
    ['€ −12,50', -1_250],
    ['12,50-', -1_250],
    ['-5,-', -500],
    ['12,50', 1_250],
  ])('reads %j where a refund is allowed', (text, cents) => {
    expect(parseAmount(text, { negative: true })).toEqual({ ok: true, cents });
  });

  const cents = fc.integer({ min: 0, max: maxCents });

  test('reads back what amountText wrote, with or without decoration', () => {
    const wrap = fc.constantFrom('', '€ ', '€', 'EUR ', `€${nbsp}`, ' ');
    fc.assert(
      fc.property(cents, wrap, (amount, before) => {
        expect(parseAmount(`${before}${amountText(amount)}`)).toEqual({ ok: true, cents: amount });
        expect(parseAmount(amountText(0 - amount), { negative: true })).toEqual({ ok: true, cents: 0 - amount });
      }),
    );
  });

  /** What a careful reader accepts: the digits mean the same whether marks are Dutch, English or left out. */
  test('gives the amount that was meant in every common form', () => {
    fc.assert(
      fc.property(cents, (amount) => {
        const whole = Math.floor(amount / 100);
        const decimals = String(amount % 100).padStart(2, '0');
        const grouped = (mark: string): string => String(whole).replace(/\B(?=(\d{3})+$)/g, mark);
        const forms = [`${whole},${decimals}`, `${whole}.${decimals}`, `${grouped('.')},${decimals}`];
        const english = [`${grouped(',')}.${decimals}`, `${grouped(' ')},${decimals}`, `${grouped(nbsp)},${decimals}`];
        for (const form of [...forms, ...english]) expect(parseAmount(form)).toEqual({ ok: true, cents: amount });
      }),
    );
  });

  test('never gives an amount whose digits are not the ones that were typed', () => {
    const typed = fc.array(fc.constantFrom(...'0123456789.,, -€'), { maxLength: 14 }).map((chars) => chars.join(''));
    fc.assert(
      fc.property(typed, (text) => {
        const result = parseAmount(text, { negative: true });
        if (!result.ok) return;
        const digits = text.replace(/\D/g, '').replace(/^0+/, '');
        const value = String(Math.abs(result.cents));
        // Decimals that were not typed are zeros: nothing but zeros may be added, and only behind the digits.
        expect([digits || '0', `${digits}0`.replace(/^0+$/, '0'), `${digits}00`.replace(/^0+$/, '0')]).toContain(value);
        expect(Number.isSafeInteger(result.cents) && !Object.is(result.cents, -0)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('amountText', () => {
  test.each([
    [0, '0,00'],
    [5, '0,05'],
    [125_050, '1.250,50'],
    [-125_000_000, '-1.250.000,00'],
  ])('%i is %s', (cents, text) => {
    expect(amountText(cents)).toBe(text);
  });
});

describe('splitCents', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]], // of equal remainders the first named gets the cent (D26)
    [100, [70, 30], [70, 30]],
    [45_001, [33, 33, 34], [14_850, 14_850, 15_301]],
    [1, [1, 1], [1, 0]],
    [0, [1, 2], [0, 0]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [10, [0, 5], [0, 10]],
  ])('%i over %j is %j', (total, weights, parts) => {
    expect(splitCents(total, weights)).toEqual(parts);
  });

  test('[D26] adds up to the total exactly and no part is a cent or more off', () => {
    const weights = fc.array(fc.integer({ min: 0, max: maxCents }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: -maxCents, max: maxCents }), weights, (total, list) => {
        fc.pre(list.some((weight) => weight > 0));
        const parts = splitCents(total, list);
        expect(addCents(parts)).toBe(total);
        const sum = BigInt(addCents(list));
        parts.forEach((part, n) => {
          const off = BigInt(part) * sum - BigInt(total) * BigInt(list[n] ?? 0);
          expect(off < sum && off > -sum).toBe(true);
        });
      }),
    );
  });

  test('refuses weights that say nothing', () => {
    expect(() => splitCents(100, [0, 0])).toThrow();
    expect(() => splitCents(100, [])).toThrow();
    expect(() => splitCents(100, [2, -1])).toThrow();
  });
});

test('addCents refuses what is no whole number of cents', () => {
  expect(addCents([1, -2, 3])).toBe(2);
  expect(addCents([])).toBe(0);
  expect(() => addCents([0.5])).toThrow();
  expect(() => addCents([Number.MAX_SAFE_INTEGER, 1])).toThrow();
});
