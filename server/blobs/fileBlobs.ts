/** Photos as files in a folder, for a server on one machine. A file gets its name only after its content has proved to be
 *  that name. */
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { limits } from '../../src/sync/protocol.ts';
import { type BlobHeader, readBlobHeader } from '../blobHeader.ts';
import { Mutex } from '../db/mutex.ts';
import { syncFolder } from '../onDisk.ts';
import {
  type AppendResult,
  assertBlobName,
  type BlobName,
  type BlobStore,
  hashOf,
  headerBytes,
  isBlobName,
  type StoredBlob,
} from './blobStore.ts';

export class FileBlobs implements BlobStore {
  readonly #folder: string;
  readonly #busy = new Map<string, Mutex>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async offset(committeeId: string, sha256: string): Promise<number | { readonly stored: number }> {
    const file = this.file({ committeeId, sha256 });
    const stored = await sizeOf(file);
    if (stored !== undefined) return { stored };
    return (await sizeOf(`${file}.part`)) ?? 0;
  }

  /** Two devices may send the same photo at once: one at a time, and the later one hears the new offset. */
  append(committeeId: string, sha256: string, offset: number, chunk: Buffer, total: number): Promise<AppendResult> {
    return this.#alone({ committeeId, sha256 }, (file) => this.#append(file, sha256, offset, chunk, total));
  }

  remove(committeeId: string, sha256: string): Promise<void> {
    return this.#alone({ committeeId, sha256 }, async (file) => {
      for (const path of [file, `${file}.part`]) await rm(path, { force: true });
      await syncFolder(dirname(file));
    });
  }

  async read(committeeId: string, sha256: string): Promise<StoredBlob | undefined> {
    const file = this.file({ committeeId, sha256 });
    const size = await sizeOf(file);
    const header = size === undefined ? undefined : await headerIn(file);
    if (size === undefined || header === undefined) return undefined;
    return { size, mime: header.mime, stream: () => createReadStream(file) };
  }

  async list(): Promise<readonly BlobName[]> {
    if (!existsSync(this.#folder)) return [];
    const names = await readdir(this.#folder, { recursive: true });
    return names
      .map((name) => name.split(/[\\/]/))
      .filter(({ length }) => length === 3)
      .map(([committeeId = '', , sha256 = '']) => ({ committeeId, sha256 }))
      .filter(isBlobName)
      .sort((a, b) => (a.committeeId + a.sha256 < b.committeeId + b.sha256 ? -1 : 1));
  }

  /** Where a photo is, or would be. */
  file(name: BlobName): string {
    assertBlobName(name);
    const { committeeId, sha256 } = name;
    return join(this.#folder, committeeId, sha256.slice(0, 2), sha256);
  }

  async #alone<T>(name: BlobName, body: (file: string) => Promise<T>): Promise<T> {
    const file = this.file(name);
    const mutex = this.#busy.get(file) ?? new Mutex();
    this.#busy.set(file, mutex);
    return mutex
      .run(() => body(file))
      .finally(() => {
        if (this.#busy.get(file) === mutex && mutex.isFree) this.#busy.delete(file);
      });
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

async function problemOf(file: string, sha256: string): Promise<'mismatch' | 'wrong_kind' | undefined> {
  if ((await hashOfFile(file)) !== sha256) return 'mismatch';
  return (await headerIn(file)) === undefined ? 'wrong_kind' : undefined;
}

export const hashOfFile = (file: string): Promise<string> => hashOf(createReadStream(file));

async function headerIn(file: string): Promise<BlobHeader | undefined> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    return readBlobHeader(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}
