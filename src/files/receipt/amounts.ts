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

/** "12,50", "1.250,00", and "15,-" for whole euros. */
const pattern =
  /(?<![\d.,:/])([-−–]\s?)?(?:€|eur)?\s?(\d{1,3}(?:[.' ]\d{3})+|\d{1,5})\s?[.,;]\s?(\d{2}|[-−–—=]{1,2}(?![-−–\d]))(?![\d%]|\s?%|[.,:/-]\d|\s?(?:kg|cm|ml|gr|ltr)\b)(\s?[-−–](?!\d))?/gi;

export function amountsIn(line: Line, index: number): readonly Amount[] {
  const text = line.text.replace(/(?<=[\d.,]\s?)[oO](?=[\doO\s.,€]|$)/g, '0').replace(/(?<=\d)[lI](?=[\d.,])/g, '1');
  const guessed = text !== line.text;
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

/** An amount whose comma was lost ("20 00", "2000"), beside a word for the total only. */
export function commalessIn(line: Line, index: number): readonly Amount[] {
  const match = /(?<![\d.,:/-])(\d{1,4})[ _'`]?(\d{2})\s?(?:€|eur)?$/i.exec(line.text.trim());
  if (match === null) return [];
  const cents = Number(match[1]) * 100 + Number(match[2]);
  return [{ cents, place: line.words.at(-1)?.place ?? line.place, line: index, guessed: true }];
}

/** Whole euros with the sign ("€ 150", "45 euro"), for a paper on which no amount has cents. */
export function wholeIn(line: Line, index: number): readonly Amount[] {
  const match = /(?:€|\beur)\s?(\d{1,5})(?![\d.,])|(?<![\d.,])(\d{1,5})\s?(?:€|euro?\b)/i.exec(line.text);
  if (match === null) return [];
  const place = placeAt(line, match.index, match.index + match[0].length);
  return [{ cents: Number(match[1] ?? match[2]) * 100, place, line: index, guessed: true }];
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
