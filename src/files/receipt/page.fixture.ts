import type { Page, Word } from './words.ts';

export interface Seeing {
  /** Pixels down for each to the right. */
  readonly turn?: number;
  /** Tesseract gives words, PP-OCR boxes of words that stand beside each other. */
  readonly words?: boolean;
}

/** A receipt as a reader would see it: letters of 10 by 20 pixels, lines 30 pixels apart, two spaces or more between columns. */
export function pageOf(text: string, { turn = 0, words = false }: Seeing = {}): Page {
  const rows = text.replace(/^\n|\s+$/g, '').split('\n');
  const seen = rows.flatMap((row, n) =>
    [...row.matchAll(words ? /\S+/g : /\S+(?: \S+)*/g)].map(
      (match): Word => ({
        text: match[0],
        confidence: 0.95,
        place: { x: match.index * 10, y: 30 * n + match.index * 10 * turn, width: match[0].length * 10, height: 20 },
      }),
    ),
  );
  return { width: 400, height: rows.length * 30, words: seen };
}
