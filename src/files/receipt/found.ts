// Something that was read, with how sure that is and where it stands on the picture. Pure.
import type { Place } from './words.ts';

export interface Found<T> {
  readonly value: T;
  readonly confidence: number; // 0 to 1
  readonly place: Place;
  readonly text: string; // the line that it came from, as it was read
}

export const sure = (confidence: number): number => Math.round(100 * Math.max(0, Math.min(1, confidence))) / 100;

/** What two looks at one picture found. Where they agree it is surer than either. */
export function surest<T>(a: Found<T> | undefined, b: Found<T> | undefined): Found<T> | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.value === b.value) return { ...a, confidence: sure(1 - (1 - a.confidence) * (1 - b.confidence)) };
  const best = b.confidence > a.confidence ? b : a;
  return { ...best, confidence: sure(best.confidence * 0.9) };
}
