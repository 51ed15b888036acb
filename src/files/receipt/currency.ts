// In which money a receipt is. Euros, unless the paper says otherwise. Pure.
import type { Line } from './words.ts';

/** What shows a currency. A lone "$" or "RM" can be another letter that was misread: it counts beside a digit. */
const signs: readonly (readonly [currency: string, sign: RegExp])[] = [
  ['GBP', /£|\bGBP\b/g],
  ['SGD', /S\$\s?\d|\bSGD\b/g],
  ['AUD', /\bA\$\s?\d|\bAUD\b/g],
  ['CAD', /\bC(?:AD)?\$\s?\d|\bCAD\b/g],
  ['USD', /(?<![A-Z])\$\s?\d|\d\s?\$|\bUSD\b|\bUS\$/g],
  ['CHF', /\bCHF\b/g],
  ['DKK', /\bDKK\b/g],
  ['SEK', /\bSEK\b/g],
  ['NOK', /\bNOK\b/g],
  ['PLN', /\bPLN\b|zł/g],
  ['CZK', /\bCZK\b|Kč/g],
  ['HUF', /\bHUF\b|\d\s?Ft\b/g],
  ['RON', /\bRON\b|\bLEI\b/g],
  ['TRY', /₺|\bTRY\b/g],
  ['MYR', /\bRM\s?\d|\(RM\)|\bMYR\b/g],
  ['CNY', /元|\bCNY\b|\bRMB\b|合计|总计|实收|找零/g],
  ['JPY', /[¥￥]\s?\d|\d\s?円|\bJPY\b/g],
];

export function currencyIn(lines: readonly Line[]): string {
  const text = lines.map((line) => line.text).join('\n');
  const count = (sign: RegExp): number => text.match(sign)?.length ?? 0;
  const euros = count(/€|\beur/gi) + 2 * Number(/\bbtw\b|\bkvk\b/i.test(text));
  const counted = signs.map(([currency, sign]) => ({ currency, times: count(sign) }));
  const [most] = counted.sort((a, b) => b.times - a.times);
  if (most !== undefined && most.times > euros) return most.currency;
  return euros === 0 && standsInAmerica(text) ? 'USD' : 'EUR';
}

/** Whether it writes the month before the day. Other lands with a dollar have a tax on goods and services. */
export function isAmerican(lines: readonly Line[], currency: string): boolean {
  return currency === 'USD' && !lines.some(({ text }) => /\bGST\b|\bABN\b/.test(text));
}

const state =
  /(?:^|,|\s)\s?(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),?\s{1,2}\d{5}(?:-\d{4})?(?!\d)/m;
const tax = /\bTAX\b/i;
const clock = /\d{1,2}:\d\d(?::\d\d)?\s?[AP]\.?M\b/i;
const phone = /\(\d{3}\)\s?\d{3}-\d{4}/;

/** Two of: a state with its code of five digits, a tax that is called so, a clock of twelve hours, a phone number. */
const standsInAmerica = (text: string): boolean =>
  [state, tax, clock, phone].filter((hint) => hint.test(text)).length > 1;
