/** Bank account numbers. Wrong digits are caught before money goes to a stranger. */

/** Lengths in the countries of SEPA (EPC409-09); in other countries they are only bounded (ISO 13616: 15 to 34 characters). */
const sepaLengths: Readonly<Record<string, number>> = {
  ...{ AD: 24, AL: 28, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27 },
  ...{ GB: 22, GI: 23, GR: 27, HR: 21, HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21, MC: 27, MD: 24 },
  ...{ ME: 22, MK: 19, MT: 31, NL: 18, NO: 15, PL: 28, PT: 25, RO: 24, RS: 22, SE: 24, SI: 19, SK: 24, SM: 27, VA: 22 },
};

/** Without spaces and in capitals: the form that is stored. What people copy along with it, 'IBAN:', goes too. */
export const normalizeIban = (text: string): string =>
  text
    .replace(/[\s.\u00a0\u202f-]/g, '')
    .toUpperCase()
    .replace(/^IBAN:?/, '');

/** ISO 7064 mod 97-10 over the number with its first four characters moved to the end. */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const length = sepaLengths[iban.slice(0, 2)];
  if (length !== undefined && iban.length !== length) return false;
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1 && iban.slice(2, 4) !== '00' && iban.slice(2, 4) !== '01' && iban.slice(2, 4) !== '99';
}

/** Money can go there by a payment file or by the code that an app reads: those know the countries of SEPA only. */
export const isSepaIban = (iban: string): boolean => isIban(iban) && Object.hasOwn(sepaLengths, iban.slice(0, 2));

/** In groups of four, as on paper. */
export const formatIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');
