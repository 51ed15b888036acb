/** What fields of rows are made of. Money is integer euro cents, a date is 'YYYY-MM-DD', an instant is ISO with a Z. */

export type Cents = number;
export type IsoDate = string;
export type IsoInstant = string;

/** From the first to the last day; of one day both are the same. */
export interface Period {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** A photo by its content. `originalSha256` recognises the same picture before it was made smaller (D14). */
export interface Photo {
  readonly sha256: string;
  readonly originalSha256: string;
  readonly size: number; // bytes
  readonly mime: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly width: number;
  readonly height: number;
  /** 64 hex digits that differ little between two pictures of the same thing: photoLook.ts. Photos of before have none. */
  readonly look?: string;
}

/** What somebody said into the phone, by its content. It travels and is kept as photos are. */
export interface Voice {
  readonly sha256: string;
  readonly size: number; // bytes
  readonly mime: 'audio/webm' | 'audio/mp4';
  readonly seconds: number; // whole, at least 1: what a recorder writes does not say how long it is
}
/** Bytes that a row names and that travel apart from it. */
export type Attachment = Photo | Voice;
