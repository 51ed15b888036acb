/** Money is whole euro cents in a safe integer. */
import type { Cents } from './rows.ts';

/** A hundred million euro: above the largest sum that any city gives, far below where integers become unsafe. */
export const maxCents = 10_000_000_000;

export type AmountProblem = 'empty' | 'letters' | 'negative' | 'too_many_decimals' | 'ambiguous' | 'too_large';
export type ParsedAmount =
  | { readonly ok: true; readonly cents: Cents }
  | { readonly ok: false; readonly code: AmountProblem };

/** Reads an amount as people type it: Dutch (1.250,50), without marks (1250), English (1,250.50), with € or EUR, with
 *  `,-` or `,=` for no cents. What can be read in two ways is refused: asking again is better than a wrong amount. */
export function parseAmount(text: string, options: { readonly negative?: boolean } = {}): ParsedAmount {
  const { digits, negative } = bare(text);
  if (digits === '') return refuse('empty');
  if (!/^[\d., ]+$/.test(digits)) return refuse('letters');
  const parts = readParts(digits);
  if (typeof parts === 'string') return refuse(parts);
  const cents = Number(`${parts.whole}${parts.decimals.padEnd(2, '0')}`); // at most 1e21 is exact enough to be refused
  if (parts.whole.replace(/^0+/, '').length > 12 || cents > maxCents) return refuse('too_large');
  if (!negative || cents === 0) return { ok: true, cents };
  return options.negative === true ? { ok: true, cents: -cents } : refuse('negative');
}

const refuse = (code: AmountProblem): ParsedAmount => ({ ok: false, code });

/** Takes off what is not the number itself: spaces, currency, sign, and `,-`, `,--` or `,=` at the end. */
function bare(text: string): { readonly digits: string; readonly negative: boolean } {
  let rest = text.replace(/\s+/g, ' ').replace(/[−–—]/g, '-').trim(); // \s holds the no-break spaces too
  let negative = false;
  const takeSign = (): void => {
    if (!negative && rest.startsWith('-')) {
      negative = true;
      rest = rest.slice(1).trimStart();
    }
  };
  takeSign();
  rest = rest.replace(/^(€|euro?) ?/i, '').replace(/ ?(€|euro?)$/i, '');
  takeSign();
  rest = rest.replace(/(\d) ?[.,] ?(?:--?|==?)$/, '$1');
  if (!negative && /\d ?-$/.test(rest)) {
    negative = true; // '12,50-' is how some bank lists write it
    rest = rest.slice(0, -1).trimEnd();
  }
  return { digits: rest, negative };
}

interface Parts {
  readonly whole: string;
  readonly decimals: string;
}

/** Only digits, points, commas and single spaces come in. */
function readParts(text: string): Parts | AmountProblem {
  if (/^\d+$/.test(text)) return { whole: text, decimals: '' };
  const grouped = groupedBy('[. ]').exec(text);
  if (grouped !== null && sameMarks(text)) return { whole: onlyDigits(text), decimals: '' };
  if (groupedBy(',').test(text)) return 'ambiguous'; // 1,250 is 1.25 for one and 1250 for another
  const end = /[.,](\d*)$/.exec(text);
  if (end === null) return 'ambiguous';
  const mark = text.charAt(end.index);
  const whole = text.slice(0, end.index);
  const decimals = end[1] ?? '';
  const marks = mark === ',' ? '[. ]' : '[, ]';
  const wholeFits = /^\d*$/.test(whole) || (groupedBy(marks).test(whole) && sameMarks(whole));
  if (!wholeFits || decimals === '') return 'ambiguous';
  if (decimals.length > 2) return 'too_many_decimals';
  return { whole: onlyDigits(whole) || '0', decimals };
}

/** Groups of three, the first of one to three digits and not a zero: 0.125 is no thousand. */
const groupedBy = (marks: string): RegExp => new RegExp(`^[1-9]\\d{0,2}(?:${marks}\\d{3})+$`);
const sameMarks = (text: string): boolean => new Set(text.replace(/\d/g, '')).size === 1;
const onlyDigits = (text: string): string => text.replace(/\D/g, '');

/** '1.250,50': the Dutch form without a currency sign, for form fields and files; `parseAmount` reads it back. */
export function amountText(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${cents < 0 ? '-' : ''}${whole},${digits.slice(-2)}`;
}

/** Adds and refuses to go on with a sum that is no exact whole number: a wrong total must never be shown. */
export function addCents(amounts: Iterable<Cents>): Cents {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  if (!Number.isSafeInteger(sum)) throw new Error(`not whole cents: ${sum}`);
  return sum;
}

/** Divides cents over weights so that the parts add up to the total exactly: largest remainder, and of equal remainders
 *  the first named (D26). BigInt, because cents times a weight of cents can pass 2^53. */
export function splitCents(total: Cents, weights: readonly number[]): readonly Cents[] {
  const sum = addCents(weights);
  if (sum <= 0 || weights.some((weight) => weight < 0)) throw new Error('weights must add up to more than zero');
  const size = BigInt(Math.abs(total));
  const shares = weights.map((weight, n) => {
    const product = size * BigInt(weight);
    return { n, cents: Number(product / BigInt(sum)), rest: product % BigInt(sum) };
  });
  let left = Math.abs(total) - addCents(shares.map((share) => share.cents));
  for (const share of [...shares].sort((a, b) => (a.rest < b.rest ? 1 : a.rest > b.rest ? -1 : a.n - b.n))) {
    if (left === 0) break;
    share.cents += 1;
    left -= 1;
  }
  return shares.map((share) => (total < 0 ? 0 - share.cents : share.cents));
}
