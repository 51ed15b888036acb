// What every engine that reads pictures can do.
import type { Page } from '../receipt/words.ts';
import type { Rgba } from './picture.ts';

export type EngineName = 'tesseract' | 'ppocr';

/** Share of the work that is done, 0 to 1. */
export type Progress = (share: number) => void;

export interface Engine {
  readonly name: EngineName;
  /** Looks in one way after the other, each slower than the one before, until a way has what is asked for. */
  readonly ways: number;
  readonly read: (picture: Rgba, way: number, progress: Progress) => Promise<Page>;
  readonly end: () => Promise<void>;
}
