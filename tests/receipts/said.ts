/** How the command lines of receipts say things, and what they count as right. */
import type { EngineName } from '../../src/files/reader/engine.ts';

export const engineNames: readonly EngineName[] = ['tesseract', 'ppocr'];

/** Undefined where no known engine is asked for. */
export function engineOf(args: readonly string[]): EngineName | undefined {
  const asked = args[args.indexOf('--engine') + 1];
  return args.includes('--engine') ? engineNames.find((name) => name === asked) : undefined;
}

export const amount = (cents: number | undefined): string | null =>
  cents === undefined ? null : (cents / 100).toFixed(2);

/** A shop is right when a person would know it: a word of its name of four letters or more (or the whole short name) was
 *  read, one letter in five may be off. */
export function sameShop(read: string | undefined, truth: string): boolean {
  if (read === undefined) return false;
  const seen = plain(read);
  const names = truth.split(/[\s/()&,-]+/).map(plain);
  const telling = names.filter((name) => name.length >= 4);
  const wanted = telling.length > 0 ? telling : names.filter((name) => name.length > 1);
  return wanted.some((name) => contains(seen, name)) || contains(seen, plain(truth));
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

function contains(text: string, name: string): boolean {
  const slack = Math.floor(name.length / 5);
  if (text.includes(name)) return true;
  for (let start = 0; start + name.length - slack <= text.length; start += 1)
    for (let length = name.length - slack; length <= name.length + slack; length += 1)
      if (edits(text.slice(start, start + length), name) <= slack) return true;
  return false;
}

function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const kept = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(kept, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
