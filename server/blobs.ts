/** Photos as files, named by their SHA-256 and apart per committee (SYNC 6.11). An upload goes on where it stopped, on
 *  whatever device holds the bytes; a file gets its name only after its content has proved to be that name. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { limits } from '../src/sync/protocol.ts';
import { Mutex } from './db/mutex.ts';
import { type PhotoHeader, readPhotoHeader } from './photoHeader.ts';

export interface StoredBlob {
  readonly size: number;
  readonly mime: PhotoHeader['mime'];
  readonly stream: () => Readable;
}

export type AppendResult =
  | { readonly kind: 'partial'; readonly offset: number }
  | { readonly kind: 'stored'; readonly size: number }
  | { readonly kind: 'wrong_offset'; readonly offset: number }
  | { readonly kind: 'mismatch' | 'not_a_photo' | 'too_large' };

export interface BlobStore {
  /** Bytes that are here already; `stored` when the whole file is, and proved. */
  offset(committeeId: string, sha256: string): Promise<number | { readonly stored: number }>;
  append(committeeId: string, sha256: string, offset: number, chunk: Buffer, total: number): Promise<AppendResult>;
  read(committeeId: string, sha256: string): Promise<StoredBlob | undefined>;
  /** Every stored photo, for backup and verification. */
  list(): Promise<readonly { readonly committeeId: string; readonly sha256: string; readonly file: string }[]>;
}

const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);
const headerBytes = 64 * 1024; // a JPEG's frame stands behind its metadata; phones strip that (D14)

export class FileBlobs implements BlobStore {
  readonly #folder: string;
  readonly #busy = new Map<string, Mutex>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async offset(committeeId: string, sha256: string): Promise<number | { readonly stored: number }> {
    const file = this.#file(committeeId, sha256);
    const stored = await sizeOf(file);
    if (stored !== undefined) return { stored };
    return (await sizeOf(`${file}.part`)) ?? 0;
  }

  /** Two devices may send the same photo at once: one at a time, and the later one hears the new offset. */
  append(committeeId: string, sha256: string, offset: number, chunk: Buffer, total: number): Promise<AppendResult> {
    const file = this.#file(committeeId, sha256);
    const mutex = this.#busy.get(file) ?? new Mutex();
    this.#busy.set(file, mutex);
    return mutex
      .run(() => this.#append(file, sha256, offset, chunk, total))
      .finally(() => {
        if (this.#busy.get(file) === mutex && mutex.isFree) this.#busy.delete(file);
      });
  }

  async read(committeeId: string, sha256: string): Promise<StoredBlob | undefined> {
    const file = this.#file(committeeId, sha256);
    const size = await sizeOf(file);
    const header = size === undefined ? undefined : await photoIn(file);
    if (size === undefined || header === undefined) return undefined;
    return { size, mime: header.mime, stream: () => createReadStream(file) };
  }

  async list(): Promise<readonly { readonly committeeId: string; readonly sha256: string; readonly file: string }[]> {
    if (!existsSync(this.#folder)) return [];
    const names = await readdir(this.#folder, { recursive: true });
    return names
      .map((name) => ({ file: join(this.#folder, name), parts: name.split(/[\\/]/) }))
      .filter(({ parts }) => parts.length === 3 && isId(parts[0] ?? '') && isSha256(parts[2] ?? ''))
      .map(({ file, parts }) => ({ committeeId: parts[0] ?? '', sha256: parts[2] ?? '', file }))
      .sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  async #append(file: string, sha256: string, offset: number, chunk: Buffer, total: number): Promise<AppendResult> {
    const stored = await sizeOf(file);
    if (stored !== undefined) return { kind: 'stored', size: stored };
    if (total < 1 || total > limits.blobBytesMax || offset + chunk.length > total) return { kind: 'too_large' };
    const part = `${file}.part`;
    const here = (await sizeOf(part)) ?? 0;
    if (here !== offset) return { kind: 'wrong_offset', offset: here };
    await mkdir(dirname(file), { recursive: true });
    await write(part, chunk, offset);
    if (offset + chunk.length < total) return { kind: 'partial', offset: offset + chunk.length };
    const problem = await problemOf(part, sha256);
    if (problem !== undefined) {
      await rm(part);
      return { kind: problem };
    }
    await rename(part, file);
    await syncFolder(dirname(file));
    return { kind: 'stored', size: total };
  }

  /** Names come from the address of a request: nothing but an id and a hash ever becomes part of a path. */
  #file(committeeId: string, sha256: string): string {
    if (!isId(committeeId) || !isSha256(sha256)) throw new Error('not the name of a photo');
    return join(this.#folder, committeeId, sha256.slice(0, 2), sha256);
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function write(file: string, chunk: Buffer, offset: number): Promise<void> {
  const handle = await open(file, offset === 0 ? 'w' : 'r+');
  try {
    await handle.write(chunk, 0, chunk.length, offset);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function problemOf(file: string, sha256: string): Promise<'mismatch' | 'not_a_photo' | undefined> {
  if ((await hashOfFile(file)) !== sha256) return 'mismatch';
  return (await photoIn(file)) === undefined ? 'not_a_photo' : undefined;
}

export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function photoIn(file: string): Promise<PhotoHeader | undefined> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    return readPhotoHeader(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** A rename is on disk only when its folder is; where a folder cannot be opened (Windows) the system sees to it. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {}
}
