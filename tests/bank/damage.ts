/** Damages text as storage, mail, editors and people do, from a seed: the same seed gives the same damage. */

/** Small and even enough for picking places (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

type Below = ReturnType<typeof chance>;

const odd = [
  '"',
  "'",
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  ':',
  '-',
  '<',
  '>',
  '&',
  '/',
  '{',
  '}',
  '0',
  '9',
  'é',
  '\u0000',
  '𝄞',
  ' ',
];

const damages: readonly ((text: string, below: Below, other: string) => string)[] = [
  (text, below) => text.slice(0, below(text.length)), // cut off
  (text, below) => text.slice(below(text.length)), // the beginning is missing
  (text, below) => replaced(text, below, () => odd[below(odd.length)] ?? ''),
  (text, below) => replaced(text, below, () => ''),
  (text, below) => replaced(text, below, (char) => char + (odd[below(odd.length)] ?? '')),
  (text, below) => lines(text, (all) => all.filter((_, n) => n !== below(all.length) || n === 0)),
  (text, below) => lines(text, (all) => [...all, all[below(all.length)] ?? '']),
  (text, below) => lines(text, (all) => all.toSpliced(below(all.length), 0, all[below(all.length)] ?? '')),
  (text, below) => lines(text, (all) => all.toSorted(() => below(3) - 1)),
  (text, below, other) => text.slice(0, below(text.length)) + other.slice(below(other.length)), // spliced
  (text, _below, other) => text + other,
  (text) => text.replaceAll('\r\n', '\r'),
  (text) => text.replaceAll('"', ''),
  (text) => text.replaceAll(';', ','),
  (text, below) => text.replaceAll(/\d{4,}/g, (digits) => (below(4) === 0 ? digits.slice(1) : digits)),
];

export function damaged(text: string, other: string, seed: number): string {
  const below = chance(seed);
  let now = text;
  for (let times = 1 + below(3); times > 0 && now !== ''; times -= 1) {
    now = damages[below(damages.length)]?.(now, below, other) ?? now;
  }
  return now;
}

function replaced(text: string, below: Below, by: (char: string) => string): string {
  const at = below(text.length);
  return text.slice(0, at) + by(text.charAt(at)) + text.slice(at + 1);
}

function lines(text: string, change: (all: string[]) => string[]): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return change(text.split(end)).join(end);
}
