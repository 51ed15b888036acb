// What page and worker say to each other.
import type { ReceiptReading } from '../receipt/read.ts';
import type { Page } from '../receipt/words.ts';
import type { EngineName } from './engine.ts';

export interface ReadRequest {
  readonly id: number;
  readonly engine: EngineName;
  readonly file: Blob;
  readonly today: string; // ISO date: a receipt is never of later
}

export interface ReadResult {
  /** 'pdf': from the text layer, no engine looked at it. */
  readonly engine: EngineName | 'pdf';
  readonly ms: number;
  readonly reading: ReceiptReading;
  /** What was seen, for who looks for a fault in what was made of it. */
  readonly page: Page;
}

export type ReadAnswer =
  | { readonly id: number; readonly kind: 'progress'; readonly share: number }
  | { readonly id: number; readonly kind: 'done'; readonly result: ReadResult }
  | { readonly id: number; readonly kind: 'failed'; readonly reason: string };
