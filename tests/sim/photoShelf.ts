/** The photos that the server keeps, as the routes do it: chunks from the offset, the hash when all is there. */
import { hash } from 'node:crypto';
import type { Report } from './logOracle.ts';
import type { BlobPart } from './network.ts';

interface Photo {
  bytes: Uint8Array;
  readonly size: number;
  stored: boolean;
}

export class PhotoShelf {
  readonly #photos = new Map<string, Photo>();
  readonly #copies: Record<'backup' | 'standby', ReadonlyMap<string, Photo>> = {
    backup: new Map(),
    standby: new Map(),
  };

  isStored(committeeId: string, sha256: string): boolean {
    return this.#photos.get(nameOf(committeeId, sha256))?.stored === true;
  }

  /** A backup holds the photos too, and so does a second machine. */
  copyTo(...places: readonly ('backup' | 'standby')[]): void {
    const stored = [...this.#photos].filter(([, photo]) => photo.stored);
    for (const place of places) this.#copies[place] = new Map(stored);
  }

  /** What was stored since stays; what was destroyed since is there again until that comes again. */
  comeBack(from: 'backup' | 'standby'): void {
    this.#copies.standby = this.#copies[from];
    for (const [name, photo] of this.#copies[from]) this.#photos.set(name, photo);
  }

  destroy(committeeId: string, hashes: readonly string[]): void {
    for (const sha256 of hashes) this.#photos.delete(nameOf(committeeId, sha256));
  }

  offset(committeeId: string, sha256: string): number | 'stored' {
    const photo = this.#photos.get(nameOf(committeeId, sha256));
    return photo?.stored ? 'stored' : (photo?.bytes.byteLength ?? 0);
  }

  take({ committeeId, sha256, offset, total, chunk, cutAt }: BlobPart): number | 'stored' | 'mismatch' {
    const name = nameOf(committeeId, sha256);
    const photo = this.#photos.get(name) ?? { bytes: new Uint8Array(), size: total, stored: false };
    this.#photos.set(name, photo);
    if (photo.stored) return 'stored';
    if (offset !== photo.bytes.byteLength) return photo.bytes.byteLength;
    photo.bytes = joined(photo.bytes, new Uint8Array(chunk).subarray(0, cutAt ?? undefined));
    if (photo.bytes.byteLength < total) return photo.bytes.byteLength;
    photo.stored = hash('sha256', photo.bytes) === sha256;
    if (!photo.stored) photo.bytes = new Uint8Array();
    return photo.stored ? 'stored' : 'mismatch';
  }

  bytes(committeeId: string, sha256: string): ArrayBuffer | undefined {
    const photo = this.#photos.get(nameOf(committeeId, sha256));
    return photo?.stored ? (photo.bytes.slice().buffer as ArrayBuffer) : undefined;
  }

  /** I13, second half: what is stored is what its name says. */
  check(report: Report): void {
    for (const [name, photo] of this.#photos) {
      if (photo.stored && !name.endsWith(` ${hash('sha256', photo.bytes)}`)) {
        report('I13', `stored bytes of ${name} have another hash`);
      }
    }
  }
}

const nameOf = (committeeId: string, sha256: string): string => `${committeeId} ${sha256}`;

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.byteLength + second.byteLength);
  bytes.set(first);
  bytes.set(second, first.byteLength);
  return bytes;
}
