/** Photos that any node can go on with: parts wait in the database, and the whole photo goes to its shelf once its
 *  content has proved to be its name. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { limits } from '../../src/sync/protocol.ts';
import { readBlobHeader } from '../blobHeader.ts';
import * as queries from '../db/blobQueries.ts';
import type { Connection, Database } from '../db/database.ts';
import {
  type AppendResult,
  assertBlobName,
  type BlobName,
  type BlobStore,
  headerBytes,
  type StoredBlob,
} from './blobStore.ts';

/** Holds whole photos. `put` twice is once. Throws `Transient` when it cannot be reached. */
export interface Shelf {
  size(name: BlobName): Promise<number | undefined>;
  put(name: BlobName, bytes: Buffer): Promise<void>;
  slice(name: BlobName, start: number, count: number): Promise<Buffer>;
  remove(name: BlobName): Promise<void>;
  list(): Promise<readonly BlobName[]>;
}

const sliceBytes = 1024 * 1024;

export class PartedBlobs implements BlobStore {
  readonly #database: Database;
  readonly #shelf: Shelf;

  constructor(database: Database, shelf: Shelf) {
    this.#database = database;
    this.#shelf = shelf;
  }

  async offset(committeeId: string, sha256: string): Promise<number | { readonly stored: number }> {
    const name = named(committeeId, sha256);
    const stored = await this.#shelf.size(name);
    return stored === undefined ? this.#database.read((connection) => reachOf(connection, name)) : { stored };
  }

  async append(
    committeeId: string,
    sha256: string,
    offset: number,
    chunk: Buffer,
    total: number,
  ): Promise<AppendResult> {
    const name = named(committeeId, sha256);
    const stored = await this.#shelf.size(name);
    if (stored !== undefined) {
      await this.#removeParts(name); // a crash may have left them
      return { kind: 'stored', size: stored };
    }
    if (total < 1 || total > limits.blobBytesMax || offset + chunk.length > total) return { kind: 'too_large' };
    return offset + chunk.length < total ? this.#addPart(name, offset, chunk) : this.#finish(name, offset, chunk);
  }

  async read(committeeId: string, sha256: string): Promise<StoredBlob | undefined> {
    const name = named(committeeId, sha256);
    const size = await this.#shelf.size(name);
    if (size === undefined) return undefined;
    const header = readBlobHeader(await this.#shelf.slice(name, 0, Math.min(size, headerBytes)));
    return header && { size, mime: header.mime, stream: () => Readable.from(slices(this.#shelf, name, size)) };
  }

  async remove(committeeId: string, sha256: string): Promise<void> {
    const name = named(committeeId, sha256);
    await this.#removeParts(name);
    await this.#shelf.remove(name);
  }

  list(): Promise<readonly BlobName[]> {
    return this.#shelf.list();
  }

  /** Two devices may send the same photo at once: one at a time, and the later one hears the new offset. */
  #addPart(name: BlobName, offset: number, chunk: Buffer): Promise<AppendResult> {
    return this.#database.write(async (connection) => {
      await connection.lock(lockOf(name));
      const here = await reachOf(connection, name);
      if (here === 0) await connection.run(queries.removeParts, name); // behind a hole
      if (here !== offset) return { kind: 'wrong_offset', offset: here };
      // An empty chunk asks only how far it is.
      if (chunk.length > 0) await connection.run(queries.addPart, { ...name, start: offset, bytes: chunk });
      return { kind: 'partial', offset: offset + chunk.length };
    });
  }

  /** The last chunk is nowhere until the photo is on the shelf: when that fails, the phone sends just this one again. */
  async #finish(name: BlobName, offset: number, chunk: Buffer): Promise<AppendResult> {
    const earlier = await this.#database.read((connection) => connection.all(queries.parts, name));
    const bytes = Buffer.concat([...earlier.map((part) => part.bytes), chunk]);
    const here = bytes.length - chunk.length;
    const follow = (await this.#database.read((connection) => reachOf(connection, name))) === here;
    if (here !== offset || !follow) {
      const stored = await this.#shelf.size(name); // another device was quicker
      return stored === undefined
        ? { kind: 'wrong_offset', offset: follow ? here : 0 }
        : { kind: 'stored', size: stored };
    }
    const problem = problemOf(bytes, name.sha256);
    if (problem === undefined) await this.#shelf.put(name, bytes);
    await this.#removeParts(name);
    return problem === undefined ? { kind: 'stored', size: bytes.length } : { kind: problem };
  }

  /** Not while another device adds one: it would be left behind a hole. */
  async #removeParts(name: BlobName): Promise<void> {
    await this.#database.write(async (connection) => {
      await connection.lock(lockOf(name));
      await connection.run(queries.removeParts, name);
    });
  }
}

function named(committeeId: string, sha256: string): BlobName {
  const name = { committeeId, sha256 };
  assertBlobName(name);
  return name;
}

const lockOf = ({ committeeId, sha256 }: BlobName): string => `${committeeId}/${sha256}`;

/** Up to where the parts follow each other. With a hole none of them count: the photo comes anew. */
async function reachOf(connection: Connection, name: BlobName): Promise<number> {
  const { reach = null, bytes = null } = (await connection.get(queries.partsEnd, name)) ?? {};
  return reach === bytes ? (reach ?? 0) : 0;
}

function problemOf(bytes: Buffer, sha256: string): 'mismatch' | 'wrong_kind' | undefined {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return 'mismatch';
  return readBlobHeader(bytes.subarray(0, headerBytes)) === undefined ? 'wrong_kind' : undefined;
}

/** What is under a name never changes, so that slices of different moments fit; it can only go. */
async function* slices(shelf: Shelf, name: BlobName, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < size; start += sliceBytes) {
    yield await shelf.slice(name, start, Math.min(sliceBytes, size - start));
  }
}
