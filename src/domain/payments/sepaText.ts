/** Texts as banks pass them on. Source: EPC217-08, the character set that every bank in SEPA takes. */
import type { Cents } from '../rows.ts';

/** One payment of a payment file. */
export interface CreditTransfer {
  readonly endToEndId: string;
  readonly amountCents: Cents;
  readonly name: string; // of the account's holder
  readonly iban: string;
  readonly description: string;
}

const letters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D' },
  ...{ þ: 'th', Þ: 'TH', ı: 'i', ĳ: 'ij', Ĳ: 'IJ', '€': 'EUR', '&': '+', '@': '(at)', _: '-', ';': ',' },
  ...{ '‘': "'", '’': "'", '´': "'", '`': "'", '“': "'", '”': "'", '"': "'", '–': '-', '—': '-', '…': '...' },
};

/** In the set, one line, no more than `max` characters. What has no place in it becomes a point; slashes neither begin nor
 *  end it and never stand in pairs, because some banks read those as marks of their own. */
export function sepaText(text: string, max: number): string {
  const known = [...text.normalize('NFC')]
    .map((sign) => letters[sign] ?? sign)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/gu, '.')
    .replace(/\/{2,}/g, '/')
    .replace(/^[ /]+/, '');
  return known.slice(0, max).replace(/[ /]+$/, '');
}

export const sepaNameMax = 70;
export const sepaRemittanceMax = 140;
export const sepaName = (text: string): string => sepaText(text, sepaNameMax) || '-';
export const sepaRemittance = (text: string): string => sepaText(text, sepaRemittanceMax);
