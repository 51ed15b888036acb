// A long receipt on several photos, read as one: the parts stand below each other. Pure.
import type { Page, Place } from './words.ts';

export function joined(parts: readonly Page[]): Page {
  let below = 0;
  const words = parts.flatMap((part) => {
    const top = below;
    below += part.height;
    return part.words.map((word) => ({ ...word, place: { ...word.place, y: word.place.y + top } }));
  });
  const slope = parts[0]?.slope;
  return { width: Math.max(0, ...parts.map(({ width }) => width)), height: below, words, slope };
}

/** Which part a place lies on, and where there. */
export function partOf(parts: readonly Page[], place: Place): { readonly part: number; readonly place: Place } {
  let top = 0;
  for (const [part, { height }] of parts.entries()) {
    if (place.y < top + height || part === parts.length - 1) return { part, place: { ...place, y: place.y - top } };
    top += height;
  }
  return { part: 0, place };
}
