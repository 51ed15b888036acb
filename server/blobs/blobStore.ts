/** Where photos are: named by their SHA-256 and apart per committee (SYNC 6.11). An upload goes on where it stopped, on
 *  whatever device holds the bytes and through whatever node; a photo is there only after its content has proved to be
 *  its name. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { BlobHeader } from '../blobHeader.ts';

export interface BlobName {
  readonly committeeId: string;
  readonly sha256: string;
}

export interface StoredBlob {
  readonly size: number;
  readonly mime: BlobHeader['mime'];
  readonly stream: () => Readable;
}

export type AppendResult =
  | { readonly kind: 'partial'; readonly offset: number }
  | { readonly kind: 'stored'; readonly size: number }
  | { readonly kind: 'wrong_offset'; readonly offset: number }
  | { readonly kind: 'mismatch' | 'wrong_kind' | 'too_large' };

export interface BlobStore {
  /** Bytes that are here already; `stored` when the whole photo is, and proved. */
  offset(committeeId: string, sha256: string): Promise<number | { readonly stored: number }>;
  append(committeeId: string, sha256: string, offset: number, chunk: Buffer, total: number): Promise<AppendResult>;
  /** Undefined for what is not there, and for what is no photo. */
  read(committeeId: string, sha256: string): Promise<StoredBlob | undefined>;
  /** The photo and what is on its way of it; what is not there is no error. */
  remove(committeeId: string, sha256: string): Promise<void>;
  /** Every stored photo, for backup and verification. */
  list(): Promise<readonly BlobName[]>;
}

export const headerBytes = 64 * 1024; // a JPEG's frame stands behind its metadata; phones strip that (D14)

const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);
export const isBlobName = ({ committeeId, sha256 }: BlobName): boolean => isId(committeeId) && isSha256(sha256);

/** Names come from the address of a request: nothing but an id and a hash ever becomes part of a path. */
export function assertBlobName(name: BlobName): void {
  if (!isBlobName(name)) throw new Error('not the name of a photo');
}

export async function hashOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of bytes) hash.update(part);
  return hash.digest('hex');
}
