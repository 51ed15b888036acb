/** Names as banks write them: capitals, initials, 'e/o', titles, cut off at some length. */
const noise = new Set([
  'de',
  'van',
  'der',
  'den',
  'het',
  'en',
  'eo',
  'hr',
  'mw',
  'mevr',
  'dhr',
  'heer',
  'stichting',
  'st',
  'ver',
  'vereniging',
  'bv',
  'nv',
  'vof',
]);

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .split(' ')
    .filter((word) => word.length > 2 && !noise.has(word));

/** Whether one name says nothing that the other contradicts: all words of the shorter stand in the longer; a word that the
 *  bank cut off counts when at least five letters of it are there. */
export function sameName(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length > 0 && short.every((word) => long.some((full) => alike(word, full)));
}

/** Whether the name stands somewhere in a longer text, such as a description. */
export function namedIn(name: string, text: string): boolean {
  const words = wordsOf(name);
  const all = wordsOf(text);
  return words.length > 0 && words.every((word) => all.some((full) => alike(word, full)));
}

function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 5 && long.startsWith(short);
}
