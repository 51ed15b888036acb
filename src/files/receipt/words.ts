// Pieces of text with their place on the picture, as every reader gives them, and the lines that they form. Pure.

/** In pixels of the picture that was read, upright. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Word {
  readonly text: string;
  readonly confidence: number; // 0 to 1, as the reader thinks
  readonly place: Place;
  /** Of its letters, in pixels: less than that of its place where the text is turned. */
  readonly height?: number;
}

export interface Line {
  readonly text: string;
  readonly words: readonly Word[];
  readonly confidence: number;
  readonly place: Place;
}

/** Lines that bend: a pixel lies `by` times its distance to `at`, squared, lower than on a straight line. */
export interface Bend {
  readonly at: number;
  readonly by: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  /** Pixels down for each pixel to the right, where the reader saw how far the text is turned. */
  readonly slope?: number | undefined;
  readonly bend?: Bend | undefined;
  /** Quarter turns to the right that would make the picture stand upright, where the reader saw that it does not: it then
   *  read no further. */
  readonly quarters?: number | undefined;
}

/** Words that stand beside each other, from top to bottom. Lines of a turned page go down by its slope. */
export function linesOf({
  words,
  slope = slopeOf(words),
  bend,
}: Pick<Page, 'words' | 'slope' | 'bend'>): readonly Line[] {
  const level = (word: Word): number => {
    const { x, y } = middle(word);
    return y - slope * x - (bend === undefined ? 0 : bend.by * (x - bend.at) ** 2);
  };
  const open: { words: Word[]; level: number; height: number }[] = [];
  for (const word of [...words].sort((a, b) => level(a) - level(b))) {
    const at = level(word);
    const height = heightOf(word);
    const home = open
      .slice(-6)
      .filter((line) => Math.abs(line.level - at) < 0.5 * Math.min(line.height, height) && fits(line.words, word))
      .sort((a, b) => Math.abs(a.level - at) - Math.abs(b.level - at))[0];
    if (home === undefined) {
      open.push({ words: [word], level: at, height });
    } else {
      home.words.push(word);
      const count = home.words.length;
      home.level += (at - home.level) / count;
      home.height += (height - home.height) / count;
    }
  }
  return open.sort((a, b) => a.level - b.level).map((line) => lineOf(line.words));
}

const heightOf = ({ height, place }: Word): number => height ?? place.height;

const middle = ({ place }: Word) => ({ x: place.x + place.width / 2, y: place.y + place.height / 2 });

/** Two words can't stand on top of each other in one line. */
function fits(line: readonly Word[], { place }: Word): boolean {
  return line.every(({ place: other }) => {
    const shared = Math.min(place.x + place.width, other.x + other.width) - Math.max(place.x, other.x);
    return shared < 0.3 * Math.min(place.width, other.width);
  });
}

/** The usual slope between a word and its right-hand neighbour at nearly the same height. */
function slopeOf(words: readonly Word[]): number {
  const slopes: number[] = [];
  for (const word of words) {
    const from = middle(word);
    const right = words
      .filter((other) => {
        const to = middle(other);
        return to.x - from.x > word.place.width / 2 && Math.abs(to.y - from.y) < 0.12 * (to.x - from.x) + 2;
      })
      .sort((a, b) => Math.abs(middle(a).y - from.y) - Math.abs(middle(b).y - from.y))[0];
    if (right === undefined) continue;
    const to = middle(right);
    if (to.x - from.x > 3 * word.place.height) slopes.push((to.y - from.y) / (to.x - from.x));
  }
  if (slopes.length < 4) return 0;
  return slopes.sort((a, b) => a - b)[Math.floor(slopes.length / 2)] ?? 0;
}

function lineOf(words: readonly Word[]): Line {
  const sorted = [...words].sort((a, b) => a.place.x - b.place.x);
  const letters = sorted.reduce((sum, { text }) => sum + text.length, 0);
  return {
    words: sorted,
    text: sorted.map(({ text }) => text).join(' '),
    confidence: sorted.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / Math.max(1, letters),
    place: around(sorted.map(({ place }) => place)),
  };
}

export function around(places: readonly Place[]): Place {
  const x = Math.min(...places.map((place) => place.x));
  const y = Math.min(...places.map((place) => place.y));
  const right = Math.max(...places.map((place) => place.x + place.width));
  const bottom = Math.max(...places.map((place) => place.y + place.height));
  return { x, y, width: right - x, height: bottom - y };
}
