/** Bank account numbers. Wrong digits are caught before money goes to a stranger. */

/** Lengths of the SEPA countries that occur here; other countries are only bounded (ISO 13616: 15 to 34 characters). */
const lengths: Readonly<Record<string, number>> = { NL: 18, BE: 16, DE: 22, FR: 27, LU: 20 };

/** Without spaces and in capitals: the form that is stored. */
export const normalizeIban = (text: string): string => text.replace(/[\s.\u00a0\u202f-]/g, '').toUpperCase();

/** ISO 7064 mod 97-10 over the number with its first four characters moved to the end. */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const length = lengths[iban.slice(0, 2)];
  if (length !== undefined && iban.length !== length) return false;
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1 && iban.slice(2, 4) !== '00' && iban.slice(2, 4) !== '01' && iban.slice(2, 4) !== '99';
}

/** In groups of four, as on paper. */
export const formatIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');
