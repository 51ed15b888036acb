/** What fields of rows are made of. Money is integer euro cents, a date is 'YYYY-MM-DD', an instant is ISO with a Z. */

export type Cents = number;
export type IsoDate = string;
export type IsoInstant = string;

/** A photo by its content. `originalSha256` recognises the same picture before it was made smaller (D14). */
export interface Photo {
  readonly sha256: string;
  readonly originalSha256: string;
  readonly size: number; // bytes
  readonly mime: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly width: number;
  readonly height: number;
}
