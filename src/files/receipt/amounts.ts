// Amounts in what a reader saw: with the mistakes that readers make, and without dates, weights and percentages. Pure.
import type { Line, Place } from './words.ts';
import { around } from './words.ts';

export interface Amount {
  readonly cents: number;
  readonly place: Place;
  readonly line: number;
  /** The point or comma was not there, or a letter stood for a digit. */
  readonly guessed: boolean;
}

/** "12,50", "1.250,00", "1,250.00", "1 250,00", and "15,-" for whole euros. */
const pattern =
  /(?<![\d.,:/])([-−–]\s?)?(?:€|eur)?\s?(\d{1,3}(?:[.,']\d{3})+|(?<![a-z])\d{1,3}(?: \d{3})+|\d{1,5})\s?[.,;]\s?(\d{2}|[-−–—=]{1,2}(?![-−–\d]))(?![\d%]|\s?%|[.,:/-]\d|\s?(?:kg|cm|ml|gr|ltr)\b)(\s?[-−–](?!\d))?/gi;

export function amountsIn(line: Line, index: number): readonly Amount[] {
  const text = withDigits(spaced(line));
  const guessed = text !== spaced(line);
  return [...text.matchAll(pattern)].map((match) => {
    const whole = Number((match[2] ?? '').replace(/\D/g, ''));
    const minus = match[1] !== undefined || match[4] !== undefined ? -1 : 1;
    return {
      cents: minus * (whole * 100 + (Number(match[3]) || 0)),
      place: placeAt(line, match.index, match.index + match[0].length),
      line: index,
      guessed,
    };
  });
}

/** The text of a line with a tab where words stand apart: "2  125,00" is two of 125, "2 125,00" is more than two thousand. */
function spaced({ text, words }: Line): string {
  let [at, spacedText] = [0, text];
  for (const [n, { text: word, place }] of words.entries()) {
    at += word.length;
    const next = words[n + 1];
    const letter = place.width / Math.max(1, word.length);
    if (next !== undefined && next.place.x - place.x - place.width > gapMax * letter)
      spacedText = `${spacedText.slice(0, at)}\t${spacedText.slice(at + 1)}`;
    at += 1;
  }
  return spacedText;
}

const gapMax = 1.4; // widths of a letter

/** Letters that stand for a digit. A "B" or "S" in front is a code of tax or a dollar, an "l" at the end a litre. */
const misread =
  /(?<![\p{L}\d])(?:[\dOolI|ZG]|[BS](?=[.,]))[\dOoQDlI|SBZG]{0,5}[.,]\s?[\dOoQDlI|SBZG][\dOoQDISBZG](?![\p{L}\d])/gu;
const digitOf: Readonly<Record<string, string>> = {
  ...{ O: '0', o: '0', Q: '0', D: '0', l: '1', I: '1', '|': '1', S: '5', B: '8', Z: '2', G: '6' },
};

/** One digit for one letter, so that places still fit. */
export const asDigits = (text: string): string => [...text].map((letter) => digitOf[letter] ?? letter).join('');

function withDigits(text: string): string {
  const zeros = text.replace(/(?<=[\d.,]\s?)[oO](?=[\doO\s.,€]|$)/g, '0').replace(/(?<=\d)[lI](?=[\d.,])/g, '1');
  return zeros.replace(misread, (amount) => (amount.replace(/\D/g, '').length >= 2 ? asDigits(amount) : amount));
}

/** An amount whose comma was lost ("20 00", "2000"), beside a word for the total only. */
export function commalessIn(line: Line, index: number): readonly Amount[] {
  const match = /(?<![\d.,:/-])(\d{1,4})[ _'`]?(\d{2})\s?(?:€|eur)?$/i.exec(line.text.trim());
  if (match === null) return [];
  const cents = Number(match[1]) * 100 + Number(match[2]);
  return [{ cents, place: line.words.at(-1)?.place ?? line.place, line: index, guessed: true }];
}

/** Whole amounts with the sign ("€ 150", "45 euro", "¥1,280"), for a paper on which no amount has cents. A reader may take
 *  the sign of the euro for E or C. */
export function wholeIn(line: Line, index: number): readonly Amount[] {
  const match =
    /(?:[€¥￥$£₩₫]|\b(?:eur|kr|rp|[ec]))\s?(\d{1,3}(?:[.,']\d{3})+|\d{1,7})(?![\d.,])|(?<![\d.,])(\d{1,3}(?:[.,']\d{3})+|\d{1,7})\s?(?:€|euro?\b|円|元|kr\b|ft\b)/i.exec(
      line.text,
    );
  if (match === null) return [];
  const place = placeAt(line, match.index, match.index + match[0].length);
  const whole = Number((match[1] ?? match[2] ?? '').replace(/\D/g, ''));
  return [{ cents: whole * 100, place, line: index, guessed: true }];
}

/** The words that a part of the line's text came from; within one word the share of its letters. */
export function placeAt(line: Line, from: number, to: number): Place {
  let at = 0;
  const places: Place[] = [];
  for (const { text, place } of line.words) {
    const [start, end] = [Math.max(from, at), Math.min(to, at + text.length)];
    if (start < end) {
      const letter = place.width / text.length;
      places.push({ ...place, x: place.x + (start - at) * letter, width: (end - start) * letter });
    }
    at += text.length + 1;
  }
  return places.length === 0 ? line.place : around(places);
}
